//===- Report.h - Cost and work as JSON and its views -----------*- C++ -*-===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_REPORT_H
#define DSV4_COST_REPORT_H

#include "dsv4/Cost/CostAnalysis.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

namespace mlir::dsv4 {

/// Version of both reports; lib/Cost/cost-report.schema.json describes them. It grows
/// when a key changes its meaning or goes away.
inline constexpr int64_t kReportSchemaVersion = 1;

/// The cost report. It is complete: the views below show nothing that is not in it.
llvm::json::Value toJSON(const CostResult &result);
/// The work report: the same kernels without a device.
llvm::json::Value toJSON(const WorkResult &result);

/// The report as text: keys sorted, numbers with the fewest digits that read back as the same number.
void printReport(const llvm::json::Value &report, llvm::raw_ostream &os);

/// A verdict, a row per kernel, the total, and what the columns mean; at most 100
/// columns of ASCII.
void printCostTable(const llvm::json::Value &report, llvm::raw_ostream &os);
/// One row per kernel. Columns and their order do not depend on the input.
void printCostCSV(const llvm::json::Value &report, llvm::raw_ostream &os);
/// An analysis remark of category `dsv4-cost` at every kernel's op, through the remark
/// engine if its filters take it (`--remarks-filter=`), else as a diagnostic.
void emitCostRemarks(const llvm::json::Value &report, const CostResult &result);
/// One paragraph per kernel with exact counts.
void printWorkText(const llvm::json::Value &report, llvm::raw_ostream &os);

} // namespace mlir::dsv4

#endif // DSV4_COST_REPORT_H
