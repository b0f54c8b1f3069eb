// Largest and smallest elements: NaN wins, of equal ones the first.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @max_dim(
func.func @max_dim(%x: !torch.vtensor<[2,5],f32>) -> (!torch.vtensor<[2,1],f32>, !torch.vtensor<[2,1],si64>) {
  %intm1 = torch.constant.int -1
  %true = torch.constant.bool true
  // CHECK: %[[VALUES:.*]] = linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]}
  // CHECK: ^bb0(%[[X:.*]]: f32, %[[A:.*]]: f32):
  // CHECK: arith.cmpf olt, %[[A]], %[[X]]
  // CHECK: arith.cmpf uno
  // CHECK: linalg.generic {{.*}} ins(%{{.*}}, %[[VALUES]] : tensor<2x5xf32>, tensor<2xf32>)
  // CHECK: linalg.index 1
  // CHECK: arith.minsi
  // CHECK: tensor.expand_shape %[[VALUES]]
  %y:2 = torch.aten.max.dim %x, %intm1, %true : !torch.vtensor<[2,5],f32>, !torch.int, !torch.bool -> !torch.vtensor<[2,1],f32>, !torch.vtensor<[2,1],si64>
  return %y#0, %y#1 : !torch.vtensor<[2,1],f32>, !torch.vtensor<[2,1],si64>
}

// CHECK-LABEL: func.func @max(
func.func @max(%x: !torch.vtensor<[2,5],si64>) -> !torch.vtensor<[],si64> {
  // CHECK: arith.cmpi slt
  %y = torch.aten.max %x : !torch.vtensor<[2,5],si64> -> !torch.vtensor<[],si64>
  return %y : !torch.vtensor<[],si64>
}

// CHECK-LABEL: func.func @amax(
func.func @amax(%x: !torch.vtensor<[2,5],f32>) -> !torch.vtensor<[],f32> {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %list_int0_int1 = torch.prim.ListConstruct %int0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  // CHECK: linalg.generic {{.*}}iterator_types = ["reduction", "reduction"]}
  %y = torch.aten.amax %x, %list_int0_int1, %false : !torch.vtensor<[2,5],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[],f32>
  return %y : !torch.vtensor<[],f32>
}

// CHECK-LABEL: func.func @argmax(
func.func @argmax(%x: !torch.vtensor<[2,5],f32>) -> !torch.vtensor<[],si64> {
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<10xf32>
  // CHECK: linalg.index
  // CHECK: arith.minsi
  %y = torch.aten.argmax %x, %none, %false : !torch.vtensor<[2,5],f32>, !torch.none, !torch.bool -> !torch.vtensor<[],si64>
  return %y : !torch.vtensor<[],si64>
}

// CHECK-LABEL: func.func @min_dim(
func.func @min_dim(%x: !torch.vtensor<[2,5],f32>) -> (!torch.vtensor<[2,1],f32>, !torch.vtensor<[2,1],si64>) {
  %intm1 = torch.constant.int -1
  %true = torch.constant.bool true
  // CHECK: %[[VALUES:.*]] = linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]}
  // CHECK: ^bb0(%[[X:.*]]: f32, %[[A:.*]]: f32):
  // CHECK: arith.cmpf olt, %[[X]], %[[A]]
  // CHECK: arith.cmpf uno
  // CHECK: linalg.generic {{.*}} ins(%{{.*}}, %[[VALUES]] : tensor<2x5xf32>, tensor<2xf32>)
  // CHECK: linalg.index 1
  // CHECK: arith.minsi
  // CHECK: tensor.expand_shape %[[VALUES]]
  %y:2 = torch.aten.min.dim %x, %intm1, %true : !torch.vtensor<[2,5],f32>, !torch.int, !torch.bool -> !torch.vtensor<[2,1],f32>, !torch.vtensor<[2,1],si64>
  return %y#0, %y#1 : !torch.vtensor<[2,1],f32>, !torch.vtensor<[2,1],si64>
}

// CHECK-LABEL: func.func @min(
func.func @min(%x: !torch.vtensor<[2,5],si64>) -> !torch.vtensor<[],si64> {
  // CHECK: arith.cmpi slt
  %y = torch.aten.min %x : !torch.vtensor<[2,5],si64> -> !torch.vtensor<[],si64>
  return %y : !torch.vtensor<[],si64>
}

// CHECK-LABEL: func.func @amin(
func.func @amin(%x: !torch.vtensor<[2,5],f32>) -> !torch.vtensor<[],f32> {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %list_int0_int1 = torch.prim.ListConstruct %int0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  // CHECK: linalg.generic {{.*}}iterator_types = ["reduction", "reduction"]}
  %y = torch.aten.amin %x, %list_int0_int1, %false : !torch.vtensor<[2,5],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[],f32>
  return %y : !torch.vtensor<[],f32>
}

// CHECK-LABEL: func.func @argmin(
func.func @argmin(%x: !torch.vtensor<[2,5],f32>) -> !torch.vtensor<[],si64> {
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<10xf32>
  // CHECK: linalg.index
  // CHECK: arith.minsi
  %y = torch.aten.argmin %x, %none, %false : !torch.vtensor<[2,5],f32>, !torch.none, !torch.bool -> !torch.vtensor<[],si64>
  return %y : !torch.vtensor<[],si64>
}

// CHECK-LABEL: func.func @dynamic(
func.func @dynamic(%x: !torch.vtensor<[3,?],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[3],si64>) {
  %intm1 = torch.constant.int -1
  %false = torch.constant.bool false
  // CHECK: cf.assert %{{.*}}, "aten.max.dim: has no element to choose in dimension 1"
  %y:2 = torch.aten.max.dim %x, %intm1, %false : !torch.vtensor<[3,?],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3],f32>, !torch.vtensor<[3],si64>
  return %y#0, %y#1 : !torch.vtensor<[3],f32>, !torch.vtensor<[3],si64>
}
