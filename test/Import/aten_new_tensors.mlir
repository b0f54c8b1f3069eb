// New tensors, of sizes that are known or computed.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @zeros(
func.func @zeros(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,2],f32> {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %none = torch.constant.none
  %false = torch.constant.bool false
  %n = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.int
  %list_n_2 = torch.prim.ListConstruct %n, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: %[[E:.*]] = tensor.empty(%{{.*}}) : tensor<?x2xf32>
  // CHECK: arith.constant 0.0
  // CHECK: linalg.fill {{.*}} outs(%[[E]]
  %y = torch.aten.zeros %list_n_2, %none, %none, %none, %false : !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[?,2],f32>
  return %y : !torch.vtensor<[?,2],f32>
}

// CHECK-LABEL: func.func @ones(
func.func @ones(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,2],f32> {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %none = torch.constant.none
  %false = torch.constant.bool false
  %n = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.int
  %list_n_2 = torch.prim.ListConstruct %n, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: %[[E:.*]] = tensor.empty(%{{.*}}) : tensor<?x2xf32>
  // CHECK: arith.constant 1.0
  // CHECK: linalg.fill {{.*}} outs(%[[E]]
  %y = torch.aten.ones %list_n_2, %none, %none, %none, %false : !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[?,2],f32>
  return %y : !torch.vtensor<[?,2],f32>
}

// CHECK-LABEL: func.func @full(
func.func @full() -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %float1_5 = torch.constant.float 1.5
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: %[[V:.*]] = arith.constant 1.5
  // CHECK: linalg.fill ins(%[[V]]
  %y = torch.aten.full %list_int2_int3, %float1_5, %none, %none, %none, %false : !torch.list<int>, !torch.float, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @zeros_like(
func.func @zeros_like(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: linalg.fill
  %y = torch.aten.zeros_like %x, %none, %none, %none, %false, %none : !torch.vtensor<[?,5],f32>, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @ones_like(
func.func @ones_like(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: linalg.fill
  %y = torch.aten.ones_like %x, %none, %none, %none, %false, %none : !torch.vtensor<[?,5],f32>, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @empty_like(
func.func @empty_like(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.empty(%{{.*}}) : tensor<?x5xf32>
  // CHECK-NOT: linalg.fill
  %y = torch.aten.empty_like %x, %none, %none, %none, %false, %none : !torch.vtensor<[?,5],f32>, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @empty(
func.func @empty() -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.empty() : tensor<2x3xf32>
  %y = torch.aten.empty.memory_format %list_int2_int3, %none, %none, %none, %false, %none : !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @empty_strided(
func.func @empty_strided() -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %int1 = torch.constant.int 1
  %list_int3_int1 = torch.prim.ListConstruct %int3, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.empty() : tensor<2x3xf32>
  %y = torch.aten.empty_strided %list_int2_int3, %list_int3_int1, %none, %none, %none, %false : !torch.list<int>, !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @new_zeros(
func.func @new_zeros(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: linalg.fill
  %y = torch.aten.new_zeros %x, %list_int2_int3, %none, %none, %none, %false : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @new_ones(
func.func @new_ones(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: linalg.fill
  %y = torch.aten.new_ones %x, %list_int2_int3, %none, %none, %none, %false : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @new_empty(
func.func @new_empty(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.empty() : tensor<2x3xf32>
  %y = torch.aten.new_empty %x, %list_int2_int3, %none, %none, %none, %false : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @new_full(
func.func @new_full(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %int7 = torch.constant.int 7
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: arith.constant 7.0
  // CHECK: linalg.fill
  %y = torch.aten.new_full %x, %list_int2_int3, %int7, %none, %none, %none, %false : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @fill(
func.func @fill(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int7 = torch.constant.int 7
  // CHECK: arith.constant 7.0
  // CHECK: linalg.fill
  %y = torch.aten.fill.Scalar %x, %int7 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}
