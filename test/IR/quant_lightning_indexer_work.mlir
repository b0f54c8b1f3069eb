// Work of quant_lightning_indexer: scores of the visible pairs only, and the choice, without a buffer between.
// RUN: dsv4-opt %s --dsv4-print-work="function=small bind=arg3=0/7,arg4=5" -o /dev/null | FileCheck %s --check-prefix=SMALL
// RUN: dsv4-opt %s --dsv4-print-work="function=flash bind=arg0:0=1,arg0:1=8192,arg1:0=1,arg2:0=1,arg2:1=8192,arg3:0=1,arg4:0=1,arg3=0,arg4=8192" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=PREFILL
// RUN: dsv4-opt %s --dsv4-print-work="function=flash bind=arg0:0=3,arg0:1=1,arg1:0=3,arg2:0=3,arg2:1=1,arg3:0=3,arg4:0=3,arg3=1023/8191*2,arg4=1" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=DECODE

// HI = 4, d = 16, ratio 4, at most 2 rows. Positions 0..4 see 0, 0, 0, 1, 1 rows and 7..11 see 2, 2, 2, 2, 3: 13 pairs,
// of which 12 are taken.
//   matrix   13 * 2 HI d = 1664       vector  13 * 3 HI + 13 comparisons = 169, 12 offsets
//   read     q 1280, weights 80; rows (1 + 3) * 32 = 128; positions 16        write  2 * 5 * 2 * 4 = 80
// SMALL-LABEL: kernel quant_lightning_indexer, dsv4.quant_lightning_indexer
// SMALL-NEXT:  matrix bf16: 1664 flop
// SMALL-NEXT:  vector f32: 169 flop
// SMALL-NEXT:  vector i32: 12 flop
// SMALL-NEXT:  read activations: 1360 bytes
// SMALL-NEXT:  read cache: 128 bytes
// SMALL-NEXT:  read indices: 16 bytes
// SMALL-NEXT:  write: 80 bytes
// SMALL-NEXT:  parallel tiles: 2
// SMALL-NEXT:  sizes: chosen 12, head_dim 16, heads 4, keys 4, pairs 13, ratio 4, tokens 10, top_k 2
func.func @small(%q: tensor<2x5x4x16xbf16>, %keys: tensor<2x8x16xbf16>, %w: tensor<2x5x4xbf16>, %start: tensor<2xi32>,
                 %lens: tensor<2xi32>) -> tensor<2x5x?xi32> {
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {ratio = 4 : i64, topk_limit = 2 : i64}
      : (tensor<2x5x4x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5x4xbf16>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xi32>
  return %i : tensor<2x5x?xi32>
}

// V4-Flash, a prompt of 8,192 tokens. The specification: 8,386,560 pairs of 2 * 64 * 128 + 3 * 64 = 16,576 operations,
// 3,669,504 rows taken.
//   matrix   8386560 * 16384 = 137405399040     vector  8386560 * (192 + 1) = 1618606080
//   read     q 8192 * 8192 * 2 = 134217728, weights 8192 * 64 * 2 = 1048576, rows 2048 * 256 = 524288
//   write    8192 * 512 * 4 = 16777216          tiles   128 * 32
// PREFILL-LABEL: kernel quant_lightning_indexer, dsv4.quant_lightning_indexer
// PREFILL-NEXT:  matrix bf16: 137405399040 flop
// PREFILL-NEXT:  vector f32: 1618606080 flop
// PREFILL-NEXT:  vector i32: 3669504 flop
// PREFILL-NEXT:  read activations: 135266304 bytes
// PREFILL-NEXT:  read cache: 524288 bytes
// PREFILL-NEXT:  read indices: 8 bytes
// PREFILL-NEXT:  write: 16777216 bytes
// PREFILL-NEXT:  parallel tiles: 4096

// A decode step with 1,023 tokens cached once and 8,191 twice: 256 + 2 * 2048 pairs = rows, 256 + 2 * 512 taken; the
// list is as wide as the widest.
//   matrix   4352 * 16384 = 71303168     rows  4352 * 256 = 1114112     write  3 * 512 * 4 = 6144
// DECODE-LABEL: kernel quant_lightning_indexer, dsv4.quant_lightning_indexer
// DECODE-NEXT:  matrix bf16: 71303168 flop
// DECODE-NEXT:  vector f32: 839936 flop
// DECODE-NEXT:  vector i32: 1280 flop
// DECODE-NEXT:  read activations: 49536 bytes
// DECODE-NEXT:  read cache: 1114112 bytes
// DECODE-NEXT:  read indices: 24 bytes
// DECODE-NEXT:  write: 6144 bytes
func.func @flash(%q: tensor<?x?x64x128xbf16>, %keys: tensor<?x2048x128xbf16>, %w: tensor<?x?x64xbf16>,
                 %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x?x?xi32> {
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<?x?x64x128xbf16>, tensor<?x2048x128xbf16>, tensor<?x?x64xbf16>, tensor<?xi32>, tensor<?xi32>)
     -> tensor<?x?x?xi32>
  return %i : tensor<?x?x?xi32>
}
