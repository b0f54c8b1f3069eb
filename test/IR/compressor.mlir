// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// The main compressor of a ratio-4 layer: windows overlap, rows are rounded through FP8. Tables by position.
// CHECK-LABEL: func @ratio_4
// CHECK-SAME: %[[X:[^ ]*]]: tensor<1x9x24xbf16>, %[[WKV:[^ ]*]]: tensor<1024x24xbf16>, %[[WGATE:[^ ]*]]: tensor<1024x24xbf16>
// CHECK-SAME: %[[APE:[^ ]*]]: tensor<4x1024xf32>, %[[NORM:[^ ]*]]: tensor<512xbf16>, %[[COS:[^ ]*]]: tensor<16x32xf32>, %[[SIN:[^ ]*]]: tensor<16x32xf32>
// CHECK-SAME: %[[KV:[^ ]*]]: tensor<1x8x1024xf32>, %[[SCORE:[^ ]*]]: tensor<1x8x1024xf32>, %[[START:[^ ]*]]: tensor<1xi32>, %[[LENS:[^ ]*]]: tensor<1xi32>
func.func @ratio_4(%x: tensor<1x9x24xbf16>, %wkv: tensor<1024x24xbf16>, %wgate: tensor<1024x24xbf16>, %ape: tensor<4x1024xf32>, %norm: tensor<512xbf16>,
                   %cos: tensor<16x32xf32>, %sin: tensor<16x32xf32>, %kv: tensor<1x8x1024xf32>, %score: tensor<1x8x1024xf32>,
                   %start: tensor<1xi32>, %lens: tensor<1xi32>) -> (tensor<1x3x512xbf16>, tensor<1x3xi32>, tensor<1x8x1024xf32>, tensor<1x8x1024xf32>) {
  // CHECK: dsv4.compressor(%[[X]], %[[WKV]], %[[WGATE]], %[[APE]], %[[NORM]], %[[COS]], %[[SIN]], %[[KV]], %[[SCORE]], %[[START]], %[[LENS]])
  // CHECK-SAME: {norm_eps = 9.9999999999999995E-7 : f64, overlap = true, quant = #dsv4.compressor_quant<fp8_nope>, ratio = 4 : i64}
  // CHECK-SAME: -> (tensor<1x3x512xbf16>, tensor<1x3xi32>, tensor<1x8x1024xf32>, tensor<1x8x1024xf32>)
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %score, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp8_nope>, ratio = 4 : i64}
      : (tensor<1x9x24xbf16>, tensor<1024x24xbf16>, tensor<1024x24xbf16>, tensor<4x1024xf32>, tensor<512xbf16>, tensor<16x32xf32>, tensor<16x32xf32>,
         tensor<1x8x1024xf32>, tensor<1x8x1024xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x3x512xbf16>, tensor<1x3xi32>, tensor<1x8x1024xf32>, tensor<1x8x1024xf32>)
  return %rows, %slots, %new_kv, %new_score : tensor<1x3x512xbf16>, tensor<1x3xi32>, tensor<1x8x1024xf32>, tensor<1x8x1024xf32>
}

// The indexer's compressor: rotated by Hadamard and rounded through FP4. Tables by row. Weights may have another type than x.
// CHECK-LABEL: func @indexer
func.func @indexer(%x: tensor<2x5x24xf16>, %wkv: tensor<256x24xf32>, %wgate: tensor<256x24xbf16>, %ape: tensor<4x256xf32>, %norm: tensor<128xf32>,
                   %cos: tensor<2x2x32xf32>, %sin: tensor<2x2x32xf32>, %kv: tensor<2x8x256xf32>, %score: tensor<2x8x256xf32>,
                   %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x2x128xf16> {
  // CHECK: {norm_eps = {{[^,]*}}, overlap = true, quant = #dsv4.compressor_quant<fp4_rotated>, ratio = 4 : i64}
  // CHECK-SAME: -> (tensor<2x2x128xf16>, tensor<2x2xi32>, tensor<2x8x256xf32>, tensor<2x8x256xf32>)
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %score, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp4_rotated>, ratio = 4 : i64}
      : (tensor<2x5x24xf16>, tensor<256x24xf32>, tensor<256x24xbf16>, tensor<4x256xf32>, tensor<128xf32>, tensor<2x2x32xf32>, tensor<2x2x32xf32>,
         tensor<2x8x256xf32>, tensor<2x8x256xf32>, tensor<2xi32>, tensor<2xi32>)
     -> (tensor<2x2x128xf16>, tensor<2x2xi32>, tensor<2x8x256xf32>, tensor<2x8x256xf32>)
  return %rows : tensor<2x2x128xf16>
}

