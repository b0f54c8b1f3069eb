// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @broadcast(%x: !torch.vtensor<[4,8],f32>, %y: !torch.vtensor<[3,1],f32>) {
  // expected-error @+1 {{'torch.aten.mul.Tensor': cannot broadcast 'tensor<3x1xf32>' to 'tensor<4x8xf32>'}}
  %0 = torch.aten.mul.Tensor %x, %y : !torch.vtensor<[4,8],f32>, !torch.vtensor<[3,1],f32> -> !torch.vtensor<[4,8],f32>
  return
}

// -----

func.func @broadcast_rank(%x: !torch.vtensor<[4,8],f32>) {
  // expected-error @+1 {{'torch.aten.exp': cannot broadcast 'tensor<4x8xf32>' to 'tensor<8xf32>'}}
  %0 = torch.aten.exp %x : !torch.vtensor<[4,8],f32> -> !torch.vtensor<[8],f32>
  return
}

// -----

func.func @broadcast_nothing(%x: !torch.vtensor<[1,8],f32>) {
  // expected-error @+1 {{'torch.aten.exp': no operand has dimension 0 of 'tensor<4x8xf32>'}}
  %0 = torch.aten.exp %x : !torch.vtensor<[1,8],f32> -> !torch.vtensor<[4,8],f32>
  return
}

// -----

