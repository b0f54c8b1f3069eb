// Ops that write get a fresh tensor each; what is read stays shared.
//
// RUN: dsv4-opt %s --dsv4-separate-initial-values | FileCheck %s
// Bufferized like that, nothing is copied:
// RUN: dsv4-opt %s --dsv4-separate-initial-values --one-shot-bufferize=bufferize-function-boundaries=true \
// RUN:   | FileCheck %s --check-prefix=BUFFERS

// BUFFERS-NOT: memref.copy

#row = affine_map<(i, j) -> (i, j)>
#sum = affine_map<(i, j) -> (i)>

// CHECK-LABEL: func @sums
// CHECK: %[[ZERO:.*]] = arith.constant 0
// CHECK: tensor.empty
// CHECK: %[[A:.*]] = linalg.fill ins(%[[ZERO]]
// CHECK: linalg.generic {{.*}} outs(%[[A]] : tensor<4xf32>)
// CHECK: %[[EMPTY:.*]] = tensor.empty
// CHECK: %[[B:.*]] = linalg.fill ins(%[[ZERO]] {{.*}} outs(%[[EMPTY]] :
// CHECK: linalg.generic {{.*}} outs(%[[B]] : tensor<4xf32>)
func.func @sums(%x: tensor<4x8xf32>, %y: tensor<4x8xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<4xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<4xf32>) -> tensor<4xf32>
  %a = linalg.generic {indexing_maps = [#row, #sum], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<4x8xf32>) outs(%init : tensor<4xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = arith.addf %out, %in : f32
    linalg.yield %v : f32
  } -> tensor<4xf32>
  %b = linalg.generic {indexing_maps = [#row, #sum], iterator_types = ["parallel", "reduction"]}
      ins(%y : tensor<4x8xf32>) outs(%init : tensor<4xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = arith.addf %out, %in : f32
    linalg.yield %v : f32
  } -> tensor<4xf32>
  return %a, %b : tensor<4xf32>, tensor<4xf32>
}

// Two loops that begin with zeros.
// CHECK-LABEL: func @loops
// CHECK: %[[A:.*]] = linalg.fill
// CHECK: scf.for {{.*}} iter_args(%{{.*}} = %[[A]])
// CHECK: %[[B:.*]] = linalg.fill
// CHECK: scf.for {{.*}} iter_args(%{{.*}} = %[[B]])
func.func @loops(%n: index, %v: f32) -> (tensor<4xf32>, tensor<4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<4xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<4xf32>) -> tensor<4xf32>
  %a = scf.for %i = %c0 to %n step %c1 iter_args(%state = %init) -> tensor<4xf32> {
    %next = tensor.insert %v into %state[%i] : tensor<4xf32>
    scf.yield %next : tensor<4xf32>
  }
  %b = scf.for %i = %c0 to %n step %c1 iter_args(%state = %init) -> tensor<4xf32> {
    %next = tensor.insert %v into %state[%c0] : tensor<4xf32>
    scf.yield %next : tensor<4xf32>
  }
  return %a, %b : tensor<4xf32>, tensor<4xf32>
}

// Zeros that are only read are no initial value.
// CHECK-LABEL: func @read
// CHECK: %[[ZEROS:.*]] = linalg.fill
// CHECK-NOT: linalg.fill
// CHECK: linalg.generic {{.*}} ins(%[[ZEROS]], %[[ZEROS]] :
func.func @read() -> tensor<4xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<4xf32>
  %zeros = linalg.fill ins(%zero : f32) outs(%empty : tensor<4xf32>) -> tensor<4xf32>
  %y = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>, affine_map<(i) -> (i)>],
                       iterator_types = ["parallel"]}
      ins(%zeros, %zeros : tensor<4xf32>, tensor<4xf32>) outs(%empty : tensor<4xf32>) {
  ^bb0(%p: f32, %q: f32, %out: f32):
    %v = arith.addf %p, %q : f32
    linalg.yield %v : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
