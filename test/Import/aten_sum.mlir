// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @keepdim(
func.func @keepdim(%x: !torch.vtensor<[?,3],f32>) -> !torch.vtensor<[?,1],f32> {
  %int-1 = torch.constant.int -1
  %0 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %true = torch.constant.bool true
  %none = torch.constant.none
  // CHECK: %[[SUM:.*]] = linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]} ins(%{{.*}} : tensor<?x3xf32>) outs(%{{.*}} : tensor<?xf32>)
  // CHECK: arith.addf
  // CHECK: tensor.expand_shape %[[SUM]] {{\[}}[0, 1]] output_shape [%{{.*}}, 1] : tensor<?xf32> into tensor<?x1xf32>
  %1 = torch.aten.sum.dim_IntList %x, %0, %true, %none : !torch.vtensor<[?,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
  return %1 : !torch.vtensor<[?,1],f32>
}

// The first and the last of three dimensions; bf16 is summed in f32 and rounded once.
// CHECK-LABEL: func.func @bf16(
func.func @bf16(%x: !torch.vtensor<[2,5,3],bf16>) -> (!torch.vtensor<[5],bf16>, !torch.vtensor<[1,5,1],bf16>) {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %0 = torch.prim.ListConstruct %int0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %none = torch.constant.none
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<5xf32>)
  // CHECK: arith.extf
  // CHECK: arith.addf %{{.*}} : f32
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %1 = torch.aten.sum.dim_IntList %x, %0, %false, %none : !torch.vtensor<[2,5,3],bf16>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[5],bf16>
  // CHECK: tensor.expand_shape %{{.*}} {{\[}}[0, 1, 2]] output_shape [1, 5, 1] : tensor<5xf32> into tensor<1x5x1xf32>
  %2 = torch.aten.sum.dim_IntList %x, %0, %true, %none : !torch.vtensor<[2,5,3],bf16>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,5,1],bf16>
  return %1, %2 : !torch.vtensor<[5],bf16>, !torch.vtensor<[1,5,1],bf16>
}

// No list is all dimensions; bool counts as si64.
// CHECK-LABEL: func.func @all(
func.func @all(%x: !torch.vtensor<[2,5],i1>) -> (!torch.vtensor<[],si64>, !torch.vtensor<[1,1],f32>) {
  %false = torch.constant.bool false
  %true = torch.constant.bool true
  %none = torch.constant.none
  %int6 = torch.constant.int 6
  // CHECK: linalg.generic {{.*}}iterator_types = ["reduction", "reduction"]} ins(%{{.*}} : tensor<2x5xi1>) outs(%{{.*}} : tensor<i64>)
  // CHECK: %[[ONE:.*]] = arith.extui %{{.*}} : i1 to i64
  // CHECK: arith.addi %{{.*}}, %[[ONE]] : i64
  %0 = torch.aten.sum.dim_IntList %x, %none, %false, %none : !torch.vtensor<[2,5],i1>, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[],si64>
  // CHECK: arith.uitofp %{{.*}} : i1 to f32
  // CHECK: tensor.expand_shape %{{.*}} [] output_shape [1, 1] : tensor<f32> into tensor<1x1xf32>
  %empty = torch.prim.ListConstruct  : () -> !torch.list<int>
  %1 = torch.aten.sum.dim_IntList %x, %empty, %true, %int6 : !torch.vtensor<[2,5],i1>, !torch.list<int>, !torch.bool, !torch.int -> !torch.vtensor<[1,1],f32>
  return %0, %1 : !torch.vtensor<[],si64>, !torch.vtensor<[1,1],f32>
}
