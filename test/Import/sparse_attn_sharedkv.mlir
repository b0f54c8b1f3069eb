// sparse_attn_sharedkv: kv_dependency is only an anchor of the cache write and is dropped; kv may have a head axis.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @main(
// CHECK: %[[I:.*]] = linalg.generic
// CHECK: dsv4.sparse_attn_sharedkv(%arg0, %arg2, %[[I]], %arg1) {softmax_scale = 0.17677669529663689 : f64}
// CHECK-SAME: (tensor<2x8x4x32xbf16>, tensor<4xf32>, tensor<2x8x8xi32>, tensor<2x8x32xbf16>) -> tensor<2x8x4x32xbf16>
// CHECK-NOT: %arg4
func.func @main(%q: !torch.vtensor<[2,8,4,32],bf16>, %kv: !torch.vtensor<[2,8,32],bf16>, %sink: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2,8,8],si64>, %cache: !torch.vtensor<[2,16,32],bf16>) -> !torch.vtensor<[2,8,4,32],bf16> {
  %scale = torch.constant.float 0.17677669529663689
  %int32 = torch.constant.int 32
  %0 = torch.operator "torch.tensor_cast.sparse_attn_sharedkv"(%q, %kv, %sink, %i, %scale, %int32, %cache) : (!torch.vtensor<[2,8,4,32],bf16>, !torch.vtensor<[2,8,32],bf16>, !torch.vtensor<[4],f32>, !torch.vtensor<[2,8,8],si64>, !torch.float, !torch.int, !torch.vtensor<[2,16,32],bf16>) -> !torch.vtensor<[2,8,4,32],bf16>
  return %0 : !torch.vtensor<[2,8,4,32],bf16>
}

// CHECK-LABEL: func.func @head_axis(
// CHECK: %[[KV:.*]] = tensor.collapse_shape %arg1 {{\[}}[0], [1, 2], [3]] : tensor<2x8x1x32xf32> into tensor<2x8x32xf32>
// CHECK: dsv4.sparse_attn_sharedkv(%arg0, %arg2, %arg3, %[[KV]])
func.func @head_axis(%q: !torch.vtensor<[2,8,4,32],f32>, %kv: !torch.vtensor<[2,8,1,32],f32>, %sink: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2,8,8],si32>) -> !torch.vtensor<[2,8,4,32],f32> {
  %scale = torch.constant.float 0.17677669529663689
  %int32 = torch.constant.int 32
  %none = torch.constant.none
  %0 = torch.operator "torch.tensor_cast.sparse_attn_sharedkv"(%q, %kv, %sink, %i, %scale, %int32, %none) : (!torch.vtensor<[2,8,4,32],f32>, !torch.vtensor<[2,8,1,32],f32>, !torch.vtensor<[4],f32>, !torch.vtensor<[2,8,8],si32>, !torch.float, !torch.int, !torch.none) -> !torch.vtensor<[2,8,4,32],f32>
  return %0 : !torch.vtensor<[2,8,4,32],f32>
}
