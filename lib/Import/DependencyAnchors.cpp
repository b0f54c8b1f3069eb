//===- DependencyAnchors.cpp - Zeros that keep cache writes alive ---------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "DependencyAnchors.h"

#include "dsv4/Torch/TorchDialects.h"
#include "mlir/IR/Matchers.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

/// Ops through which a part of a tensor, or a sum of it, is still that tensor's.
bool passesOn(StringRef name) {
  static const llvm::StringSet<> names = {"torch.aten.sum",
                                          "torch.aten.sum.dim_IntList",
                                          "torch.aten.mean",
                                          "torch.aten.mean.dim",
                                          "torch.aten.view",
                                          "torch.aten.reshape",
                                          "torch.aten.slice.Tensor",
                                          "torch.aten.select.int",
                                          "torch.aten.squeeze.dim",
                                          "torch.aten.unsqueeze",
                                          "torch.aten.expand",
                                          "torch.aten.broadcast_to",
                                          "torch.aten.to.dtype",
                                          "torch.aten.clone",
                                          "torch.prims.convert_element_type"};
  return names.contains(name);
}

bool isCacheWrite(StringRef name) {
  return name == "torch.tensor_cast.scatter_nd_update_mla" || name == "torch.tensor_cast.compressor";
}

/// The op behind those that pass a tensor on; null for an argument. Chains in the program are loops here.
Operation *sourceOf(Value value) {
  Operation *op = value.getDefiningOp();
  while (op && passesOn(getTorchOperatorName(op)) && op->getNumOperands() > 0)
    op = op->getOperand(0).getDefiningOp();
  return op;
}

bool isZero(Value operand, const ImportState &state) {
  Value value = state.values.lookupOrNull(operand);
  return value && (matchPattern(value, m_Zero()) || matchPattern(value, m_AnyZeroFloat()));
}

/// `0 * handle`, or something made of it.
bool isAnchor(Value value, const ImportState &state) {
  Operation *product = sourceOf(value);
  if (!product || product->getNumOperands() < 2)
    return false;
  StringRef name = getTorchOperatorName(product);
  if (name != "torch.aten.mul.Scalar" && name != "torch.aten.mul.Tensor")
    return false;
  for (int64_t i : {0, 1}) {
    Operation *handle = sourceOf(product->getOperand(i));
    if (handle && isCacheWrite(getTorchOperatorName(handle)) && isZero(product->getOperand(1 - i), state))
      return true;
  }
  return false;
}

} // namespace

Value mlir::dsv4::withoutDependencyAnchor(Operation *op, const ImportState &state) {
  if (getTorchOperatorName(op) != "torch.aten.add.Tensor" || op->getNumOperands() != 3)
    return Value();
  for (int64_t i : {0, 1}) {
    Value kept = op->getOperand(1 - i);
    // alpha multiplies the second operand: only if that is the anchor may it be any number.
    APInt alpha;
    Value factor = state.values.lookupOrNull(op->getOperand(2));
    bool isPlain = i == 1 || (factor && matchPattern(factor, m_ConstantInt(&alpha)) && alpha.isOne());
    if (isPlain && kept.getType() == op->getResult(0).getType() && isAnchor(op->getOperand(i), state))
      return state.values.lookupOrNull(kept);
  }
  return Value();
}
