// Work of hc_post: T tokens of h streams of D. Dynamic tokens are bound when the work is asked for.
// RUN: dsv4-opt %s --dsv4-print-work="bind=arg0:0=10,arg1:0=10,arg2:0=10,arg3:0=10" -o /dev/null | FileCheck %s

// The row of V4-Flash that the specification counts (h = 4, D = 4096), ten times:
//   vector   T * hD (2h + 1) = 10 * 147,456
//   bytes    T * (2D (1 + 2h) + 80) = 10 * 73,808, of which written T * 2hD = 327,680
//   read     738,080 - 327,680 = 410,400
// CHECK-LABEL: kernel hc_post, dsv4.hc_post
// CHECK-NEXT:  vector f32: 1474560 flop
// CHECK-NEXT:  read activations: 410400 bytes
// CHECK-NEXT:  write: 327680 bytes
// CHECK-NEXT:  parallel tiles: 10
// CHECK-NEXT:  sizes: element_bytes 2, hc_mult 4, hidden_size 4096, tokens 10
func.func @main(%x: tensor<?x4096xbf16>, %residual: tensor<?x4x4096xbf16>, %post: tensor<?x4xf32>,
                %comb: tensor<?x4x4xf32>) -> tensor<?x4x4096xbf16> {
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x4096xbf16>, tensor<?x4x4096xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x4096xbf16>
  return %y : tensor<?x4x4096xbf16>
}
