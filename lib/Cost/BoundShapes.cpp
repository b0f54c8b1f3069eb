//===- BoundShapes.cpp - Shapes once dynamic sizes are given --------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/BoundShapes.h"

#include "CollectiveWork.h"
#include "dsv4/IR/DSV4Ops.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/DestinationStyleOpInterface.h"
#include "mlir/Interfaces/SideEffectInterfaces.h"
#include "llvm/ADT/TypeSwitch.h"

using namespace mlir;
using namespace mlir::dsv4;

InFlightDiagnostic mlir::dsv4::emitErrorAt(Operation *op) {
  return emitError(op->getLoc()) << "'" << op->getName() << "' op ";
}

static bool isScalar(Type type) { return type.isIntOrIndexOrFloat(); }

/// Scalars in, scalars out, no side effect, no region.
static bool isScalarArithmetic(Operation *op) {
  return op->getNumRegions() == 0 && op->getNumResults() > 0 && isMemoryEffectFree(op) &&
         llvm::all_of(op->getOperandTypes(), isScalar) && llvm::all_of(op->getResultTypes(), isScalar);
}

bool mlir::dsv4::isFree(Operation *op) {
  // A tensor of index values is a shape. Run-time checks guard a program, a serving kernel has none.
  if (auto elements = dyn_cast<tensor::FromElementsOp>(op))
    return elements.getType().getElementType().isIndex();
  // tensor.extract of one scalar is address arithmetic of the launch, not a kernel.
  return op->hasTrait<OpTrait::ConstantLike>() || op->hasTrait<OpTrait::ReturnLike>() || isScalarArithmetic(op) ||
         isa<tensor::EmptyOp, tensor::CastOp, tensor::BitcastOp, tensor::DimOp, tensor::RankOp, tensor::ExtractOp,
             tensor::ExtractSliceOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::ReshapeOp, cf::AssertOp>(
             op);
}

//===----------------------------------------------------------------------===//
// Lookups
//===----------------------------------------------------------------------===//

RankedTensorType BoundShapes::typeOf(Value value) const {
  auto found = types.find(value);
  if (found != types.end())
    return found->second;
  auto type = dyn_cast<RankedTensorType>(value.getType());
  return type && type.hasStaticShape() ? type : RankedTensorType();
}

Attribute BoundShapes::constantOf(Value value) const {
  auto found = constants.find(value);
  if (found != constants.end())
    return found->second;
  Attribute constant;
  return matchPattern(value, m_Constant(&constant)) ? constant : Attribute();
}

std::optional<int64_t> BoundShapes::integerOf(Value value) const {
  auto constant = dyn_cast_or_null<IntegerAttr>(constantOf(value));
  if (!constant || constant.getValue().getSignificantBits() > 64)
    return std::nullopt;
  return constant.getValue().getSExtValue();
}

std::optional<RequestGroups> BoundShapes::requestsOf(Value startPos, Value queryLens) const {
  auto starts = dyn_cast_or_null<DenseIntElementsAttr>(constantOf(startPos));
  auto lengths = dyn_cast_or_null<DenseIntElementsAttr>(constantOf(queryLens));
  if (!starts || !lengths || starts.getNumElements() != lengths.getNumElements())
    return std::nullopt;
  return groupRequests(starts, lengths);
}

Attribute BoundShapes::indexFactsOf(Value indices) const {
  return withLookups([&](const WorkLookups &lookups) {
    return describeIndexList(indices, lookups.typeOf, lookups.requestsOf, lookups.indexFactsOf);
  });
}

std::optional<SmallVector<int64_t>> BoundShapes::sizesOf(ArrayRef<OpFoldResult> sizes) const {
  SmallVector<int64_t> result;
  for (OpFoldResult size : sizes) {
    std::optional<int64_t> known = getConstantIntValue(size);
    if (!known && isa<Value>(size))
      known = integerOf(cast<Value>(size));
    if (!known || *known < 0)
      return std::nullopt;
    result.push_back(*known);
  }
  return result;
}

