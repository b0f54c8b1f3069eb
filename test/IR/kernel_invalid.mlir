// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// kernel_c1: fewer block arguments than operands.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.kernel' op has 1 block arguments for 2 operands}}
  dsv4.kernel "copy" (%x, %x) : (tensor<4xf32>, tensor<4xf32>) -> () {
  ^bb0(%a: tensor<4xf32>):
    dsv4.yield
  }
  return
}

// -----

// kernel_c1: a block argument has another type than its operand.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.kernel' op block argument #1 is 'tensor<?xf32>', but its operand is 'tensor<4xf32>'}}
  dsv4.kernel "copy" (%x, %x) : (tensor<4xf32>, tensor<4xf32>) -> () {
  ^bb0(%a: tensor<4xf32>, %b: tensor<?xf32>):
    dsv4.yield
  }
  return
}

// -----

// kernel_c2: fewer values are yielded than there are results.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.kernel' op yields 1 values for 2 results}}
  %y:2 = dsv4.kernel "copy" (%x) : (tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  ^bb0(%a: tensor<4xf32>):
    dsv4.yield %a : tensor<4xf32>
  }
  return
}

// -----

// kernel_c2: the terminator that is implied yields nothing.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.kernel' op yields 0 values for 1 results}}
  %y = dsv4.kernel "copy" (%x) : (tensor<4xf32>) -> tensor<4xf32> {
  ^bb0(%a: tensor<4xf32>):
  }
  return
}

// -----

// kernel_c2: a value that is yielded has another type than its result.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.kernel' op result #0 is 'tensor<?xf32>', but the value yielded is 'tensor<4xf32>'}}
  %y = dsv4.kernel "copy" (%x) : (tensor<4xf32>) -> tensor<?xf32> {
  ^bb0(%a: tensor<4xf32>):
    dsv4.yield %a : tensor<4xf32>
  }
  return
}

// -----

// kernel_c3: the name is empty.
func.func @f(%x: tensor<4xf32>) {
  // expected-error @+1 {{'dsv4.kernel' op has an empty name, expected what the stack calls this kernel}}
  dsv4.kernel "" () : () -> () {
  }
  return
}

// -----

// kernel_c4: a kernel inside a kernel.
func.func @f() {
  dsv4.kernel "outer" () : () -> () {
    // expected-error @+1 {{'dsv4.kernel' op "inner" stands inside kernel "outer", expected one kernel or two in a row}}
    dsv4.kernel "inner" () : () -> () {
    }
  }
  return
}

// -----

// kernel_c4: other regions between the two kernels make no difference.
func.func @f() {
  dsv4.kernel "outer" () : () -> () {
    %true = arith.constant true
    scf.if %true {
      // expected-error @+1 {{'dsv4.kernel' op "inner" stands inside kernel "outer", expected one kernel or two in a row}}
      dsv4.kernel "inner" () : () -> () {
      }
    }
  }
  return
}

// -----

// Operands and results are ranked tensors.
func.func @f(%x: tensor<*xf32>) {
  // expected-error @+1 {{'dsv4.kernel' op operand #0 must be variadic of ranked tensor of any type values, but got 'tensor<*xf32>'}}
  dsv4.kernel "copy" (%x) : (tensor<*xf32>) -> () {
  ^bb0(%a: tensor<*xf32>):
    dsv4.yield
  }
  return
}

// -----

// The region is isolated: it uses nothing from outside.
func.func @f(%x: tensor<4xf32>) {
  // expected-note @+1 {{required by region isolation constraints}}
  %y = dsv4.kernel "copy" () : () -> tensor<4xf32> {
    // expected-error @+1 {{'dsv4.yield' op using value defined outside the region}}
    dsv4.yield %x : tensor<4xf32>
  }
  return
}

// -----

// The region has one block.
func.func @f() {
  // expected-error @+1 {{'dsv4.kernel' op expects region #0 to have 0 or 1 blocks}}
  dsv4.kernel "loop" () : () -> () {
    cf.br ^bb1
  ^bb1:
    dsv4.yield
  }
  return
}

// -----

// The block ends with dsv4.yield.
func.func @f() {
  // expected-error @+2 {{'dsv4.kernel' op expects regions to end with 'dsv4.yield', found 'llvm.unreachable'}}
  // expected-note @+1 {{in custom textual format, the absence of terminator implies 'dsv4.yield'}}
  "dsv4.kernel"() <{name = "never"}> ({
    llvm.unreachable
  }) : () -> ()
  return
}

// -----

// There is a block.
func.func @f() {
  // expected-error @+1 {{'dsv4.kernel' op region #0 ('body') failed to verify constraint: region with 1 blocks}}
  "dsv4.kernel"() <{name = "empty"}> ({}) : () -> ()
  return
}

// -----

// The block is not empty.
func.func @f() {
  // expected-error @+1 {{'dsv4.kernel' op expects a non-empty block}}
  "dsv4.kernel"() <{name = "empty"}> ({
  ^bb0:
  }) : () -> ()
  return
}

// -----

// A yield ends a kernel and nothing else.
func.func @f() {
  // expected-error @+1 {{'dsv4.yield' op expects parent op 'dsv4.kernel'}}
  dsv4.yield
}
