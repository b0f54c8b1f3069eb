//===- ProgramFormHandlers.cpp - Arguments that change, symbols ---------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What an exported program says besides its operators: arguments that it updates, and
// symbols for sizes.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/OpImporter.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Arith/Utils/Utils.h"

using namespace mlir;
using namespace mlir::dsv4;

namespace {

//===----------------------------------------------------------------------===//
// Mutable arguments
//===----------------------------------------------------------------------===//

ImportState::MutableArgument *findMutable(OpImporter &b, unsigned operand) {
  Value value = b.source()->getOperand(operand);
  for (ImportState::MutableArgument &argument : b.state().mutableArguments)
    if (argument.torchValue == value)
      return &argument;
  b.error() << "operand " << operand << " must be a mutable argument of the function, got " << value.getType();
  return nullptr;
}

/// `torch.copy.to_vtensor %argument`: what the argument holds now.
LogicalResult convertCopyToValue(OpImporter &b) {
  if (failed(b.operands().ignored("tensor").done()))
    return failure();
  ImportState::MutableArgument *argument = findMutable(b, 0);
  if (!argument)
    return failure();
  return b.results(argument->contents ? argument->contents : Value(argument->value));
}

/// `torch.overwrite.tensor.contents %value overwrites %argument`.
LogicalResult convertOverwrite(OpImporter &b) {
  TensorOperand value;
  if (failed(b.operands().tensor("value", value).ignored("overwritten").done()))
    return failure();
  ImportState::MutableArgument *argument = findMutable(b, 1);
  if (!argument)
    return failure();
  auto type = cast<RankedTensorType>(argument->value.getType());
  if (value.getElementType() != type.getElementType() || failed(verifyCompatibleShape(value.getType(), type)))
    return b.error() << "writes " << value.getType() << " over " << type;
  argument->contents = b.castShape(value.value, type);
  return success();
}

//===----------------------------------------------------------------------===//
// Symbolic sizes
//===----------------------------------------------------------------------===//

/// `s * factor` in a symbolic shape: position of the symbol and the factor.
std::optional<std::pair<unsigned, int64_t>> asMultiple(AffineExpr expression) {
  int64_t factor = 1;
  if (auto product = dyn_cast<AffineBinaryOpExpr>(expression); product && expression.getKind() == AffineExprKind::Mul) {
    auto constant = dyn_cast<AffineConstantExpr>(product.getRHS());
    if (!constant || constant.getValue() < 1)
      return std::nullopt;
    factor = constant.getValue();
    expression = product.getLHS();
  }
  if (auto symbol = dyn_cast<AffineSymbolExpr>(expression))
    return std::pair(symbol.getPosition(), factor);
  return std::nullopt;
}

/// What a bind_symbolic_shape says about one dimension of an argument.
class DimensionFact {
public:
  DimensionFact(OpImporter &b, BlockArgument argument, Value tensor, int64_t dim)
      : b(b), argument(argument), tensor(tensor), dim(dim) {}

  LogicalResult isConstant(int64_t size) { return equals(b.getIndexAttr(size), std::to_string(size)); }

  /// The dimension is `factor` times the symbol.
  LogicalResult isMultiple(Value symbol, int64_t factor) {
    ImportState &state = b.state();
    if (factor > 1)
      state.divisors[{tensor, dim}] = factor;
    if (auto known = state.multiples.find({symbol, factor}); known != state.multiples.end()) {
      if (failed(equals(known->second.size, known->second.place + " (" + nameOf(symbol) + ")")))
        return failure();
      state.sizes[{tensor, dim}] = known->second.size;
      return success();
    }
    if (auto known = state.symbols.find(symbol); known != state.symbols.end()) {
      Value product =
          b.createOrFold<arith::MulIOp>(getValueOrCreateConstantIndexOp(b, b.getLoc(), known->second), b.index(factor));
      OpFoldResult expected = getAsOpFoldResult(product);
      std::string times = factor == 1 ? "" : std::to_string(factor) + " times ";
      if (failed(equals(expected, times + "the size " + nameOf(symbol))))
        return failure();
      state.sizes[{tensor, dim}] = expected;
      state.multiples[{symbol, factor}] = {expected, place()};
      return success();
    }
    OpFoldResult size = b.sizeOf(tensor, dim);
    state.multiples[{symbol, factor}] = {size, place()};
    // The argument that shows the symbol defines it.
    Value value = getValueOrCreateConstantIndexOp(b, b.getLoc(), size);
    if (factor > 1) {
      Value rest = b.createOrFold<arith::RemUIOp>(value, b.index(factor));
      if (failed(b.check(b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::eq, rest, b.index(0)),
                         place() + " must be a multiple of " + std::to_string(factor))))
        return failure();
      value = b.createOrFold<arith::DivUIOp>(value, b.index(factor));
    }
    state.symbols[symbol] = getAsOpFoldResult(value);
    return isInRange(symbol, value, factor);
  }

private:
  std::string place() const {
    return "dimension " + std::to_string(dim) + " of argument " + std::to_string(argument.getArgNumber());
  }

