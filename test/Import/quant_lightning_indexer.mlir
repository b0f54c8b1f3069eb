// quant_lightning_indexer: the ratio is the model's, positions are an argument or come from seq_lens.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file | FileCheck %s
// RUN: dsv4-opt %s --convert-torch-to-dsv4="precision=qat" -split-input-file | FileCheck %s --check-prefix=QAT

// CHECK-LABEL: func.func @main(
// CHECK-SAME: %arg3: tensor<2xi32> {dsv4.name = "start_pos"}
// CHECK: %[[LENS:.*]] = arith.constant dense<8> : tensor<2xi32>
// CHECK: dsv4.quant_lightning_indexer(%arg0, %arg2, %arg1, %arg3, %[[LENS]]) {ratio = 4 : i64, topk_limit = 2 : i64}
// CHECK-SAME: -> tensor<2x8x2xi32>
// CHECK: arith.extsi %{{.*}} : i32 to i64
// The indexer's share of the reference code's rounding.
// QAT-LABEL: func.func @main(
// QAT: %[[H:.*]] = dsv4.hadamard(%arg0)
// QAT: %{{.*}}, %{{.*}}, %[[Q:.*]] = dsv4.act_quant(%[[H]]) {block = 32 : i64, format = f4E2M1FN}
// QAT: dsv4.quant_lightning_indexer(%[[Q]], %arg2, %arg1
func.func @main(%q: !torch.vtensor<[2,8,2,32],bf16>, %w: !torch.vtensor<[2,8,2],bf16>, %keys: !torch.vtensor<[2,8,32],bf16>) -> !torch.vtensor<[2,8,2],si64> {
  %int2 = torch.constant.int 2
  %int1 = torch.constant.int 1
  %none = torch.constant.none
  %0 = torch.operator "torch.tensor_cast.quant_lightning_indexer"(%q, %w, %keys, %int2, %int1, %none, %none) : (!torch.vtensor<[2,8,2,32],bf16>, !torch.vtensor<[2,8,2],bf16>, !torch.vtensor<[2,8,32],bf16>, !torch.int, !torch.int, !torch.none, !torch.none) -> !torch.vtensor<[2,8,2],si64>
  return %0 : !torch.vtensor<[2,8,2],si64>
}

// -----

// Under tensor parallelism every rank has some of the heads: the scores are summed. A width that only the program
// knows is at least 1, as TensorCast's.
// CHECK: shard.grid @ranks_0_to_1(shape = 2)
// CHECK-LABEL: func.func @parallel(
// CHECK: %[[START:.*]] = arith.subi %arg3, %{{.*}} : tensor<2xi32>
// CHECK: %[[SCORES:.*]] = dsv4.indexer_scores(%arg0, %arg2, %arg1, %[[START]], %{{.*}}) {ratio = 4 : i64}
// CHECK: %[[SUM:.*]] = shard.all_reduce %[[SCORES]] on @ranks_0_to_1 grid_axes = [0]
// CHECK: %[[TOP:.*]] = dsv4.indexer_top_k(%[[SUM]], %[[START]], %{{.*}}) {ratio = 4 : i64, topk_limit = 2 : i64}
// CHECK: linalg.fill
// CHECK: tensor.concat dim(2) %[[TOP]], %{{.*}}
func.func @parallel(%q: !torch.vtensor<[2,8,2,32],bf16>, %w: !torch.vtensor<[2,8,2],bf16>, %keys: !torch.vtensor<[2,8,32],bf16>, %lens: !torch.vtensor<[2],si32>) -> !torch.vtensor<[2,8,?],si64> {
  %int2 = torch.constant.int 2
  %none = torch.constant.none
  %0 = torch.operator "torch.tensor_cast.quant_lightning_indexer"(%q, %w, %keys, %int2, %int2, %lens, %none) : (!torch.vtensor<[2,8,2,32],bf16>, !torch.vtensor<[2,8,2],bf16>, !torch.vtensor<[2,8,32],bf16>, !torch.int, !torch.int, !torch.vtensor<[2],si32>, !torch.none) -> !torch.vtensor<[2,8,?],si64>
  return %0 : !torch.vtensor<[2,8,?],si64>
}
