//===- HyperConnectionOps.td - Hyper-Connections ops ----------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_HYPERCONNECTIONOPS_TD
#define DSV4_IR_HYPERCONNECTIONOPS_TD

include "dsv4/IR/DSV4Base.td"

def OpGroupHyperConnections : OpDocGroup {
  let summary = "Hyper-Connections";
  let description = [{
    The residual of DeepSeek-V4 is a stream of `h` hidden vectors per token.
    Around every sub-layer, `hc_pre` (three ops here: `hc_pre_inv_rms`, a
    matmul, `hc_pre_sinkhorn`) reduces the streams to one vector and `hc_post`
    writes the sub-layer's result back; `hc_head` reduces them before the
    logits. HC parameters and mixing weights are always f32.
  }];
}

let opDocGroup = OpGroupHyperConnections in {

def DSV4_HcPreInvRmsOp : DSV4_TensorOp<"hc_pre_inv_rms"> {
  let summary = "reciprocal root mean square over all streams of a token";
  let description = [{
    `inv[..., 0] = rsqrt(mean(x[..., :, :]^2) + norm_eps)`; mean over the `h * D`
    elements of a token, in f32.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x`: streams | `[..., h, D]` | f32, bf16, f16 |
    | `inv` | `[..., 1]` | f32 |

    Source: DeepSeek-V4 reference code `hc_pre`, steps 1 and 2; RFC
    `hc_pre_inv_rms`, which has no `norm_eps`.

    Constraints:

    - `hc_pre_inv_rms_c1`: `x` is a ranked tensor of f32, bf16 or f16.
    - `hc_pre_inv_rms_c2`: `x` has rank 2 or more.
    - `hc_pre_inv_rms_c3`: `h` is static, `h` and `D` are at least 1, and `h * D` is below 2^63.
    - `hc_pre_inv_rms_c4`: `norm_eps` is finite and greater than 0.
    - `hc_pre_inv_rms_c5`: `inv` is `[..., 1]` of f32.

    Folds: none.

    Example:

    ```mlir
    %inv = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6}
        : (tensor<2x3x4x64xbf16>) -> tensor<2x3x1xf32>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, F64Attr:$norm_eps);
  let results = (outs DSV4_F32Tensor:$inv);
}

def DSV4_HcPreSinkhornOp : DSV4_TensorOp<"hc_pre_sinkhorn"> {
  let summary = "mixing weights by Sinkhorn normalisation, and the weighted sum of the streams";
  let description = [{
    With `s = hc_scale`, `b = hc_base` and `mix` split into `h | h | h * h`:

    ```
    pre[j]     = sigmoid(mix[j] * s[0] + b[j]) + hc_eps
    post[j]    = 2 * sigmoid(mix[h + j] * s[1] + b[h + j])
    C[j, k]    = mix[2h + j*h + k] * s[2] + b[2h + j*h + k]
    C          = softmax of C over k, + hc_eps
    C          = C / (sum_j C + hc_eps)
    sinkhorn_iters - 1 times:
      C        = C / (sum_k C + hc_eps), then C = C / (sum_j C + hc_eps)
    comb       = C
    y[..., d]  = sum_j pre[j] * hidden[..., j, d]
    ```

    All of it in f32; `y` is rounded once to the type of `hidden`. The column
    sums of `comb` are `1 - hc_eps` and not 1, its row sums may be several per
    cent off: iterations must not be elided.

    Two layouts of the parameters: `hc_scale [3]`, `hc_base [M]` (reference),
    or both `[3, h]` (the RFC). In the second, row 0 belongs to `pre[j]`, row 1
    to `post[j]`, and element `j` of row 2 to the whole row `j` of `C`.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `mix`: already multiplied by `inv` | `[..., M]` | f32 |
    | `hidden`: streams | `[..., h, D]` | f32, bf16, f16 |
    | `hc_scale` | `[3]` or `[3, h]` | f32 |
    | `hc_base` | `[M]` or `[3, h]` | f32 |
    | `y` | `[..., D]` | as `hidden` |
    | `post` | `[..., h]` | f32 |
    | `comb` | `[..., h, h]` | f32 |

    Golden numbers (`mix_i = (i - 11.5) / 8`, `b_i = sin i`, `s = (0.5, 1, 2)`,
    `hc_eps = 1e-6`): `pre = [.3276693, .54617432, .57823974, .40368701]`,
    `post = [.31042172, .29073059, .55099147, 1.04720818]`; after 1 iteration row
    0 of `comb` is `[.44272296, .3166847, .16155302, .10616498]`, after 20
    `[.434308, .31047259, .15530777, .09991064]`.

    Source: DeepSeek-V4 reference code `hc_pre`, steps 4 to 7; TileKernels
    `sinkhorn_normalize_ref`; RFC `hc_pre_sinkhorn`.

    Constraints:

    - `hc_pre_sinkhorn_c1`: `mix`, `hc_scale`, `hc_base` are ranked tensors of f32.
    - `hc_pre_sinkhorn_c2`: `hidden` is a ranked tensor of f32, bf16 or f16.
    - `hc_pre_sinkhorn_c3`: `hidden` has rank 2 or more; `h` is static, `h` and `D` are at least 1.
    - `hc_pre_sinkhorn_c4`: `mix` is `[..., M]` with the leading dimensions of `hidden` and `M = (2 + h) * h`, below 2^63.
    - `hc_pre_sinkhorn_c5`: `hc_scale` is `[3]` and `hc_base` is `[M]`, or both are `[3, h]`.
    - `hc_pre_sinkhorn_c6`: `sinkhorn_iters` is at least 1 and at most 2^31 - 1.
    - `hc_pre_sinkhorn_c7`: `hc_eps` is finite and greater than 0.
    - `hc_pre_sinkhorn_c8`: `y` is `[..., D]` of the type of `hidden`, `post` `[..., h]` and `comb` `[..., h, h]` of f32.

    Folds: none.

    Example:

    ```mlir
    %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %x, %scale, %base)
        {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
        : (tensor<2x3x24xf32>, tensor<2x3x4x64xbf16>, tensor<3xf32>, tensor<24xf32>)
       -> (tensor<2x3x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>)
    ```
  }];
  let arguments = (ins DSV4_F32Tensor:$mix, DSV4_FloatTensor:$hidden,
                       DSV4_F32Tensor:$hc_scale, DSV4_F32Tensor:$hc_base,
                       I64Attr:$sinkhorn_iters, F64Attr:$hc_eps);
  let results = (outs DSV4_FloatTensor:$y, DSV4_F32Tensor:$post, DSV4_F32Tensor:$comb);
}

def DSV4_HcPostOp : DSV4_TensorOp<"hc_post"> {
  let summary = "writes a sub-layer's result back into the streams";
  let description = [{
    `y[..., k, d] = post[..., k] * x[..., d] + sum_j comb[..., j, k] * residual[..., j, d]`,
    in f32, rounded once to the type of `x`. The sum runs over the **first** axis
    of `comb`, which is not symmetric.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x`: the sub-layer's result | `[..., D]` | f32, bf16, f16 |
    | `residual`: streams before the sub-layer | `[..., h, D]` | as `x` |
    | `post` | `[..., h]` | f32 |
    | `comb` | `[..., h, h]` | f32 |
    | `y` | `[..., h, D]` | as `x` |

    Source: DeepSeek-V4 reference code `hc_post`; TileKernels `mhc.py`; RFC
    `hc_post`.

    Constraints:

    - `hc_post_c1`: `x`, `residual` are ranked tensors of f32, bf16 or f16, `post`, `comb` of f32.
    - `hc_post_c2`: `residual` has rank 2 or more; `h` is static, `h` and `D` are at least 1.
    - `hc_post_c3`: `x` is `[..., D]`: the rank of `residual` less 1, with its leading dimensions and `D`.
    - `hc_post_c4`: `x` and `residual` have the same element type.
    - `hc_post_c5`: `post` is `[..., h]`.
    - `hc_post_c6`: `comb` is `[..., h, h]`.
    - `hc_post_c7`: `y` has the shape and type of `residual`.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.hc_post(%x, %residual, %post, %comb)
        : (tensor<2x3x64xbf16>, tensor<2x3x4x64xbf16>, tensor<2x3x4xf32>, tensor<2x3x4x4xf32>)
       -> tensor<2x3x4x64xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_FloatTensor:$residual,
                       DSV4_F32Tensor:$post, DSV4_F32Tensor:$comb);
  let results = (outs DSV4_FloatTensor:$y);
}

def DSV4_HcHeadOp : DSV4_TensorOp<"hc_head"> {
  let summary = "reduces the streams to one vector before the logits";
  let description = [{
    With `xf` the `h * D` elements of a token in f32, stream-major:

    ```
    mix[j]    = (sum_i xf[i] * hc_fn[j, i]) * rsqrt(mean(xf^2) + norm_eps)
    pre[j]    = sigmoid(mix[j] * hc_scale[0] + hc_base[j]) + hc_eps
    y[..., d] = sum_j pre[j] * x[..., j, d]
    ```

    In f32, `y` rounded once to the type of `x`. No `post`, no `comb`, no Sinkhorn.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x`: streams | `[..., h, D]` | f32, bf16, f16 |
    | `hc_fn` | `[h, h * D]` | f32 |
    | `hc_scale` | `[1]` | f32 |
    | `hc_base` | `[h]` | f32 |
    | `y` | `[..., D]` | as `x` |

    Source: DeepSeek-V4 reference code `hc_head`; RFC `hc_head`, which has no
    `norm_eps`.

    Constraints:

    - `hc_head_c1`: `x` is a ranked tensor of f32, bf16 or f16, `hc_fn`, `hc_scale`, `hc_base` are ranked tensors of f32.
    - `hc_head_c2`: `x` has rank 2 or more; `h` is static, `h` and `D` are at least 1.
    - `hc_head_c3`: `hc_fn` is `[h, h * D]`, and `h * D` is below 2^63.
    - `hc_head_c4`: `hc_scale` is `[1]`.
    - `hc_head_c5`: `hc_base` is `[h]`.
    - `hc_head_c6`: `norm_eps` and `hc_eps` are finite and greater than 0.
    - `hc_head_c7`: `y` is `[..., D]` of the type of `x`.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.hc_head(%x, %fn, %scale, %base) {hc_eps = 1.0e-6, norm_eps = 1.0e-6}
        : (tensor<2x3x4x64xbf16>, tensor<4x256xf32>, tensor<1xf32>, tensor<4xf32>)
       -> tensor<2x3x64xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_F32Tensor:$hc_fn,
                       DSV4_F32Tensor:$hc_scale, DSV4_F32Tensor:$hc_base,
                       F64Attr:$norm_eps, F64Attr:$hc_eps);
  let results = (outs DSV4_FloatTensor:$y);
}

} // opDocGroup

#endif // DSV4_IR_HYPERCONNECTIONOPS_TD
