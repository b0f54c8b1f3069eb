// Generic form and locations, as `torch-mlir-opt --mlir-print-op-generic` and `--mlir-print-debuginfo` print them.
// RUN: dsv4-opt %s --mlir-print-debuginfo | FileCheck %s

#loc1 = loc("op_cases.py":21:0)
// CHECK: #[[LOC:.*]] = loc("op_cases.py":21:0)
"builtin.module"() ({
  "func.func"() <{function_type = (!torch.vtensor<[16,32],bf16>) -> !torch.vtensor<[16,32],bf16>, sym_name = "generic"}> ({
  ^bb0(%arg0: !torch.vtensor<[16,32],bf16>):
    %0 = "torch.constant.float"() <{value = 1.000000e+01 : f64}> : () -> !torch.float
    // CHECK: "torch.operator"(%{{.*}}) <{name = "torch.tensor_cast.v4_clamped_swiglu"}>
    %1 = "torch.operator"(%arg0, %arg0, %0) <{name = "torch.tensor_cast.v4_clamped_swiglu"}> : (!torch.vtensor<[16,32],bf16>, !torch.vtensor<[16,32],bf16>, !torch.float) -> !torch.vtensor<[16,32],bf16>
    "func.return"(%1) : (!torch.vtensor<[16,32],bf16>) -> ()
  }) : () -> ()

  func.func @debug(%arg0: !torch.vtensor<[16,32],bf16> loc("op_cases.py":21:0)) -> !torch.vtensor<[16,32],bf16> {
    // CHECK: "torch.constant.float"() <{value = 1.000000e+01 : f64}> : () -> !torch.float loc(#[[LOC]])
    %float1.000000e01 = torch.constant.float 1.000000e+01 loc(#loc1)
    // CHECK: "torch.operator"{{.*}} loc(#[[LOC]])
    %0 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%arg0, %arg0, %float1.000000e01) : (!torch.vtensor<[16,32],bf16>, !torch.vtensor<[16,32],bf16>, !torch.float) -> !torch.vtensor<[16,32],bf16>  loc(#loc1)
    return %0 : !torch.vtensor<[16,32],bf16> loc(#loc1)
  } loc(#loc1)
}) : () -> ()
