// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

// torch-mlir 20261001 lowers a view of two dynamic dimensions to a cast that declares the second to be 1.
func.func @view(%arg0: tensor<?x?x64xf32>) -> tensor<?x64xf32> {
  %0 = torch_c.from_builtin_tensor %arg0 : tensor<?x?x64xf32> -> !torch.vtensor<[?,?,64],f32>
  %1 = torch.symbolic_int "s33" {min_val = 2, max_val = 8} : !torch.int
  %2 = torch.symbolic_int "s50" {min_val = 2, max_val = 1024} : !torch.int
  torch.bind_symbolic_shape %0, [%1, %2], affine_map<()[s0, s1] -> (s0, s1, 64)> : !torch.vtensor<[?,?,64],f32>
  // expected-error @+1 {{dimension 1 is cast to size 1, but every size of the program is at least 2: torch-mlir lowered a view wrongly (1 cast), import the raw or the torch form}}
  %cast = tensor.cast %arg0 : tensor<?x?x64xf32> to tensor<?x1x64xf32>
  %collapsed = tensor.collapse_shape %cast [[0], [1, 2]] : tensor<?x1x64xf32> into tensor<?x64xf32>
  return %collapsed : tensor<?x64xf32>
}

// -----

// Without symbols nothing is known about the size, and a size that may be 1 may be declared to be.
func.func @unbacked(%arg0: tensor<?x64xf32>) -> tensor<1x64xf32> {
  %0 = torch.symbolic_int "u0" {min_val = 0, max_val = 8} : !torch.int
  %cast = tensor.cast %arg0 : tensor<?x64xf32> to tensor<1x64xf32>
  return %cast : tensor<1x64xf32>
}

// -----

func.func @cast(%arg0: tensor<2x64xf32>) {
  %0 = torch_c.from_builtin_tensor %arg0 : tensor<2x64xf32> -> !torch.vtensor<[2,64],f32>
  // expected-error @+1 {{'torch_c.to_builtin_tensor': casts '!torch.vtensor<[2,64],f32>' to 'tensor<3x64xf32>'}}
  %1 = torch_c.to_builtin_tensor %0 : !torch.vtensor<[2,64],f32> -> tensor<3x64xf32>
  return
}

// -----

// What neither torch-mlir nor dsv4 lowers is named at the end.
func.func @foreign(%arg0: tensor<2x64xf32>) -> memref<2xf32> {
  // expected-error @+1 {{'memref.alloc' is left after convert-torch-to-dsv4}}
  %0 = memref.alloc() : memref<2xf32>
  return %0 : memref<2xf32>
}
