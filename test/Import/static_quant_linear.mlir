// static_quant_linear: codes of si8 are summed in i32, then scaled; floats take the weight as floats.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @codes(
// CHECK: dsv4.kernel "static_quant_linear"(%arg0, %arg1, %arg2, %arg3)
// CHECK: linalg.contract {{.*}} ins(%{{.*}}, %{{.*}} : tensor<?x64xi8>, tensor<32x64xi8>) outs(%{{.*}} : tensor<?x32xi32>)
// CHECK: arith.sitofp %{{.*}} : i32 to f32
// CHECK: tensor.extract %{{.*}} : tensor<32xf32>
func.func @codes(%x: !torch.vtensor<[?,64],si8>, %w: !torch.vtensor<[32,64],si8>, %ws: !torch.vtensor<[32],f32>, %xs: !torch.vtensor<[?,1],f32>) -> !torch.vtensor<[?,32],bf16> {
  %none = torch.constant.none
  %int15 = torch.constant.int 15
  %0 = torch.operator "torch.tensor_cast.static_quant_linear"(%x, %w, %ws, %none, %xs, %none, %none, %int15) : (!torch.vtensor<[?,64],si8>, !torch.vtensor<[32,64],si8>, !torch.vtensor<[32],f32>, !torch.none, !torch.vtensor<[?,1],f32>, !torch.none, !torch.none, !torch.int) -> !torch.vtensor<[?,32],bf16>
  return %0 : !torch.vtensor<[?,32],bf16>
}

// CHECK-LABEL: func.func @weight_only(
// CHECK: arith.sitofp %{{.*}} : i8 to f32
// CHECK: linalg.contract {{.*}} ins(%{{.*}}, %{{.*}} : tensor<8x64xf32>, tensor<32x64xf32>)
// CHECK: tensor.extract %{{.*}}[] : tensor<f32>
func.func @weight_only(%x: !torch.vtensor<[8,64],bf16>, %w: !torch.vtensor<[32,64],si8>, %ws: !torch.vtensor<[],f32>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %0 = torch.operator "torch.tensor_cast.static_quant_linear"(%x, %w, %ws, %none, %none, %none, %none, %none) : (!torch.vtensor<[8,64],bf16>, !torch.vtensor<[32,64],si8>, !torch.vtensor<[],f32>, !torch.none, !torch.none, !torch.none, !torch.none, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %0 : !torch.vtensor<[8,32],bf16>
}
