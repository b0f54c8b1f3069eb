//===- NormOps.td - Normalisation ops -------------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_NORMOPS_TD
#define DSV4_IR_NORMOPS_TD

include "dsv4/IR/DSV4Base.td"

def OpGroupNorm : OpDocGroup {
  let summary = "Normalisation";
  let description = [{
    What every sub-layer does between `hc_pre` and its first projection.
  }];
}

let opDocGroup = OpGroupNorm in {

def DSV4_RmsNormOp : DSV4_TensorOp<"rms_norm"> {
  let summary = "root mean square normalisation of the last dimension";
  let description = [{
    `y[..., d] = weight[d] * (x[..., d] * rsqrt(mean(x[..., :]^2) + norm_eps))`, in f32
    throughout; the weight is multiplied before the one rounding to the type of
    `x`. Without `weight` it is the per-head normalisation of the queries.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., D]` | f32, bf16, f16 |
    | `weight`, optional | `[D]` | f32, bf16, f16 |
    | `y` | `[..., D]` | as `x` |

    Source: DeepSeek-V4 reference code `RMSNorm`; TensorCast `rms_norm`.

    Constraints:

    - `rms_norm_c1`: `x` and `weight` are ranked tensors of f32, bf16 or f16.
    - `rms_norm_c2`: `x` has rank 1 or more and a `D` of at least 1.
    - `rms_norm_c3`: `weight` is `[D]`.
    - `rms_norm_c4`: `norm_eps` is finite and greater than 0.
    - `rms_norm_c5`: `y` has the shape and type of `x`.

    Folds: a constant `weight` of ones is dropped, unless only it knows `D`.

    Example:

    ```mlir
    %y = dsv4.rms_norm(%x, %weight) {norm_eps = 1.0e-6}
        : (tensor<2x3x64xbf16>, tensor<64xf32>) -> tensor<2x3x64xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, Optional<DSV4_FloatTensor>:$weight, F64Attr:$norm_eps);
  let results = (outs DSV4_FloatTensor:$y);
  let hasFolder = 1;
}

} // opDocGroup

#endif // DSV4_IR_NORMOPS_TD
