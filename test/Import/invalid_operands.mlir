// What the readers of operands reject: number, kind, and what must be known when importing.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @too_few(%x: !torch.vtensor<[2,4,8],f32>) {
  // expected-error @+1 {{'torch.tensor_cast.hc_pre_inv_rms': takes 2 operands (x, hc_mult), got 1}}
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x) : (!torch.vtensor<[2,4,8],f32>) -> !torch.vtensor<[2,1],f32>
  return
}

// -----

func.func @too_many(%x: !torch.vtensor<[2],f32>) {
  // expected-error @+1 {{'torch.aten.exp': takes 1 operands (self), got 2}}
  %0 = torch.aten.exp %x, %x : !torch.vtensor<[2],f32>, !torch.vtensor<[2],f32> -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @results(%x: !torch.vtensor<[2],f32>) {
  // expected-error @+1 {{'torch.aten.exp': has 1 results, not 2}}
  %0:2 = torch.aten.exp %x : !torch.vtensor<[2],f32> -> !torch.vtensor<[2],f32>, !torch.vtensor<[2],f32>
  return
}

// -----

func.func @no_result(%x: !torch.vtensor<[2],f32>) {
  // expected-error @+1 {{'torch.aten.exp': must have a result 0}}
  torch.aten.exp %x : !torch.vtensor<[2],f32>
  return
}

// -----

func.func @tensor(%x: !torch.vtensor<[2],f32>) {
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.mul.Tensor': operand 1 (other) must be a tensor, got '!torch.none'}}
  %0 = torch.aten.mul.Tensor %x, %none : !torch.vtensor<[2],f32>, !torch.none -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @int_not_constant(%x: !torch.vtensor<[2,4,8],f32>, %mult: !torch.int) {
  // expected-error @+1 {{'torch.tensor_cast.hc_pre_inv_rms': operand 1 (hc_mult) must be a constant !torch.int, got '!torch.int'}}
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %mult) : (!torch.vtensor<[2,4,8],f32>, !torch.int) -> !torch.vtensor<[2,1],f32>
  return
}

// -----

func.func @float_not_int(%x: !torch.vtensor<[2,8],f32>, %w: !torch.vtensor<[8],f32>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.tensor_cast.rms_norm': operand 2 (eps) must be a constant !torch.float, got '!torch.int'}}
  %0 = torch.operator "torch.tensor_cast.rms_norm"(%x, %w, %int1) : (!torch.vtensor<[2,8],f32>, !torch.vtensor<[8],f32>, !torch.int) -> !torch.vtensor<[2,8],f32>
  return
}

// -----

func.func @bool_not_constant(%scores: !torch.vtensor<[5,8],f32>, %normalize: !torch.bool) {
  %int2 = torch.constant.int 2
  %scale = torch.constant.float 1.5
  %none = torch.constant.none
  // expected-error @+1 {{'torch.tensor_cast.moe_gating_top_k': operand 2 (normalize_weights) must be a constant !torch.bool, got '!torch.bool'}}
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%scores, %int2, %normalize, %scale, %none) : (!torch.vtensor<[5,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.none) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  return
}

// -----

func.func @scalar_not_constant(%x: !torch.vtensor<[2],f32>, %exponent: !torch.float) {
  // expected-error @+1 {{'torch.aten.pow.Tensor_Scalar': operand 1 (exponent) must be a constant number, got '!torch.float'}}
  %0 = torch.aten.pow.Tensor_Scalar %x, %exponent : !torch.vtensor<[2],f32>, !torch.float -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @not_a_number(%x: !torch.vtensor<[2],f32>) {
  // expected-error @+1 {{'torch.aten.gt.Scalar': operand 1 (other) must be a number, got '!torch.vtensor<[2],f32>'}}
  %0 = torch.aten.gt.Scalar %x, %x : !torch.vtensor<[2],f32>, !torch.vtensor<[2],f32> -> !torch.vtensor<[2],i1>
  return
}

// -----

func.func @not_a_string(%x: !torch.vtensor<[2],f32>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.div.Tensor_mode': operand 2 (rounding_mode) must be a constant !torch.str, got '!torch.int'}}
  %0 = torch.aten.div.Tensor_mode %x, %x, %int1 : !torch.vtensor<[2],f32>, !torch.vtensor<[2],f32>, !torch.int -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @not_a_tensor_list(%x: !torch.vtensor<[2],f32>) {
  %int0 = torch.constant.int 0
  %0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.cat': operand 0 (tensors) must be a list of tensors, got '!torch.list<int>'}}
  %1 = torch.aten.cat %0, %int0 : !torch.list<int>, !torch.int -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @list(%x: !torch.vtensor<[2,4],f32>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.permute': operand 1 (dims) must be a list of constant ints made by prim.ListConstruct, got '!torch.int'}}
  %0 = torch.aten.permute %x, %int1 : !torch.vtensor<[2,4],f32>, !torch.int -> !torch.vtensor<[4,2],f32>
  return
}

// -----

func.func @list_not_constant(%x: !torch.vtensor<[2,4],f32>, %n: !torch.int) {
  %0 = torch.prim.ListConstruct %n, %n : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.permute': operand 1 (dims) must be a list of constant ints, got '!torch.list<int>'}}
  %1 = torch.aten.permute %x, %0 : !torch.vtensor<[2,4],f32>, !torch.list<int> -> !torch.vtensor<[4,2],f32>
  return
}

// -----

func.func @list_of_floats(%x: !torch.vtensor<[2,4],f32>) {
  %float1 = torch.constant.float 8.0
  %0 = torch.prim.ListConstruct %float1 : (!torch.float) -> !torch.list<float>
  // expected-error @+1 {{'torch.aten.view': operand 1 (size) must be a list of ints, got '!torch.list<float>'}}
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[2,4],f32>, !torch.list<float> -> !torch.vtensor<[8],f32>
  return
}

// -----

func.func @int(%x: !torch.vtensor<[2,4],f32>) {
  %int1 = torch.constant.int 1
  %float1 = torch.constant.float 8.0
  // expected-error @+1 {{'torch.aten.mul.int': operand 1 (b) must be a !torch.int, got '!torch.float'}}
  %0 = torch.aten.mul.int %int1, %float1 : !torch.int, !torch.float -> !torch.int
  return
}

// -----

func.func @optional_int(%x: !torch.vtensor<[2,4],f32>) {
  %none = torch.constant.none
  %true = torch.constant.bool true
  // expected-error @+1 {{'torch.aten.sum.dim_IntList': operand 3 (dtype) must be none or a constant !torch.int, got '!torch.bool'}}
  %0 = torch.aten.sum.dim_IntList %x, %none, %true, %true : !torch.vtensor<[2,4],f32>, !torch.none, !torch.bool, !torch.bool -> !torch.vtensor<[1,1],f32>
  return
}

// -----

func.func @constant() {
  // expected-error @+1 {{'torch.constant.int': needs a number as attribute 'value'}}
  %0 = "torch.constant.int"() <{value = "one"}> : () -> !torch.int
  return
}

// -----

func.func @wrong_constant() {
  // expected-error @+1 {{'torch.constant.int': result 0 is 'f64', but declared as '!torch.int'}}
  %0 = "torch.constant.int"() <{value = 1.0 : f64}> : () -> !torch.int
  return
}
