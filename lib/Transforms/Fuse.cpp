//===- Fuse.cpp - Makes the launches of a serving stack -------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/BuiltinData.h"
#include "dsv4/Cost/Device.h"
#include "dsv4/Cost/Stack.h"
#include "dsv4/Transforms/Fusion.h"
#include "dsv4/Transforms/Passes.h"
#include "mlir/Dialect/DLTI/DLTI.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Remarks.h"
#include "mlir/Support/FileUtilities.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/MemoryBuffer.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4FUSEPASS
#include "dsv4/Transforms/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

static FailureOr<const FusionPattern *> lookUp(StringRef name, Location loc, StringRef origin) {
  if (const FusionPattern *pattern = findFusionPattern(name))
    return pattern;
  InFlightDiagnostic error = emitError(loc) << "unknown fusion pattern '" << name << "'" << origin << "; patterns: ";
  llvm::interleaveComma(fusionPatterns(), error, [&](const FusionPattern &pattern) { error << pattern.name; });
  return error;
}

namespace {

struct Fuse : mlir::dsv4::impl::DSV4FusePassBase<Fuse> {
  using DSV4FusePassBase::DSV4FusePassBase;

  void runOnOperation() override {
    if (list) {
      if (failed(printPatterns(llvm::outs())))
        signalPassFailure();
      return markAllAnalysesPreserved();
    }
    if (failed(choosePatterns()))
      return signalPassFailure();
    getOperation()->walk([&](func::FuncOp function) { fuse(function); });
  }

  LogicalResult printPatterns(raw_ostream &os) {
    std::vector<Stack> stacks;
    for (const BuiltinFile &file : builtinStacks()) {
      FailureOr<Stack> stack = builtinStack(getOperation()->getLoc(), file.name);
      if (failed(stack))
        return failure();
      stacks.push_back(std::move(*stack));
    }
    os << "| pattern | ops of the launch | what it is | stacks |\n| --- | --- | --- | --- |\n";
    for (const FusionPattern &pattern : fusionPatterns()) {
      SmallVector<StringRef> having;
      for (const Stack &stack : stacks)
        if (llvm::any_of(stack.fusions, [&](const StackFusion &fusion) { return fusion.pattern == pattern.name; }))
          having.push_back(stack.name);
      os << "| `" << pattern.name << "` | " << pattern.ops << " | " << pattern.description << " | "
         << llvm::join(having, ", ") << " |\n";
    }
    return success();
  }

  /// The stack that the options name, if they name one.
  FailureOr<std::optional<Stack>> chosenStack(Location loc) {
    if (!stack.empty() && !stackFile.empty()) {
      emitError(loc) << "stack= and stack-file= exclude each other";
      return failure();
    }
    FailureOr<Stack> chosen = failure();
    if (!stack.empty()) {
      chosen = builtinStack(loc, stack);
    } else if (!stackFile.empty()) {
      std::string message;
      std::unique_ptr<llvm::MemoryBuffer> buffer = openInputFile(stackFile, &message);
      if (!buffer) {
        emitError(loc) << message;
        return failure();
      }
      chosen = readStack(&getContext(), stackFile, buffer->getBuffer());
    } else {
      return std::optional<Stack>();
    }
    if (failed(chosen))
      return failure();
    return std::optional<Stack>(std::move(*chosen));
  }

