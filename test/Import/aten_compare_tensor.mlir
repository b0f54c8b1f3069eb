// Comparisons of two tensors.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @eq(
func.func @eq(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>, %i: !torch.vtensor<[4],si64>) -> (!torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>) {
  // CHECK: arith.cmpf oeq, %{{.*}} : f32
  %z = torch.aten.eq.Tensor %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  // CHECK: arith.cmpi eq, %{{.*}} : i64
  %w = torch.aten.eq.Tensor %i, %i : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],i1>
  return %z, %w : !torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @ne(
func.func @ne(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>, %i: !torch.vtensor<[4],si64>) -> (!torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>) {
  // CHECK: arith.cmpf une, %{{.*}} : f32
  %z = torch.aten.ne.Tensor %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  // CHECK: arith.cmpi ne, %{{.*}} : i64
  %w = torch.aten.ne.Tensor %i, %i : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],i1>
  return %z, %w : !torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @lt(
func.func @lt(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>, %i: !torch.vtensor<[4],si64>) -> (!torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>) {
  // CHECK: arith.cmpf olt, %{{.*}} : f32
  %z = torch.aten.lt.Tensor %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  // CHECK: arith.cmpi slt, %{{.*}} : i64
  %w = torch.aten.lt.Tensor %i, %i : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],i1>
  return %z, %w : !torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @le(
func.func @le(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>, %i: !torch.vtensor<[4],si64>) -> (!torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>) {
  // CHECK: arith.cmpf ole, %{{.*}} : f32
  %z = torch.aten.le.Tensor %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  // CHECK: arith.cmpi sle, %{{.*}} : i64
  %w = torch.aten.le.Tensor %i, %i : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],i1>
  return %z, %w : !torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @gt(
func.func @gt(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>, %i: !torch.vtensor<[4],si64>) -> (!torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>) {
  // CHECK: arith.cmpf ogt, %{{.*}} : f32
  %z = torch.aten.gt.Tensor %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  // CHECK: arith.cmpi sgt, %{{.*}} : i64
  %w = torch.aten.gt.Tensor %i, %i : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],i1>
  return %z, %w : !torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @ge(
func.func @ge(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>, %i: !torch.vtensor<[4],si64>) -> (!torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>) {
  // CHECK: arith.cmpf oge, %{{.*}} : f32
  %z = torch.aten.ge.Tensor %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  // CHECK: arith.cmpi sge, %{{.*}} : i64
  %w = torch.aten.ge.Tensor %i, %i : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],i1>
  return %z, %w : !torch.vtensor<[?,5],i1>, !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @promotes(
func.func @promotes(%x: !torch.vtensor<[4],bf16>, %i: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],i1> {
  // CHECK: %[[ROUNDED:.*]] = arith.sitofp %{{.*}} : i64 to bf16
  // CHECK: arith.extf %[[ROUNDED]]
  // CHECK: arith.cmpf olt
  %z = torch.aten.lt.Tensor %x, %i : !torch.vtensor<[4],bf16>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],i1>
  return %z : !torch.vtensor<[4],i1>
}
