// RUN: dsv4-opt %s --dsv4-inline-kernels | FileCheck %s --implicit-check-not=dsv4.kernel --implicit-check-not=dsv4.yield

// The ops take the place of the kernel, its operands those of the block arguments.
// CHECK-LABEL: func @inlined
// CHECK-SAME: %[[X:.*]]: tensor<3x64xf32>, %[[Z:.*]]: tensor<8xf32>
func.func @inlined(%x: tensor<3x64xf32>, %z: tensor<8xf32>) -> (tensor<8xf32>, tensor<3x64xf32>) {
  // CHECK: %[[EXP:.*]] = math.exp %[[Z]]
  // CHECK: %[[Y:.*]] = dsv4.rms_norm(%[[X]])
  // CHECK: return %[[EXP]], %[[Y]]
  %y:2 = dsv4.kernel "two" (%x, %z) : (tensor<3x64xf32>, tensor<8xf32>) -> (tensor<8xf32>, tensor<3x64xf32>) {
  ^bb0(%a: tensor<3x64xf32>, %b: tensor<8xf32>):
    %0 = math.exp %b : tensor<8xf32>
    %1 = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<3x64xf32>) -> tensor<3x64xf32>
    dsv4.yield %0, %1 : tensor<8xf32>, tensor<3x64xf32>
  }
  return %y#0, %y#1 : tensor<8xf32>, tensor<3x64xf32>
}

// A kernel that feeds another, and one that yields an operand.
// CHECK-LABEL: func @in_a_row
// CHECK-SAME: %[[X:.*]]: tensor<3x64xf32>
func.func @in_a_row(%x: tensor<3x64xf32>) -> (tensor<3x64xf32>, tensor<3x64xf32>) {
  // CHECK-NEXT: %[[A:.*]] = dsv4.rms_norm(%[[X]])
  // CHECK-NEXT: %[[B:.*]] = dsv4.rms_norm(%[[A]])
  // CHECK-NEXT: return %[[B]], %[[X]]
  %a:2 = dsv4.kernel "first" (%x) : (tensor<3x64xf32>) -> (tensor<3x64xf32>, tensor<3x64xf32>) {
  ^bb0(%k: tensor<3x64xf32>):
    %0 = dsv4.rms_norm(%k) {norm_eps = 1.0e-6} : (tensor<3x64xf32>) -> tensor<3x64xf32>
    dsv4.yield %0, %k : tensor<3x64xf32>, tensor<3x64xf32>
  }
  %b = dsv4.kernel "second" (%a#0) : (tensor<3x64xf32>) -> tensor<3x64xf32> {
  ^bb0(%k: tensor<3x64xf32>):
    %0 = dsv4.rms_norm(%k) {norm_eps = 1.0e-6} : (tensor<3x64xf32>) -> tensor<3x64xf32>
    dsv4.yield %0 : tensor<3x64xf32>
  }
  return %b, %a#1 : tensor<3x64xf32>, tensor<3x64xf32>
}
