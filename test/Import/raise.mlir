// dsv4-raise: composites as torch-mlir prints them (cut from exported programs), and what only looks like one.
// RUN: dsv4-opt %s --dsv4-raise -mlir-print-op-generic | FileCheck %s
// RUN: dsv4-opt %s --pass-pipeline="builtin.module(func.func(dsv4-raise),convert-torch-to-dsv4)" | FileCheck %s --check-prefix=CONVERT
// RUN: dsv4-opt %s --dsv4-raise -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK

// transformers' RMSNorm in bf16: f32 in between, the weight before the one rounding.
// CHECK-LABEL: sym_name = "norm"
// CHECK-NOT: torch.aten
// CONVERT-LABEL: func.func @norm(
// CONVERT-NEXT: dsv4.rms_norm(%arg1, %arg0) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<1x16x64xbf16>, tensor<64xbf16>) -> tensor<1x16x64xbf16>
// REMARK: remark: dsv4-raise: 1 rms_norm in @norm
func.func @norm(%arg14: !torch.vtensor<[64],bf16>, %72: !torch.vtensor<[1,16,64],bf16>) -> !torch.vtensor<[1,16,64],bf16> {
  %int15 = torch.constant.int 15
  %cpu = torch.constant.device "cpu"
  %none = torch.constant.none
  %int0 = torch.constant.int 0
  torch.aten._assert_tensor_metadata %72, %none, %none, %int15, %cpu, %int0 : !torch.vtensor<[1,16,64],bf16>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
  %int6 = torch.constant.int 6
  %73 = torch.prims.convert_element_type %72, %int6 : !torch.vtensor<[1,16,64],bf16>, !torch.int -> !torch.vtensor<[1,16,64],f32>
  %int2 = torch.constant.int 2
  %74 = torch.aten.pow.Tensor_Scalar %73, %int2 : !torch.vtensor<[1,16,64],f32>, !torch.int -> !torch.vtensor<[1,16,64],f32>
  %int-1 = torch.constant.int -1
  %75 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %true = torch.constant.bool true
  %76 = torch.aten.mean.dim %74, %75, %true, %none : !torch.vtensor<[1,16,64],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,16,1],f32>
  %eps = torch.constant.float 9.9999999999999995E-7
  %int1 = torch.constant.int 1
  %77 = torch.aten.add.Scalar %76, %eps, %int1 : !torch.vtensor<[1,16,1],f32>, !torch.float, !torch.int -> !torch.vtensor<[1,16,1],f32>
  %78 = torch.aten.rsqrt %77 : !torch.vtensor<[1,16,1],f32> -> !torch.vtensor<[1,16,1],f32>
  %79 = torch.aten.mul.Tensor %73, %78 : !torch.vtensor<[1,16,64],f32>, !torch.vtensor<[1,16,1],f32> -> !torch.vtensor<[1,16,64],f32>
  %80 = torch.aten.mul.Tensor %arg14, %79 : !torch.vtensor<[64],bf16>, !torch.vtensor<[1,16,64],f32> -> !torch.vtensor<[1,16,64],f32>
  torch.aten._assert_tensor_metadata %80, %none, %none, %int6, %cpu, %int0 : !torch.vtensor<[1,16,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
  %81 = torch.prims.convert_element_type %80, %int15 : !torch.vtensor<[1,16,64],f32>, !torch.int -> !torch.vtensor<[1,16,64],bf16>
  return %81 : !torch.vtensor<[1,16,64],bf16>
}

// The torch form of a norm of heads, without weight.
// CONVERT-LABEL: func.func @head_norm(
// CONVERT-NEXT: dsv4.rms_norm(%arg0) {norm_eps = 9.9999999999999995E-7 : f64} : (tensor<2x1x4x32xf32>) -> tensor<2x1x4x32xf32>
func.func @head_norm(%16: !torch.vtensor<[2,1,4,32],f32>) -> !torch.vtensor<[2,1,4,32],f32> {
  %int-1 = torch.constant.int -1
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  %int32 = torch.constant.int 32
  %eps = torch.constant.float 9.9999999999999995E-7
  %true = torch.constant.bool true
  %none = torch.constant.none
  %17 = torch.aten.pow.Tensor_Scalar %16, %int2 : !torch.vtensor<[2,1,4,32],f32>, !torch.int -> !torch.vtensor<[2,1,4,32],f32>
  %18 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %19 = torch.aten.sum.dim_IntList %17, %18, %true, %none : !torch.vtensor<[2,1,4,32],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,1,4,1],f32>
  %20 = torch.aten.div.Scalar %19, %int32 : !torch.vtensor<[2,1,4,1],f32>, !torch.int -> !torch.vtensor<[2,1,4,1],f32>
  %21 = torch.aten.add.Scalar %20, %eps, %int1 : !torch.vtensor<[2,1,4,1],f32>, !torch.float, !torch.int -> !torch.vtensor<[2,1,4,1],f32>
  %22 = torch.aten.rsqrt %21 : !torch.vtensor<[2,1,4,1],f32> -> !torch.vtensor<[2,1,4,1],f32>
  %23 = torch.aten.mul.Tensor %16, %22 : !torch.vtensor<[2,1,4,32],f32>, !torch.vtensor<[2,1,4,1],f32> -> !torch.vtensor<[2,1,4,32],f32>
  return %23 : !torch.vtensor<[2,1,4,32],f32>
}

