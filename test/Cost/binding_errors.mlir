// Sizes that are missing, wrong or for arguments that do not exist.
// RUN: not dsv4-opt %s --dsv4-print-work -o /dev/null 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:0=4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SECOND
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:0=4,arg1:0=5" -o /dev/null 2>&1 | FileCheck %s --check-prefix=DISAGREE
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg9:0=4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=ARGUMENT
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:7=4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=DIMENSION
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:2=65" -o /dev/null 2>&1 | FileCheck %s --check-prefix=STATIC
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0=4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SCALAR
// RUN: not dsv4-opt %s --dsv4-print-work="bind=x:0=4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not dsv4-opt %s --dsv4-print-work="bind=:0=4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not dsv4-opt %s --dsv4-print-work="bind=*x:0=4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:0=-4" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:0=99999999999999999999" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not dsv4-opt %s --dsv4-print-work="function=nobody" -o /dev/null 2>&1 | FileCheck %s --check-prefix=FUNCTION
// RUN: not dsv4-opt %s --dsv4-print-work="format=xml" -o /dev/null 2>&1 | FileCheck %s --check-prefix=FORMAT
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:0=4,arg1:0=4 output=%t.absent/x" -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=OUTPUT

// MISSING: binding_errors.mlir:[[#@LINE+13]]:1: error: @main has dimensions without a size; add bind=arg0:0=SIZE,arg1:0=SIZE
// SECOND: error: @main has dimensions without a size; add bind=arg1:0=SIZE
// The op's own verifier speaks, with the sizes given.
// DISAGREE: error: 'dsv4.hc_post' op dimension 0 of x is 5, expected 4 (dimension 0 of residual)
// ARGUMENT: error: @main has 4 arguments, but bind= names arg9
// DIMENSION: error: argument #0 of @main is 'tensor<?x4x64xbf16>' and has no dimension 7
// STATIC: error: dimension 2 of argument #0 of @main is 64, but bind= makes it 65
// SCALAR: error: argument #0 of @main is 'tensor<?x4x64xbf16>': only integers and tensors of integers take values; write arg0:DIM=SIZE
// NAME: error: @main has no argument whose dsv4.name is 'x', which bind= names
// SYNTAX: error: cannot read '{{.*}}': write arg0:1=64 for dimension 1 of argument 0, arg2=7 for an integer argument, or arg2=7*3/9 for a tensor of integers with the elements 7, 7, 7, 9; for arg0 may stand its dsv4.name, or cache.* for all whose names begin so
// FUNCTION: error: has no function @nobody with a body; functions: @main, @other
// FORMAT: error: unknown format 'xml'; formats: text, json
// OUTPUT: error: cannot open output file '{{.*}}.absent/x'
func.func @main(%residual: tensor<?x4x64xbf16>, %x: tensor<?x64xbf16>, %post: tensor<4x4xf32>, %comb: tensor<4x4x4xf32>) {
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x64xbf16>, tensor<?x4x64xbf16>, tensor<4x4xf32>, tensor<4x4x4xf32>) -> tensor<?x4x64xbf16>
  return
}
func.func @other() { return }
