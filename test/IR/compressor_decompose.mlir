// RUN: dsv4-opt %s -dsv4-decompose | FileCheck %s --implicit-check-not=dsv4.

// CHECK-LABEL: func @overlap
// CHECK-SAME: %[[X:[^ ]*]]: tensor<1x9x24xbf16>, %[[WKV:[^ ]*]]: tensor<144x24xbf16>, %[[WGATE:[^ ]*]]: tensor<144x24xbf16>, %[[APE:[^ ]*]]: tensor<4x144xf32>, %[[NORM:[^ ]*]]: tensor<72xbf16>, %[[COS:[^ ]*]]: tensor<16x4xf32>, %[[SIN:[^ ]*]]: tensor<16x4xf32>
// CHECK-SAME: %[[KV:[^ ]*]]: tensor<1x8x144xf32>, %[[SCORE:[^ ]*]]: tensor<1x8x144xf32>, %[[START:[^ ]*]]: tensor<1xi32>, %[[LENS:[^ ]*]]: tensor<1xi32>
func.func @overlap(%x: tensor<1x9x24xbf16>, %wkv: tensor<144x24xbf16>, %wgate: tensor<144x24xbf16>, %ape: tensor<4x144xf32>, %norm: tensor<72xbf16>,
                   %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %kv: tensor<1x8x144xf32>, %score: tensor<1x8x144xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>)
    -> (tensor<1x3x72xbf16>, tensor<1x3xi32>, tensor<1x8x144xf32>, tensor<1x8x144xf32>) {
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // Rows that leave in this call: those whose last token it brings.
  // CHECK: %[[EMITTED:.*]] = linalg.generic {{.*}} ins(%[[START]], %[[LENS]] : tensor<1xi32>, tensor<1xi32>) outs(%{{.*}} : tensor<1xi32>)
  // CHECK: %[[BEFORE_AND_NEW:.*]] = arith.divsi
  // CHECK: %[[BEFORE:.*]] = arith.divsi
  // CHECK: arith.subi %[[BEFORE_AND_NEW]], %[[BEFORE]]
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: cos and sin have too few positions"

  // CHECK: %[[VALUES:.*]] = linalg.contract {{.*}} ins(%[[X]], %[[WKV]] : tensor<1x9x24xbf16>, tensor<144x24xbf16>) outs(%{{.*}} : tensor<1x9x144xf32>)
  // CHECK: %[[GATES:.*]] = linalg.contract {{.*}} ins(%[[X]], %[[WGATE]] :
  // The bias is that of the position in the window.
  // CHECK: %[[LOGITS:.*]] = linalg.generic {{.*}} ins(%[[GATES]], %[[START]] :
  // CHECK: %[[IN_WINDOW:.*]] = arith.remsi
  // CHECK: %[[ROW:.*]] = arith.index_cast %[[IN_WINDOW]] : i32 to index
  // CHECK: tensor.extract %[[APE]][%[[ROW]], %{{.*}}]

  // Slots of a row: 4 tokens of the window before with the first half of the channels, 4 of its own with the second.
  // CHECK: %[[SLOT_VALUES:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<1x3x8x72xf32>)
  // CHECK: %[[HALF:.*]] = arith.constant 72 : index
  // CHECK: %[[SECOND:.*]] = arith.addi %{{.*}}, %[[HALF]] : index
  // CHECK: arith.select %{{.*}}, %[[SECOND]], %{{.*}} : index
  // CHECK: scf.if
  // CHECK: tensor.extract %[[VALUES]]
  // CHECK: } else {
  // CHECK: tensor.extract %[[KV]]
  // Before position 0 there is nothing: a value of 0 and a logit of -infinity, whatever the state holds.
  // CHECK: %[[ABSENT:.*]] = arith.constant 0.000000e+00 : f32
  // CHECK: arith.select %{{.*}}, %{{.*}}, %[[ABSENT]]
  // CHECK: %[[SLOT_LOGITS:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<1x3x8x72xf32>)
  // CHECK: tensor.extract %[[LOGITS]]
  // CHECK: tensor.extract %[[SCORE]]
  // CHECK: %[[ABSENT:.*]] = arith.constant 0xFF800000 : f32
  // CHECK: arith.select %{{.*}}, %{{.*}}, %[[ABSENT]]
  // Softmax over the slots, per channel.
  // CHECK: linalg.generic {{.*}} ins(%[[SLOT_LOGITS]] : tensor<1x3x8x72xf32>) outs(%{{.*}} : tensor<1x3x72xf32>)
  // CHECK: arith.maximumf
  // CHECK: %[[WEIGHTS:.*]] = linalg.generic {{.*}} ins(%[[SLOT_LOGITS]], %{{.*}} :
  // CHECK: math.exp
  // CHECK: %[[TOTAL:.*]] = linalg.generic {{.*}} ins(%[[WEIGHTS]] :
  // CHECK: %[[WEIGHTED:.*]] = linalg.generic {{.*}} ins(%[[WEIGHTS]], %[[SLOT_VALUES]] :
  // Rows that do not leave are 0, not what is left of a division.
  // CHECK: linalg.generic {{.*}} ins(%[[WEIGHTED]], %[[TOTAL]], %[[EMITTED]] :
  // CHECK: arith.cmpi slt
  // CHECK: arith.divf
  // CHECK: arith.select
  // Rounded, normed, rotated at the position of the first token of the window.
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  // CHECK: math.rsqrt
  // CHECK: linalg.generic {{.*}} ins(%[[START]] : tensor<1xi32>) outs(%{{.*}} : tensor<1x3x4xf32>)
  // CHECK: %[[WINDOW:.*]] = arith.divsi
  // CHECK: %[[T:.*]] = arith.addi %[[WINDOW]], %{{.*}}
  // CHECK: %[[RATIO:.*]] = arith.constant 4 : i32
  // CHECK: arith.muli %[[T]], %[[RATIO]]
  // CHECK: tensor.extract %[[COS]]
  // CHECK: tensor.extract %[[SIN]]
  // CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[0, 0, 64] [1, 3, 8]
  // The 64 channels before the rotated ones go through FP8 as one block.
  // CHECK: tensor.extract_slice %{{.*}}[0, 0, 0] [1, 3, 64]
  // CHECK: arith.truncf %{{.*}} : f32 to f8E4M3FN
  // CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[0, 0, 0] [1, 3, 64]
  // CHECK: %[[ROWS:.*]] = linalg.generic {{.*}} ins(%{{.*}}, %[[EMITTED]] : tensor<1x3x72xbf16>, tensor<1xi32>)
  // CHECK: %[[SLOTS:.*]] = linalg.generic {{.*}} ins(%[[START]], %[[EMITTED]] : tensor<1xi32>, tensor<1xi32>) outs(%{{.*}} : tensor<1x3xi32>)
  // CHECK: arith.constant -1 : i32
  // Both states run through the loops, so they are updated in place; of a long call only the last two windows are written.
  // CHECK: %[[NEW_KV:.*]] = scf.for {{.*}} iter_args(%{{.*}} = %[[KV]])
  // CHECK: arith.constant 8 : i32
  // CHECK: scf.for
  // CHECK: tensor.extract_slice %[[VALUES]]
  // A full window becomes the previous one.
  // CHECK: scf.if
  // CHECK: tensor.extract_slice %{{.*}}[%{{.*}}, 4, 0] [1, 4, 144]
  // CHECK: tensor.insert_slice %{{.*}}[%{{.*}}, 0, 0] [1, 4, 144]
  // CHECK: %[[NEW_SCORE:.*]] = scf.for {{.*}} iter_args(%{{.*}} = %[[SCORE]])
  // CHECK: tensor.extract_slice %[[LOGITS]]
  // CHECK: return %[[ROWS]], %[[SLOTS]], %[[NEW_KV]], %[[NEW_SCORE]]
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %score, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp8_nope>, ratio = 4 : i64}
      : (tensor<1x9x24xbf16>, tensor<144x24xbf16>, tensor<144x24xbf16>, tensor<4x144xf32>, tensor<72xbf16>, tensor<16x4xf32>, tensor<16x4xf32>,
         tensor<1x8x144xf32>, tensor<1x8x144xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x3x72xbf16>, tensor<1x3xi32>, tensor<1x8x144xf32>, tensor<1x8x144xf32>)
  return %rows, %slots, %new_kv, %new_score : tensor<1x3x72xbf16>, tensor<1x3xi32>, tensor<1x8x144xf32>, tensor<1x8x144xf32>
}

