// Tensors with a part replaced.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @slice_scatter(
func.func @slice_scatter(%x: !torch.vtensor<[5,4],f32>, %s: !torch.vtensor<[2,4],f32>) -> !torch.vtensor<[5,4],f32> {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %int99 = torch.constant.int 99
  %int2 = torch.constant.int 2
  // CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[1, 0] [2, 4] [2, 1]
  %y = torch.aten.slice_scatter %x, %s, %int0, %int1, %int99, %int2 : !torch.vtensor<[5,4],f32>, !torch.vtensor<[2,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[5,4],f32>
  return %y : !torch.vtensor<[5,4],f32>
}

// CHECK-LABEL: func.func @broadcast_source(
func.func @broadcast_source(%x: !torch.vtensor<[?,4],f32>, %s: !torch.vtensor<[],bf16>) -> !torch.vtensor<[?,4],f32> {
  %int1 = torch.constant.int 1
  %int3 = torch.constant.int 3
  // CHECK: linalg.generic
  // CHECK: arith.extf
  // CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[0, 1] [%{{.*}}, 2] [1, 1]
  %y = torch.aten.slice_scatter %x, %s, %int1, %int1, %int3, %int1 : !torch.vtensor<[?,4],f32>, !torch.vtensor<[],bf16>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,4],f32>
  return %y : !torch.vtensor<[?,4],f32>
}

// CHECK-LABEL: func.func @select_scatter(
func.func @select_scatter(%x: !torch.vtensor<[5,4],f32>, %s: !torch.vtensor<[5],f32>) -> !torch.vtensor<[5,4],f32> {
  %int1 = torch.constant.int 1
  %intm1 = torch.constant.int -1
  // CHECK: tensor.expand_shape
  // CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[0, 3] [5, 1] [1, 1]
  %y = torch.aten.select_scatter %x, %s, %int1, %intm1 : !torch.vtensor<[5,4],f32>, !torch.vtensor<[5],f32>, !torch.int, !torch.int -> !torch.vtensor<[5,4],f32>
  return %y : !torch.vtensor<[5,4],f32>
}
