// Collectives of a group of ranks become those of `shard` on a grid of one axis; groups of one rank communicate nothing.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s
// RUN: dsv4-opt %s --convert-torch-to-dsv4 --dsv4-to-linalg-pipeline | FileCheck %s --check-prefix=LINALG

// CHECK-DAG: shard.grid @ranks_0_to_3(shape = 4) {sym_visibility = "private"}
// CHECK-DAG: shard.grid @ranks_1_3(shape = 2) {sym_visibility = "private"}

// CHECK-LABEL: func.func @main(
// CHECK: %[[A:.*]] = shard.all_reduce %arg0 on @ranks_0_to_3 grid_axes = [0] : tensor<16x64xbf16> -> tensor<16x64xbf16>
// CHECK: %[[B:.*]] = shard.reduce_scatter %[[A]] on @ranks_0_to_3 grid_axes = [0] scatter_axis = 1 : tensor<16x64xbf16> -> tensor<16x16xbf16>
// CHECK: %[[C:.*]] = shard.all_gather %[[B]] on @ranks_0_to_3 grid_axes = [0] gather_axis = 1 : tensor<16x16xbf16> -> tensor<16x64xbf16>
// CHECK: %[[D:.*]] = shard.all_to_all %[[C]] on @ranks_1_3 grid_axes = [0] split_axis = 0 concat_axis = 0 : tensor<16x64xbf16> -> tensor<16x64xbf16>
// CHECK: return %[[D]]
// LINALG: shard.all_reduce
// LINALG: shard.all_to_all
func.func @main(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %int-1 = torch.constant.int -1
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  %int3 = torch.constant.int 3
  %int8 = torch.constant.int 8
  %four = torch.prim.ListConstruct %int0, %int1, %int2, %int3 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
  %two = torch.prim.ListConstruct %int1, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
  %halves = torch.prim.ListConstruct %int8, %int8 : (!torch.int, !torch.int) -> !torch.list<int>
  %0 = torch.operator "torch.tensor_cast.all_reduce"(%x, %int0, %four) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  %1 = torch.operator "torch.tensor_cast.reduce_scatter"(%0, %int-1, %int0, %four) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,16],bf16>
  %2 = torch.operator "torch.tensor_cast.all_gather"(%1, %int1, %int0, %four) : (!torch.vtensor<[16,16],bf16>, !torch.int, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  %3 = torch.operator "torch.tensor_cast.all_to_all"(%2, %halves, %halves, %int1, %two) : (!torch.vtensor<[16,64],bf16>, !torch.list<int>, !torch.list<int>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %3 : !torch.vtensor<[16,64],bf16>
}

// CHECK-LABEL: func.func @alone(
// CHECK-NEXT: return %arg0
func.func @alone(%x: !torch.vtensor<[16,64],bf16>) -> !torch.vtensor<[16,64],bf16> {
  %int0 = torch.constant.int 0
  %int16 = torch.constant.int 16
  %one = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
  %all = torch.prim.ListConstruct %int16 : (!torch.int) -> !torch.list<int>
  %0 = torch.operator "torch.tensor_cast.all_reduce"(%x, %int0, %one) : (!torch.vtensor<[16,64],bf16>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  %1 = torch.operator "torch.tensor_cast.all_to_all"(%0, %all, %all, %int0, %one) : (!torch.vtensor<[16,64],bf16>, !torch.list<int>, !torch.list<int>, !torch.int, !torch.list<int>) -> !torch.vtensor<[16,64],bf16>
  return %1 : !torch.vtensor<[16,64],bf16>
}
