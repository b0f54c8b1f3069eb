// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @fp8
// CHECK-SAME: %[[X:.*]]: tensor<6x192xbf16>
func.func @fp8(%x: tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>) {
  // CHECK: %[[WIDE:.*]] = linalg.generic {{.*}} ins(%[[X]] :
  // CHECK: %[[BLOCKS:.*]] = tensor.expand_shape %[[WIDE]] {{\[}}[0], [1, 2]] output_shape [6, 3, 64]
  // CHECK: %[[LARGEST:.*]] = linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]} ins(%[[BLOCKS]] :
  // CHECK: math.absf
  // CHECK: arith.maximumf
  // The exponent of max / 448 in the bits of the f32, one more if any bit of the mantissa is set. 255 is NaN.
  // CHECK: %[[EXPONENTS:.*]] = linalg.generic {{.*}} ins(%[[LARGEST]] :
  // CHECK: %[[FLOOR:.*]] = arith.constant 9.99999974E-5 : f32
  // CHECK: %[[BOUNDED:.*]] = arith.maximumf %{{.*}}, %[[FLOOR]]
  // CHECK: %[[MAX:.*]] = arith.constant 4.480000e+02 : f32
  // CHECK: %[[RATIO:.*]] = arith.divf %[[BOUNDED]], %[[MAX]]
  // CHECK: arith.bitcast %[[RATIO]] : f32 to i32
  // CHECK: %[[ANY_BIT:.*]] = arith.constant 8388607 : i32
  // CHECK: %[[ROUNDED:.*]] = arith.addi %{{.*}}, %[[ANY_BIT]]
  // CHECK: %[[EXPONENT:.*]] = arith.shrui %[[ROUNDED]], %{{.*}}
  // CHECK: %[[NAN:.*]] = arith.constant 255 : i32
  // CHECK: arith.minui %[[EXPONENT]], %[[NAN]]
  // The scale is that exponent.
  // CHECK: %[[SCALES:.*]] = linalg.generic {{.*}} ins(%[[EXPONENTS]] : tensor<6x3xi32>) outs(%{{.*}} : tensor<6x3xf8E8M0FNU>)
  // CHECK: arith.bitcast %{{.*}} : i8 to f8E8M0FNU
  // CHECK: %[[CODES:.*]] = linalg.generic {{.*}} ins(%[[BLOCKS]], %[[EXPONENTS]] :
  // CHECK: %[[SCALED:.*]] = arith.divf
  // CHECK: %[[MAX:.*]] = arith.constant 4.480000e+02 : f32
  // CHECK: arith.minimumf %[[SCALED]], %[[MAX]]
  // CHECK: %[[MIN:.*]] = arith.constant -4.480000e+02 : f32
  // CHECK: arith.maximumf %{{.*}}, %[[MIN]]
  // CHECK: arith.truncf %{{.*}} : f32 to f8E4M3FN
  // CHECK: %[[VALUES:.*]] = linalg.generic {{.*}} ins(%[[CODES]], %[[EXPONENTS]] :
  // CHECK: arith.extf %{{.*}} : f8E4M3FN to f32
  // CHECK: arith.mulf
  // CHECK: %[[FLAT_CODES:.*]] = tensor.collapse_shape %[[CODES]]
  // CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[VALUES]]
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} ins(%[[FLAT]] : tensor<6x192xf32>) outs(%{{.*}} : tensor<6x192xbf16>)
  // CHECK: return %[[FLAT_CODES]], %[[SCALES]], %[[Y]]
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 64 : i64, format = f8E4M3FN} : (tensor<6x192xbf16>) -> (tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>)
  return %codes, %scales, %y : tensor<6x192xf8E4M3FN>, tensor<6x3xf8E8M0FNU>, tensor<6x192xbf16>
}

// FP4: 6 is the largest value, and the floor is 6 * 2^-126, so that the scale is a normal f32.
// CHECK-LABEL: func @fp4
func.func @fp4(%x: tensor<?x64xf32>) -> tensor<?x64xf32> {
  // CHECK: output_shape [%{{.*}}, 2, 32]
  // CHECK: %[[FLOOR:.*]] = arith.constant 7.0529661E-38 : f32
  // CHECK: arith.maximumf %{{.*}}, %[[FLOOR]]
  // CHECK: %[[MAX:.*]] = arith.constant 6.000000e+00 : f32
  // CHECK: arith.divf %{{.*}}, %[[MAX]]
  // CHECK: arith.truncf %{{.*}} : f32 to f4E2M1FN
  // CHECK: arith.extf %{{.*}} : f4E2M1FN to f32
  %codes, %scales, %y = dsv4.act_quant(%x) {block = 32 : i64, format = f4E2M1FN} : (tensor<?x64xf32>) -> (tensor<?x64xf4E2M1FN>, tensor<?x2xf8E8M0FNU>, tensor<?x64xf32>)
  return %y : tensor<?x64xf32>
}
