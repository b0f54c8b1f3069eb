// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

func.func @types(%a: !torch.vtensor<[2],f32>) {
  // expected-error @+1 {{number of operands and types do not match: got 2 operands and 1 types}}
  %0 = torch.aten.mm %a, %a : !torch.vtensor<[2],f32> -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @colon(%a: !torch.vtensor<[2],f32>) {
  // expected-error @+1 {{expected ':'}}
  %0 = torch.aten.exp %a -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @constant() {
  // expected-error @+1 {{expected integer value}}
  %0 = torch.constant.int 1.5
  return
}

// -----

func.func @copy(%a: !torch.tensor<[2],f32>) {
  // expected-error @+1 {{the result of 'torch.copy.to_vtensor' must be a !torch.vtensor}}
  %0 = torch.copy.to_vtensor %a : !torch.tensor<[2],f32>
  return
}

// -----

func.func @overwrite(%a: !torch.vtensor<[2],f32>, %b: !torch.tensor<[2],f32>) {
  // expected-error @+1 {{expected 'overwrites'}}
  torch.overwrite.tensor.contents %a, %b : !torch.vtensor<[2],f32>, !torch.tensor<[2],f32>
  return
}
