// An op without a work model is an error, never zero: one error per distinct op, all of them at once.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null --verify-diagnostics
// RUN: not dsv4-opt %s --dsv4-attach-device=device=gb200 --dsv4-estimate-cost -o /dev/null
// RUN: dsv4-opt %s --dsv4-attach-device=device=gb200 --dsv4-estimate-cost=allow-unmodelled -o /dev/null \
// RUN:   2>/dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-attach-device=device=gb200 --dsv4-estimate-cost="allow-unmodelled format=json" -o /dev/null \
// RUN:   2>/dev/null | FileCheck %s --check-prefix=JSON

// CHECK:      4 ops are NOT in it.
// CHECK:      rms_norm                          1
// CHECK:      NOT MODELLED: tensor.gather x 1
// CHECK-SAME: (no work model)
// CHECK:      NOT MODELLED: tensor.scatter x 3
// CHECK:      NOT MODELLED: func.call x 1
// The shape of what depends on an unmodelled op may be unknown: it is listed, not guessed.
// CHECK:      NOT MODELLED: dsv4.rms_norm x 1
// CHECK-SAME: (shape not known)

// JSON:       "unmodelled": [
// JSON:       "op": "tensor.gather",
// JSON-NEXT:  "reason": "no work model"
// JSON:       "count": 3,
// JSON:       "op": "tensor.scatter",
func.func private @external(tensor<4x8xf32>) -> tensor<4x8xf32>

func.func @main(%x: tensor<4x8xf32>, %i: tensor<2x1xindex>, %shape: tensor<2xindex>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %n = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<4x8xf32>) -> tensor<4x8xf32>
  // expected-error @+1 {{'tensor.gather' has no work model (1 use): lower it to dsv4 or linalg ops first, or list it with allow-unmodelled}}
  %g = tensor.gather %n[%i] gather_dims([0]) : (tensor<4x8xf32>, tensor<2x1xindex>) -> tensor<2x1x8xf32>
  %l = scf.for %k = %c0 to %c3 step %c1 iter_args(%v = %n) -> tensor<4x8xf32> {
    // expected-error @+1 {{'tensor.scatter' has no work model (1 use)}}
    %w = tensor.scatter %g into %v[%i] scatter_dims([0]) unique : (tensor<2x1x8xf32>, tensor<4x8xf32>, tensor<2x1xindex>) -> tensor<4x8xf32>
    scf.yield %w : tensor<4x8xf32>
  }
  // expected-error @+1 {{'func.call' has no work model (1 use)}}
  %e = func.call @external(%l) : (tensor<4x8xf32>) -> tensor<4x8xf32>
  %r = tensor.reshape %e(%shape) : (tensor<4x8xf32>, tensor<2xindex>) -> tensor<?x?xf32>
  %u = dsv4.rms_norm(%r) {norm_eps = 1.0e-6} : (tensor<?x?xf32>) -> tensor<?x?xf32>
  return
}
