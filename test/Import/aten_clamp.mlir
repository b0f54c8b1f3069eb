// Comparisons, not minimum and maximum: NaN and -0 pass as they are.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @both(
func.func @both(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %floatm1_0 = torch.constant.float -1.0
  %float1_0 = torch.constant.float 1.0
  // CHECK: ^bb0(%[[X:.*]]: f32,
  // CHECK: %[[LOW:.*]] = arith.constant -1.0
  // CHECK: %[[BELOW:.*]] = arith.cmpf olt, %[[X]], %[[LOW]]
  // CHECK: %[[LIMITED:.*]] = arith.select %[[BELOW]], %[[LOW]], %[[X]]
  // CHECK: %[[HIGH:.*]] = arith.constant 1.0
  // CHECK: arith.cmpf olt, %[[HIGH]], %[[LIMITED]]
  %y = torch.aten.clamp %x, %floatm1_0, %float1_0 : !torch.vtensor<[?,5],f32>, !torch.float, !torch.float -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @only_min(
func.func @only_min(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %int0 = torch.constant.int 0
  %none = torch.constant.none
  // CHECK: arith.cmpi slt
  // CHECK-NOT: arith.cmpi
  // CHECK: linalg.yield
  %y = torch.aten.clamp %x, %int0, %none : !torch.vtensor<[4],si64>, !torch.int, !torch.none -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @clamp_min(
func.func @clamp_min(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %float0_0 = torch.constant.float 0.0
  // CHECK: arith.cmpf olt, %{{.*}}, %cst
  %y = torch.aten.clamp_min %x, %float0_0 : !torch.vtensor<[?,5],f32>, !torch.float -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @clamp_max(
func.func @clamp_max(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %float0_0 = torch.constant.float 0.0
  // CHECK: arith.cmpf olt, %cst
  %y = torch.aten.clamp_max %x, %float0_0 : !torch.vtensor<[?,5],f32>, !torch.float -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}
