//===- Passes.td - Passes of the import -----------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IMPORT_PASSES_TD
#define DSV4_IMPORT_PASSES_TD

include "mlir/Pass/PassBase.td"

def ConvertTorchToDSV4Pass : Pass<"convert-torch-to-dsv4", "::mlir::ModuleOp"> {
  let summary = "Converts what torch-mlir prints to dsv4 and linalg";
  let description = [{
    Rewrites every function of the module: the operators of the namespace
    `tensor_cast` become `dsv4` ops, the `aten`, `prim` and `prims` ops around
    them linalg, tensor and arith on builtin tensors (`si64` becomes `i64`),
    literals become `arith.constant` and keep their resources. Reads the three
    forms torch-mlir has for such a program: `raw` (as imported), `torch` (after
    its backend pipeline) and partially lowered to linalg with `torch_c` casts.

    Nothing is changed unless everything converts. An operator without a handler
    is an error at its first use that says how often it occurs; all of them are
    reported in one run. After the conversion no op or type of `torch` is left.

    Some operators lack an operand that the model needs. They get the model's
    value, and a remark per function and operator says which and how often.

    Example:

    ```mlir
    func.func @main(%x: !torch.vtensor<[2,8,64],bf16>, %w: !torch.vtensor<[64],bf16>)
        -> !torch.vtensor<[2,8,64],bf16> {
      %eps = torch.constant.float 1.000000e-06
      %0 = torch.operator "torch.tensor_cast.rms_norm"(%x, %w, %eps)
          : (!torch.vtensor<[2,8,64],bf16>, !torch.vtensor<[64],bf16>, !torch.float)
         -> !torch.vtensor<[2,8,64],bf16>
      return %0 : !torch.vtensor<[2,8,64],bf16>
    }
    ```

    becomes

    ```mlir
    func.func @main(%x: tensor<2x8x64xbf16>, %w: tensor<64xbf16>) -> tensor<2x8x64xbf16> {
      %0 = dsv4.rms_norm(%x, %w) {norm_eps = 1.000000e-06 : f64}
          : (tensor<2x8x64xbf16>, tensor<64xbf16>) -> tensor<2x8x64xbf16>
      return %0 : tensor<2x8x64xbf16>
    }
    ```
  }];
  let options = [
    Option<"normEps", "norm-eps", "double", /*default=*/"1.0e-6",
           "norm_eps of hc_pre_inv_rms, hc_head and compressor, whose operators have no such operand "
           "(default: rms_norm_eps of both DeepSeek-V4 configurations)">,
    Option<"compressedOffset", "compressed-offset", "int64_t", /*default=*/"-1",
           "Row of the KV cache at which compressed rows begin (default: the window_size of the "
           "scatter_nd_update_mla that wrote the cache, else a new argument)">,
    Option<"precision", "precision", "::mlir::dsv4::ImportPrecision", /*default=*/"::mlir::dsv4::ImportPrecision::Plain",
           "What compressor and quant_lightning_indexer, whose operators do not say, round their rows and queries to",
           [{::llvm::cl::values(
               clEnumValN(::mlir::dsv4::ImportPrecision::Plain, "plain", "nothing but their element types"),
               clEnumValN(::mlir::dsv4::ImportPrecision::Qat, "qat",
                          "FP8 and rotated FP4, as DeepSeek's reference code"))}]>,
  ];
  let dependentDialects = [
    "::mlir::arith::ArithDialect",
    "::mlir::bufferization::BufferizationDialect",
    "::mlir::cf::ControlFlowDialect",
    "::mlir::dsv4::DSV4Dialect",
    "::mlir::linalg::LinalgDialect",
    "::mlir::math::MathDialect",
    "::mlir::shard::ShardDialect",
    "::mlir::tensor::TensorDialect"
  ];
}

def DSV4RaisePass : Pass<"dsv4-raise", "::mlir::func::FuncOp"> {
  let summary = "Recognises dsv4 ops that a torch program spells in aten ops";
  let description = [{
    Runs before `convert-torch-to-dsv4` on a program in torch ops (raw or torch form)
    and replaces composites by operators that it converts to one op:

    | composite | operator |
    | --- | --- |
    | `w * (x * rsqrt(mean(x^2, -1) + eps))`, with or without `w`, in f32; x from and the product to a narrower type | `torch.dsv4.rms_norm` |
    | `mm(x, permute(w))` with the views of `F.linear`, `linear` without bias | `torch.dsv4.linear` |
    | `einsum("bsgd,grd->bsgr")` | `torch.dsv4.grouped_linear` |
    | `sqrt(softplus(x w^T))` in f32 whose logits nothing else needs | `torch.dsv4.gate_score` |
    | `silu(min(gate, limit)) * clamp(up, -limit, limit)` in f32 | `torch.tensor_cast.v4_clamped_swiglu` |

    Only what rounds as the op does is replaced: a norm in bf16, whose mean is rounded to
    bf16, is not `dsv4.rms_norm`. Results differ by the order of f32 operations. A
    remark per function and op counts what was found.

    Example:

    ```
    dsv4-opt model.mlir --pass-pipeline="builtin.module(func.func(dsv4-raise),convert-torch-to-dsv4)"
    ```
  }];
}

#endif // DSV4_IMPORT_PASSES_TD
