// Repeated and reordered elements.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @expand(
func.func @expand(%x: !torch.vtensor<[?,1],f32>) -> !torch.vtensor<[?,4],f32> {
  %intm1 = torch.constant.int -1
  %int4 = torch.constant.int 4
  %list_intm1_int4 = torch.prim.ListConstruct %intm1, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  // CHECK: linalg.generic {indexing_maps = [#{{.*}}, #{{.*}}], iterator_types = ["parallel", "parallel"]} ins(%{{.*}} : tensor<?x1xf32>) outs(%{{.*}} : tensor<?x4xf32>)
  %y = torch.aten.expand %x, %list_intm1_int4, %false : !torch.vtensor<[?,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[?,4],f32>
  return %y : !torch.vtensor<[?,4],f32>
}

// CHECK-LABEL: func.func @expand_nothing(
func.func @expand_nothing(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %intm1 = torch.constant.int -1
  %int5 = torch.constant.int 5
  %list_intm1_int5 = torch.prim.ListConstruct %intm1, %int5 : (!torch.int, !torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  // CHECK-NOT: linalg.generic
  // CHECK: return
  %y = torch.aten.expand %x, %list_intm1_int5, %false : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @broadcast_to(
func.func @broadcast_to(%x: !torch.vtensor<[3],f32>) -> !torch.vtensor<[2,3],f32> {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<2x3xf32>)
  %y = torch.aten.broadcast_to %x, %list_int2_int3 : !torch.vtensor<[3],f32>, !torch.list<int> -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @repeat(
func.func @repeat(%x: !torch.vtensor<[2,3],f32>) -> !torch.vtensor<[2,2,12],f32> {
  %int2 = torch.constant.int 2
  %int1 = torch.constant.int 1
  %int4 = torch.constant.int 4
  %list_int2_int1_int4 = torch.prim.ListConstruct %int2, %int1, %int4 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK: tensor.expand_shape
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<2x1x2x4x3xf32>)
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<2x2x12xf32>
  %y = torch.aten.repeat %x, %list_int2_int1_int4 : !torch.vtensor<[2,3],f32>, !torch.list<int> -> !torch.vtensor<[2,2,12],f32>
  return %y : !torch.vtensor<[2,2,12],f32>
}

// CHECK-LABEL: func.func @repeat_interleave(
func.func @repeat_interleave(%x: !torch.vtensor<[2,3],f32>) -> !torch.vtensor<[2,6],f32> {
  %int2 = torch.constant.int 2
  %int1 = torch.constant.int 1
  %none = torch.constant.none
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<2x3x2xf32>)
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<2x6xf32>
  %y = torch.aten.repeat_interleave.self_int %x, %int2, %int1, %none : !torch.vtensor<[2,3],f32>, !torch.int, !torch.int, !torch.none -> !torch.vtensor<[2,6],f32>
  return %y : !torch.vtensor<[2,6],f32>
}

// CHECK-LABEL: func.func @transpose(
func.func @transpose(%x: !torch.vtensor<[2,?,4],f32>) -> !torch.vtensor<[4,?,2],f32> {
  %int0 = torch.constant.int 0
  %intm1 = torch.constant.int -1
  // CHECK: linalg.transpose {{.*}} permutation = [2, 1, 0]
  %y = torch.aten.transpose.int %x, %int0, %intm1 : !torch.vtensor<[2,?,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[4,?,2],f32>
  return %y : !torch.vtensor<[4,?,2],f32>
}

// CHECK-LABEL: func.func @t(
func.func @t(%x: !torch.vtensor<[2,3],f32>) -> !torch.vtensor<[3,2],f32> {
  // CHECK: linalg.transpose {{.*}} permutation = [1, 0]
  %y = torch.aten.t %x : !torch.vtensor<[2,3],f32> -> !torch.vtensor<[3,2],f32>
  return %y : !torch.vtensor<[3,2],f32>
}

// CHECK-LABEL: func.func @mT(
func.func @mT(%x: !torch.vtensor<[5,2,3],f32>) -> !torch.vtensor<[5,3,2],f32> {
  // CHECK: linalg.transpose {{.*}} permutation = [0, 2, 1]
  %y = torch.operator "torch.aten.mT"(%x) : (!torch.vtensor<[5,2,3],f32>) -> !torch.vtensor<[5,3,2],f32>
  return %y : !torch.vtensor<[5,3,2],f32>
}

// CHECK-LABEL: func.func @flip(
func.func @flip(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int0 = torch.constant.int 0
  %list_int0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
  // CHECK: arith.subi
  // CHECK: tensor.extract
  %y = torch.aten.flip %x, %list_int0 : !torch.vtensor<[?,5],f32>, !torch.list<int> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @roll(
func.func @roll(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %intm1 = torch.constant.int -1
  %list_intm1 = torch.prim.ListConstruct %intm1 : (!torch.int) -> !torch.list<int>
  %int1 = torch.constant.int 1
  %list_int1 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
  // CHECK: arith.remsi
  // CHECK: tensor.extract
  %y = torch.aten.roll %x, %list_intm1, %list_int1 : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.list<int> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @copy(
func.func @copy(%x: !torch.vtensor<[2,3],f32>, %s: !torch.vtensor<[3],bf16>) -> !torch.vtensor<[2,3],f32> {
  %false = torch.constant.bool false
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<3xbf16>) outs(%{{.*}} : tensor<2x3xf32>)
  // CHECK: arith.extf
  %y = torch.aten.copy %x, %s, %false : !torch.vtensor<[2,3],f32>, !torch.vtensor<[3],bf16>, !torch.bool -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}
