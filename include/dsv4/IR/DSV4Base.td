//===- DSV4Base.td - Dialect, types and base op classes -------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_DSV4BASE_TD
#define DSV4_IR_DSV4BASE_TD

include "mlir/IR/OpBase.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/Dialect/Linalg/IR/LinalgInterfaces.td"
include "dsv4/IR/DSV4Interfaces.td"

def DSV4_Dialect : Dialect {
  let name = "dsv4";
  let cppNamespace = "::mlir::dsv4";
  let summary = "DeepSeek-V4 (Flash, Pro and small configurations) on ranked tensors";
  let description = [{
    The operations that DeepSeek-V4 has and linalg does not say well, with
    value semantics on ranked tensors. Every dimension may be dynamic unless an
    op says otherwise. Symbols used in the shapes of all ops:

    | symbol | meaning |
    | --- | --- |
    | `...` | any number of leading dimensions (batch, tokens), equal in all operands |
    | `D` | hidden size |
    | `h` | `hc_mult`, the number of Hyper-Connections streams (4 in V4) |
    | `M` | width of the mix, `(2 + h) * h` (24 in V4) |
    | `E`, `K` | routed experts, experts per token |
    | `I` | width of an expert |
    | `V` | vocabulary size |

    An op has one face per file: verification and inference
    (`HyperConnectionOps.cpp`, `MoEOps.cpp`, ...), its meaning as linalg
    (`DSV4OpsDecompose.cpp`, ...), its work (`DSV4OpsWork.cpp`, ...), its folders
    (`DSV4OpsFold.cpp`). Constraints are numbered (`hc_post_c3`); the number
    stands beside the check in the verifier and beside its test. Attributes that
    are numbers are checked as the f32 that they are computed with. Sizes that the
    types leave open must agree when the program runs: the lowered form checks it
    (`cf.assert`) before it reads anything.

    Canonicalization: an op of the model looks through a `tensor.cast` that only
    forgets sizes, and its result types take every size that its operands give
    (with a `tensor.cast` back to the old type), so static sizes travel through
    dynamic IR. What an op folds beyond that stands in its description under
    *Folds*; no fold changes a value.
  }];
  let hasCanonicalizer = 1;
  let useDefaultAttributePrinterParser = 1;
  let dependentDialects = [
    "::mlir::arith::ArithDialect",
    "::mlir::cf::ControlFlowDialect",
    "::mlir::linalg::LinalgDialect",
    "::mlir::math::MathDialect",
    "::mlir::scf::SCFDialect",
    "::mlir::tensor::TensorDialect"
  ];
}

//===----------------------------------------------------------------------===//
// Operand types
//===----------------------------------------------------------------------===//

// An encoding would be lost in the inferred results and in the lowering.
def DSV4_HasNoEncoding : CPred<"!::llvm::cast<::mlir::RankedTensorType>($_self).getEncoding()">;

// `names` says the element types in words: it stands in errors and in the docs.
class DSV4_TensorOf<list<Type> elementTypes, string names>
    : ConfinedType<RankedTensorOf<elementTypes>, [DSV4_HasNoEncoding],
                   "ranked tensor of " # names # " without encoding", "::mlir::RankedTensorType">;

// The element types that activations may have.
def DSV4_FloatTensor : DSV4_TensorOf<[F32, BF16, F16], "f32, bf16 or f16">;
// Parameters and results that the model keeps in float32.
def DSV4_F32Tensor : DSV4_TensorOf<[F32], "f32">;
// Token ids and tables of expert numbers.
def DSV4_IdTensor : DSV4_TensorOf<[I32, I64], "i32 or i64">;
// Weights: plain, or codes (f4E2M1FN also two per i8).
def DSV4_WeightTensor : DSV4_TensorOf<[F32, BF16, F16, F8E4M3FN, F4E2M1FN, I8],
                                      "f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8">;
// Quantised activations.
def DSV4_CodeTensor : DSV4_TensorOf<[F8E4M3FN, F4E2M1FN], "f8E4M3FN or f4E2M1FN">;
// Scales of weights and activations, powers of two.
def DSV4_ScaleTensor : DSV4_TensorOf<[F8E8M0FNU], "f8E8M0FNU">;
// Numbers of experts, rows, slots; positions.
def DSV4_I32Tensor : DSV4_TensorOf<[I32], "i32">;
// An operand of which an op reads the sizes only.
def DSV4_AnyTensor : DSV4_TensorOf<[AnyType], "any type">;

//===----------------------------------------------------------------------===//
// Enums
//===----------------------------------------------------------------------===//

