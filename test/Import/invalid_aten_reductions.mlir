// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @sum_dtype(%x: !torch.vtensor<[4],f32>) {
  %int4 = torch.constant.int 4
  // expected-error @+1 {{'torch.aten.sum': dtype 4 is not that of the declared result 'tensor<f32>'}}
  %y = torch.aten.sum %x, %int4 : !torch.vtensor<[4],f32>, !torch.int -> !torch.vtensor<[],f32>
  return
}

// -----

func.func @sum_bool(%x: !torch.vtensor<[4],i1>) {
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.sum': has no result of type 'tensor<i1>'}}
  %y = torch.aten.sum %x, %none : !torch.vtensor<[4],i1>, !torch.none -> !torch.vtensor<[],i1>
  return
}

// -----

func.func @mean_integers(%x: !torch.vtensor<[4],si64>) {
  %int0 = torch.constant.int 0
  %list_int0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.mean.dim': needs a float result, got 'tensor<i64>'}}
  %y = torch.aten.mean.dim %x, %list_int0, %false, %none : !torch.vtensor<[4],si64>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[],si64>
  return
}

// -----

func.func @mean_dim(%x: !torch.vtensor<[4],f32>) {
  %int1 = torch.constant.int 1
  %list_int1 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.mean.dim': dim 1 is outside 'tensor<4xf32>'}}
  %y = torch.aten.mean.dim %x, %list_int1, %false, %none : !torch.vtensor<[4],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[],f32>
  return
}

// -----

func.func @all_result(%x: !torch.vtensor<[4],i1>) {
  // expected-error @+1 {{'torch.aten.all': needs a bool result, got 'tensor<f32>'}}
  %y = torch.aten.all %x : !torch.vtensor<[4],i1> -> !torch.vtensor<[],f32>
  return
}

// -----

func.func @max_of_nothing(%x: !torch.vtensor<[2,0],f32>) {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.max.dim': has no element to choose in dimension 1}}
  %y:2 = torch.aten.max.dim %x, %int1, %false : !torch.vtensor<[2,0],f32>, !torch.int, !torch.bool -> !torch.vtensor<[2],f32>, !torch.vtensor<[2],si64>
  return
}

// -----

func.func @softmax_integers(%x: !torch.vtensor<[4],si64>) {
  %int0 = torch.constant.int 0
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten._softmax': needs floats, got 'tensor<4xi64>' and a result of type 'tensor<4xf32>'}}
  %y = torch.aten._softmax %x, %int0, %false : !torch.vtensor<[4],si64>, !torch.int, !torch.bool -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @softmax_dtype(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  %int15 = torch.constant.int 15
  // expected-error @+1 {{'torch.aten.softmax.int': dtype 15 is not that of the declared result 'tensor<4xf32>'}}
  %y = torch.aten.softmax.int %x, %int0, %int15 : !torch.vtensor<[4],f32>, !torch.int, !torch.int -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @cumsum_dtype(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  %int4 = torch.constant.int 4
  // expected-error @+1 {{'torch.aten.cumsum': dtype 4 is not that of the declared result 'tensor<4xf32>'}}
  %y = torch.aten.cumsum %x, %int0, %int4 : !torch.vtensor<[4],f32>, !torch.int, !torch.int -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @cumsum_bool(%x: !torch.vtensor<[4],i1>) {
  %int0 = torch.constant.int 0
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.cumsum': has no result of type 'tensor<4xi1>'}}
  %y = torch.aten.cumsum %x, %int0, %none : !torch.vtensor<[4],i1>, !torch.int, !torch.none -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @histc_range(%x: !torch.vtensor<[4],f32>) {
  %int4 = torch.constant.int 4
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.histc': needs min < max, got 0.000000e+00 and 0.000000e+00 (the range of the data is not supported)}}
  %y = torch.operator "torch.aten.histc"(%x, %int4, %int0, %int0) : (!torch.vtensor<[4],f32>, !torch.int, !torch.int, !torch.int) -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @histc_bins(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.histc': bins must be at least 1, got 0}}
  %y = torch.operator "torch.aten.histc"(%x, %int0, %int0, %int1) : (!torch.vtensor<[4],f32>, !torch.int, !torch.int, !torch.int) -> !torch.vtensor<[0],f32>
  return
}

// -----

func.func @histc_integers(%x: !torch.vtensor<[4],si64>) {
  %int4 = torch.constant.int 4
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.histc': needs a float result, got 'tensor<4xi64>'}}
  %y = torch.operator "torch.aten.histc"(%x, %int4, %int0, %int1) : (!torch.vtensor<[4],si64>, !torch.int, !torch.int, !torch.int) -> !torch.vtensor<[4],si64>
  return
}

// -----

func.func @topk_k(%x: !torch.vtensor<[4],f32>) {
  %int5 = torch.constant.int 5
  %int0 = torch.constant.int 0
  %true = torch.constant.bool true
  // expected-error @+1 {{'torch.aten.topk': k is not within the size of dimension 0}}
  %y:2 = torch.aten.topk %x, %int5, %int0, %true, %true : !torch.vtensor<[4],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[5],f32>, !torch.vtensor<[5],si64>
  return
}

// -----

func.func @topk_scalar(%x: !torch.vtensor<[],f32>) {
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  %true = torch.constant.bool true
  // expected-error @+1 {{'torch.aten.topk': needs a tensor with dimensions, got 'tensor<f32>'}}
  %y:2 = torch.aten.topk %x, %int1, %int0, %true, %true : !torch.vtensor<[],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[],f32>, !torch.vtensor<[],si64>
  return
}

// -----

func.func @sort_dim(%x: !torch.vtensor<[4],f32>) {
  %int1 = torch.constant.int 1
  %true = torch.constant.bool true
  // expected-error @+1 {{'torch.aten.sort': dim 1 is outside 'tensor<4xf32>'}}
  %y:2 = torch.aten.sort %x, %int1, %true : !torch.vtensor<[4],f32>, !torch.int, !torch.bool -> !torch.vtensor<[4],f32>, !torch.vtensor<[4],si64>
  return
}
