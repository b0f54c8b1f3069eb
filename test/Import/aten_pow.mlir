// Exponents with a formula need no library function; integers are multiplied.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @square_root(
func.func @square_root(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %float0_5 = torch.constant.float 0.5
  // CHECK: math.sqrt
  %y = torch.aten.pow.Tensor_Scalar %x, %float0_5 : !torch.vtensor<[?,5],f32>, !torch.float -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @cube(
func.func @cube(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int3 = torch.constant.int 3
  // CHECK: %[[SQUARE:.*]] = arith.mulf %[[X:.*]], %[[X]]
  // CHECK: arith.mulf %[[X]], %[[SQUARE]]
  %y = torch.aten.pow.Tensor_Scalar %x, %int3 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @other(
func.func @other(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %float2_5 = torch.constant.float 2.5
  // CHECK: math.powf
  %y = torch.aten.pow.Tensor_Scalar %x, %float2_5 : !torch.vtensor<[?,5],f32>, !torch.float -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @integers(
func.func @integers(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %int3 = torch.constant.int 3
  // CHECK: arith.muli
  // CHECK: arith.muli
  %y = torch.aten.pow.Tensor_Scalar %x, %int3 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}
