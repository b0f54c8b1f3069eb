//===- DefaultWork.cpp - Work of upstream ops -----------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// What IR without dsv4 ops is priced by. Every op is one kernel: nothing is fused that
// does not stand in one op or in a `dsv4.kernel`. Constants and the right operand of a
// product without batch dimensions count as weights, integers as indices, the rest as
// activations.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Cost/DefaultWork.h"

#include "CollectiveWork.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Linalg/IR/LinalgInterfaces.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include "mlir/IR/Matchers.h"
#include "mlir/Interfaces/CastInterfaces.h"
#include <cmath>

using namespace mlir;
using namespace mlir::dsv4;

/// Rows and columns of a matrix product below which the matrix engine does not pay: its instructions are 16 wide.
static constexpr double kMatrixWidth = 16;

//===----------------------------------------------------------------------===//
// Arithmetic of scalar ops
//===----------------------------------------------------------------------===//

static bool isSpecialFunction(Operation *op) {
  if (isa<math::MathDialect>(op->getDialect()))
    return !isa<math::AbsFOp, math::AbsIOp, math::CeilOp, math::FloorOp, math::RoundOp, math::RoundEvenOp,
                math::TruncOp, math::CopySignOp, math::FmaOp, math::ClampFOp, math::IsNaNOp, math::IsInfOp,
                math::IsFiniteOp, math::IsNormalOp, math::CountLeadingZerosOp, math::CountTrailingZerosOp,
                math::CtPopOp>(op);
  return isa<arith::DivFOp, arith::RemFOp, arith::DivSIOp, arith::DivUIOp, arith::RemSIOp, arith::RemUIOp>(op);
}

/// Adds `count` executions of a scalar op (or of an elementwise op per element).
static void addScalarOp(Operation *op, double count, KernelWork &work) {
  Dialect *dialect = op->getDialect();
  if (!dialect || !isa<arith::ArithDialect, math::MathDialect>(dialect) || op->getNumResults() == 0)
    return;
  Type type = getElementTypeOrSelf(op->getResult(0).getType());
  // Index arithmetic is addressing; conversions are part of loads and stores.
  if (op->hasTrait<OpTrait::ConstantLike>() || isa<CastOpInterface>(op) || type.isIndex())
    return;
  if (isa<arith::CmpFOp, arith::CmpIOp>(op))
    type = getElementTypeOrSelf(op->getOperand(0).getType());
  if (isSpecialFunction(op))
    work.addArithmetic(Engine::SpecialFunction, type, count);
  else
    work.addArithmetic(Engine::Vector, type, isa<math::FmaOp, math::ClampFOp>(op) ? 2 * count : count);
}

//===----------------------------------------------------------------------===//
// Memory
//===----------------------------------------------------------------------===//

static double elementsOf(RankedTensorType type) {
  double product = 1;
  for (int64_t size : type.getShape())
    product *= static_cast<double>(size);
  return product;
}

static OperandClass classOf(Value value, const BoundShapes &shapes) {
  Value root = shapes.rootOf(value);
  if (matchPattern(root, m_Constant()))
    return OperandClass::Weights;
  Type type = getElementTypeOrSelf(root.getType());
  // Integers of these models are ids, positions and expert numbers; i8 is packed data.
  return type.isIndex() || type.isInteger(32) || type.isInteger(64) ? OperandClass::Indices : OperandClass::Activations;
}

static void addRead(Value value, const BoundShapes &shapes, KernelWork &work) {
  RankedTensorType type = shapes.typeOf(value);
  work.accesses.push_back(
      {value, classOf(value, shapes), bytesOf(type.getElementType(), elementsOf(type)), /*isWrite=*/false});
}

static void addWrite(Value value, const BoundShapes &shapes, KernelWork &work) {
  RankedTensorType type = shapes.typeOf(value);
  work.accesses.push_back(
      {value, classOf(value, shapes), bytesOf(type.getElementType(), elementsOf(type)), /*isWrite=*/true});
}

/// Contents that a kernel sets itself: uninitialised memory or a fill folded into its user.
static bool isInitialValue(Value value, const BoundShapes &shapes) {
  Operation *op = shapes.rootOf(value).getDefiningOp();
  return isa_and_present<tensor::EmptyOp, linalg::FillOp>(op);
}

/// A fill that only gives reductions and products their initial value costs nothing.
static bool isFoldedFill(linalg::FillOp fill) {
  return fill->getNumResults() == 1 && !fill->use_empty() && llvm::all_of(fill->getUses(), [](OpOperand &use) {
           auto user = dyn_cast<linalg::LinalgOp>(use.getOwner());
           return user && user.isDpsInit(&use);
         });
}