// transformers' MLP: three projections with the views of F.linear, and the clamped activation between them.
// CONVERT-LABEL: func.func @mlp(
// CONVERT-DAG: %[[G:.*]] = dsv4.linear(%arg3, %arg0) : (tensor<1x8x64xf32>, tensor<32x64xf32>) -> tensor<1x8x32xf32>
// CONVERT-DAG: %[[U:.*]] = dsv4.linear(%arg3, %arg1)
// CONVERT: %[[H:.*]] = dsv4.v4_clamped_swiglu(%[[G]], %[[U]]) {limit = 1.000000e+01 : f64}
// CONVERT: dsv4.linear(%[[H]], %arg2)
func.func @mlp(%arg0: !torch.vtensor<[32,64],f32>, %arg1: !torch.vtensor<[32,64],f32>, %arg2: !torch.vtensor<[64,32],f32>, %arg3: !torch.vtensor<[1,8,64],f32>) -> !torch.vtensor<[1,8,64],f32> {
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  %int8 = torch.constant.int 8
  %int64 = torch.constant.int 64
  %int32 = torch.constant.int 32
  %none = torch.constant.none
  %high = torch.constant.float 1.000000e+01
  %low = torch.constant.float -1.000000e+01
  %0 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
  %1 = torch.aten.permute %arg0, %0 : !torch.vtensor<[32,64],f32>, !torch.list<int> -> !torch.vtensor<[64,32],f32>
  %2 = torch.prim.ListConstruct %int8, %int64 : (!torch.int, !torch.int) -> !torch.list<int>
  %3 = torch.aten.view %arg3, %2 : !torch.vtensor<[1,8,64],f32>, !torch.list<int> -> !torch.vtensor<[8,64],f32>
  %4 = torch.aten.mm %3, %1 : !torch.vtensor<[8,64],f32>, !torch.vtensor<[64,32],f32> -> !torch.vtensor<[8,32],f32>
  %5 = torch.prim.ListConstruct %int1, %int8, %int32 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  %6 = torch.aten.view %4, %5 : !torch.vtensor<[8,32],f32>, !torch.list<int> -> !torch.vtensor<[1,8,32],f32>
  %7 = torch.aten.clamp %6, %none, %high : !torch.vtensor<[1,8,32],f32>, !torch.none, !torch.float -> !torch.vtensor<[1,8,32],f32>
  %9 = torch.aten.permute %arg1, %0 : !torch.vtensor<[32,64],f32>, !torch.list<int> -> !torch.vtensor<[64,32],f32>
  %11 = torch.aten.view %arg3, %2 : !torch.vtensor<[1,8,64],f32>, !torch.list<int> -> !torch.vtensor<[8,64],f32>
  %12 = torch.aten.mm %11, %9 : !torch.vtensor<[8,64],f32>, !torch.vtensor<[64,32],f32> -> !torch.vtensor<[8,32],f32>
  %14 = torch.aten.view %12, %5 : !torch.vtensor<[8,32],f32>, !torch.list<int> -> !torch.vtensor<[1,8,32],f32>
  %15 = torch.aten.clamp %14, %low, %high : !torch.vtensor<[1,8,32],f32>, !torch.float, !torch.float -> !torch.vtensor<[1,8,32],f32>
  %16 = torch.aten.sigmoid %7 : !torch.vtensor<[1,8,32],f32> -> !torch.vtensor<[1,8,32],f32>
  %17 = torch.aten.mul.Tensor %7, %16 : !torch.vtensor<[1,8,32],f32>, !torch.vtensor<[1,8,32],f32> -> !torch.vtensor<[1,8,32],f32>
  %18 = torch.aten.mul.Tensor %17, %15 : !torch.vtensor<[1,8,32],f32>, !torch.vtensor<[1,8,32],f32> -> !torch.vtensor<[1,8,32],f32>
  %20 = torch.aten.permute %arg2, %0 : !torch.vtensor<[64,32],f32>, !torch.list<int> -> !torch.vtensor<[32,64],f32>
  %21 = torch.prim.ListConstruct %int8, %int32 : (!torch.int, !torch.int) -> !torch.list<int>
  %22 = torch.aten.view %18, %21 : !torch.vtensor<[1,8,32],f32>, !torch.list<int> -> !torch.vtensor<[8,32],f32>
  %23 = torch.aten.mm %22, %20 : !torch.vtensor<[8,32],f32>, !torch.vtensor<[32,64],f32> -> !torch.vtensor<[8,64],f32>
  %24 = torch.prim.ListConstruct %int1, %int8, %int64 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  %25 = torch.aten.view %23, %24 : !torch.vtensor<[8,64],f32>, !torch.list<int> -> !torch.vtensor<[1,8,64],f32>
  return %25 : !torch.vtensor<[1,8,64],f32>
}

