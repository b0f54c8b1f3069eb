//===- DSV4Interfaces.td - Interfaces of dsv4 ops -------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_IR_DSV4INTERFACES_TD
#define DSV4_IR_DSV4INTERFACES_TD

include "mlir/IR/OpBase.td"

def TypeRuleOpInterface : OpInterface<"TypeRuleOpInterface"> {
  let cppNamespace = "::mlir::dsv4";
  let description = [{
    The result types of an op as a function of its operand *types*.
    `InferTypeOpInterface` takes operand values, so it cannot answer "what if
    the batch were 64?"; this can. Both call the op's `inferTypes`.
  }];
  let methods = [
    InterfaceMethod<[{
        Infers the result types when each operand had the type `typeOf` says.
        Emits a located error and fails when a constraint of the op does not
        hold for these types.
      }],
      "::llvm::LogicalResult", "inferResultTypes",
      (ins "::llvm::function_ref<::mlir::RankedTensorType(::mlir::Value)>":$typeOf,
           "::llvm::SmallVectorImpl<::mlir::Type> &":$results)>,
    InterfaceMethod<[{
        The sizes that must agree when the op runs because the operand types
        leave them open.
      }],
      "::llvm::SmallVector<::mlir::dsv4::SizeAgreement>", "getSizeAgreements", (ins)>,
    InterfaceMethod<[{
        Which dimension of the op each dimension of its operands is, by the names of
        the table of shapes.
      }],
      "::llvm::SmallVector<::mlir::dsv4::NamedDimension>", "getNamedDimensions", (ins)>,
  ];
  // Stands before InferTypeOpInterface in the list of traits, so that a wrong
  // op gets this one error and not a second, general one.
  let verify = [{ return ::mlir::dsv4::detail::verifyTypeRule($_op); }];
}

def WorkOpInterface : OpInterface<"WorkOpInterface"> {
  let cppNamespace = "::mlir::dsv4";
  let description = [{
    What an op does, whatever device runs it: kernels with their arithmetic per
    engine and element type, their bytes per class of operand, their independent
    parts, and the sizes that laws of time ask for (`Work.h`).
  }];
  let methods = [
    InterfaceMethod<[{
        Adds the kernels of the op. `work.typeOf` answers for operands and results
        with static types, which need not be the types in the IR. Call it through
        `mlir::dsv4::describeWork`, which checks that.
      }],
      "::llvm::LogicalResult", "describeWork", (ins "::mlir::dsv4::WorkBuilder &":$work)>,
  ];
}

def RequestSizedOpInterface : OpInterface<"RequestSizedOpInterface"> {
  let cppNamespace = "::mlir::dsv4";
  let description = [{
    An op with one result whose last dimension follows from the *values* of
    `start_pos` and `query_lens`, which no type rule can see. Whoever knows the
    requests (the cost model) learns the size here.
  }];
  let methods = [
    InterfaceMethod<"", "::mlir::Value", "getStartPos", (ins)>,
    InterfaceMethod<"", "::mlir::Value", "getQueryLens", (ins)>,
    InterfaceMethod<"Smallest last dimension of the result that serves these requests.",
      "int64_t", "widthFor", (ins "::llvm::ArrayRef<::mlir::dsv4::RequestGroup>":$requests)>,
  ];
}

def IndexListOpInterface : OpInterface<"IndexListOpInterface"> {
  let cppNamespace = "::mlir::dsv4";
  let description = [{
    An op that makes a list of row or slot numbers with -1 for "none". It knows how
    many are none, which the work of the op that reads the list depends on.
  }];
  let methods = [
    InterfaceMethod<"", "::mlir::Value", "getStartPos", (ins)>,
    InterfaceMethod<"", "::mlir::Value", "getQueryLens", (ins)>,
    InterfaceMethod<"The result that is the list.", "::mlir::Value", "getIndexList", (ins)>,
    InterfaceMethod<"Adds the entries that are not -1, the rows that they name, and what made the list.",
      "void", "describeEntries", (ins "::llvm::ArrayRef<::mlir::dsv4::RequestGroup>":$requests,
                                      "::mlir::dsv4::IndexFacts &":$facts)>,
  ];
}

#endif // DSV4_IR_DSV4INTERFACES_TD
