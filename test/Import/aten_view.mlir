// view merges and splits dimensions; sizes may be -1, known numbers or computed.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @merge(
// CHECK-SAME: %[[X:.*]]: tensor<2x8x4x64xf32>)
func.func @merge(%x: !torch.vtensor<[2,8,4,64],f32>) -> !torch.vtensor<[2,8,256],f32> {
  %int2 = torch.constant.int 2
  %int8 = torch.constant.int 8
  %int-1 = torch.constant.int -1
  %0 = torch.prim.ListConstruct %int2, %int8, %int-1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK-NEXT: tensor.collapse_shape %[[X]] {{\[}}[0], [1], [2, 3]] : tensor<2x8x4x64xf32> into tensor<2x8x256xf32>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[2,8,4,64],f32>, !torch.list<int> -> !torch.vtensor<[2,8,256],f32>
  return %1 : !torch.vtensor<[2,8,256],f32>
}

// CHECK-LABEL: func.func @split(
// CHECK-SAME: %[[X:.*]]: tensor<16x24xf32>)
func.func @split(%x: !torch.vtensor<[16,24],f32>) -> !torch.vtensor<[2,8,24],f32> {
  %int2 = torch.constant.int 2
  %int8 = torch.constant.int 8
  %int24 = torch.constant.int 24
  %0 = torch.prim.ListConstruct %int2, %int8, %int24 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK-NEXT: tensor.expand_shape %[[X]] {{\[}}[0, 1], [2]] output_shape [2, 8, 24] : tensor<16x24xf32> into tensor<2x8x24xf32>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[16,24],f32>, !torch.list<int> -> !torch.vtensor<[2,8,24],f32>
  return %1 : !torch.vtensor<[2,8,24],f32>
}

// Neither a split nor a merge: through one dimension.
// CHECK-LABEL: func.func @regroup(
func.func @regroup(%x: !torch.vtensor<[4,6],f32>) -> !torch.vtensor<[3,8],f32> {
  %int3 = torch.constant.int 3
  %int8 = torch.constant.int 8
  %0 = torch.prim.ListConstruct %int3, %int8 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: %[[FLAT:.*]] = tensor.collapse_shape %{{.*}} {{\[}}[0, 1]] : tensor<4x6xf32> into tensor<24xf32>
  // CHECK: tensor.expand_shape %[[FLAT]] {{\[}}[0, 1]] output_shape [3, 8] : tensor<24xf32> into tensor<3x8xf32>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[4,6],f32>, !torch.list<int> -> !torch.vtensor<[3,8],f32>
  return %1 : !torch.vtensor<[3,8],f32>
}

