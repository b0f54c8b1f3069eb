// Coded experts exist in memory only as they are stored: no buffer is as large as the decoded weights of all experts, or
// of one. All that is allocated depends on the tokens.
//
// RUN: dsv4-opt %s --dsv4-to-llvm-pipeline --mlir-print-ir-after=one-shot-bufferize -o /dev/null 2>&1 | FileCheck %s

// CHECK-LABEL: func.func @fp8
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}128x256x
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}256x128x
// CHECK: memref.alloc() {{.*}} : memref<5x6x128xf32>
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}128x256x
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}256x128x
// CHECK: return
func.func @fp8(%x: tensor<5x256xbf16>, %i: tensor<5x6xi32>, %weights: tensor<5x6xf32>, %w1: tensor<8x128x256xf8E4M3FN>,
               %w3: tensor<8x128x256xf8E4M3FN>, %w2: tensor<8x256x128xf8E4M3FN>, %s1: tensor<8x1x2xf8E8M0FNU>,
               %s3: tensor<8x1x2xf8E8M0FNU>, %s2: tensor<8x2x1xf8E8M0FNU>) -> tensor<5x256xf32> {
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<5x256xbf16>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x128x256xf8E4M3FN>,
         tensor<8x128x256xf8E4M3FN>, tensor<8x256x128xf8E4M3FN>, tensor<8x1x2xf8E8M0FNU>, tensor<8x1x2xf8E8M0FNU>,
         tensor<8x2x1xf8E8M0FNU>) -> tensor<5x256xf32>
  return %y : tensor<5x256xf32>
}

// Packed FP4.
// CHECK-LABEL: func.func @fp4
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}128x256x
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}256x128x
// CHECK: memref.alloc() {{.*}} : memref<5x6x128xf32>
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}128x256x
// CHECK-NOT: memref.alloc() {{.*}}memref<{{(8x)?}}256x128x
// CHECK: return
func.func @fp4(%x: tensor<5x256xbf16>, %i: tensor<5x6xi32>, %weights: tensor<5x6xf32>, %w1: tensor<8x128x128xi8>,
               %w3: tensor<8x128x128xi8>, %w2: tensor<8x256x64xi8>, %s1: tensor<8x128x8xf8E8M0FNU>,
               %s3: tensor<8x128x8xf8E8M0FNU>, %s2: tensor<8x256x4xf8E8M0FNU>) -> tensor<5x256xf32> {
  %y = dsv4.routed_experts(%x, %i, %weights, %w1, %w3, %w2, %s1, %s3, %s2) {limit = 10.0}
      : (tensor<5x256xbf16>, tensor<5x6xi32>, tensor<5x6xf32>, tensor<8x128x128xi8>, tensor<8x128x128xi8>,
         tensor<8x256x64xi8>, tensor<8x128x8xf8E8M0FNU>, tensor<8x128x8xf8E8M0FNU>, tensor<8x256x4xf8E8M0FNU>)
      -> tensor<5x256xf32>
  return %y : tensor<5x256xf32>
}
