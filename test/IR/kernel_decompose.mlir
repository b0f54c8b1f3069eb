// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// A kernel changes no number: its ops take its place, those of dsv4 decomposed.
// CHECK-LABEL: func @inlined
// CHECK-SAME: %[[X:.*]]: tensor<3x64xf32>, %[[Z:.*]]: tensor<8xf32>
func.func @inlined(%x: tensor<3x64xf32>, %z: tensor<8xf32>) -> (tensor<8xf32>, tensor<3x64xf32>) {
  // CHECK: %[[EXP:.*]] = math.exp %[[Z]]
  // CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "reduction"]} ins(%[[X]] :
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} ins(%[[X]], %{{.*}} :
  // CHECK: return %[[EXP]], %[[Y]]
  %y:2 = dsv4.kernel "two" (%x, %z) : (tensor<3x64xf32>, tensor<8xf32>) -> (tensor<8xf32>, tensor<3x64xf32>) {
  ^bb0(%a: tensor<3x64xf32>, %b: tensor<8xf32>):
    %0 = math.exp %b : tensor<8xf32>
    %1 = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<3x64xf32>) -> tensor<3x64xf32>
    dsv4.yield %0, %1 : tensor<8xf32>, tensor<3x64xf32>
  }
  return %y#0, %y#1 : tensor<8xf32>, tensor<3x64xf32>
}
