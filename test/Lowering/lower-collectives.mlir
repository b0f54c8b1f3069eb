// RUN: dsv4-opt %s --split-input-file --dsv4-lower-collectives --canonicalize --verify-diagnostics | FileCheck %s

// Numbers are checked by running: test/python/test_distributed.py.

shard.grid @g(shape = 2x4)

// CHECK-NOT: shard.
// CHECK-LABEL: func @sum
// CHECK-SAME: %[[X:.*]]: tensor<3x?xf32>
func.func @sum(%x: tensor<3x?xf32>) -> tensor<3x?xf32> {
  // CHECK-DAG: %[[GRID:.*]] = arith.constant dense<[2, 4]> : tensor<2xi64>
  // CHECK-DAG: %[[AXES:.*]] = arith.constant dense<1> : tensor<1xi64>
  // CHECK-DAG: %[[IN:.*]] = bufferization.to_buffer %[[X]] read_only
  // CHECK-DAG: %[[OUT:.*]] = memref.alloc(%{{.*}}) : memref<3x?xf32>
  // CHECK: call @dsv4rt_all_reduce_f32
  // CHECK: bufferization.to_tensor %[[OUT]] restrict writable
  %0 = shard.all_reduce %x on @g grid_axes = [1] : tensor<3x?xf32> -> tensor<3x?xf32>
  return %0 : tensor<3x?xf32>
}

// A group of one rank: nothing to do.
// CHECK-LABEL: func @alone
// CHECK-NEXT: return %arg0
func.func @alone(%x: tensor<3xf32>) -> tensor<3xf32> {
  %0 = shard.all_reduce %x on @g : tensor<3xf32> -> tensor<3xf32>
  return %0 : tensor<3xf32>
}

// The place of a rank follows from its number; no communication.
// CHECK-LABEL: func @slice
// CHECK-DAG: %[[FOUR:.*]] = arith.constant 4 : index
// CHECK: %[[RANK:.*]] = call @dsv4rt_rank() : () -> i64
// CHECK: %[[INDEX:.*]] = arith.index_cast %[[RANK]]
// CHECK: %[[PLACE:.*]] = arith.remui %[[INDEX]], %[[FOUR]]
// CHECK: tensor.extract_slice %arg0
func.func @slice(%x: tensor<8x3xbf16>) -> tensor<2x3xbf16> {
  %0 = shard.all_slice %x on @g grid_axes = [1] slice_axis = 0 : tensor<8x3xbf16> -> tensor<2x3xbf16>
  return %0 : tensor<2x3xbf16>
}

// -----

shard.grid @g(shape = 2)
func.func @element_type(%x: tensor<3xf16>) -> tensor<3xf16> {
  // expected-error @+1 {{reduces 'f16', but the MPI runtime has f32, bf16, i32 and i64}}
  %0 = shard.all_reduce %x on @g grid_axes = [0] : tensor<3xf16> -> tensor<3xf16>
  return %0 : tensor<3xf16>
}

// -----

shard.grid @g(shape = 2)
func.func @reduction(%x: tensor<3xi32>) -> tensor<3xi32> {
  // expected-error @+1 {{has reduction bitwise_xor, but the MPI runtime has sum, max, min and product}}
  %0 = shard.all_reduce %x on @g grid_axes = [0] reduction = bitwise_xor : tensor<3xi32> -> tensor<3xi32>
  return %0 : tensor<3xi32>
}

// -----

shard.grid @g(shape = 2)
func.func @no_lowering(%x: tensor<3xi32>) -> tensor<3xi32> {
  // expected-error @+1 {{has no lowering to the MPI runtime}}
  %0 = shard.shift %x on @g grid_axes = [0] shift_axis = 0 offset = 1 : tensor<3xi32> -> tensor<3xi32>
  return %0 : tensor<3xi32>
}

// -----

shard.grid @g(shape = ?)
func.func @unknown_grid(%x: tensor<3xi32>) -> tensor<3xi32> {
  // expected-error @+1 {{is on a grid of unknown size, which cannot run}}
  %0 = shard.all_reduce %x on @g grid_axes = [0] : tensor<3xi32> -> tensor<3xi32>
  return %0 : tensor<3xi32>
}