  LogicalResult choosePatterns() {
    // A module without a location of its own still names its file.
    Location loc = getOperation()->getLoc();
    FailureOr<std::optional<Stack>> named = chosenStack(loc);
    if (failed(named))
      return failure();
    hasStack = named->has_value();
    if (!hasStack && patterns.empty())
      return emitError(loc) << "dsv4-fuse needs stack=, stack-file= or patterns=";
    llvm::SmallPtrSet<const FusionPattern *, 16> on;
    if (hasStack) {
      std::string family;
      if (getOperation()->hasAttr(DLTIDialect::kTargetSystemDescAttrName)) {
        FailureOr<Device> device = deviceFromDLTI(getOperation());
        if (failed(device))
          return failure();
        family = device->family;
      }
      for (const StackFusion &fusion : (*named)->fusions) {
        FailureOr<const FusionPattern *> pattern = lookUp(fusion.pattern, fusion.loc, "");
        if (failed(pattern))
          return failure();
        on.insert(*pattern);
        if (!family.empty() && !fusion.isOn(family))
          elsewhere[*pattern] =
              "stack '" + (*named)->name + "' has it on " + llvm::join(fusion.families, ", ") + ", not on " + family;
      }
    }
    for (StringRef text : patterns) {
      StringRef name = text;
      bool isLess = name.consume_front("-"), isMore = !isLess && name.consume_front("+");
      FailureOr<const FusionPattern *> pattern = lookUp(name, loc, " in patterns=");
      if (failed(pattern))
        return failure();
      if (hasStack != (isLess || isMore))
        return emitError(loc) << "patterns= has '" << text << "': "
                              << (hasStack ? "write +NAME or -NAME to change what the stack has"
                                           : "+ and - change what a stack has, but no stack is named");
      if (isLess)
        on.erase(*pattern);
      else
        on.insert(*pattern);
      // "What if" counts before what the stack says.
      elsewhere.erase(*pattern);
    }
    for (const FusionPattern &pattern : fusionPatterns())
      if (on.contains(&pattern))
        chosen.push_back(&pattern);
    return success();
  }

  void fuse(func::FuncOp function) {
    IRRewriter rewriter(&getContext());
    bool fusesIndexer =
        llvm::any_of(chosen, [](const FusionPattern *pattern) { return pattern->name == "indexer_score_top_k"; });
    if (hasStack && !fusesIndexer)
      splitIndexer(rewriter, function);
    for (const FusionPattern *pattern : chosen) {
      SmallVector<Operation *> ops;
      function->walk<WalkOrder::PreOrder>([&](Operation *op) {
        if (isa<KernelOp>(op))
          return WalkResult::skip();
        ops.push_back(op);
        return WalkResult::advance();
      });
      // What the launches of this pattern took; some of it does not exist any more.
      llvm::SmallPtrSet<Operation *, 16> taken;
      for (Operation *op : ops) {
        if (taken.contains(op))
          continue;
        FusionMatch match;
        if (!pattern->match(op, match))
          continue;
        if (auto reason = elsewhere.find(pattern); reason != elsewhere.end())
          match.reason = reason->second;
        Location loc = op->getLoc();
        size_t members = match.ops.size();
        if (match.reason.empty() && succeeded(outlineKernel(rewriter, match, pattern->kernel))) {
          taken.insert(match.gone.begin(), match.gone.end());
          report(*pattern, loc, function, members);
        } else {
          reportMissed(*pattern, loc, function, match.reason);
        }
      }
    }
  }

  /// A stack without a kernel for both runs scores and selection one after the other.
  void splitIndexer(IRRewriter &rewriter, func::FuncOp function) {
    SmallVector<QuantLightningIndexerOp> indexers;
    function->walk([&](QuantLightningIndexerOp op) {
      if (!op->getParentOfType<KernelOp>())
        indexers.push_back(op);
    });
    for (QuantLightningIndexerOp op : indexers) {
      rewriter.setInsertionPoint(op);
      FailureOr<SmallVector<Value>> values = op.decomposeOperation(rewriter);
      // Ops that verify have two parts.
      if (failed(values) || values->size() != 1)
        continue;
      Value indices = values->front();
      if (indices.getType() != op.getIndices().getType())
        indices = tensor::CastOp::create(rewriter, op.getLoc(), op.getIndices().getType(), indices);
      rewriter.replaceOp(op, indices);
    }
  }

  remark::RemarkOpts options(const FusionPattern &pattern, func::FuncOp function) {
    return remark::RemarkOpts::name("Fusion")
        .category("dsv4-fuse")
        .subCategory(pattern.name)
        .function(function.getName());
  }

  void report(const FusionPattern &pattern, Location loc, func::FuncOp function, size_t ops) {
    remark::passed(loc, options(pattern, function))
        << remark::add("kernel \"{0}\"", pattern.kernel) << remark::metric("Ops", ops);
  }

  void reportMissed(const FusionPattern &pattern, Location loc, func::FuncOp function, StringRef reason) {
    remark::missed(loc, options(pattern, function)) << remark::reason("{0}", reason);
  }

  SmallVector<const FusionPattern *> chosen;
  /// Of those the ones that the stack does not have on the module's device, and why.
  llvm::DenseMap<const FusionPattern *, std::string> elsewhere;
  bool hasStack = false;
};

} // namespace
