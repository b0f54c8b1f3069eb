//===- Stack.cpp - What a serving stack does with the model ---------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/Stack.h"

#include "dsv4/Cost/BuiltinData.h"
#include "mlir/IR/Diagnostics.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace mlir::dsv4;

static constexpr int64_t kSchemaVersion = 1;

const StackKernel *Stack::find(StringRef kernel, const Device &device) const {
  auto found = kernels.find({kernel.str(), device.name});
  if (found == kernels.end())
    found = kernels.find({kernel.str(), device.family});
  return found == kernels.end() ? nullptr : &found->second;
}

void Stack::add(StringRef kernel, StringRef key, StackKernel entry) {
  kernels[{kernel.str(), key.str()}] = std::move(entry);
}

static FailureOr<StackKernel> readKernel(const DataNode &node) {
  if (failed(checkKeys(node, {"law", "source", "constants"}, "a kernel's law")))
    return failure();
  FailureOr<std::string> name = readText(node, "law", "kernel");
  if (failed(name))
    return failure();
  const Law *law = findLaw(*name);
  if (!law) {
    InFlightDiagnostic diagnostic = emitError(node.find("law")->value.loc) << "unknown law '" << *name << "'; laws: ";
    llvm::interleaveComma(laws(), diagnostic, [&](const Law &law) { diagnostic << law.name; });
    return diagnostic;
  }
  FailureOr<std::string> source = readText(node, "source", "kernel");
  if (failed(source))
    return failure();
  const DataEntry *constants = node.find("constants");
  if (!constants) {
    emitError(node.loc) << "has no 'constants'";
    return failure();
  }
  SmallVector<StringRef> valid;
  for (const QuantityRule &rule : law->constants)
    valid.push_back(rule.key);
  if (failed(checkKeys(constants->value, valid, "law '" + *name + "'")))
    return failure();
  StackKernel result{law, {{}, *source}};
  for (const QuantityRule &rule : law->constants) {
    const DataEntry *entry = constants->value.find(rule.key);
    if (!entry) {
      if (rule.required) {
        emitError(constants->loc) << "law '" << *name << "' needs '" << rule.key << "' (" << rule.unit << ")";
        return failure();
      }
      // What an absent constant means: the term it belongs to vanishes.
      result.constants.values[rule.key.str()] = rule.low;
      continue;
    }
    FailureOr<Quantity> quantity = readQuantity(*entry, rule, /*sourceRequired=*/false);
    if (failed(quantity))
      return failure();
    result.constants.values[rule.key.str()] = quantity->value;
  }
  return result;
}

bool StackFusion::isOn(StringRef family) const { return families.empty() || llvm::is_contained(families, family); }

const StackFusion *Stack::findFusion(StringRef pattern) const {
  auto found = llvm::find_if(fusions, [&](const StackFusion &fusion) { return fusion.pattern == pattern; });
  return found == fusions.end() ? nullptr : &*found;
}

static LogicalResult readFusions(const DataEntry *fusions, Stack &stack) {
  if (!fusions)
    return success();
  if (!fusions->value.isMapping)
    return emitError(fusions->value.loc) << "'fusions' must map patterns of dsv4-fuse to {source: TEXT}";
  for (const DataEntry &entry : fusions->value.entries) {
    if (!entry.value.isMapping)
      return emitError(entry.value.loc) << "fusion '" << entry.key << "' must be {source: TEXT}";
    if (failed(checkKeys(entry.value, {"source", "families"}, "a fusion")))
      return failure();
    FailureOr<std::string> source = readText(entry.value, "source", "fusion");
    if (failed(source))
      return failure();
    StackFusion fusion = {entry.key, *source, {}, entry.loc};
    if (entry.value.find("families")) {
      FailureOr<std::string> families = readText(entry.value, "families", "fusion");
      if (failed(families))
        return failure();
      SmallVector<StringRef> names;
      llvm::SplitString(*families, names, ", ");
      fusion.families.assign(names.begin(), names.end());
    }
    stack.fusions.push_back(std::move(fusion));
  }
  return success();
}

/// Adds the kernels of a file to the stack, over those that it derives from.
static LogicalResult readKernels(Stack &stack, const DataNode &root) {
  const DataEntry *kernels = root.find("kernels");
  // A stack without measured kernels says only how it fuses, or takes the laws of another.
  if (!kernels && (root.find("fusions") || root.find("derived-from")))
    return success();
  if (!kernels || !kernels->value.isMapping)
    return emitError(kernels ? kernels->value.loc : root.loc) << "'kernels' must map kernels to families to laws";
  for (const DataEntry &kernel : kernels->value.entries) {
    if (!kernel.value.isMapping)
      return emitError(kernel.value.loc) << "kernel '" << kernel.key << "' must map device families to laws";
    for (const DataEntry &family : kernel.value.entries) {
      FailureOr<StackKernel> entry = readKernel(family.value);
      if (failed(entry))
        return failure();
      stack.add(kernel.key, family.key, std::move(*entry));
    }
  }
  return success();
}

static FailureOr<DataNode> parseStack(MLIRContext *context, StringRef fileName, StringRef text) {
  FailureOr<DataNode> root = parseDataFile(context, fileName, text);
  if (failed(root) || failed(checkSchemaVersion(*root, kSchemaVersion)) ||
      failed(
          checkKeys(*root, {"schema_version", "name", "title", "derived-from", "fusions", "kernels"}, "a stack file")))
    return failure();
  return root;
}

FailureOr<Stack> mlir::dsv4::readStack(MLIRContext *context, StringRef fileName, StringRef text) {
  FailureOr<DataNode> root = parseStack(context, fileName, text);
  if (failed(root))
    return failure();
  FailureOr<std::string> name = readText(*root, "name", "stack file"), title = readText(*root, "title", "stack file");
  if (failed(name) || failed(title))
    return failure();
  // Bases are built in, so the chain ends; a built-in file that derives from itself would not.
  SmallVector<DataNode> chain = {*root};
  llvm::StringSet<> seen;
  while (const DataEntry *base = chain.back().find("derived-from")) {
    std::optional<BuiltinFile> file = findBuiltin(builtinStacks(), base->value.scalar);
    if (!file) {
      emitError(base->value.loc) << "unknown stack '" << base->value.scalar
                                 << "'; built in: " << namesOf(builtinStacks());
      return failure();
    }
    if (!seen.insert(file->name).second) {
      emitError(base->value.loc) << "stack '" << file->name << "' derives from itself";
      return failure();
    }
    FailureOr<DataNode> node = parseStack(context, (file->name + ".yaml").str(), file->text);
    if (failed(node))
      return failure();
    chain.push_back(std::move(*node));
  }
  Stack stack;
  stack.name = *name;
  stack.title = *title;
  stack.origin = fileName.str();
  if (failed(readFusions(root->find("fusions"), stack)))
    return failure();
  for (const DataNode &node : llvm::reverse(chain))
    if (failed(readKernels(stack, node)))
      return failure();
  return stack;
}

FailureOr<Stack> mlir::dsv4::builtinStack(Location loc, StringRef name) {
  std::optional<BuiltinFile> file = findBuiltin(builtinStacks(), name);
  if (!file) {
    emitError(loc) << "unknown stack '" << name << "'; built in: " << namesOf(builtinStacks())
                   << "; a file of your own is given with stack-file=";
    return failure();
  }
  return readStack(loc.getContext(), (name + ".yaml").str(), file->text);
}
