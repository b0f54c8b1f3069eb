// compressor: weights, states, tables, positions and the row offset become arguments, the states results, too.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file | FileCheck %s
// RUN: dsv4-opt %s --convert-torch-to-dsv4="compressed-offset=0 norm-eps=1e-5" -split-input-file | FileCheck %s --check-prefix=OPTIONS
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -o /dev/null 2>&1 | FileCheck %s --check-prefix=REMARK

// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:[^:]*]]: tensor<2x8x64xbf16>, %[[CACHE:[^:]*]]: tensor<2x16x32xbf16>
// CHECK-SAME: %[[START:[^:]*]]: tensor<2xi32> {dsv4.name = "start_pos"}
// CHECK-SAME: %[[WKV:[^:]*]]: tensor<64x64xbf16> {dsv4.name = "compressor.0.wkv.weight"}
// CHECK-SAME: %[[WGATE:[^:]*]]: tensor<64x64xbf16> {dsv4.name = "compressor.0.wgate.weight"}
// CHECK-SAME: %[[APE:[^:]*]]: tensor<4x64xf32> {dsv4.name = "compressor.0.ape"}
// CHECK-SAME: %[[NORM:[^:]*]]: tensor<32xbf16> {dsv4.name = "compressor.0.norm.weight"}
// CHECK-SAME: %[[KV:[^:]*]]: tensor<2x8x64xf32> {bufferization.writable = true, dsv4.name = "compressor.0.kv_state"}
// CHECK-SAME: %[[SCORE:[^:]*]]: tensor<2x8x64xf32> {bufferization.writable = true, dsv4.name = "compressor.0.score_state"}
// CHECK-SAME: %[[COS:[^:]*]]: tensor<2x2x4xf32> {dsv4.name = "compressed_cos.ratio_4"}
// CHECK-SAME: %[[SIN:[^:]*]]: tensor<2x2x4xf32> {dsv4.name = "compressed_sin.ratio_4"}
// CHECK-SAME: %[[OFFSET:[^:]*]]: tensor<i32> {dsv4.name = "compressed_offset"}
// CHECK-SAME: -> (tensor<2x2x32xbf16>, tensor<2x16x32xbf16>, tensor<2x8x64xf32> {dsv4.in_place = 7 : i64, dsv4.name = "compressor.0.kv_state"}, tensor<2x8x64xf32> {dsv4.in_place = 8 : i64, dsv4.name = "compressor.0.score_state"})
// CHECK: %[[LENS:.*]] = arith.constant dense<8> : tensor<2xi32>
// CHECK: %[[ROWS:.*]], %[[SLOTS:.*]], %[[NEWKV:.*]], %[[NEWSCORE:.*]] = dsv4.compressor(%[[X]], %[[WKV]], %[[WGATE]], %[[APE]], %[[NORM]], %[[COS]], %[[SIN]], %[[KV]], %[[SCORE]], %[[START]], %[[LENS]])
// CHECK-SAME: {norm_eps = 9.9999999999999995E-7 : f64, overlap = true, ratio = 4 : i64}
// CHECK: %[[BASE:.*]] = tensor.extract %[[OFFSET]][]
// CHECK: arith.addi %{{.*}}, %[[BASE]]
// CHECK: %[[NEW:.*]] = dsv4.scatter_nd_update_mla(%[[ROWS]], %[[CACHE]], %{{.*}})
// CHECK: return %[[ROWS]], %[[NEW]], %[[NEWKV]], %[[NEWSCORE]]

// OPTIONS-LABEL: func.func @main(
// OPTIONS-NOT: compressed_offset
// OPTIONS: %[[ROWS:.*]], %[[SLOTS:.*]], %{{.*}}, %{{.*}} = dsv4.compressor({{.*}}) {norm_eps = 1.000000e-05 : f64
// OPTIONS-NEXT: dsv4.scatter_nd_update_mla(%[[ROWS]], %arg1, %[[SLOTS]])

// REMARK: remark: 'torch.tensor_cast.compressor' has no row offset: the new argument compressed_offset says at which row of the cache compressed rows begin (option compressed-offset): 1 use in @main
// REMARK: remark: 'torch.tensor_cast.compressor' has no weights, states, tables and positions: they are new arguments (compressor.N.*, compressed_cos.*, compressed_sin.*, start_pos): 1 use in @main
func.func @main(%x: !torch.vtensor<[2,8,64],bf16>, %cache: !torch.vtensor<[2,16,32],bf16>) -> (!torch.vtensor<[2,2,32],bf16>, !torch.vtensor<[2,16,32],bf16>) {
  %int4 = torch.constant.int 4
  %int32 = torch.constant.int 32
  %int8 = torch.constant.int 8
  %false = torch.constant.bool false
  %none = torch.constant.none
  %0:2 = torch.operator "torch.tensor_cast.compressor"(%x, %cache, %int4, %int32, %int8, %false, %none, %none) : (!torch.vtensor<[2,8,64],bf16>, !torch.vtensor<[2,16,32],bf16>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.none, !torch.none) -> (!torch.vtensor<[2,2,32],bf16>, !torch.vtensor<[2,16,32],bf16>)
  return %0#0, %0#1 : !torch.vtensor<[2,2,32],bf16>, !torch.vtensor<[2,16,32],bf16>
}

// -----

