// Ranges of numbers.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @end(
func.func @end() -> !torch.vtensor<[8],si64> {
  %int8 = torch.constant.int 8
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.empty() : tensor<8xi64>
  // CHECK: linalg.index 0
  %y = torch.aten.arange %int8, %none, %none, %none, %false : !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[8],si64>
  return %y : !torch.vtensor<[8],si64>
}

// CHECK-LABEL: func.func @start(
func.func @start() -> !torch.vtensor<[7],si64> {
  %int2 = torch.constant.int 2
  %int9 = torch.constant.int 9
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.empty() : tensor<7xi64>
  %y = torch.aten.arange.start %int2, %int9, %none, %none, %none, %false : !torch.int, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[7],si64>
  return %y : !torch.vtensor<[7],si64>
}

// CHECK-LABEL: func.func @step(
func.func @step() -> !torch.vtensor<[5],si64> {
  %int5 = torch.constant.int 5
  %intm4 = torch.constant.int -4
  %intm2 = torch.constant.int -2
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: tensor.empty() : tensor<5xi64>
  %y = torch.aten.arange.start_step %int5, %intm4, %intm2, %none, %none, %none, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[5],si64>
  return %y : !torch.vtensor<[5],si64>
}

// CHECK-LABEL: func.func @dynamic(
func.func @dynamic(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?],si64> {
  %int0 = torch.constant.int 0
  %none = torch.constant.none
  %false = torch.constant.bool false
  %n = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.int
  // CHECK: %[[N:.*]] = tensor.dim
  // CHECK: tensor.empty(%[[N]]) : tensor<?xi64>
  %y = torch.aten.arange %n, %none, %none, %none, %false : !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[?],si64>
  return %y : !torch.vtensor<[?],si64>
}
