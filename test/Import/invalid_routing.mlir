// Routing and grouped products that cannot be imported.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics --mlir-print-op-on-diagnostic=false

func.func @choices(%x: !torch.vtensor<[16,64],bf16>, %i: !torch.vtensor<[16],si64>) -> !torch.vtensor<[16,64],bf16> {
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
  // expected-error @+1 {{'torch.tensor_cast.init_routing_v2': needs x [rows, D] and topk_indices [N, K] of integers, got 'tensor<16x64xbf16>' and 'tensor<16xi64>'}}
  %r = torch.operator "torch.tensor_cast.init_routing_v2"(%x, %i) : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[16],si64>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

func.func @tokens(%x: !torch.vtensor<[16,64],bf16>, %i: !torch.vtensor<[8,2],si64>) -> !torch.vtensor<[16,64],bf16> {
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
  // expected-error @+1 {{'torch.tensor_cast.init_routing_v2': x and topk_indices have different tokens}}
  %r = torch.operator "torch.tensor_cast.init_routing_v2"(%x, %i) : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[8,2],si64>) -> !torch.vtensor<[16,64],bf16>
  return %r : !torch.vtensor<[16,64],bf16>
}

// -----

func.func @rows(%x: !torch.vtensor<[16,64],bf16>, %i: !torch.vtensor<[16,2],si64>) -> !torch.vtensor<[16,2,64],bf16> {
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
  // expected-error @+1 {{'torch.tensor_cast.unpermute_tokens': x must have one row per token and choice}}
  %r = torch.operator "torch.tensor_cast.unpermute_tokens"(%x, %i) : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[16,2],si64>) -> !torch.vtensor<[16,2,64],bf16>
  return %r : !torch.vtensor<[16,2,64],bf16>
}

// -----

func.func @counts(%a: !torch.vtensor<[16,64],bf16>, %w: !torch.vtensor<[64,32],bf16>) -> !torch.vtensor<[32,32],bf16> {
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
  %xs = torch.prim.ListConstruct %a, %a : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[16,64],bf16>) -> !torch.list<vtensor>
  %ws = torch.prim.ListConstruct %w : (!torch.vtensor<[64,32],bf16>) -> !torch.list<vtensor>
  %bb = torch.prim.ListConstruct %none, %none : (!torch.none, !torch.none) -> !torch.list<optional<vtensor>>
  // expected-error @+1 {{'torch.tensor_cast.grouped_matmul': needs as many tensors in x, w and bias, at least one, got 2, 1 and 2}}
  %r = torch.operator "torch.tensor_cast.grouped_matmul"(%xs, %ws, %bb) : (!torch.list<vtensor>, !torch.list<vtensor>, !torch.list<optional<vtensor>>) -> !torch.vtensor<[32,32],bf16>
  return %r : !torch.vtensor<[32,32],bf16>
}

// -----

func.func @inner(%a: !torch.vtensor<[16,64],bf16>, %w: !torch.vtensor<[64,32],bf16>, %w3: !torch.vtensor<[32,32],bf16>) -> !torch.vtensor<[32,32],bf16> {
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
  %xs = torch.prim.ListConstruct %a, %a : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[16,64],bf16>) -> !torch.list<vtensor>
  %ws = torch.prim.ListConstruct %w, %w3 : (!torch.vtensor<[64,32],bf16>, !torch.vtensor<[32,32],bf16>) -> !torch.list<vtensor>
  %bb = torch.prim.ListConstruct %none, %none : (!torch.none, !torch.none) -> !torch.list<optional<vtensor>>
  // expected-error @+1 {{'torch.tensor_cast.grouped_matmul': needs x[1] [M, K] and w[1] [K, N] of one float type (f32, bf16, f16)}}
  %r = torch.operator "torch.tensor_cast.grouped_matmul"(%xs, %ws, %bb) : (!torch.list<vtensor>, !torch.list<vtensor>, !torch.list<optional<vtensor>>) -> !torch.vtensor<[32,32],bf16>
  return %r : !torch.vtensor<[32,32],bf16>
}

// -----

func.func @outer(%a: !torch.vtensor<[16,64],bf16>, %w: !torch.vtensor<[64,32],bf16>, %w2: !torch.vtensor<[64,16],bf16>) -> !torch.vtensor<[32,32],bf16> {
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
  %xs = torch.prim.ListConstruct %a, %a : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[16,64],bf16>) -> !torch.list<vtensor>
  %ws = torch.prim.ListConstruct %w, %w2 : (!torch.vtensor<[64,32],bf16>, !torch.vtensor<[64,16],bf16>) -> !torch.list<vtensor>
  %bb = torch.prim.ListConstruct %none, %none : (!torch.none, !torch.none) -> !torch.list<optional<vtensor>>
  // expected-error @+1 {{'torch.tensor_cast.grouped_matmul': needs weights of equal N, got 32 and 16 in w[1]}}
  %r = torch.operator "torch.tensor_cast.grouped_matmul"(%xs, %ws, %bb) : (!torch.list<vtensor>, !torch.list<vtensor>, !torch.list<optional<vtensor>>) -> !torch.vtensor<[32,32],bf16>
  return %r : !torch.vtensor<[32,32],bf16>
}

// -----

func.func @bias(%a: !torch.vtensor<[16,64],bf16>, %w: !torch.vtensor<[64,32],bf16>, %bs: !torch.vtensor<[16],bf16>) -> !torch.vtensor<[16,32],bf16> {
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
  %xs = torch.prim.ListConstruct %a : (!torch.vtensor<[16,64],bf16>) -> !torch.list<vtensor>
  %ws = torch.prim.ListConstruct %w : (!torch.vtensor<[64,32],bf16>) -> !torch.list<vtensor>
  %bb = torch.prim.ListConstruct %bs : (!torch.vtensor<[16],bf16>) -> !torch.list<optional<vtensor>>
  // expected-error @+1 {{'torch.tensor_cast.grouped_matmul': needs bias[0] [N] of floats, got 'tensor<16xbf16>'}}
  %r = torch.operator "torch.tensor_cast.grouped_matmul"(%xs, %ws, %bb) : (!torch.list<vtensor>, !torch.list<vtensor>, !torch.list<optional<vtensor>>) -> !torch.vtensor<[16,32],bf16>
  return %r : !torch.vtensor<[16,32],bf16>
}

// -----

func.func @no_list(%a: !torch.vtensor<[16,64],bf16>, %w: !torch.vtensor<[64,32],bf16>) -> !torch.vtensor<[16,32],bf16> {
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
  // expected-error @+1 {{'torch.tensor_cast.grouped_matmul': operand 0 (x) must be a list of tensors made by prim.ListConstruct, got '!torch.vtensor<[16,64],bf16>'}}
  %r = torch.operator "torch.tensor_cast.grouped_matmul"(%a, %w, %w) : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[64,32],bf16>, !torch.vtensor<[64,32],bf16>) -> !torch.vtensor<[16,32],bf16>
  return %r : !torch.vtensor<[16,32],bf16>
}

// -----

func.func @no_tensors(%a: !torch.vtensor<[16,64],bf16>, %w: !torch.vtensor<[64,32],bf16>) -> !torch.vtensor<[16,32],bf16> {
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
  %xs = torch.prim.ListConstruct %1 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.grouped_matmul': operand 0 (x) must be a list of tensors, but holds '!torch.int'}}
  %r = torch.operator "torch.tensor_cast.grouped_matmul"(%xs, %xs, %xs) : (!torch.list<int>, !torch.list<int>, !torch.list<int>) -> !torch.vtensor<[16,32],bf16>
  return %r : !torch.vtensor<[16,32],bf16>
}
