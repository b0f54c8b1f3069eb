//===- ModelOps.td - The ends of the model --------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_MODELOPS_TD
#define DSV4_IR_MODELOPS_TD

include "dsv4/IR/DSV4Base.td"

def OpGroupModel : OpDocGroup {
  let summary = "Model ends";
  let description = [{
    How the streams begin, and how the draft (MTP) block takes them up.
  }];
}

let opDocGroup = OpGroupModel in {

def DSV4_EmbeddingOp : DSV4_TensorOp<"embedding"> {
  let summary = "rows of the embedding table";
  let description = [{
    `y[..., :] = table[ids[...], :]`. An id outside `[0, V)` stops the program with an error.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `ids` | `[...]` | i32, i64 |
    | `table` | `[V, D]` | f32, bf16, f16 |
    | `y` | `[..., D]` | as `table` |

    Source: DeepSeek-V4 reference code `ParallelEmbedding`.

    Constraints:

    - `embedding_c1`: `ids` is a ranked tensor of i32 or i64, `table` of f32, bf16 or f16.
    - `embedding_c2`: `table` is `[V, D]` with a static `V` of 1 to 2^31 - 1.
    - `embedding_c3`: `y` is `[..., D]` of the type of `table`.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.embedding(%ids, %table) : (tensor<2x5xi32>, tensor<129280x4096xbf16>) -> tensor<2x5x4096xbf16>
    ```
  }];
  let arguments = (ins DSV4_IdTensor:$ids, DSV4_FloatTensor:$table);
  let results = (outs DSV4_FloatTensor:$y);
}

def DSV4_HcExpandOp : DSV4_TensorOp<"hc_expand"> {
  let summary = "starts the streams: the same vector in each";
  let description = [{
    `y[..., j, d] = x[..., d]` for `j` in `[0, hc_mult)`.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., D]` | f32, bf16, f16 |
    | `y` | `[..., h, D]` | as `x` |

    Source: DeepSeek-V4 reference code `Transformer.forward`.

    Constraints:

    - `hc_expand_c1`: `x` is a ranked tensor of f32, bf16 or f16.
    - `hc_expand_c2`: `x` has rank 1 or more.
    - `hc_expand_c3`: `hc_mult` is 1 to 2^31 - 1.
    - `hc_expand_c4`: `y` is `[..., hc_mult, D]` of the type of `x`.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.hc_expand(%x) {hc_mult = 4 : i64} : (tensor<2x5x4096xbf16>) -> tensor<2x5x4x4096xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, I64Attr:$hc_mult);
  let results = (outs DSV4_FloatTensor:$y);
}

def DSV4_MtpFuseOp : DSV4_TensorOp<"mtp_fuse"> {
  let summary = "input of the draft block: next token's embedding and the streams";
  let description = [{
    `y[..., j, :] = linear(rms_norm(e; enorm), e_proj) + linear(rms_norm(x[..., j, :]; hnorm), h_proj)`:
    the embedding's part is the same for all streams, the norm of `x` is per stream.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `e`: embedding of the next token | `[..., D]` | f32, bf16, f16 |
    | `x`: streams before `hc_head` | `[..., h, D]` | as `e` |
    | `enorm`, `hnorm` | `[D]` | f32, bf16, f16 |
    | `e_proj`, `h_proj` | `[D, D]` | f32, bf16, f16, or codes as in `linear` |
    | `scales`: of `e_proj` and `h_proj`, both or none | as in `linear` | f8E8M0FNU |
    | `y` | `[..., h, D]` | as `e` |

    Source: DeepSeek-V4 reference code `MTPBlock.forward`.

    Constraints:

    - `mtp_fuse_c1`: `e`, `x`, `enorm` and `hnorm` are ranked tensors of f32, bf16 or f16, `e_proj` and `h_proj` of weights, the scales of f8E8M0FNU.
    - `mtp_fuse_c2`: `x` has rank 2 or more; `h` is static, `h` and `D` are at least 1.
    - `mtp_fuse_c3`: `e` is `[..., D]` with the leading dimensions of `x` and its element type.
    - `mtp_fuse_c4`: `enorm` and `hnorm` are `[D]`.
    - `mtp_fuse_c5`: `e_proj` and `h_proj` are `[D, D]` (packed codes `[D, D / 2]`) and fit `linear` with their scales.
    - `mtp_fuse_c6`: `norm_eps` is finite and greater than 0.
    - `mtp_fuse_c7`: `y` has the shape and type of `x`.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
        : (tensor<2x4x32xf32>, tensor<2x4x4x32xf32>, tensor<32xf32>, tensor<32xf32>, tensor<32x32xf32>, tensor<32x32xf32>)
       -> tensor<2x4x4x32xf32>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$e, DSV4_FloatTensor:$x, DSV4_FloatTensor:$enorm, DSV4_FloatTensor:$hnorm,
                       DSV4_WeightTensor:$e_proj, DSV4_WeightTensor:$h_proj,
                       Variadic<DSV4_ScaleTensor>:$scales, F64Attr:$norm_eps);
  let results = (outs DSV4_FloatTensor:$y);
}

} // opDocGroup

#endif // DSV4_IR_MODELOPS_TD
