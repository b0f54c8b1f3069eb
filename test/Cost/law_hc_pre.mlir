// The hc_pre law, for a fused kernel and for its ops apart: a product that streams the branches, tile by tile, and a
// kernel that reads them again. Device and stack of round numbers: 100 compute units, 10^6 bytes per us, 10^6 bytes of
// cache, launch 5 + walk 1 us, one unit streams 10,000 bytes per us, 0.25 us per token up to 8 tokens.
// D = 4096, h = 4, bf16: S = 32,768, B = 8,192 bytes.
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json bind=arg0:0=1000 function=fused" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=FUSED
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json bind=arg0:0=1000 function=apart" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=APART
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json bind=arg0:0=7000 function=fused" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=WAVES
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json function=not_the_mix" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=OTHER
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json bind=arg0:0=1000 function=as_linear" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=LINEAR

// T = 1000. T * (S + B) = 40.96 MB misses: cost 2 * 10^-6 us per byte.
//   product: 16 tiles, floor(100 / 16) = 6 pieces each: 96 groups, less than a wave. Bytes of a group
//     64 * 32,768 / 6 = 349,525.3; all groups 96 * 349,525.3 * 2e-6 = 67.108864 us, one at its own rate 34.95: 67.108864
//   second kernel: 40,960,000 * 2e-6 = 81.92
//   memory 149.028864, launch 6, few tokens 0.25 * 8 = 2: 157.028864
// FUSED:     "bound_by": "memory"
// FUSED:     "law": "stack round-stack: hc_pre"
// FUSED:     "name": "hc_pre"
// FUSED:     "launch_floor": 6,
// FUSED:     "memory": 149.02886
// FUSED:     "vector": 2
// FUSED:     "time_us": 157.02886

// Apart: the normalisation is a streaming kernel; the product takes 2 us (kernel_floor) of the launch and its part of
// the law, 2 + 2 + 67.108864; the second kernel the rest, 6 - 2 + 81.92. Both together are the law of the whole.
// APART:     "law": "roofline"
// APART:     "name": "hc_pre_inv_rms"
// APART:     "law": "stack round-stack: hc_pre, its product"
// APART:     "name": "matmul"
// APART:     "launch_floor": 2,
// APART:     "memory": 67.10886
// APART:     "time_us": 71.10886
// APART:     "name": "elementwise"
// APART:     "law": "stack round-stack: hc_pre, its second kernel"
// APART:     "name": "hc_pre_sinkhorn"
// APART:     "launch_floor": 4,
// APART:     "memory": 81.92
// APART:     "time_us": 85.92

// T = 7000: 110 tiles that are not split, one full wave of 100 and a rest of 10.
//   full wave: 100 groups of 2,097,152 bytes at memory speed: 419.4304 us; one group at its own rate: 209.7152
//   rest: 10 groups at memory speed 41.94 us, but one streams no faster than 209.7152 us
//   second kernel: 7000 * 40,960 * 2e-6 = 573.44
//   memory 419.4304 + 209.7152 + 573.44 = 1202.5856
// WAVES:     "memory": 1202.585
// WAVES:     "time_us": 1210.585
func.func @fused(%x: tensor<?x4x4096xbf16>, %fn: tensor<24x16384xf32>, %scale: tensor<3xf32>, %base: tensor<24xf32>)
    -> tensor<?x4096xbf16> {
  %y = dsv4.kernel "hc_pre" (%x, %fn, %scale, %base)
      : (tensor<?x4x4096xbf16>, tensor<24x16384xf32>, tensor<3xf32>, tensor<24xf32>) -> tensor<?x4096xbf16> {
  ^bb0(%a: tensor<?x4x4096xbf16>, %f: tensor<24x16384xf32>, %s: tensor<3xf32>, %b: tensor<24xf32>):
    %c0 = arith.constant 0 : index
    %tokens = tensor.dim %a, %c0 : tensor<?x4x4096xbf16>
    %inv = dsv4.hc_pre_inv_rms(%a) {norm_eps = 1.0e-6} : (tensor<?x4x4096xbf16>) -> tensor<?x1xf32>
    %flat = tensor.collapse_shape %a [[0], [1, 2]] : tensor<?x4x4096xbf16> into tensor<?x16384xbf16>
    %empty = tensor.empty(%tokens) : tensor<?x24xf32>
    %zero = arith.constant 0.0 : f32
    %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<?x24xf32>) -> tensor<?x24xf32>
    %raw = linalg.contract indexing_maps = [affine_map<(t, n, k) -> (t, k)>, affine_map<(t, n, k) -> (n, k)>,
                                            affine_map<(t, n, k) -> (t, n)>]
        ins(%flat, %f : tensor<?x16384xbf16>, tensor<24x16384xf32>) outs(%init : tensor<?x24xf32>) -> tensor<?x24xf32>
    %mix = linalg.generic {indexing_maps = [affine_map<(t, n) -> (t, n)>, affine_map<(t, n) -> (t, 0)>,
                                            affine_map<(t, n) -> (t, n)>],
                           iterator_types = ["parallel", "parallel"]}
        ins(%raw, %inv : tensor<?x24xf32>, tensor<?x1xf32>) outs(%empty : tensor<?x24xf32>) {
    ^bb1(%p: f32, %q: f32, %o: f32):
      %r = arith.mulf %p, %q : f32
      linalg.yield %r : f32
    } -> tensor<?x24xf32>
    %py, %pp, %pc = dsv4.hc_pre_sinkhorn(%mix, %a, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
        : (tensor<?x24xf32>, tensor<?x4x4096xbf16>, tensor<3xf32>, tensor<24xf32>)
       -> (tensor<?x4096xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>)
    dsv4.yield %py : tensor<?x4096xbf16>
  }
  return %y : tensor<?x4096xbf16>
}

