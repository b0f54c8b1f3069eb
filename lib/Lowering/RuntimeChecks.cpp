//===- RuntimeChecks.cpp - Turns cf.assert into a report to the caller ----===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "dsv4/Lowering/Passes.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/ControlFlow/IR/ControlFlowOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace mlir::dsv4 {
#define GEN_PASS_DEF_DSV4RUNTIMECHECKSPASS
#include "dsv4/Lowering/Passes.h.inc"
} // namespace mlir::dsv4

using namespace mlir;

namespace {

constexpr StringRef reportName = "dsv4rt_check_failed";

struct RuntimeChecks : dsv4::impl::DSV4RuntimeChecksPassBase<RuntimeChecks> {
  using Base::Base;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    SmallVector<cf::AssertOp> asserts;
    module.walk([&](cf::AssertOp op) { asserts.push_back(op); });
    if (asserts.empty())
      return;

    SymbolTable symbols(module);
    auto pointer = LLVM::LLVMPointerType::get(&getContext());
    auto report = symbols.lookup<LLVM::LLVMFuncOp>(reportName);
    if (!report) {
      ImplicitLocOpBuilder b(module.getLoc(), &getContext());
      auto type = LLVM::LLVMFunctionType::get(LLVM::LLVMVoidType::get(&getContext()), {pointer});
      report = LLVM::LLVMFuncOp::create(b, reportName, type);
      symbols.insert(report, module.getBody()->begin());
    }

    llvm::StringMap<LLVM::GlobalOp> messages;
    for (cf::AssertOp op : asserts) {
      ImplicitLocOpBuilder b(op.getLoc(), op);
      LLVM::GlobalOp &message = messages[op.getMsg()];
      if (!message) {
        std::string text = op.getMsg().str();
        text.push_back('\0');
        auto type = LLVM::LLVMArrayType::get(b.getI8Type(), text.size());
        OpBuilder::InsertionGuard guard(b);
        b.clearInsertionPoint();
        message = LLVM::GlobalOp::create(b, type, /*isConstant=*/true, LLVM::Linkage::Private, "dsv4_check_message",
                                         b.getStringAttr(text));
        symbols.insert(message, module.getBody()->begin());
      }
      Value isFalse = arith::XOrIOp::create(b, op.getArg(), arith::ConstantOp::create(b, b.getBoolAttr(true)));
      scf::IfOp::create(b, isFalse, [&](OpBuilder &nested, Location loc) {
        ImplicitLocOpBuilder body(loc, nested);
        Value address = LLVM::AddressOfOp::create(body, message);
        LLVM::CallOp::create(body, report, ValueRange(address));
        scf::YieldOp::create(body);
      });
      op.erase();
    }
  }
};
} // namespace
