// Conversions between dtypes, in the raw and in the torch form.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @raw(
func.func @raw(%x: !torch.vtensor<[?,64],bf16>) -> !torch.vtensor<[?,64],f32> {
  %int6 = torch.constant.int 6
  // CHECK: arith.extf %{{.*}} : bf16 to f32
  %0 = torch.prims.convert_element_type %x, %int6 : !torch.vtensor<[?,64],bf16>, !torch.int -> !torch.vtensor<[?,64],f32>
  return %0 : !torch.vtensor<[?,64],f32>
}

// CHECK-LABEL: func.func @torch(
func.func @torch(%x: !torch.vtensor<[4],f32>, %half: !torch.vtensor<[4],f16>) -> (!torch.vtensor<[4],bf16>, !torch.vtensor<[4],bf16>) {
  %int15 = torch.constant.int 15
  %false = torch.constant.bool false
  %none = torch.constant.none
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %0 = torch.aten.to.dtype %x, %int15, %false, %false, %none : !torch.vtensor<[4],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[4],bf16>
  // Neither contains the other: through f32.
  // CHECK: arith.extf %{{.*}} : f16 to f32
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %1 = torch.aten.to.dtype %half, %int15, %false, %false, %none : !torch.vtensor<[4],f16>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[4],bf16>
  return %0, %1 : !torch.vtensor<[4],bf16>, !torch.vtensor<[4],bf16>
}

// CHECK-LABEL: func.func @integers(
func.func @integers(%f: !torch.vtensor<[4],f32>, %u: !torch.vtensor<[4],ui8>, %s: !torch.vtensor<[4],si64>)
    -> (!torch.vtensor<[4],si32>, !torch.vtensor<[4],ui8>, !torch.vtensor<[4],si64>, !torch.vtensor<[4],f32>, !torch.vtensor<[4],i1>, !torch.vtensor<[4],si32>) {
  %int0 = torch.constant.int 0
  %int3 = torch.constant.int 3
  %int4 = torch.constant.int 4
  %int6 = torch.constant.int 6
  %int11 = torch.constant.int 11
  // CHECK: arith.fptosi %{{.*}} : f32 to i32
  %0 = torch.prims.convert_element_type %f, %int3 : !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],si32>
  // CHECK: arith.fptoui %{{.*}} : f32 to i8
  %1 = torch.prims.convert_element_type %f, %int0 : !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],ui8>
  // CHECK: arith.extui %{{.*}} : i8 to i64
  %2 = torch.prims.convert_element_type %u, %int4 : !torch.vtensor<[4],ui8>, !torch.int -> !torch.vtensor<[4],si64>
  // CHECK: arith.uitofp %{{.*}} : i8 to f32
  %3 = torch.prims.convert_element_type %u, %int6 : !torch.vtensor<[4],ui8>, !torch.int -> !torch.vtensor<[4],f32>
  // To bool is "not zero", and NaN is not zero.
  // CHECK: arith.cmpf une, %{{.*}} : f32
  %4 = torch.prims.convert_element_type %f, %int11 : !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],i1>
  // CHECK: arith.trunci %{{.*}} : i64 to i32
  %5 = torch.prims.convert_element_type %s, %int3 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],si32>
  return %0, %1, %2, %3, %4, %5 : !torch.vtensor<[4],si32>, !torch.vtensor<[4],ui8>, !torch.vtensor<[4],si64>, !torch.vtensor<[4],f32>, !torch.vtensor<[4],i1>, !torch.vtensor<[4],si32>
}

// Nothing to do.
// CHECK-LABEL: func.func @same(
// CHECK-SAME: %[[X:.*]]: tensor<4xf8E4M3FN>)
func.func @same(%x: !torch.vtensor<[4],f8E4M3FN>) -> !torch.vtensor<[4],f8E4M3FN> {
  %int24 = torch.constant.int 24
  // CHECK-NEXT: return %[[X]]
  %0 = torch.prims.convert_element_type %x, %int24 : !torch.vtensor<[4],f8E4M3FN>, !torch.int -> !torch.vtensor<[4],f8E4M3FN>
  return %0 : !torch.vtensor<[4],f8E4M3FN>
}
