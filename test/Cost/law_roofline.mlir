// The roofline law: floor + max(matrix, vector, special functions, memory). Round numbers: 10 TFLOP/s bf16, 20 f8, 5
// f32 at efficiency 0.5; vector 1, special 0.1 TFLOP/s; 10^6 bytes per us, streaming 0.5, in products 0.8; one unit
// streams 10,000 bytes per us; floors 2 us, products 3 us (f8 4).
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost=format=csv -o /dev/null \
// RUN:   | cut -d, -f2,5,6,8,9,11- | FileCheck %s

// The columns after the cut: kernel, launches, time, bound, roof, then per launch: peak time, floor, memory, matrix,
// vector, special, link, collective latency, bytes read, by class (weights, activations, cache, gathered, indices), written, FLOPs by engine.

// gate_score 1000 x 1000 x 1024 bf16: 2.048e9 / (10^7 * 0.5) = 409.6 us of matrix work, floor 3: 412.6. At the peak 204.8.
// CHECK:      gate_score,1,412.6,matrix engine,49.636{{[0-9]*}},204.8,3,10.12,409.6,2,20,
// CHECK-SAME: roofline of a matrix product,

// rms_norm 10,000 x 1000 f32: 80.004 MB at 0.5 * 10^6 = 160.008 us, floor 2: 162.008; at the peak 80.004.
// CHECK-NEXT: rms_norm,1,162.008,memory,49.382{{[0-9]*}},80.004,2,160.008,0,40.02,0.1,0,0,40004000,4000,40000000,

// rms_norm 1 x 1000 f32: one tile on one unit: 12,000 bytes at 10,000 per us = 1.2 us; floor 2 is larger.
// CHECK-NEXT: rms_norm,1,3.2,launch floor,0.375,0.012,2,1.2,

// An f8 product with the f8 peak, bf16's efficiency (the file states none for f8) and the f8 floor:
// 2 * 1024^3 / (2 * 10^7 * 0.5) = 214.7483648 us + 4.
// CHECK-NEXT: matmul,1,218.7483648,matrix engine,{{[0-9.]+}},107.3741824,4,

// 10,000 x 1000 exponentials: 10^7 / 10^5 = 100 us, floor 2.
// CHECK-NEXT: elementwise,1,102,special functions,98.039{{[0-9]*}},100,2,40,0,0,100,
func.func @main(%x: tensor<1000x1024xbf16>, %gate: tensor<1000x1024xbf16>, %rows: tensor<10000x1000xf32>,
                %w: tensor<1000xf32>, %row: tensor<1x1000xf32>, %a: tensor<1024x1024xf8E4M3FN>,
                %b: tensor<1024x1024xf8E4M3FN>, %c: tensor<1024x1024xf32>, %small: tensor<10000x1000xf8E4M3FN>) {
  %0 = dsv4.gate_score(%x, %gate) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<1000x1024xbf16>, tensor<1000x1024xbf16>) -> tensor<1000x1000xf32>
  %1 = dsv4.rms_norm(%rows, %w) {norm_eps = 1.0e-6} : (tensor<10000x1000xf32>, tensor<1000xf32>) -> tensor<10000x1000xf32>
  %2 = dsv4.rms_norm(%row, %w) {norm_eps = 1.0e-6} : (tensor<1x1000xf32>, tensor<1000xf32>) -> tensor<1x1000xf32>
  %3 = linalg.matmul ins(%a, %b : tensor<1024x1024xf8E4M3FN>, tensor<1024x1024xf8E4M3FN>)
      outs(%c : tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  %e = tensor.empty() : tensor<10000x1000xf8E4M3FN>
  %4 = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i, j)>],
                       iterator_types = ["parallel", "parallel"]}
      ins(%small : tensor<10000x1000xf8E4M3FN>) outs(%e : tensor<10000x1000xf8E4M3FN>) {
  ^bb0(%p: f8E4M3FN, %q: f8E4M3FN):
    %r = math.exp %p : f8E4M3FN
    linalg.yield %r : f8E4M3FN
  } -> tensor<10000x1000xf8E4M3FN>
  return
}
