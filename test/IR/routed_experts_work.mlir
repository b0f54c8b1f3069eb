// Work of routed_experts: A = T * K pairs of token and expert, and the weights of the experts that are hit.
// RUN: dsv4-opt %s --dsv4-print-work=function=plain -o /dev/null | FileCheck %s --check-prefix=PLAIN
// RUN: dsv4-opt %s --dsv4-print-work="function=fp4 bind=arg0:0=1,arg1:0=1,arg2:0=1" -o /dev/null | FileCheck %s --check-prefix=ONE
// RUN: dsv4-opt %s --dsv4-print-work="function=fp4 bind=arg0:0=64,arg1:0=64,arg2:0=64" -o /dev/null | FileCheck %s --check-prefix=BATCH
// RUN: dsv4-opt %s --dsv4-print-work="function=fp4 bind=arg0:0=0,arg1:0=0,arg2:0=0" -o /dev/null | FileCheck %s --check-prefix=NONE

// T = 7, K = 2, E = 6, D = 24, I = 16, f32. A = 14.
//   matrix   A * 6DI = 32256
//   vector   A * (I * (3 + 1) + D) = 1232 without limit      special  A * 2I = 448
//   hit      of 6 experts 6 * (1 - (2/3)^7) = 5.649, 2059/2187 of them: 9216 bytes of each matrix make 8676.6, 8677 in
//            whole bytes, thrice 26031
//   read     x 672, weights 56; indices 56       write  672
//   tiles    6 experts of one tile
// PLAIN-LABEL: kernel routed_experts, dsv4.routed_experts
// PLAIN-NEXT:  matrix f32: 32256 flop
// PLAIN-NEXT:  vector f32: 1232 flop
// PLAIN-NEXT:  special_function f32: 448 flop
// PLAIN-NEXT:  read weights: 26031 bytes
// PLAIN-NEXT:  read activations: 728 bytes
// PLAIN-NEXT:  read indices: 56 bytes
// PLAIN-NEXT:  write: 672 bytes
// PLAIN-NEXT:  parallel tiles: 6
// PLAIN-NEXT:  sizes: experts 6, hidden_size 24, hit_experts 6, intermediate_size 16, tokens 7, top_k 2
// PLAIN-NEXT:  assumes: uniform routing
func.func @plain(%x: tensor<7x24xf32>, %indices: tensor<7x2xi32>, %weights: tensor<7x2xf32>, %w1: tensor<6x16x24xf32>,
                 %w3: tensor<6x16x24xf32>, %w2: tensor<6x24x16xf32>) -> tensor<7x24xf32> {
  %y = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2)
      : (tensor<7x24xf32>, tensor<7x2xi32>, tensor<7x2xf32>, tensor<6x16x24xf32>, tensor<6x16x24xf32>,
         tensor<6x24x16xf32>) -> tensor<7x24xf32>
  return %y : tensor<7x24xf32>
}

// V4-Flash: E = 256, K = 6, D = 4096, I = 2048, two codes of f4 per byte. One token hits 6 experts, whatever the
// routing: 6 * (3DI/2 + 3DI/32) = 80216064 bytes, as the specification counts.
//   matrix   6 * 6DI = 301989888
//   vector   6 * (2048 * 7 + 4096) = 110592; quantised D + 6I = 16384 values in 128 blocks: 81920 + 384
//   special  6 * 4096 + 128 = 24704
// ONE-LABEL: kernel routed_experts, dsv4.routed_experts
// ONE-NEXT:  matrix f8E4M3FN: 301989888 flop
// ONE-NEXT:  vector f32: 192896 flop
// ONE-NEXT:  special_function f32: 24704 flop
// ONE-NEXT:  read weights: 80216064 bytes
// ONE-NEXT:  read activations: 8216 bytes
// ONE-NEXT:  read indices: 24 bytes
// ONE-NEXT:  write: 16384 bytes
// ONE:       sizes: experts 256, hidden_size 4096, hit_experts 6, intermediate_size 2048, tokens 1, top_k 6

// 64 tokens choose 384 times and hit 256 * (1 - (250/256)^64) = 199.9 experts, not 256.
// BATCH-LABEL: kernel routed_experts, dsv4.routed_experts
// BATCH-NEXT:  matrix f8E4M3FN: 19327352832 flop
// BATCH:       read weights: 26723939{{0[3-9]}} bytes
// BATCH:       sizes: experts 256, hidden_size 4096, hit_experts 200, intermediate_size 2048, tokens 64, top_k 6

// NONE: kernel routed_experts, dsv4.routed_experts {{.*}}, launches 0
// NONE: write: 0 bytes
func.func @fp4(%x: tensor<?x4096xbf16>, %indices: tensor<?x6xi32>, %weights: tensor<?x6xf32>,
               %w1: tensor<256x2048x2048xi8>, %w3: tensor<256x2048x2048xi8>, %w2: tensor<256x4096x1024xi8>,
               %s1: tensor<256x2048x128xf8E8M0FNU>, %s3: tensor<256x2048x128xf8E8M0FNU>,
               %s2: tensor<256x4096x64xf8E8M0FNU>) -> tensor<?x4096xf32> {
  %y = dsv4.routed_experts(%x, %indices, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<?x4096xbf16>, tensor<?x6xi32>, tensor<?x6xf32>, tensor<256x2048x2048xi8>, tensor<256x2048x2048xi8>,
         tensor<256x4096x1024xi8>, tensor<256x2048x128xf8E8M0FNU>, tensor<256x2048x128xf8E8M0FNU>,
         tensor<256x4096x64xf8E8M0FNU>) -> tensor<?x4096xf32>
  return %y : tensor<?x4096xf32>
}
