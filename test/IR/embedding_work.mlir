// Work of embedding: one row of the table per id.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// 10 ids, D = 4096, bf16: rows 10 * 8192 = 81920, ids 40; write 81920.
// CHECK-LABEL: kernel embedding, dsv4.embedding
// CHECK-NEXT:  read gathered_rows: 81920 bytes
// CHECK-NEXT:  read indices: 40 bytes
// CHECK-NEXT:  write: 81920 bytes
// CHECK-NEXT:  parallel tiles: 10
// CHECK-NEXT:  sizes: hidden_size 4096, tokens 10
func.func @main(%ids: tensor<2x5xi32>, %table: tensor<129280x4096xbf16>) -> tensor<2x5x4096xbf16> {
  %y = dsv4.embedding(%ids, %table) : (tensor<2x5xi32>, tensor<129280x4096xbf16>) -> tensor<2x5x4096xbf16>
  return %y : tensor<2x5x4096xbf16>
}
