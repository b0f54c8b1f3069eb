// What is wrong with a device that is written by hand.
// RUN: dsv4-opt %s --split-input-file --verify-diagnostics --dsv4-estimate-cost -o /dev/null

// expected-error @+1 {{has no device: run dsv4-attach-device{device=...} or write "accelerator" into dlti.target_system_spec}}
module {
  func.func @main() { return }
}

// -----

// expected-error @+1 {{has no device}}
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "CPU" = #dlti.target_device_spec<"name" = "x86">>} {
  func.func @main() { return }
}

// -----

// expected-error @+1 {{unknown key 'memory_bandwidth' of the device; valid keys: name, title, family, default_stack, origin, compute_units, }}
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "accelerator" = #dlti.target_device_spec<"name" = "x", "family" = "y", "memory_bandwidth" = 3350 : i64>>} {
  func.func @main() { return }
}

// -----

// expected-error @+1 {{'memory_bandwidth_gb_per_s' of the device is -1 : i64, expected a number from 1 to 1e+06}}
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "accelerator" = #dlti.target_device_spec<"name" = "x", "family" = "y", "memory_bandwidth_gb_per_s" = -1 : i64>>} {
  func.func @main() { return }
}

// -----

// expected-error @+1 {{'memory_bandwidth_gb_per_s' of the device is 0x7FC00000 : f32, expected a number from 1 to 1e+06}}
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "accelerator" = #dlti.target_device_spec<"name" = "x", "family" = "y", "memory_bandwidth_gb_per_s" = 0x7FC00000 : f32>>} {
  func.func @main() { return }
}

// -----

// expected-error @+1 {{'compute_units' of the device is "many", expected a number from 1 to 100000}}
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "accelerator" = #dlti.target_device_spec<"name" = "x", "family" = "y", "compute_units" = "many">>} {
  func.func @main() { return }
}

// -----

// expected-error @+1 {{'name' of the device must be a string}}
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "accelerator" = #dlti.target_device_spec<"name" = 7 : i64>>} {
  func.func @main() { return }
}

// -----

// expected-error @+1 {{device has no 'matrix_bf16_tflop_per_s' (dense matrix peak, bf16 and f16)}}
module attributes {dlti.target_system_spec = #dlti.target_system_spec<
    "accelerator" = #dlti.target_device_spec<"name" = "x", "family" = "y", "compute_units" = 100 : i64>>} {
  func.func @main() { return }
}
