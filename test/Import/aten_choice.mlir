// Choice with numbers, masks and triangles.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @scalar_self(
func.func @scalar_self(%c: !torch.vtensor<[2,3],i1>, %x: !torch.vtensor<[3],f32>) -> !torch.vtensor<[2,3],f32> {
  %intm1 = torch.constant.int -1
  // CHECK: %[[ONE:.*]] = arith.constant -1.0
  // CHECK: arith.select %{{.*}}, %[[ONE]], %{{.*}}
  %y = torch.aten.where.ScalarSelf %c, %intm1, %x : !torch.vtensor<[2,3],i1>, !torch.int, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @scalar_other(
func.func @scalar_other(%c: !torch.vtensor<[2,3],i1>, %x: !torch.vtensor<[3],f32>) -> !torch.vtensor<[2,3],f32> {
  %intm1 = torch.constant.int -1
  // CHECK: %[[ONE:.*]] = arith.constant -1.0
  // CHECK: arith.select %{{.*}}, %{{.*}}, %[[ONE]]
  %y = torch.aten.where.ScalarOther %c, %x, %intm1 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[3],f32>, !torch.int -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @scalars(
func.func @scalars(%c: !torch.vtensor<[2,3],i1>, %x: !torch.vtensor<[3],f32>) -> !torch.vtensor<[2,3],si64> {
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  // CHECK: arith.select %{{.*}} : i64
  %y = torch.aten.where.Scalar %c, %int1, %int0 : !torch.vtensor<[2,3],i1>, !torch.int, !torch.int -> !torch.vtensor<[2,3],si64>
  return %y : !torch.vtensor<[2,3],si64>
}

// CHECK-LABEL: func.func @masked_fill(
func.func @masked_fill(%c: !torch.vtensor<[2,3],i1>, %x: !torch.vtensor<[3],f32>) -> !torch.vtensor<[2,3],f32> {
  %float0xFFF0000000000000 = torch.constant.float 0xFFF0000000000000
  // CHECK: %[[INF:.*]] = arith.constant 0xFF800000
  // CHECK: arith.select %{{.*}}, %[[INF]]
  %y = torch.aten.masked_fill.Scalar %x, %c, %float0xFFF0000000000000 : !torch.vtensor<[3],f32>, !torch.vtensor<[2,3],i1>, !torch.float -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @masked_fill_tensor(
func.func @masked_fill_tensor(%c: !torch.vtensor<[2,3],i1>, %x: !torch.vtensor<[3],f32>, %v: !torch.vtensor<[],f32>) -> !torch.vtensor<[2,3],f32> {
  // CHECK: arith.select
  %y = torch.aten.masked_fill.Tensor %x, %c, %v : !torch.vtensor<[3],f32>, !torch.vtensor<[2,3],i1>, !torch.vtensor<[],f32> -> !torch.vtensor<[2,3],f32>
  return %y : !torch.vtensor<[2,3],f32>
}

// CHECK-LABEL: func.func @tril(
func.func @tril(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int1 = torch.constant.int 1
  // CHECK: linalg.index 0
  // CHECK: linalg.index 1
  // CHECK: arith.cmpi sle
  // CHECK: arith.select
  %y = torch.aten.tril %x, %int1 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @triu(
func.func @triu(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int1 = torch.constant.int 1
  // CHECK: linalg.index 0
  // CHECK: linalg.index 1
  // CHECK: arith.cmpi sge
  // CHECK: arith.select
  %y = torch.aten.triu %x, %int1 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}
