// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// A contraction of the operands as they are, accumulated in f32, and one rounding.
// CHECK-LABEL: func @plain
// CHECK-SAME: %[[X:.*]]: tensor<5x24xbf16>, %[[W:.*]]: tensor<40x24xbf16>
func.func @plain(%x: tensor<5x24xbf16>, %w: tensor<40x24xbf16>) -> tensor<5x40xbf16> {
  // CHECK: %[[ZERO:.*]] = linalg.fill {{.*}} -> tensor<5x40xf32>
  // CHECK: %[[SUM:.*]] = linalg.contract {{.*}} ins(%[[X]], %[[W]] : tensor<5x24xbf16>, tensor<40x24xbf16>) outs(%[[ZERO]] : tensor<5x40xf32>)
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} ins(%[[SUM]] :
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  // CHECK: return %[[Y]]
  %y = dsv4.linear(%x, %w) : (tensor<5x24xbf16>, tensor<40x24xbf16>) -> tensor<5x40xbf16>
  return %y : tensor<5x40xbf16>
}

// In f32 nothing is rounded, whatever the operands are of.
// CHECK-LABEL: func @wide
func.func @wide(%x: tensor<?x?xf16>, %w: tensor<?x?xbf16>) -> tensor<?x?xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.linear: dimension 1 of weight is not dimension 1 of x"
  // CHECK: %[[SUM:.*]] = linalg.contract {{.*}} ins(%{{.*}}, %{{.*}} : tensor<?x?xf16>, tensor<?x?xbf16>)
  // CHECK-NEXT: return %[[SUM]]
  %y = dsv4.linear(%x, %w) {output_type = f32} : (tensor<?x?xf16>, tensor<?x?xbf16>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

// The activations go through FP8 in blocks of 128 channels. Codes and scales are read where they are: one scale
// per 128 x 128 block.
// CHECK-LABEL: func @fp8
// CHECK-SAME: %[[X:.*]]: tensor<5x256xbf16>, %[[W:.*]]: tensor<130x256xf8E4M3FN>, %[[SCALES:.*]]: tensor<2x2xf8E8M0FNU>
func.func @fp8(%x: tensor<5x256xbf16>, %w: tensor<130x256xf8E4M3FN>, %scales: tensor<2x2xf8E8M0FNU>) -> tensor<5x130xbf16> {
  // CHECK: output_shape [5, 2, 128]
  // CHECK: arith.constant 4.480000e+02 : f32
  // CHECK: %[[ACTIVATIONS:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<5x256xbf16>)
  // CHECK: %[[WEIGHT:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<130x256xbf16>)
  // CHECK: %[[N:.*]] = linalg.index 0
  // CHECK: %[[K:.*]] = linalg.index 1
  // CHECK: %[[OUTPUTS:.*]] = arith.constant 128 : index
  // CHECK: %[[ROW:.*]] = arith.divui %[[N]], %[[OUTPUTS]]
  // CHECK: %[[INPUTS:.*]] = arith.constant 128 : index
  // CHECK: %[[COLUMN:.*]] = arith.divui %[[K]], %[[INPUTS]]
  // CHECK: tensor.extract %[[W]][%[[N]], %[[K]]]
  // CHECK: tensor.extract %[[SCALES]][%[[ROW]], %[[COLUMN]]]
  // CHECK: linalg.contract {{.*}} ins(%[[ACTIVATIONS]], %[[WEIGHT]] : tensor<5x256xbf16>, tensor<130x256xbf16>)
  %y = dsv4.linear(%x, %w, %scales) : (tensor<5x256xbf16>, tensor<130x256xf8E4M3FN>, tensor<2x2xf8E8M0FNU>) -> tensor<5x130xbf16>
  return %y : tensor<5x130xbf16>
}

// One scale per 32 inputs. Fewer than 128 channels are one block of activations.
// CHECK-LABEL: func @fp4
// CHECK-SAME: %{{.*}}: tensor<5x96xf32>, %[[W:.*]]: tensor<7x96xf4E2M1FN>, %[[SCALES:.*]]: tensor<7x3xf8E8M0FNU>
func.func @fp4(%x: tensor<5x96xf32>, %w: tensor<7x96xf4E2M1FN>, %scales: tensor<7x3xf8E8M0FNU>) -> tensor<5x7xf32> {
  // CHECK: output_shape [5, 1, 96]
  // CHECK: %[[N:.*]] = linalg.index 0
  // CHECK: %[[K:.*]] = linalg.index 1
  // CHECK: %[[OUTPUTS:.*]] = arith.constant 1 : index
  // CHECK: %[[ROW:.*]] = arith.divui %[[N]], %[[OUTPUTS]]
  // CHECK: %[[INPUTS:.*]] = arith.constant 32 : index
  // CHECK: %[[COLUMN:.*]] = arith.divui %[[K]], %[[INPUTS]]
  // CHECK: tensor.extract %[[W]][%[[N]], %[[K]]]
  // CHECK: tensor.extract %[[SCALES]][%[[ROW]], %[[COLUMN]]]
  // CHECK: linalg.contract
  %y = dsv4.linear(%x, %w, %scales) : (tensor<5x96xf32>, tensor<7x96xf4E2M1FN>, tensor<7x3xf8E8M0FNU>) -> tensor<5x7xf32>
  return %y : tensor<5x7xf32>
}

// Two codes per byte: the lower half belongs to the even input. Sizes that only one operand says are passed on.
// CHECK-LABEL: func @packed
// CHECK-SAME: %[[X:.*]]: tensor<5x?xbf16>, %[[W:.*]]: tensor<7x128xi8>
func.func @packed(%x: tensor<5x?xbf16>, %w: tensor<7x128xi8>, %scales: tensor<?x8xf8E8M0FNU>) -> tensor<5x7xbf16> {
  // CHECK: cf.assert %{{.*}}, "dsv4.linear: dimension 1 of x is not 256 = K with codes per byte = 2, K / 2 = 128"
  // CHECK: cf.assert %{{.*}}, "dsv4.linear: dimension 0 of scales is not 7"
  // CHECK: tensor.cast %[[X]] : tensor<5x?xbf16> to tensor<5x256xbf16>
  // CHECK: %[[K:.*]] = linalg.index 1
  // CHECK: %[[TWO:.*]] = arith.constant 2 : index
  // CHECK: %[[BYTE_AT:.*]] = arith.divui %[[K]], %[[TWO]]
  // CHECK: %[[BYTE:.*]] = tensor.extract %[[W]][%{{.*}}, %[[BYTE_AT]]]
  // CHECK: %[[IS_ODD:.*]] = arith.trunci %{{.*}} : i32 to i1
  // CHECK: %[[UPPER:.*]] = arith.shrui %[[BYTE]], %{{.*}}
  // CHECK: %[[CODE:.*]] = arith.select %[[IS_ODD]], %[[UPPER]], %[[BYTE]]
  // CHECK: %[[NIBBLE:.*]] = arith.trunci %[[CODE]] : i8 to i4
  // CHECK: arith.bitcast %[[NIBBLE]] : i4 to f4E2M1FN
  %y = dsv4.linear(%x, %w, %scales) : (tensor<5x?xbf16>, tensor<7x128xi8>, tensor<?x8xf8E8M0FNU>) -> tensor<5x7xbf16>
  return %y : tensor<5x7xbf16>
}
