// Calls: a callee is described once per combination of argument shapes, its launches are multiplied.
// RUN: dsv4-opt %s --dsv4-print-work="bind=arg0:0=5,arg1:0=7" -o /dev/null | FileCheck %s

// @layer runs three times for 5 tokens (once called, twice through @pair) and 2 * 10 times for 7 tokens (in a loop of
// ten); the norm inside it is launched as often. Rows stand where a function is first called.
// CHECK:      work of @main
// CHECK-NEXT: kernel rms_norm, dsv4.rms_norm at {{.*}}:[[#@LINE+21]]:8, launches 3
// CHECK-NEXT:   vector f32: 970 flop
// CHECK:        sizes: hidden_size 64, tokens 5
// CHECK-NEXT: kernel rms_norm, dsv4.rms_norm at {{.*}}, launches 20
// CHECK-NEXT:   vector f32: 1358 flop
// CHECK:        sizes: hidden_size 64, tokens 7
// CHECK-NOT:  kernel
func.func @main(%a: tensor<?x64xf32>, %b: tensor<?x64xf32>) {
  %c0 = arith.constant 0 : index
  %c10 = arith.constant 10 : index
  %c1 = arith.constant 1 : index
  %0 = func.call @layer(%a) : (tensor<?x64xf32>) -> tensor<?x64xf32>
  %1 = func.call @pair(%0) : (tensor<?x64xf32>) -> tensor<?x64xf32>
  %2 = scf.for %i = %c0 to %c10 step %c1 iter_args(%v = %b) -> tensor<?x64xf32> {
    %3 = func.call @pair(%v) : (tensor<?x64xf32>) -> tensor<?x64xf32>
    scf.yield %3 : tensor<?x64xf32>
  }
  return
}
// T * (3D + 2) = 5 * 194 and 7 * 194 operations.
func.func private @layer(%x: tensor<?x64xf32>) -> tensor<?x64xf32> {
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<?x64xf32>) -> tensor<?x64xf32>
  return %y : tensor<?x64xf32>
}
func.func private @pair(%x: tensor<?x64xf32>) -> tensor<?x64xf32> {
  %0 = func.call @layer(%x) : (tensor<?x64xf32>) -> tensor<?x64xf32>
  %1 = func.call @layer(%0) : (tensor<?x64xf32>) -> tensor<?x64xf32>
  return %1 : tensor<?x64xf32>
}
