// Attention of a layer of ratio 4 without indexer: window 8, 9 compressed rows, 4 heads of 16 channels. The caches are
// values; keys and values are the list (ring before the call, compressed rows after it, tokens of the call).
func.func @main(%x: tensor<?x?x24xf32>, %q: tensor<?x?x4x16xf32>, %kv: tensor<?x?x16xf32>, %wkv: tensor<32x24xf32>,
                %wgate: tensor<32x24xf32>, %ape: tensor<4x32xf32>, %norm: tensor<16xf32>, %cos: tensor<300x4xf32>,
                %sin: tensor<300x4xf32>, %sink: tensor<4xf32>, %ring: tensor<?x8x16xf32>, %cache: tensor<?x9x16xf32>,
                %kv_state: tensor<?x8x32xf32>, %score_state: tensor<?x8x32xf32>, %start: tensor<?xi32>, %lens: tensor<?xi32>)
    -> (tensor<?x?x4x16xf32>, tensor<?x8x16xf32>, tensor<?x9x16xf32>, tensor<?x8x32xf32>, tensor<?x8x32xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %b = tensor.dim %x, %c0 : tensor<?x?x24xf32>
  %s = tensor.dim %x, %c1 : tensor<?x?x24xf32>
  %ids = tensor.empty(%b, %s) : tensor<?x?xi32>
  %rows, %slots, %kv_state1, %score_state1 = dsv4.compressor(%x, %wkv, %wgate, %ape, %norm, %cos, %sin, %kv_state, %score_state, %start, %lens)
      {norm_eps = 1.0e-6, overlap = true, ratio = 4 : i64}
      : (tensor<?x?x24xf32>, tensor<32x24xf32>, tensor<32x24xf32>, tensor<4x32xf32>, tensor<16xf32>, tensor<300x4xf32>, tensor<300x4xf32>,
         tensor<?x8x32xf32>, tensor<?x8x32xf32>, tensor<?xi32>, tensor<?xi32>)
     -> (tensor<?x?x16xf32>, tensor<?x?xi32>, tensor<?x8x32xf32>, tensor<?x8x32xf32>)
  %cache1 = dsv4.scatter_nd_update_mla(%rows, %cache, %slots) : (tensor<?x?x16xf32>, tensor<?x9x16xf32>, tensor<?x?xi32>) -> tensor<?x9x16xf32>
  %near = dsv4.window_indices(%ids, %start, %lens) {window = 8 : i64, call_offset = 17 : i64}
      : (tensor<?x?xi32>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?x8xi32>
  %far = dsv4.compress_indices(%ids, %start, %lens) {ratio = 4 : i64, offset = 8 : i64}
      : (tensor<?x?xi32>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?x?xi32>
  %all = tensor.concat dim(2) %near, %far : (tensor<?x?x8xi32>, tensor<?x?x?xi32>) -> tensor<?x?x?xi32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %all, %ring, %cache1, %kv) {softmax_scale = 0.25}
      : (tensor<?x?x4x16xf32>, tensor<4xf32>, tensor<?x?x?xi32>, tensor<?x8x16xf32>, tensor<?x9x16xf32>, tensor<?x?x16xf32>) -> tensor<?x?x4x16xf32>
  %ring_slots = dsv4.ring_slots(%ids, %start, %lens) {window = 8 : i64} : (tensor<?x?xi32>, tensor<?xi32>, tensor<?xi32>) -> tensor<?x?xi32>
  %ring1 = dsv4.scatter_nd_update_mla(%kv, %ring, %ring_slots) : (tensor<?x?x16xf32>, tensor<?x8x16xf32>, tensor<?x?xi32>) -> tensor<?x8x16xf32>
  return %o, %ring1, %cache1, %kv_state1, %score_state1
      : tensor<?x?x4x16xf32>, tensor<?x8x16xf32>, tensor<?x9x16xf32>, tensor<?x8x32xf32>, tensor<?x8x32xf32>
}
