// scatter_nd_update_mla: slots become i32, numbers that i32 cannot hold stay out of range of every cache.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @main(
// CHECK-DAG: arith.constant -2147483648 : i64
// CHECK-DAG: arith.constant 2147483647 : i64
// CHECK: arith.trunci %{{.*}} : i64 to i32
// CHECK: %[[C:.*]] = dsv4.scatter_nd_update_mla(%arg0, %arg1, %{{.*}}) : (tensor<2x8x32xbf16>, tensor<2x16x32xbf16>, tensor<2x8xi32>) -> tensor<2x16x32xbf16>
// CHECK-NEXT: return %[[C]] : tensor<2x16x32xbf16>
func.func @main(%kv: !torch.vtensor<[2,8,32],bf16>, %cache: !torch.vtensor<[2,16,32],bf16>, %slots: !torch.vtensor<[2,8],si64>)
    -> !torch.vtensor<[2,16,32],bf16> {
  %int8 = torch.constant.int 8
  %none = torch.constant.none
  %0 = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%kv, %cache, %slots, %int8, %none) : (!torch.vtensor<[2,8,32],bf16>, !torch.vtensor<[2,16,32],bf16>, !torch.vtensor<[2,8],si64>, !torch.int, !torch.none) -> !torch.vtensor<[2,16,32],bf16>
  return %0 : !torch.vtensor<[2,16,32],bf16>
}

// The schema that writes the cache: handle and new cache are one value. Slots of i32 are read as they are.
// CHECK-LABEL: func.func @written(
// CHECK-NEXT: %[[C:.*]] = dsv4.scatter_nd_update_mla(%arg0, %arg1, %arg2)
// CHECK-NEXT: return %[[C]], %[[C]]
func.func @written(%kv: !torch.vtensor<[2,8,32],bf16>, %cache: !torch.vtensor<[2,16,32],bf16>, %slots: !torch.vtensor<[2,8],si32>, %lens: !torch.vtensor<[2],si32>)
    -> (!torch.vtensor<[2,16,32],bf16>, !torch.vtensor<[2,16,32],bf16>) {
  %none = torch.constant.none
  %0:2 = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%kv, %cache, %slots, %none, %lens) : (!torch.vtensor<[2,8,32],bf16>, !torch.vtensor<[2,16,32],bf16>, !torch.vtensor<[2,8],si32>, !torch.none, !torch.vtensor<[2],si32>) -> (!torch.vtensor<[2,16,32],bf16>, !torch.vtensor<[2,16,32],bf16>)
  return %0#0, %0#1 : !torch.vtensor<[2,16,32],bf16>, !torch.vtensor<[2,16,32],bf16>
}
