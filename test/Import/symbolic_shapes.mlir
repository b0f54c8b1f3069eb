// Symbolic shapes of arguments are checked when the program starts; after that equal sizes are one value.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @main(
// CHECK: %[[B:.*]] = tensor.dim %arg0, %c0
// A lower bound of 2 says only that the dimension is an open one.
// CHECK-NOT: at least
// CHECK: cf.assert %{{.*}}, "bind_symbolic_shape: dimension 0 of argument 0 must be at most 8"
// CHECK: %[[S:.*]] = tensor.dim %arg0, %c1
// CHECK: arith.remui %[[S]], %c4
// CHECK: cf.assert %{{.*}}, "bind_symbolic_shape: dimension 1 of argument 0 must be a multiple of 4"
// CHECK: cf.assert %{{.*}}, "bind_symbolic_shape: dimension 1 of argument 0 must be at least 12"
// CHECK-NOT: at most
// CHECK: arith.cmpi eq, %{{.*}}, %[[B]]
// CHECK: cf.assert %{{.*}}, "bind_symbolic_shape: dimension 0 of argument 1 must equal dimension 0 of argument 0 (s26)"
// CHECK: cf.assert %{{.*}}, "bind_symbolic_shape: dimension 1 of argument 1 must equal the size s60"
// The sum takes its sizes from the first argument.
// CHECK-NOT: tensor.dim %arg2
// CHECK: linalg.generic
func.func @main(%x: !torch.vtensor<[?,?,64],f32>, %rows: !torch.vtensor<[?,?],f32>) -> !torch.vtensor<[?,?,64],f32> {
  %0 = torch.symbolic_int "s26" {min_val = 2, max_val = 8} : !torch.int
  %1 = torch.symbolic_int "4*s60" {min_val = 12, max_val = 256} : !torch.int
  %2 = torch.symbolic_int "s60" {min_val = 3, max_val = 9223372036854775807} : !torch.int
  torch.bind_symbolic_shape %x, [%0, %2], affine_map<()[s0, s1] -> (s0, s1 * 4, 64)> : !torch.vtensor<[?,?,64],f32>
  torch.bind_symbolic_shape %rows, [%0, %2], affine_map<()[s0, s1] -> (s0, s1)> : !torch.vtensor<[?,?],f32>
  %3 = torch.aten.exp %x : !torch.vtensor<[?,?,64],f32> -> !torch.vtensor<[?,?,64],f32>
  // Follows from the op.
  torch.bind_symbolic_shape %3, [%0, %2], affine_map<()[s0, s1] -> (s0, s1 * 4, 64)> : !torch.vtensor<[?,?,64],f32>
  return %3 : !torch.vtensor<[?,?,64],f32>
}

// A divisible size: all rows of the compressor are complete, nothing is cut off.
// CHECK-LABEL: func.func @divisible(
// CHECK: dsv4.compressor
// CHECK-NOT: tensor.extract_slice
// CHECK: return
func.func @divisible(%x: !torch.vtensor<[1,?,64],f32>, %cache: !torch.vtensor<[1,16,32],f32>) -> !torch.vtensor<[1,?,32],f32> {
  %0 = torch.symbolic_int "s60" {min_val = 2, max_val = 64} : !torch.int
  torch.bind_symbolic_shape %x, [%0], affine_map<()[s0] -> (1, s0 * 4, 64)> : !torch.vtensor<[1,?,64],f32>
  %int4 = torch.constant.int 4
  %int32 = torch.constant.int 32
  %int8 = torch.constant.int 8
  %true = torch.constant.bool true
  %none = torch.constant.none
  %1:2 = torch.operator "torch.tensor_cast.compressor"(%x, %cache, %int4, %int32, %int8, %true, %none, %none) : (!torch.vtensor<[1,?,64],f32>, !torch.vtensor<[1,16,32],f32>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.none, !torch.none) -> (!torch.vtensor<[1,?,32],f32>, !torch.vtensor<[1,16,32],f32>)
  return %1#0 : !torch.vtensor<[1,?,32],f32>
}
