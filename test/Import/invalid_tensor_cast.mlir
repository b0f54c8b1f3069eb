// What the operators of tensor_cast reject, beyond the constraints of the dsv4 ops, which are reported as such.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @hc_mult(%x: !torch.vtensor<[2,4,8],f32>) {
  %int2 = torch.constant.int 2
  // expected-error @+1 {{'torch.tensor_cast.hc_pre_inv_rms': hc_mult is 2, but dimension 1 of x is 4}}
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %int2) : (!torch.vtensor<[2,4,8],f32>, !torch.int) -> !torch.vtensor<[2,1],f32>
  return
}

// -----

func.func @hc_mult_rank(%x: !torch.vtensor<[8],f32>) {
  %int2 = torch.constant.int 2
  // expected-error @+1 {{'torch.tensor_cast.hc_pre_inv_rms': x must be [..., hc_mult, D], got 'tensor<8xf32>'}}
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %int2) : (!torch.vtensor<[8],f32>, !torch.int) -> !torch.vtensor<[1],f32>
  return
}

// -----

func.func @hc_mult_sinkhorn(%mix: !torch.vtensor<[2,24],f32>, %hidden: !torch.vtensor<[2,4,64],bf16>, %scale: !torch.vtensor<[3],f32>, %base: !torch.vtensor<[24],f32>) {
  %int3 = torch.constant.int 3
  %int20 = torch.constant.int 20
  %eps = torch.constant.float 1.0e-6
  // expected-error @+1 {{'torch.tensor_cast.hc_pre_sinkhorn': hc_mult is 3, but dimension 1 of hidden_states is 4}}
  %0:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%mix, %hidden, %scale, %base, %int3, %int20, %eps)
      : (!torch.vtensor<[2,24],f32>, !torch.vtensor<[2,4,64],bf16>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float)
     -> (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,4,4],f32>)
  return
}

// -----

// A constraint of the op: the shapes of TensorCast's own test.
func.func @mix_width(%mix: !torch.vtensor<[2,32],f32>, %hidden: !torch.vtensor<[2,4,64],bf16>, %scale: !torch.vtensor<[3,4],f32>, %base: !torch.vtensor<[3,4],f32>) {
  %int4 = torch.constant.int 4
  %int20 = torch.constant.int 20
  %eps = torch.constant.float 1.0e-6
  // expected-error @+1 {{'dsv4.hc_pre_sinkhorn' op }}
  %0:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%mix, %hidden, %scale, %base, %int4, %int20, %eps)
      : (!torch.vtensor<[2,32],f32>, !torch.vtensor<[2,4,64],bf16>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.int, !torch.int, !torch.float)
     -> (!torch.vtensor<[2,64],bf16>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,4,4],f32>)
  return
}

// -----

// A type that dsv4 does not take.
func.func @scores_type(%scores: !torch.vtensor<[5,8],si64>) {
  %int2 = torch.constant.int 2
  %true = torch.constant.bool true
  %scale = torch.constant.float 1.5
  %none = torch.constant.none
  // expected-error @+1 {{'dsv4.moe_gating_top_k' op operand #0 must be ranked tensor of f32}}
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%scores, %int2, %true, %scale, %none) : (!torch.vtensor<[5,8],si64>, !torch.int, !torch.bool, !torch.float, !torch.none) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  return
}

// -----

func.func @hash_width(%scores: !torch.vtensor<[5,8],f32>, %ids: !torch.vtensor<[5],si64>, %table: !torch.vtensor<[64,3],si64>) {
  %int2 = torch.constant.int 2
  %true = torch.constant.bool true
  %scale = torch.constant.float 1.5
  // expected-error @+1 {{'torch.tensor_cast.moe_gating_top_k_hash': top_k is 2, so tid2eid must be [vocabulary, 2], got 'tensor<64x3xi64>'}}
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%scores, %int2, %true, %scale, %ids, %table) : (!torch.vtensor<[5,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[5],si64>, !torch.vtensor<[64,3],si64>) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  return
}

// -----

// Optional in the schema, but nothing can be computed without the ids.
func.func @hash_ids(%scores: !torch.vtensor<[5,8],f32>, %table: !torch.vtensor<[64,2],si64>) {
  %int2 = torch.constant.int 2
  %true = torch.constant.bool true
  %scale = torch.constant.float 1.5
  %none = torch.constant.none
  // expected-error @+1 {{'torch.tensor_cast.moe_gating_top_k_hash': operand 4 (input_ids) must be a tensor, got '!torch.none'}}
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%scores, %int2, %true, %scale, %none, %table) : (!torch.vtensor<[5,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.none, !torch.vtensor<[64,2],si64>) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  return
}

// -----

func.func @swiglu_off(%gate: !torch.vtensor<[5,8],f32>, %up: !torch.vtensor<[5,8],bf16>) {
  %limit = torch.constant.float -1.0
  // expected-error @+1 {{'torch.tensor_cast.v4_clamped_swiglu': gate and up must be float tensors of one type, got 'tensor<5x8xf32>' and 'tensor<5x8xbf16>'}}
  %0 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%gate, %up, %limit) : (!torch.vtensor<[5,8],f32>, !torch.vtensor<[5,8],bf16>, !torch.float) -> !torch.vtensor<[5,8],f32>
  return
}

// -----

func.func @swiglu_nan(%gate: !torch.vtensor<[5,8],f32>, %up: !torch.vtensor<[5,8],f32>) {
  %limit = torch.constant.float 0x7FF8000000000000
  // expected-error @+1 {{'dsv4.v4_clamped_swiglu' op }}
  %0 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%gate, %up, %limit) : (!torch.vtensor<[5,8],f32>, !torch.vtensor<[5,8],f32>, !torch.float) -> !torch.vtensor<[5,8],f32>
  return
}

// -----

// The declared result contradicts what the op computes.
func.func @declared(%x: !torch.vtensor<[2,8],f32>, %w: !torch.vtensor<[8],f32>) {
  %eps = torch.constant.float 1.0e-6
  // expected-error @+1 {{'torch.tensor_cast.rms_norm': result 0 is 'tensor<2x8xf32>', but declared as '!torch.vtensor<[2,9],f32>'}}
  %0 = torch.operator "torch.tensor_cast.rms_norm"(%x, %w, %eps) : (!torch.vtensor<[2,8],f32>, !torch.vtensor<[8],f32>, !torch.float) -> !torch.vtensor<[2,9],f32>
  return
}