func.func @apart(%a: tensor<?x4x4096xbf16>, %f: tensor<24x16384xf32>, %s: tensor<3xf32>, %b: tensor<24xf32>)
    -> tensor<?x4096xbf16> {
  %c0 = arith.constant 0 : index
  %tokens = tensor.dim %a, %c0 : tensor<?x4x4096xbf16>
  %inv = dsv4.hc_pre_inv_rms(%a) {norm_eps = 1.0e-6} : (tensor<?x4x4096xbf16>) -> tensor<?x1xf32>
  %flat = tensor.collapse_shape %a [[0], [1, 2]] : tensor<?x4x4096xbf16> into tensor<?x16384xbf16>
  %empty = tensor.empty(%tokens) : tensor<?x24xf32>
  %zero = arith.constant 0.0 : f32
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<?x24xf32>) -> tensor<?x24xf32>
  %raw = linalg.contract indexing_maps = [affine_map<(t, n, k) -> (t, k)>, affine_map<(t, n, k) -> (n, k)>,
                                          affine_map<(t, n, k) -> (t, n)>]
      ins(%flat, %f : tensor<?x16384xbf16>, tensor<24x16384xf32>) outs(%init : tensor<?x24xf32>) -> tensor<?x24xf32>
  %mix = linalg.generic {indexing_maps = [affine_map<(t, n) -> (t, n)>, affine_map<(t, n) -> (t, 0)>,
                                          affine_map<(t, n) -> (t, n)>],
                         iterator_types = ["parallel", "parallel"]}
      ins(%raw, %inv : tensor<?x24xf32>, tensor<?x1xf32>) outs(%empty : tensor<?x24xf32>) {
  ^bb1(%p: f32, %q: f32, %o: f32):
    %r = arith.mulf %p, %q : f32
    linalg.yield %r : f32
  } -> tensor<?x24xf32>
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%mix, %a, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
      : (tensor<?x24xf32>, tensor<?x4x4096xbf16>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<?x4096xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>)
  return %y : tensor<?x4096xbf16>
}

// 48 = (2 + 6) * 6 columns and 6 divides 96, but k is not far longer than n: an ordinary projection. So is one of bf16.
// OTHER:     "law": "roofline of a matrix product"
// OTHER:     "law": "roofline of a matrix product"
func.func @not_the_mix(%x: tensor<10x96xf32>, %w: tensor<96x48xf32>, %o: tensor<10x48xf32>,
                       %xb: tensor<10x16384xbf16>, %wb: tensor<16384x24xbf16>, %ob: tensor<10x24xf32>) {
  %0 = linalg.matmul ins(%x, %w : tensor<10x96xf32>, tensor<96x48xf32>) outs(%o : tensor<10x48xf32>) -> tensor<10x48xf32>
  %1 = linalg.matmul ins(%xb, %wb : tensor<10x16384xbf16>, tensor<16384x24xbf16>) outs(%ob : tensor<10x24xf32>)
      -> tensor<10x24xf32>
  return
}

// The product as dsv4.linear on f32 streams, as dsv4.torch exports it: twice the bytes of the product above,
// 96 * 64 * 65,536 / 6 * 2e-6 = 134.217728 us.
// LINEAR:     "law": "stack round-stack: hc_pre, its product"
// LINEAR:     "name": "linear"
// LINEAR:     "memory": 134.21772
// LINEAR:     "time_us": 138.21772
func.func @as_linear(%x: tensor<?x16384xf32>, %w: tensor<24x16384xf32>) -> tensor<?x24xf32> {
  %y = dsv4.linear(%x, %w) : (tensor<?x16384xf32>, tensor<24x16384xf32>) -> tensor<?x24xf32>
  return %y : tensor<?x24xf32>
}
