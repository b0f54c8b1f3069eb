// Sizes follow from those of the arguments: through dsv4 ops, destinations, views, index arithmetic and calls.
// RUN: dsv4-opt %s --dsv4-print-work="bind=arg0:0=2,arg0:1=6,arg1=3" -o /dev/null | FileCheck %s

// %x is 2 x 6 x 4 x 64. Tokens 2 * 6 = 12.
// CHECK:      kernel hc_pre_inv_rms
// CHECK:        sizes: element_bytes 2, hc_mult 4, hidden_size 64, tokens 12
// Half of the second dimension: 6 / 2 = 3 by affine.apply.
// CHECK:      kernel hc_pre_inv_rms
// CHECK:        sizes: element_bytes 2, hc_mult 4, hidden_size 64, tokens 6
// Streams split in two: 12 x 4 -> 12 x 2 x 2, the unknown part of expand_shape divides out.
// CHECK:      kernel hc_pre_inv_rms
// CHECK:        sizes: element_bytes 2, hc_mult 2, hidden_size 64, tokens 24
// A reshape whose shape is made of sizes: 6 x 2.
// CHECK:      kernel hc_pre_inv_rms
// CHECK:        sizes: element_bytes 2, hc_mult 4, hidden_size 64, tokens 12
// An integer argument with a value: 3 rows; the callee returns them, and twice as many in a padded tensor.
// CHECK:      kernel rms_norm
// CHECK:        sizes: hidden_size 8, tokens 3
// CHECK:      kernel copy, tensor.pad
// CHECK:        write: 256 bytes
// CHECK:      kernel rms_norm
// CHECK:        sizes: hidden_size 8, tokens 8
// A loop whose trip count is a size: 2 * 3 iterations.
// CHECK:      kernel rms_norm, dsv4.rms_norm at {{.*}}, launches 6
func.func @main(%x: tensor<?x?x4x64xbf16>, %rows: index) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c5 = arith.constant 5 : index
  %d0 = tensor.dim %x, %c0 : tensor<?x?x4x64xbf16>
  %d1 = tensor.dim %x, %c1 : tensor<?x?x4x64xbf16>
  %0 = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<?x?x4x64xbf16>) -> tensor<?x?x1xf32>
  %half = affine.apply affine_map<(d) -> (d floordiv 2)>(%d1)
  %s = tensor.extract_slice %x[0, 0, 0, 0] [%d0, %half, 4, 64] [1, 1, 1, 1]
      : tensor<?x?x4x64xbf16> to tensor<?x?x4x64xbf16>
  %1 = dsv4.hc_pre_inv_rms(%s) {norm_eps = 1.0e-6} : (tensor<?x?x4x64xbf16>) -> tensor<?x?x1xf32>
  %flat = tensor.collapse_shape %x [[0, 1], [2], [3]] : tensor<?x?x4x64xbf16> into tensor<?x4x64xbf16>
  %tokens = arith.muli %d0, %d1 : index
  %split = tensor.expand_shape %flat [[0], [1, 2], [3]] output_shape [%tokens, 2, 2, 64]
      : tensor<?x4x64xbf16> into tensor<?x2x2x64xbf16>
  %2 = dsv4.hc_pre_inv_rms(%split) {norm_eps = 1.0e-6} : (tensor<?x2x2x64xbf16>) -> tensor<?x2x1xf32>
  %c4 = arith.constant 4 : index
  %c64 = arith.constant 64 : index
  %shape = tensor.from_elements %d1, %d0, %c4, %c64 : tensor<4xindex>
  %turned = tensor.reshape %flat(%shape) : (tensor<?x4x64xbf16>, tensor<4xindex>) -> tensor<?x?x4x64xbf16>
  %r = dsv4.hc_pre_inv_rms(%turned) {norm_eps = 1.0e-6} : (tensor<?x?x4x64xbf16>) -> tensor<?x?x1xf32>
  %made = tensor.empty(%rows) : tensor<?x8xf32>
  %3 = func.call @norm(%made) : (tensor<?x8xf32>) -> tensor<?x8xf32>
  %zero = arith.constant 0.0 : f32
  %padded = tensor.pad %3 low[0, 0] high[%c5, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %zero : f32
  } : tensor<?x8xf32> to tensor<?x8xf32>
  %4 = dsv4.rms_norm(%padded) {norm_eps = 1.0e-6} : (tensor<?x8xf32>) -> tensor<?x8xf32>
  %trips = arith.muli %d0, %rows : index
  scf.for %k = %c0 to %trips step %c1 {
    %5 = dsv4.rms_norm(%padded) {norm_eps = 1.0e-6} : (tensor<?x8xf32>) -> tensor<?x8xf32>
  }
  return
}
func.func private @norm(%x: tensor<?x8xf32>) -> tensor<?x8xf32> {
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<?x8xf32>) -> tensor<?x8xf32>
  return %y : tensor<?x8xf32>
}
