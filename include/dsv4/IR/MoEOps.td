//===- MoEOps.td - Gate and expert ops ------------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_MOEOPS_TD
#define DSV4_IR_MOEOPS_TD

include "dsv4/IR/DSV4Base.td"

def OpGroupMoE : OpDocGroup {
  let summary = "Mixture of experts";
  let description = [{
    Routing (scores, choice by top-k or by the token's id) and the expert's
    activation.
  }];
}

let opDocGroup = OpGroupMoE in {

def DSV4_GateScoreOp : DSV4_TensorOp<"gate_score"> {
  let summary = "routing scores: gate matmul and score function";
  let description = [{
    `z[..., e] = sum_d float(x[..., d]) * float(weight[e, d])` in f32, then

    | `scoring_func` | score |
    | --- | --- |
    | `sqrtsoftplus` (V4) | `sqrt(max(z, 0) + log1p(exp(-abs(z))))`: no overflow for any `z` |
    | `sigmoid` | `1 / (1 + exp(-z))` |
    | `softmax` | softmax over `E` |

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., D]` | f32, bf16, f16 |
    | `weight` | `[E, D]` | f32, bf16, f16 |
    | `scores` | `[..., E]` | f32 |

    Golden numbers: `z = [.5, -1, 2, 0, 1, -3]` gives `sqrtsoftplus`
    `[.98695339, .55969785, 1.45839913, .83255461, 1.1459763, .22042539]`.

    Source: DeepSeek-V4 reference code `Gate.forward`; `scoring_func` of the
    Hugging Face configuration.

    Constraints:

    - `gate_score_c1`: `x` and `weight` are ranked tensors of f32, bf16 or f16.
    - `gate_score_c2`: `x` has rank 1 or more and `weight` rank 2.
    - `gate_score_c3`: `weight` is `[E, D]` with the `D` of `x`; `E` and `D` are at least 1.
    - `gate_score_c4`: `scores` is `[..., E]` of f32.

    Folds: none.

    Example:

    ```mlir
    %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
        : (tensor<9x4096xbf16>, tensor<256x4096xbf16>) -> tensor<9x256xf32>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_FloatTensor:$weight,
                       DSV4_ScoringFunctionAttr:$scoring_func);
  let results = (outs DSV4_F32Tensor:$scores);
}

def DSV4_MoeGatingTopKOp : DSV4_TensorOp<"moe_gating_top_k"> {
  let summary = "chooses the experts with the largest biased scores";
  let description = [{
    `indices` = the `top_k` largest of `scores + bias`, in descending order; equal
    values go to the lower expert number (as in a stable sort), NaN counts as the
    smallest value. The bias only moves the choice:

    ```
    w       = scores[indices]
    w       = w / (sum_k w + norm_eps)      if normalize
    weights = w * route_scale
    ```

    | operand / result | shape | type |
    | --- | --- | --- |
    | `scores` | `[..., E]` | f32 |
    | `bias`, optional | `[E]` | f32 |
    | `weights` | `[..., K]` | f32 |
    | `indices` | `[..., K]` | i32 |

    `norm_eps` is 1e-20 in Hugging Face, CANN and V4.1 and 0 in DeepSeek's
    reference, which divides by zero when all chosen scores are 0.

    Golden numbers: `scores` of `gate_score`, `bias = [0, .9, 0, .2, 0, 3]`,
    `top_k = 3`, `route_scale = 1.5`: indices {5, 1, 2}, weights
    `[.14770372, .37504507, .97725121]`.

    Source: DeepSeek-V4 reference code `Gate.forward`; RFC `moe_gating_top_k`.

    Constraints:

    - `moe_gating_top_k_c1`: `scores` and `bias` are ranked tensors of f32.
    - `moe_gating_top_k_c2`: `scores` has rank 1 or more and a static `E` of 1 to 2^31 - 1.
    - `moe_gating_top_k_c3`: `top_k` is at least 1 and at most `E`.
    - `moe_gating_top_k_c4`: `bias` is `[E]`.
    - `moe_gating_top_k_c5`: `norm_eps` is finite and not negative.
    - `moe_gating_top_k_c6`: `route_scale` is finite.
    - `moe_gating_top_k_c7`: `weights` is `[..., K]` of f32 and `indices` `[..., K]` of i32.

    Folds: a constant `bias` of zeros (of either sign) is dropped.

    Example:

    ```mlir
    %weights, %indices = dsv4.moe_gating_top_k(%scores, %bias)
        {route_scale = 1.5, top_k = 6 : i64}
        : (tensor<9x256xf32>, tensor<256xf32>) -> (tensor<9x6xf32>, tensor<9x6xi32>)
    ```
  }];
  let arguments = (ins DSV4_F32Tensor:$scores, Optional<DSV4_F32Tensor>:$bias,
                       I64Attr:$top_k,
                       DefaultValuedAttr<BoolAttr, "true">:$normalize,
                       DefaultValuedAttr<F64Attr, "1.0">:$route_scale,
                       DefaultValuedAttr<F64Attr, "1.0e-20">:$norm_eps);
  let results = (outs DSV4_F32Tensor:$weights, DSV4_I32Tensor:$indices);
  let hasFolder = 1;
}

def DSV4_MoeGatingHashOp : DSV4_TensorOp<"moe_gating_hash"> {
  let summary = "chooses the experts by the token's id";
  let description = [{
    `indices = table[input_ids]`; `weights` from `scores[indices]`, normalised and
    scaled as in `moe_gating_top_k`. There is no bias. The order is the table's.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `scores` | `[..., E]` | f32 |
    | `input_ids` | `[...]` | i32, i64 |
    | `table` (`tid2eid`) | `[V, K]` | i32, i64 |
    | `weights` | `[..., K]` | f32 |
    | `indices` | `[..., K]` | i32 |

    An id outside `[0, V)` or a table entry outside `[0, E)` stops the program
    with an error that names the op (`cf.assert` in the lowered form); memory
    outside the operands is never read. An expert that stands twice in a row of
    the table counts twice.

    Source: DeepSeek-V4 reference code `Gate.forward` with `hash`; RFC
    `moe_gating_top_k_hash`.

    Constraints:

    - `moe_gating_hash_c1`: `scores` is a ranked tensor of f32, `input_ids` and `table` are ranked tensors of i32 or i64.
    - `moe_gating_hash_c2`: `scores` has rank 1 or more and a static `E` of 1 to 2^31 - 1.
    - `moe_gating_hash_c3`: `input_ids` has the leading dimensions of `scores`.
    - `moe_gating_hash_c4`: `table` is `[V, K]` with static `V`, `K` of at least 1 and `V` of at most 2^31 - 1.
    - `moe_gating_hash_c5`: `norm_eps` is finite and not negative.
    - `moe_gating_hash_c6`: `route_scale` is finite.
    - `moe_gating_hash_c7`: `weights` is `[..., K]` of f32 and `indices` `[..., K]` of i32.

    Folds: none.

    Example:

    ```mlir
    %weights, %indices = dsv4.moe_gating_hash(%scores, %ids, %table) {route_scale = 1.5}
        : (tensor<9x256xf32>, tensor<9xi32>, tensor<129280x6xi32>)
       -> (tensor<9x6xf32>, tensor<9x6xi32>)
    ```
  }];
  let arguments = (ins DSV4_F32Tensor:$scores, DSV4_IdTensor:$input_ids, DSV4_IdTensor:$table,
                       DefaultValuedAttr<BoolAttr, "true">:$normalize,
                       DefaultValuedAttr<F64Attr, "1.0">:$route_scale,
                       DefaultValuedAttr<F64Attr, "1.0e-20">:$norm_eps);
  let results = (outs DSV4_F32Tensor:$weights, DSV4_I32Tensor:$indices);
}

def DSV4_V4ClampedSwigluOp : DSV4_TensorOp<"v4_clamped_swiglu"> {
  let summary = "SwiGLU with clamped operands";
  let description = [{
    ```
    g = min(gate, limit)                     upper side only
    u = min(max(up, -limit), limit)          both sides
    y = g / (1 + exp(-g)) * u                clamp before SiLU
    y = y * row_weight                       if given
    ```

    In f32, rounded once to the type of `gate`. NaN passes through.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `gate`, `up` | `[..., I]` | f32, bf16, f16 |
    | `row_weight`, optional: the routing weight | `[...]` | f32 |
    | `y` | `[..., I]` | as `gate` |

    Golden numbers (limit 10): (gate, up) = (12, 3) gives 29.99863806, (-12, -20)
    7.373e-4, (1, 15) 7.31058579, (-1, .5) -.13447071.

    Source: DeepSeek-V4 reference code `Expert.forward`; RFC `v4_clamped_swiglu`,
    whose text clamps other operands (see the specification).

    Constraints:

    - `v4_clamped_swiglu_c1`: `gate` and `up` are ranked tensors of f32, bf16 or f16, `row_weight` of f32.
    - `v4_clamped_swiglu_c2`: `gate` has rank 1 or more.
    - `v4_clamped_swiglu_c3`: `up` has the shape and element type of `gate`.
    - `v4_clamped_swiglu_c4`: `row_weight` has the leading dimensions of `gate`.
    - `v4_clamped_swiglu_c5`: `limit` is finite and greater than 0.
    - `v4_clamped_swiglu_c6`: `y` has the shape and type of `gate`.

    Folds: a constant `row_weight` of ones is dropped, unless only it knows a dimension.

    Example:

    ```mlir
    %y = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0}
        : (tensor<5x2048xbf16>, tensor<5x2048xbf16>) -> tensor<5x2048xbf16>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$gate, DSV4_FloatTensor:$up,
                       Optional<DSV4_F32Tensor>:$row_weight, F64Attr:$limit);
  let results = (outs DSV4_FloatTensor:$y);
  let hasFolder = 1;
}

def DSV4_RoutedExpertsOp : DSV4_TensorOp<"routed_experts", [AttrSizedOperandSegments]> {
  let summary = "the chosen experts of every token, weighted and summed";
  let description = [{
    ```
    for k in [0, K), e = indices[..., k]:
      g, u = linear(x, w1[e]), linear(x, w3[e])                      rounded to the type of x
      hidden = silu(min(g, limit)) * clamp(u, -limit, limit) * weights[..., k]
      y += linear(hidden rounded to the type of x, w2[e])            in f32
    ```

    Without `limit` nothing is clamped. `w1`, `w3` and `w2` hold all experts; plain, or
    codes with scales as in `linear` (then `x` and the hidden activations are quantised
    as there). An expert number outside `[0, E)` stops the program with an error.

    Of experts that several ranks hold (`from %first`), `w1`, `w3` and `w2` are those
    from number `first_expert` on, `indices` count all `experts`, and `y` is the sum over
    the k whose expert is here, 0 where none is. An index of -1 is no expert; one outside
    `[-1, experts)` stops the program.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., D]` | f32, bf16, f16 |
    | `indices` | `[..., K]` | i32 |
    | `weights` | `[..., K]` | f32 |
    | `w1`, `w3` | `[E, I, D]` | weights |
    | `w2` | `[E, D, I]` | weights |
    | `scales`: of `w1`, `w3`, `w2`, all or none | `[E, ...]` | f8E8M0FNU |
    | `first_expert`, optional | `[]` | i32 |
    | `y` | `[..., D]` | f32 |

    Source: DeepSeek-V4 reference code `MoE.forward`, `Expert.forward`; its
    `experts_start_idx` is `first_expert`.

    Constraints:

    - `routed_experts_c1`: `x` is a ranked tensor of f32, bf16 or f16, `indices` and `first_expert` of i32, `weights` of f32, `w1`, `w3`, `w2` of weights, `scales` of f8E8M0FNU.
    - `routed_experts_c2`: `x` has rank 1 or more; `indices` and `weights` are `[..., K]` with its leading dimensions.
    - `routed_experts_c3`: `w1` is `[E, I, D]` with a static `E` of 1 to 2^31 - 1 (packed codes `[E, I, D / 2]`).
    - `routed_experts_c4`: `w3` has the shape and type of `w1`.
    - `routed_experts_c5`: `w2` is `[E, D, I]` of the type of `w1` (packed codes `[E, D, I / 2]`).
    - `routed_experts_c6`: each weight fits `linear` with its scales.
    - `routed_experts_c7`: `limit` is finite and greater than 0.
    - `routed_experts_c8`: `y` is `[..., D]` of f32.
    - `routed_experts_c9`: `first_expert` is one number, `[]`, and given if and only if `experts` is.
    - `routed_experts_c10`: `experts` is `E` or more, and at most 2^31 - 1.

    Folds: none.

    Example:

    ```mlir
    %y = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2) {limit = 10.0}
        : (tensor<7x24xf32>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x16x24xf32>, tensor<6x16x24xf32>,
           tensor<6x24x16xf32>) -> tensor<7x24xf32>
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_I32Tensor:$indices, DSV4_F32Tensor:$weights,
                       DSV4_WeightTensor:$w1, DSV4_WeightTensor:$w3, DSV4_WeightTensor:$w2,
                       Variadic<DSV4_ScaleTensor>:$scales, Optional<DSV4_I32Tensor>:$first_expert,
                       OptionalAttr<F64Attr>:$limit, OptionalAttr<I64Attr>:$experts);
  let results = (outs DSV4_F32Tensor:$y);
  let assemblyFormat = [{
    `(` $x `,` $indices `,` $weights `,` $w1 `,` $w3 `,` $w2 (`,` $scales^)? `)` (`from` $first_expert^)?
    attr-dict `:` functional-type(operands, results)
  }];
}

def DSV4_MoeDispatchOp : DSV4_RankOp<"moe_dispatch"> {
  let summary = "sends tokens to the ranks that hold their experts";
  let description = [{
    The ranks of a group (the axes `grid_axes` of the grid, the last one fastest) hold
    `experts` experts together, neighbours on one rank. If ranks outside of the group
    have the same tokens, a member holds `experts_per_rank` of the `experts / ranks` that
    belong to its place, from `first_expert` on; else these are all of them. With
    `span = experts / ranks` and `begin = first_expert mod span`, rank `r` gets a token if
    for one of its K experts `e`

    ```
    e / span = r   and   begin <= e mod span < begin + experts_per_rank
    ```

    once, however many of its experts are there. `rows[s, j]` is the j-th token that rank
    `s` of the group sent here, in the order of its tokens, with all K experts and their
    weights. `received[s]` of them are tokens; behind them `row_indices` is -1, and what
    `rows` and `row_weights` hold there is not defined. `slots[r, ...]` is the j under which
    rank `r` gets the token of this rank, -1 if it does not, and `sent[r]` how many it
    gets. `moe_combine` brings results back. No token is dropped: the room for every pair
    of ranks is that of all tokens, and only tokens are moved. An expert number outside
    `[0, experts)` stops the program with an error.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `x` | `[..., D]` | f32, bf16, f16 |
    | `indices`, `weights` | `[..., K]` | i32, f32 |
    | `first_expert` | `[]` | i32 |
    | `rows` | `[R, ..., D]` | as `x` |
    | `row_indices`, `row_weights` | `[R, ..., K]` | i32, f32 |
    | `slots` | `[R, ...]` | i32 |
    | `sent`, `received` | `[R]` | i32 |

    All ranks of the group have as many tokens. Work and price take routing as uniform.

    Source: the exchange of expert parallelism, as DeepEP and the Ascend recipe of
    DeepSeek-V4 do it: a token goes once to every rank.

    Constraints:

    - `moe_dispatch_c1`: `x` is a ranked tensor of f32, bf16 or f16, `indices` and `first_expert` are ranked tensors of i32, `weights` is one of f32.
    - `moe_dispatch_c2`: `x` has rank 1 or more; `indices` and `weights` are `[..., K]` with its leading dimensions.
    - `moe_dispatch_c3`: `first_expert` is one number, `[]`.
    - `moe_dispatch_c4`: `ranks` is 1 to 2^31 - 1.
    - `moe_dispatch_c5`: `experts` is 1 to 2^31 - 1 and a multiple of `ranks`.
    - `moe_dispatch_c6`: `experts_per_rank` is at least 1 and divides `experts / ranks`.
    - `moe_dispatch_c7`: `rows` is `[R, ..., D]` of the type of `x`, `row_indices` and `row_weights` are `[R, ..., K]` of i32 and f32, `slots` is `[R, ...]`, `sent` and `received` are `[R]` of i32.
    - `moe_dispatch_c8`: `grid` is a grid of the module, `grid_axes` are axes of it of static size, none twice, of `ranks` ranks together.

    Folds: none.

    Example:

    ```mlir
    %rows, %experts, %row_weights, %slots, %sent, %received = dsv4.moe_dispatch(%x, %i, %w, %first)
        {grid = @ranks, grid_axes = array<i16: 0>, ranks = 4 : i64, experts = 256 : i64, experts_per_rank = 64 : i64}
        : (tensor<9x4096xbf16>, tensor<9x6xi32>, tensor<9x6xf32>, tensor<i32>)
       -> (tensor<4x9x4096xbf16>, tensor<4x9x6xi32>, tensor<4x9x6xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>)
    ```
  }];
  let arguments = (ins DSV4_FloatTensor:$x, DSV4_I32Tensor:$indices, DSV4_F32Tensor:$weights,
                       DSV4_I32Tensor:$first_expert, FlatSymbolRefAttr:$grid, DenseI16ArrayAttr:$grid_axes,
                       I64Attr:$ranks, I64Attr:$experts, I64Attr:$experts_per_rank);
  let results = (outs DSV4_FloatTensor:$rows, DSV4_I32Tensor:$row_indices, DSV4_F32Tensor:$row_weights,
                      DSV4_I32Tensor:$slots, DSV4_I32Tensor:$sent, DSV4_I32Tensor:$received);
}

def DSV4_MoeCombineOp : DSV4_RankOp<"moe_combine"> {
  let summary = "brings results of dispatched tokens back and adds them up";
  let description = [{
    The way back of `moe_dispatch`, whose `slots`, `sent` and `received` it takes: `y[s, j]`
    is what the experts of this rank made of `rows[s, j]`. It goes back to rank `s`, and

    ```
    z[...] = sum over r with slots[r, ...] >= 0 of what rank r sent back for slots[r, ...]
    ```

    in the order of the ranks, in f32; 0 for a token that no rank got. Only results of
    tokens are moved.

    | operand / result | shape | type |
    | --- | --- | --- |
    | `y` | `[R, ..., D]` | f32 |
    | `slots` | `[R, ...]` | i32 |
    | `sent`, `received` | `[R]` | i32 |
    | `z` | `[..., D]` | f32 |

    `experts`, `experts_per_rank` and `top_k` say how many results are to be expected;
    numbers do not depend on them.

    Source: as `moe_dispatch`.

    Constraints:

    - `moe_combine_c1`: `y` is a ranked tensor of f32, `slots`, `sent` and `received` are ranked tensors of i32.
    - `moe_combine_c2`: `y` is `[R, ..., D]` of rank 2 or more; `slots` is `[R, ...]` with its leading dimensions.
    - `moe_combine_c3`: `sent` and `received` are `[R]` with the static `R` of `y`, at least 1.
    - `moe_combine_c4`: `experts` is 1 to 2^31 - 1 and a multiple of `R`.
    - `moe_combine_c5`: `experts_per_rank` is at least 1 and divides `experts / R`.
    - `moe_combine_c6`: `top_k` is 1 to `experts`.
    - `moe_combine_c7`: `z` is `[..., D]` of f32.
    - `moe_combine_c8`: `grid` is a grid of the module, `grid_axes` are axes of it of static size, none twice, of `R` ranks together.

    Folds: none.

    Example:

    ```mlir
    %z = dsv4.moe_combine(%y, %slots, %sent, %received)
        {grid = @ranks, grid_axes = array<i16: 0>, experts = 256 : i64, experts_per_rank = 64 : i64, top_k = 6 : i64}
        : (tensor<4x9x4096xf32>, tensor<4x9xi32>, tensor<4xi32>, tensor<4xi32>) -> tensor<9x4096xf32>
    ```
  }];
  let arguments = (ins DSV4_F32Tensor:$y, DSV4_I32Tensor:$slots, DSV4_I32Tensor:$sent, DSV4_I32Tensor:$received,
                       FlatSymbolRefAttr:$grid, DenseI16ArrayAttr:$grid_axes,
                       I64Attr:$experts, I64Attr:$experts_per_rank, I64Attr:$top_k);
  let results = (outs DSV4_F32Tensor:$z);
}

} // opDocGroup

#endif // DSV4_IR_MOEOPS_TD
