// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @plain
// CHECK-SAME: %[[X:.*]]: tensor<2x5x24xbf16>, %[[W:.*]]: tensor<40x24xbf16>
func.func @plain(%x: tensor<2x5x24xbf16>, %w: tensor<40x24xbf16>) -> tensor<2x5x40xbf16> {
  // CHECK: dsv4.linear(%[[X]], %[[W]]) : (tensor<2x5x24xbf16>, tensor<40x24xbf16>) -> tensor<2x5x40xbf16>
  %y = dsv4.linear(%x, %w) : (tensor<2x5x24xbf16>, tensor<40x24xbf16>) -> tensor<2x5x40xbf16>
  return %y : tensor<2x5x40xbf16>
}

// The weight may have another type, the result too.
// CHECK-LABEL: func @types
func.func @types(%x: tensor<24xf16>, %w: tensor<40x24xf32>) -> tensor<40xf32> {
  // CHECK: dsv4.linear(%{{[^ ]*}}, %{{[^ ]*}}) {output_type = f32} : (tensor<24xf16>, tensor<40x24xf32>) -> tensor<40xf32>
  %y = dsv4.linear(%x, %w) {output_type = f32} : (tensor<24xf16>, tensor<40x24xf32>) -> tensor<40xf32>
  return %y : tensor<40xf32>
}

// One scale per 128 x 128 block; the last block of outputs may be smaller.
// CHECK-LABEL: func @fp8
func.func @fp8(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) -> tensor<5x130xbf16> {
  // CHECK: dsv4.linear(%{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}}) : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>) -> tensor<5x130xbf16>
  %y = dsv4.linear(%x, %w, %scales) : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>) -> tensor<5x130xbf16>
  return %y : tensor<5x130xbf16>
}

// One scale per 32 inputs; a code per element.
// CHECK-LABEL: func @fp4
func.func @fp4(%x: tensor<5x96xf32>, %w: tensor<7x96xf4E2M1FN>, %scales: tensor<7x3xf8E8M0FNU>) -> tensor<5x7xbf16> {
  // CHECK: {output_type = bf16} : (tensor<5x96xf32>, tensor<7x96xf4E2M1FN>, tensor<7x3xf8E8M0FNU>) -> tensor<5x7xbf16>
  %y = dsv4.linear(%x, %w, %scales) {output_type = bf16} : (tensor<5x96xf32>, tensor<7x96xf4E2M1FN>, tensor<7x3xf8E8M0FNU>) -> tensor<5x7xbf16>
  return %y : tensor<5x7xbf16>
}

// The same as checkpoints store it: two codes per byte.
// CHECK-LABEL: func @fp4_packed
func.func @fp4_packed(%x: tensor<5x256xbf16>, %w: tensor<7x128xi8>, %scales: tensor<7x8xf8E8M0FNU>) -> tensor<5x7xbf16> {
  // CHECK: : (tensor<5x256xbf16>, tensor<7x128xi8>, tensor<7x8xf8E8M0FNU>) -> tensor<5x7xbf16>
  %y = dsv4.linear(%x, %w, %scales) : (tensor<5x256xbf16>, tensor<7x128xi8>, tensor<7x8xf8E8M0FNU>) -> tensor<5x7xbf16>
  return %y : tensor<5x7xbf16>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xf32>, %w: tensor<?x24xf16>) -> tensor<?x?x?xf32> {
  // CHECK: : (tensor<?x?x?xf32>, tensor<?x24xf16>) -> tensor<?x?x?xf32>
  %y = dsv4.linear(%x, %w) : (tensor<?x?x?xf32>, tensor<?x24xf16>) -> tensor<?x?x?xf32>
  return %y : tensor<?x?x?xf32>
}

// Codes ask for static sizes, but it is enough that one operand says them.
// CHECK-LABEL: func @sizes_from_the_other_operand
func.func @sizes_from_the_other_operand(%x: tensor<?x?xbf16>, %w: tensor<130x128xi8>, %scales: tensor<?x?xf8E8M0FNU>) -> tensor<?x130xbf16> {
  // CHECK: : (tensor<?x?xbf16>, tensor<130x128xi8>, tensor<?x?xf8E8M0FNU>) -> tensor<?x130xbf16>
  %y = dsv4.linear(%x, %w, %scales) : (tensor<?x?xbf16>, tensor<130x128xi8>, tensor<?x?xf8E8M0FNU>) -> tensor<?x130xbf16>
  return %y : tensor<?x130xbf16>
}

// CHECK-LABEL: func @empty
func.func @empty(%x: tensor<0x0xf32>, %w: tensor<0x0xf32>) -> tensor<0x0xf32> {
  // CHECK: : (tensor<0x0xf32>, tensor<0x0xf32>) -> tensor<0x0xf32>
  %y = dsv4.linear(%x, %w) : (tensor<0x0xf32>, tensor<0x0xf32>) -> tensor<0x0xf32>
  return %y : tensor<0x0xf32>
}
