//===- Passes.td - Passes from dsv4 to dsv4 -------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_TRANSFORMS_PASSES_TD
#define DSV4_TRANSFORMS_PASSES_TD

include "mlir/Pass/PassBase.td"

def DSV4InlineKernelsPass : Pass<"dsv4-inline-kernels"> {
  let summary = "replaces every dsv4.kernel by the ops of its region";
  let description = [{
    Takes launches apart again, what `dsv4-fuse` did included. `dsv4-decompose` does it
    on its way to linalg; this pass is for comparing stacks from one fused module.

    ```mlir
    %y = dsv4.kernel "norm" (%x) : (tensor<3x64xbf16>) -> tensor<3x64xbf16> {
    ^bb0(%a: tensor<3x64xbf16>):
      %0 = dsv4.rms_norm(%a) {norm_eps = 1.0e-6} : (tensor<3x64xbf16>) -> tensor<3x64xbf16>
      dsv4.yield %0 : tensor<3x64xbf16>
    }
    ```

    becomes

    ```mlir
    %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<3x64xbf16>) -> tensor<3x64xbf16>
    ```
  }];
}

#endif // DSV4_TRANSFORMS_PASSES_TD
