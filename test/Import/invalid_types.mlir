// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

// expected-error @+1 {{argument 1 of @dtype: unknown dtype 'si7' in '!torch.vtensor<[4],si7>'}}
func.func @dtype(%x: !torch.vtensor<[4],f32>, %y: !torch.vtensor<[4],si7>) {
  return
}

// -----

// expected-error @+1 {{argument 0 of @quantized: unknown dtype '!torch.qint8' in '!torch.vtensor<[4],!torch.qint8>'}}
func.func @quantized(%x: !torch.vtensor<[4],!torch.qint8>) {
  return
}

// -----

// expected-error @+1 {{result 0 of @unranked: '!torch.vtensor<*,f32>' has no rank or no dtype: run torch-mlir's shape and dtype refinement first}}
func.func private @unranked() -> !torch.vtensor<*,f32>

// -----

// expected-error @+1 {{argument 0 of @unk: '!torch.vtensor' has no rank or no dtype}}
func.func private @unk(!torch.vtensor)

// -----

// expected-error @+1 {{argument 0 of @mutable: '!torch.tensor<[4],f32>' is a mutable tensor: import the exported program in its frozen form, where every tensor is a !torch.vtensor}}
func.func private @mutable(!torch.tensor<[4],f32>)

// -----

// expected-error @+1 {{argument 0 of @list: '!torch.list<int>' has no builtin counterpart}}
func.func private @list(!torch.list<int>)

// -----

func.func @inside(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.exp': unknown dtype 'f3' in '!torch.vtensor<[4],f3>'}}
  %0 = torch.aten.exp %x : !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f3>
  return
}

// -----

// expected-error @+1 {{argument 0 of @negative: '!torch.vtensor<[-4],f32>' has no rank or no dtype}}
func.func private @negative(!torch.vtensor<[-4],f32>)

// -----

// f4E2M1FN holds two values per element: nothing may compute with it.
func.func @packed(%x: !torch.vtensor<[4],f4E2M1FN>) -> !torch.vtensor<[4],f32> {
  %int6 = torch.constant.int 6
  // expected-error @+1 {{'torch.prims.convert_element_type': f4E2M1FN holds two values per element, arithmetic on it is not defined}}
  %0 = torch.prims.convert_element_type %x, %int6 : !torch.vtensor<[4],f4E2M1FN>, !torch.int -> !torch.vtensor<[4],f32>
  return %0 : !torch.vtensor<[4],f32>
}
