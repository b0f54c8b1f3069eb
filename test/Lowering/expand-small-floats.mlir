// The numbers are checked in test/python/test_small_floats.py against ml_dtypes, every code; here the form: no
// conversion from or to an 8-bit or 4-bit float is left, vectors stay vectors, and other conversions are not touched.
//
// RUN: dsv4-opt %s --dsv4-expand-small-floats | FileCheck %s

// CHECK-LABEL: func @decode
// CHECK: arith.bitcast %{{.*}} : f8E4M3FN to i8
// CHECK: arith.extf %{{.*}} : f16 to f32
// CHECK: arith.mulf
// CHECK-NOT: f8E4M3FN to f32
func.func @decode(%x: f8E4M3FN) -> f32 {
  %y = arith.extf %x : f8E4M3FN to f32
  return %y : f32
}

// CHECK-LABEL: func @decode_vector
// CHECK: arith.bitcast %{{.*}} : vector<16xf4E2M1FN> to vector<16xi4>
// CHECK: arith.truncf %{{.*}} : vector<16xf32> to vector<16xbf16>
func.func @decode_vector(%x: vector<16xf4E2M1FN>) -> vector<16xbf16> {
  %y = arith.extf %x : vector<16xf4E2M1FN> to vector<16xbf16>
  return %y : vector<16xbf16>
}

// An f64 would be rounded to f32 first and then once more: it is left alone.
// CHECK-LABEL: func @encode
// CHECK: arith.extf %{{.*}} : bf16 to f32
// CHECK: arith.bitcast %{{.*}} : i8 to f8E5M2
// CHECK: arith.truncf %{{.*}} : f64 to f8E5M2
func.func @encode(%x: bf16, %z: f64) -> (f8E5M2, f8E5M2) {
  %y = arith.truncf %x : bf16 to f8E5M2
  %w = arith.truncf %z : f64 to f8E5M2
  return %y, %w : f8E5M2, f8E5M2
}

// CHECK-LABEL: func @scale
// CHECK: arith.shli %{{.*}} : i32
// CHECK: arith.select
// CHECK-NOT: f8E8M0FNU to f32
func.func @scale(%x: f8E8M0FNU) -> f32 {
  %y = arith.extf %x : f8E8M0FNU to f32
  return %y : f32
}

// CHECK-LABEL: func @others
// CHECK: arith.extf %{{.*}} : bf16 to f32
// CHECK-NEXT: arith.truncf %{{.*}} : f32 to f16
func.func @others(%x: bf16) -> f16 {
  %y = arith.extf %x : bf16 to f32
  %z = arith.truncf %y : f32 to f16
  return %z : f16
}
