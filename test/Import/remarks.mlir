// What the importer takes for operands that an operator lacks: one remark per operator and function, with the uses.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -verify-diagnostics -o /dev/null

func.func @norm_eps(%x: !torch.vtensor<[2,4,8],f32>) -> !torch.vtensor<[2,1],f32> {
  %int4 = torch.constant.int 4
  // expected-remark @+1 {{'torch.tensor_cast.hc_pre_inv_rms' has no norm_eps operand, 1e-06 is taken (option norm-eps): 2 uses in @norm_eps}}
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %int4) : (!torch.vtensor<[2,4,8],f32>, !torch.int) -> !torch.vtensor<[2,1],f32>
  %1 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%x, %int4) : (!torch.vtensor<[2,4,8],f32>, !torch.int) -> !torch.vtensor<[2,1],f32>
  return %1 : !torch.vtensor<[2,1],f32>
}

func.func @hc_head(%x: !torch.vtensor<[2,4,8],f32>, %fn: !torch.vtensor<[4,32],f32>, %scale: !torch.vtensor<[1],f32>, %base: !torch.vtensor<[4],f32>) -> !torch.vtensor<[2,8],f32> {
  %int4 = torch.constant.int 4
  %eps = torch.constant.float 1.0e-6
  // expected-remark @+1 {{'torch.tensor_cast.hc_head' has no norm_eps operand, 1e-06 is taken (option norm-eps): 1 use in @hc_head}}
  %0 = torch.operator "torch.tensor_cast.hc_head"(%x, %fn, %scale, %base, %int4, %eps) : (!torch.vtensor<[2,4,8],f32>, !torch.vtensor<[4,32],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[4],f32>, !torch.int, !torch.float) -> !torch.vtensor<[2,8],f32>
  return %0 : !torch.vtensor<[2,8],f32>
}

// Without normalisation there is no division.
func.func @gates(%scores: !torch.vtensor<[5,8],f32>, %ids: !torch.vtensor<[5],si64>, %table: !torch.vtensor<[64,2],si64>) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],f32>) {
  %int2 = torch.constant.int 2
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %scale = torch.constant.float 1.5
  %none = torch.constant.none
  // expected-remark @+1 {{'torch.tensor_cast.moe_gating_top_k' has no norm_eps operand, 1e-20 is taken (as Hugging Face and CANN): 1 use in @gates}}
  %0:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%scores, %int2, %true, %scale, %none) : (!torch.vtensor<[5,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.none) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  %1:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%scores, %int2, %false, %scale, %none) : (!torch.vtensor<[5,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.none) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  // expected-remark @+1 {{'torch.tensor_cast.moe_gating_top_k_hash' has no norm_eps operand, 1e-20 is taken (as Hugging Face and CANN): 1 use in @gates}}
  %2:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%scores, %int2, %true, %scale, %ids, %table) : (!torch.vtensor<[5,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[5],si64>, !torch.vtensor<[64,2],si64>) -> (!torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],si64>)
  return %0#0, %1#0, %2#0 : !torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],f32>, !torch.vtensor<[5,2],f32>
}

func.func @hc_post(%x: !torch.vtensor<[2,8],f32>, %residual: !torch.vtensor<[2,4,8],f32>, %post: !torch.vtensor<[2,4],f32>, %comb: !torch.vtensor<[2,4,4],f32>)
    -> (!torch.vtensor<[2,4,8],f32>, !torch.vtensor<[2,4,8],f32>, !torch.vtensor<[2,4,8],f32>) {
  %none = torch.constant.none
  %int4 = torch.constant.int 4
  // expected-remark @+1 {{'torch.tensor_cast.hc_post' has neither hc_weight nor hc_combine: post is 1 and comb the identity, a plain residual in every stream: 1 use in @hc_post}}
  %0 = torch.operator "torch.tensor_cast.hc_post"(%x, %residual, %none, %none, %int4) : (!torch.vtensor<[2,8],f32>, !torch.vtensor<[2,4,8],f32>, !torch.none, !torch.none, !torch.int) -> !torch.vtensor<[2,4,8],f32>
  // expected-remark @+1 {{'torch.tensor_cast.hc_post' has no hc_weight: post is 1, the result is added to every stream: 1 use in @hc_post}}
  %1 = torch.operator "torch.tensor_cast.hc_post"(%x, %residual, %none, %comb, %int4) : (!torch.vtensor<[2,8],f32>, !torch.vtensor<[2,4,8],f32>, !torch.none, !torch.vtensor<[2,4,4],f32>, !torch.int) -> !torch.vtensor<[2,4,8],f32>
  // expected-remark @+1 {{'torch.tensor_cast.hc_post' has no hc_combine: comb is the identity, every stream keeps its residual: 1 use in @hc_post}}
  %2 = torch.operator "torch.tensor_cast.hc_post"(%x, %residual, %post, %none, %int4) : (!torch.vtensor<[2,8],f32>, !torch.vtensor<[2,4,8],f32>, !torch.vtensor<[2,4],f32>, !torch.none, !torch.int) -> !torch.vtensor<[2,4,8],f32>
  return %0, %1, %2 : !torch.vtensor<[2,4,8],f32>, !torch.vtensor<[2,4,8],f32>, !torch.vtensor<[2,4,8],f32>
}

func.func @elided() -> !torch.vtensor<[4,4],f32> {
  // expected-remark @+1 {{'torch.vtensor.literal' names weights whose data are not in the file (elided), the module cannot be executed: 1 use in @elided}}
  %0 = torch.vtensor.literal(dense_resource<elided> : tensor<4x4xf32>) : !torch.vtensor<[4,4],f32>
  return %0 : !torch.vtensor<[4,4],f32>
}
