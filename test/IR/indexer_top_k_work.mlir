// Work of indexer_top_k: a comparison per visible row, an offset per row that is taken.
// RUN: dsv4-opt %s --dsv4-print-work="bind=arg0:2=3,arg1=0/7,arg2=5" -o /dev/null | FileCheck %s

// Ratio 4, at most 2 rows. Positions 0..4 see 0, 0, 0, 1, 1 rows and 7..11 see 2, 2, 2, 2, 3: 13, of which 12 are
// taken.
//   read     13 * 2 = 26 of the scores, positions 16       write  2 * 5 * 2 * 4 = 80
// CHECK-LABEL: kernel indexer_top_k, dsv4.indexer_top_k
// CHECK-NEXT:  vector f32: 13 flop
// CHECK-NEXT:  vector i32: 12 flop
// CHECK-NEXT:  read activations: 26 bytes
// CHECK-NEXT:  read indices: 16 bytes
// CHECK-NEXT:  write: 80 bytes
// CHECK-NEXT:  parallel tiles: 10
// CHECK-NEXT:  sizes: chosen 12, pairs 13, ratio 4, tokens 10, top_k 2
func.func @main(%scores: tensor<2x5x?xbf16>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x?xi32> {
  %i = dsv4.indexer_top_k(%scores, %start, %lens) {ratio = 4 : i64, topk_limit = 2 : i64}
      : (tensor<2x5x?xbf16>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x?xi32>
  return %i : tensor<2x5x?xi32>
}
