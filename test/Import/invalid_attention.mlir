// Operands of the attention operators that do not fit.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics --mlir-print-op-on-diagnostic=false

// rope_head_dim = -1 is the whole head.
func.func @rope_columns(%x: !torch.vtensor<[2,8,32],f32>, %c: !torch.vtensor<[2,8,4],f32>, %s: !torch.vtensor<[2,8,4],f32>) -> !torch.vtensor<[2,8,32],f32> {
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
  // expected-error @+1 {{'torch.tensor_cast.apply_rope_inplace': rotates 32 channels, so cos must be [B, S, 16], one column per pair, got 'tensor<2x8x4xf32>'}}
  %r = torch.operator "torch.tensor_cast.apply_rope_inplace"(%x, %c, %s, %false, %false, %m1) : (!torch.vtensor<[2,8,32],f32>, !torch.vtensor<[2,8,4],f32>, !torch.vtensor<[2,8,4],f32>, !torch.bool, !torch.bool, !torch.int) -> !torch.vtensor<[2,8,32],f32>
  return %r : !torch.vtensor<[2,8,32],f32>
}

// -----

func.func @rope_channels(%x: !torch.vtensor<[2,8,4],f32>, %c: !torch.vtensor<[2,8,4],f32>, %s: !torch.vtensor<[2,8,4],f32>) -> !torch.vtensor<[2,8,4],f32> {
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
  // expected-error @+1 {{'torch.tensor_cast.apply_rope_inplace': rotates 8 channels, but x has 4}}
  %r = torch.operator "torch.tensor_cast.apply_rope_inplace"(%x, %c, %s, %true, %false, %8) : (!torch.vtensor<[2,8,4],f32>, !torch.vtensor<[2,8,4],f32>, !torch.vtensor<[2,8,4],f32>, !torch.bool, !torch.bool, !torch.int) -> !torch.vtensor<[2,8,4],f32>
  return %r : !torch.vtensor<[2,8,4],f32>
}

// -----

func.func @slot_type(%k: !torch.vtensor<[2,8,32],bf16>, %c: !torch.vtensor<[2,16,32],bf16>, %s: !torch.vtensor<[2,8],f32>) -> !torch.vtensor<[2,16,32],bf16> {
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
  // expected-error @+1 {{'torch.tensor_cast.scatter_nd_update_mla': slot_mapping must hold i32 or i64, got 'tensor<2x8xf32>'}}
  %r = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%k, %c, %s, %8, %none) : (!torch.vtensor<[2,8,32],bf16>, !torch.vtensor<[2,16,32],bf16>, !torch.vtensor<[2,8],f32>, !torch.int, !torch.none) -> !torch.vtensor<[2,16,32],bf16>
  return %r : !torch.vtensor<[2,16,32],bf16>
}

// -----

// TensorCast's callers hand all slots over with a part of the rows; which part is not said.
func.func @more_slots(%k: !torch.vtensor<[2,4,32],bf16>, %c: !torch.vtensor<[2,16,32],bf16>, %s: !torch.vtensor<[2,8],si32>) -> !torch.vtensor<[2,16,32],bf16> {
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
  // expected-error @+1 {{slots}}
  %r = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%k, %c, %s, %8, %none) : (!torch.vtensor<[2,4,32],bf16>, !torch.vtensor<[2,16,32],bf16>, !torch.vtensor<[2,8],si32>, !torch.int, !torch.none) -> !torch.vtensor<[2,16,32],bf16>
  return %r : !torch.vtensor<[2,16,32],bf16>
}

// -----

func.func @compressor_rank(%x: !torch.vtensor<[8,64],bf16>, %c: !torch.vtensor<[2,16,32],bf16>) -> (!torch.vtensor<[2,32],bf16>, !torch.vtensor<[2,16,32],bf16>) {
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
  // expected-error @+1 {{'torch.tensor_cast.compressor': hidden_states must be a float tensor [B, S, D], got 'tensor<8x64xbf16>'}}
  %r:2 = torch.operator "torch.tensor_cast.compressor"(%x, %c, %4, %32, %8, %false, %none, %none) : (!torch.vtensor<[8,64],bf16>, !torch.vtensor<[2,16,32],bf16>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.none, !torch.none) -> (!torch.vtensor<[2,32],bf16>, !torch.vtensor<[2,16,32],bf16>)
  return %r#0, %r#1 : !torch.vtensor<[2,32],bf16>, !torch.vtensor<[2,16,32],bf16>
}

// -----

func.func @compressor_rope(%x: !torch.vtensor<[2,8,64],bf16>, %c: !torch.vtensor<[2,16,4],bf16>) -> (!torch.vtensor<[2,2,4],bf16>, !torch.vtensor<[2,16,4],bf16>) {
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
  // expected-error @+1 {{'torch.tensor_cast.compressor': needs compress_ratio and head_dim of at least 1 and an even rope_head_dim of 2 to head_dim, got 4, 4 and 8}}
  %r:2 = torch.operator "torch.tensor_cast.compressor"(%x, %c, %4, %4, %8, %false, %none, %none) : (!torch.vtensor<[2,8,64],bf16>, !torch.vtensor<[2,16,4],bf16>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.none, !torch.none) -> (!torch.vtensor<[2,2,4],bf16>, !torch.vtensor<[2,16,4],bf16>)
  return %r#0, %r#1 : !torch.vtensor<[2,2,4],bf16>, !torch.vtensor<[2,16,4],bf16>
}

