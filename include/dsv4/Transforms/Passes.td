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
    No number changes: a kernel is inlined when it is lowered.

    A pattern applies where the launch writes what the real kernel writes: if something else uses a value that stays
    inside, if an op between two of its ops needs one and feeds the other, or if an op has side effects, the ops stay
    as they are and a `missed` remark of category `dsv4-fuse` says why
    (`--remark-format=emitRemark --remarks-filter-missed=dsv4-fuse`).

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

#endif // DSV4_TRANSFORMS_PASSES_TD
