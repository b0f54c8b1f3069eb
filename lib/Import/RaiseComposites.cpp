//===- RaiseComposites.cpp - Pass dsv4-raise ------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Composites are recognised in torch's ops, whose names say what they mean, before they
// become loops. A composite is replaced only if the op rounds where the composite does:
// what happens in f32 in between is the same up to the order of f32 operations.
//
//===----------------------------------------------------------------------===//

#include "dsv4/Import/Passes.h"
#include "dsv4/Torch/TorchDialects.h"
#include "dsv4/Torch/TorchTypes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/Builders.h"
#include "llvm/ADT/SetVector.h"
#include "llvm/ADT/StringExtras.h"
#include <cmath>

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4RAISEPASS
#include "dsv4/Import/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;
using namespace mlir::dsv4;

namespace {

//===----------------------------------------------------------------------===//
// Reading torch ops
//===----------------------------------------------------------------------===//

/// The op that makes `value`, if it calls `name` with `operands` operands.
Operation *maker(Value value, StringRef name, unsigned operands) {
  Operation *op = value ? value.getDefiningOp() : nullptr;
  return op && getTorchOperatorName(op) == name && op->getNumOperands() == operands ? op : nullptr;
}

std::optional<double> numberOf(Value value) {
  Operation *op = value ? value.getDefiningOp() : nullptr;
  if (!op)
    return std::nullopt;
  if (getTorchOperatorName(op) == "torch.constant.float")
    if (auto attribute = dyn_cast_if_present<FloatAttr>(op->getAttr("value")))
      return attribute.getValueAsDouble();
  if (getTorchOperatorName(op) == "torch.constant.int")
    if (auto attribute = dyn_cast_if_present<IntegerAttr>(op->getAttr("value")))
      return double(attribute.getInt());
  return std::nullopt;
}

bool isNumber(Value value, double number) { return numberOf(value) == number; }

bool isNone(Value value) { return getTorchTypeKind(value.getType()) == "none"; }

/// Elements of a list of numbers.
std::optional<SmallVector<double>> numbersOf(Value list) {
  Operation *op = list ? list.getDefiningOp() : nullptr;
  if (!op || getTorchOperatorName(op) != "torch.prim.ListConstruct")
    return std::nullopt;
  SmallVector<double> numbers;
  for (Value element : op->getOperands()) {
    std::optional<double> number = numberOf(element);
    if (!number)
      return std::nullopt;
    numbers.push_back(*number);
  }
  return numbers;
}

RankedTensorType tensorOf(Value value) {
  MLIRContext *context = value.getContext();
  // An unknown type is no tensor here; whoever converts it says why.
  ScopedDiagnosticHandler silent(context, [](Diagnostic &) { return success(); });
  FailureOr<Type> type = convertTorchType(value.getType(), [&] { return mlir::emitError(value.getLoc()); });
  return failed(type) ? RankedTensorType() : dyn_cast<RankedTensorType>(*type);
}

bool isTensorOf(Value value, function_ref<bool(Type)> isElement) {
  RankedTensorType type = tensorOf(value);
  return type && isElement(type.getElementType());
}

bool isF32(Value value) {
  return isTensorOf(value, [](Type type) { return type.isF32(); });
}

bool isFloat(Value value) {
  return isTensorOf(value, [](Type type) { return type.isF32() || type.isBF16() || type.isF16(); });
}

/// Users that compute something: assertions on metadata and symbolic shapes do not.
SmallVector<Operation *> usersOf(Value value) {
  llvm::SmallSetVector<Operation *, 4> users;
  for (Operation *user : value.getUsers()) {
    StringRef name = getTorchOperatorName(user);
    if (name != "torch.aten._assert_tensor_metadata" && name != "torch.bind_symbolic_shape")
      users.insert(user);
  }
  return users.takeVector();
}

Operation *onlyUser(Value value) {
  SmallVector<Operation *> users = usersOf(value);
  return users.size() == 1 ? users.front() : nullptr;
}

/// What is converted between float types to become `value`; null if nothing is.
Value beforeConversion(Value value) {
  Operation *op = value.getDefiningOp();
  if (!op)
    return Value();
  StringRef name = getTorchOperatorName(op);
  bool converts = (name == "torch.prims.convert_element_type" && op->getNumOperands() == 2) ||
                  (name == "torch.aten.to.dtype" && op->getNumOperands() == 5);
  return converts && isFloat(op->getOperand(0)) && isFloat(value) ? op->getOperand(0) : Value();
}

/// The f32 of narrower floats: computing with the narrow ones in f32 is the same.
Value narrow(Value value) {
  Value source = beforeConversion(value);
  return source && isF32(value) ? source : value;
}

/// Along the last dimension, which stays with size 1: `[-1]`, true, none.
bool reducesLast(Operation *op, Value x) {
  RankedTensorType type = tensorOf(x);
  std::optional<SmallVector<double>> dims = numbersOf(op->getOperand(1));
  Operation *keeps = op->getOperand(2).getDefiningOp();
  auto flag = keeps ? dyn_cast_if_present<IntegerAttr>(keeps->getAttr("value")) : IntegerAttr();
  return type && type.getRank() > 0 && dims && dims->size() == 1 &&
         ((*dims)[0] == -1 || (*dims)[0] == double(type.getRank() - 1)) && flag && !flag.getValue().isZero() &&
         isNone(op->getOperand(3));
}

//===----------------------------------------------------------------------===//
// Rewriting
//===----------------------------------------------------------------------===//

class Raiser {
public:
  explicit Raiser(Operation *root) : b(root) {}

