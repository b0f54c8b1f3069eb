// Work that depends on the positions of requests: where they come from, and what is wrong with them.
// RUN: dsv4-opt %s --dsv4-print-work=function=constants -o /dev/null | FileCheck %s --check-prefix=CONSTANTS
// RUN: not dsv4-opt %s --dsv4-print-work=function=arguments -o /dev/null 2>&1 | FileCheck %s --check-prefix=UNBOUND
// RUN: not dsv4-opt %s --dsv4-print-work="function=arguments bind=arg3=0/7" -o /dev/null 2>&1 | FileCheck %s --check-prefix=UNBOUND
// RUN: not dsv4-opt %s --dsv4-print-work="function=attention bind=arg5=5" -o /dev/null 2>&1 | FileCheck %s --check-prefix=ATTENTION
// RUN: not dsv4-opt %s --dsv4-print-work="function=arguments bind=arg3=-1/7,arg4=5" -o /dev/null 2>&1 | FileCheck %s --check-prefix=NEGATIVE
// RUN: not dsv4-opt %s --dsv4-print-work="function=arguments bind=arg3=2147483647,arg4=5" -o /dev/null 2>&1 | FileCheck %s --check-prefix=LAST
// RUN: not dsv4-opt %s --dsv4-print-work="function=arguments bind=arg3=0,arg4=5/6" -o /dev/null 2>&1 | FileCheck %s --check-prefix=LONG
// RUN: not dsv4-opt %s --dsv4-print-work="function=narrow bind=arg3=0/7,arg4=5" -o /dev/null 2>&1 | FileCheck %s --check-prefix=NARROW

// Constants in the IR need no workload. As in indexer_scores_work.mlir: 20 pairs.
// CONSTANTS: kernel indexer_scores, dsv4.indexer_scores
// CONSTANTS: sizes: head_dim 16, heads 4, keys 4, pairs 20, ratio 4, tokens 10
func.func @constants(%q: tensor<2x5x4x16xbf16>, %keys: tensor<2x8x16xbf16>, %w: tensor<2x5x4xbf16>)
    -> tensor<2x5x?xbf16> {
  %start = arith.constant dense<[0, 7]> : tensor<2xi32>
  %lens = arith.constant dense<5> : tensor<2xi32>
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<2x5x4x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5x4xbf16>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xbf16>
  return %scores : tensor<2x5x?xbf16>
}

// UNBOUND: request_positions_work.mlir:[[#@LINE+6]]:13: error: 'dsv4.indexer_scores' op needs the positions of the requests, but start_pos and query_lens are not bound to values
// NEGATIVE: error: 'dsv4.indexer_scores' op is given a request with start_pos -1 and query_lens 5, expected 0 or more and a sum of at most 2^31 - 1
// LAST: error: 'dsv4.indexer_scores' op is given a request with start_pos 2147483647 and query_lens 5, expected 0 or more and a sum of at most 2^31 - 1
// LONG: error: 'dsv4.indexer_scores' op is given a request with query_lens 6, but the call has 5 tokens per request
func.func @arguments(%q: tensor<2x5x4x16xbf16>, %keys: tensor<2x8x16xbf16>, %w: tensor<2x5x4xbf16>,
                     %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x?xbf16> {
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<2x5x4x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5x4xbf16>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x?xbf16>
  return %scores : tensor<2x5x?xbf16>
}

// The second request has 3 rows after the call.
// NARROW: error: 'dsv4.indexer_scores' op has a static width of 2, but the requests need 3
func.func @narrow(%q: tensor<2x5x4x16xbf16>, %keys: tensor<2x8x16xbf16>, %w: tensor<2x5x4xbf16>,
                  %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x5x2xbf16> {
  %scores = dsv4.indexer_scores(%q, %keys, %w, %start, %lens) {ratio = 4 : i64}
      : (tensor<2x5x4x16xbf16>, tensor<2x8x16xbf16>, tensor<2x5x4xbf16>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x5x2xbf16>
  return %scores : tensor<2x5x2xbf16>
}

// A list whose maker is known never counts with more entries than it has: without positions it is an error.
// ATTENTION: error: 'dsv4.sparse_attn_sharedkv' op needs the positions of the requests, but start_pos and query_lens are not bound to values
func.func @attention(%q: tensor<1x5x4x16xbf16>, %sink: tensor<4xf32>, %kv: tensor<1x5x16xbf16>, %ids: tensor<1x5xi32>,
                     %start: tensor<1xi32>, %lens: tensor<1xi32>) -> tensor<1x5x4x16xbf16> {
  %w = dsv4.window_indices(%ids, %start, %lens) {rows = #dsv4.window_rows<call>, window = 3 : i64}
      : (tensor<1x5xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x5x3xi32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %w, %kv) {softmax_scale = 0.25}
      : (tensor<1x5x4x16xbf16>, tensor<4xf32>, tensor<1x5x3xi32>, tensor<1x5x16xbf16>) -> tensor<1x5x4x16xbf16>
  return %o : tensor<1x5x4x16xbf16>
}
