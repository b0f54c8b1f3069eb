// Work of compressor: N new tokens, E rows emitted, L slots of them that hold a token.
// RUN: dsv4-opt %s --dsv4-print-work="function=overlap bind=arg9=0/7/5,arg10=9/1/2" -o /dev/null | FileCheck %s --check-prefix=OVERLAP
// RUN: dsv4-opt %s --dsv4-print-work="function=fp8 bind=arg9=0/7/5,arg10=9/1/2" -o /dev/null | FileCheck %s --check-prefix=FP8
// RUN: dsv4-opt %s --dsv4-print-work="function=fp4 bind=arg9=7,arg10=1" -o /dev/null | FileCheck %s --check-prefix=FP4
// RUN: dsv4-opt %s --dsv4-print-work="function=fp4 bind=arg9=6,arg10=1" -o /dev/null | FileCheck %s --check-prefix=SILENT

// Three requests, ratio 4 with overlap (c = 2), d = 32, rd = 8, D = 24, all f32. cd = 64.
//   start  new   rows          slots with a token      elements of each state read     and written
//   0      9     0, 1          8 - 4 + 8 = 12          0                               token 8: 64; window 4..7: 4 * 32
//   7      1     1             8                       tokens 4..6: 3 * 64             window 4..7: 4 * 32
//                                                      window 0..3: 4 * 32
//   5      2     none          0                       0                               tokens 5, 6: 2 * 64
//   N = 12, E = 3, L = 20, state 320 read, 448 written
//   matrix   N * 4cdD = 73728
//   vector   N * cd = 768 (ape), L * d * 5 = 3200 (softmax, weighted sum), E * (4d + 2 + 3rd) = 462 (norm, rotation)
//   special  L * d = 640, E * (d + 1) = 99
//   weights  2 * 64 * 24 * 4 = 12288, norm 128, ape 4 * 64 * 4 = 1024: 13440
//   read     x 12 * 24 * 4 = 1152, states 2 * 4 * 320 = 2560, cos and sin 2 * 4 * 3 * 4 = 96, positions 24
//   write    rows 3 * 32 * 4 = 384, slots 4 * 9 = 36, states 2 * 4 * 448 = 3584: 4004
// OVERLAP-LABEL: kernel compressor, dsv4.compressor
// OVERLAP-NEXT:  matrix f32: 73728 flop
// OVERLAP-NEXT:  vector f32: 4430 flop
// OVERLAP-NEXT:  special_function f32: 739 flop
// OVERLAP-NEXT:  read weights: 13440 bytes
// OVERLAP-NEXT:  read activations: 1152 bytes
// OVERLAP-NEXT:  read cache: 2560 bytes
// OVERLAP-NEXT:  read gathered_rows: 96 bytes
// OVERLAP-NEXT:  read indices: 24 bytes
// OVERLAP-NEXT:  write: 4004 bytes
// OVERLAP-NEXT:  parallel tiles: 2
// OVERLAP-NEXT:  sizes: k 24, m 12, n 128, ratio 4, rows 3, tokens 12, width 32
func.func @overlap(%x: tensor<3x9x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>,
                   %norm: tensor<32xf32>, %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv: tensor<3x8x64xf32>,
                   %score: tensor<3x8x64xf32>, %start: tensor<3xi32>, %lens: tensor<3xi32>)
    -> (tensor<3x3x32xf32>, tensor<3x3xi32>, tensor<3x8x64xf32>, tensor<3x8x64xf32>) {
  %0:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %score, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<3x9x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>,
         tensor<16x4xf32>, tensor<3x8x64xf32>, tensor<3x8x64xf32>, tensor<3xi32>, tensor<3xi32>)
     -> (tensor<3x3x32xf32>, tensor<3x3xi32>, tensor<3x8x64xf32>, tensor<3x8x64xf32>)
  return %0#0, %0#1, %0#2, %0#3 : tensor<3x3x32xf32>, tensor<3x3xi32>, tensor<3x8x64xf32>, tensor<3x8x64xf32>
}

