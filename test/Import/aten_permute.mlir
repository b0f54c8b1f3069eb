// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @permute(
// CHECK-SAME: %[[X:.*]]: tensor<2x?x4xf32>)
func.func @permute(%x: !torch.vtensor<[2,?,4],f32>) -> !torch.vtensor<[4,2,?],f32> {
  %int-1 = torch.constant.int -1
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %0 = torch.prim.ListConstruct %int-1, %int0, %int1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK: %[[SIZE:.*]] = tensor.dim %[[X]], %{{.*}}
  // CHECK: %[[EMPTY:.*]] = tensor.empty(%[[SIZE]]) : tensor<4x2x?xf32>
  // CHECK: linalg.transpose ins(%[[X]] : tensor<2x?x4xf32>) outs(%[[EMPTY]] : tensor<4x2x?xf32>) permutation = [2, 0, 1]
  %1 = torch.aten.permute %x, %0 : !torch.vtensor<[2,?,4],f32>, !torch.list<int> -> !torch.vtensor<[4,2,?],f32>
  return %1 : !torch.vtensor<[4,2,?],f32>
}

// CHECK-LABEL: func.func @identity(
// CHECK-SAME: %[[X:.*]]: tensor<2x4xf32>)
func.func @identity(%x: !torch.vtensor<[2,4],f32>) -> !torch.vtensor<[2,4],f32> {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %0 = torch.prim.ListConstruct %int0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK-NEXT: return %[[X]]
  %1 = torch.aten.permute %x, %0 : !torch.vtensor<[2,4],f32>, !torch.list<int> -> !torch.vtensor<[2,4],f32>
  return %1 : !torch.vtensor<[2,4],f32>
}
