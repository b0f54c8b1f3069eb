//===- KernelOps.td - The launch boundary ---------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_KERNELOPS_TD
#define DSV4_IR_KERNELOPS_TD

include "dsv4/IR/DSV4Base.td"

def OpGroupKernel : OpDocGroup {
  let summary = "Kernels";
  let description = [{
    Which ops run as one launch. It changes no number: lowering inlines the
    region, the cost model counts memory at its boundary.
  }];
}

let opDocGroup = OpGroupKernel in {

def DSV4_KernelOp : DSV4_Op<"kernel", [
    IsolatedFromAbove, RecursiveMemoryEffects,
    SingleBlockImplicitTerminator<"::mlir::dsv4::YieldOp">]> {
  let summary = "ops that run as one launch";
  let description = [{
    The ops of the region are one kernel: values that never leave it touch no
    memory, operands are read once. Everything that the region uses is an
    operand; the block has one argument per operand, of the same type.

    `name` is what a stack calls the kernel (`hc_pre`, `hc_post`, ...); the cost
    model looks its law up by this name. `dsv4-fuse` makes the kernels of a stack.

    Constraints:

    - `kernel_c1`: the block has one argument per operand, of the operand's type.
    - `kernel_c2`: the yielded values have the types of the results.
    - `kernel_c3`: `name` is not empty.
    - `kernel_c4`: no kernel stands inside a kernel.

    Folds: operands that the region does not use and results that nothing uses
    are removed, equal operands become one, a result that is an operand is that
    operand, and a `tensor.cast` that only forgets sizes moves to the other side
    of the boundary.

    Example:

    ```mlir
    %y = dsv4.kernel "norm" (%x, %w) : (tensor<3x64xbf16>, tensor<64xf32>) -> tensor<3x64xbf16> {
    ^bb0(%a: tensor<3x64xbf16>, %b: tensor<64xf32>):
      %0 = dsv4.rms_norm(%a, %b) {norm_eps = 1.0e-6}
          : (tensor<3x64xbf16>, tensor<64xf32>) -> tensor<3x64xbf16>
      dsv4.yield %0 : tensor<3x64xbf16>
    }
    ```
  }];
  let arguments = (ins StrAttr:$name, Variadic<AnyRankedTensor>:$inputs);
  let results = (outs Variadic<AnyRankedTensor>:$outputs);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    $name `(` $inputs `)` attr-dict `:` functional-type($inputs, $outputs) $body
  }];
  let hasRegionVerifier = 1;
  let hasCanonicalizer = 1;
}

def DSV4_YieldOp : DSV4_Op<"yield", [
    Pure, ReturnLike, Terminator, HasParent<"::mlir::dsv4::KernelOp">]> {
  let summary = "results of a `dsv4.kernel`";
  let description = [{
    Ends the region of a `dsv4.kernel`; its operands are the kernel's results.
  }];
  let arguments = (ins Variadic<AnyRankedTensor>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
  let builders = [OpBuilder<(ins), [{ build($_builder, $_state, ::mlir::ValueRange()); }]>];
}

} // opDocGroup

#endif // DSV4_IR_KERNELOPS_TD
