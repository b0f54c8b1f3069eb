// apply_rope_inplace: neighbours are dsv4.rope; halves (is_neox) are dsv4.rope between two permutations.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @neighbours(
// CHECK: %[[Y:.*]] = dsv4.rope(%arg0, %arg1, %arg2) : (tensor<2x8x4x32xbf16>, tensor<2x8x4xf32>, tensor<2x8x4xf32>) -> tensor<2x8x4x32xbf16>
// CHECK-NEXT: return %[[Y]]
func.func @neighbours(%x: !torch.vtensor<[2,8,4,32],bf16>, %cos: !torch.vtensor<[2,8,4],f32>, %sin: !torch.vtensor<[2,8,4],f32>)
    -> !torch.vtensor<[2,8,4,32],bf16> {
  %false = torch.constant.bool false
  %int8 = torch.constant.int 8
  %0 = torch.operator "torch.tensor_cast.apply_rope_inplace"(%x, %cos, %sin, %false, %false, %int8) : (!torch.vtensor<[2,8,4,32],bf16>, !torch.vtensor<[2,8,4],f32>, !torch.vtensor<[2,8,4],f32>, !torch.bool, !torch.bool, !torch.int) -> !torch.vtensor<[2,8,4,32],bf16>
  return %0 : !torch.vtensor<[2,8,4,32],bf16>
}

// The schema that writes x: the second result is the new x. Tables in bf16 are widened.
// CHECK-LABEL: func.func @written(
// CHECK-COUNT-2: arith.extf %{{.*}} : bf16 to f32
// CHECK: %[[Y:.*]] = dsv4.rope(%arg0, %{{.*}}, %{{.*}}) {inverse = true}
// CHECK-NEXT: return %[[Y]], %[[Y]]
func.func @written(%x: !torch.vtensor<[2,8,8],f32>, %cos: !torch.vtensor<[2,8,4],bf16>, %sin: !torch.vtensor<[2,8,4],bf16>)
    -> (!torch.vtensor<[2,8,8],f32>, !torch.vtensor<[2,8,8],f32>) {
  %false = torch.constant.bool false
  %true = torch.constant.bool true
  %all = torch.constant.int -1
  %0:2 = torch.operator "torch.tensor_cast.apply_rope_inplace"(%x, %cos, %sin, %false, %true, %all) : (!torch.vtensor<[2,8,8],f32>, !torch.vtensor<[2,8,4],bf16>, !torch.vtensor<[2,8,4],bf16>, !torch.bool, !torch.bool, !torch.int) -> (!torch.vtensor<[2,8,8],f32>, !torch.vtensor<[2,8,8],f32>)
  return %0#0, %0#1 : !torch.vtensor<[2,8,8],f32>, !torch.vtensor<[2,8,8],f32>
}

// CHECK-LABEL: func.func @halves(
// CHECK: %[[TAIL:.*]] = tensor.extract_slice %arg0[0, 0, 24] [2, 8, 8] [1, 1, 1]
// CHECK: tensor.expand_shape %[[TAIL]] {{.*}} : tensor<2x8x8xf32> into tensor<2x8x2x4xf32>
// CHECK: linalg.generic
// CHECK: %[[PAIRS:.*]] = tensor.collapse_shape
// CHECK: %[[R:.*]] = dsv4.rope(%[[PAIRS]], %arg1, %arg2)
// CHECK: tensor.expand_shape %[[R]] {{.*}} into tensor<2x8x4x2xf32>
// CHECK: linalg.generic
// CHECK: tensor.insert_slice %{{.*}} into %arg0[0, 0, 24] [2, 8, 8] [1, 1, 1]
func.func @halves(%x: !torch.vtensor<[2,8,32],f32>, %cos: !torch.vtensor<[2,8,4],f32>, %sin: !torch.vtensor<[2,8,4],f32>)
    -> !torch.vtensor<[2,8,32],f32> {
  %false = torch.constant.bool false
  %true = torch.constant.bool true
  %int8 = torch.constant.int 8
  %0 = torch.operator "torch.tensor_cast.apply_rope_inplace"(%x, %cos, %sin, %true, %false, %int8) : (!torch.vtensor<[2,8,32],f32>, !torch.vtensor<[2,8,4],f32>, !torch.vtensor<[2,8,4],f32>, !torch.bool, !torch.bool, !torch.int) -> !torch.vtensor<[2,8,32],f32>
  return %0 : !torch.vtensor<[2,8,32],f32>
}
