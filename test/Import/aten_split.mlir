// Lists of parts, and their elements.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @split_with_sizes(
func.func @split_with_sizes(%x: !torch.vtensor<[?,5],f32>) -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,3],f32>) {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %int1 = torch.constant.int 1
  // CHECK: tensor.extract_slice %{{.*}}[0, 0] [%{{.*}}, 2]
  // CHECK: tensor.extract_slice %{{.*}}[0, 2] [%{{.*}}, 3]
  %l = torch.aten.split_with_sizes %x, %list_int2_int3, %int1 : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
  %p:2 = torch.prim.ListUnpack %l : !torch.list<vtensor> -> !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,3],f32>
  return %p#0, %p#1 : !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,3],f32>
}

// CHECK-LABEL: func.func @split_sizes(
func.func @split_sizes(%x: !torch.vtensor<[?,5],f32>) -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,3],f32>) {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %int1 = torch.constant.int 1
  // CHECK: tensor.extract_slice %{{.*}}[0, 0] [%{{.*}}, 2]
  // CHECK: tensor.extract_slice %{{.*}}[0, 2] [%{{.*}}, 3]
  %l = torch.aten.split.sizes %x, %list_int2_int3, %int1 : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
  %p:2 = torch.prim.ListUnpack %l : !torch.list<vtensor> -> !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,3],f32>
  return %p#0, %p#1 : !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,3],f32>
}

// CHECK-LABEL: func.func @split_Tensor(
func.func @split_Tensor(%x: !torch.vtensor<[?,5],f32>) -> (!torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>) {
  %int3 = torch.constant.int 3
  %int1 = torch.constant.int 1
  // CHECK: tensor.extract_slice %{{.*}}[0, 0] [%{{.*}}, 3]
  // CHECK: tensor.extract_slice %{{.*}}[0, 3] [%{{.*}}, 2]
  %l = torch.aten.split.Tensor %x, %int3, %int1 : !torch.vtensor<[?,5],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
  %p:2 = torch.prim.ListUnpack %l : !torch.list<vtensor> -> !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>
  return %p#0, %p#1 : !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>
}

// CHECK-LABEL: func.func @chunk(
func.func @chunk(%x: !torch.vtensor<[?,5],f32>) -> (!torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>) {
  %int2 = torch.constant.int 2
  %int1 = torch.constant.int 1
  // CHECK: tensor.extract_slice %{{.*}}[0, 0] [%{{.*}}, 3]
  // CHECK: tensor.extract_slice %{{.*}}[0, 3] [%{{.*}}, 2]
  %l = torch.aten.chunk %x, %int2, %int1 : !torch.vtensor<[?,5],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
  %p:2 = torch.prim.ListUnpack %l : !torch.list<vtensor> -> !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>
  return %p#0, %p#1 : !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>
}

// CHECK-LABEL: func.func @unbind(
func.func @unbind(%x: !torch.vtensor<[?,2],f32>) -> (!torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>) {
  %int1 = torch.constant.int 1
  // CHECK: tensor.extract_slice %{{.*}}[0, 0] [%{{.*}}, 1]
  // CHECK: tensor.collapse_shape
  // CHECK: tensor.extract_slice %{{.*}}[0, 1] [%{{.*}}, 1]
  %l = torch.aten.unbind.int %x, %int1 : !torch.vtensor<[?,2],f32>, !torch.int -> !torch.list<vtensor>
  %p:2 = torch.prim.ListUnpack %l : !torch.list<vtensor> -> !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>
  return %p#0, %p#1 : !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>
}
