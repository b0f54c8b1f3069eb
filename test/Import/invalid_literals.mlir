// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

// Data of another size than the type needs.
func.func @bytes() {
  // expected-error @+1 {{'torch.vtensor.literal': resource 'torch_tensor_3_torch.float32' has 8 bytes, but 'tensor<3xf32>' needs 12}}
  %0 = torch.vtensor.literal(dense_resource<torch_tensor_3_torch.float32> : tensor<3xf32>) : !torch.vtensor<[3],f32>
  return
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_3_torch.float32: "0x040000006BE82A3EF978523F"
    }
  }
#-}

// -----

func.func @declared() {
  // expected-error @+1 {{'torch.vtensor.literal': holds 'tensor<2xf32>', but is declared as '!torch.vtensor<[3],f32>'}}
  %0 = torch.vtensor.literal(dense<1.0> : tensor<2xf32>) : !torch.vtensor<[3],f32>
  return
}

// -----

func.func @kind() {
  // expected-error @+1 {{'torch.vtensor.literal': needs the elements of a ranked tensor as attribute 'value'}}
  %0 = torch.vtensor.literal(1 : i64) : !torch.vtensor<[],si64>
  return
}

// -----

func.func @sparse() {
  // expected-error @+1 {{'torch.vtensor.literal': holds elements that are neither dense<...> nor dense_resource<...>}}
  %0 = torch.vtensor.literal(sparse<[[0]], [1.0]> : tensor<3xf32>) : !torch.vtensor<[3],f32>
  return
}