// Behind a write of the ring the compressed rows begin at its window_size. The window of 128 does not overlap; three
// results are the schema that writes the cache. Two compressors of one ratio share tables and positions.
// CHECK-LABEL: func.func @behind_ring(
// CHECK-SAME: dsv4.name = "start_pos"
// CHECK-SAME: tensor<128x32xf32> {dsv4.name = "compressor.0.ape"}
// CHECK-SAME: tensor<1x128x32xf32> {bufferization.writable = true, dsv4.name = "compressor.0.kv_state"}
// CHECK-SAME: dsv4.name = "compressed_cos.ratio_128"
// CHECK-SAME: dsv4.name = "compressor.1.wkv.weight"
// CHECK-NOT: compressed_cos.ratio_128.1
// CHECK: dsv4.scatter_nd_update_mla
// CHECK: dsv4.compressor({{.*}}) {norm_eps = 9.9999999999999995E-7 : f64, ratio = 128 : i64}
// CHECK: %[[W:.*]] = arith.constant 8 : i32
// CHECK: arith.addi %{{.*}}, %[[W]] : i32
// CHECK: %[[C:.*]] = dsv4.scatter_nd_update_mla
// REMARK: has no row offset: compressed rows begin at the window_size of the scatter_nd_update_mla that wrote the cache (option compressed-offset): 1 use in @behind_ring
// REMARK: has rotate = true: neither keys nor queries are rotated, which changes no score but for rounding (option precision): 1 use in @behind_ring
func.func @behind_ring(%x: !torch.vtensor<[1,128,64],f32>, %cache: !torch.vtensor<[1,16,32],f32>, %keys: !torch.vtensor<[1,8,32],f32>, %kv: !torch.vtensor<[1,128,32],f32>, %slots: !torch.vtensor<[1,128],si32>)
    -> (!torch.vtensor<[1,16,32],f32>, !torch.vtensor<[1,8,32],f32>) {
  %int128 = torch.constant.int 128
  %int32 = torch.constant.int 32
  %int8 = torch.constant.int 8
  %false = torch.constant.bool false
  %true = torch.constant.bool true
  %none = torch.constant.none
  %c = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%kv, %cache, %slots, %int8, %none) : (!torch.vtensor<[1,128,32],f32>, !torch.vtensor<[1,16,32],f32>, !torch.vtensor<[1,128],si32>, !torch.int, !torch.none) -> !torch.vtensor<[1,16,32],f32>
  %0:3 = torch.operator "torch.tensor_cast.compressor"(%x, %c, %int128, %int32, %int8, %false, %none, %none) : (!torch.vtensor<[1,128,64],f32>, !torch.vtensor<[1,16,32],f32>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.none, !torch.none) -> (!torch.vtensor<[1,1,32],f32>, !torch.vtensor<[1,16,32],f32>, !torch.vtensor<[1,16,32],f32>)
  %1:3 = torch.operator "torch.tensor_cast.compressor"(%x, %keys, %int128, %int32, %int8, %true, %none, %none) : (!torch.vtensor<[1,128,64],f32>, !torch.vtensor<[1,8,32],f32>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.none, !torch.none) -> (!torch.vtensor<[1,1,32],f32>, !torch.vtensor<[1,8,32],f32>, !torch.vtensor<[1,8,32],f32>)
  return %0#2, %1#1 : !torch.vtensor<[1,16,32],f32>, !torch.vtensor<[1,8,32],f32>
}

// -----

// Positions from the operands: seq_lens counts the tokens of this call, too. Of ceil(5 / 4) rows TensorCast declares
// one; that the other is padding is checked.
// CHECK-LABEL: func.func @lengths(
// CHECK-NOT: "start_pos"
// CHECK: %[[START:.*]] = arith.subi %arg2, %arg3 : tensor<1xi32>
// CHECK: %[[ROWS:.*]], %[[SLOTS:.*]], %{{.*}}, %{{.*}} = dsv4.compressor({{.*}}, %[[START]], %arg3)
// CHECK: cf.assert %{{.*}}, "tensor_cast.compressor: the program has room for S / compress_ratio rows, but start_pos completes one more"
// CHECK: tensor.extract_slice %[[ROWS]][0, 0, 0] [1, 1, 32] [1, 1, 1] : tensor<1x2x32xf32> to tensor<1x1x32xf32>
func.func @lengths(%x: !torch.vtensor<[1,5,64],f32>, %cache: !torch.vtensor<[1,16,32],f32>, %seq: !torch.vtensor<[1],si32>, %query: !torch.vtensor<[1],si32>) -> (!torch.vtensor<[1,1,32],f32>, !torch.vtensor<[1,16,32],f32>) {
  %int4 = torch.constant.int 4
  %int32 = torch.constant.int 32
  %int8 = torch.constant.int 8
  %true = torch.constant.bool true
  %0:2 = torch.operator "torch.tensor_cast.compressor"(%x, %cache, %int4, %int32, %int8, %true, %seq, %query) : (!torch.vtensor<[1,5,64],f32>, !torch.vtensor<[1,16,32],f32>, !torch.int, !torch.int, !torch.int, !torch.bool, !torch.vtensor<[1],si32>, !torch.vtensor<[1],si32>) -> (!torch.vtensor<[1,1,32],f32>, !torch.vtensor<[1,16,32],f32>)
  return %0#0, %0#1 : !torch.vtensor<[1,1,32],f32>, !torch.vtensor<[1,16,32],f32>
}
