// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @negative_size() {
  %int2 = torch.constant.int 2
  %intm2 = torch.constant.int -2
  %list_int2_intm2 = torch.prim.ListConstruct %int2, %intm2 : (!torch.int, !torch.int) -> !torch.list<int>
  %none = torch.constant.none
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.zeros': size 1 is -2}}
  %y = torch.aten.zeros %list_int2_intm2, %none, %none, %none, %false : !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2,2],f32>
  return
}

// -----

func.func @fill_value() {
  %int2 = torch.constant.int 2
  %list_int2 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
  %int300 = torch.constant.int 300
  %none = torch.constant.none
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.full': fill_value does not fit 'i8'}}
  %y = torch.aten.full %list_int2, %int300, %none, %none, %none, %false : !torch.list<int>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2],si8>
  return
}

// -----

func.func @arange_step() {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %none = torch.constant.none
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.arange.start_step': step must be a constant other than 0}}
  %y = torch.aten.arange.start_step %int0, %int2, %int0, %none, %none, %none, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2],si64>
  return
}

// -----

func.func @arange_side() {
  %int2 = torch.constant.int 2
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %none = torch.constant.none
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.arange.start_step': end is on the wrong side of start for a step of 1}}
  %y = torch.aten.arange.start_step %int2, %int0, %int1, %none, %none, %none, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2],si64>
  return
}

// -----

func.func @arange_many() {
  %float1_0e300 = torch.constant.float 1.0e300
  %none = torch.constant.none
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.arange': has too many elements}}
  %y = torch.aten.arange %float1_0e300, %none, %none, %none, %false : !torch.float, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[?],f32>
  return
}

// -----

func.func @arange_computed_float(%n0: !torch.float) {
  %none = torch.constant.none
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.arange': with computed bounds needs ints and a positive step}}
  %y = torch.aten.arange %n0, %none, %none, %none, %false : !torch.float, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[?],f32>
  return
}

// -----

func.func @arange_bool() {
  %int2 = torch.constant.int 2
  %none = torch.constant.none
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.arange': has no result of type 'tensor<2xi1>'}}
  %y = torch.aten.arange %int2, %none, %none, %none, %false : !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[2],i1>
  return
}

// -----