// Ratio 128: windows do not overlap. Neither is printed, nor that nothing is rounded: these are the defaults.
// CHECK-LABEL: func @ratio_128
func.func @ratio_128(%x: tensor<1x130x24xf32>, %w: tensor<32x24xf32>, %ape: tensor<128x32xf32>, %norm: tensor<32xf32>,
                     %cos: tensor<256x4xf32>, %sin: tensor<256x4xf32>, %state: tensor<1x128x32xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x2x32xf32> {
  // CHECK: {norm_eps = {{[^,]*}}, ratio = 128 : i64} :
  // CHECK-SAME: -> (tensor<1x2x32xf32>, tensor<1x2xi32>, tensor<1x128x32xf32>, tensor<1x128x32xf32>)
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %w, %w, %ape, %norm, %cos, %sin, %state, %state, %start, %lens)
      {norm_eps = 1.0e-6, overlap = false, quant = #dsv4.compressor_quant<none>, ratio = 128 : i64}
      : (tensor<1x130x24xf32>, tensor<32x24xf32>, tensor<32x24xf32>, tensor<128x32xf32>, tensor<32xf32>, tensor<256x4xf32>, tensor<256x4xf32>,
         tensor<1x128x32xf32>, tensor<1x128x32xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x2x32xf32>, tensor<1x2xi32>, tensor<1x128x32xf32>, tensor<1x128x32xf32>)
  return %rows : tensor<1x2x32xf32>
}

// Only the width of a row and of its rotated part are static.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xf32>, %w: tensor<?x?xf32>, %ape: tensor<?x?xf32>, %norm: tensor<32xf32>,
                   %cos: tensor<?x?x4xf32>, %sin: tensor<?x?x?xf32>, %state: tensor<?x?x?xf32>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x?x?xf32> {
  // CHECK: -> (tensor<?x?x?xf32>, tensor<?x?xi32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>)
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %w, %w, %ape, %norm, %cos, %sin, %state, %state, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<?x?x?xf32>, tensor<?x?xf32>, tensor<?x?xf32>, tensor<?x?xf32>, tensor<32xf32>, tensor<?x?x4xf32>, tensor<?x?x?xf32>,
         tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?xi32>, tensor<?xi32>)
     -> (tensor<?x?x?xf32>, tensor<?x?xi32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>)
  return %rows : tensor<?x?x?xf32>
}

// Other ratios of the family, no tokens, and rows that are rotated throughout.
// CHECK-LABEL: func @ratio_1
func.func @ratio_1(%x: tensor<1x0x24xf32>, %w: tensor<8x24xf32>, %ape: tensor<1x8xf32>, %norm: tensor<8xf32>,
                   %cos: tensor<1x4xf32>, %sin: tensor<1x4xf32>, %state: tensor<1x1x8xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x0x8xf32> {
  // CHECK: quant = #dsv4.compressor_quant<fp8_nope>, ratio = 1 : i64}
  // CHECK-SAME: -> (tensor<1x0x8xf32>, tensor<1x0xi32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>)
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %w, %w, %ape, %norm, %cos, %sin, %state, %state, %start, %lens)
      {norm_eps = 1.0e-6, quant = #dsv4.compressor_quant<fp8_nope>, ratio = 1 : i64}
      : (tensor<1x0x24xf32>, tensor<8x24xf32>, tensor<8x24xf32>, tensor<1x8xf32>, tensor<8xf32>, tensor<1x4xf32>, tensor<1x4xf32>,
         tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x0x8xf32>, tensor<1x0xi32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>)
  return %rows : tensor<1x0x8xf32>
}