// Without overlap a row has its own tokens only, all channels of them, and no window moves. A table by row is used as it is.
// CHECK-LABEL: func @no_overlap
// CHECK-SAME: %[[COS:[^ ]*]]: tensor<1x2x4xf32>, %[[SIN:[^ ]*]]: tensor<1x2x4xf32>
func.func @no_overlap(%x: tensor<1x10x24xf32>, %w: tensor<32x24xf32>, %ape: tensor<8x32xf32>, %norm: tensor<32xf32>,
                      %cos: tensor<1x2x4xf32>, %sin: tensor<1x2x4xf32>, %state: tensor<1x8x32xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x8x32xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: tensor.empty() : tensor<1x2x8x32xf32>
  // CHECK: linalg.generic {{.*}} ins(%{{.*}}, %{{.*}}, %[[COS]], %[[SIN]] :
  // CHECK: scf.for
  // CHECK: scf.for
  // CHECK-NOT: scf.if
  // CHECK: return
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %w, %w, %ape, %norm, %cos, %sin, %state, %state, %start, %lens) {norm_eps = 1.0e-6, ratio = 8 : i64}
      : (tensor<1x10x24xf32>, tensor<32x24xf32>, tensor<32x24xf32>, tensor<8x32xf32>, tensor<32xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>,
         tensor<1x8x32xf32>, tensor<1x8x32xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x2x32xf32>, tensor<1x2xi32>, tensor<1x8x32xf32>, tensor<1x8x32xf32>)
  return %new_kv : tensor<1x8x32xf32>
}

