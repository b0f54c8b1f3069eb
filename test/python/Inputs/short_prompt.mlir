// Choice of compressed rows and attention in a first call of 3 tokens, which completes no window of 4: the choice is a
// list of width 0.
func.func @main(%q: tensor<1x3x4x16xf32>, %keys: tensor<1x7x16xf32>, %w: tensor<1x3x4xf32>, %kv: tensor<1x3x16xf32>,
                %cache: tensor<1x?x16xf32>, %sink: tensor<4xf32>, %start: tensor<1xi32>, %lens: tensor<1xi32>)
    -> (tensor<1x3x4x16xf32>, tensor<1x3x?xi32>, tensor<1x3x?xi32>) {
  %ids = tensor.empty() : tensor<1x3xi32>
  %window = dsv4.window_indices(%ids, %start, %lens) {window = 8 : i64, rows = #dsv4.window_rows<call>}
      : (tensor<1x3xi32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x3x8xi32>
  %chosen = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {ratio = 4 : i64, topk_limit = 5 : i64, offset = 3 : i64}
      : (tensor<1x3x4x16xf32>, tensor<1x7x16xf32>, tensor<1x3x4xf32>, tensor<1xi32>, tensor<1xi32>) -> tensor<1x3x?xi32>
  %all = tensor.concat dim(2) %window, %chosen : (tensor<1x3x8xi32>, tensor<1x3x?xi32>) -> tensor<1x3x?xi32>
  %o = dsv4.sparse_attn_sharedkv(%q, %sink, %all, %kv, %cache) {softmax_scale = 0.25}
      : (tensor<1x3x4x16xf32>, tensor<4xf32>, tensor<1x3x?xi32>, tensor<1x3x16xf32>, tensor<1x?x16xf32>) -> tensor<1x3x4x16xf32>
  return %o, %chosen, %all : tensor<1x3x4x16xf32>, tensor<1x3x?xi32>, tensor<1x3x?xi32>
}