Value BoundShapes::rootOf(Value value) const {
  while (Operation *op = value.getDefiningOp()) {
    if (!isa<tensor::CastOp, tensor::BitcastOp, tensor::ExtractSliceOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp,
             tensor::ReshapeOp>(op))
      break;
    value = op->getOperand(0);
  }
  return value;
}

//===----------------------------------------------------------------------===//
// Evaluation
//===----------------------------------------------------------------------===//

/// Binds a result after checking it against the type in the IR.
static LogicalResult bindResult(BoundShapes &shapes, OpResult result, ArrayRef<int64_t> sizes) {
  auto declared = dyn_cast<RankedTensorType>(result.getType());
  if (!declared)
    return success();
  auto bound = RankedTensorType::get(sizes, declared.getElementType(), declared.getEncoding());
  if (failed(verifyCompatibleShape(bound, declared)))
    return emitErrorAt(result.getOwner())
           << "result #" << result.getResultNumber() << " is " << declared << ", but the sizes given make it " << bound;
  shapes.bind(result, bound);
  return success();
}

void BoundShapes::foldScalars(Operation *op) {
  SmallVector<Attribute> operands;
  for (Value operand : op->getOperands()) {
    operands.push_back(constantOf(operand));
    if (!operands.back())
      return;
  }
  // Folders may change the op in place, so a copy is folded.
  Operation *copy = op->clone();
  SmallVector<OpFoldResult> folded;
  if (succeeded(copy->fold(operands, folded)) && folded.size() == op->getNumResults()) {
    for (auto [result, fold] : llvm::zip_equal(op->getResults(), folded)) {
      if (auto attribute = dyn_cast<Attribute>(fold))
        bind(result, attribute);
      else if (Attribute constant = constantOf(cast<Value>(fold)))
        bind(result, constant);
    }
  }
  copy->destroy();
}

FailureOr<SmallVector<int64_t>> mlir::dsv4::loopSizesOf(Operation *op, const BoundShapes &shapes) {
  auto linalgOp = cast<linalg::LinalgOp>(op);
  SmallVector<int64_t> sizes(linalgOp.getNumLoops(), ShapedType::kDynamic);
  SmallVector<unsigned> givenBy(sizes.size(), 0);
  for (OpOperand &operand : op->getOpOperands()) {
    RankedTensorType type = shapes.typeOf(operand.get());
    if (!type)
      continue;
    AffineMap map = linalgOp.getMatchingIndexingMap(&operand);
    for (auto [dim, expr] : llvm::enumerate(map.getResults())) {
      auto loop = dyn_cast<AffineDimExpr>(expr);
      if (!loop)
        continue;
      int64_t &known = sizes[loop.getPosition()];
      if (!ShapedType::isDynamic(known) && known != type.getDimSize(dim)) {
        emitErrorAt(op) << "dimension " << dim << " of operand #" << operand.getOperandNumber() << " is "
                        << type.getDimSize(dim) << ", but operand #" << givenBy[loop.getPosition()] << " makes it "
                        << known;
        return failure();
      }
      if (ShapedType::isDynamic(known))
        givenBy[loop.getPosition()] = operand.getOperandNumber();
      known = type.getDimSize(dim);
    }
  }
  for (auto [loop, size] : llvm::enumerate(sizes)) {
    if (ShapedType::isDynamic(size)) {
      emitErrorAt(op) << "loop " << loop << " has no size that its operands give";
      return failure();
    }
  }
  return sizes;
}

/// Shape of expand_shape: the sizes in the op, or what divides out in a group with one unknown.
static std::optional<SmallVector<int64_t>> expandedShape(tensor::ExpandShapeOp op, RankedTensorType source,
                                                         function_ref<std::optional<int64_t>(OpFoldResult)> sizeOf) {
  SmallVector<int64_t> shape;
  for (OpFoldResult size : op.getMixedOutputShape())
    shape.push_back(sizeOf(size).value_or(ShapedType::kDynamic));
  for (auto [dim, group] : llvm::enumerate(op.getReassociationIndices())) {
    int64_t product = 1, unknown = -1;
    for (int64_t index : group) {
      if (ShapedType::isDynamic(shape[index])) {
        if (unknown >= 0)
          return std::nullopt;
        unknown = index;
      } else if (llvm::MulOverflow(product, shape[index], product)) {
        return std::nullopt;
      }
    }
    if (unknown < 0)
      continue;
    if (product == 0 || source.getDimSize(dim) % product != 0)
      return std::nullopt;
    shape[unknown] = source.getDimSize(dim) / product;
  }
  return shape;
}

