// dynamic_quantize_mxfp4 and mxfp4_linear: torch's [N, K / 2] of f4E2M1FN is i8, two codes per byte; the true K is twice
// the printed one.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @quantize(
// CHECK: %[[C:.*]], %[[S:.*]], %{{.*}} = dsv4.act_quant(%arg0) {block = 32 : i64, format = f4E2M1FN} : (tensor<8x64xbf16>) -> (tensor<8x64xf4E2M1FN>, tensor<8x2xf8E8M0FNU>, tensor<8x64xbf16>)
// CHECK: tensor.expand_shape %[[C]] {{.*}} into tensor<8x32x2xf4E2M1FN>
// CHECK: arith.bitcast %{{.*}} : f4E2M1FN to i4
// CHECK: arith.shli
// CHECK: %[[P:.*]] = arith.ori %{{.*}} : i8
// CHECK: return %{{.*}}, %[[S]] : tensor<8x32xi8>, tensor<8x2xf8E8M0FNU>
func.func @quantize(%x: !torch.vtensor<[8,64],bf16>) -> (!torch.vtensor<[8,32],f4E2M1FN>, !torch.vtensor<[8,2],f8E8M0FNU>) {
  %int32 = torch.constant.int 32
  %0:2 = torch.operator "torch.tensor_cast.dynamic_quantize_mxfp4"(%x, %int32) : (!torch.vtensor<[8,64],bf16>, !torch.int) -> (!torch.vtensor<[8,32],f4E2M1FN>, !torch.vtensor<[8,2],f8E8M0FNU>)
  return %0#0, %0#1 : !torch.vtensor<[8,32],f4E2M1FN>, !torch.vtensor<[8,2],f8E8M0FNU>
}

// What was quantised is not decoded again. One kernel decodes the weight and multiplies.
// CHECK-LABEL: func.func @linear(
// CHECK-SAME: %[[X:[^:]*]]: tensor<8x64xbf16>, %[[W:[^:]*]]: tensor<16x32xi8>, %[[S:[^:]*]]: tensor<16x2xf8E8M0FNU>
// CHECK-NEXT: %{{.*}}, %{{.*}}, %[[Y:.*]] = dsv4.act_quant(%[[X]])
// CHECK-NEXT: dsv4.kernel "mxfp4_linear"(%[[W]], %[[S]], %[[Y]]) : (tensor<16x32xi8>, tensor<16x2xf8E8M0FNU>, tensor<8x64xbf16>) -> tensor<8x16xbf16>
// CHECK: linalg.contract {{.*}} ins(%{{.*}}, %{{.*}} : tensor<8x64xbf16>, tensor<16x64xbf16>) outs(%{{.*}} : tensor<8x16xf32>)
func.func @linear(%x: !torch.vtensor<[8,64],bf16>, %w: !torch.vtensor<[16,32],f4E2M1FN>, %s: !torch.vtensor<[16,2],f8E8M0FNU>) -> !torch.vtensor<[8,16],bf16> {
  %int32 = torch.constant.int 32
  %int15 = torch.constant.int 15
  %none = torch.constant.none
  %0:2 = torch.operator "torch.tensor_cast.dynamic_quantize_mxfp4"(%x, %int32) : (!torch.vtensor<[8,64],bf16>, !torch.int) -> (!torch.vtensor<[8,32],f4E2M1FN>, !torch.vtensor<[8,2],f8E8M0FNU>)
  %1 = torch.operator "torch.tensor_cast.mxfp4_linear"(%0#0, %w, %0#1, %s, %none, %int15) : (!torch.vtensor<[8,32],f4E2M1FN>, !torch.vtensor<[16,32],f4E2M1FN>, !torch.vtensor<[8,2],f8E8M0FNU>, !torch.vtensor<[16,2],f8E8M0FNU>, !torch.none, !torch.int) -> !torch.vtensor<[8,16],bf16>
  return %1 : !torch.vtensor<[8,16],bf16>
}

// Codes that the program was given, and a bias.
// CHECK-LABEL: func.func @codes(
// CHECK: dsv4.kernel "mxfp4_linear"(%arg1, %arg3, %arg0, %arg2) : (tensor<16x32xi8>, tensor<16x2xf8E8M0FNU>, tensor<2x4x32xi8>, tensor<2x4x2xf8E8M0FNU>) -> tensor<2x4x16xf32>
// CHECK: arith.addf
func.func @codes(%x: !torch.vtensor<[2,4,32],f4E2M1FN>, %w: !torch.vtensor<[16,32],f4E2M1FN>, %xs: !torch.vtensor<[2,4,2],f8E8M0FNU>, %ws: !torch.vtensor<[16,2],f8E8M0FNU>, %b: !torch.vtensor<[16],f32>) -> !torch.vtensor<[2,4,16],f32> {
  %int6 = torch.constant.int 6
  %0 = torch.operator "torch.tensor_cast.mxfp4_linear"(%x, %w, %xs, %ws, %b, %int6) : (!torch.vtensor<[2,4,32],f4E2M1FN>, !torch.vtensor<[16,32],f4E2M1FN>, !torch.vtensor<[2,4,2],f8E8M0FNU>, !torch.vtensor<[16,2],f8E8M0FNU>, !torch.vtensor<[16],f32>, !torch.int) -> !torch.vtensor<[2,4,16],f32>
  return %0 : !torch.vtensor<[2,4,16],f32>
}
