// Work of act_quant: n values in blocks. Of the results only those that are used are written.
// RUN: dsv4-opt %s --dsv4-print-work=function=codes -o /dev/null | FileCheck %s --check-prefix=CODES
// RUN: dsv4-opt %s --dsv4-print-work=function=rounded -o /dev/null | FileCheck %s --check-prefix=ROUNDED

// n = 6 * 192 = 1152 in f8, 18 blocks of 64.
//   vector   5n = 5760: magnitude, maximum, product, two clamps; 3 * 18 = 54
//   special  18: a / 448
//   read     2n = 2304       write  codes 1152, scales 18
// CODES-LABEL: kernel act_quant, dsv4.act_quant
// CODES-NEXT:  vector f32: 5814 flop
// CODES-NEXT:  special_function f32: 18 flop
// CODES-NEXT:  read activations: 2304 bytes
// CODES-NEXT:  write: 1170 bytes
// CODES-NEXT:  parallel tiles: 2
// CODES-NEXT:  sizes: block 64, tokens 6, width 192
func.func @codes(%x: tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>) {
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return %codes, %scales : tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>
}

// The round trip through f4, 36 blocks of 32: 3n without clamps, n for the product with the scale, 3 * 36; write 2304.
// ROUNDED-LABEL: kernel act_quant, dsv4.act_quant
// ROUNDED-NEXT:  vector f32: 4716 flop
// ROUNDED-NEXT:  special_function f32: 36 flop
// ROUNDED-NEXT:  read activations: 2304 bytes
// ROUNDED-NEXT:  write: 2304 bytes
func.func @rounded(%x: tensor<6x192xbf16>) -> tensor<6x192xbf16> {
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 32 : i64, format = f4E2M1FN}
      : (tensor<6x192xbf16>) -> (tensor<6x192xf4E2M1FN>, tensor<6x6xf8E8M0FNU>, tensor<6x192xbf16>)
  return %y : tensor<6x192xbf16>
}