//===----------------------------------------------------------------------===//
// linalg
//===----------------------------------------------------------------------===//

namespace {
/// Sizes of a matrix product that a linalg op is, and the type of its products.
struct Product {
  double batch = 1, m = 1, n = 1, k = 1;
  Type elementType;
  Value left;
  /// The right operand serves all rows of the left: in this model only parameters do.
  bool rightIsWeights;
};
} // namespace

static std::optional<Product> productOf(linalg::LinalgOp op, ArrayRef<int64_t> loops) {
  if (!linalg::isaContractionOpInterface(op))
    return std::nullopt;
  FailureOr<linalg::ContractionDimensions> dims = linalg::inferContractionDims(op);
  if (failed(dims))
    return std::nullopt;
  auto multiply = [&](ArrayRef<unsigned> positions) {
    double product = 1;
    for (unsigned position : positions)
      product *= static_cast<double>(loops[position]);
    return product;
  };
  Product product;
  product.batch = multiply(dims->batch);
  product.m = multiply(dims->m);
  product.n = multiply(dims->n);
  product.k = multiply(dims->k);
  product.rightIsWeights = dims->batch.empty();
  product.left = op.getDpsInputs()[0];
  Type left = getElementTypeOrSelf(product.left.getType());
  Type right = getElementTypeOrSelf(op.getDpsInputs()[1].getType());
  // Operands of different types are widened before they are multiplied.
  product.elementType = left == right ? left : getElementTypeOrSelf(op.getDpsInits()[0].getType());
  if (product.k < kMatrixWidth || std::max(product.m, product.n) < kMatrixWidth)
    return std::nullopt;
  return product;
}

static LogicalResult describeLinalg(linalg::LinalgOp op, const BoundShapes &shapes,
                                    SmallVectorImpl<KernelWork> &kernels) {
  if (auto fill = dyn_cast<linalg::FillOp>(op.getOperation()); fill && isFoldedFill(fill))
    return success();
  FailureOr<SmallVector<int64_t>> loops = loopSizesOf(op, shapes);
  if (failed(loops))
    return failure();
  double iterations = 1, parallel = 1;
  for (auto [size, kind] : llvm::zip_equal(*loops, op.getIteratorTypesArray())) {
    iterations *= static_cast<double>(size);
    if (kind == utils::IteratorType::parallel)
      parallel *= static_cast<double>(size);
  }
  KernelWork &work = kernels.emplace_back();
  // Groups of threads take 1,024 iterations each, but no two share a result.
  work.parallelTiles = std::min(std::ceil(iterations / 1024), parallel);
  work.name = op.getNumReductionLoops() ? "reduction" : isa<linalg::FillOp>(op.getOperation()) ? "fill" : "elementwise";

  std::optional<Product> product = productOf(op, *loops);
  if (product) {
    work.name = "matmul";
    work.parallelTiles = product->batch * std::ceil(product->m / 64) * std::ceil(product->n / 64);
    work.addArithmetic(Engine::Matrix, product->elementType, 2 * iterations);
    work.sizes = {{"batch", product->batch},
                  {"m", product->m},
                  {"n", product->n},
                  {"k", product->k},
                  {"element_bytes", bytesOf(getElementTypeOrSelf(product->left.getType()), 1)}};
  } else {
    op.getBlock()->walk([&](Operation *scalar) { addScalarOp(scalar, iterations, work); });
  }

  for (OpOperand *input : op.getDpsInputOperands())
    if (shapes.typeOf(input->get()) && op.payloadUsesValueFromOperand(input))
      addRead(input->get(), shapes, work);
  if (product && product->rightIsWeights && work.accesses.size() == 2)
    work.accesses.back().operandClass = OperandClass::Weights;
  // Tensors that the body indexes itself: one element per iteration, each element at most once.
  op.getBlock()->walk([&](tensor::ExtractOp extract) {
    RankedTensorType type = shapes.typeOf(extract.getTensor());
    if (!type || op.getBlock()->getParent()->isAncestor(extract.getTensor().getParentRegion()))
      return;
    double bytes = bytesOf(type.getElementType(), std::min(iterations, elementsOf(type)));
    work.accesses.push_back({extract.getTensor(), OperandClass::GatheredRows, bytes, /*isWrite=*/false});
  });
  for (OpOperand &init : op.getDpsInitsMutable())
    if (op.payloadUsesValueFromOperand(&init) && !isInitialValue(init.get(), shapes))
      addRead(init.get(), shapes, work);
  for (Value result : op->getResults())
    addWrite(result, shapes, work);
  return success();
}