  Type torchType(StringRef data) { return OpaqueType::get(b.getStringAttr(TorchDialect::getDialectNamespace()), data); }

  /// A `torch.constant.*`: its attributes are properties, as the parser makes them.
  Value constant(StringRef kind, Attribute value) {
    OperationState state(b.getInsertionPoint()->getLoc(), ("torch.constant." + kind).str());
    state.addTypes(torchType(kind));
    if (value)
      state.propertiesAttr = b.getDictionaryAttr(b.getNamedAttr("value", value));
    return b.create(state)->getResult(0);
  }
  Value none() { return constant("none", Attribute()); }
  Value number(double value) { return constant("float", b.getF64FloatAttr(value)); }
  Value text(StringRef value) { return constant("str", b.getStringAttr(value)); }

  /// Replaces the only result of `root` by what `name` makes of `operands`, and removes what nothing uses then.
  void replace(Operation *root, StringRef name, ValueRange operands) {
    OperationState state(root->getLoc(), "torch.operator");
    state.addOperands(operands);
    state.addTypes(root->getResultTypes());
    state.propertiesAttr = b.getDictionaryAttr(b.getNamedAttr("name", b.getStringAttr(name)));
    raised = b.create(state);
    root->replaceAllUsesWith(raised);
    removeUnused(root);
  }

  void at(Operation *root) { b.setInsertionPoint(root); }

  /// The op that `replace` made last; what it removed stood around it.
  Operation *raisedOp() const { return raised; }

private:
  /// Removes pure ops from `root` backwards that only assertions use. A loop: chains may be long.
  void removeUnused(Operation *root) {
    llvm::SetVector<Operation *> worklist;
    worklist.insert(root);
    while (!worklist.empty()) {
      Operation *op = worklist.pop_back_val();
      StringRef name = getTorchOperatorName(op);
      bool isPure =
          name.starts_with("torch.aten.") || name.starts_with("torch.prim") || name.starts_with("torch.constant.");
      if (!isPure || op->getNumRegions() ||
          llvm::any_of(op->getResults(), [](Value result) { return !usersOf(result).empty(); }))
        continue;
      llvm::SmallSetVector<Operation *, 4> assertions;
      for (Value result : op->getResults())
        assertions.insert(result.user_begin(), result.user_end());
      for (Operation *assertion : assertions)
        assertion->erase();
      SmallVector<Value> operands(op->getOperands());
      op->erase();
      for (Value operand : operands)
        if (Operation *made = operand.getDefiningOp())
          worklist.insert(made);
    }
  }

