// The operators of dsv4.torch are the ops themselves: operands, then attributes, in the order of the definition.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s
// RUN: dsv4-opt %s --convert-torch-to-dsv4 --dsv4-to-linalg-pipeline -o /dev/null

// An absent optional operand, a float, an absent optional attribute.
// CHECK-LABEL: func.func @none(
// CHECK-SAME: %[[X:.*]]: tensor<?x16xbf16>, %[[W:.*]]: tensor<8x16xbf16>)
func.func @none(%x: !torch.vtensor<[?,16],bf16>, %w: !torch.vtensor<[8,16],bf16>) -> !torch.vtensor<[?,8],bf16> {
  %none = torch.constant.none
  %eps = torch.constant.float 9.9999999999999995E-7
  // CHECK: %[[N:.*]] = dsv4.rms_norm(%[[X]]) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<?x16xbf16>) -> tensor<?x16xbf16>
  %0 = torch.operator "torch.dsv4.rms_norm"(%x, %none, %eps) : (!torch.vtensor<[?,16],bf16>, !torch.none, !torch.float) -> !torch.vtensor<[?,16],bf16>
  // CHECK: dsv4.linear(%[[N]], %[[W]]) : (tensor<?x16xbf16>, tensor<8x16xbf16>) -> tensor<?x8xbf16>
  %1 = torch.operator "torch.dsv4.linear"(%0, %w, %none, %none) : (!torch.vtensor<[?,16],bf16>, !torch.vtensor<[8,16],bf16>, !torch.none, !torch.none) -> !torch.vtensor<[?,8],bf16>
  return %1 : !torch.vtensor<[?,8],bf16>
}

// An element type is a dtype code: 6 is f32.
// CHECK-LABEL: func.func @dtype(
func.func @dtype(%x: !torch.vtensor<[3,16],bf16>, %w: !torch.vtensor<[8,16],bf16>) -> !torch.vtensor<[3,8],f32> {
  %none = torch.constant.none
  %int6 = torch.constant.int 6
  // CHECK: dsv4.linear(%{{.*}}, %{{.*}}) {output_type = f32} : (tensor<3x16xbf16>, tensor<8x16xbf16>) -> tensor<3x8xf32>
  %0 = torch.operator "torch.dsv4.linear"(%x, %w, %none, %int6) : (!torch.vtensor<[3,16],bf16>, !torch.vtensor<[8,16],bf16>, !torch.none, !torch.int) -> !torch.vtensor<[3,8],f32>
  return %0 : !torch.vtensor<[3,8],f32>
}

// A list of tensors; a width that the types leave open is the declared one where that is known.
// CHECK-LABEL: func.func @list(
// CHECK-SAME: %[[Q:[^:]*]]: tensor<2x5x4x16xf32>, %[[SINK:[^:]*]]: tensor<4xf32>, %[[I:[^:]*]]: tensor<2x5x?xi32>, %[[RING:[^:]*]]: tensor<2x8x16xf32>, %[[KV:[^:]*]]: tensor<2x5x16xf32>)
func.func @list(%q: !torch.vtensor<[2,5,4,16],f32>, %sink: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2,5,?],si32>, %ring: !torch.vtensor<[2,8,16],f32>, %kv: !torch.vtensor<[2,5,16],f32>) -> !torch.vtensor<[2,5,4,16],f32> {
  %scale = torch.constant.float 2.500000e-01
  %0 = torch.prim.ListConstruct %ring, %kv : (!torch.vtensor<[2,8,16],f32>, !torch.vtensor<[2,5,16],f32>) -> !torch.list<vtensor>
  // CHECK: dsv4.sparse_attn_sharedkv(%[[Q]], %[[SINK]], %[[I]], %[[RING]], %[[KV]]) {softmax_scale = 2.500000e-01 : f64}
  %1 = torch.operator "torch.dsv4.sparse_attn_sharedkv"(%q, %sink, %i, %0, %scale) : (!torch.vtensor<[2,5,4,16],f32>, !torch.vtensor<[4],f32>, !torch.vtensor<[2,5,?],si32>, !torch.list<vtensor>, !torch.float) -> !torch.vtensor<[2,5,4,16],f32>
  return %1 : !torch.vtensor<[2,5,4,16],f32>
}

// An enumerator is a string; integers that are present and absent.
// CHECK-LABEL: func.func @enumerator(
func.func @enumerator(%ids: !torch.vtensor<[2,1],si64>, %start: !torch.vtensor<[2],si32>, %lens: !torch.vtensor<[2],si32>) -> (!torch.vtensor<[2,1,8],si32>, !torch.vtensor<[2,1,8],si32>) {
  %none = torch.constant.none
  %int8 = torch.constant.int 8
  %int24 = torch.constant.int 24
  %ring = torch.constant.str "ring"
  %appended = torch.constant.str "appended"
  // CHECK: dsv4.window_indices(%{{.*}}) {rows = #dsv4.window_rows<ring>, window = 8 : i64} : (tensor<2x1xi64>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x1x8xi32>
  %0 = torch.operator "torch.dsv4.window_indices"(%ids, %start, %lens, %int8, %ring, %none) : (!torch.vtensor<[2,1],si64>, !torch.vtensor<[2],si32>, !torch.vtensor<[2],si32>, !torch.int, !torch.str, !torch.none) -> !torch.vtensor<[2,1,8],si32>
  // CHECK: dsv4.window_indices(%{{.*}}) {call_offset = 24 : i64, window = 8 : i64}
  %1 = torch.operator "torch.dsv4.window_indices"(%ids, %start, %lens, %int8, %appended, %int24) : (!torch.vtensor<[2,1],si64>, !torch.vtensor<[2],si32>, !torch.vtensor<[2],si32>, !torch.int, !torch.str, !torch.int) -> !torch.vtensor<[2,1,8],si32>
  return %0, %1 : !torch.vtensor<[2,1,8],si32>, !torch.vtensor<[2,1,8],si32>
}

// Several results; FP4 codes, for which torch has no dtype, are bytes.
// CHECK-LABEL: func.func @results(
func.func @results(%x: !torch.vtensor<[3,64],f32>) -> (!torch.vtensor<[3,64],ui8>, !torch.vtensor<[3,64],f32>) {
  %int32 = torch.constant.int 32
  %int45 = torch.constant.int 45
  // CHECK: %[[CODES:.*]], %{{.*}}, %[[Y:.*]] = dsv4.act_quant(%{{.*}}) {block = 32 : i64, format = f4E2M1FN}
  // CHECK: %[[BITS:.*]] = arith.bitcast %[[CODES]] : tensor<3x64xf4E2M1FN> to tensor<3x64xi4>
  // CHECK: %[[BYTES:.*]] = arith.extui %[[BITS]] : tensor<3x64xi4> to tensor<3x64xi8>
  // CHECK: return %[[BYTES]], %[[Y]]
  %0:3 = torch.operator "torch.dsv4.act_quant"(%x, %int32, %int45) : (!torch.vtensor<[3,64],f32>, !torch.int, !torch.int) -> (!torch.vtensor<[3,64],ui8>, !torch.vtensor<[3,2],f8E8M0FNU>, !torch.vtensor<[3,64],f32>)
  return %0#0, %0#2 : !torch.vtensor<[3,64],ui8>, !torch.vtensor<[3,64],f32>
}
