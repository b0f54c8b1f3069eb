//===- FusionHelpers.cpp - What fusion patterns share ---------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "FusionHelpers.h"

#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace mlir::dsv4;

bool mlir::dsv4::isView(Operation *op) {
  return isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::ExtractSliceOp>(op);
}

/// The arithmetic of an elementwise op on tensors: the op itself or the ops of its body but for constants.
static SmallVector<Operation *> arithmeticOf(Operation *op) {
  auto generic = dyn_cast<linalg::GenericOp>(op);
  if (!generic)
    return OpTrait::hasElementwiseMappableTraits(op) && op->getNumResults() == 1 &&
                   isa<RankedTensorType>(op->getResult(0).getType())
               ? SmallVector<Operation *>{op}
               : SmallVector<Operation *>{};
  if (generic.getNumReductionLoops() > 0 || generic->getNumResults() != 1)
    return {};
  SmallVector<Operation *> arithmetic;
  for (Operation &inner : generic.getBody()->without_terminator())
    if (!inner.hasTrait<OpTrait::ConstantLike>())
      arithmetic.push_back(&inner);
  return arithmetic;
}

bool mlir::dsv4::isCast(Operation *op) {
  SmallVector<Operation *> arithmetic = arithmeticOf(op);
  return arithmetic.size() == 1 && isa<arith::ExtFOp, arith::TruncFOp>(arithmetic.front());
}

template <typename OpT>
bool mlir::dsv4::isElementwise(Operation *op) {
  SmallVector<Operation *> arithmetic = arithmeticOf(op);
  return arithmetic.size() == 1 && isa<OpT>(arithmetic.front());
}
template bool mlir::dsv4::isElementwise<arith::MulFOp>(Operation *);
template bool mlir::dsv4::isElementwise<arith::AddFOp>(Operation *);

Value mlir::dsv4::sourceOf(Value value, FusionMatch &match) {
  while (Operation *op = value.getDefiningOp()) {
    if (!isView(op) && !isCast(op))
      break;
    match.add(op);
    value = op->getOperand(0);
  }
  return value;
}

Operation *mlir::dsv4::onlyUser(Value value) {
  Operation *only = nullptr;
  for (Operation *user : value.getUsers()) {
    if (isa<tensor::DimOp>(user) || user == only)
      continue;
    if (only)
      return nullptr;
    only = user;
  }
  return only;
}

Value mlir::dsv4::destinationOf(Value value, FusionMatch &match) {
  for (Operation *user = onlyUser(value); user && (isView(user) || isCast(user)); user = onlyUser(value)) {
    match.add(user);
    value = user->getResult(0);
  }
  return value;
}

bool mlir::dsv4::canStack(LinearOp a, LinearOp b) {
  auto element = [](Value value) { return cast<RankedTensorType>(value.getType()).getElementType(); };
  return a.getX() == b.getX() && element(a.getWeight()) == element(b.getWeight()) &&
         static_cast<bool>(a.getScales()) == static_cast<bool>(b.getScales()) && element(a.getY()) == element(b.getY());
}

std::string mlir::dsv4::sourceName(Value value) {
  if (Operation *op = value.getDefiningOp())
    return "'" + op->getName().getStringRef().str() + "'";
  return "an argument of the function";
}
