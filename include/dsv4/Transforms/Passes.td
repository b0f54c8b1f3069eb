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

def DSV4FusePass : Pass<"dsv4-fuse", "::mlir::ModuleOp"> {
  let summary = "makes the launches of a serving stack";
  let description = [{
    Puts ops that a stack runs as one launch into a `dsv4.kernel`. Which fusions a stack has is data
    (lib/Cost/Stacks), what each looks for is listed in docs/fusion.md. Larger patterns are tried before smaller ones.
    No number changes.

    A pattern applies where the launch writes what the real kernel writes: if something else uses a value that stays
    inside, if an op between two of its ops needs one and feeds the other, or if an op has side effects, the ops stay
    as they are and a `missed` remark of category `dsv4-fuse` says why
    (`--remark-format=emitRemark --remarks-filter-missed=dsv4-fuse`).

    A stack may have a fusion on some families of devices only. Attach the device first (`dsv4-attach-device`): where it is
    of another family the ops stay as they are. Without a device the fusion applies.

    With a stack that lacks `indexer_score_top_k`, `quant_lightning_indexer` becomes `indexer_scores` and
    `indexer_top_k`, which are a launch each.

    ```mlir
    %s = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
        : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> tensor<3x8xf32>
    %p, %i = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
    ```

    becomes with `patterns=gate_top_k`

    ```mlir
    %k:2 = dsv4.kernel "gate_top_k"(%x, %w) : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> (tensor<3x2xf32>, tensor<3x2xi32>) {
    ^bb0(%a: tensor<3x64xbf16>, %b: tensor<8x64xbf16>):
      %s = dsv4.gate_score(%a, %b) {scoring_func = #dsv4.scoring_function<sqrtsoftplus>}
          : (tensor<3x64xbf16>, tensor<8x64xbf16>) -> tensor<3x8xf32>
      %p, %i = dsv4.moe_gating_top_k(%s) {top_k = 2 : i64} : (tensor<3x8xf32>) -> (tensor<3x2xf32>, tensor<3x2xi32>)
      dsv4.yield %p, %i : tensor<3x2xf32>, tensor<3x2xi32>
    }
    ```

    Example: `dsv4-opt model.mlir --dsv4-fuse="stack=vllm patterns=+hc_post_pre_norm"`
  }];
  let options = [
    Option<"stack", "stack", "std::string", /*default=*/"", "Built-in stack whose fusions are applied">,
    Option<"stackFile", "stack-file", "std::string", /*default=*/"", "Path of a stack file">,
    ListOption<"patterns", "patterns", "std::string",
               "Patterns to apply; beside a stack, `+NAME` adds one to those of the stack and `-NAME` takes one away">,
    Option<"list", "list", "bool", /*default=*/"false",
           "Print the patterns and the built-in stacks that have them as a Markdown table; change nothing">,
  ];
  let dependentDialects = ["::mlir::dsv4::DSV4Dialect", "::mlir::tensor::TensorDialect"];
}