//===----------------------------------------------------------------------===//
// Other ops
//===----------------------------------------------------------------------===//

static bool isTensorElementwise(Operation *op) {
  return isa_and_present<arith::ArithDialect, math::MathDialect>(op->getDialect()) && op->getNumResults() == 1 &&
         isa<RankedTensorType>(op->getResult(0).getType());
}

bool mlir::dsv4::hasUpstreamWork(Operation *op) {
  return mlir::dsv4::detail::isCollective(op) || (isa<linalg::LinalgOp>(op) && op->getNumResults() > 0) ||
         isTensorElementwise(op) ||
         isa<linalg::SoftmaxOp, linalg::PackOp, linalg::UnPackOp, tensor::InsertOp, tensor::InsertSliceOp,
             tensor::PadOp, tensor::ConcatOp, tensor::FromElementsOp, tensor::SplatOp>(op);
}

LogicalResult mlir::dsv4::describeUpstreamWork(Operation *op, const BoundShapes &shapes,
                                               SmallVectorImpl<KernelWork> &kernels) {
  for (auto [index, value] : llvm::enumerate(op->getOperands()))
    if (isa<TensorType>(value.getType()) && !shapes.typeOf(value))
      return emitErrorAt(op) << "the shape of operand #" << index << " is not known";
  for (auto [index, value] : llvm::enumerate(op->getResults()))
    if (isa<TensorType>(value.getType()) && !shapes.typeOf(value))
      return emitErrorAt(op) << "the shape of result #" << index << " is not known";
  if (mlir::dsv4::detail::isCollective(op))
    return mlir::dsv4::detail::describeCollective(op, shapes, kernels);
  if (auto linalgOp = dyn_cast<linalg::LinalgOp>(op))
    return describeLinalg(linalgOp, shapes, kernels);
  // One number that the program has as a scalar is an argument of the launches that read it.
  if (isa<tensor::FromElementsOp>(op) && cast<RankedTensorType>(op->getResult(0).getType()).getRank() == 0)
    return success();

  KernelWork &work = kernels.emplace_back();
  Value result = op->getResult(0);
  double elements = elementsOf(shapes.typeOf(result));
  work.parallelTiles = std::ceil(elements / 1024);
  if (isTensorElementwise(op)) {
    work.name = "elementwise";
    addScalarOp(op, elements, work);
    for (Value operand : op->getOperands())
      if (shapes.typeOf(operand))
        addRead(operand, shapes, work);
  } else if (auto softmax = dyn_cast<linalg::SoftmaxOp>(op)) {
    // Maximum, subtraction, exponential, sum, division.
    work.name = "softmax";
    Type type = getElementTypeOrSelf(result.getType());
    work.addArithmetic(Engine::Vector, type, 3 * elements);
    work.addArithmetic(Engine::SpecialFunction, type, 2 * elements);
    addRead(softmax.getInput(), shapes, work);
  } else if (auto insert = dyn_cast<tensor::InsertSliceOp>(op)) {
    // The destination is updated in place: only the slice moves.
    work.name = "copy";
    addRead(insert.getSource(), shapes, work);
    double bytes = work.accesses.back().bytes;
    work.accesses.push_back({result, OperandClass::Activations, bytes, /*isWrite=*/true});
    work.parallelTiles = std::ceil(elementsOf(shapes.typeOf(insert.getSource())) / 1024);
    return success();
  } else if (auto insert = dyn_cast<tensor::InsertOp>(op)) {
    // The destination is updated in place. The element and its place may come from other tensors.
    work.name = "copy";
    SmallVector<Value> scalars = {insert.getScalar()};
    llvm::append_range(scalars, insert.getIndices());
    for (Value scalar : scalars)
      if (auto extract = scalar.getDefiningOp<tensor::ExtractOp>())
        work.accesses.push_back({extract.getTensor(), classOf(extract.getTensor(), shapes),
                                 bytesOf(getElementTypeOrSelf(extract.getTensor().getType()), 1), /*isWrite=*/false});
    double bytes = bytesOf(getElementTypeOrSelf(result.getType()), 1);
    work.accesses.push_back({result, OperandClass::Activations, bytes, /*isWrite=*/true});
    work.parallelTiles = 1;
    return success();
  } else {
    work.name = "copy";
    for (Value operand : op->getOperands())
      if (shapes.typeOf(operand) && !isInitialValue(operand, shapes))
        addRead(operand, shapes, work);
  }
  addWrite(result, shapes, work);
  return success();
}
