// Elementwise ops move into their consumers, up to a size of the body.
//
// RUN: dsv4-opt %s --dsv4-fuse-elementwise | FileCheck %s --check-prefixes=CHECK,FUSED
// RUN: dsv4-opt %s --dsv4-fuse-elementwise=maximal-body=4 | FileCheck %s --check-prefixes=CHECK,PAIRS

#id = affine_map<(i) -> (i)>

// Each body has one op and the terminator: four ops hold two of them.
// CHECK-LABEL: func @chain
// FUSED: linalg.generic
// FUSED: math.absf
// FUSED-NEXT: math.exp
// FUSED-NEXT: math.sqrt
// FUSED-NEXT: linalg.yield
// FUSED-NOT: linalg.generic
// PAIRS: linalg.generic
// PAIRS: math.absf
// PAIRS-NEXT: math.exp
// PAIRS-NEXT: linalg.yield
// PAIRS: linalg.generic
// PAIRS: math.sqrt
// PAIRS-NEXT: linalg.yield
// CHECK: return
func.func @chain(%x: tensor<8xf32>) -> tensor<8xf32> {
  %empty = tensor.empty() : tensor<8xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%empty : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = math.absf %in : f32
    linalg.yield %v : f32
  } -> tensor<8xf32>
  %b = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%a : tensor<8xf32>) outs(%empty : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = math.exp %in : f32
    linalg.yield %v : f32
  } -> tensor<8xf32>
  %c = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%b : tensor<8xf32>) outs(%empty : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = math.sqrt %in : f32
    linalg.yield %v : f32
  } -> tensor<8xf32>
  return %c : tensor<8xf32>
}

// A value with two uses is computed once.
// CHECK-LABEL: func @shared
// CHECK: math.exp
// CHECK: linalg.yield
// CHECK: math.absf
// CHECK: linalg.yield
// CHECK: return
func.func @shared(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %empty = tensor.empty() : tensor<8xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%x : tensor<8xf32>) outs(%empty : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = math.exp %in : f32
    linalg.yield %v : f32
  } -> tensor<8xf32>
  %b = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%a : tensor<8xf32>) outs(%empty : tensor<8xf32>) {
  ^bb0(%in: f32, %out: f32):
    %v = math.absf %in : f32
    linalg.yield %v : f32
  } -> tensor<8xf32>
  return %a, %b : tensor<8xf32>, tensor<8xf32>
}