  OpBuilder b;
  Operation *raised = nullptr;
};

//===----------------------------------------------------------------------===//
// Composites
//===----------------------------------------------------------------------===//

/// x^2 as `pow(x, 2)`, `square(x)` or `x * x`: returns x.
Value squareRoot(Value square) {
  if (Operation *op = maker(square, "torch.aten.pow.Tensor_Scalar", 2); op && isNumber(op->getOperand(1), 2))
    return op->getOperand(0);
  if (Operation *op = maker(square, "torch.aten.square", 1))
    return op->getOperand(0);
  Operation *op = maker(square, "torch.aten.mul.Tensor", 2);
  return op && op->getOperand(0) == op->getOperand(1) ? op->getOperand(0) : Value();
}

/// The mean of x^2 along the last dimension: returns x.
Value meanOfSquares(Value mean) {
  if (Operation *op = maker(mean, "torch.aten.mean.dim", 4)) {
    Value x = squareRoot(op->getOperand(0));
    return x && reducesLast(op, op->getOperand(0)) ? x : Value();
  }
  Operation *quotient = maker(mean, "torch.aten.div.Scalar", 2);
  Operation *sum = quotient ? maker(quotient->getOperand(0), "torch.aten.sum.dim_IntList", 4) : nullptr;
  Value x = sum ? squareRoot(sum->getOperand(0)) : Value();
  RankedTensorType type = x ? tensorOf(x) : RankedTensorType();
  return type && reducesLast(sum, x) && !type.isDynamicDim(type.getRank() - 1) &&
                 isNumber(quotient->getOperand(1), double(type.getShape().back()))
             ? x
             : Value();
}

/// mul(x, rsqrt(mean(x^2, -1) + eps)) in f32, and mul(weight, that); x from and the
/// product to a narrower type.
bool raiseRmsNorm(Operation *op, Raiser &raiser) {
  if (getTorchOperatorName(op) != "torch.aten.mul.Tensor" || op->getNumOperands() != 2 || !isF32(op->getResult(0)))
    return false;
  Value x, eps;
  for (int64_t i : {0, 1}) {
    Operation *root = maker(op->getOperand(i), "torch.aten.rsqrt", 1);
    Operation *sum = root ? maker(root->getOperand(0), "torch.aten.add.Scalar", 3) : nullptr;
    Value squared = sum && isNumber(sum->getOperand(2), 1) ? meanOfSquares(sum->getOperand(0)) : Value();
    std::optional<double> offset = sum ? numberOf(sum->getOperand(1)) : std::nullopt;
    if (squared && squared == op->getOperand(1 - i) && isF32(squared) && offset && *offset > 0 &&
        getTorchTypeKind(sum->getOperand(1).getType()) == "float") {
      x = squared;
      eps = sum->getOperand(1);
    }
  }
  if (!x)
    return false;
  Operation *root = op;
  Value weight;
  if (Operation *product = onlyUser(op->getResult(0)); product &&
                                                       getTorchOperatorName(product) == "torch.aten.mul.Tensor" &&
                                                       product->getNumOperands() == 2 && isF32(product->getResult(0))) {
    Value other = product->getOperand(product->getOperand(0) == op->getResult(0) ? 1 : 0);
    RankedTensorType type = tensorOf(other), xType = tensorOf(x);
    if (other != op->getResult(0) && type && type.getRank() == 1 && isFloat(other) &&
        type.getDimSize(0) == xType.getShape().back() && !type.isDynamicDim(0)) {
      root = product;
      weight = narrow(other);
    }
  }
  Value source = narrow(x);
  // The op has the type of x: rounding the product is part of it.
  if (source != x) {
    Operation *conversion = onlyUser(root->getResult(0));
    if (conversion && beforeConversion(conversion->getResult(0)) == root->getResult(0) &&
        conversion->getResult(0).getType() == source.getType())
      root = conversion;
    else
      source = x;
  }
  raiser.at(root);
  raiser.replace(root, "torch.dsv4.rms_norm", {source, weight ? weight : raiser.none(), eps});
  return true;
}

/// mm(x, permute(w, [1, 0])) or linear(x, w, none): returns x and w.
std::optional<std::pair<Value, Value>> linearOf(Value product) {
  if (Operation *op = maker(product, "torch.aten.linear", 3))
    return isNone(op->getOperand(2)) ? std::optional(std::pair(op->getOperand(0), op->getOperand(1))) : std::nullopt;
  Operation *op = maker(product, "torch.aten.mm", 2);
  if (!op)
    return std::nullopt;
  Operation *transpose = maker(op->getOperand(1), "torch.aten.permute", 2);
  if (!transpose)
    transpose = maker(op->getOperand(1), "torch.aten.t", 1);
  if (!transpose)
    return std::nullopt;
  if (transpose->getNumOperands() == 2) {
    std::optional<SmallVector<double>> order = numbersOf(transpose->getOperand(1));
    if (!order || order->size() != 2 || (*order)[0] != 1 || (*order)[1] != 0)
      return std::nullopt;
  }
  return std::pair(op->getOperand(0), transpose->getOperand(0));
}

/// x [..., K] and w [N, K] in types that dsv4.linear takes.
bool fitsLinear(Value x, Value w) {
  RankedTensorType xType = tensorOf(x), wType = tensorOf(w);
  return xType && wType && isFloat(x) && isFloat(w) && xType.getRank() >= 1 && wType.getRank() == 2 &&
         !xType.isDynamicDim(xType.getRank() - 1) && xType.getShape().back() == wType.getDimSize(1) &&
         xType.getShape().back() > 0 && !wType.isDynamicDim(0) && wType.getDimSize(0) > 0;
}

bool raiseLinear(Operation *op, Raiser &raiser) {
  if (op->getNumResults() != 1)
    return false;
  auto operands = linearOf(op->getResult(0));
  if (!operands || !fitsLinear(operands->first, operands->second) ||
      tensorOf(operands->first).getElementType() != tensorOf(operands->second).getElementType())
    return false;
  auto [x, weight] = *operands;
  Operation *root = op;
  // F.linear flattens x to a matrix and the product back.
  Operation *flatten = maker(x, "torch.aten.view", 2);
  Operation *back = onlyUser(op->getResult(0));
  if (flatten && back && getTorchOperatorName(back) == "torch.aten.view" && back->getNumOperands() == 2) {
    RankedTensorType whole = tensorOf(flatten->getOperand(0)), result = tensorOf(back->getResult(0));
    if (whole && result && whole.hasStaticShape() && result.hasStaticShape() && whole.getRank() == result.getRank() &&
        whole.getShape().drop_back() == result.getShape().drop_back() &&
        result.getShape().back() == tensorOf(weight).getDimSize(0) && fitsLinear(flatten->getOperand(0), weight)) {
      x = flatten->getOperand(0);
      root = back;
    }
  }
  raiser.at(root);
  raiser.replace(root, "torch.dsv4.linear", {x, weight});
  return true;
}

/// einsum("bsgd,grd->bsgr", o, wo_a), whatever its letters.
bool raiseGroupedLinear(Operation *op, Raiser &raiser) {
  if (getTorchOperatorName(op) != "torch.aten.einsum" || op->getNumOperands() < 2)
    return false;
  Operation *equation = maker(op->getOperand(0), "torch.constant.str", 0);
  auto text = equation ? dyn_cast_if_present<StringAttr>(equation->getAttr("value")) : StringAttr();
  Operation *list = maker(op->getOperand(1), "torch.prim.ListConstruct", 2);
  if (!text || !list)
    return false;
  std::string letters;
  for (char c : text.getValue())
    if (c != ' ')
      letters.push_back(c);
  StringRef form(letters);
  if (form.size() != 14 || form[4] != ',' || form.substr(8, 2) != "->")
    return false;
  char batch = form[0], token = form[1], group = form[2], channel = form[3], rank = form[6];
  std::string expected = {batch, token, group, channel, ',', group, rank, channel, '-', '>', batch, token, group, rank};
  SmallVector<char> distinct = {batch, token, group, channel, rank};
  llvm::sort(distinct);
  if (form != expected || llvm::unique(distinct) != distinct.end())
    return false;
  Value o = list->getOperand(0), weight = list->getOperand(1);
  RankedTensorType oType = tensorOf(o), weightType = tensorOf(weight);
  if (!oType || !weightType || !isFloat(o) || oType.getElementType() != weightType.getElementType() ||
      oType.getRank() != 4 || !weightType.hasStaticShape() || weightType.getRank() != 3 ||
      oType.getShape().drop_front(2) != ArrayRef<int64_t>({weightType.getDimSize(0), weightType.getDimSize(2)}))
    return false;
  raiser.at(op);
  raiser.replace(op, "torch.dsv4.grouped_linear", {o, weight});
  return true;
}

/// softplus(z) with beta 1 and threshold 20: returns z.
Value softplusOf(Value value) {
  if (Operation *op = maker(value, "torch.aten.softplus", 3))
    return isNumber(op->getOperand(1), 1) && isNumber(op->getOperand(2), 20) ? op->getOperand(0) : Value();
  Operation *choice = maker(value, "torch.aten.where.self", 3);
  Operation *isLarge = choice ? maker(choice->getOperand(0), "torch.aten.gt.Scalar", 2) : nullptr;
  Operation *logarithm = choice ? maker(choice->getOperand(2), "torch.aten.log1p", 1) : nullptr;
  Operation *power = logarithm ? maker(logarithm->getOperand(0), "torch.aten.exp", 1) : nullptr;
  if (!power || !isLarge || !isNumber(isLarge->getOperand(1), 20))
    return Value();
  Value z = choice->getOperand(1);
  return z == isLarge->getOperand(0) && z == power->getOperand(0) ? z : Value();
}

/// sqrt(softplus(x * w^T)) in f32. Beyond 20 the threshold's z is log(1 + e^z) in f32.
bool raiseGateScore(Operation *op, Raiser &raiser) {
  if (getTorchOperatorName(op) != "torch.aten.sqrt" || op->getNumOperands() != 1 || !isF32(op->getResult(0)))
    return false;
  Value z = softplusOf(op->getOperand(0));
  auto operands = z && isF32(z) ? linearOf(z) : std::nullopt;
  if (!operands)
    return false;
  Value x = narrow(operands->first), weight = narrow(operands->second);
  if (!fitsLinear(x, weight))
    return false;
  // Logits that something else needs would be computed twice.
  for (Operation *user : usersOf(z)) {
    StringRef name = getTorchOperatorName(user);
    if (name != "torch.aten.exp" && name != "torch.aten.gt.Scalar" && name != "torch.aten.where.self" &&
        name != "torch.aten.softplus")
      return false;
  }
  raiser.at(op);
  raiser.replace(op, "torch.dsv4.gate_score", {x, weight, raiser.text("sqrtsoftplus")});
  return true;
}

/// clamp(x, low, high), a bound of none being infinite: returns x.
Value clampedBy(Value value, double low, double high) {
  if (Operation *op = maker(value, "torch.aten.clamp", 3)) {
    auto isBound = [](Value bound, double number) {
      return std::isinf(number) ? isNone(bound) : isNumber(bound, number);
    };
    return isBound(op->getOperand(1), low) && isBound(op->getOperand(2), high) ? op->getOperand(0) : Value();
  }
  Operation *op = std::isinf(low) ? maker(value, "torch.aten.clamp_max", 2) : nullptr;
  return op && isNumber(op->getOperand(1), high) ? op->getOperand(0) : Value();
}

/// silu(clamp(gate, None, limit)) * clamp(up, -limit, limit) in f32.
bool raiseClampedSwiglu(Operation *op, Raiser &raiser) {
  if (getTorchOperatorName(op) != "torch.aten.mul.Tensor" || op->getNumOperands() != 2 || !isF32(op->getResult(0)))
    return false;
  for (int64_t i : {0, 1}) {
    Value silu = op->getOperand(i), clamped;
    if (Operation *call = maker(silu, "torch.aten.silu", 1)) {
      clamped = call->getOperand(0);
    } else if (Operation *product = maker(silu, "torch.aten.mul.Tensor", 2)) {
      for (int64_t k : {0, 1})
        if (Operation *call = maker(product->getOperand(k), "torch.aten.sigmoid", 1);
            call && call->getOperand(0) == product->getOperand(1 - k))
          clamped = call->getOperand(0);
    }
    Operation *clamp = clamped ? clamped.getDefiningOp() : nullptr;
    if (!clamp || clamp->getNumOperands() < 2)
      continue;
    std::optional<double> limit = numberOf(clamp->getOperands().back());
    if (!limit || !(*limit > 0) || std::isinf(*limit))
      continue;
    Value gate = clampedBy(clamped, -INFINITY, *limit), up = clampedBy(op->getOperand(1 - i), -*limit, *limit);
    if (!gate || !up || !isF32(gate) || gate.getType() != up.getType() || gate.getType() != op->getResult(0).getType())
      continue;
    raiser.at(op);
    raiser.replace(op, "torch.tensor_cast.v4_clamped_swiglu", {gate, up, raiser.number(*limit)});
    return true;
  }
  return false;
}

//===----------------------------------------------------------------------===//
// Pass
//===----------------------------------------------------------------------===//

struct RaisePass : public dsv4::impl::DSV4RaisePassBase<RaisePass> {
  using DSV4RaisePassBase::DSV4RaisePassBase;

  void runOnOperation() override {
    func::FuncOp function = getOperation();
    using Pattern = bool (*)(Operation *, Raiser &);
    struct Named {
      StringRef name;
      Pattern pattern;
    };
    // A gate contains a projection: the larger composites come first.
    const Named patterns[] = {{"gate_score", raiseGateScore},
                              {"rms_norm", raiseRmsNorm},
                              {"v4_clamped_swiglu", raiseClampedSwiglu},
                              {"grouped_linear", raiseGroupedLinear},
                              {"linear", raiseLinear}};
    Raiser raiser(function);
    for (const Named &named : patterns) {
      int64_t count = 0;
      for (Block &block : function.getBody()) {
        // Backwards, so that a root is seen before what it is made of.
        Operation *op = block.empty() ? nullptr : &block.back();
        while (op) {
          bool raised = named.pattern(op, raiser);
          count += raised;
          op = (raised ? raiser.raisedOp() : op)->getPrevNode();
        }
      }
      if (count)
        emitRemark(function.getLoc()) << "dsv4-raise: " << count << " " << named.name << " in @" << function.getName();
    }
  }
};

} // namespace