func.func @expand_rank(%x: !torch.vtensor<[2,3],f32>) {
  %int3 = torch.constant.int 3
  %list_int3 = torch.prim.ListConstruct %int3 : (!torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.expand': cannot expand 'tensor<2x3xf32>' to 1 dimensions}}
  %y = torch.aten.expand %x, %list_int3, %false : !torch.vtensor<[2,3],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[3],f32>
  return
}

// -----

func.func @expand_new(%x: !torch.vtensor<[2,3],f32>) {
  %intm1 = torch.constant.int -1
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_intm1_int2_int3 = torch.prim.ListConstruct %intm1, %int2, %int3 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  // expected-error @+1 {{'torch.aten.expand': size 0 is -1, but self has no such dimension}}
  %y = torch.aten.expand %x, %list_intm1_int2_int3, %false : !torch.vtensor<[2,3],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[?,2,3],f32>
  return
}

// -----

func.func @expand_size(%x: !torch.vtensor<[2,3],f32>) {
  %int2 = torch.constant.int 2
  %int4 = torch.constant.int 4
  %list_int2_int4 = torch.prim.ListConstruct %int2, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.broadcast_to': size 1 is not that of self: 3 and 4}}
  %y = torch.aten.broadcast_to %x, %list_int2_int4 : !torch.vtensor<[2,3],f32>, !torch.list<int> -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @repeat_rank(%x: !torch.vtensor<[2,3],f32>) {
  %int2 = torch.constant.int 2
  %list_int2 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.repeat': repeats has 1 elements for 'tensor<2x3xf32>'}}
  %y = torch.aten.repeat %x, %list_int2 : !torch.vtensor<[2,3],f32>, !torch.list<int> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @repeat_negative(%x: !torch.vtensor<[4],f32>) {
  %intm2 = torch.constant.int -2
  %list_intm2 = torch.prim.ListConstruct %intm2 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.repeat': repeats has the element -2}}
  %y = torch.aten.repeat %x, %list_intm2 : !torch.vtensor<[4],f32>, !torch.list<int> -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @repeat_interleave(%x: !torch.vtensor<[4],f32>) {
  %int2 = torch.constant.int 2
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.repeat_interleave.self_int': needs a dim, and repeats of at least 0}}
  %y = torch.aten.repeat_interleave.self_int %x, %int2, %none, %none : !torch.vtensor<[4],f32>, !torch.int, !torch.none, !torch.none -> !torch.vtensor<[8],f32>
  return
}

// -----

func.func @transpose(%x: !torch.vtensor<[2,3],f32>) {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  // expected-error @+1 {{'torch.aten.transpose.int': dim1 2 is outside 'tensor<2x3xf32>'}}
  %y = torch.aten.transpose.int %x, %int0, %int2 : !torch.vtensor<[2,3],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,2],f32>
  return
}

// -----

func.func @mT(%x: !torch.vtensor<[4],f32>) {
  // expected-error @+1 {{'torch.aten.mT': needs a matrix, got 'tensor<4xf32>'}}
  %y = torch.operator "torch.aten.mT"(%x) : (!torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @flip(%x: !torch.vtensor<[2,3],f32>) {
  %int2 = torch.constant.int 2
  %list_int2 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.flip': dim 2 is outside 'tensor<2x3xf32>'}}
  %y = torch.aten.flip %x, %list_int2 : !torch.vtensor<[2,3],f32>, !torch.list<int> -> !torch.vtensor<[2,3],f32>
  return
}

// -----

func.func @roll(%x: !torch.vtensor<[2,3],f32>) {
  %int1 = torch.constant.int 1
  %list_int1 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
  %int0 = torch.constant.int 0
  %list_int0_int1 = torch.prim.ListConstruct %int0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.roll': needs as many shifts as dims, got 1 and 2}}
  %y = torch.aten.roll %x, %list_int1, %list_int0_int1 : !torch.vtensor<[2,3],f32>, !torch.list<int>, !torch.list<int> -> !torch.vtensor<[2,3],f32>
  return
}

// -----

func.func @flatten(%x: !torch.vtensor<[2,3],f32>) {
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.flatten.using_ints': start_dim 1 is behind end_dim 0}}
  %y = torch.aten.flatten.using_ints %x, %int1, %int0 : !torch.vtensor<[2,3],f32>, !torch.int, !torch.int -> !torch.vtensor<[2,3],f32>
  return
}

// -----

func.func @unflatten(%x: !torch.vtensor<[2,3],f32>) {
  %int1 = torch.constant.int 1
  %intm1 = torch.constant.int -1
  %list_intm1_intm1 = torch.prim.ListConstruct %intm1, %intm1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.unflatten.int': sizes must name the parts of a dimension, at most one as -1}}
  %y = torch.aten.unflatten.int %x, %int1, %list_intm1_intm1 : !torch.vtensor<[2,3],f32>, !torch.int, !torch.list<int> -> !torch.vtensor<[2,3,1],f32>
  return
}

// -----

func.func @unflatten_zero(%x: !torch.vtensor<[2,3],f32>) {
  %int1 = torch.constant.int 1
  %int0 = torch.constant.int 0
  %intm1 = torch.constant.int -1
  %list_int0_intm1 = torch.prim.ListConstruct %int0, %intm1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.aten.unflatten.int': sizes must not be 0}}
  %y = torch.aten.unflatten.int %x, %int1, %list_int0_intm1 : !torch.vtensor<[2,3],f32>, !torch.int, !torch.list<int> -> !torch.vtensor<[2,3,1],f32>
  return
}

// -----

func.func @squeeze_unknown(%x: !torch.vtensor<[?,3],f32>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.squeeze.dim': a dimension of unknown size of 'tensor<?x3xf32>' cannot be squeezed to 'tensor<3xf32>'}}
  %y = torch.aten.squeeze.dim %x, %int0 : !torch.vtensor<[?,3],f32>, !torch.int -> !torch.vtensor<[3],f32>
  return
}

// -----

func.func @unsqueeze(%x: !torch.vtensor<[2,3],f32>) {
  %int4 = torch.constant.int 4
  // expected-error @+1 {{'torch.aten.unsqueeze': dim 4 is outside 'tensor<2x3xf32>'}}
  %y = torch.aten.unsqueeze %x, %int4 : !torch.vtensor<[2,3],f32>, !torch.int -> !torch.vtensor<[2,3,1],f32>
  return
}

// -----

func.func @slice_step(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  // expected-error @+1 {{'torch.aten.slice.Tensor': step must be at least 1, got 0}}
  %y = torch.aten.slice.Tensor %x, %int0, %int0, %int2, %int0 : !torch.vtensor<[4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @slice_scalar(%x: !torch.vtensor<[],f32>) {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.slice.Tensor': dim 0 is outside 'tensor<f32>'}}
  %y = torch.aten.slice.Tensor %x, %int0, %int0, %int2, %int1 : !torch.vtensor<[],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @select_outside(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  %intm5 = torch.constant.int -5
  // expected-error @+1 {{'torch.aten.select.int': index -5 is outside dimension 0, which has 4 elements}}
  %y = torch.aten.select.int %x, %int0, %intm5 : !torch.vtensor<[4],f32>, !torch.int, !torch.int -> !torch.vtensor<[],f32>
  return
}

// -----

func.func @narrow(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  %int3 = torch.constant.int 3
  %int2 = torch.constant.int 2
  // expected-error @+1 {{'torch.aten.narrow': start and length leave the dimension}}
  %y = torch.aten.narrow %x, %int0, %int3, %int2 : !torch.vtensor<[4],f32>, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @split_sizes(%x: !torch.vtensor<[4],f32>) {
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %list_int2_int3 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.split_with_sizes': the parts do not add up to dimension 0 of self: 5 and 4}}
  %l = torch.aten.split_with_sizes %x, %list_int2_int3, %int0 : !torch.vtensor<[4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
  return
}

// -----

func.func @split_negative(%x: !torch.vtensor<[4],f32>) {
  %intm2 = torch.constant.int -2
  %int6 = torch.constant.int 6
  %list_intm2_int6 = torch.prim.ListConstruct %intm2, %int6 : (!torch.int, !torch.int) -> !torch.list<int>
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.split_with_sizes': split_sizes has a negative element}}
  %l = torch.aten.split_with_sizes %x, %list_intm2_int6, %int0 : !torch.vtensor<[4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
  return
}

// -----

func.func @split_dynamic(%x: !torch.vtensor<[?],f32>) {
  %int2 = torch.constant.int 2
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.split.Tensor': dimension 0 of 'tensor<?xf32>' must be static to be split into equal parts}}
  %l = torch.aten.split.Tensor %x, %int2, %int0 : !torch.vtensor<[?],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
  return
}

// -----

func.func @split_zero(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.split.Tensor': split_size must be at least 1, got 0}}
  %l = torch.aten.split.Tensor %x, %int0, %int0 : !torch.vtensor<[4],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
  return
}

// -----

func.func @chunk_zero(%x: !torch.vtensor<[4],f32>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.chunk': chunks must be at least 1, got 0}}
  %l = torch.aten.chunk %x, %int0, %int0 : !torch.vtensor<[4],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
  return
}

// -----

func.func @cat_empty() {
  %tensors0 = torch.prim.ListConstruct  : () -> !torch.list<vtensor>
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.cat': needs at least one tensor}}
  %y = torch.aten.cat %tensors0, %int0 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[0],f32>
  return
}

// -----

func.func @cat_sizes(%x: !torch.vtensor<[2,3],f32>, %y: !torch.vtensor<[2,4],f32>) {
  %tensors0 = torch.prim.ListConstruct %x, %y : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,4],f32>) -> !torch.list<vtensor>
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.cat': dimension 1 of the tensors to be joined differs: 3 and 4}}
  %z = torch.aten.cat %tensors0, %int0 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[4,3],f32>
  return
}

// -----

func.func @cat_ranks(%x: !torch.vtensor<[2,3],f32>, %y: !torch.vtensor<[2],f32>) {
  %tensors0 = torch.prim.ListConstruct %x, %y : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2],f32>) -> !torch.list<vtensor>
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.cat': cannot join 'tensor<2x3xf32>' and 'tensor<2xf32>'}}
  %z = torch.aten.cat %tensors0, %int0 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[4,3],f32>
  return
}

// -----

func.func @stack_ranks(%x: !torch.vtensor<[2,3],f32>) {
  %tensors0 = torch.prim.ListConstruct %x : (!torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.stack': needs tensors of rank 1}}
  %z = torch.aten.stack %tensors0, %int0 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[1,2],f32>
  return
}

// -----

func.func @slice_scatter_source(%x: !torch.vtensor<[4],f32>, %s: !torch.vtensor<[3],f32>) {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.slice_scatter': dimension 0 cannot be broadcast to the new size: 3 and 2}}
  %y = torch.aten.slice_scatter %x, %s, %int0, %int0, %int2, %int1 : !torch.vtensor<[4],f32>, !torch.vtensor<[3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[4],f32>
  return
}

// -----

func.func @select_scatter_source(%x: !torch.vtensor<[4,5],f32>, %s: !torch.vtensor<[4,5],f32>) {
  %int0 = torch.constant.int 0
  // expected-error @+1 {{'torch.aten.select_scatter': src must have rank 1, got 'tensor<4x5xf32>'}}
  %y = torch.aten.select_scatter %x, %s, %int0, %int0 : !torch.vtensor<[4,5],f32>, !torch.vtensor<[4,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[4,5],f32>
  return
}
