// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[X:.*]]: tensor<5x128xbf16>
func.func @static(%x: tensor<5x128xbf16>) -> tensor<5x128xbf16> {
  // CHECK: dsv4.hadamard(%[[X]]) : (tensor<5x128xbf16>) -> tensor<5x128xbf16>
  %y = dsv4.hadamard(%x) : (tensor<5x128xbf16>) -> tensor<5x128xbf16>
  return %y : tensor<5x128xbf16>
}

// CHECK-LABEL: func @vector
func.func @vector(%x: tensor<1xf16>) -> tensor<1xf16> {
  // CHECK: : (tensor<1xf16>) -> tensor<1xf16>
  %y = dsv4.hadamard(%x) : (tensor<1xf16>) -> tensor<1xf16>
  return %y : tensor<1xf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x64xf32>) -> tensor<?x7x?xf32> {
  // CHECK: : (tensor<?x?x64xf32>) -> tensor<?x7x?xf32>
  %y = dsv4.hadamard(%x) : (tensor<?x?x64xf32>) -> tensor<?x7x?xf32>
  return %y : tensor<?x7x?xf32>
}

// CHECK-LABEL: func @no_rows
func.func @no_rows(%x: tensor<0x2xf32>) -> tensor<0x2xf32> {
  // CHECK: : (tensor<0x2xf32>) -> tensor<0x2xf32>
  %y = dsv4.hadamard(%x) : (tensor<0x2xf32>) -> tensor<0x2xf32>
  return %y : tensor<0x2xf32>
}
