// Joined tensors, in the dtype of the result.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @cat(
func.func @cat(%x: !torch.vtensor<[?,2],f32>, %y: !torch.vtensor<[?,3],bf16>) -> !torch.vtensor<[?,5],f32> {
  %tensors0 = torch.prim.ListConstruct %x, %y : (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,3],bf16>) -> !torch.list<vtensor>
  %intm1 = torch.constant.int -1
  // CHECK: %[[WIDE:.*]] = linalg.generic
  // CHECK: arith.extf
  // CHECK: tensor.concat dim(1) %{{.*}}, %[[WIDE]] : (tensor<?x2xf32>, tensor<?x3xf32>) -> tensor<?x5xf32>
  %z = torch.aten.cat %tensors0, %intm1 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %z : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @stack(
func.func @stack(%x: !torch.vtensor<[2,3],f32>) -> !torch.vtensor<[2,2,3],f32> {
  %tensors0 = torch.prim.ListConstruct %x, %x : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
  %int1 = torch.constant.int 1
  // CHECK: tensor.expand_shape
  // CHECK: tensor.concat dim(1) %{{.*}} -> tensor<2x2x3xf32>
  %z = torch.aten.stack %tensors0, %int1 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,2,3],f32>
  return %z : !torch.vtensor<[2,2,3],f32>
}

// CHECK-LABEL: func.func @hstack(
func.func @hstack(%x: !torch.vtensor<[2,3],f32>) -> !torch.vtensor<[2,6],f32> {
  %tensors0 = torch.prim.ListConstruct %x, %x : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
  // CHECK: tensor.concat dim(1) %{{.*}} -> tensor<2x6xf32>
  %z = torch.aten.hstack %tensors0 : !torch.list<vtensor> -> !torch.vtensor<[2,6],f32>
  return %z : !torch.vtensor<[2,6],f32>
}
