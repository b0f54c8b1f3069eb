//===- Builder.h - A configuration as dsv4 IR -------------------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_MODEL_BUILDER_H
#define DSV4_MODEL_BUILDER_H

#include "dsv4/Model/Config.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"

namespace mlir::dsv4 {

/// What the numbers are rounded to.
enum class PrecisionMode {
  /// No rounding but that of the element types: Hugging Face's semantics.
  Plain,
  /// KV rows through FP8 and the indexer through Hadamard and FP4, weights plain.
  Qat,
  /// As the official checkpoints: Qat, and weights in their storage formats.
  Official,
};

/// One program of a model.
struct ProgramOptions {
  /// Requests and tokens per request; `ShapedType::kDynamic` leaves them open.
  int64_t batch = ShapedType::kDynamic;
  int64_t tokens = ShapedType::kDynamic;
  /// Tokens per request that the caches have room for.
  int64_t contextCapacity = 4096;
  PrecisionMode precision = PrecisionMode::Plain;
  /// Activations and caches: f32 or bf16; plain weights: f32 or bf16.
  Type activationType, weightType;
  /// Logits of every token instead of the last one of each request.
  bool allLogits = false;
  /// Also return the stream after every layer (for tests).
  bool returnStreams = false;
  /// Add a public function `@block_<i>` per layer: streams in, streams out.
  bool blocks = false;
  /// Add the public function `@mtp` for the draft layers.
  bool draft = false;
};

/// Builds the module: `@main` calls one private function per distinct layer kind.
///
/// Every argument has `dsv4.name`: inputs "input_ids", "start_pos", "query_lens";
/// weights have their checkpoint names (experts stacked: "layers.3.ffn.experts.w1.weight"
/// is all "layers.3.ffn.experts.<i>.w1.weight"); caches "cache.<layer>.<what>".
/// Caches are `bufferization.writable` and their new values, results marked
/// `dsv4.in_place`, are written back into them.
FailureOr<OwningOpRef<ModuleOp>> buildModel(MLIRContext *context, const ModelConfig &config,
                                            const ProgramOptions &options);

} // namespace mlir::dsv4

#endif // DSV4_MODEL_BUILDER_H
