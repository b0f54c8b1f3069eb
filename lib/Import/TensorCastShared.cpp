//===- TensorCastShared.cpp - Shared by the tensor_cast families ----------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "TensorCastHandlers.h"

#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"
#include <limits>

using namespace mlir;
using namespace mlir::dsv4;

Value mlir::dsv4::asF32(OpImporter &b, const TensorOperand &tensor) {
  return isa<FloatType>(tensor.getElementType()) ? b.cast(tensor.value, b.getF32Type()) : tensor.value;
}

/// What was widened to i64 to become `value`: dsv4 has i32 where torch declares si64.
static Value beforeWidening(Value value) {
  auto generic = value.getDefiningOp<linalg::GenericOp>();
  if (!generic || generic.getNumDpsInputs() != 1 || generic.getNumResults() != 1)
    return Value();
  Block *body = generic.getBody();
  auto extension = dyn_cast<arith::ExtSIOp>(body->front());
  auto yield = dyn_cast<linalg::YieldOp>(body->getTerminator());
  Value input = generic.getDpsInputs()[0];
  if (!extension || extension.getIn() != body->getArgument(0) || !yield || yield.getValues().size() != 1 ||
      yield.getValues()[0] != extension.getResult() || !getElementTypeOrSelf(input.getType()).isInteger(32) ||
      !llvm::all_of(generic.getIndexingMapsArray(), [](AffineMap map) { return map.isIdentity(); }))
    return Value();
  return input;
}

Value mlir::dsv4::asIndices(OpImporter &b, const TensorOperand &tensor, StringRef name) {
  Type element = tensor.getElementType();
  if (element.isInteger(32))
    return tensor.value;
  if (!element.isInteger(64)) {
    b.error() << name << " must hold i32 or i64, got " << tensor.getType();
    return Value();
  }
  if (Value narrow = beforeWidening(tensor.value))
    return narrow;
  EinsumBuilder all(b, b.getLoc(), tensor.getType().getRank());
  return all.map("...", b.getI32Type(), {{tensor.value, "..."}},
                 [](ImplicitLocOpBuilder &nested, ValueRange v) -> Value {
                   auto constant = [&](int64_t value) -> Value {
                     return arith::ConstantOp::create(nested, nested.getI64IntegerAttr(value));
                   };
                   Value low = constant(std::numeric_limits<int32_t>::min());
                   Value high = constant(std::numeric_limits<int32_t>::max());
                   Value held = arith::MinSIOp::create(nested, arith::MaxSIOp::create(nested, v[0], low), high);
                   return arith::TruncIOp::create(nested, nested.getI32Type(), held);
                 });
}

FailureOr<SmallVector<TensorOperand>> mlir::dsv4::readTensorList(OpImporter &b, unsigned index, StringRef name) {
  Value operand = b.source()->getOperand(index);
  Operation *list = operand.getDefiningOp();
  if (!list || getTorchOperatorName(list) != "torch.prim.ListConstruct")
    return b.error() << "operand " << index << " (" << name
                     << ") must be a list of tensors made by prim.ListConstruct, got " << operand.getType();
  SmallVector<TensorOperand> tensors;
  for (Value element : list->getOperands()) {
    if (getTorchTypeKind(element.getType()) == "none") {
      tensors.push_back({});
      continue;
    }
    Value value = b.state().values.lookupOrNull(element);
    if (!value || !isa<RankedTensorType>(value.getType()))
      return b.error() << "operand " << index << " (" << name << ") must be a list of tensors, but holds "
                       << element.getType();
    tensors.push_back({value, isUnsignedTorchTensor(element.getType())});
  }
  return tensors;
}

Value mlir::dsv4::inOneKernel(OpImporter &b, StringRef name, ValueRange inputs,
                              function_ref<Value(OpBuilder &, ValueRange)> body) {
  auto block = std::make_unique<Block>();
  for (Value input : inputs)
    block->addArgument(input.getType(), b.getLoc());
  // The block stands nowhere yet: a builder made from it would look for its context there.
  OpBuilder inside(b.getContext());
  inside.setInsertionPointToEnd(block.get());
  Value result = body(inside, block->getArguments());
  YieldOp::create(inside, b.getLoc(), result);
  auto kernel = KernelOp::create(b, TypeRange(result.getType()), b.getStringAttr(name), inputs);
  Region &region = kernel.getBody();
  region.getBlocks().clear();
  region.push_back(block.release());
  return kernel.getResult(0);
}

RankedTensorType mlir::dsv4::requestType(OpImporter &b, Value like) {
  return RankedTensorType::get(cast<RankedTensorType>(like.getType()).getShape().take_front(), b.getI32Type());
}

FailureOr<CallPositions> mlir::dsv4::callPositions(OpImporter &b, Value tokens, const TensorOperand &seqLens,
                                                   const TensorOperand &queryLens) {
  // The same question has the same answer: no kernel of a program computes positions twice.
  std::pair<OpFoldResult, OpFoldResult> sizes = {b.sizeOf(tokens, 0), b.sizeOf(tokens, 1)};
  for (ImportState::Positions &known : b.state().positions)
    if (known.sizes == sizes && known.seqLens == seqLens.value && known.givenLens == queryLens.value)
      return CallPositions{known.startPos, known.queryLens};
  RankedTensorType type = requestType(b, tokens);
  auto tokensType = cast<RankedTensorType>(tokens.getType());
  CallPositions positions;
  if (queryLens) {
    positions.queryLens = asIndices(b, queryLens, "query_lens");
  } else if (!tokensType.isDynamicDim(0) && !tokensType.isDynamicDim(1)) {
    auto lengths = DenseElementsAttr::get(type, b.getI32IntegerAttr(int32_t(tokensType.getDimSize(1))));
    positions.queryLens = arith::ConstantOp::create(b, lengths);
  } else {
    Value size = getValueOrCreateConstantIndexOp(b, b.getLoc(), b.sizeOf(tokens, 1));
    Value length = arith::IndexCastOp::create(b, b.getI32Type(), size);
    Value empty = tensor::EmptyOp::create(b, {b.sizeOf(tokens, 0)}, b.getI32Type());
    positions.queryLens = linalg::FillOp::create(b, length, empty).getResult(0);
  }
  if (!positions.queryLens)
    return failure();
  auto remember = [&](Value startPos) {
    positions.startPos = startPos;
    b.state().positions.push_back({sizes, seqLens.value, queryLens.value, startPos, positions.queryLens});
    return positions;
  };
  if (!seqLens)
    return remember(b.newArgument("start_pos", type));
  Value lengths = asIndices(b, seqLens, "seq_lens");
  if (!lengths)
    return failure();
  for (Value operand : {lengths, positions.queryLens})
    if (failed(verifyCompatibleShape(operand.getType(), type)))
      return b.error() << "seq_lens and query_lens must be [" << "B], one number per request, got " << lengths.getType()
                       << " for " << tokensType;
  Value counted = arith::SubIOp::create(b, b.castShape(lengths, type), b.castShape(positions.queryLens, type));
  return remember(counted);
}
