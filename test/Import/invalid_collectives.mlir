// Collectives that cannot be imported.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics --mlir-print-op-on-diagnostic=false

func.func @rank_outside(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_reduce': runs as rank 2, which is not in its rank_group}}
  %r = torch.operator "torch.tensor_cast.all_reduce"(%x, %2, %g) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

func.func @rank_twice(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %0 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_reduce': names rank 0 twice in rank_group}}
  %r = torch.operator "torch.tensor_cast.all_reduce"(%x, %0, %g) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

func.func @rank_negative(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %m1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_reduce': names rank -1, which is negative in rank_group}}
  %r = torch.operator "torch.tensor_cast.all_reduce"(%x, %0, %g) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

func.func @scalar(%x: !torch.vtensor<[],bf16>) -> !torch.vtensor<[],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_reduce': needs a tensor of rank 1 or more, got 'tensor<bf16>'}}
  %r = torch.operator "torch.tensor_cast.all_reduce"(%x, %0, %g) : (!torch.vtensor<[],bf16>, !torch.int, !torch.list<int>) -> !torch.vtensor<[],bf16>
  return %r : !torch.vtensor<[],bf16>
}

// -----

func.func @odd(%x: !torch.vtensor<[16,65],bf16>) -> !torch.vtensor<[16,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.reduce_scatter': dimension 1 of x is 65, which 2 ranks cannot share equally}}
  %r = torch.operator "torch.tensor_cast.reduce_scatter"(%x, %m1, %0, %g) : (!torch.vtensor<[16,65],bf16>, !torch.int, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,32],bf16>
  return %r : !torch.vtensor<[16,32],bf16>
}

// -----

func.func @dim(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_gather': dim is 2, but x is 'tensor<16x64xbf16>'}}
  %r = torch.operator "torch.tensor_cast.all_gather"(%x, %2, %0, %g) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

func.func @gathered(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_gather': result 0 is 'tensor<16x128xbf16>', but declared as '!torch.vtensor<[16,64],bf16>'}}
  %r = torch.operator "torch.tensor_cast.all_gather"(%x, %1, %0, %g) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

func.func @unequal(%x: !torch.vtensor<[12,64],bf16>) -> !torch.vtensor<[12,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  %i = torch.prim.ListConstruct %4, %8 : (!torch.int, !torch.int) -> !torch.list<int>
  %o = torch.prim.ListConstruct %4, %4 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_to_all': input_split_sizes has different sizes; only equal parts can be exchanged}}
  %r = torch.operator "torch.tensor_cast.all_to_all"(%x, %o, %i, %0, %g) : (!torch.vtensor<[12,64],bf16>, !torch.list<int>, !torch.list<int>, !torch.int, !torch.list<int>) -> !torch.vtensor<[12,64],bf16>
  return %r : !torch.vtensor<[12,64],bf16>
}

// -----

func.func @sent(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[8,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  %i = torch.prim.ListConstruct %8, %8 : (!torch.int, !torch.int) -> !torch.list<int>
  %o = torch.prim.ListConstruct %4, %4 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_to_all': sends and receives parts of different sizes; only equal parts can be exchanged}}
  %r = torch.operator "torch.tensor_cast.all_to_all"(%x, %o, %i, %0, %g) : (!torch.vtensor<[16,64],bf16>, !torch.list<int>, !torch.list<int>, !torch.int, !torch.list<int>) -> !torch.vtensor<[8,64],bf16>
  return %r : !torch.vtensor<[8,64],bf16>
}

// -----

func.func @rows(%x: !torch.vtensor<[20,64],bf16>) -> !torch.vtensor<[20,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  %i = torch.prim.ListConstruct %8, %8 : (!torch.int, !torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_to_all': exchanges 2 parts of 8 rows, but x has 20}}
  %r = torch.operator "torch.tensor_cast.all_to_all"(%x, %i, %i, %0, %g) : (!torch.vtensor<[20,64],bf16>, !torch.list<int>, !torch.list<int>, !torch.int, !torch.list<int>) -> !torch.vtensor<[20,64],bf16>
  return %r : !torch.vtensor<[20,64],bf16>
}

// -----

func.func @ranks(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  %i = torch.prim.ListConstruct %8 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.all_to_all': output_split_sizes has 1 sizes for 2 ranks}}
  %r = torch.operator "torch.tensor_cast.all_to_all"(%x, %i, %i, %0, %g) : (!torch.vtensor<[16,64],bf16>, !torch.list<int>, !torch.list<int>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

// The name of the grid is taken.
// expected-error @+1 {{@ranks_0_to_1 stands where the grid of 2 ranks is to be: rename it}}
func.func private @ranks_0_to_1()

func.func @taken(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %g = torch.prim.ListConstruct %0, %1 : (!torch.int, !torch.int) -> !torch.list<int>
  %r = torch.operator "torch.tensor_cast.all_reduce"(%x, %0, %g) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}