LogicalResult BoundShapes::evaluateTensorOp(Operation *op) {
  auto first = op->getNumOperands() ? typeOf(op->getOperand(0)) : RankedTensorType();
  std::optional<SmallVector<int64_t>> shape;
  TypeSwitch<Operation *>(op)
      .Case([&](tensor::DimOp dim) {
        std::optional<int64_t> index = integerOf(dim.getIndex());
        if (first && index && *index >= 0 && *index < first.getRank())
          bind(dim.getResult(), IntegerAttr::get(IndexType::get(op->getContext()), first.getDimSize(*index)));
      })
      .Case([&](tensor::EmptyOp empty) { shape = sizesOf(empty.getMixedSizes()); })
      .Case<tensor::CastOp, tensor::BitcastOp>([&](auto cast) {
        if (first)
          shape = llvm::to_vector(first.getShape());
        Attribute constant = constantOf(cast.getSource());
        if (constant && isa<tensor::CastOp>(op))
          bind(cast.getResult(), constant);
      })
      .Case([&](tensor::ExtractSliceOp slice) {
        std::optional<SmallVector<int64_t>> sizes = sizesOf(slice.getMixedSizes());
        if (!sizes)
          return;
        llvm::SmallBitVector dropped = slice.getDroppedDims();
        shape.emplace();
        for (auto [dim, size] : llvm::enumerate(*sizes))
          if (!dropped[dim])
            shape->push_back(size);
      })
      .Case([&](tensor::ExpandShapeOp expand) {
        if (first)
          shape = expandedShape(expand, first, [&](OpFoldResult size) -> std::optional<int64_t> {
            std::optional<SmallVector<int64_t>> known = sizesOf(size);
            return known ? std::optional((*known)[0]) : std::nullopt;
          });
      })
      .Case([&](tensor::CollapseShapeOp collapse) {
        if (!first)
          return;
        shape.emplace();
        for (ArrayRef<int64_t> group : collapse.getReassociationIndices()) {
          int64_t product = 1;
          for (int64_t dim : group)
            if (llvm::MulOverflow(product, first.getDimSize(dim), product))
              return shape.reset();
          shape->push_back(product);
        }
      })
      .Case([&](tensor::ReshapeOp reshape) {
        if (auto elements = reshape.getShape().getDefiningOp<tensor::FromElementsOp>())
          shape = sizesOf(getAsOpFoldResult(elements.getElements()));
      })
      .Case([&](tensor::PadOp pad) {
        std::optional<SmallVector<int64_t>> low = sizesOf(pad.getMixedLowPad()), high = sizesOf(pad.getMixedHighPad());
        if (!first || !low || !high)
          return;
        shape.emplace();
        for (auto [size, before, after] : llvm::zip_equal(first.getShape(), *low, *high)) {
          int64_t sum;
          if (llvm::AddOverflow<int64_t>(size, before, sum) || llvm::AddOverflow<int64_t>(sum, after, sum))
            return shape.reset();
          shape->push_back(sum);
        }
      })
      .Case([&](tensor::ConcatOp concat) {
        shape.emplace();
        for (Value input : concat.getInputs()) {
          RankedTensorType type = typeOf(input);
          if (!type)
            return shape.reset();
          if (shape->empty())
            llvm::append_range(*shape, type.getShape());
          else if (int64_t &size = (*shape)[concat.getDim()];
                   llvm::AddOverflow<int64_t>(size, type.getDimSize(concat.getDim()), size))
            return shape.reset();
        }
      })
      .Case([&](tensor::InsertOp insert) {
        if (RankedTensorType type = typeOf(insert.getDest()))
          shape = llvm::to_vector(type.getShape());
      })
      .Case([&](tensor::InsertSliceOp insert) {
        if (RankedTensorType type = typeOf(insert.getDest()))
          shape = llvm::to_vector(type.getShape());
      });
  return shape ? bindResult(*this, op->getResult(0), *shape) : success();
}

