// dsv4-attach-device writes a device file into the module as upstream DLTI.
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm | FileCheck %s
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml | FileCheck %s --check-prefix=FILE
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm --dsv4-attach-device=device=b200-sxm | FileCheck %s --check-prefix=AGAIN
// RUN: dsv4-opt %s --dsv4-attach-device="device=h100-sxm set=memory_bandwidth=+10%%,compute_units=66,matrix_f8=-50%%" \
// RUN:   | FileCheck %s --check-prefix=SET

// Every built-in file is complete and inside the ranges.
// RUN: dsv4-opt %s --dsv4-attach-device=device=h200-sxm | FileCheck %s --check-prefix=H200
// RUN: dsv4-opt %s --dsv4-attach-device=device=gb200 | FileCheck %s --check-prefix=GB200
// RUN: dsv4-opt %s --dsv4-attach-device=device=gb300 | FileCheck %s --check-prefix=GB300
// RUN: dsv4-opt %s --dsv4-attach-device=device=ascend-910c | FileCheck %s --check-prefix=ASCEND

// The device of another part of the system stays.
// CHECK:      module attributes {dlti.target_system_spec = #dlti.target_system_spec<
// CHECK-SAME: "CPU" = #dlti.target_device_spec<"max_vector_op_width" = 512 : i64>
// CHECK-SAME: "accelerator" = #dlti.target_device_spec<
// CHECK-SAME: "name" = "h100-sxm"
// CHECK-SAME: "family" = "hopper"
// CHECK-SAME: "default_stack" = "vllm"
// CHECK-SAME: "origin" = "h100-sxm.yaml"
// CHECK-SAME: "compute_units" = 132 : i64
// CHECK-SAME: "matrix_bf16_tflop_per_s" = 9.890000e+02 : f64
// CHECK-SAME: "memory_bandwidth_gb_per_s" = 3.350000e+03 : f64
// CHECK-SAME: "memory_capacity_gb" = 8.000000e+01 : f64

// Units of the file become those of the keys: 1 TB/s, 50 percent, 3000 ns.
// FILE:      "accelerator"
// FILE-SAME: "memory_bandwidth_gb_per_s" = 1.000000e+03 : f64
// FILE-SAME: "l2_usable_share" = 5.000000e-01 : f64
// FILE-SAME: "matmul_floor_bf16_us" = 3.000000e+00 : f64

// AGAIN-COUNT-1: "accelerator"
// AGAIN-SAME:    "name" = "b200-sxm"
// AGAIN-NOT:     "accelerator"

// SET:      "accelerator"
// SET-SAME: "origin" = "h100-sxm.yaml with memory_bandwidth=+10% with compute_units=66 with matrix_f8=-50%"
// SET-SAME: "compute_units" = 66 : i64
// SET-SAME: "matrix_f8_tflop_per_s" = 9.895000e+02 : f64
// SET-SAME: "memory_bandwidth_gb_per_s" = 3.685000e+03 : f64

// H200 states only what differs from the H100 that it derives from.
// H200:      "accelerator"
// H200-SAME: "name" = "h200-sxm"
// H200-SAME: "compute_units" = 132 : i64
// H200-SAME: "memory_bandwidth_gb_per_s" = 4.800000e+03 : f64

// GB200:      "accelerator"
// GB200-SAME: "family" = "blackwell"
// GB200-SAME: "compute_units" = 152 : i64
// GB300:      "accelerator"
// GB300-SAME: "compute_units" = 152 : i64
// GB300-SAME: "matrix_f4_tflop_per_s" = 1.500000e+04 : f64
// ASCEND:      "accelerator"
// ASCEND-SAME: "family" = "ascend"
// ASCEND-SAME: "default_stack" = "cann"
// ASCEND-SAME: "memory_bandwidth_gb_per_s" = 1.600000e+03 : f64
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "CPU" = #dlti.target_device_spec<"max_vector_op_width" = 512 : i64>>} {
}
