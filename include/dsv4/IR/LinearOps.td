//===- LinearOps.td - Projections and their storage formats ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_LINEAROPS_TD
#define DSV4_IR_LINEAROPS_TD

include "dsv4/IR/DSV4Base.td"

def OpGroupLinear : OpDocGroup {
  let summary = "Projections and quantisation";
  let description = [{
    Weights are `[out, in]` as in torch. Stored formats: f8E4M3FN with one f8E8M0FNU
    scale per 128 x 128 block, and f4E2M1FN with one per 32 inputs, either one
    code per element or packed as i8, two codes per byte, the lower half first.
  }];
}

let opDocGroup = OpGroupLinear in {

def DSV4_ActQuantOp : DSV4_TensorOp<"act_quant"> {
  let summary = "block quantisation with power-of-two scales";
  let description = [{
    Per block of `block` neighbouring channels, in f32:

    | `format` | `a` | scale `s` | code |
    | --- | --- | --- | --- |
    | f8E4M3FN | `max(max abs(x), 1e-4)` | `2^ceil(log2(a / 448))` | `clamp(x / s, -448, 448)`, nearest even |
    | f4E2M1FN | `max(max abs(x), 6 * 2^-126)` | `2^ceil(log2(a / 6))` | `x / s`, nearest even on 0, .5, 1, 1.5, 2, 3, 4, 6 |

    The ceiling is exact at powers of two. `y` is `code * s` in the type of `x`. A block with
    an infinity or a NaN is NaN: its scale is.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., n]` | f32, bf16, f16 |
    | `codes` | `[..., n]` | `format` |
    | `scales` | `[..., n / block]` | f8E8M0FNU |
    | `y` | `[..., n]` | as `x` |

    Source: DeepSeek-V4 reference code `act_quant`, `fp4_act_quant`.

    Constraints:

    - `act_quant_c1`: `x` is a ranked tensor of f32, bf16 or f16.
    - `act_quant_c2`: `x` has rank 1 or more and a static `n`.
    - `act_quant_c3`: `block` is at least 1 and divides `n`.
    - `act_quant_c4`: `format` is f8E4M3FN or f4E2M1FN.
    - `act_quant_c5`: `codes` is `[..., n]` of `format`, `scales` `[..., n / block]` of f8E8M0FNU, `y` has the type of `x`.

    Folds: none.

    Example:

    ```mlir
    %codes, %scales, %y = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
        : (tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, I64Attr:$block, TypeAttr:$format);
  let results = (outs DSV4_CodeTensor:$codes, DSV4_ScaleTensor:$scales,
                      DSV4_FloatTensor:$y);
}

def DSV4_HadamardOp : DSV4_TensorOp<"hadamard"> {
  let summary = "orthogonal Hadamard rotation of the last dimension";
  let description = [{
    `y = x * H_n / sqrt(n)` with the Sylvester matrix `H_n[i, j] = (-1)^popcount(i & j)`, in
    f32, rounded once.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., n]` | f32, bf16, f16 |
    | `y` | as `x` | as `x` |

    Source: DeepSeek-V4 reference code `rotate_activation`.

    Constraints:

    - `hadamard_c1`: `x` is a ranked tensor of f32, bf16 or f16.
    - `hadamard_c2`: `x` has rank 1 or more and a static `n`.
    - `hadamard_c3`: `n` is a power of two.
    - `hadamard_c4`: `y` has the shape and type of `x`.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.hadamard(%x) : (tensor<5x128xbf16>) -> tensor<5x128xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x);
  let results = (outs DSV4_FloatTensor:$y);
}

def DSV4_LinearOp : DSV4_TensorOp<"linear"> {
  let summary = "projection with a plain or block-scaled weight";
  let description = [{
    `y[..., n] = sum_k x[..., k] * weight[n, k]`, accumulated in f32, rounded once to
    `output_type` (the type of `x` if absent).

    With `scales` the weight is stored in codes. The activations are then quantised as
    by `act_quant` (f8E4M3FN, blocks of 128 channels, one block if `K` is smaller) and the
    product is taken of the dequantised values: scales are powers of two, so this is what a kernel with
    scaled partial sums computes, up to the order of summation.

    | `weight` | `scales` | one scale for |
    | --- | --- | --- |
    | f32, bf16, f16 `[N, K]` | none | |
    | f8E4M3FN `[N, K]` | `[ceil(N / 128), ceil(K / 128)]` | 128 x 128 |
    | f4E2M1FN `[N, K]` or i8 `[N, K / 2]` | `[N, K / 32]` | 1 x 32 |

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., K]` | f32, bf16, f16 |
    | `scales`, optional | see above | f8E8M0FNU |
    | `y` | `[..., N]` | f32, bf16, f16 |

    Source: DeepSeek-V4 reference code `linear`, `fp8_gemm`.

    Constraints:

    - `linear_c1`: `x` is a ranked tensor of f32, bf16 or f16, `weight` of these, f8E4M3FN, f4E2M1FN or i8, `scales` of f8E8M0FNU.
    - `linear_c2`: `x` has rank 1 or more, `weight` is `[N, K]` with the `K` of `x`, packed codes `[N, K / 2]`.
    - `linear_c3`: codes come with `scales`, plain weights without.
    - `linear_c4`: `scales` has one entry per block of the weight.
    - `linear_c5`: with codes `N` and `K` are static; `K` is a multiple of 128, or with f4E2M1FN also 32, 64 or 96.
    - `linear_c6`: `output_type` is f32, bf16 or f16.
    - `linear_c7`: `y` is `[..., N]` of the output type.

    Folds: an `output_type` that is the type of `x` is dropped.

    Example:

    ```mlir
    %y = dsv4.linear(%x, %codes, %scales)
        : (tensor<5x4096xbf16>, tensor<1024x4096xf8E4M3FN>, tensor<8x32xf8E8M0FNU>) -> tensor<5x1024xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_WeightTensor:$weight,
                       Optional<DSV4_ScaleTensor>:$scales,
                       OptionalAttr<TypeAttr>:$output_type);
  let results = (outs DSV4_FloatTensor:$y);
  let hasFolder = 1;
}

def DSV4_GroupedLinearOp : DSV4_TensorOp<"grouped_linear"> {
  let summary = "first half of the o projection: one small matrix per group of heads";
  let description = [{
    `u[b, s, g * R + r] = sum_p o[b, s, g, p] * wo_a[g * R + r, p]`: the `H` heads of `o` are
    `groups` groups of `P = H * d / groups` channels. Accumulated in f32, rounded
    once to the type of `o`. The second half, `wo_b` of `[D, groups * R]`, is a `linear`,
    whose constraints check its shape.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `o` | `[B, S, H, d]` | f32, bf16, f16 |
    | `wo_a` | `[groups * R, P]` | f32, bf16, f16 |
    | `u` | `[B, S, groups * R]` | as `o` |

    Source: DeepSeek-V4 reference code `Attention.forward`, the einsum of `wo_a`.

    Constraints:

    - `grouped_linear_c1`: `o` and `wo_a` are ranked tensors of f32, bf16 or f16.
    - `grouped_linear_c2`: `o` is `[B, S, H, d]` with static `H` and `d` of at least 1.
    - `grouped_linear_c3`: `groups` is at least 1 and divides `H`.
    - `grouped_linear_c4`: `wo_a` is `[groups * R, H * d / groups]` with a static multiple of `groups` as rows.
    - `grouped_linear_c5`: `u` is `[B, S, groups * R]` of the type of `o`.

    Folds: none.

    Example:

    ```mlir
    %u = dsv4.grouped_linear(%o, %wo_a) {groups = 8 : i64}
        : (tensor<1x5x64x512xbf16>, tensor<8192x4096xbf16>) -> tensor<1x5x8192xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$o, DSV4_FloatTensor:$wo_a, I64Attr:$groups);
  let results = (outs DSV4_FloatTensor:$u);
}

} // opDocGroup

#endif // DSV4_IR_LINEAROPS_TD