// Sizes of 1 and scalars.
// CHECK-LABEL: func.func @units(
func.func @units(%x: !torch.vtensor<[2,5],f32>, %scalar: !torch.vtensor<[],f32>)
    -> (!torch.vtensor<[1,2,1,5,1],f32>, !torch.vtensor<[2,5],f32>, !torch.vtensor<[1,1],f32>, !torch.vtensor<[],f32>) {
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  %int5 = torch.constant.int 5
  %0 = torch.prim.ListConstruct %int1, %int2, %int1, %int5, %int1 : (!torch.int, !torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK: %[[WIDE:.*]] = tensor.expand_shape %{{.*}} output_shape [1, 2, 1, 5, 1] : tensor<2x5xf32> into tensor<1x2x1x5x1xf32>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[2,5],f32>, !torch.list<int> -> !torch.vtensor<[1,2,1,5,1],f32>
  %2 = torch.prim.ListConstruct %int2, %int5 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: tensor.collapse_shape %[[WIDE]] {{.*}} : tensor<1x2x1x5x1xf32> into tensor<2x5xf32>
  %3 = torch.aten.view %1, %2 : !torch.vtensor<[1,2,1,5,1],f32>, !torch.list<int> -> !torch.vtensor<[2,5],f32>
  %4 = torch.prim.ListConstruct %int1, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: %[[ONE:.*]] = tensor.expand_shape %{{.*}} [] output_shape [1, 1] : tensor<f32> into tensor<1x1xf32>
  %5 = torch.aten.view %scalar, %4 : !torch.vtensor<[],f32>, !torch.list<int> -> !torch.vtensor<[1,1],f32>
  %6 = torch.prim.ListConstruct  : () -> !torch.list<int>
  // CHECK: tensor.collapse_shape %[[ONE]] [] : tensor<1x1xf32> into tensor<f32>
  %7 = torch.aten.view %5, %6 : !torch.vtensor<[1,1],f32>, !torch.list<int> -> !torch.vtensor<[],f32>
  return %1, %3, %5, %7 : !torch.vtensor<[1,2,1,5,1],f32>, !torch.vtensor<[2,5],f32>, !torch.vtensor<[1,1],f32>, !torch.vtensor<[],f32>
}

// [B, S, D] to [-1, D]: no division is needed for what is left.
// CHECK-LABEL: func.func @flatten_dynamic(
// CHECK-SAME: %[[X:.*]]: tensor<?x?x64xf32>)
func.func @flatten_dynamic(%x: !torch.vtensor<[?,?,64],f32>) -> !torch.vtensor<[?,64],f32> {
  %int-1 = torch.constant.int -1
  %int64 = torch.constant.int 64
  %0 = torch.prim.ListConstruct %int-1, %int64 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK-NOT: divsi
  // CHECK: tensor.collapse_shape %[[X]] {{\[}}[0, 1], [2]] : tensor<?x?x64xf32> into tensor<?x64xf32>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[?,?,64],f32>, !torch.list<int> -> !torch.vtensor<[?,64],f32>
  return %1 : !torch.vtensor<[?,64],f32>
}

// Sizes that were read from the tensor are recognised, also behind elementwise ops: dimensions 0 and 1 stay.
// CHECK-LABEL: func.func @known_sizes(
func.func @known_sizes(%x: !torch.vtensor<[?,?,4,64],bf16>) -> !torch.vtensor<[?,?,256],f32> {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %int6 = torch.constant.int 6
  %int256 = torch.constant.int 256
  %0 = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,?,4,64],bf16>, !torch.int -> !torch.int
  %1 = torch.aten.size.int %x, %int1 : !torch.vtensor<[?,?,4,64],bf16>, !torch.int -> !torch.int
  // CHECK: %[[FLOAT:.*]] = linalg.generic
  %2 = torch.prims.convert_element_type %x, %int6 : !torch.vtensor<[?,?,4,64],bf16>, !torch.int -> !torch.vtensor<[?,?,4,64],f32>
  %3 = torch.prim.ListConstruct %0, %1, %int256 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK: tensor.collapse_shape %[[FLOAT]] {{\[}}[0], [1], [2, 3]] : tensor<?x?x4x64xf32> into tensor<?x?x256xf32>
  %4 = torch.aten.view %2, %3 : !torch.vtensor<[?,?,4,64],f32>, !torch.list<int> -> !torch.vtensor<[?,?,256],f32>
  return %4 : !torch.vtensor<[?,?,256],f32>
}

// One dimension into two dynamic ones: expand_shape of that kind crashes expand-strided-metadata in MLIR 22.1.8.
// CHECK-LABEL: func.func @split_dynamic(
// CHECK-SAME: %[[X:.*]]: tensor<?x24xf32>, %[[B:.*]]: i64, %[[S:.*]]: i64)
func.func @split_dynamic(%x: !torch.vtensor<[?,24],f32>, %b: !torch.int, %s: !torch.int) -> !torch.vtensor<[?,?,24],f32> {
  %int24 = torch.constant.int 24
  %0 = torch.prim.ListConstruct %b, %s, %int24 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK-DAG: %[[ROWS:.*]] = arith.index_cast %[[B]] : i64 to index
  // CHECK-DAG: %[[COLUMNS:.*]] = arith.index_cast %[[S]] : i64 to index
  // CHECK: %[[SHAPE:.*]] = tensor.from_elements %[[ROWS]], %[[COLUMNS]], %{{.*}} : tensor<3xindex>
  // CHECK: tensor.reshape %[[X]](%[[SHAPE]]) : (tensor<?x24xf32>, tensor<3xindex>) -> tensor<?x?x24xf32>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[?,24],f32>, !torch.list<int> -> !torch.vtensor<[?,?,24],f32>
  return %1 : !torch.vtensor<[?,?,24],f32>
}

// What is left for -1 is computed where nothing cancels: rows * 24 / (rows' * 6).
// CHECK-LABEL: func.func @infer_dynamic(
func.func @infer_dynamic(%x: !torch.vtensor<[?,24],f32>, %n: !torch.int) -> !torch.vtensor<[?,?,6],f32> {
  %int-1 = torch.constant.int -1
  %int6 = torch.constant.int 6
  %0 = torch.prim.ListConstruct %n, %int-1, %int6 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  // CHECK: arith.divsi
  // CHECK: tensor.reshape
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[?,24],f32>, !torch.list<int> -> !torch.vtensor<[?,?,6],f32>
  return %1 : !torch.vtensor<[?,?,6],f32>
}
