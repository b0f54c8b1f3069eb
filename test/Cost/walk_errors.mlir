// What cannot be walked: choice of function, recursion, loops without a constant trip count, unstructured control flow.
// RUN: dsv4-opt %s --split-input-file --verify-diagnostics --dsv4-print-work -o /dev/null

// expected-error @+1 {{has no @main and 2 public functions: choose one with function=; functions: @a, @b}}
module {
  func.func @a() { return }
  func.func @b() { return }
}

// -----

// expected-error @+1 {{has no @main and 0 public functions: choose one with function=}}
module {
}

// -----

module {
  func.func @main() {
    func.call @even() : () -> ()
    return
  }
  func.func private @even() {
    func.call @odd() : () -> ()
    return
  }
  func.func private @odd() {
    // expected-error @+1 {{'func.call' op calls @even, which is being executed: recursion has no bound}}
    func.call @even() : () -> ()
    return
  }
}

// -----

func.func @main(%n: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  // expected-error @+1 {{'scf.for' op has no constant trip count: bounds and step must be constants or follow from sizes}}
  scf.for %i = %c0 to %n step %c1 {
  }
  return
}

// -----

// expected-error @+1 {{@main has 2 blocks; the cost model needs structured control flow}}
func.func @main() {
  cf.br ^bb1
^bb1:
  return
}

// -----

func.func @main(%x: tensor<4xf32>) -> tensor<?xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %d = tensor.cast %x : tensor<4xf32> to tensor<?xf32>
  // expected-error @+1 {{'scf.for' op carries 'tensor<4xf32>' into an iteration and 'tensor<2xf32>' out of it}}
  %r = scf.for %i = %c0 to %c1 step %c1 iter_args(%v = %d) -> tensor<?xf32> {
    %s = tensor.extract_slice %v[0] [2] [1] : tensor<?xf32> to tensor<2xf32>
    %t = tensor.cast %s : tensor<2xf32> to tensor<?xf32>
    scf.yield %t : tensor<?xf32>
  }
  return %r : tensor<?xf32>
}

// -----

func.func private @f()

func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %y = dsv4.kernel "k" (%x) : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
    // expected-error @+1 {{'func.call' op stands inside a dsv4.kernel: one launch cannot call a function}}
    func.call @f() : () -> ()
    dsv4.yield %a : tensor<4xf32>
  }
  return %y : tensor<4xf32>
}

// -----

// A size that only the run decides.
func.func @main(%x: tensor<8xf32>, %n: tensor<index>) -> tensor<?xf32> {
  %size = tensor.extract %n[] : tensor<index>
  %s = tensor.extract_slice %x[0] [%size] [1] : tensor<8xf32> to tensor<?xf32>
  // expected-error @+1 {{'dsv4.rms_norm' op has shapes that do not follow from the sizes of the function's arguments}}
  %y = dsv4.rms_norm(%s) {norm_eps = 1.0e-6} : (tensor<?xf32>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
