//===- Passes.td - Passes of the cost model -------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_COST_PASSES_TD
#define DSV4_COST_PASSES_TD

include "mlir/Pass/PassBase.td"

def DSV4AttachDevicePass : Pass<"dsv4-attach-device", "::mlir::ModuleOp"> {
  let summary = "states on the module which device runs it";
  let description = [{
    Reads a device file, a built-in one or one of the user, checks units, ranges and
    completeness, and writes its facts as upstream DLTI into the module:

    ```mlir
    module attributes {dlti.target_system_spec = #dlti.target_system_spec<
      "accelerator" = #dlti.target_device_spec<
        "name" = "h100-sxm", "family" = "hopper", "compute_units" = 132 : i64,
        "memory_bandwidth_gb_per_s" = 3.350000e+03 : f64, ...>>}
    ```

    `dsv4-estimate-cost` reads only that attribute, so IR that states it by hand works
    as well. A device that the module states already is replaced; other entries stay.
    Built-in devices, and how to write a file: docs/cost-model.md.

    Example: `dsv4-opt model.mlir --dsv4-attach-device="device=h100-sxm set=memory_bandwidth=+10%"`
  }];
  let options = [
    Option<"device", "device", "std::string", /*default=*/"", "Name of a built-in device">,
    Option<"file", "file", "std::string", /*default=*/"", "Path of a device file">,
    ListOption<"set", "set", "std::string",
               "Changed facts, `key=number` in the fact's unit or `key=+10%`, separated by commas">,
  ];
  let dependentDialects = ["::mlir::DLTIDialect"];
}

def DSV4EstimateCostPass : Pass<"dsv4-estimate-cost", "::mlir::ModuleOp"> {
  let summary = "prints what a function costs on the module's device, kernel by kernel";
  let description = [{
    Prices one execution of a function: walks its calls and constant loops, takes the
    work of every op, and turns it into time with the laws of the stack and the
    efficiencies of the device. The report names, per kernel, its time, what bounds
    it, its share, the distance from the roofline, bytes and FLOPs. A `dsv4.kernel`
    is one launch whose memory is counted at its boundary; `dsv4-fuse` makes them.

    An op without a work model is an error that names it; with `allow-unmodelled` the
    report lists it instead. The module needs a device (`dsv4-attach-device`). IR is
    not changed; write `-o /dev/null` to see the report alone.

    Formats: `table` for people; `json`, complete and versioned
    (lib/Cost/cost-report.schema.json); `csv`, one row per kernel in fixed columns;
    `remark`, an analysis remark with metrics at every op.

    Example:

    ```
    dsv4-opt layer.mlir --dsv4-attach-device=device=h100-sxm
        --dsv4-estimate-cost="stack=vllm bind=arg0:0=4096" -o /dev/null
    ```
  }];
  let options = [
    Option<"format", "format", "std::string", /*default=*/"\"table\"", "table, json, csv or remark">,
    Option<"function", "function", "std::string", /*default=*/"",
           "Function to price (default: main, or the only public function)">,
    ListOption<"bind", "bind", "std::string",
               "Sizes of dynamic dimensions, `arg0:1=64`, values of integer arguments, `arg2=7`, and elements of "
               "tensors of integers, `arg2=0*3/9` (0 three times, then 9) or one for all, `arg2=0`; an argument may be "
               "given by its `dsv4.name`, several by the beginning, `cache.*:0=64`">,
    Option<"stack", "stack", "std::string", /*default=*/"", "Built-in stack (default: the device's)">,
    Option<"stackFile", "stack-file", "std::string", /*default=*/"", "Path of a stack file">,
    Option<"allowUnmodelled", "allow-unmodelled", "bool", /*default=*/"false",
           "List ops without a work model in the report instead of failing">,
    Option<"output", "output", "std::string", /*default=*/"\"-\"", "File for the report, - for standard output">,
  ];
}

def DSV4PrintWorkPass : Pass<"dsv4-print-work", "::mlir::ModuleOp"> {
  let summary = "prints the device-independent work of a function";
  let description = [{
    What a function does, whatever runs it: per kernel the FLOPs by engine and type,
    the bytes by class of operand, the independent tiles and the named sizes that laws
    use. The same walk as `dsv4-estimate-cost`, and exact: counts are closed forms.

    Formats: `text`, `json`.
  }];
  let options = [
    Option<"format", "format", "std::string", /*default=*/"\"text\"", "text or json">,
    Option<"function", "function", "std::string", /*default=*/"",
           "Function to describe (default: main, or the only public function)">,
    ListOption<"bind", "bind", "std::string",
               "Sizes of dynamic dimensions, `arg0:1=64`, values of integer arguments, `arg2=7`, and elements of "
               "tensors of integers, `arg2=0*3/9` (0 three times, then 9) or one for all, `arg2=0`; an argument may be "
               "given by its `dsv4.name`, several by the beginning, `cache.*:0=64`">,
    Option<"allowUnmodelled", "allow-unmodelled", "bool", /*default=*/"false",
           "List ops without a work model instead of failing">,
    Option<"output", "output", "std::string", /*default=*/"\"-\"", "File for the report, - for standard output">,
  ];
}

#endif // DSV4_COST_PASSES_TD
