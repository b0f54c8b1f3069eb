// Work of window_indices: B requests of S tokens, window W. It does not depend on the positions.
// RUN: dsv4-opt %s --dsv4-print-work=function=appended -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work=function=ring -o /dev/null | FileCheck %s --check-prefix=RING
// RUN: dsv4-opt %s --dsv4-print-work=function=call -o /dev/null | FileCheck %s --check-prefix=CALL

// B = 2, S = 5, W = 8.
//   vector   BS * 4W = 320: the position of an entry, whether it is visible, whether the ring has it, its row
//   read     8B = 16: start_pos, query_lens; of the tokens only the shape      write  4BSW = 320
// CHECK-LABEL: kernel window_indices, dsv4.window_indices
// CHECK-NEXT:  vector i32: 320 flop
// CHECK-NEXT:  read indices: 16 bytes
// CHECK-NEXT:  write: 320 bytes
// CHECK-NEXT:  parallel tiles: 1
// CHECK-NEXT:  sizes: tokens 10, window 8
func.func @appended(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x8xi32> {
  %i = dsv4.window_indices(%ids, %start, %lens) {window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  return %i : tensor<2x5x8xi32>
}

// All rows are in one place: BS * 3W = 48.
// RING-LABEL: kernel window_indices, dsv4.window_indices
// RING-NEXT:  vector i32: 48 flop
// RING-NEXT:  read indices: 16 bytes
// RING-NEXT:  write: 64 bytes
func.func @ring(%ids: tensor<2x1xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x1x8xi32> {
  %i = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<ring>, window = 8 : i64}
      : (tensor<2x1xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x1x8xi32>
  return %i : tensor<2x1x8xi32>
}

// BS * 3W = 240.
// CALL-LABEL: kernel window_indices, dsv4.window_indices
// CALL-NEXT:  vector i32: 240 flop
// CALL-NEXT:  read indices: 16 bytes
// CALL-NEXT:  write: 320 bytes
func.func @call(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x8xi32> {
  %i = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<call>, window = 8 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  return %i : tensor<2x5x8xi32>
}
