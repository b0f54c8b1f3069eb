// fp8_linear: blocks of 128 x 128 are dsv4.linear of the dequantised activations, which it quantises to the same codes;
// scales that do not depend on K multiply the product of the codes.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @blocks(
// CHECK-NEXT: %{{.*}}, %{{.*}}, %[[Y:.*]] = dsv4.act_quant(%arg0) {block = 256 : i64, format = f8E4M3FN}
// CHECK-NEXT: dsv4.linear(%[[Y]], %arg1, %arg2) : (tensor<8x256xbf16>, tensor<192x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>) -> tensor<8x192xbf16>
func.func @blocks(%x: !torch.vtensor<[8,256],bf16>, %w: !torch.vtensor<[192,256],f8E4M3FN>, %s: !torch.vtensor<[2,2],f8E8M0FNU>) -> !torch.vtensor<[8,192],bf16> {
  %int-1 = torch.constant.int -1
  %dims = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %int44 = torch.constant.int 44
  %int24 = torch.constant.int 24
  %int15 = torch.constant.int 15
  %none = torch.constant.none
  %0:2 = torch.operator "torch.tensor_cast.dynamic_quantize_symmetric"(%x, %dims, %int44, %int24) : (!torch.vtensor<[8,256],bf16>, !torch.list<int>, !torch.int, !torch.int) -> (!torch.vtensor<[8,256],f8E4M3FN>, !torch.vtensor<[8,1],f8E8M0FNU>)
  %1 = torch.operator "torch.tensor_cast.fp8_linear"(%0#0, %w, %0#1, %s, %none, %int15) : (!torch.vtensor<[8,256],f8E4M3FN>, !torch.vtensor<[192,256],f8E4M3FN>, !torch.vtensor<[8,1],f8E8M0FNU>, !torch.vtensor<[2,2],f8E8M0FNU>, !torch.none, !torch.int) -> !torch.vtensor<[8,192],bf16>
  return %1 : !torch.vtensor<[8,192],bf16>
}

// Codes that the program was given, one scale per 128 channels, and a bias.
// CHECK-LABEL: func.func @codes(
// CHECK: tensor.expand_shape %arg0 {{.*}} into tensor<8x2x128xf8E4M3FN>
// CHECK: %[[X:.*]] = tensor.collapse_shape %{{.*}} : tensor<8x2x128xbf16> into tensor<8x256xbf16>
// CHECK: %[[P:.*]] = dsv4.linear(%[[X]], %arg1, %arg3) {output_type = f32}
// CHECK: arith.addf
func.func @codes(%x: !torch.vtensor<[8,256],f8E4M3FN>, %w: !torch.vtensor<[128,256],f8E4M3FN>, %xs: !torch.vtensor<[8,2],f8E8M0FNU>, %ws: !torch.vtensor<[1,2],f8E8M0FNU>, %b: !torch.vtensor<[128],bf16>) -> !torch.vtensor<[8,128],bf16> {
  %none = torch.constant.none
  %0 = torch.operator "torch.tensor_cast.fp8_linear"(%x, %w, %xs, %ws, %b, %none) : (!torch.vtensor<[8,256],f8E4M3FN>, !torch.vtensor<[128,256],f8E4M3FN>, !torch.vtensor<[8,2],f8E8M0FNU>, !torch.vtensor<[1,2],f8E8M0FNU>, !torch.vtensor<[128],bf16>, !torch.none) -> !torch.vtensor<[8,128],bf16>
  return %0 : !torch.vtensor<[8,128],bf16>
}

// One scale per output.
// CHECK-LABEL: func.func @per_output(
// CHECK: dsv4.kernel "fp8_linear"(%arg0, %arg1, %arg3, %arg2)
// CHECK: linalg.contract {{.*}} ins(%{{.*}}, %{{.*}} : tensor<8x64xf8E4M3FN>, tensor<32x64xf8E4M3FN>) outs(%{{.*}} : tensor<8x32xf32>)
// CHECK: %[[N:.*]] = linalg.index 1
// CHECK: tensor.extract %{{.*}}[%[[N]], %{{.*}}] : tensor<32x1xf32>
func.func @per_output(%x: !torch.vtensor<[8,64],f8E4M3FN>, %w: !torch.vtensor<[32,64],f8E4M3FN>, %xs: !torch.vtensor<[8,1],f32>, %ws: !torch.vtensor<[32,1],f32>) -> !torch.vtensor<[8,32],f32> {
  %none = torch.constant.none
  %int6 = torch.constant.int 6
  %0 = torch.operator "torch.tensor_cast.fp8_linear"(%x, %w, %xs, %ws, %none, %int6) : (!torch.vtensor<[8,64],f8E4M3FN>, !torch.vtensor<[32,64],f8E4M3FN>, !torch.vtensor<[8,1],f32>, !torch.vtensor<[32,1],f32>, !torch.none, !torch.int) -> !torch.vtensor<[8,32],f32>
  return %0 : !torch.vtensor<[8,32],f32>
}
