// Work of linear: T rows of K inputs, N outputs; the weight in the bytes that it has.
// RUN: dsv4-opt %s --dsv4-print-work=function=plain -o /dev/null | FileCheck %s --check-prefix=PLAIN
// RUN: dsv4-opt %s --dsv4-print-work=function=mixed -o /dev/null | FileCheck %s --check-prefix=MIXED
// RUN: dsv4-opt %s --dsv4-print-work=function=fp8 -o /dev/null | FileCheck %s --check-prefix=FP8
// RUN: dsv4-opt %s --dsv4-print-work=function=fp4 -o /dev/null | FileCheck %s --check-prefix=FP4

// T = 5, K = 4096, N = 1024, bf16.
//   matrix   T * 2NK = 41943040     weights  2NK = 8388608     read  40960     write  10240     tiles  16
// PLAIN-LABEL: kernel linear, dsv4.linear
// PLAIN-NEXT:  matrix bf16: 41943040 flop
// PLAIN-NEXT:  read weights: 8388608 bytes
// PLAIN-NEXT:  read activations: 40960 bytes
// PLAIN-NEXT:  write: 10240 bytes
// PLAIN-NEXT:  parallel tiles: 16
// PLAIN-NEXT:  sizes: element_bytes 2, k 4096, m 5, n 1024, tokens 5
func.func @plain(%x: tensor<5x4096xbf16>, %w: tensor<1024x4096xbf16>) -> tensor<5x1024xbf16> {
  %y = dsv4.linear(%x, %w) : (tensor<5x4096xbf16>, tensor<1024x4096xbf16>) -> tensor<5x1024xbf16>
  return %y : tensor<5x1024xbf16>
}

// Unequal types are multiplied in f32; the result has the type that output_type says: 4 * 5 * 8.
// MIXED-LABEL: kernel linear, dsv4.linear
// MIXED-NEXT:  matrix f32: 1280 flop
// MIXED-NEXT:  read weights: 512 bytes
// MIXED-NEXT:  read activations: 160 bytes
// MIXED-NEXT:  write: 160 bytes
func.func @mixed(%x: tensor<5x16xbf16>, %w: tensor<8x16xf32>) -> tensor<5x8xf32> {
  %y = dsv4.linear(%x, %w) {output_type = f32} : (tensor<5x16xbf16>, tensor<8x16xf32>) -> tensor<5x8xf32>
  return %y : tensor<5x8xf32>
}

// Codes of f8 and 8 * 32 scales: products of f8, and 20480 activations quantised in 160 blocks of 128: 5 * 20480 + 480,
// 160 quotients. Weights 4194304 + 256.
// FP8-LABEL: kernel linear, dsv4.linear
// FP8-NEXT:  matrix f8E4M3FN: 41943040 flop
// FP8-NEXT:  vector f32: 102880 flop
// FP8-NEXT:  special_function f32: 160 flop
// FP8-NEXT:  read weights: 4194560 bytes
// FP8-NEXT:  read activations: 40960 bytes
// FP8-NEXT:  write: 10240 bytes
func.func @fp8(%x: tensor<5x4096xbf16>, %codes: tensor<1024x4096xf8E4M3FN>, %scales: tensor<8x32xf8E8M0FNU>)
    -> tensor<5x1024xbf16> {
  %y = dsv4.linear(%x, %codes, %scales)
      : (tensor<5x4096xbf16>, tensor<1024x4096xf8E4M3FN>, tensor<8x32xf8E8M0FNU>) -> tensor<5x1024xbf16>
  return %y : tensor<5x1024xbf16>
}

// Two codes of f4 per byte, a scale per 32: 2097152 + 131072. The products are those of f8 activations.
// FP4-LABEL: kernel linear, dsv4.linear
// FP4-NEXT:  matrix f8E4M3FN: 41943040 flop
// FP4-NEXT:  vector f32: 102880 flop
// FP4-NEXT:  special_function f32: 160 flop
// FP4-NEXT:  read weights: 2228224 bytes
// FP4:       sizes: element_bytes 2, k 4096, m 5, n 1024, tokens 5
func.func @fp4(%x: tensor<5x4096xbf16>, %codes: tensor<1024x2048xi8>, %scales: tensor<1024x128xf8E8M0FNU>)
    -> tensor<5x1024xbf16> {
  %y = dsv4.linear(%x, %codes, %scales)
      : (tensor<5x4096xbf16>, tensor<1024x2048xi8>, tensor<1024x128xf8E8M0FNU>) -> tensor<5x1024xbf16>
  return %y : tensor<5x1024xbf16>
}
