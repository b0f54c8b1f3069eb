// The partially lowered form: linalg around the operators, torch_c between the two. What is not torch's stays.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

#map = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: tensor<?x8xbf16>, %[[TABLE:.*]]: tensor<64x2xi64>, %[[IDS:.*]]: tensor<?xi64>) -> (tensor<?x2xf32>, tensor<?x2xi64>)
func.func @main(%arg0: tensor<?x8xbf16>, %arg1: tensor<64x2xi64>, %arg2: tensor<?xi64>) -> (tensor<?x2xf32>, tensor<?x2xi64>) {
  %float1.500000e00 = torch.constant.float 1.500000e+00
  %true = torch.constant.bool true
  %int2 = torch.constant.int 2
  %c0 = arith.constant 0 : index
  %0 = torch_c.from_builtin_tensor %arg2 : tensor<?xi64> -> !torch.vtensor<[?],si64>
  %1 = torch_c.from_builtin_tensor %arg0 : tensor<?x8xbf16> -> !torch.vtensor<[?,8],bf16>
  %2 = torch_c.from_builtin_tensor %arg1 : tensor<64x2xi64> -> !torch.vtensor<[64,2],si64>
  %3 = torch_c.to_builtin_tensor %1 : !torch.vtensor<[?,8],bf16> -> tensor<?x8xbf16>
  %4 = torch.symbolic_int "s33" {min_val = 2, max_val = 4096} : !torch.int
  torch.bind_symbolic_shape %1, [%4], affine_map<()[s0] -> (s0, 8)> : !torch.vtensor<[?,8],bf16>
  // CHECK: tensor.dim %[[X]]
  %dim = tensor.dim %3, %c0 : tensor<?x8xbf16>
  %5 = tensor.empty(%dim) : tensor<?x8xf32>
  // CHECK: %[[SCORES:.*]] = linalg.generic {{.*}} ins(%[[X]] : tensor<?x8xbf16>)
  // CHECK: arith.extf
  %6 = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel", "parallel"]} ins(%3 : tensor<?x8xbf16>) outs(%5 : tensor<?x8xf32>) {
  ^bb0(%in: bf16, %out: f32):
    %13 = arith.extf %in : bf16 to f32
    linalg.yield %13 : f32
  } -> tensor<?x8xf32>
  // CHECK: %[[SIZE:.*]] = arith.index_cast
  %7 = arith.index_cast %dim : index to i64
  %8 = torch_c.from_i64 %7
  %9 = torch_c.to_i64 %8
  // CHECK: %[[OK:.*]] = arith.cmpi sgt, %[[SIZE]]
  %c1_i64 = arith.constant 1 : i64
  %10 = arith.cmpi sgt, %9, %c1_i64 : i64
  // CHECK: cf.assert %[[OK]], "too few tokens"
  cf.assert %10, "too few tokens"
  %11 = torch_c.from_builtin_tensor %6 : tensor<?x8xf32> -> !torch.vtensor<[?,8],f32>
  // CHECK: %[[WEIGHTS:.*]], %{{.*}} = dsv4.moe_gating_hash(%[[SCORES]], %[[IDS]], %[[TABLE]])
  %12:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%11, %int2, %true, %float1.500000e00, %0, %2) : (!torch.vtensor<[?,8],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[?],si64>, !torch.vtensor<[64,2],si64>) -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],si64>)
  %14 = torch_c.to_builtin_tensor %12#1 : !torch.vtensor<[?,2],si64> -> tensor<?x2xi64>
  %15 = torch_c.to_builtin_tensor %12#0 : !torch.vtensor<[?,2],f32> -> tensor<?x2xf32>
  // CHECK: return %[[WEIGHTS]], %{{.*}} : tensor<?x2xf32>, tensor<?x2xi64>
  return %15, %14 : tensor<?x2xf32>, tensor<?x2xi64>
}

// The numbers of torch and of builtin are the same.
// CHECK-LABEL: func.func @numbers(
// CHECK-SAME: %[[I:.*]]: i64, %[[F:.*]]: f64, %[[B:.*]]: i1)
func.func @numbers(%i: i64, %f: f64, %b: i1) -> (i64, f64, i1) {
  %0 = torch_c.from_i64 %i
  %1 = torch_c.to_i64 %0
  %2 = torch_c.from_f64 %f
  %3 = torch_c.to_f64 %2
  %4 = torch_c.from_i1 %b
  %5 = torch_c.to_i1 %4
  // CHECK-NEXT: return %[[I]], %[[F]], %[[B]]
  return %1, %3, %5 : i64, f64, i1
}