func.func @unary_integer(%x: !torch.vtensor<[4],si64>) {
  // expected-error @+1 {{'torch.aten.exp': needs a float result, got 'tensor<4xi64>'}}
  %0 = torch.aten.exp %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @division(%x: !torch.vtensor<[4],si64>) {
  // expected-error @+1 {{'torch.aten.div.Tensor': has no result of type 'tensor<4xi64>'}}
  %0 = torch.aten.div.Tensor %x, %x : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @bool_sum(%x: !torch.vtensor<[4],i1>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.add.Tensor': has no result of type 'tensor<4xi1>'}}
  %0 = torch.aten.add.Tensor %x, %x, %int1 : !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>, !torch.int -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @compare(%x: !torch.vtensor<[4],si8>) {
  %int300 = torch.constant.int 300
  // expected-error @+1 {{'torch.aten.gt.Scalar': 300 does not fit 'i8'}}
  %0 = torch.aten.gt.Scalar %x, %int300 : !torch.vtensor<[4],si8>, !torch.int -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @compare_result(%x: !torch.vtensor<[4],f32>) {
  %int3 = torch.constant.int 3
  // expected-error @+1 {{'torch.aten.gt.Scalar': needs a bool result, got 'tensor<4xf32>'}}
  %0 = torch.aten.gt.Scalar %x, %int3 : !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @condition(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.where.self': condition must be a bool tensor, got 'tensor<4xf32>'}}
  %0 = torch.aten.where.self %x, %x, %x : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @dtype(%x: !torch.vtensor<[4],f32>) {
  %int6 = torch.constant.int 6
  // expected-error @+1 {{'torch.prims.convert_element_type': dtype 6 is not that of the declared result 'tensor<4xbf16>'}}
  %0 = torch.prims.convert_element_type %x, %int6 : !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[4],bf16>
  return
}

// -----

func.func @sum_dim(%x: !torch.vtensor<[4,8],f32>) {
  %int2 = torch.constant.int 2
  %0 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
  %true = torch.constant.bool true
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.sum.dim_IntList': dim 2 is outside 'tensor<4x8xf32>'}}
  %1 = torch.aten.sum.dim_IntList %x, %0, %true, %none : !torch.vtensor<[4,8],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[4,1],f32>
  return
}

// -----

func.func @sum_dtype(%x: !torch.vtensor<[4,8],f32>) {
  %int7 = torch.constant.int 7
  %true = torch.constant.bool true
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.sum.dim_IntList': dtype 7 is not that of the declared result 'tensor<1x1xf32>'}}
  %0 = torch.aten.sum.dim_IntList %x, %none, %true, %int7 : !torch.vtensor<[4,8],f32>, !torch.none, !torch.bool, !torch.int -> !torch.vtensor<[1,1],f32>
  return
}

// -----

func.func @fill(%x: !torch.vtensor<[4],si8>) {
  %int300 = torch.constant.int 300
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.full_like': fill_value does not fit 'i8'}}
  %0 = torch.aten.full_like %x, %int300, %none, %none, %none, %none, %none : !torch.vtensor<[4],si8>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.none, !torch.none -> !torch.vtensor<[4],si8>
  return
}

// -----

func.func @mm_rank(%x: !torch.vtensor<[2,4,8],f32>, %y: !torch.vtensor<[8,3],f32>) {
  // expected-error @+1 {{'torch.aten.mm': needs two matrices, got 'tensor<2x4x8xf32>' and 'tensor<8x3xf32>'}}
  %0 = torch.aten.mm %x, %y : !torch.vtensor<[2,4,8],f32>, !torch.vtensor<[8,3],f32> -> !torch.vtensor<[4,3],f32>
  return
}

// -----

func.func @mm_sizes(%x: !torch.vtensor<[4,8],f32>, %y: !torch.vtensor<[9,3],f32>) {
  // expected-error @+1 {{'torch.aten.mm': cannot multiply 'tensor<4x8xf32>' and 'tensor<9x3xf32>'}}
  %0 = torch.aten.mm %x, %y : !torch.vtensor<[4,8],f32>, !torch.vtensor<[9,3],f32> -> !torch.vtensor<[4,3],f32>
  return
}

// -----

func.func @mm_dtypes(%x: !torch.vtensor<[4,8],f32>, %y: !torch.vtensor<[8,3],bf16>) {
  // expected-error @+1 {{'torch.aten.mm': needs tensors of one dtype, got 'tensor<4x8xf32>' and 'tensor<8x3xbf16>'}}
  %0 = torch.aten.mm %x, %y : !torch.vtensor<[4,8],f32>, !torch.vtensor<[8,3],bf16> -> !torch.vtensor<[4,3],f32>
  return
}

// -----

func.func @mm_bools(%x: !torch.vtensor<[4,8],i1>, %y: !torch.vtensor<[8,3],i1>) {
  // expected-error @+1 {{'torch.aten.mm': needs tensors of f16, bf16, f32, f64 or integers, got 'tensor<4x8xi1>'}}
  %0 = torch.aten.mm %x, %y : !torch.vtensor<[4,8],i1>, !torch.vtensor<[8,3],i1> -> !torch.vtensor<[4,3],i1>
  return
}

// -----

func.func @permute(%x: !torch.vtensor<[4,8],f32>) {
  %int1 = torch.constant.int 1
  %0 = torch.prim.ListConstruct %int1, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.permute': dims are not a permutation of the 2 dimensions of self}}
  %1 = torch.aten.permute %x, %0 : !torch.vtensor<[4,8],f32>, !torch.list<int> -> !torch.vtensor<[8,4],f32>
  return
}

// -----

func.func @size(%x: !torch.vtensor<[4,8],f32>) {
  %int-3 = torch.constant.int -3
  // expected-error @+1 {{'torch.aten.size.int': dim -3 is outside 'tensor<4x8xf32>'}}
  %0 = torch.aten.size.int %x, %int-3 : !torch.vtensor<[4,8],f32>, !torch.int -> !torch.int
  return
}

// -----

func.func @view_elements(%x: !torch.vtensor<[4,8],f32>) {
  %int5 = torch.constant.int 5
  %0 = torch.prim.ListConstruct %int5, %int5 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.view': cannot view 'tensor<4x8xf32>' as 'tensor<5x5xf32>'}}
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[4,8],f32>, !torch.list<int> -> !torch.vtensor<[5,5],f32>
  return
}

// -----

// Dynamic sizes elsewhere do not hide it.
func.func @view_elements_dynamic(%x: !torch.vtensor<[?,2,3],f32>, %n: !torch.int) {
  %int5 = torch.constant.int 5
  %int3 = torch.constant.int 3
  %0 = torch.prim.ListConstruct %int5, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[?,2,3],f32>, !torch.list<int> -> !torch.vtensor<[5,3],f32>
  %2 = torch.prim.ListConstruct %int5 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.view': cannot view 'tensor<5x3xf32>' as 'tensor<5xf32>'}}
  %3 = torch.aten.view %1, %2 : !torch.vtensor<[5,3],f32>, !torch.list<int> -> !torch.vtensor<[5],f32>
  return
}

// -----

func.func @view_list(%x: !torch.vtensor<[4,8],f32>) {
  %int32 = torch.constant.int 32
  %0 = torch.prim.ListConstruct %int32 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.view': size has 1 elements, but the result is declared as 'tensor<8x4xf32>'}}
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[4,8],f32>, !torch.list<int> -> !torch.vtensor<[8,4],f32>
  return
}

// -----

func.func @view_declared(%x: !torch.vtensor<[4,8],f32>) {
  %int16 = torch.constant.int 16
  %int2 = torch.constant.int 2
  %0 = torch.prim.ListConstruct %int16, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.view': size 0 is 16, but the result is declared as 'tensor<8x4xf32>'}}
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[4,8],f32>, !torch.list<int> -> !torch.vtensor<[8,4],f32>
  return
}

// -----

func.func @view_two_unknown(%x: !torch.vtensor<[4,8],f32>) {
  %int-1 = torch.constant.int -1
  %0 = torch.prim.ListConstruct %int-1, %int-1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.view': sizes 0 and 1 are both -1}}
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[4,8],f32>, !torch.list<int> -> !torch.vtensor<[?,?],f32>
  return
}

// -----

func.func @view_negative(%x: !torch.vtensor<[4,8],f32>) {
  %int-2 = torch.constant.int -2
  %0 = torch.prim.ListConstruct %int-2 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.view': size 0 is -2}}
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[4,8],f32>, !torch.list<int> -> !torch.vtensor<[?],f32>
  return
}

// -----

func.func @view_zero(%x: !torch.vtensor<[?,0],f32>) {
  %int-1 = torch.constant.int -1
  %int0 = torch.constant.int 0
  %0 = torch.prim.ListConstruct %int-1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.view': size 0 is -1, but the other sizes have a 0}}
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[?,0],f32>, !torch.list<int> -> !torch.vtensor<[?,0],f32>
  return
}
