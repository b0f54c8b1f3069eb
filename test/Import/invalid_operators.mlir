// Operators without a handler: one error per name, at the first use, with the number of uses; all of them in one run.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @first(%x: !torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32> {
  // expected-error @+1 {{'torch.aten.lgamma' cannot be imported: it has no handler (3 uses)}}
  %0 = torch.aten.lgamma %x : !torch.vtensor<[4,8],f32> -> !torch.vtensor<[4,8],f32>
  %1 = torch.aten.lgamma %0 : !torch.vtensor<[4,8],f32> -> !torch.vtensor<[4,8],f32>
  // expected-error @+1 {{'torch.tensor_cast.unheard_of' cannot be imported: it has no handler (1 use)}}
  %2 = torch.operator "torch.tensor_cast.unheard_of"(%1) : (!torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32>
  // An overload is another operator.
  // expected-error @+1 {{'torch.tensor_cast.rms_norm.out' cannot be imported: it has no handler (1 use)}}
  %3 = torch.operator "torch.tensor_cast.rms_norm.out"(%2) : (!torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32>
  return %3 : !torch.vtensor<[4,8],f32>
}

func.func @second(%x: !torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32> {
  %0 = torch.aten.lgamma %x : !torch.vtensor<[4,8],f32> -> !torch.vtensor<[4,8],f32>
  return %0 : !torch.vtensor<[4,8],f32>
}

// -----

// Mutable tensors that are no arguments.
func.func @mutable(%x: !torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32> {
  // expected-error @+1 {{'torch.copy.to_tensor' cannot be imported: only arguments may be mutable tensors, import the program in its frozen form (1 use)}}
  %0 = torch.copy.to_tensor %x : !torch.tensor<[4,8],f32>
  %1 = torch.copy.to_vtensor %0 : !torch.vtensor<[4,8],f32>
  return %1 : !torch.vtensor<[4,8],f32>
}

// -----

func.func @region(%x: !torch.vtensor<[4,8],f32>, %condition: i1) -> !torch.vtensor<[4,8],f32> {
  %0 = scf.if %condition -> !torch.vtensor<[4,8],f32> {
    // expected-error @+1 {{'torch.aten.exp' cannot be imported inside of a region of another op (1 use)}}
    %1 = torch.aten.exp %x : !torch.vtensor<[4,8],f32> -> !torch.vtensor<[4,8],f32>
    scf.yield %1 : !torch.vtensor<[4,8],f32>
  } else {
    scf.yield %x : !torch.vtensor<[4,8],f32>
  }
  return %0 : !torch.vtensor<[4,8],f32>
}

// -----

// A higher-order operator.
func.func @higher_order(%x: !torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32> {
  // expected-error @+1 {{'torch.hop_map' cannot be imported: higher-order operators have no handler, export a program without branches and loops over data (1 use)}}
  %0 = torch.operator "torch.hop_map"(%x) : (!torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32> {
    "torch.yield"() : () -> ()
  }
  // expected-error @-2 {{'torch.yield' cannot be imported: it has no handler (1 use)}}
  return %0 : !torch.vtensor<[4,8],f32>
}

// -----

// expected-error @+1 {{@branches has branches: only straight-line programs can be imported}}
func.func @branches(%x: !torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,8],f32> {
  cf.br ^bb1
^bb1:
  return %x : !torch.vtensor<[4,8],f32>
}

// -----

// A symbol is a number that only the shapes know.
func.func @symbol(%x: !torch.vtensor<[?,8],f32>) -> !torch.int {
  %0 = torch.symbolic_int "s33" {min_val = 2, max_val = 4096} : !torch.int
  // expected-error @+1 {{'func.return' uses a value of type '!torch.int', which has no builtin counterpart}}
  return %0 : !torch.int
}

