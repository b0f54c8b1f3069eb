// What a program says about its arguments and sizes, and does not fit.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics --mlir-print-op-on-diagnostic=false

func.func @other_shape(%x: !torch.tensor<[4],f32>, %y: !torch.vtensor<[5],f32>) {
  // expected-error @+1 {{'torch.overwrite.tensor.contents': writes 'tensor<5xf32>' over 'tensor<4xf32>'}}
  "torch.overwrite.tensor.contents"(%y, %x) : (!torch.vtensor<[5],f32>, !torch.tensor<[4],f32>) -> ()
  return
}

// -----

func.func @no_argument(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.overwrite.tensor.contents': operand 1 must be a mutable argument of the function, got '!torch.vtensor<[4],f32>'}}
  "torch.overwrite.tensor.contents"(%x, %x) : (!torch.vtensor<[4],f32>, !torch.vtensor<[4],f32>) -> ()
  return
}

// -----

// A mutable tensor is read by torch.copy.to_vtensor only.
func.func @read(%x: !torch.tensor<[4],f32>) -> !torch.vtensor<[4],f32> {
  // expected-error @+1 {{'torch.aten.exp': operand 0 (self) must be a tensor, got '!torch.tensor<[4],f32>'}}
  %0 = torch.aten.exp %x : !torch.tensor<[4],f32> -> !torch.vtensor<[4],f32>
  return %0 : !torch.vtensor<[4],f32>
}

// -----

func.func @result(%x: !torch.tensor<[4],f32>) -> !torch.tensor<[4],f32> {
  // expected-error @-1 {{result 0 of @result: '!torch.tensor<[4],f32>' is a mutable tensor}}
  return %x : !torch.tensor<[4],f32>
}

// -----

func.func @size(%x: !torch.vtensor<[2,8],f32>) {
  // expected-error @+1 {{'torch.bind_symbolic_shape': dimension 1 of argument 0 must equal 9}}
  torch.bind_symbolic_shape %x, [], affine_map<()[] -> (2, 9)> : !torch.vtensor<[2,8],f32>
  return
}

// -----

func.func @range(%x: !torch.vtensor<[2,8],f32>) {
  %0 = torch.symbolic_int "s0" {min_val = 3, max_val = 8} : !torch.int
  // expected-error @+1 {{'torch.bind_symbolic_shape': dimension 0 of argument 0 must be at least 3}}
  torch.bind_symbolic_shape %x, [%0], affine_map<()[s0] -> (s0, 8)> : !torch.vtensor<[2,8],f32>
  return
}

// -----

func.func @rank(%x: !torch.vtensor<[2,8],f32>) {
  // expected-error @+1 {{'torch.bind_symbolic_shape': has 1 sizes for 'tensor<2x8xf32>'}}
  torch.bind_symbolic_shape %x, [], affine_map<()[] -> (2)> : !torch.vtensor<[2,8],f32>
  return
}

// -----

func.func @symbols(%x: !torch.vtensor<[2,8],f32>) {
  // expected-error @+1 {{'torch.bind_symbolic_shape': needs a tensor and one symbol per symbol of its map}}
  torch.bind_symbolic_shape %x, [], affine_map<()[s0] -> (s0, 8)> : !torch.vtensor<[2,8],f32>
  return
}

// -----

func.func @assertion() {
  %int0 = torch.constant.int 0
  %text = torch.constant.str "u0 >= 1"
  // expected-error @+1 {{'torch.aten._assert_scalar': u0 >= 1}}
  torch.aten._assert_scalar %int0, %text : !torch.int, !torch.str
  return
}

// -----

// A function that gets arguments may not be called.
func.func @callee(%x: !torch.vtensor<[1,4,64],f32>, %c: !torch.vtensor<[1,16,32],f32>) -> !torch.vtensor<[1,16,32],f32> {
  %int4 = torch.constant.int 4
  %int32 = torch.constant.int 32
  %int8 = torch.constant.int 8
  %true = torch.constant.bool true
  %none = torch.constant.none
  %0:2 = torch.operator "torch.tensor_cast.compressor"(%x, %c, %int4, %int32, %int8, %true, %none, %none) : (!torch.vtensor<[1,4,64],f32>, !torch.vtensor<[1,16,32],f32>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.none, !torch.none) -> (!torch.vtensor<[1,1,32],f32>, !torch.vtensor<[1,16,32],f32>)
  // expected-remark @-1 {{has no weights, states, tables and positions}}
  // expected-remark @-2 {{has rotate = true}}
  return %0#1 : !torch.vtensor<[1,16,32],f32>
}
func.func @caller(%x: !torch.vtensor<[1,4,64],f32>, %c: !torch.vtensor<[1,16,32],f32>) -> !torch.vtensor<[1,16,32],f32> {
  // expected-error @+1 {{calls @callee, which gets new arguments or results when it is imported: inline it before}}
  %0 = func.call @callee(%x, %c) : (!torch.vtensor<[1,4,64],f32>, !torch.vtensor<[1,16,32],f32>) -> !torch.vtensor<[1,16,32],f32>
  return %0 : !torch.vtensor<[1,16,32],f32>
}