// The scores of a gate: the activations are read as bf16.
// CONVERT-LABEL: func.func @gate(
// CONVERT-NEXT: dsv4.gate_score(%arg1, %arg0) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>} : (tensor<16x64xbf16>, tensor<4x64xf32>) -> tensor<16x4xf32>
func.func @gate(%arg0: !torch.vtensor<[4,64],f32>, %arg2: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,4],f32> {
  %int6 = torch.constant.int 6
  %0 = torch.prims.convert_element_type %arg2, %int6 : !torch.vtensor<[16,64],bf16>, !torch.int -> !torch.vtensor<[16,64],f32>
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  %1 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
  %2 = torch.aten.permute %arg0, %1 : !torch.vtensor<[4,64],f32>, !torch.list<int> -> !torch.vtensor<[64,4],f32>
  %3 = torch.aten.mm %0, %2 : !torch.vtensor<[16,64],f32>, !torch.vtensor<[64,4],f32> -> !torch.vtensor<[16,4],f32>
  %4 = torch.aten.exp %3 : !torch.vtensor<[16,4],f32> -> !torch.vtensor<[16,4],f32>
  %5 = torch.aten.log1p %4 : !torch.vtensor<[16,4],f32> -> !torch.vtensor<[16,4],f32>
  %int20 = torch.constant.int 20
  %6 = torch.aten.gt.Scalar %3, %int20 : !torch.vtensor<[16,4],f32>, !torch.int -> !torch.vtensor<[16,4],i1>
  %7 = torch.aten.where.self %6, %3, %5 : !torch.vtensor<[16,4],i1>, !torch.vtensor<[16,4],f32>, !torch.vtensor<[16,4],f32> -> !torch.vtensor<[16,4],f32>
  %8 = torch.aten.sqrt %7 : !torch.vtensor<[16,4],f32> -> !torch.vtensor<[16,4],f32>
  return %8 : !torch.vtensor<[16,4],f32>
}

// Not decomposed: linear, softplus and the einsum of the o projection.
// CONVERT-LABEL: func.func @undecomposed(
// CONVERT-DAG: dsv4.gate_score(%arg0, %arg1)
// CONVERT-DAG: %[[W:.*]] = tensor.collapse_shape %arg3 {{\[}}[0, 1], [2]] : tensor<2x16x64xbf16> into tensor<32x64xbf16>
// CONVERT: %[[U:.*]] = dsv4.grouped_linear(%arg2, %[[W]]) {groups = 2 : i64} : (tensor<1x16x2x64xbf16>, tensor<32x64xbf16>) -> tensor<1x16x32xbf16>
// CONVERT: tensor.expand_shape %[[U]] {{.*}} into tensor<1x16x2x16xbf16>
func.func @undecomposed(%x: !torch.vtensor<[16,64],f32>, %w: !torch.vtensor<[4,64],f32>, %o: !torch.vtensor<[1,16,2,64],bf16>, %a: !torch.vtensor<[2,16,64],bf16>) -> (!torch.vtensor<[16,4],f32>, !torch.vtensor<[1,16,2,16],bf16>) {
  %none = torch.constant.none
  %int1 = torch.constant.int 1
  %int20 = torch.constant.int 20
  %0 = torch.aten.linear %x, %w, %none : !torch.vtensor<[16,64],f32>, !torch.vtensor<[4,64],f32>, !torch.none -> !torch.vtensor<[16,4],f32>
  %1 = torch.aten.softplus %0, %int1, %int20 : !torch.vtensor<[16,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[16,4],f32>
  %2 = torch.aten.sqrt %1 : !torch.vtensor<[16,4],f32> -> !torch.vtensor<[16,4],f32>
  %str = torch.constant.str "bsgd,grd->bsgr"
  %3 = torch.prim.ListConstruct %o, %a : (!torch.vtensor<[1,16,2,64],bf16>, !torch.vtensor<[2,16,64],bf16>) -> !torch.list<vtensor>
  %4 = torch.aten.einsum %str, %3, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[1,16,2,16],bf16>
  return %2, %4 : !torch.vtensor<[16,4],f32>, !torch.vtensor<[1,16,2,16],bf16>
}
