// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt --emit-bytecode %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func @static
// CHECK-SAME: %[[IDS:.*]]: tensor<2x5xi32>, %[[START:.*]]: tensor<2xi32>, %[[LENS:.*]]: tensor<2xi32>
func.func @static(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x128xi32> {
  // CHECK: dsv4.window_indices(%[[IDS]], %[[START]], %[[LENS]]) {rows = #dsv4.window_rows<call>, window = 128 : i64}
  // CHECK-SAME: : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x128xi32>
  %i = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<call>, window = 128 : i64}
      : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x128xi32>
  return %i : tensor<2x5x128xi32>
}

// The default: rows of the call stand behind the ring.
// CHECK-LABEL: func @appended
func.func @appended(%ids: tensor<2x5xi64>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x8xi32> {
  // CHECK: dsv4.window_indices(%{{[^ ]*}}, %{{[^ ]*}}, %{{[^ ]*}}) {window = 8 : i64} : (tensor<2x5xi64>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  %i = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<appended>, window = 8 : i64}
      : (tensor<2x5xi64>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  return %i : tensor<2x5x8xi32>
}

// Something stands between the ring and the rows of the call.
// CHECK-LABEL: func @call_offset
func.func @call_offset(%ids: tensor<2x5xi32>, %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x8xi32> {
  // CHECK: {call_offset = 107 : i64, window = 8 : i64}
  %i = dsv4.window_indices(%ids, %start, %lens) {call_offset = 107 : i64, window = 8 : i64} : (tensor<2x5xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x5x8xi32>
  return %i : tensor<2x5x8xi32>
}

// Decode: one token per request. Of `tokens` only the shape counts, so any tensor of it will do.
// CHECK-LABEL: func @ring
func.func @ring(%x: tensor<?x1xbf16>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x1x8xi32> {
  // CHECK: {rows = #dsv4.window_rows<ring>, window = 8 : i64} : (tensor<?x1xbf16>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x1x8xi32>
  %i = dsv4.window_indices(%x, %start, %lens) {rows = #dsv4.window_rows<ring>, window = 8 : i64}
      : (tensor<?x1xbf16>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x1x8xi32>
  return %i : tensor<?x1x8xi32>
}

// CHECK-LABEL: func @dynamic
func.func @dynamic(%ids: tensor<?x?xi32>, %start: tensor<?xi32>, %lens: tensor<2xi32>) -> tensor<?x7x?xi32> {
  // CHECK: : (tensor<?x?xi32>, tensor<?xi32>, tensor<2xi32>) -> tensor<?x7x?xi32>
  %i = dsv4.window_indices(%ids, %start, %lens) {window = 1 : i64} : (tensor<?x?xi32>, tensor<?xi32>, tensor<2xi32>) -> tensor<?x7x?xi32>
  return %i : tensor<?x7x?xi32>
}

// The last row that an i32 can number.
// CHECK-LABEL: func @largest
func.func @largest(%ids: tensor<1x1xi32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x1x2147483647xi32> {
  // CHECK: {window = 2147483647 : i64}
  %i = dsv4.window_indices(%ids, %start, %lens) {window = 2147483647 : i64} : (tensor<1x1xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x1x2147483647xi32>
  return %i : tensor<1x1x2147483647xi32>
}

// CHECK-LABEL: func @no_tokens
func.func @no_tokens(%ids: tensor<0x0xi32>, %start: tensor<0xi32>, %lens: tensor<0xi32>) -> tensor<0x0x8xi32> {
  // CHECK: : (tensor<0x0xi32>, tensor<0xi32>, tensor<0xi32>) -> tensor<0x0x8xi32>
  %i = dsv4.window_indices(%ids, %start, %lens) {window = 8 : i64} : (tensor<0x0xi32>, tensor<0xi32>, tensor<0xi32>) -> tensor<0x0x8xi32>
  return %i : tensor<0x0x8xi32>
}