def DSV4_ScoringFunction : I32EnumAttr<"ScoringFunction",
    "one of sqrtsoftplus, sigmoid, softmax", [
      I32EnumAttrCase<"SqrtSoftplus", 0, "sqrtsoftplus">,
      I32EnumAttrCase<"Sigmoid", 1, "sigmoid">,
      I32EnumAttrCase<"Softmax", 2, "softmax">,
    ]> {
  let cppNamespace = "::mlir::dsv4";
  let genSpecializedAttr = 0;
}
def DSV4_ScoringFunctionAttr : EnumAttr<DSV4_Dialect, DSV4_ScoringFunction, "scoring_function"> {
  let assemblyFormat = "`<` $value `>`";
}

def DSV4_WindowRows : I32EnumAttr<"WindowRows", "where the rows of a window are read", [
      I32EnumAttrCase<"Appended", 0, "appended">,
      I32EnumAttrCase<"Ring", 1, "ring">,
      I32EnumAttrCase<"Call", 2, "call">,
    ]> {
  let cppNamespace = "::mlir::dsv4";
  let genSpecializedAttr = 0;
}
def DSV4_WindowRowsAttr : EnumAttr<DSV4_Dialect, DSV4_WindowRows, "window_rows"> {
  let assemblyFormat = "`<` $value `>`";
}

def DSV4_CompressorQuant : I32EnumAttr<"CompressorQuant", "rounding of compressed rows", [
      I32EnumAttrCase<"None", 0, "none">,
      I32EnumAttrCase<"Fp8Nope", 1, "fp8_nope">,
      I32EnumAttrCase<"Fp4Rotated", 2, "fp4_rotated">,
    ]> {
  let cppNamespace = "::mlir::dsv4";
  let genSpecializedAttr = 0;
}
def DSV4_CompressorQuantAttr : EnumAttr<DSV4_Dialect, DSV4_CompressorQuant, "compressor_quant"> {
  let assemblyFormat = "`<` $value `>`";
}

//===----------------------------------------------------------------------===//
// Base classes
//===----------------------------------------------------------------------===//

class DSV4_Op<string mnemonic, list<Trait> traits = []>
    : Op<DSV4_Dialect, mnemonic, traits>;

// The width of the result follows from the positions of the requests.
def DSV4_RequestSized : DeclareOpInterfaceMethods<RequestSizedOpInterface, ["widthFor"]>;

// A result is a list of row or slot numbers.
def DSV4_IndexList : DeclareOpInterfaceMethods<IndexListOpInterface, ["getIndexList", "describeEntries"]>;

// One operand or attribute as an `OperatorParameter` of OperatorSchema.h, in C++.
class DSV4_ParameterEntry<dag parameters, int index> {
  string name = "\"" # !getdagname(parameters, index) # "\"";
  Constraint constraint = !getdagarg<Constraint>(parameters, index);
  string kind = !cond(!isa<Optional>(constraint): "OptionalTensor",
                      !isa<Variadic>(constraint): "TensorList",
                      true: "Tensor");
  string operand = "{" # name # ", ::mlir::dsv4::OperatorParameter::Kind::" # kind # "}";
  string optional = !if(!isa<OptionalAttr>(constraint), "true", "false");
  string defaulted = !if(!isa<DefaultValuedAttr>(constraint), "true", "false");
  string text = !if(!isa<Attr>(constraint),
                    "::mlir::dsv4::OperatorParameter::attribute<" # !cast<Attr>(constraint).storageType # ">(" #
                        name # ", " # optional # ", " # defaulted # ")",
                    operand);
}

