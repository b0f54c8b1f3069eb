// Parts of a tensor: bounds count from the end and are cut, a single index is checked.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @static(
func.func @static(%x: !torch.vtensor<[5,4],f32>) -> !torch.vtensor<[2,4],f32> {
  %int0 = torch.constant.int 0
  %intm3 = torch.constant.int -3
  %int9223372036854775807 = torch.constant.int 9223372036854775807
  %int2 = torch.constant.int 2
  // CHECK: tensor.extract_slice %{{.*}}[2, 0] [2, 4] [2, 1] : tensor<5x4xf32> to tensor<2x4xf32>
  %y = torch.aten.slice.Tensor %x, %int0, %intm3, %int9223372036854775807, %int2 : !torch.vtensor<[5,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,4],f32>
  return %y : !torch.vtensor<[2,4],f32>
}

// CHECK-LABEL: func.func @whole(
func.func @whole(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int0 = torch.constant.int 0
  %int9223372036854775807 = torch.constant.int 9223372036854775807
  %int1 = torch.constant.int 1
  // CHECK-NOT: tensor.extract_slice
  // CHECK: return
  %y = torch.aten.slice.Tensor %x, %int0, %int0, %int9223372036854775807, %int1 : !torch.vtensor<[?,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @dynamic(
func.func @dynamic(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %intm1 = torch.constant.int -1
  // CHECK: %[[N:.*]] = tensor.dim
  // CHECK: %[[BEGIN:.*]] = arith.minsi %[[N]]
  // CHECK: arith.addi %[[N]]
  // CHECK: arith.maxsi
  // CHECK: tensor.extract_slice %{{.*}}[%[[BEGIN]], 0]
  %y = torch.aten.slice.Tensor %x, %int0, %int1, %intm1, %int1 : !torch.vtensor<[?,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @without_bounds(
func.func @without_bounds(%x: !torch.vtensor<[5,4],f32>) -> !torch.vtensor<[5,2],f32> {
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  %none = torch.constant.none
  // CHECK: tensor.extract_slice %{{.*}}[0, 0] [5, 2] [1, 2]
  %y = torch.aten.slice.Tensor %x, %int1, %none, %none, %int2 : !torch.vtensor<[5,4],f32>, !torch.int, !torch.none, !torch.none, !torch.int -> !torch.vtensor<[5,2],f32>
  return %y : !torch.vtensor<[5,2],f32>
}

// CHECK-LABEL: func.func @select(
func.func @select(%x: !torch.vtensor<[5,4],f32>) -> !torch.vtensor<[5],f32> {
  %int1 = torch.constant.int 1
  %intm1 = torch.constant.int -1
  // CHECK: tensor.extract_slice %{{.*}}[0, 3] [5, 1] [1, 1]
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<5xf32>
  %y = torch.aten.select.int %x, %int1, %intm1 : !torch.vtensor<[5,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[5],f32>
  return %y : !torch.vtensor<[5],f32>
}

// CHECK-LABEL: func.func @select_dynamic(
func.func @select_dynamic(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[5],f32> {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  // CHECK: %[[IN:.*]] = arith.cmpi ugt
  // CHECK: cf.assert %[[IN]], "aten.select.int: index is outside dimension 0"
  // CHECK: tensor.extract_slice %{{.*}}[2, 0] [1, 5]
  %y = torch.aten.select.int %x, %int0, %int2 : !torch.vtensor<[?,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[5],f32>
  return %y : !torch.vtensor<[5],f32>
}

// CHECK-LABEL: func.func @narrow(
func.func @narrow(%x: !torch.vtensor<[5,4],f32>) -> !torch.vtensor<[5,2],f32> {
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  // CHECK: tensor.extract_slice %{{.*}}[0, 1] [5, 2] [1, 1]
  %y = torch.aten.narrow %x, %int1, %int1, %int2 : !torch.vtensor<[5,4],f32>, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[5,2],f32>
  return %y : !torch.vtensor<[5,2],f32>
}
