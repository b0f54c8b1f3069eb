// The facts that every device must state, and nothing else.
module attributes {dlti.target_system_spec = #dlti.target_system_spec<"accelerator" = #dlti.target_device_spec<
    "name" = "sketch", "family" = "unknown", "compute_units" = 10 : i32, "matrix_bf16_tflop_per_s" = 100.0 : f32,
    "vector_f32_tflop_per_s" = 10 : i64, "special_function_top_per_s" = 1 : i64, "memory_bandwidth_gb_per_s" = 2000 : i64,
    "memory_capacity_gb" = 16 : i64, "l2_capacity_mb" = 1 : i64, "l2_usable_share" = 1 : i64,
    "streaming_efficiency" = 0.5 : f64, "matmul_efficiency_bf16" = 0.5 : f64,
    "matmul_streaming_efficiency_bf16" = 0.5 : f64, "kernel_floor_us" = 1 : i64, "matmul_floor_bf16_us" = 1 : i64>>} {
  func.func @main(%x: tensor<1000x1000xf32>) -> tensor<1000x1000xf32> {
    %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<1000x1000xf32>) -> tensor<1000x1000xf32>
    return %y : tensor<1000x1000xf32>
  }
}
