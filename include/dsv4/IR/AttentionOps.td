//===- AttentionOps.td - Positions, caches and sparse attention -----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_ATTENTIONOPS_TD
#define DSV4_IR_ATTENTIONOPS_TD

include "dsv4/IR/DSV4Base.td"

def OpGroupAttention : OpDocGroup {
  let summary = "Attention";
  let description = [{
    Positions are per request: `start_pos[b]` tokens are cached, `query_lens[b]`
    of the `S` tokens of this call are real, the rest is padding. Token `s` has
    position `start_pos[b] + s`. One definition covers prefill, decode, chunks,
    multi-token verification and ragged batches.

    The window cache is a ring: the token at position `p` lives in slot `p mod W`.
    Compressed row `t` stands for the tokens `t * r ... t * r + r - 1` and is
    visible to a query at position `p` when `t < floor((p + 1) / r)`.
  }];
}

let opDocGroup = OpGroupAttention in {

def DSV4_RopeTableOp : DSV4_TensorOp<"rope_table"> {
  let summary = "cosines and sines of rotary positions";
  let description = [{
    `frequencies[i] = theta^(-2i / rope_dim)`; with `yarn_factor` greater than 1 the
    YaRN blend `f / factor * ramp + f * (1 - ramp)`, `ramp = clamp((i - lo) / (hi - lo), 0, 1)`,
    `lo = floor(c(beta_fast))`, `hi = ceil(c(beta_slow))` clamped to `[0, rope_dim - 1]`,
    `c(b) = rope_dim * ln(original_length / (2 pi b)) / (2 ln theta)`. Where `lo = hi`, the
    ramp is 0 up to `lo` and 1 after it.

    The angle is the f32 product of the f32 position and the f32 frequency, as in
    the model; a table computed in f64 would differ from it.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `positions` | `[...]` | i32 |
    | `cos`, `sin` | `[..., rope_dim / 2]` | f32 |
    | `frequencies` | `[rope_dim / 2]` | f32 |

    Golden numbers (`rope_dim` 64, `theta` 160000, YaRN 16, 32, 1, 65536): `lo = 15`,
    `hi = 25`, `f[15] = 3.635538583622e-3`, `f[16] = 2.265625e-3`, `f[31] = 5.68052904e-7`.

    Source: DeepSeek-V4 reference code `precompute_freqs_cis`.

    Constraints:

    - `rope_table_c1`: `positions` is a ranked tensor of i32.
    - `rope_table_c2`: `rope_dim` is even and 2 to 65536.
    - `rope_table_c3`: `theta` is finite and greater than 1.
    - `rope_table_c4`: `yarn_factor` is finite and at least 1.
    - `rope_table_c5`: `beta_slow` is finite and greater than 0, `beta_fast` is finite and at least `beta_slow`.
    - `rope_table_c6`: `original_length` is 1 to 2^31 - 1.
    - `rope_table_c7`: `cos` and `sin` are `[..., rope_dim / 2]`, `frequencies` `[rope_dim / 2]`, of f32.

    Folds: none.

    Example:

    ```mlir
    %cos, %sin, %f = dsv4.rope_table(%positions) {rope_dim = 64 : i64, theta = 1.0e4}
        : (tensor<2x3xi32>) -> (tensor<2x3x32xf32>, tensor<2x3x32xf32>, tensor<32xf32>)
    ```
  }];
  let arguments = (ins DSV4_I32Tensor:$positions, I64Attr:$rope_dim, F64Attr:$theta,
                       DefaultValuedAttr<F64Attr, "1.0">:$yarn_factor,
                       DefaultValuedAttr<F64Attr, "32.0">:$beta_fast,
                       DefaultValuedAttr<F64Attr, "1.0">:$beta_slow,
                       DefaultValuedAttr<I64Attr, "65536">:$original_length);
  let results = (outs DSV4_F32Tensor:$cos, DSV4_F32Tensor:$sin, DSV4_F32Tensor:$frequencies);
}

def DSV4_RopeOp : DSV4_TensorOp<"rope"> {
  let summary = "rotary position embedding of the last channels";
  let description = [{
    Rotates the pairs `(x[2i], x[2i + 1])` of the last `rd` channels by the angle of
    their position, in f32, rounded once; the other channels pass. `inverse`
    turns back (`sin` negated).

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[B, S, d]` or `[B, S, H, d]` | f32, bf16, f16 |
    | `cos`, `sin` | `[S, rd / 2]` or `[B, S, rd / 2]` | f32 |
    | `y` | as `x` | as `x` |

    Source: DeepSeek-V4 reference code `apply_rotary_emb` (interleaved pairs).

    Constraints:

    - `rope_c1`: `x` is a ranked tensor of f32, bf16 or f16, `cos` and `sin` are ranked tensors of f32.
    - `rope_c2`: `x` has rank 3 or 4 and a static `d`.
    - `rope_c3`: `cos` is `[S, rd / 2]` or `[B, S, rd / 2]` with a static `rd / 2` of at least 1.
    - `rope_c4`: `sin` has the shape of `cos`.
    - `rope_c5`: `rd` is at most `d`.
    - `rope_c6`: `y` has the shape and type of `x`.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.rope(%q, %cos, %sin)
        : (tensor<2x3x64x512xbf16>, tensor<2x3x32xf32>, tensor<2x3x32xf32>) -> tensor<2x3x64x512xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_F32Tensor:$cos, DSV4_F32Tensor:$sin,
                       DefaultValuedAttr<BoolAttr, "false">:$inverse);
  let results = (outs DSV4_FloatTensor:$y);
}

def DSV4_WindowIndicesOp : DSV4_TensorOp<"window_indices", [DSV4_IndexList]> {
  let summary = "which rows of the sliding window a query sees";
  let description = [{
    For a query at position `p`, the positions `max(p - W + 1, 0) ... p` in ascending
    order, then -1 up to the width `W`. A padding token has -1 everywhere. A position
    `q` becomes a row number:

    | `rows` | row |
    | --- | --- |
    | `appended` | `q mod W` in the ring for tokens cached before this call, else `call_offset + (q - start_pos)`: the KV list begins with the ring before the update, and the rows of this call begin at `call_offset` (`W` if not given) |
    | `ring` | `q mod W`: the KV is the ring after the update. Only for `S = 1`, since a later token overwrites what an earlier query needs |
    | `call` | `q - start_pos`: the KV is the rows of this call; what came before is -1 |

    | operand / result | shape | type |
    | --- | --- | --- |
    | `tokens`: any tensor of this shape | `[B, S]` | any |
    | `start_pos`, `query_lens` | `[B]` | i32 |
    | `indices` | `[B, S, W]` | i32 |

    Source: DeepSeek-V4 reference code `get_window_topk_idxs`.

    Constraints:

    - `window_indices_c1`: `start_pos` and `query_lens` are ranked tensors of i32.
    - `window_indices_c2`: `tokens` is `[B, S]` with an `S` of at most 2^31 - 1, `start_pos` and `query_lens` are `[B]`.
    - `window_indices_c3`: `window` is 1 to 2^31 - 1.
    - `window_indices_c4`: `rows = ring` has a static `S` of 1.
    - `window_indices_c5`: `call_offset` is `W` to 2^31 - 1 and goes with `rows = appended`.
    - `window_indices_c6`: with `rows = appended` the rows are at most 2^31: `S` and those before them, `call_offset` or `W`.
    - `window_indices_c7`: `indices` is `[B, S, W]` of i32.

    Folds: none.

    Example:

    ```mlir
    %i = dsv4.window_indices(%ids, %start, %lens) {window = 128 : i64}
        : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x128xi32>
    ```
  }];
  let arguments = (ins DSV4_AnyTensor:$tokens, DSV4_I32Tensor:$start_pos, DSV4_I32Tensor:$query_lens,
                       I64Attr:$window,
                       DefaultValuedAttr<DSV4_WindowRowsAttr, "::mlir::dsv4::WindowRows::Appended">:$rows,
                       OptionalAttr<I64Attr>:$call_offset);
  let results = (outs DSV4_I32Tensor:$indices);
}

def DSV4_CompressIndicesOp : DSV4_TensorOp<"compress_indices", [DSV4_RequestSized, DSV4_IndexList]> {
  let summary = "which compressed rows a query sees";
  let description = [{
    Entry `t` of a query at position `p` is `offset + t` if `t < floor((p + 1) / ratio)`,
    else -1; -1 for a padding token. The width is the largest number of rows of a
    request, `max_b floor((start_pos[b] + query_lens[b]) / ratio)`, possibly 0; a
    static width of the result pads with -1 and must not be smaller.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `tokens`: any tensor of this shape | `[B, S]` | any |
    | `start_pos`, `query_lens` | `[B]` | i32 |
    | `indices` | `[B, S, T]` | i32 |

    Source: DeepSeek-V4 reference code `get_compress_topk_idxs`.

    Constraints:

    - `compress_indices_c1`: `start_pos` and `query_lens` are ranked tensors of i32.
    - `compress_indices_c2`: `tokens` is `[B, S]` with an `S` of at most 2^31 - 1, `start_pos` and `query_lens` are `[B]`.
    - `compress_indices_c3`: `ratio` is 1 to 2^31 - 1.
    - `compress_indices_c4`: `offset` is 0 to 2^31 - 1.
    - `compress_indices_c5`: `indices` is `[B, S, T]` of i32.

    Folds: none.

    Example:

    ```mlir
    %i = dsv4.compress_indices(%ids, %start, %lens) {offset = 133 : i64, ratio = 128 : i64}
        : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x?xi32>
    ```
  }];
  let arguments = (ins DSV4_AnyTensor:$tokens, DSV4_I32Tensor:$start_pos, DSV4_I32Tensor:$query_lens,
                       I64Attr:$ratio, DefaultValuedAttr<I64Attr, "0">:$offset);
  let results = (outs DSV4_I32Tensor:$indices);
}

def DSV4_ScatterNdUpdateMlaOp : DSV4_TensorOp<"scatter_nd_update_mla"> {
  let summary = "writes KV rows into the slots of a cache";
  let description = [{
    `updated[b, slots[b, n], :] = rows[b, n, :]` in ascending order of `n`, so of two
    rows with one slot the later stays; a negative slot is skipped. The result is
    the handle of the cache: who reads rows must read it, and with a writable
    argument as `cache` the update is in place.

    A slot of `C` or more stops the program with an error. `N` may be larger than `C`:
    of the rows of a long prompt `ring_slots` skips those that a later one overwrites,
    and with other slots the order above says which row stays.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `rows` | `[B, N, d]` | f32, bf16, f16 |
    | `cache` | `[B, C, d]` | as `rows` |
    | `slots` | `[B, N]` | i32 |
    | `updated` | as `cache` | as `cache` |

    Source: DeepSeek-V4 reference code (the ring writes of `Attention.forward`); RFC
    `scatter_nd_update_mla`; CANN `scatter_nd_update_asc`.

    Constraints:

    - `scatter_nd_update_mla_c1`: `rows` and `cache` are ranked tensors of f32, bf16 or f16, `slots` of i32.
    - `scatter_nd_update_mla_c2`: `rows` is `[B, N, d]` with a `d` of at least 1.
    - `scatter_nd_update_mla_c3`: `cache` is `[B, C, d]` with the `B` and `d` of `rows` and a `C` of at most 2^31 - 1.
    - `scatter_nd_update_mla_c4`: `cache` has the element type of `rows`.
    - `scatter_nd_update_mla_c5`: `slots` is `[B, N]`.
    - `scatter_nd_update_mla_c6`: `updated` has the shape and type of `cache`.

    Folds: without rows (`N = 0`), or with constant slots that are all negative, it is `cache`, unless sizes are
    still to be compared.

    Example:

    ```mlir
    %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
        : (tensor<2x5x512xbf16>, tensor<2x128x512xbf16>, tensor<2x5xi32>) -> tensor<2x128x512xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$rows, DSV4_FloatTensor:$cache, DSV4_I32Tensor:$slots);
  let results = (outs DSV4_FloatTensor:$updated);
  let hasFolder = 1;
}

def DSV4_RingSlotsOp : DSV4_TensorOp<"ring_slots", [DSV4_IndexList]> {
  let summary = "slots of the tokens of a call in the window ring";
  let description = [{
    `slots[b, s] = (start_pos[b] + s) mod W`, and -1 for padding and for tokens that a
    later token of the same call overwrites (`s < query_lens[b] - W`).

    | operand / result | shape | type |
    | --- | --- | --- |
    | `tokens`: any tensor of this shape | `[B, S]` | any |
    | `start_pos`, `query_lens` | `[B]` | i32 |
    | `slots` | `[B, S]` | i32 |

    Source: DeepSeek-V4 reference code (the ring writes of `Attention.forward`).

    Constraints:

    - `ring_slots_c1`: `start_pos` and `query_lens` are ranked tensors of i32.
    - `ring_slots_c2`: `tokens` is `[B, S]` with an `S` of at most 2^31 - 1, `start_pos` and `query_lens` are `[B]`.
    - `ring_slots_c3`: `window` is 1 to 2^31 - 1.
    - `ring_slots_c4`: `slots` is `[B, S]` of i32.

    Folds: none.

    Example:

    ```mlir
    %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 128 : i64}
        : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
    ```
  }];
  let arguments = (ins DSV4_AnyTensor:$tokens, DSV4_I32Tensor:$start_pos, DSV4_I32Tensor:$query_lens,
                       I64Attr:$window);
  let results = (outs DSV4_I32Tensor:$slots);
}

def DSV4_CompressorOp : DSV4_TensorOp<"compressor", [DSV4_IndexList]> {
  let summary = "pools windows of tokens into compressed KV rows";
  let description = [{
    With `c = 2` if `overlap` else 1, `p` the position of a token, `r = ratio`:

    ```
    a, g     = x * wkv^T, x * wgate^T + ape[p mod r]         f32, [.., c * d]
    row t    pools the slots
               overlap:  j < r:  token r * (t - 1) + j, first half of a and g (none for t = 0)
                         j >= r: token r * t + j - r,   second half
               else:     token r * t + j
             C[ch] = sum_j softmax_j(g[j, ch]) * a[j, ch]    softmax per channel, in f32
    rows     = quant(rope(rms_norm(C rounded to the type of x; norm), position t * r))
    ```

    Row `t` leaves when its last token is in: this call returns the rows
    `floor(start / r) ... floor((start + len) / r) - 1` of a request, padded with zeros
    to `ceil(S / r)`, and `slots` numbers them (-1: padding). The states hold what
    later calls need: rows `[0, r)` the previous window (with overlap), rows
    `[off, off + r)` the current one, `off = r` with overlap, else 0; `score_state`
    holds `g`. A fresh state is 0 and -infinity.

    Any ratio is fine, with and without overlap: that V4 has 4 (with) and 128 (without)
    is a fact of the model's configuration, and other models of the family have 1 and 2.
    A table by position with too few positions for the rows stops the program with an error.

    | `quant` | what happens after the rotation |
    | --- | --- |
    | `none` | nothing |
    | `fp8_nope` | the channels before the rotated ones go through f8E4M3FN in blocks of 64 |
    | `fp4_rotated` | Hadamard rotation of all channels, then f4E2M1FN in blocks of 32 |

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x`: normed input of the sub-layer | `[B, S, D]` | f32, bf16, f16 |
    | `wkv`, `wgate` | `[c * d, D]` | f32, bf16, f16 |
    | `ape` | `[r, c * d]` | f32 |
    | `norm` | `[d]` | f32, bf16, f16 |
    | `cos`, `sin` | `[P, rd / 2]`, by position, or `[B, ceil(S / r), rd / 2]`, by row | f32 |
    | `kv_state`, `score_state` | `[B, c * r, c * d]` | f32 |
    | `start_pos`, `query_lens` | `[B]` | i32 |
    | `rows` | `[B, ceil(S / r), d]` | as `x` |
    | `slots` | `[B, ceil(S / r)]` | i32 |
    | `new_kv_state`, `new_score_state` | as the states | f32 |

    Source: DeepSeek-V4 reference code `Compressor.forward`; CANN `compressor`; RFC
    `compressor`, which lacks weights and states.

    Constraints:

    - `compressor_c1`: `x`, `wkv`, `wgate`, `norm` are ranked tensors of f32, bf16 or f16; `ape`, `cos`, `sin` and the states of f32; `start_pos` and `query_lens` of i32.
    - `compressor_c2`: `x` is `[B, S, D]` with an `S` of at most 2^31 - 1, `start_pos` and `query_lens` are `[B]`.
    - `compressor_c3`: `ratio` is 1 to 2^31 - 1.
    - `compressor_c4`: `norm` is `[d]` with a static `d` of at least 1; `wkv` and `wgate` are `[c * d, D]`.
    - `compressor_c5`: `ape` is `[ratio, c * d]`.
    - `compressor_c6`: `kv_state` and `score_state` are `[B, c * ratio, c * d]`.
    - `compressor_c7`: `cos` and `sin` are `[P, rd / 2]` or `[B, ceil(S / ratio), rd / 2]` with a static `rd / 2` of at least 1 and `rd` at most `d`; `P` is 1 to 2^31 - 1.
    - `compressor_c8`: `quant = fp8_nope` has a `d - rd` that is a multiple of 64, `fp4_rotated` a power of two of at least 32 as `d` and `overlap`.
    - `compressor_c9`: `norm_eps` is finite and greater than 0.
    - `compressor_c10`: `rows` is `[B, ceil(S / ratio), d]` of the type of `x`, `slots` `[B, ceil(S / ratio)]` of i32, the new states have the types of the states.

    Folds: none.

    Example:

    ```mlir
    %rows, %slots, %kv, %score = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv0, %score0, %start, %lens)
        {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
        : (tensor<1x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>,
           tensor<16x4xf32>, tensor<16x4xf32>, tensor<1x8x64xf32>, tensor<1x8x64xf32>, tensor<1xi32>, tensor<1xi32>)
       -> (tensor<1x3x32xf32>, tensor<1x3xi32>, tensor<1x8x64xf32>, tensor<1x8x64xf32>)
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_FloatTensor:$wkv, DSV4_FloatTensor:$wgate,
                       DSV4_F32Tensor:$ape, DSV4_FloatTensor:$norm, DSV4_F32Tensor:$cos, DSV4_F32Tensor:$sin,
                       DSV4_F32Tensor:$kv_state, DSV4_F32Tensor:$score_state,
                       DSV4_I32Tensor:$start_pos, DSV4_I32Tensor:$query_lens,
                       I64Attr:$ratio, DefaultValuedAttr<BoolAttr, "false">:$overlap, F64Attr:$norm_eps,
                       DefaultValuedAttr<DSV4_CompressorQuantAttr, "::mlir::dsv4::CompressorQuant::None">:$quant);
  let results = (outs DSV4_FloatTensor:$rows, DSV4_I32Tensor:$slots,
                      DSV4_F32Tensor:$new_kv_state, DSV4_F32Tensor:$new_score_state);
}

def DSV4_IndexerScoresOp : DSV4_TensorOp<"indexer_scores", [DSV4_RequestSized]> {
  let summary = "relevance of every compressed row for every query";
  let description = [{
    `scores[b, s, t] = sum_h relu(q[b, s, h, :] . keys[b, t, :]) * weights[b, s, h]`, in f32,
    rounded once to the type of `q`; relu before the weight, which may be negative. `t`
    runs over the `T` rows that the request with most of them has, as in
    `compress_indices`; `keys` must have that many. The score of a row that the request
    does not have (`t >= floor((start_pos[b] + query_lens[b]) / ratio)`) and of a padding
    token is 0. Causality is `indexer_top_k`'s.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `q` | `[B, S, HI, d]` | f32, bf16, f16 |
    | `keys` | `[B, C, d]` | as `q` |
    | `weights` | `[B, S, HI]` | f32, bf16, f16 |
    | `start_pos`, `query_lens` | `[B]` | i32 |
    | `scores` | `[B, S, T]` | as `q` |

    Source: DeepSeek-V4 reference code `Indexer.forward`.

    Constraints:

    - `indexer_scores_c1`: `q`, `keys` and `weights` are ranked tensors of f32, bf16 or f16, `start_pos` and `query_lens` of i32.
    - `indexer_scores_c2`: `q` is `[B, S, HI, d]`, `keys` `[B, C, d]`, `weights` `[B, S, HI]`, `start_pos` and `query_lens` are `[B]`; `S` and `C` are at most 2^31 - 1.
    - `indexer_scores_c3`: `keys` has the element type of `q`.
    - `indexer_scores_c4`: `ratio` is 1 to 2^31 - 1.
    - `indexer_scores_c5`: `scores` is `[B, S, T]` of the type of `q`.

    Folds: none.

    Example:

    ```mlir
    %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
        : (tensor<1x5x64x128xbf16>, tensor<1x99x128xbf16>, tensor<1x5x64xbf16>, tensor<1xi32>, tensor<1xi32>)
       -> tensor<1x5x?xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$q, DSV4_FloatTensor:$keys, DSV4_FloatTensor:$weights,
                       DSV4_I32Tensor:$start_pos, DSV4_I32Tensor:$query_lens, I64Attr:$ratio);
  let results = (outs DSV4_FloatTensor:$scores);
}

def DSV4_IndexerTopKOp : DSV4_TensorOp<"indexer_top_k", [DSV4_IndexList]> {
  let summary = "the compressed rows with the largest scores";
  let description = [{
    Of the `n = floor((p + 1) / ratio)` rows that a query at position `p` sees, the
    `min(topk_limit, n)` with the largest scores, as `offset + t` in ascending order of
    `t`, then -1. Of equal scores the lower row is taken; NaN is the smallest value.
    The order does not matter to attention. A padding token has -1 everywhere.

    The width is `min(topk_limit, T)` with `T` the last dimension of `scores`, possibly
    0; a static width of the result pads with -1 and must not be smaller.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `scores` | `[B, S, T]` | f32, bf16, f16 |
    | `start_pos`, `query_lens` | `[B]` | i32 |
    | `indices` | `[B, S, min(topk_limit, T)]` | i32 |

    Source: DeepSeek-V4 reference code `Indexer.forward`; RFC 5.2.3.

    Constraints:

    - `indexer_top_k_c1`: `scores` is a ranked tensor of f32, bf16 or f16, `start_pos` and `query_lens` of i32.
    - `indexer_top_k_c2`: `scores` is `[B, S, T]` with an `S` and `T` of at most 2^31 - 1, `start_pos` and `query_lens` are `[B]`.
    - `indexer_top_k_c3`: `topk_limit` is 1 to 2^31 - 1.
    - `indexer_top_k_c4`: `ratio` is 1 to 2^31 - 1 and `offset` 0 to 2^31 - 1.
    - `indexer_top_k_c5`: `indices` is `[B, S, min(topk_limit, T)]` of i32.

    Folds: none.

    Example:

    ```mlir
    %i = dsv4.indexer_top_k(%scores, %start, %lens) {offset = 133 : i64, ratio = 4 : i64, topk_limit = 512 : i64}
        : (tensor<1x5x?xbf16>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x?xi32>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$scores, DSV4_I32Tensor:$start_pos, DSV4_I32Tensor:$query_lens,
                       I64Attr:$topk_limit, I64Attr:$ratio, DefaultValuedAttr<I64Attr, "0">:$offset);
  let results = (outs DSV4_I32Tensor:$indices);
}

def DSV4_QuantLightningIndexerOp : DSV4_TensorOp<"quant_lightning_indexer", [DSV4_RequestSized, DSV4_IndexList]> {
  let summary = "chooses the compressed rows that a query attends to";
  let description = [{
    `indexer_top_k(indexer_scores(q, keys, weights))`: the tail of the lightning indexer,
    whose queries are rotated (RoPE, Hadamard) and quantised already. It decomposes
    into the two, between which the tensor-parallel all-reduce of the scores stands.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `q` | `[B, S, HI, d]` | f32, bf16, f16 |
    | `keys`: the indexer's cache | `[B, C, d]` | as `q` |
    | `weights` | `[B, S, HI]` | f32, bf16, f16 |
    | `start_pos`, `query_lens` | `[B]` | i32 |
    | `indices` | `[B, S, min(topk_limit, T)]` | i32 |

    `T` is the largest number of compressed rows of a request, so the width is dynamic
    and never larger than what exists (RFC 5.2.3); it may be 0. A static width of the
    result pads with -1 and must not be smaller.

    Source: DeepSeek-V4 reference code `Indexer.forward`; RFC `quant_lightning_indexer`,
    which lacks ratio, offset and positions; CANN `npu_quant_lightning_indexer`.

    Constraints:

    - `quant_lightning_indexer_c1`: `q`, `keys` and `weights` are ranked tensors of f32, bf16 or f16, `start_pos` and `query_lens` of i32.
    - `quant_lightning_indexer_c2`: `q` is `[B, S, HI, d]`, `keys` `[B, C, d]`, `weights` `[B, S, HI]`, `start_pos` and `query_lens` are `[B]`; `S` and `C` are at most 2^31 - 1.
    - `quant_lightning_indexer_c3`: `keys` has the element type of `q`.
    - `quant_lightning_indexer_c4`: `topk_limit` is 1 to 2^31 - 1.
    - `quant_lightning_indexer_c5`: `ratio` is 1 to 2^31 - 1 and `offset` 0 to 2^31 - 1.
    - `quant_lightning_indexer_c6`: `indices` is `[B, S, min(topk_limit, T)]` of i32.

    Folds: none.

    Example:

    ```mlir
    %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {ratio = 4 : i64, topk_limit = 512 : i64}
        : (tensor<1x5x64x128xbf16>, tensor<1x99x128xbf16>, tensor<1x5x64xbf16>, tensor<1xi32>, tensor<1xi32>)
       -> tensor<1x5x?xi32>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$q, DSV4_FloatTensor:$keys, DSV4_FloatTensor:$weights,
                       DSV4_I32Tensor:$start_pos, DSV4_I32Tensor:$query_lens,
                       I64Attr:$topk_limit, I64Attr:$ratio, DefaultValuedAttr<I64Attr, "0">:$offset);
  let results = (outs DSV4_I32Tensor:$indices);
}

def DSV4_SparseAttnSharedkvOp : DSV4_TensorOp<"sparse_attn_sharedkv"> {
  let summary = "attention of every head over chosen rows of one shared KV";
  let description = [{
    With `kv` the tensors of `kv_list`, indexed as if concatenated along their rows (they
    never are), and `j` over the entries of a query that are not -1:

    ```
    s[j] = softmax_scale * (q . kv[indices[j]])
    m    = max_j s[j]
    o    = sum_j exp(s[j] - m) * kv[indices[j]] / (sum_j exp(s[j] - m) + exp(sink - m))
    ```

    A row is key and value of all heads. The sink enters the denominator only and is
    not scaled. No entry at all gives 0. An index that occurs twice counts twice.
    In f32; a bf16 `q` multiplies the weights `exp(s - m)` rounded to bf16 with the rows, as
    the kernels do, and the result is rounded once.

    An index below -1, or beyond the rows of the list, stops the program with an error:
    so a list without rows is fine as long as every index is -1.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `q` | `[B, S, H, d]` | f32, bf16, f16 |
    | `attn_sink` | `[H]` | f32 |
    | `indices` | `[B, S, M]` | i32 |
    | `kv_list`, one or more | `[B, n, d]` each | as `q` |
    | `o` | as `q` | as `q` |

    Golden numbers: `q = [[1, 0], [0, 2]]`, `kv = [[1, 2], [3, -1], [.5, .5]]`, `indices = [0, 2, -1]`,
    `sink = [.5, -1]`, scale `2^-1/2`: `[[.5371885, .93478363], [.928452, 1.80440249]]`.

    Source: DeepSeek-V4 reference code `sparse_attn`; RFC `sparse_attn_sharedkv`.

    Constraints:

    - `sparse_attn_sharedkv_c1`: `q` and the `kv_list` are ranked tensors of f32, bf16 or f16, `attn_sink` of f32, `indices` of i32.
    - `sparse_attn_sharedkv_c2`: `q` is `[B, S, H, d]` with an `H` and `d` of at least 1.
    - `sparse_attn_sharedkv_c3`: `attn_sink` is `[H]`.
    - `sparse_attn_sharedkv_c4`: `indices` is `[B, S, M]`.
    - `sparse_attn_sharedkv_c5`: `kv_list` has at least one tensor, each `[B, n, d]`, and at most 2^31 - 1 rows together.
    - `sparse_attn_sharedkv_c6`: the `kv_list` has the element type of `q`.
    - `sparse_attn_sharedkv_c7`: `softmax_scale` is finite and greater than 0.
    - `sparse_attn_sharedkv_c8`: `o` has the shape and type of `q`.

    Folds: a tensor of the list with no rows (`n = 0`) is dropped, unless it is the only one or its sizes are still
    to be compared.

    Example:

    ```mlir
    %o = dsv4.sparse_attn_sharedkv(%q, %sink, %indices, %ring, %new, %compressed) {softmax_scale = 0.044194173824159216}
        : (tensor<1x5x64x512xbf16>, tensor<64xf32>, tensor<1x5x640xi32>,
           tensor<1x128x512xbf16>, tensor<1x5x512xbf16>, tensor<1x99x512xbf16>) -> tensor<1x5x64x512xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$q, DSV4_F32Tensor:$attn_sink, DSV4_I32Tensor:$indices,
                       Variadic<DSV4_FloatTensor>:$kv_list, F64Attr:$softmax_scale);
  let results = (outs DSV4_FloatTensor:$o);
  let hasFolder = 1;
}

} // opDocGroup

#endif // DSV4_IR_ATTENTIONOPS_TD
