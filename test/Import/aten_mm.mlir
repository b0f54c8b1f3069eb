// Matrix products are contractions that sum in f32 and round once; a transposed operand is read as it is.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-DAG: #[[$MK:.*]] = affine_map<(d0, d1, d2) -> (d0, d2)>
// CHECK-DAG: #[[$KN:.*]] = affine_map<(d0, d1, d2) -> (d2, d1)>
// CHECK-DAG: #[[$NK:.*]] = affine_map<(d0, d1, d2) -> (d1, d2)>
// CHECK-DAG: #[[$MN:.*]] = affine_map<(d0, d1, d2) -> (d0, d1)>

// CHECK-LABEL: func.func @plain(
// CHECK-SAME: %[[X:.*]]: tensor<?x16xf32>, %[[W:.*]]: tensor<16x8xf32>)
func.func @plain(%x: !torch.vtensor<[?,16],f32>, %w: !torch.vtensor<[16,8],f32>) -> !torch.vtensor<[?,8],f32> {
  // CHECK: %[[ZERO:.*]] = linalg.fill ins(%{{.*}} : f32) outs(%{{.*}} : tensor<?x8xf32>)
  // CHECK: %[[Y:.*]] = linalg.contract indexing_maps = [#[[$MK]], #[[$KN]], #[[$MN]]] ins(%[[X]], %[[W]] : tensor<?x16xf32>, tensor<16x8xf32>) outs(%[[ZERO]] : tensor<?x8xf32>)
  // CHECK: return %[[Y]]
  %0 = torch.aten.mm %x, %w : !torch.vtensor<[?,16],f32>, !torch.vtensor<[16,8],f32> -> !torch.vtensor<[?,8],f32>
  return %0 : !torch.vtensor<[?,8],f32>
}

// F.linear after decomposition: no transpose is left.
// CHECK-LABEL: func.func @linear(
// CHECK-SAME: %[[X:.*]]: tensor<4x16xbf16>, %[[W:.*]]: tensor<8x16xbf16>)
func.func @linear(%x: !torch.vtensor<[4,16],bf16>, %w: !torch.vtensor<[8,16],bf16>) -> !torch.vtensor<[4,8],bf16> {
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  %0 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK-NOT: linalg.transpose
  %1 = torch.aten.permute %w, %0 : !torch.vtensor<[8,16],bf16>, !torch.list<int> -> !torch.vtensor<[16,8],bf16>
  // CHECK: %[[Y:.*]] = linalg.contract indexing_maps = [#[[$MK]], #[[$NK]], #[[$MN]]] ins(%[[X]], %[[W]] : tensor<4x16xbf16>, tensor<8x16xbf16>) outs(%{{.*}} : tensor<4x8xf32>)
  // CHECK: linalg.generic {{.*}} ins(%[[Y]] : tensor<4x8xf32>)
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %2 = torch.aten.mm %x, %1 : !torch.vtensor<[4,16],bf16>, !torch.vtensor<[16,8],bf16> -> !torch.vtensor<[4,8],bf16>
  return %2 : !torch.vtensor<[4,8],bf16>
}

// CHECK-LABEL: func.func @f64(
func.func @f64(%x: !torch.vtensor<[4,16],f64>, %w: !torch.vtensor<[16,8],f64>) -> !torch.vtensor<[4,8],f64> {
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<4x8xf64>)
  %0 = torch.aten.mm %x, %w : !torch.vtensor<[4,16],f64>, !torch.vtensor<[16,8],f64> -> !torch.vtensor<[4,8],f64>
  return %0 : !torch.vtensor<[4,8],f64>
}
