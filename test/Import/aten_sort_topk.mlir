// A stable merge sort of indices: log2(n) passes, in each a binary search per element.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @topk(
func.func @topk(%x: !torch.vtensor<[4,256],f32>) -> (!torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>) {
  %int6 = torch.constant.int 6
  %intm1 = torch.constant.int -1
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  // CHECK: %[[PASSES:.*]] = arith.constant 8 : index
  // CHECK: %[[SORTED:.*]] = scf.for %{{.*}} to %[[PASSES]]
  // CHECK: scf.for
  // CHECK: tensor.extract
  // CHECK: %[[FIRST:.*]] = tensor.extract_slice %[[SORTED]][0, 0] [4, 6] [1, 1]
  // CHECK: linalg.generic {{.*}} ins(%[[FIRST]] : tensor<4x6xi64>) outs(%{{.*}} : tensor<4x6xf32>)
  %y:2 = torch.aten.topk %x, %int6, %intm1, %true, %false : !torch.vtensor<[4,256],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>
  return %y#0, %y#1 : !torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>
}

// CHECK-LABEL: func.func @topk_dynamic(
func.func @topk_dynamic(%x: !torch.vtensor<[4,?],f32>) -> (!torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>) {
  %int6 = torch.constant.int 6
  %intm1 = torch.constant.int -1
  %true = torch.constant.bool true
  // CHECK: cf.assert %{{.*}}, "aten.topk: k is not within the size of dimension 1"
  // CHECK: math.ctlz
  // CHECK: scf.for
  %y:2 = torch.aten.topk %x, %int6, %intm1, %true, %true : !torch.vtensor<[4,?],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>
  return %y#0, %y#1 : !torch.vtensor<[4,6],f32>, !torch.vtensor<[4,6],si64>
}

// CHECK-LABEL: func.func @sort(
func.func @sort(%x: !torch.vtensor<[16],si64>) -> (!torch.vtensor<[16],si64>, !torch.vtensor<[16],si64>) {
  %int0 = torch.constant.int 0
  %false = torch.constant.bool false
  // CHECK: scf.for
  // CHECK: arith.cmpi slt
  %y:2 = torch.aten.sort %x, %int0, %false : !torch.vtensor<[16],si64>, !torch.int, !torch.bool -> !torch.vtensor<[16],si64>, !torch.vtensor<[16],si64>
  return %y#0, %y#1 : !torch.vtensor<[16],si64>, !torch.vtensor<[16],si64>
}

// CHECK-LABEL: func.func @sort_stable(
func.func @sort_stable(%x: !torch.vtensor<[16],f32>) -> (!torch.vtensor<[16],f32>, !torch.vtensor<[16],si64>) {
  %int0 = torch.constant.int 0
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  // CHECK: scf.for
  // CHECK: arith.cmpf olt
  %y:2 = torch.operator "torch.aten.sort.stable"(%x, %true, %int0, %false) : (!torch.vtensor<[16],f32>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[16],f32>, !torch.vtensor<[16],si64>)
  return %y#0, %y#1 : !torch.vtensor<[16],f32>, !torch.vtensor<[16],si64>
}

// CHECK-LABEL: func.func @argsort(
func.func @argsort(%x: !torch.vtensor<[16],f32>) -> !torch.vtensor<[16],si64> {
  %int0 = torch.constant.int 0
  %false = torch.constant.bool false
  // CHECK: scf.for
  %y = torch.aten.argsort %x, %int0, %false : !torch.vtensor<[16],f32>, !torch.int, !torch.bool -> !torch.vtensor<[16],si64>
  return %y : !torch.vtensor<[16],si64>
}
