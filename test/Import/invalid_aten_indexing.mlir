// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @gather_rank(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[4],si64>) {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.gather': needs self and index of one rank, got 'tensor<4x5xf32>' and 'tensor<4xi64>'}}
  %y = torch.aten.gather %x, %int1, %i, %false : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[4],si64>, !torch.bool -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @gather_index(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[4,2],f32>) {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.gather': index must hold si64 or si32, got 'tensor<4x2xf32>'}}
  %y = torch.aten.gather %x, %int1, %i, %false : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[4,2],f32>, !torch.bool -> !torch.vtensor<[4,2],f32>
  return
}

// -----

func.func @gather_size(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[6,2],si64>) {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.gather': dimension 0 of index is larger than that of self}}
  %y = torch.aten.gather %x, %int1, %i, %false : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[6,2],si64>, !torch.bool -> !torch.vtensor<[6,2],f32>
  return
}

// -----

func.func @embedding_weight(%x: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2],si64>) {
  %intm1 = torch.constant.int -1
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.embedding': weight must be a matrix, got 'tensor<4xf32>'}}
  %y = torch.aten.embedding %x, %i, %intm1, %false, %false : !torch.vtensor<[4],f32>, !torch.vtensor<[2],si64>, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @index_select(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[4,2],si64>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.index_select': needs a vector of indices, got 'tensor<4x2xi64>'}}
  %y = torch.aten.index_select %x, %int0, %i : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[4,2],si64> -> !torch.vtensor<[4,2,5],f32>
  return
}

// -----

func.func @index_mask(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[4],i1>) {
  %tensors0 = torch.prim.ListConstruct %i : (!torch.vtensor<[4],i1>) -> !torch.list<optional<vtensor>>
  // expected-error @+1 {{'torch.aten.index.Tensor': an index must hold si64 or si32, got 'tensor<4xi1>': how many a mask selects is not known}}
  %y = torch.aten.index.Tensor %x, %tensors0 : !torch.vtensor<[4,5],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[?,5],f32>
  return
}

// -----

func.func @index_many(%x: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2],si64>) {
  %tensors0 = torch.prim.ListConstruct %i, %i : (!torch.vtensor<[2],si64>, !torch.vtensor<[2],si64>) -> !torch.list<vtensor>
  // expected-error @+1 {{'torch.aten.index.Tensor': has 2 indices for 'tensor<4xf32>'}}
  %y = torch.aten.index.Tensor %x, %tensors0 : !torch.vtensor<[4],f32>, !torch.list<vtensor> -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @index_none(%x: !torch.vtensor<[4],f32>) {
  %none = torch.constant.none
  %tensors1 = torch.prim.ListConstruct %none : (!torch.none) -> !torch.list<none>
  // expected-error @+1 {{'torch.aten.index.Tensor': has no index tensor}}
  %y = torch.aten.index.Tensor %x, %tensors1 : !torch.vtensor<[4],f32>, !torch.list<none> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @index_shapes(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[2],si64>, %j: !torch.vtensor<[3],si64>) {
  %tensors0 = torch.prim.ListConstruct %i, %j : (!torch.vtensor<[2],si64>, !torch.vtensor<[3],si64>) -> !torch.list<vtensor>
  // expected-error @+1 {{'torch.aten.index.Tensor': the shapes of the indices differ: 2 and 3}}
  %y = torch.aten.index.Tensor %x, %tensors0 : !torch.vtensor<[4,5],f32>, !torch.list<vtensor> -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @scatter_rank(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[4],si64>, %s: !torch.vtensor<[4],f32>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.scatter.src': needs operands of one rank, got 'tensor<4x5xf32>', 'tensor<4xi64>' and 'tensor<4xf32>'}}
  %y = torch.aten.scatter.src %x, %int1, %i, %s : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[4],si64>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4,5],f32>
  return
}

// -----

func.func @scatter_dtype(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[4,2],si64>, %s: !torch.vtensor<[4,2],bf16>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.scatter.src': needs self and src of one dtype, got 'tensor<4x5xf32>' and 'tensor<4x2xbf16>'}}
  %y = torch.aten.scatter.src %x, %int1, %i, %s : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[4,2],si64>, !torch.vtensor<[4,2],bf16> -> !torch.vtensor<[4,5],f32>
  return
}

// -----

func.func @scatter_source(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[4,2],si64>, %s: !torch.vtensor<[4,1],f32>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.scatter.src': dimension 1 of index is larger than that of src}}
  %y = torch.aten.scatter.src %x, %int1, %i, %s : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[4,2],si64>, !torch.vtensor<[4,1],f32> -> !torch.vtensor<[4,5],f32>
  return
}

// -----

func.func @scatter_add_bool(%x: !torch.vtensor<[4,5],i1>, %i: !torch.vtensor<[4,2],si64>, %s: !torch.vtensor<[4,2],i1>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.scatter_add': cannot add bools}}
  %y = torch.aten.scatter_add %x, %int1, %i, %s : !torch.vtensor<[4,5],i1>, !torch.int, !torch.vtensor<[4,2],si64>, !torch.vtensor<[4,2],i1> -> !torch.vtensor<[4,5],i1>
  return
}

// -----

func.func @index_put_bool(%x: !torch.vtensor<[4],i1>, %i: !torch.vtensor<[2],si64>, %s: !torch.vtensor<[2],i1>) {
  %tensors0 = torch.prim.ListConstruct %i : (!torch.vtensor<[2],si64>) -> !torch.list<vtensor>
  %true = torch.constant.bool true
  // expected-error @+1 {{'torch.aten.index_put': cannot add bools}}
  %y = torch.aten.index_put %x, %tensors0, %s, %true : !torch.vtensor<[4],i1>, !torch.list<vtensor>, !torch.vtensor<[2],i1>, !torch.bool -> !torch.vtensor<[4],i1>
  return
}

// -----

func.func @index_put_values(%x: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2],si64>, %s: !torch.vtensor<[3],f32>) {
  %tensors0 = torch.prim.ListConstruct %i : (!torch.vtensor<[2],si64>) -> !torch.list<vtensor>
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.index_put': dimension 0 cannot be broadcast to the new size: 3 and 2}}
  %y = torch.aten.index_put %x, %tensors0, %s, %false : !torch.vtensor<[4],f32>, !torch.list<vtensor>, !torch.vtensor<[3],f32>, !torch.bool -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @index_add(%x: !torch.vtensor<[4,5],f32>, %i: !torch.vtensor<[2],si64>, %s: !torch.vtensor<[2],f32>) {
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.index_add': needs a vector of indices, and self and source of one rank and dtype, got 'tensor<2xi64>', 'tensor<4x5xf32>' and 'tensor<2xf32>'}}
  %y = torch.aten.index_add %x, %int0, %i, %s, %int1 : !torch.vtensor<[4,5],f32>, !torch.int, !torch.vtensor<[2],si64>, !torch.vtensor<[2],f32>, !torch.int -> !torch.vtensor<[4,5],f32>
  return
}