def DSV4ShardPass : Pass<"dsv4-shard", "::mlir::ModuleOp"> {
  let summary = "turns a model into the program of one of several ranks";
  let description = [{
    `tp` ranks share one replica of the attention (heads, index heads, vocabulary), `dp`
    replicas have requests of their own. Experts are divided among `ep` ranks, what is left
    of tp divides every expert (`ep = 1`: all of tp). The o projection has a group of its
    own, `o-proj-tp` (default `tp`), smaller, equal or larger than `tp`, at most `o_groups`.
    The shared expert is whole on every rank, or with `shared-expert=shard` divided like one
    wide expert among tp. A module is for `dp * tp` ranks; rank = replica * tp + place.

    Arguments of public functions are divided by their `dsv4.name`: their types become
    those of one rank, and `dsv4.split` says which grid axes divide each dimension. Private
    functions are partitioned one by one, at their first call. Where a value is not divided
    as its reader needs it, the smallest collective is inserted: all_to_all for axes that move
    between dimensions, all_gather, or all_slice; partial sums are added in f32 by an
    all_reduce. Tokens reach the experts of other replicas by all_to_all, in a buffer as
    large as the fullest rank needs, so that no token is dropped.

    ```mlir
    func.func private @f(%x: tensor<1x?x64xf32>, %w: tensor<32x64xf32>, %w2: tensor<64x32xf32>) -> tensor<1x?x64xf32> {
      %0 = dsv4.linear(%x, %w) : ...
      %1 = dsv4.linear(%0, %w2) : ...
    ```

    with `w` divided along its rows and `w2` along its columns on 4 ranks becomes

    ```mlir
    shard.grid @ranks(shape = 4) {axes = ["tp"]}
    func.func private @f(%x: tensor<1x?x64xf32>, %w: tensor<8x64xf32>, %w2: tensor<64x8xf32>) -> tensor<1x?x64xf32> {
      %0 = dsv4.linear(%x, %w) : ... -> tensor<1x?x8xf32>
      %1 = dsv4.linear(%0, %w2) : ... -> tensor<1x?x64xf32>
      %2 = shard.all_reduce %1 on @ranks grid_axes = [0] : tensor<1x?x64xf32> -> tensor<1x?x64xf32>
    ```

    A size that its ranks do not divide is an error with both numbers. Only the number of
    requests may be open: `?` is then one replica's, and sizes that the module reads with
    `tensor.dim` stay those of the whole batch. The pass uses upstream's
    `shard` ops and rules like upstream's `ShardingInterface`, but not `sharding-propagation`
    and `shard-partition`: in LLVM 22.1.8 these stop at calls, scalars and non-permuted maps,
    move one grid axis at a time, and truncate sizes that do not divide.
  }];
  let options = [
    Option<"tp", "tp", "int64_t", /*default=*/"1", "Ranks that share the attention of one replica">,
    Option<"ep", "ep", "int64_t", /*default=*/"1", "Ranks that share the routed experts">,
    Option<"dp", "dp", "int64_t", /*default=*/"1", "Replicas of the attention, each with its own requests">,
    Option<"oProjTp", "o-proj-tp", "int64_t", /*default=*/"0", "Ranks that share the o projection (0: as tp)">,
    Option<"indexer", "indexer", "std::string", /*default=*/"\"shard\"",
           "`shard`: index heads are divided and scores added; `replicate`: every rank has the whole indexer">,
    Option<"sharedExpert", "shared-expert", "std::string", /*default=*/"\"replicate\"",
           "`replicate`: every rank has the whole shared expert; `shard`: its width is divided among tp">,
  ];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::cf::ControlFlowDialect", "::mlir::linalg::LinalgDialect",
    "::mlir::scf::SCFDialect", "::mlir::shard::ShardDialect", "::mlir::tensor::TensorDialect"
  ];
}

def DSV4SimplifyCollectivesPass : Pass<"dsv4-simplify-collectives"> {
  let summary = "merges collectives that do more than is needed";
  let description = [{
    | before | after |
    | --- | --- |
    | all_slice of all_reduce | reduce_scatter along the sliced axes, all_reduce along the others |
    | all_slice of all_gather, same axes and dimension | nothing |
    | all_reduce of all_reduce, same reduction | one all_reduce along the axes of both |
    | all_gather of all_gather, same dimension | one all_gather along the axes of both |
    | all_reduce + all_reduce, both in f32 along the same axes | one all_reduce of the sum of the parts |
    | the same collective of the same tensor twice | once |

    An elementwise op between all_reduce and all_slice (the rounding of a sum) is no
    obstacle: it runs on the slice. Sums that are added to each other may be rounded before
    that: the parts are added in f32 then, and the whole sum is rounded once.

    ```mlir
    %0 = shard.all_reduce %x on @ranks grid_axes = [0, 1] : tensor<4x6xf32> -> tensor<4x6xf32>
    %1 = shard.all_slice %0 on @ranks grid_axes = [0] slice_axis = 0 : tensor<4x6xf32> -> tensor<2x6xf32>
    ```

    becomes

    ```mlir
    %0 = shard.reduce_scatter %x on @ranks grid_axes = [0] scatter_axis = 0 : tensor<4x6xf32> -> tensor<2x6xf32>
    %1 = shard.all_reduce %0 on @ranks grid_axes = [1] : tensor<2x6xf32> -> tensor<2x6xf32>
    ```
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::linalg::LinalgDialect", "::mlir::shard::ShardDialect",
    "::mlir::tensor::TensorDialect"
  ];
}

#endif // DSV4_TRANSFORMS_PASSES_TD
