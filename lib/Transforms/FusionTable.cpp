//===- FusionTable.cpp - The list of fusions ------------------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

//
// The only place that lists them. What a pattern looks for is in Fuse*.cpp, which stack
// has which is in lib/Cost/Stacks.
//
//===----------------------------------------------------------------------===//

#include "FusionHelpers.h"

using namespace mlir;
using namespace mlir::dsv4;

static constexpr FusionPattern kPatterns[] = {
    {"hc_post_pre_norm", "hc_post_pre", "hc_post, hc_pre_inv_rms, product, hc_pre_sinkhorn, rms_norm",
     "End of one sub-layer, start of the next, and its norm. The streams are written once and not read again.",
     matchHcPostPreNorm},
    {"hc_post_pre", "hc_post_pre", "hc_post, hc_pre_inv_rms, product, hc_pre_sinkhorn",
     "End of one sub-layer and start of the next.", matchHcPostPre},
    {"hc_pre_norm", "hc_pre", "hc_pre_inv_rms, product, hc_pre_sinkhorn, rms_norm",
     "Start of a sub-layer and its norm: the streams are read once.", matchHcPreNorm},
    {"hc_pre", "hc_pre", "hc_pre_inv_rms, product, hc_pre_sinkhorn", "Start of a sub-layer: the streams are read once.",
     matchHcPre},
    {"hc_pre_product", "hc_pre_product", "hc_pre_inv_rms, product",
     "The skinny product of streams and mixing weights, which sums the squares on the way.", matchHcPreProduct},
    {"hc_pre_apply_norm", "hc_pre_apply", "product with inv_rms, hc_pre_sinkhorn, rms_norm",
     "What follows the skinny product: mixing weights, Sinkhorn, weighted sum of the streams, norm.",
     matchHcPreApplyNorm},
    {"hc_pre_apply", "hc_pre_apply", "product with inv_rms, hc_pre_sinkhorn", "The same without the norm.",
     matchHcPreApply},
    {"qkv_a_linear", "qkv_a_linear", "linear (wq_a), linear (wkv)",
     "One product with the stacked weights of both projections.", matchQkvALinear},
    {"q_kv_norm_rope_insert", "q_kv_norm_rope_insert",
     "rms_norm and rope of the queries, rms_norm, rope, act_quant and scatter_nd_update_mla of the rows",
     "Everything between the projections and the core.", matchQKvNormRopeInsert},
    {"kv_norm_rope_insert", "kv_norm_rope_insert", "rms_norm, rope, act_quant, scatter_nd_update_mla",
     "The rows alone: norm, rotation, quantisation, insertion into the ring.", matchKvNormRopeInsert},
    {"q_kv_norm", "q_kv_norm", "rms_norm (q_norm), rms_norm (kv_norm)",
     "Norms of the latent of the queries and of the rows, side by side.", matchQKvNorm},
    {"q_norm_rope_kv_insert", "q_norm_rope_kv_insert",
     "rms_norm and rope of the queries, rope, act_quant and scatter_nd_update_mla of the rows",
     "Norm per head and rotation of the queries; rotation, quantisation and insertion of rows that are normalised.",
     matchQNormRopeKvInsert},
    {"q_norm_rope", "q_norm_rope", "rms_norm, rope", "The queries alone: norm per head and rotation.", matchQNormRope},
    {"attention_inverse_rope", "sparse_attn_sharedkv",
     "sparse_attn_sharedkv, rope (inverse), act_quant if there is one",
     "The core turns its result back, and quantises it where the next product wants that.", matchAttentionInverseRope},
    {"inverse_rope_quant", "inverse_rope_quant", "rope (inverse), act_quant",
     "Backward rotation and quantisation for the output projection.", matchInverseRopeQuant},
    {"compressor_store_c4", "compressor_c4", "compressor (ratio 4), scatter_nd_update_mla",
     "Compressed rows of a CSA layer: pooling, norm, rotation, quantisation, store.", matchCompressorStoreC4},
    {"compressor_store_c128", "compressor_c128", "compressor (ratio 128), scatter_nd_update_mla",
     "Compressed rows of an HCA layer.", matchCompressorStoreC128},
    {"indexer_compressor_store", "indexer_compressor", "compressor (ratio 4), scatter_nd_update_mla",
     "Keys of the indexer.", matchIndexerCompressorStore},
    {"indexer_query", "indexer_query", "rope, hadamard, act_quant, scaling of the weights of the heads",
     "Queries of the indexer, without their projection.", matchIndexerQuery},
    {"indexer_score_top_k", "quant_lightning_indexer", "indexer_scores, indexer_top_k", "No score leaves the launch.",
     matchIndexerScoreTopK},
    {"gate_top_k", "gate_top_k", "gate_score, moe_gating_top_k", "Logits, score function and selection of experts.",
     matchGateTopK},
    {"gate_hash", "gate_hash", "gate_score, moe_gating_hash",
     "Only the logits of the K experts that the table names are computed.", matchGateHash},
    {"shared_gate_up_linear", "shared_gate_up_linear", "linear (w1), linear (w3)",
     "One product with the stacked weights of the shared expert.", matchSharedGateUpLinear},
    {"swiglu_quant", "swiglu_quant", "v4_clamped_swiglu, act_quant",
     "Activation and quantisation for the next product.", matchSwigluQuant},
    {"mega_moe", "mega_moe", "moe_dispatch, routed_experts, moe_combine",
     "Tokens go to their experts and results come back in the kernel of the experts.", matchMegaMoE},
    {"routed_experts", "routed_experts", "routed_experts, sum with the shared expert",
     "Both grouped products, the activation between them, the weighted sum, and the sum with the shared expert.",
     matchRoutedExperts},
    {"all_reduce_norm", "all_reduce_norm", "all_reduce, sum with a residual if there is one, rms_norm",
     "The norm runs where the reduced data arrives.", matchAllReduceNorm},
    {"residual_add", "residual_add", "conversions, sum, conversion",
     "A sum of two tensors with the conversions around it, as the sum of routed and shared experts.", matchResidualAdd},
};

ArrayRef<FusionPattern> mlir::dsv4::fusionPatterns() { return kPatterns; }

const FusionPattern *mlir::dsv4::findFusionPattern(StringRef name) {
  for (const FusionPattern &pattern : kPatterns)
    if (pattern.name == name)
      return &pattern;
  return nullptr;
}