// An op whose result types follow from the operands by `inferTypes`, which is also
// the verifier.
class DSV4_TypeRuleOp<string mnemonic, list<Trait> traits = []>
    : DSV4_Op<mnemonic, !listconcat([
        DeclareOpInterfaceMethods<TypeRuleOpInterface, ["inferResultTypes", "getSizeAgreements", "getNamedDimensions"]>,
        DeclareOpInterfaceMethods<InferTypeOpInterface, ["inferReturnTypes"]>,
        DeclareOpInterfaceMethods<AggregatedOpInterface, ["decomposeOperation"]>,
        DeclareOpInterfaceMethods<WorkOpInterface, ["describeWork"]>
      ], traits)> {
  let assemblyFormat = "`(` operands `)` attr-dict `:` functional-type(operands, results)";

  code typeRuleDeclaration = [{
    /// Checks operand types and attributes against the numbered constraints of
    /// the op and infers the result types. Types come from `rule.operand`.
    static ::llvm::LogicalResult
    inferTypes(::mlir::dsv4::TypeRule &rule, Adaptor op,
               ::llvm::SmallVectorImpl<::mlir::Type> &results);

    /// Inferred and actual result types agree up to dynamic dimensions.
    static bool isCompatibleReturnTypes(::mlir::TypeRange inferred, ::mlir::TypeRange actual);
  }];
  let extraClassDeclaration = typeRuleDeclaration;

  code typeRuleDefinition = [{
    ::llvm::LogicalResult $cppClass::inferReturnTypes(
        ::mlir::MLIRContext *context, ::std::optional<::mlir::Location> location,
        ::mlir::ValueRange operands, ::mlir::DictionaryAttr attributes,
        ::mlir::OpaqueProperties properties, ::mlir::RegionRange regions,
        ::llvm::SmallVectorImpl<::mlir::Type> &results) {
      Adaptor adaptor(operands, attributes, properties, regions);
      // The caller may not have verified the op yet, and inferTypes reads its attributes.
      if (failed(adaptor.verify(location.value_or(::mlir::UnknownLoc::get(context)))))
        return ::mlir::failure();
      ::mlir::dsv4::TypeRule rule(location, getOperationName());
      return inferTypes(rule, adaptor, results);
    }
    bool $cppClass::isCompatibleReturnTypes(::mlir::TypeRange inferred, ::mlir::TypeRange actual) {
      return ::mlir::dsv4::detail::areCompatible(inferred, actual);
    }
    ::llvm::LogicalResult $cppClass::inferResultTypes(
        ::llvm::function_ref<::mlir::RankedTensorType(::mlir::Value)> typeOf,
        ::llvm::SmallVectorImpl<::mlir::Type> &results) {
      ::mlir::dsv4::TypeRule rule(getLoc(), getOperationName(), typeOf);
      return inferTypes(rule, Adaptor(*this), results);
    }
    ::llvm::SmallVector<::mlir::dsv4::SizeAgreement> $cppClass::getSizeAgreements() {
      ::mlir::dsv4::TypeRule rule(::std::nullopt, getOperationName());
      ::llvm::SmallVector<::mlir::Type> results;
      if (failed(inferTypes(rule, Adaptor(*this), results)))
        return {};
      return ::llvm::to_vector(rule.agreements());
    }
    ::llvm::SmallVector<::mlir::dsv4::NamedDimension> $cppClass::getNamedDimensions() {
      ::mlir::dsv4::TypeRule rule(::std::nullopt, getOperationName());
      ::llvm::SmallVector<::mlir::Type> results;
      if (failed(inferTypes(rule, Adaptor(*this), results)))
        return {};
      return ::llvm::to_vector(rule.names());
    }
  }];
  let extraClassDefinition = typeRuleDefinition;
}

// An op of the model: tensors in, tensors out, no side effect. It is an operator of
// frameworks too.
class DSV4_TensorOp<string mnemonic, list<Trait> traits = []>
    : DSV4_TypeRuleOp<mnemonic, !listconcat([Pure], traits)> {
  let extraClassDeclaration = typeRuleDeclaration # [{
    /// Operands, attributes and results as the definition names them.
    static const ::mlir::dsv4::OperatorSchema &getSchema();
  }];

  list<string> parameterEntries = !foreach(index, !range(!size(arguments)),
                                           DSV4_ParameterEntry<arguments, index>.text);
  list<string> resultEntries = !foreach(index, !range(!size(results)), "\"" # !getdagname(results, index) # "\"");

  let extraClassDefinition = typeRuleDefinition # [{
    const ::mlir::dsv4::OperatorSchema &$cppClass::getSchema() {
      static const ::mlir::dsv4::OperatorSchema schema = {
          getOperationName(), {}] # !interleave(parameterEntries, ", ") # [{}, {}] # !interleave(resultEntries, ", ") # [{}};
      return schema;
    }
  }];
}

// An op that ranks run together, each on its own tensors: what one of them returns
// depends on what the others have. It is made by `dsv4-shard` and is no operator of
// frameworks. Nothing may make a rank run it when others do not, so it is not Pure.
class DSV4_RankOp<string mnemonic, list<Trait> traits = []>
    : DSV4_TypeRuleOp<mnemonic, !listconcat([
        NoMemoryEffect, DeclareOpInterfaceMethods<SymbolUserOpInterface>
      ], traits)>;

#endif // DSV4_IR_DSV4BASE_TD
