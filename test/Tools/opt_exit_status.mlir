// Upstream's convert-shard-to-mpi emits an error for a collective that it does not lower and reports success, so
// mlir-opt ends with 0. dsv4-opt must not, and must not leave an output file that looks like a result.

// RUN: mlir-opt %s --convert-shard-to-mpi -o %t.upstream 2> /dev/null
// RUN: not dsv4-opt %s --convert-shard-to-mpi -o %t.ours 2>&1 | FileCheck %s
// RUN: test -f %t.upstream
// RUN: not test -f %t.ours

// Under -verify-diagnostics the same error is what the test asks for.
// RUN: dsv4-opt %s --convert-shard-to-mpi -verify-diagnostics -o /dev/null

// Notes and warnings are no errors.
// RUN: dsv4-opt %s --mlir-print-ir-after-all -o /dev/null 2> /dev/null

shard.grid @grid(shape = 2)

func.func @f(%a: tensor<4xf32>) -> tensor<2xf32> {
  // CHECK: opt_exit_status.mlir:[[#@LINE+3]]:8: error: failed to legalize operation 'shard.reduce_scatter'
  // CHECK: dsv4-opt: error: a pass reported an error and went on; the output is not to be trusted
  // expected-error @+1 {{failed to legalize operation 'shard.reduce_scatter'}}
  %0 = shard.reduce_scatter %a on @grid grid_axes = [0] scatter_axis = 0 : tensor<4xf32> -> tensor<2xf32>
  return %0 : tensor<2xf32>
}
