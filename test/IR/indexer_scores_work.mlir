// Work of indexer_scores: every query of a request with every row that the request has.
// RUN: dsv4-opt %s --dsv4-print-work="function=main bind=arg3=0/7,arg4=5" -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work="function=main bind=arg3=0/7,arg4=3/0" -o /dev/null | FileCheck %s --check-prefix=IDLE

// HI = 4 heads of d = 16, ratio 4, bf16. 0 and 7 tokens cached, 5 new: 1 and 3 rows. Pairs 5 * 1 + 5 * 3 = 20.
//   matrix   20 * 2 HI d = 2560       vector  20 * 3 HI = 240: relu, product, sum
//            (the specification: 2 HI d + 3 HI per pair)
//   read     q 10 * 64 * 2 = 1280, weights 10 * 4 * 2 = 80; each row once: (1 + 3) * 16 * 2 = 128; positions 16
//   write    2 * 5 * 3 * 2 = 60: the first request has zeros where the second has rows
// CHECK-LABEL: kernel indexer_scores, dsv4.indexer_scores
// CHECK-NEXT:  matrix bf16: 2560 flop
// CHECK-NEXT:  vector f32: 240 flop
// CHECK-NEXT:  read activations: 1360 bytes
// CHECK-NEXT:  read cache: 128 bytes
// CHECK-NEXT:  read indices: 16 bytes
// CHECK-NEXT:  write: 60 bytes
// CHECK-NEXT:  parallel tiles: 2
// CHECK-NEXT:  sizes: head_dim 16, heads 4, keys 4, pairs 20, ratio 4, tokens 10

// 3 tokens make no row, and a request without tokens reads none of the row that it has; the width is still 1.
// IDLE-LABEL: kernel indexer_scores, dsv4.indexer_scores
// IDLE-NEXT:  read activations: 408 bytes
// IDLE-NEXT:  read indices: 16 bytes
// IDLE-NEXT:  write: 20 bytes
// IDLE:       sizes: head_dim 16, heads 4, keys 0, pairs 0, ratio 4, tokens 3
func.func @main(%q: tensor<2x5x4x16xbf16>, %keys: tensor<2x8x16xbf16>, %w: tensor<2x5x4xbf16>, %start: tensor<2xi32>,
                %lens: tensor<2xi32>) -> tensor<2x5x?xbf16> {
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<2x5x4x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5x4xbf16>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xbf16>
  return %scores : tensor<2x5x?xbf16>
}