// The same requests, ratio 8 without overlap, d = 72, rd = 8; x and wkv in bf16, wgate in f32.
//   start 0, 9 new: row 0, token 8 stays; 7, 1 new: row 0 with 7 tokens of the state; 5, 2 new: tokens 5, 6 stay
//   N = 12, E = 2, L = 16, state 7 * 72 = 504 read, 3 * 72 = 216 written
//   matrix   N * 2dD = 41472 in bf16 and as much in f32
//   vector   864 + 16 * 72 * 5 + 2 * (4 * 72 + 2 + 24) = 7252
//            the 2 * 64 channels before the rotated ones through f8: 6 * 128 + 3 * 2 = 774
//   special  16 * 72 + 2 * 73 + 2 = 1300
//   weights  3456 + 6912 + 144 + ape 8 * 72 * 4 = 2304: 12816
//   write    rows 2 * 72 * 2 = 288, slots 4 * 6 = 24, states 2 * 4 * 216 = 1728: 2040
// FP8-LABEL: kernel compressor, dsv4.compressor
// FP8-NEXT:  matrix bf16: 41472 flop
// FP8-NEXT:  matrix f32: 41472 flop
// FP8-NEXT:  vector f32: 8026 flop
// FP8-NEXT:  special_function f32: 1300 flop
// FP8-NEXT:  read weights: 12816 bytes
// FP8-NEXT:  read activations: 576 bytes
// FP8-NEXT:  read cache: 4032 bytes
// FP8-NEXT:  read gathered_rows: 64 bytes
// FP8-NEXT:  read indices: 24 bytes
// FP8-NEXT:  write: 2040 bytes
// FP8-NEXT:  parallel tiles: 3
// FP8-NEXT:  sizes: k 24, m 12, n 144, ratio 8, rows 2, tokens 12, width 72
func.func @fp8(%x: tensor<3x9x24xbf16>, %wkv: tensor<72x24xbf16>, %wgate: tensor<72x24xf32>, %ape: tensor<8x72xf32>,
               %norm: tensor<72xbf16>, %cos: tensor<3x2x4xf32>, %sin: tensor<3x2x4xf32>, %kv: tensor<3x8x72xf32>,
               %score: tensor<3x8x72xf32>, %start: tensor<3xi32>, %lens: tensor<3xi32>)
    -> (tensor<3x2x72xbf16>, tensor<3x2xi32>, tensor<3x8x72xf32>, tensor<3x8x72xf32>) {
  %0:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %score, %start, %lens)
      {norm_eps = 1.0e-6, quant = #dsv4.compressor_quant<fp8_nope>, ratio = 8 : i64}
      : (tensor<3x9x24xbf16>, tensor<72x24xbf16>, tensor<72x24xf32>, tensor<8x72xf32>, tensor<72xbf16>,
         tensor<3x2x4xf32>, tensor<3x2x4xf32>, tensor<3x8x72xf32>, tensor<3x8x72xf32>, tensor<3xi32>, tensor<3xi32>)
     -> (tensor<3x2x72xbf16>, tensor<3x2xi32>, tensor<3x8x72xf32>, tensor<3x8x72xf32>)
  return %0#0, %0#1, %0#2, %0#3 : tensor<3x2x72xbf16>, tensor<3x2xi32>, tensor<3x8x72xf32>, tensor<3x8x72xf32>
}

// The indexer's compressor in a decode step of 64 requests at position 7, the last of a window: each emits a row.
//   vector   64 * (64 + 8 * 32 * 5 + 154) = 95872; Hadamard 64 * 32 * (5 + 1) = 12288; f4: 4 * 2048 + 3 * 64 = 8384
//   special  64 * (8 * 32 + 33 + 1) = 18560
//   weights  12288 + 128 + one row of ape 256: 12672
//   cache    64 * 320 * 2 * 4 = 163840
//   write    rows 64 * 128 = 8192, slots 256, states 64 * 128 * 2 * 4 = 65536: 73984
// FP4-LABEL: kernel compressor, dsv4.compressor
// FP4-NEXT:  matrix f32: 393216 flop
// FP4-NEXT:  vector f32: 116544 flop
// FP4-NEXT:  special_function f32: 18560 flop
// FP4-NEXT:  read weights: 12672 bytes
// FP4-NEXT:  read activations: 6144 bytes
// FP4-NEXT:  read cache: 163840 bytes
// FP4-NEXT:  read gathered_rows: 2048 bytes
// FP4-NEXT:  read indices: 512 bytes
// FP4-NEXT:  write: 73984 bytes

// One position before, nothing is emitted: ape 64 * 64 is all that follows the projections, and the token stays in the
// states, 2 * cd * 4 bytes of each request as the specification says: 64 * 512, and slots 256: 33024.
// SILENT-LABEL: kernel compressor, dsv4.compressor
// SILENT-NEXT:  matrix f32: 393216 flop
// SILENT-NEXT:  vector f32: 4096 flop
// SILENT-NEXT:  read weights: 12672 bytes
// SILENT-NEXT:  read activations: 6144 bytes
// SILENT-NEXT:  read indices: 512 bytes
// SILENT-NEXT:  write: 33024 bytes
// SILENT:       sizes: k 24, m 64, n 128, ratio 4, rows 0, tokens 64, width 32
func.func @fp4(%x: tensor<64x1x24xf32>, %wkv: tensor<64x24xf32>, %wgate: tensor<64x24xf32>, %ape: tensor<4x64xf32>,
               %norm: tensor<32xf32>, %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv: tensor<64x8x64xf32>,
               %score: tensor<64x8x64xf32>, %start: tensor<64xi32>, %lens: tensor<64xi32>)
    -> (tensor<64x1x32xf32>, tensor<64x1xi32>, tensor<64x8x64xf32>, tensor<64x8x64xf32>) {
  %0:4 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %score, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp4_rotated>, ratio = 4 : i64}
      : (tensor<64x1x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>,
         tensor<16x4xf32>, tensor<64x8x64xf32>, tensor<64x8x64xf32>, tensor<64xi32>, tensor<64xi32>)
     -> (tensor<64x1x32xf32>, tensor<64x1xi32>, tensor<64x8x64xf32>, tensor<64x8x64xf32>)
  return %0#0, %0#1, %0#2, %0#3 : tensor<64x1x32xf32>, tensor<64x1xi32>, tensor<64x8x64xf32>, tensor<64x8x64xf32>
}
