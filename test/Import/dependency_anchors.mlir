// TensorCast's `y + 0 * cache` keeps a cache write alive; it is left out, since 0 * NaN is not 0. Of any other tensor it
// is arithmetic.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @anchor(
// CHECK-NEXT: %[[C:.*]] = dsv4.scatter_nd_update_mla
// CHECK-NEXT: return %arg3, %[[C]]
func.func @anchor(%rows: !torch.vtensor<[1,2,8],f32>, %cache: !torch.vtensor<[1,4,8],f32>, %slots: !torch.vtensor<[1,2],si32>, %y: !torch.vtensor<[1,3,8],f32>) -> (!torch.vtensor<[1,3,8],f32>, !torch.vtensor<[1,4,8],f32>) {
  %none = torch.constant.none
  %false = torch.constant.bool false
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  %zero = torch.vtensor.literal(dense<0.0> : tensor<f32>) : !torch.vtensor<[],f32>
  %dims = torch.prim.ListConstruct %int1, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
  %c = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%rows, %cache, %slots, %none, %none) : (!torch.vtensor<[1,2,8],f32>, !torch.vtensor<[1,4,8],f32>, !torch.vtensor<[1,2],si32>, !torch.none, !torch.none) -> !torch.vtensor<[1,4,8],f32>
  %true = torch.constant.bool true
  %0 = torch.aten.sum.dim_IntList %c, %dims, %true, %none : !torch.vtensor<[1,4,8],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,1,1],f32>
  %1 = torch.aten.mul.Tensor %0, %zero : !torch.vtensor<[1,1,1],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[1,1,1],f32>
  %2 = torch.aten.add.Tensor %y, %1, %int1 : !torch.vtensor<[1,3,8],f32>, !torch.vtensor<[1,1,1],f32>, !torch.int -> !torch.vtensor<[1,3,8],f32>
  return %2, %c : !torch.vtensor<[1,3,8],f32>, !torch.vtensor<[1,4,8],f32>
}

// CHECK-LABEL: func.func @arithmetic(
// CHECK: arith.mulf
// CHECK: arith.addf
func.func @arithmetic(%x: !torch.vtensor<[4],f32>, %y: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32> {
  %int1 = torch.constant.int 1
  %zero = torch.vtensor.literal(dense<0.0> : tensor<f32>) : !torch.vtensor<[],f32>
  %0 = torch.aten.mul.Tensor %x, %zero : !torch.vtensor<[4],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[4],f32>
  %1 = torch.aten.add.Tensor %y, %0, %int1 : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],f32>
  return %1 : !torch.vtensor<[4],f32>
}
