// RUN: dsv4-opt %s -canonicalize | FileCheck %s

// CHECK-LABEL: func @unused_operand
// CHECK-SAME: %[[X:.*]]: tensor<4xf32>, %[[Z:.*]]: tensor<8xf32>
func.func @unused_operand(%x: tensor<4xf32>, %z: tensor<8xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: dsv4.kernel "exp"(%[[X]]) {stream = 1 : i64} : (tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: ^bb0(%[[A:.*]]: tensor<4xf32>):
  // CHECK-NEXT: math.exp %[[A]]
  %y = dsv4.kernel "exp" (%z, %x) {stream = 1 : i64} : (tensor<8xf32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%b: tensor<8xf32>, %a: tensor<4xf32>):
    %0 = math.exp %a : tensor<4xf32>
    dsv4.yield %0 : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// The ops that an unused result leaves dead go too, and with them an operand.
// CHECK-LABEL: func @unused_result
// CHECK-SAME: %[[X:.*]]: tensor<4xf32>, %[[Z:.*]]: tensor<8xf32>
func.func @unused_result(%x: tensor<4xf32>, %z: tensor<8xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: %[[Y:.*]] = dsv4.kernel "exp"(%[[X]]) {stream = 1 : i64} : (tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: ^bb0(%[[A:.*]]: tensor<4xf32>):
  // CHECK-NEXT: %[[EXP:.*]] = math.exp %[[A]]
  // CHECK-NEXT: dsv4.yield %[[EXP]] : tensor<4xf32>
  // CHECK-NEXT: }
  // CHECK-NEXT: return %[[Y]]
  %y:2 = dsv4.kernel "exp" (%z, %x) {stream = 1 : i64} : (tensor<8xf32>, tensor<4xf32>) -> (tensor<8xf32>, tensor<4xf32>) {
  ^bb0(%b: tensor<8xf32>, %a: tensor<4xf32>):
    %0 = math.exp %b : tensor<8xf32>
    %1 = math.exp %a : tensor<4xf32>
    dsv4.yield %0, %1 : tensor<8xf32>, tensor<4xf32>
  }
  return %y#1 : tensor<4xf32>
}

// CHECK-LABEL: func @equal_operands
// CHECK-SAME: %[[X:.*]]: tensor<4xf32>
func.func @equal_operands(%x: tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: dsv4.kernel "square"(%[[X]]) : (tensor<4xf32>) -> tensor<4xf32> {
  // CHECK-NEXT: ^bb0(%[[A:.*]]: tensor<4xf32>):
  // CHECK-NEXT: arith.mulf %[[A]], %[[A]]
  %y = dsv4.kernel "square" (%x, %x) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>, %b: tensor<4xf32>):
    %0 = arith.mulf %a, %b : tensor<4xf32>
    dsv4.yield %0 : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// CHECK-LABEL: func @equal_results
func.func @equal_results(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  // CHECK: %[[Y:.*]] = dsv4.kernel "exp"(%{{.*}}) : (tensor<4xf32>) -> tensor<4xf32> {
  // CHECK: return %[[Y]], %[[Y]]
  %y:2 = dsv4.kernel "exp" (%x) : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  ^bb0(%a: tensor<4xf32>):
    %0 = math.exp %a : tensor<4xf32>
    dsv4.yield %0, %0 : tensor<4xf32>, tensor<4xf32>
  }
  return %y#0, %y#1 : tensor<4xf32>, tensor<4xf32>
}

// A result that is an operand is that operand; here nothing else is left.
// CHECK-LABEL: func @passes_through
// CHECK-SAME: %[[X:.*]]: tensor<4xf32>, %[[Z:.*]]: tensor<8xf32>
// CHECK-NEXT: return %[[Z]], %[[X]]
func.func @passes_through(%x: tensor<4xf32>, %z: tensor<8xf32>) -> (tensor<8xf32>, tensor<4xf32>) {
  %y:2 = dsv4.kernel "swap" (%x, %z) : (tensor<4xf32>, tensor<8xf32>) -> (tensor<8xf32>, tensor<4xf32>) {
  ^bb0(%a: tensor<4xf32>, %b: tensor<8xf32>):
    dsv4.yield %b, %a : tensor<8xf32>, tensor<4xf32>
  }
  return %y#0, %y#1 : tensor<8xf32>, tensor<4xf32>
}

// Casts that only forget sizes move across the boundary, so that the region becomes static.
// CHECK-LABEL: func @static_sizes
// CHECK-SAME: %[[X:.*]]: tensor<3x64xf32>
func.func @static_sizes(%x: tensor<3x64xf32>) -> tensor<?x?xf32> {
  // CHECK-NEXT: %[[Y:.*]] = dsv4.kernel "norm"(%[[X]]) : (tensor<3x64xf32>) -> tensor<3x64xf32> {
  // CHECK-NEXT: ^bb0(%[[A:.*]]: tensor<3x64xf32>):
  // CHECK-NEXT: %[[NORM:.*]] = dsv4.rms_norm(%[[A]]) {{.*}} : (tensor<3x64xf32>) -> tensor<3x64xf32>
  // CHECK-NEXT: dsv4.yield %[[NORM]] : tensor<3x64xf32>
  // CHECK-NEXT: }
  // CHECK-NEXT: %[[CAST:.*]] = tensor.cast %[[Y]] : tensor<3x64xf32> to tensor<?x?xf32>
  // CHECK-NEXT: return %[[CAST]]
  %dynamic = tensor.cast %x : tensor<3x64xf32> to tensor<?x?xf32>
  %y = dsv4.kernel "norm" (%dynamic) : (tensor<?x?xf32>) -> tensor<?x?xf32> {
  ^bb0(%a: tensor<?x?xf32>):
    %0 = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<?x?xf32>) -> tensor<?x?xf32>
    dsv4.yield %0 : tensor<?x?xf32>
  }
  return %y : tensor<?x?xf32>
}

// One operand with and without a cast is one operand.
// CHECK-LABEL: func @equal_operands_but_for_a_cast
// CHECK-SAME: %[[X:.*]]: tensor<4xf32>
func.func @equal_operands_but_for_a_cast(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<?xf32>) {
  // CHECK-NEXT: dsv4.kernel "two"(%[[X]]) : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %dynamic = tensor.cast %x : tensor<4xf32> to tensor<?xf32>
  %y:2 = dsv4.kernel "two" (%x, %dynamic) : (tensor<4xf32>, tensor<?xf32>) -> (tensor<4xf32>, tensor<?xf32>) {
  ^bb0(%a: tensor<4xf32>, %b: tensor<?xf32>):
    %0 = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<4xf32>) -> tensor<4xf32>
    %1 = dsv4.rms_norm(%b) {norm_eps = 1.0e-3} : (tensor<?xf32>) -> tensor<?xf32>
    dsv4.yield %0, %1 : tensor<4xf32>, tensor<?xf32>
  }
  return %y#0, %y#1 : tensor<4xf32>, tensor<?xf32>
}

// A kernel without results stays if its region has an effect.
// CHECK-LABEL: func @effect
func.func @effect(%x: tensor<1xi1>) {
  // CHECK: dsv4.kernel "check"(%{{.*}}) : (tensor<1xi1>) -> () {
  // CHECK: cf.assert
  %y = dsv4.kernel "check" (%x) : (tensor<1xi1>) -> tensor<1xi1> {
  ^bb0(%a: tensor<1xi1>):
    %zero = arith.constant 0 : index
    %0 = tensor.extract %a[%zero] : tensor<1xi1>
    cf.assert %0, "a row is empty"
    dsv4.yield %a : tensor<1xi1>
  }
  return
}

// A kernel without uses and effects goes.
// CHECK-LABEL: func @dead
// CHECK-NEXT: return
func.func @dead(%x: tensor<4xf32>) {
  %y = dsv4.kernel "exp" (%x) : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    %0 = math.exp %a : tensor<4xf32>
    dsv4.yield %0 : tensor<4xf32>
  }
  return
}

// Nothing to do: operands and results are kept in their order.
// CHECK-LABEL: func @needed
// CHECK-SAME: %[[X:.*]]: tensor<4xf32>, %[[Z:.*]]: tensor<8xf32>
func.func @needed(%x: tensor<4xf32>, %z: tensor<8xf32>) -> (tensor<4xf32>, tensor<8xf32>) {
  // CHECK-NEXT: %[[Y:.*]]:2 = dsv4.kernel "two"(%[[Z]], %[[X]]) : (tensor<8xf32>, tensor<4xf32>) -> (tensor<8xf32>, tensor<4xf32>) {
  // CHECK: return %[[Y]]#1, %[[Y]]#0
  %y:2 = dsv4.kernel "two" (%z, %x) : (tensor<8xf32>, tensor<4xf32>) -> (tensor<8xf32>, tensor<4xf32>) {
  ^bb0(%b: tensor<8xf32>, %a: tensor<4xf32>):
    %0 = math.exp %b : tensor<8xf32>
    %1 = math.exp %a : tensor<4xf32>
    dsv4.yield %0, %1 : tensor<8xf32>, tensor<4xf32>
  }
  return %y#1, %y#0 : tensor<4xf32>, tensor<8xf32>
}
