// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @one_result
// CHECK-SAME: %[[X:.*]]: tensor<3x64xbf16>, %[[W:.*]]: tensor<64xf32>
func.func @one_result(%x: tensor<3x64xbf16>, %w: tensor<64xf32>) -> tensor<3x64xbf16> {
  // CHECK: dsv4.kernel "norm"(%[[X]], %[[W]]) : (tensor<3x64xbf16>, tensor<64xf32>) -> tensor<3x64xbf16> {
  // CHECK-NEXT: ^bb0(%[[A:.*]]: tensor<3x64xbf16>, %[[B:.*]]: tensor<64xf32>):
  // CHECK-NEXT: %[[Y:.*]] = dsv4.rms_norm(%[[A]], %[[B]])
  // CHECK-NEXT: dsv4.yield %[[Y]] : tensor<3x64xbf16>
  %y = dsv4.kernel "norm" (%x, %w) : (tensor<3x64xbf16>, tensor<64xf32>) -> tensor<3x64xbf16> {
  ^bb0(%a: tensor<3x64xbf16>, %b: tensor<64xf32>):
    %0 = dsv4.rms_norm(%a, %b) {norm_eps = 1.0e-6} : (tensor<3x64xbf16>, tensor<64xf32>) -> tensor<3x64xbf16>
    dsv4.yield %0 : tensor<3x64xbf16>
  }
  return %y : tensor<3x64xbf16>
}

// A kernel may hold ops of any dialect, have several results and attributes.
// CHECK-LABEL: func @several_results
func.func @several_results(%x: tensor<?x64xf32>) -> (tensor<?x64xf32>, tensor<?x64xf32>) {
  // CHECK: dsv4.kernel "a name with \22quotes\22"(%{{.*}}) {stream = 1 : i64} : (tensor<?x64xf32>) -> (tensor<?x64xf32>, tensor<?x64xf32>) {
  // CHECK: dsv4.yield %{{.*}}, %{{.*}} : tensor<?x64xf32>, tensor<?x64xf32>
  %y:2 = dsv4.kernel "a name with \"quotes\"" (%x) {stream = 1 : i64} : (tensor<?x64xf32>) -> (tensor<?x64xf32>, tensor<?x64xf32>) {
  ^bb0(%a: tensor<?x64xf32>):
    %0 = math.exp %a : tensor<?x64xf32>
    %1 = arith.addf %0, %a : tensor<?x64xf32>
    dsv4.yield %0, %1 : tensor<?x64xf32>, tensor<?x64xf32>
  }
  return %y#0, %y#1 : tensor<?x64xf32>, tensor<?x64xf32>
}

// Without operands and results there is nothing to print between the braces.
// CHECK-LABEL: func @empty
func.func @empty() {
  // CHECK: dsv4.kernel "nothing"() : () -> () {
  // CHECK-NEXT: }
  dsv4.kernel "nothing" () : () -> () {
    dsv4.yield
  }
  return
}
