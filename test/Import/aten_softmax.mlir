// softmax in f32, rounded once.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @softmax(
func.func @softmax(%x: !torch.vtensor<[?,5],bf16>) -> !torch.vtensor<[?,5],bf16> {
  %intm1 = torch.constant.int -1
  %false = torch.constant.bool false
  // CHECK: arith.extf
  // CHECK: %[[S:.*]] = linalg.softmax dimension(1) {{.*}} -> tensor<?x5xf32>
  // CHECK: linalg.generic {{.*}} ins(%[[S]]
  // CHECK: arith.truncf
  %y = torch.aten._softmax %x, %intm1, %false : !torch.vtensor<[?,5],bf16>, !torch.int, !torch.bool -> !torch.vtensor<[?,5],bf16>
  return %y : !torch.vtensor<[?,5],bf16>
}

// CHECK-LABEL: func.func @softmax_int(
func.func @softmax_int(%x: !torch.vtensor<[?,5],bf16>) -> !torch.vtensor<[?,5],f32> {
  %int0 = torch.constant.int 0
  %int6 = torch.constant.int 6
  // CHECK: linalg.softmax dimension(0) {{.*}} -> tensor<?x5xf32>
  %y = torch.aten.softmax.int %x, %int0, %int6 : !torch.vtensor<[?,5],bf16>, !torch.int, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @log_softmax(
func.func @log_softmax(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // CHECK: arith.maximumf
  // CHECK: math.exp
  // CHECK: arith.addf
  // CHECK: math.log
  // CHECK: arith.subf
  %y = torch.aten._log_softmax %x, %int1, %false : !torch.vtensor<[?,5],f32>, !torch.int, !torch.bool -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @log_softmax_int(
func.func @log_softmax_int(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int1 = torch.constant.int 1
  %none = torch.constant.none
  // CHECK: math.log
  %y = torch.aten.log_softmax.int %x, %int1, %none : !torch.vtensor<[?,5],f32>, !torch.int, !torch.none -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}
