// Division and remainder: integers as in Python, with a check of the divisor where it is not known.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @floor_integers(
func.func @floor_integers(%x: !torch.vtensor<[4],si64>, %y: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %str_floor = torch.constant.str "floor"
  // CHECK: %[[ALL:.*]] = linalg.generic {{.*}}iterator_types = ["reduction"]}
  // CHECK: %[[SANE:.*]] = tensor.extract %[[ALL]][]
  // CHECK: cf.assert %[[SANE]], "aten.div.Tensor_mode: divides integers by 0"
  // CHECK: arith.divsi
  %z = torch.aten.div.Tensor_mode %x, %y, %str_floor : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64>, !torch.str -> !torch.vtensor<[4],si64>
  return %z : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @trunc_floats(
func.func @trunc_floats(%x: !torch.vtensor<[4],f32>, %y: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32> {
  %str_trunc = torch.constant.str "trunc"
  // CHECK-NOT: cf.assert
  // CHECK: arith.divf
  // CHECK: math.trunc
  %z = torch.aten.div.Tensor_mode %x, %y, %str_trunc : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32>, !torch.str -> !torch.vtensor<[4],f32>
  return %z : !torch.vtensor<[4],f32>
}

// CHECK-LABEL: func.func @known_divisor(
func.func @known_divisor(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %int4 = torch.constant.int 4
  %str_floor = torch.constant.str "floor"
  %d = torch.prim.NumToTensor.Scalar %int4 : !torch.int -> !torch.vtensor<[],si64>
  // CHECK: %[[FOUR:.*]] = arith.constant dense<4> : tensor<i64>
  // CHECK-NOT: cf.assert
  // CHECK: arith.divsi
  %z = torch.aten.div.Tensor_mode %x, %d, %str_floor : !torch.vtensor<[4],si64>, !torch.vtensor<[],si64>, !torch.str -> !torch.vtensor<[4],si64>
  return %z : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @floor_divide_scalar(
func.func @floor_divide_scalar(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %int4 = torch.constant.int 4
  // CHECK-NOT: cf.assert
  // CHECK: arith.divsi
  %z = torch.aten.floor_divide.Scalar %x, %int4 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],si64>
  return %z : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @floor_divide(
func.func @floor_divide(%x: !torch.vtensor<[4],f32>, %y: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32> {
  // CHECK: arith.remf
  // CHECK: math.floor
  %z = torch.aten.floor_divide %x, %y : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return %z : !torch.vtensor<[4],f32>
}

// CHECK-LABEL: func.func @div_scalar(
func.func @div_scalar(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int256 = torch.constant.int 256
  // CHECK: arith.divf
  %z = torch.aten.div.Scalar %x, %int256 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %z : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @div_scalar_mode(
func.func @div_scalar_mode(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %int3 = torch.constant.int 3
  %str_trunc = torch.constant.str "trunc"
  // CHECK: arith.divsi
  %z = torch.aten.div.Scalar_mode %x, %int3, %str_trunc : !torch.vtensor<[4],si64>, !torch.int, !torch.str -> !torch.vtensor<[4],si64>
  return %z : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @remainder_scalar(
func.func @remainder_scalar(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %int3 = torch.constant.int 3
  // CHECK: arith.divsi
  // CHECK: arith.subi
  // CHECK: arith.select
  %z = torch.aten.remainder.Scalar %x, %int3 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],si64>
  return %z : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @remainder(
func.func @remainder(%x: !torch.vtensor<[4],f32>, %y: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32> {
  // CHECK: arith.remf
  // CHECK: arith.select
  %z = torch.aten.remainder.Tensor %x, %y : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return %z : !torch.vtensor<[4],f32>
}