// -----

func.func @compressor_lengths(%x: !torch.vtensor<[2,8,64],bf16>, %c: !torch.vtensor<[2,16,32],bf16>, %l: !torch.vtensor<[3],si32>) -> (!torch.vtensor<[2,2,32],bf16>, !torch.vtensor<[2,16,32],bf16>) {
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
  // expected-error @+1 {{'torch.tensor_cast.compressor': seq_lens and query_lens must be [B], one number per request, got 'tensor<3xi32>' for 'tensor<2x8x64xbf16>'}}
  %r:2 = torch.operator "torch.tensor_cast.compressor"(%x, %c, %4, %32, %8, %true, %l, %none) : (!torch.vtensor<[2,8,64],bf16>, !torch.vtensor<[2,16,32],bf16>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.vtensor<[3],si32>, !torch.none) -> (!torch.vtensor<[2,2,32],bf16>, !torch.vtensor<[2,16,32],bf16>)
  return %r#0, %r#1 : !torch.vtensor<[2,2,32],bf16>, !torch.vtensor<[2,16,32],bf16>
}

// -----

func.func @indexer_rank(%q: !torch.vtensor<[8,2,16],bf16>, %w: !torch.vtensor<[2,8,2],bf16>, %k: !torch.vtensor<[2,8,16],bf16>) -> !torch.vtensor<[2,8,2],si64> {
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
  // expected-error @+1 {{'torch.tensor_cast.quant_lightning_indexer': q_states must be [B, S, HI, d] and the result [B, S, K], got 'tensor<8x2x16xbf16>' and 'tensor<2x8x2xi64>'}}
  %r = torch.operator "torch.tensor_cast.quant_lightning_indexer"(%q, %w, %k, %2, %1, %none, %none) : (!torch.vtensor<[8,2,16],bf16>, !torch.vtensor<[2,8,2],bf16>, !torch.vtensor<[2,8,16],bf16>, !torch.int, !torch.int, !torch.none, !torch.none) -> !torch.vtensor<[2,8,2],si64>
  return %r : !torch.vtensor<[2,8,2],si64>
}

// -----

func.func @indexer_world(%q: !torch.vtensor<[2,8,2,16],bf16>, %w: !torch.vtensor<[2,8,2],bf16>, %k: !torch.vtensor<[2,8,16],bf16>) -> !torch.vtensor<[2,8,2],si64> {
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
  // expected-error @+1 {{'torch.tensor_cast.quant_lightning_indexer': tp_world_size must be 1 to 2^20, got 0}}
  %r = torch.operator "torch.tensor_cast.quant_lightning_indexer"(%q, %w, %k, %2, %0, %none, %none) : (!torch.vtensor<[2,8,2,16],bf16>, !torch.vtensor<[2,8,2],bf16>, !torch.vtensor<[2,8,16],bf16>, !torch.int, !torch.int, !torch.none, !torch.none) -> !torch.vtensor<[2,8,2],si64>
  return %r : !torch.vtensor<[2,8,2],si64>
}

// -----

func.func @attention_kv(%q: !torch.vtensor<[2,8,4,32],bf16>, %k: !torch.vtensor<[2,8,2,32],bf16>, %s: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2,8,8],si32>) -> !torch.vtensor<[2,8,4,32],bf16> {
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
  // expected-error @+1 {{'torch.tensor_cast.sparse_attn_sharedkv': kv must be [B, n, head_dim] or [B, n, 1, head_dim], got 'tensor<2x8x2x32xbf16>'}}
  %r = torch.operator "torch.tensor_cast.sparse_attn_sharedkv"(%q, %k, %s, %i, %f, %32, %none) : (!torch.vtensor<[2,8,4,32],bf16>, !torch.vtensor<[2,8,2,32],bf16>, !torch.vtensor<[4],f32>, !torch.vtensor<[2,8,8],si32>, !torch.float, !torch.int, !torch.none) -> !torch.vtensor<[2,8,4,32],bf16>
  return %r : !torch.vtensor<[2,8,4,32],bf16>
}

// -----

func.func @attention_width(%q: !torch.vtensor<[2,8,4,16],bf16>, %k: !torch.vtensor<[2,8,16],bf16>, %s: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2,8,8],si32>) -> !torch.vtensor<[2,8,4,16],bf16> {
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
  // expected-error @+1 {{'torch.tensor_cast.sparse_attn_sharedkv': head_dim is 32, but kv is 'tensor<2x8x16xbf16>'}}
  %r = torch.operator "torch.tensor_cast.sparse_attn_sharedkv"(%q, %k, %s, %i, %f, %32, %none) : (!torch.vtensor<[2,8,4,16],bf16>, !torch.vtensor<[2,8,16],bf16>, !torch.vtensor<[4],f32>, !torch.vtensor<[2,8,8],si32>, !torch.float, !torch.int, !torch.none) -> !torch.vtensor<[2,8,4,16],bf16>
  return %r : !torch.vtensor<[2,8,4,16],bf16>
}
