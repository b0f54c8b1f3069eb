// init_routing_v2 and unpermute_tokens: places by counting, gathers by place. grouped_matmul: a product per group.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @init(
// CHECK: %[[E:.*]] = tensor.collapse_shape %arg1 {{\[}}[0, 1]] : tensor<16x2xi64> into tensor<32xi64>
// CHECK: %[[PLACES:.*]] = linalg.generic {{.*}}"reduction"]} ins(%[[E]], %[[E]] : tensor<32xi64>, tensor<32xi64>) outs(%{{.*}} : tensor<32xi32>)
// CHECK: %[[PAIRS:.*]] = linalg.generic {{.*}}"reduction"]} ins(%[[PLACES]] : tensor<32xi32>)
// CHECK: linalg.generic {{.*}} ins(%[[PAIRS]] : tensor<32xi32>) outs(%{{.*}} : tensor<32x64xbf16>)
// CHECK: arith.divui
// CHECK: tensor.extract %arg0
func.func @init(%x: !torch.vtensor<[16,64],bf16>, %i: !torch.vtensor<[16,2],si64>) -> !torch.vtensor<[32,64],bf16> {
  %0 = torch.operator "torch.tensor_cast.init_routing_v2"(%x, %i) : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[16,2],si64>) -> !torch.vtensor<[32,64],bf16>
  return %0 : !torch.vtensor<[32,64],bf16>
}

// CHECK-LABEL: func.func @unpermute(
// CHECK: cf.assert %{{.*}}, "tensor_cast.unpermute_tokens: x must have one row per token and choice"
// CHECK: %[[PLACES:.*]] = tensor.expand_shape %{{.*}} : tensor<?xi32> into tensor<?x2xi32>
// CHECK: linalg.generic {{.*}} ins(%[[PLACES]] : tensor<?x2xi32>) outs(%{{.*}} : tensor<?x2x64xbf16>)
// CHECK: arith.minui
// CHECK: tensor.extract %arg0
func.func @unpermute(%x: !torch.vtensor<[?,64],bf16>, %i: !torch.vtensor<[?,2],si32>) -> !torch.vtensor<[?,2,64],bf16> {
  %0 = torch.operator "torch.tensor_cast.unpermute_tokens"(%x, %i) : (!torch.vtensor<[?,64],bf16>, !torch.vtensor<[?,2],si32>) -> !torch.vtensor<[?,2,64],bf16>
  return %0 : !torch.vtensor<[?,2,64],bf16>
}

// CHECK-LABEL: func.func @grouped(
// CHECK: linalg.contract {{.*}} ins(%arg0, %arg2 : tensor<16x64xbf16>, tensor<64x32xbf16>) outs(%{{.*}} : tensor<16x32xf32>)
// CHECK: arith.addf
// CHECK: linalg.contract {{.*}} ins(%arg1, %arg2 : tensor<4x64xbf16>, tensor<64x32xbf16>) outs(%{{.*}} : tensor<4x32xf32>)
// CHECK: tensor.concat dim(0) %{{.*}}, %{{.*}} : (tensor<16x32xbf16>, tensor<4x32xbf16>) -> tensor<20x32xbf16>
func.func @grouped(%a: !torch.vtensor<[16,64],bf16>, %b: !torch.vtensor<[4,64],bf16>, %w: !torch.vtensor<[64,32],bf16>, %bias: !torch.vtensor<[32],bf16>) -> !torch.vtensor<[20,32],bf16> {
  %none = torch.constant.none
  %x = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[16,64],bf16>, !torch.vtensor<[4,64],bf16>) -> !torch.list<vtensor>
  %ws = torch.prim.ListConstruct %w, %w : (!torch.vtensor<[64,32],bf16>, !torch.vtensor<[64,32],bf16>) -> !torch.list<vtensor>
  %biases = torch.prim.ListConstruct %bias, %none : (!torch.vtensor<[32],bf16>, !torch.none) -> !torch.list<optional<vtensor>>
  %0 = torch.operator "torch.tensor_cast.grouped_matmul"(%x, %ws, %biases) : (!torch.list<vtensor>, !torch.list<vtensor>, !torch.list<optional<vtensor>>) -> !torch.vtensor<[20,32],bf16>
  return %0 : !torch.vtensor<[20,32],bf16>
}