/// Positions of requests may be computed from others: elementwise arithmetic of known integers is known.
void BoundShapes::foldElements(Operation *op) {
  auto type = dyn_cast<RankedTensorType>(op->getResult(0).getType());
  if (!type || type.getRank() != 1 || !type.getElementType().isInteger())
    return;
  SmallVector<Attribute> operands;
  for (Value operand : op->getOperands())
    operands.push_back(constantOf(operand));
  SmallVector<OpFoldResult> results;
  if (llvm::is_contained(operands, Attribute()) || failed(op->fold(operands, results)) || results.size() != 1)
    return;
  if (auto elements = dyn_cast_if_present<DenseIntElementsAttr>(dyn_cast<Attribute>(results.front())))
    bind(op->getResult(0), elements);
}

/// The same for a vector that is filled with a known integer.
void BoundShapes::bindFilled(Operation *op) {
  auto fill = dyn_cast<linalg::FillOp>(op);
  if (!fill || fill->getNumResults() != 1)
    return;
  RankedTensorType type = typeOf(fill.getDpsInits()[0]);
  std::optional<int64_t> value = integerOf(fill.getDpsInputs()[0]);
  if (!value || !type || type.getRank() != 1 || !type.getElementType().isInteger(32) || !llvm::isInt<32>(*value))
    return;
  bind(fill->getResult(0), DenseElementsAttr::get(type, APInt(32, *value, /*isSigned=*/true)));
}

LogicalResult BoundShapes::evaluate(Operation *op) {
  if (isScalarArithmetic(op)) {
    foldScalars(op);
    return success();
  }
  if (isa_and_present<tensor::TensorDialect>(op->getDialect()))
    return evaluateTensorOp(op);
  if (isa<TypeRuleOpInterface>(op)) {
    if (!llvm::all_of(op->getOperands(), [&](Value operand) { return typeOf(operand); }))
      return success();
    SmallVector<Type> results;
    if (failed(withLookups([&](const WorkLookups &lookups) { return inferTypesOfRequests(op, lookups, results); })))
      return failure();
    for (auto [result, type] : llvm::zip_equal(op->getResults(), results))
      if (failed(bindResult(*this, result, cast<RankedTensorType>(type).getShape())))
        return failure();
    return success();
  }
  if (auto destination = dyn_cast<DestinationStyleOpInterface>(op)) {
    bindFilled(op);
    if (isa<linalg::LinalgOp>(op) &&
        llvm::all_of(op->getOperands(), [&](Value v) { return !isa<TensorType>(v.getType()) || typeOf(v); }) &&
        failed(loopSizesOf(op, *this)))
      return failure();
    for (OpResult result : op->getResults()) {
      RankedTensorType type = typeOf(destination.getTiedOpOperand(result)->get());
      if (type && failed(bindResult(*this, result, type.getShape())))
        return failure();
    }
    return success();
  }
  if (mlir::dsv4::detail::isCollective(op)) {
    RankedTensorType input = typeOf(op->getOperand(0));
    std::optional<SmallVector<int64_t>> shape =
        input ? mlir::dsv4::detail::collectiveResultShape(op, input) : std::nullopt;
    return shape ? bindResult(*this, op->getResult(0), *shape) : success();
  }
  if (OpTrait::hasElementwiseMappableTraits(op) && op->getNumResults() == 1) {
    foldElements(op);
    for (Value operand : op->getOperands())
      if (RankedTensorType type = typeOf(operand); type && isa<RankedTensorType>(op->getResult(0).getType()))
        return bindResult(*this, op->getResult(0), type.getShape());
  }
  return success();
}
