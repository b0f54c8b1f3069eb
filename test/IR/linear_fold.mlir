// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// The type of `x` is what `output_type` is if it is not there.
// CHECK-LABEL: func @same_type
func.func @same_type(%x: tensor<5x24xbf16>, %w: tensor<40x24xf32>) -> tensor<5x40xbf16> {
  // CHECK: dsv4.linear(%{{[^ ]*}}, %{{[^ ]*}}) : (tensor<5x24xbf16>, tensor<40x24xf32>) -> tensor<5x40xbf16>
  %y = dsv4.linear(%x, %w) {output_type = bf16} : (tensor<5x24xbf16>, tensor<40x24xf32>) -> tensor<5x40xbf16>
  return %y : tensor<5x40xbf16>
}

// CHECK-LABEL: func @other_type
func.func @other_type(%x: tensor<5x24xbf16>, %w: tensor<40x24xbf16>) -> tensor<5x40xf32> {
  // CHECK: {output_type = f32}
  %y = dsv4.linear(%x, %w) {output_type = f32} : (tensor<5x24xbf16>, tensor<40x24xbf16>) -> tensor<5x40xf32>
  return %y : tensor<5x40xf32>
}
