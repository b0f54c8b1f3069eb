// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @float_result(%x: !torch.vtensor<[4],si64>) {
  // expected-error @+1 {{'torch.aten.sin': needs a float result, got 'tensor<4xi64>'}}
  %y = torch.aten.sin %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @negative_bool(%x: !torch.vtensor<[4],i1>) {
  // expected-error @+1 {{'torch.aten.neg': has no result of type 'tensor<4xi1>'}}
  %y = torch.aten.neg %x : !torch.vtensor<[4],i1> -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @test_result(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.isnan': needs a bool result, got 'tensor<4xf32>'}}
  %y = torch.aten.isnan %x : !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @bitwise_not_of_floats(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.bitwise_not': needs integers or bools, got 'tensor<4xf32>'}}
  %y = torch.aten.bitwise_not %x : !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @gelu_tanh(%x: !torch.vtensor<[4],f32>) {
  %str_tanh = torch.constant.str "tanh"
  // expected-error @+1 {{'torch.aten.gelu': approximate must be 'none', got 'tanh'}}
  %y = torch.aten.gelu %x, %str_tanh : !torch.vtensor<[4],f32>, !torch.str -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @pow_negative(%x: !torch.vtensor<[4],si64>) {
  %intm1 = torch.constant.int -1
  // expected-error @+1 {{'torch.aten.pow.Tensor_Scalar': exponent must be a whole number of at least 0 for a result of type 'tensor<4xi64>'}}
  %y = torch.aten.pow.Tensor_Scalar %x, %intm1 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @clamp_bool(%x: !torch.vtensor<[4],i1>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.clamp_min': has no result of type 'tensor<4xi1>'}}
  %y = torch.aten.clamp_min %x, %int0 : !torch.vtensor<[4],i1>, !torch.int -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @add_bool(%x: !torch.vtensor<[4],i1>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.add.Tensor': has no result of type 'tensor<4xi1>'}}
  %y = torch.aten.add.Tensor %x, %x, %int1 : !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>, !torch.int -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @mul_scalar_bool(%x: !torch.vtensor<[4],i1>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.mul.Scalar': has no result of type 'tensor<4xi1>'}}
  %y = torch.aten.mul.Scalar %x, %int1 : !torch.vtensor<[4],i1>, !torch.int -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @float_number(%x: !torch.vtensor<[4],si64>) {
  %float0_5 = torch.constant.float 0.5
  // expected-error @+1 {{'torch.aten.mul.Scalar': has a float operand, but a result of type 'tensor<4xi64>'}}
  %y = torch.aten.mul.Scalar %x, %float0_5 : !torch.vtensor<[4],si64>, !torch.float -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @bitwise_floats(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.bitwise_and.Tensor': needs integers or bools, got 'tensor<4xf32>'}}
  %y = torch.aten.bitwise_and.Tensor %x, %x : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @logical_result(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.logical_and': needs a bool result, got 'tensor<4xf32>'}}
  %y = torch.aten.logical_and %x, %x : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @comparison_result(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.lt.Tensor': needs a bool result, got 'tensor<4xf32>'}}
  %y = torch.aten.lt.Tensor %x, %x : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @true_division(%x: !torch.vtensor<[4],si64>) {
  %int2 = torch.constant.int 2
  // expected-error @+1 {{'torch.aten.div.Scalar': has no result of type 'tensor<4xi64>'}}
  %y = torch.aten.div.Scalar %x, %int2 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @division_by_float(%x: !torch.vtensor<[4],si64>) {
  %float0_5 = torch.constant.float 0.5
  // expected-error @+1 {{'torch.aten.floor_divide.Scalar': has a float operand, but a result of type 'tensor<4xi64>'}}
  %y = torch.aten.floor_divide.Scalar %x, %float0_5 : !torch.vtensor<[4],si64>, !torch.float -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @division_by_zero(%x: !torch.vtensor<[4],si64>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.floor_divide.Scalar': divides integers by 0}}
  %y = torch.aten.floor_divide.Scalar %x, %int0 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @rounding_mode(%x: !torch.vtensor<[4],f32>) {
  %str_ceil = torch.constant.str "ceil"
  // expected-error @+1 {{'torch.aten.div.Tensor_mode': rounding_mode must be none, 'floor' or 'trunc', got 'ceil'}}
  %y = torch.aten.div.Tensor_mode %x, %x, %str_ceil : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32>, !torch.str -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @mask(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.masked_fill.Scalar': condition must be a bool tensor, got 'tensor<4xf32>'}}
  %y = torch.aten.masked_fill.Scalar %x, %x, %int0 : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @triangle(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.tril': needs a matrix, got 'tensor<4xf32>'}}
  %y = torch.aten.tril %x, %int0 : !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @broadcast(%x: !torch.vtensor<[4],f32>, %y: !torch.vtensor<[3],f32>) {
  // expected-error @+1 {{'torch.aten.maximum': cannot broadcast 'tensor<3xf32>' to 'tensor<4xf32>'}}
  %z = torch.aten.maximum %x, %y : !torch.vtensor<[4],f32>, !torch.vtensor<[3],f32> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @number_to_vector() {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.prim.NumToTensor.Scalar': has a result without dimensions, not 'tensor<1xi64>'}}
  %z = torch.prim.NumToTensor.Scalar %int1 : !torch.int -> !torch.vtensor<[1],si64>
  return
}

// -----

func.func @int_of_int() {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.Int.bool': operand 0 (a) must be a !torch.bool, got '!torch.int'}}
  %z = torch.aten.Int.bool %int1 : !torch.int -> !torch.int
  return
}

// -----

func.func @int_division_by_zero() {
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.floordiv.int': divides by 0}}
  %z = torch.aten.floordiv.int %int1, %int0 : !torch.int, !torch.int -> !torch.int
  return
}

// -----

func.func @size_of_a_scalar(%x: !torch.vtensor<[],f32>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.size.int': dim 0 is outside 'tensor<f32>'}}
  %z = torch.aten.size.int %x, %int0 : !torch.vtensor<[],f32>, !torch.int -> !torch.int
  return
}