// The indexer's keys: Hadamard over all channels, the rotated ones too, then FP4 in blocks of 32.
// CHECK-LABEL: func @fp4_rotated
func.func @fp4_rotated(%x: tensor<1x8x24xf32>, %w: tensor<64x24xf32>, %ape: tensor<4x64xf32>, %norm: tensor<32xf32>,
                       %cos: tensor<16x4xf32>, %sin: tensor<16x4xf32>, %state: tensor<1x8x64xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x2x32xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: cos and sin have too few positions"
  // CHECK: tensor.insert_slice %{{.*}} into %{{.*}}[0, 0, 24] [1, 2, 8]
  // CHECK: tensor.expand_shape %{{.*}} output_shape [1, 2, 16, 2]
  // 1 / sqrt(32).
  // CHECK: arith.constant 0.176776692 : f32
  // CHECK: tensor.expand_shape %{{.*}} output_shape [1, 2, 1, 32]
  // CHECK: arith.truncf %{{.*}} : f32 to f4E2M1FN
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %w, %w, %ape, %norm, %cos, %sin, %state, %state, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, quant = #dsv4.compressor_quant<fp4_rotated>, ratio = 4 : i64}
      : (tensor<1x8x24xf32>, tensor<64x24xf32>, tensor<64x24xf32>, tensor<4x64xf32>, tensor<32xf32>, tensor<16x4xf32>, tensor<16x4xf32>,
         tensor<1x8x64xf32>, tensor<1x8x64xf32>, tensor<1xi32>, tensor<1xi32>)
     -> (tensor<1x2x32xf32>, tensor<1x2xi32>, tensor<1x8x64xf32>, tensor<1x8x64xf32>)
  return %rows : tensor<1x2x32xf32>
}

// What the types leave open. The result claims a number of rows that only S decides.
// CHECK-LABEL: func @dynamic
func.func @dynamic(%x: tensor<?x?x?xf32>, %wkv: tensor<?x?xf32>, %wgate: tensor<?x?xf32>, %ape: tensor<?x?xf32>, %norm: tensor<32xf32>,
                   %cos: tensor<?x?x?xf32>, %sin: tensor<?x?x4xf32>, %kv: tensor<?x?x?xf32>, %score: tensor<?x?x?xf32>, %start: tensor<?xi32>, %lens: tensor<?xi32>) -> tensor<?x3x?xf32> {
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of start_pos is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of query_lens is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of wkv is not dimension 2 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of wkv is not 64 = c * d with c = 2, d = 32"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of wgate is not c * d with c = 2, d = 32"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of wgate is not dimension 2 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of ape is not c * d with c = 2, d = 32"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of ape is not 4 = ratio"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of kv_state is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 2 of kv_state is not c * d with c = 2, d = 32"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of kv_state is not 8 = c * ratio with c = 2"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of score_state is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of score_state is not c * ratio with c = 2"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 2 of score_state is not c * d with c = 2, d = 32"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of cos is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 0 of sin is not dimension 0 of x"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of sin is not dimension 1 of cos"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 2 of sin is not dimension 2 of cos"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: start_pos must be 0 to 2^31 - 1 - S, and query_lens 0 to S"
  // CHECK: %[[ROWS:.*]] = arith.ceildivsi
  // CHECK: %[[COS:.*]] = tensor.cast %{{.*}} : tensor<?x?x?xf32> to tensor<?x?x4xf32>
  // CHECK: %[[TABLE_ROWS:.*]] = tensor.dim %[[COS]], %{{.*}}
  // CHECK: arith.cmpi eq, %[[TABLE_ROWS]], %[[ROWS]]
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of cos is not ceil(S / ratio)"
  // CHECK: cf.assert %{{.*}}, "dsv4.compressor: dimension 1 of result #0 is not 3"
  %rows, %slots, %new_kv, %new_score = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv, %score, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<?x?x?xf32>, tensor<?x?xf32>, tensor<?x?xf32>, tensor<?x?xf32>, tensor<32xf32>, tensor<?x?x?xf32>, tensor<?x?x4xf32>,
         tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?xi32>, tensor<?xi32>)
     -> (tensor<?x3x?xf32>, tensor<?x?xi32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>)
  return %rows : tensor<?x3x?xf32>
}
