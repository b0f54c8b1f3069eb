// Work of compress_indices: B requests of S tokens. The width T is the rows of the request that has most.
// RUN: dsv4-opt %s --dsv4-print-work="function=main bind=arg1=0/7,arg2=5" -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work="function=main bind=arg1=0,arg2=3" -o /dev/null | FileCheck %s --check-prefix=NONE
// RUN: dsv4-opt %s --dsv4-print-work="function=padded bind=arg1=0/7,arg2=5" -o /dev/null | FileCheck %s --check-prefix=PADDED

// B = 2, S = 5, ratio 4; 0 and 7 tokens cached, 5 new ones: T = max(floor(5 / 4), floor(12 / 4)) = 3.
//   vector   BS * 2T = 60: per entry a comparison and the offset
//   read     8B = 16       write  4BST = 120
// CHECK-LABEL: kernel compress_indices, dsv4.compress_indices
// CHECK-NEXT:  vector i32: 60 flop
// CHECK-NEXT:  read indices: 16 bytes
// CHECK-NEXT:  write: 120 bytes
// CHECK-NEXT:  parallel tiles: 1
// CHECK-NEXT:  sizes: ratio 4, tokens 10, width 3

// Fewer tokens than the ratio: T = 0, nothing is written, no kernel is launched.
// NONE: kernel compress_indices, dsv4.compress_indices {{.*}}, launches 0
// NONE: write: 0 bytes
func.func @main(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x?xi32> {
  %i = dsv4.compress_indices(%ids, %start, %lens) {offset = 13 : i64, ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x?xi32>
  return %i : tensor<2x5x?xi32>
}

// A static width is padded: T = 8, 2 * 80 = 160, 4 * 80 = 320.
// PADDED-LABEL: kernel compress_indices, dsv4.compress_indices
// PADDED-NEXT:  vector i32: 160 flop
// PADDED-NEXT:  read indices: 16 bytes
// PADDED-NEXT:  write: 320 bytes
// PADDED:       sizes: ratio 4, tokens 10, width 8
func.func @padded(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x8xi32> {
  %i = dsv4.compress_indices(%ids, %start, %lens) {ratio = 4 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  return %i : tensor<2x5x8xi32>
}
