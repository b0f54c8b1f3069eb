// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @fp8
// CHECK-SAME: %[[X:.*]]: tensor<6x192xbf16>
func.func @fp8(%x: tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>) {
  // CHECK: dsv4.act_quant(%[[X]]) {block = 64 : i64, format = f8E4M3FN} : (tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN}
      : (tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return %codes, %scales, %y : tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>
}

// CHECK-LABEL: func @fp4
func.func @fp4(%x: tensor<128xf32>) -> tensor<128xf32> {
  // CHECK: {block = 32 : i64, format = f4E2M1FN} : (tensor<128xf32>) -> (tensor<128xf4E2M1FN>, tensor<4xf8E8M0FNU>, tensor<128xf32>)
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 32 : i64, format = f4E2M1FN}
      : (tensor<128xf32>) -> (tensor<128xf4E2M1FN>, tensor<4xf8E8M0FNU>, tensor<128xf32>)
  return %y : tensor<128xf32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x128xf16>) -> (tensor<?x?x?xf8E4M3FN>, tensor<?x3x1xf8E8M0FNU>, tensor<?x?x128xf16>) {
  // CHECK: : (tensor<?x?x128xf16>) -> (tensor<?x?x?xf8E4M3FN>, tensor<?x3x1xf8E8M0FNU>, tensor<?x?x128xf16>)
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 128 : i64, format = f8E4M3FN}
      : (tensor<?x?x128xf16>) -> (tensor<?x?x?xf8E4M3FN>, tensor<?x3x1xf8E8M0FNU>, tensor<?x?x128xf16>)
  return %codes, %scales, %y : tensor<?x?x?xf8E4M3FN>, tensor<?x3x1xf8E8M0FNU>, tensor<?x?x128xf16>
}

// No channels: no blocks.
// CHECK-LABEL: func @empty
func.func @empty(%x: tensor<3x0xf32>) -> tensor<3x0xf32> {
  // CHECK: : (tensor<3x0xf32>) -> (tensor<3x0xf4E2M1FN>, tensor<3x0xf8E8M0FNU>, tensor<3x0xf32>)
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 32 : i64, format = f4E2M1FN}
      : (tensor<3x0xf32>) -> (tensor<3x0xf4E2M1FN>, tensor<3x0xf8E8M0FNU>, tensor<3x0xf32>)
  return %y : tensor<3x0xf32>
}
