// Work of ring_slots: B requests of S tokens.
// RUN: dsv4-opt %s --dsv4-print-work -o /dev/null | FileCheck %s

// B = 2, S = 5.
//   vector   BS * 4 = 40: position, remainder, comparisons with the length and with the last W
//   read     8B = 16       write  4BS = 40
// CHECK-LABEL: kernel ring_slots, dsv4.ring_slots
// CHECK-NEXT:  vector i32: 40 flop
// CHECK-NEXT:  read indices: 16 bytes
// CHECK-NEXT:  write: 40 bytes
// CHECK-NEXT:  parallel tiles: 1
// CHECK-NEXT:  sizes: tokens 10, window 8
func.func @main(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5xi32> {
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5xi32>
  return %slots : tensor<2x5xi32>
}
