// Other names for the same elements: no copy.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @unsqueeze(
func.func @unsqueeze(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5,1],f32> {
  %intm1 = torch.constant.int -1
  // CHECK: tensor.expand_shape %{{.*}} {{\[\[}}0], [1, 2]] output_shape [%{{.*}}, 5, 1] : tensor<?x5xf32> into tensor<?x5x1xf32>
  %y = torch.aten.unsqueeze %x, %intm1 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5,1],f32>
  return %y : !torch.vtensor<[?,5,1],f32>
}

// CHECK-LABEL: func.func @squeeze(
func.func @squeeze(%x: !torch.vtensor<[1,?,1,4],f32>) -> !torch.vtensor<[?,4],f32> {
  // CHECK: tensor.collapse_shape %{{.*}} {{\[\[}}0, 1, 2], [3]] : tensor<1x?x1x4xf32> into tensor<?x4xf32>
  %y = torch.aten.squeeze %x : !torch.vtensor<[1,?,1,4],f32> -> !torch.vtensor<[?,4],f32>
  return %y : !torch.vtensor<[?,4],f32>
}

// CHECK-LABEL: func.func @squeeze_dim(
func.func @squeeze_dim(%x: !torch.vtensor<[1,?,1,4],f32>) -> !torch.vtensor<[1,?,4],f32> {
  %int2 = torch.constant.int 2
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<1x?x4xf32>
  %y = torch.aten.squeeze.dim %x, %int2 : !torch.vtensor<[1,?,1,4],f32>, !torch.int -> !torch.vtensor<[1,?,4],f32>
  return %y : !torch.vtensor<[1,?,4],f32>
}

// CHECK-LABEL: func.func @squeeze_of_another_size(
func.func @squeeze_of_another_size(%x: !torch.vtensor<[1,?,1,4],f32>) -> !torch.vtensor<[1,?,1,4],f32> {
  %int3 = torch.constant.int 3
  // CHECK-NOT: tensor.collapse_shape
  // CHECK: return
  %y = torch.aten.squeeze.dim %x, %int3 : !torch.vtensor<[1,?,1,4],f32>, !torch.int -> !torch.vtensor<[1,?,1,4],f32>
  return %y : !torch.vtensor<[1,?,1,4],f32>
}

// CHECK-LABEL: func.func @squeeze_dims(
func.func @squeeze_dims(%x: !torch.vtensor<[1,?,1,4],f32>) -> !torch.vtensor<[?,4],f32> {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %list_int0_int2 = torch.prim.ListConstruct %int0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<?x4xf32>
  %y = torch.operator "torch.aten.squeeze.dims"(%x, %list_int0_int2) : (!torch.vtensor<[1,?,1,4],f32>, !torch.list<int>) -> !torch.vtensor<[?,4],f32>
  return %y : !torch.vtensor<[?,4],f32>
}

// CHECK-LABEL: func.func @prims_squeeze(
func.func @prims_squeeze(%x: !torch.vtensor<[1,?,1,4],f32>) -> !torch.vtensor<[?,1,4],f32> {
  %int0 = torch.constant.int 0
  %list_int0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<?x1x4xf32>
  %y = torch.prims.squeeze %x, %list_int0 : !torch.vtensor<[1,?,1,4],f32>, !torch.list<int> -> !torch.vtensor<[?,1,4],f32>
  return %y : !torch.vtensor<[?,1,4],f32>
}

// CHECK-LABEL: func.func @flatten(
func.func @flatten(%x: !torch.vtensor<[?,3,4],f32>) -> !torch.vtensor<[?,12],f32> {
  %int1 = torch.constant.int 1
  %intm1 = torch.constant.int -1
  // CHECK: tensor.collapse_shape %{{.*}} {{\[\[}}0], [1, 2]] : tensor<?x3x4xf32> into tensor<?x12xf32>
  %y = torch.aten.flatten.using_ints %x, %int1, %intm1 : !torch.vtensor<[?,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,12],f32>
  return %y : !torch.vtensor<[?,12],f32>
}

// CHECK-LABEL: func.func @unflatten(
func.func @unflatten(%x: !torch.vtensor<[?,12],f32>) -> !torch.vtensor<[?,3,4],f32> {
  %int1 = torch.constant.int 1
  %int3 = torch.constant.int 3
  %intm1 = torch.constant.int -1
  %list_int3_intm1 = torch.prim.ListConstruct %int3, %intm1 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: tensor.expand_shape %{{.*}} output_shape [%{{.*}}, 3, 4]
  %y = torch.aten.unflatten.int %x, %int1, %list_int3_intm1 : !torch.vtensor<[?,12],f32>, !torch.int, !torch.list<int> -> !torch.vtensor<[?,3,4],f32>
  return %y : !torch.vtensor<[?,3,4],f32>
}

// CHECK-LABEL: func.func @reshape(
func.func @reshape(%x: !torch.vtensor<[2,6],f32>) -> !torch.vtensor<[3,4],f32> {
  %int3 = torch.constant.int 3
  %intm1 = torch.constant.int -1
  %list_int3_intm1 = torch.prim.ListConstruct %int3, %intm1 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: tensor.collapse_shape
  // CHECK: tensor.expand_shape %{{.*}} into tensor<3x4xf32>
  %y = torch.aten.reshape %x, %list_int3_intm1 : !torch.vtensor<[2,6],f32>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
  return %y : !torch.vtensor<[3,4],f32>
}

// CHECK-LABEL: func.func @_unsafe_view(
func.func @_unsafe_view(%x: !torch.vtensor<[2,6],f32>) -> !torch.vtensor<[3,4],f32> {
  %int3 = torch.constant.int 3
  %intm1 = torch.constant.int -1
  %list_int3_intm1 = torch.prim.ListConstruct %int3, %intm1 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: tensor.collapse_shape
  // CHECK: tensor.expand_shape %{{.*}} into tensor<3x4xf32>
  %y = torch.aten._unsafe_view %x, %list_int3_intm1 : !torch.vtensor<[2,6],f32>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
  return %y : !torch.vtensor<[3,4],f32>
}

// CHECK-LABEL: func.func @alias(
func.func @alias(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x5xf32>
  // CHECK-NEXT: return %[[X]]
  %y = torch.aten.alias %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @detach(
func.func @detach(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x5xf32>
  // CHECK-NEXT: return %[[X]]
  %y = torch.aten.detach %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @lift_fresh_copy(
func.func @lift_fresh_copy(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x5xf32>
  // CHECK-NEXT: return %[[X]]
  %y = torch.aten.lift_fresh_copy %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @view_of(
func.func @view_of(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x5xf32>
  // CHECK-NEXT: return %[[X]]
  %y = torch.prims.view_of %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @clone(
func.func @clone(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int0 = torch.constant.int 0
  // CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x5xf32>
  // CHECK-NEXT: return %[[X]]
  %y = torch.aten.clone %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @contiguous(
func.func @contiguous(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int0 = torch.constant.int 0
  // CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<?x5xf32>
  // CHECK-NEXT: return %[[X]]
  %y = torch.aten.contiguous %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}