  static std::string nameOf(Value symbol) {
    Operation *op = symbol.getDefiningOp();
    auto name = op ? dyn_cast_if_present<StringAttr>(op->getAttr("symbol_name")) : StringAttr();
    return name ? name.str() : std::string("?");
  }

  LogicalResult equals(OpFoldResult expected, const std::string &what) {
    OpFoldResult size = b.sizeOf(tensor, dim);
    if (isEqualConstantIntOrValue(size, expected))
      return success();
    Value left = getValueOrCreateConstantIndexOp(b, b.getLoc(), size);
    Value right = getValueOrCreateConstantIndexOp(b, b.getLoc(), expected);
    Value areEqual = b.createOrFold<arith::CmpIOp>(arith::CmpIPredicate::eq, left, right);
    return b.check(areEqual, place() + " must equal " + what);
  }

  LogicalResult isInRange(Value symbol, Value value, int64_t factor) {
    Operation *op = symbol.getDefiningOp();
    auto bound = [&](StringRef name) {
      auto attribute = op ? dyn_cast_if_present<IntegerAttr>(op->getAttr(name)) : IntegerAttr();
      return attribute ? std::optional<int64_t>(attribute.getInt()) : std::nullopt;
    };
    auto compare = [&](arith::CmpIPredicate predicate, int64_t limit, StringRef how) {
      Value holds = b.createOrFold<arith::CmpIOp>(predicate, value, b.index(limit));
      return b.check(holds, place() + " must be " + how + " " + std::to_string(limit * factor));
    };
    std::optional<int64_t> low = bound("min_val"), high = bound("max_val");
    // Beyond these no tensor has a size, and torch writes its largest int for "none".
    constexpr int64_t largest = int64_t(1) << 40;
    // 2 is what torch.export writes for every dimension that it traced as an open one, known bound or not: a size of 1
    // is no fact that the program contradicts.
    constexpr int64_t tracedAsOpen = 2;
    if (low && *low > tracedAsOpen && *low < largest && failed(compare(arith::CmpIPredicate::uge, *low, "at least")))
      return failure();
    if (high && *high > 0 && *high < largest && failed(compare(arith::CmpIPredicate::ule, *high, "at most")))
      return failure();
    return success();
  }

  OpImporter &b;
  BlockArgument argument;
  Value tensor;
  int64_t dim;
};

/// `torch.bind_symbolic_shape %tensor, [symbols], affine_map`: for an argument, checks when
/// the program starts, after which equal sizes are one value. What it says of other
/// tensors follows from their ops, and other expressions than multiples are dropped.
LogicalResult convertBindSymbolicShape(OpImporter &b) {
  Operation *op = b.source();
  auto map = dyn_cast_if_present<AffineMapAttr>(op->getAttr("shape_expressions"));
  if (op->getNumOperands() < 1 || !map || map.getAffineMap().getNumSymbols() != op->getNumOperands() - 1)
    return b.error() << "needs a tensor and one symbol per symbol of its map";
  Value tensor = b.state().values.lookupOrNull(op->getOperand(0));
  // In the partial form a cast stands between them.
  auto argument = dyn_cast_if_present<BlockArgument>(tensor);
  auto type = argument ? dyn_cast<RankedTensorType>(argument.getType()) : RankedTensorType();
  if (!type)
    return success();
  if (map.getAffineMap().getNumResults() != type.getRank())
    return b.error() << "has " << map.getAffineMap().getNumResults() << " sizes for " << type;
  for (auto [dim, expression] : llvm::enumerate(map.getAffineMap().getResults())) {
    // Packed dimensions and static ones are in the type already.
    DimensionFact fact(b, argument, tensor, dim);
    if (auto constant = dyn_cast<AffineConstantExpr>(expression)) {
      if (failed(fact.isConstant(constant.getValue())))
        return failure();
    } else if (auto multiple = asMultiple(expression)) {
      if (failed(fact.isMultiple(op->getOperand(1 + multiple->first), multiple->second)))
        return failure();
    }
  }
  return success();
}

} // namespace

void mlir::dsv4::addProgramFormHandlers(HandlerTable &table) {
  table["torch.bind_symbolic_shape"] = convertBindSymbolicShape;
  table["torch.copy.to_vtensor"] = convertCopyToValue;
  table["torch.overwrite.tensor.contents"] = convertOverwrite;
}
