// Work of v4_clamped_swiglu: T rows of I elements, eight operations each (nine with a row weight).
// RUN: dsv4-opt %s --dsv4-print-work=function=main -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=weighted -o /dev/null | FileCheck %s --check-prefix=WEIGHTED

// 5 * 2048 = 10,240 elements of bf16.
//   vector   6 * 10,240 = 61,440: three clamps, negation, addition, product
//   special  2 * 10,240 = 20,480: exponential, division
//   read     2 * 10,240 * 2 = 40,960    write  20,480    tiles  10,240 / 1024
// CHECK-LABEL: kernel v4_clamped_swiglu, dsv4.v4_clamped_swiglu
// CHECK-NEXT:  vector f32: 61440 flop
// CHECK-NEXT:  special_function f32: 20480 flop
// CHECK-NEXT:  read activations: 40960 bytes
// CHECK-NEXT:  write: 20480 bytes
// CHECK-NEXT:  parallel tiles: 10
// CHECK-NEXT:  sizes: intermediate_size 2048, tokens 5
func.func @main(%gate: tensor<5x2048xbf16>, %up: tensor<5x2048xbf16>) -> tensor<5x2048xbf16> {
  %y = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0}
      : (tensor<5x2048xbf16>, tensor<5x2048xbf16>) -> tensor<5x2048xbf16>
  return %y : tensor<5x2048xbf16>
}

// One more product per element, 5 * 4 bytes more.
// WEIGHTED-LABEL: kernel v4_clamped_swiglu, dsv4.v4_clamped_swiglu
// WEIGHTED-NEXT:  vector f32: 71680 flop
// WEIGHTED-NEXT:  special_function f32: 20480 flop
// WEIGHTED-NEXT:  read activations: 40980 bytes
func.func @weighted(%gate: tensor<5x2048xbf16>, %up: tensor<5x2048xbf16>, %w: tensor<5xf32>) -> tensor<5x2048xbf16> {
  %y = dsv4.v4_clamped_swiglu(%gate, %up, %w) {limit = 10.0}
      : (tensor<5x2048xbf16>, tensor<5x2048xbf16>, tensor<5xf32>) -> tensor<5x2048xbf16>
  return %y : tensor<5x2048xbf16>
}
