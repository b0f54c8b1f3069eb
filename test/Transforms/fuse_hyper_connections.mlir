// RUN: dsv4-opt %s --split-input-file --dsv4-fuse=patterns=hc_post_pre_norm,hc_pre_norm,hc_pre \
// RUN:   --remark-format=emitRemark --remarks-filter-missed=dsv4-fuse --verify-diagnostics | FileCheck %s

// Where Hyper-Connections are not one launch, and why. What fuses is in fuse_model.test.

#streams = affine_map<(t, m, k) -> (t, k)>
#weights = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>

// The mix is used elsewhere: the real kernel keeps it in registers.
// CHECK-LABEL: func @extra_use
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @extra_use(%x: tensor<3x2x16xf32>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>, tensor<3x8xf32>) {
  %i = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<3x2x16xf32>) -> tensor<3x1xf32>
  %flat = tensor.collapse_shape %x [[0], [1, 2]] : tensor<3x2x16xf32> into tensor<3x32xf32>
  %empty = tensor.empty() : tensor<3x8xf32>
  %zero = arith.constant 0.0 : f32
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<3x8xf32>) -> tensor<3x8xf32>
  %p = linalg.contract indexing_maps = [#streams, #weights, #out] ins(%flat, %fn : tensor<3x32xf32>, tensor<8x32xf32>)
      outs(%fill : tensor<3x8xf32>) -> tensor<3x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
      ins(%p, %i : tensor<3x8xf32>, tensor<3x1xf32>) outs(%empty : tensor<3x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.mulf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<3x8xf32>
  // expected-remark @below {{[Missed] Fusion | Category:dsv4-fuse:hc_post_pre_norm | Function=extra_use | Reason="no 'dsv4.rms_norm' follows"}}
  // expected-remark @below {{[Missed] Fusion | Category:dsv4-fuse:hc_pre_norm | Function=extra_use | Reason="no 'dsv4.rms_norm' follows"}}
  // expected-remark @below {{[Missed] Fusion | Category:dsv4-fuse:hc_pre | Function=extra_use | Reason="the result of 'linalg.generic' is used by 'func.return', outside of the launch"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  return %y, %post, %comb, %m : tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>, tensor<3x8xf32>
}

// -----

#streams = affine_map<(t, m, k) -> (t, k)>
#weights = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>

// The unnormalised branch is needed too: only the launch without the norm applies.
// CHECK-LABEL: func @branch_used
// CHECK: %[[K:.*]]:3 = dsv4.kernel "hc_pre"
// CHECK: dsv4.yield
// CHECK-NEXT: }
// CHECK-NEXT: %[[N:.*]] = dsv4.rms_norm(%[[K]]#0)
// CHECK-NEXT: return %[[K]]#0, %[[N]], %[[K]]#1, %[[K]]#2
func.func @branch_used(%x: tensor<3x2x16xf32>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<3x16xf32>, tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>) {
  %i = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<3x2x16xf32>) -> tensor<3x1xf32>
  %flat = tensor.collapse_shape %x [[0], [1, 2]] : tensor<3x2x16xf32> into tensor<3x32xf32>
  %empty = tensor.empty() : tensor<3x8xf32>
  %zero = arith.constant 0.0 : f32
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<3x8xf32>) -> tensor<3x8xf32>
  %p = linalg.contract indexing_maps = [#streams, #weights, #out] ins(%flat, %fn : tensor<3x32xf32>, tensor<8x32xf32>)
      outs(%fill : tensor<3x8xf32>) -> tensor<3x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
      ins(%p, %i : tensor<3x8xf32>, tensor<3x1xf32>) outs(%empty : tensor<3x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.mulf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<3x8xf32>
  // expected-remark @below {{Category:dsv4-fuse:hc_post_pre_norm | Function=branch_used | Reason="the streams come from an argument of the function, not from 'dsv4.hc_post'"}}
  // expected-remark @below {{Category:dsv4-fuse:hc_pre_norm | Function=branch_used | Reason="result #0 of 'dsv4.hc_pre_sinkhorn' is used by 'func.return', outside of the launch"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  %n = dsv4.rms_norm(%y) {norm_eps = 1.0e-6} : (tensor<3x16xf32>) -> tensor<3x16xf32>
  return %y, %n, %post, %comb : tensor<3x16xf32>, tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>
}

// -----

#streams = affine_map<(t, m, k) -> (t, k)>
#weights = affine_map<(t, m, k) -> (m, k)>
#out = affine_map<(t, m, k) -> (t, m)>
#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>

// The product reads the streams %z, the sum the streams %x.
// CHECK-LABEL: func @other_streams
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @other_streams(%x: tensor<3x2x16xf32>, %z: tensor<3x2x16xf32>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>,
    %b: tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>) {
  %i = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<3x2x16xf32>) -> tensor<3x1xf32>
  %flat = tensor.collapse_shape %z [[0], [1, 2]] : tensor<3x2x16xf32> into tensor<3x32xf32>
  %empty = tensor.empty() : tensor<3x8xf32>
  %zero = arith.constant 0.0 : f32
  %fill = linalg.fill ins(%zero : f32) outs(%empty : tensor<3x8xf32>) -> tensor<3x8xf32>
  %p = linalg.contract indexing_maps = [#streams, #weights, #out] ins(%flat, %fn : tensor<3x32xf32>, tensor<8x32xf32>)
      outs(%fill : tensor<3x8xf32>) -> tensor<3x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
      ins(%p, %i : tensor<3x8xf32>, tensor<3x1xf32>) outs(%empty : tensor<3x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.mulf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<3x8xf32>
  // expected-remark @below {{hc_post_pre_norm | Function=other_streams | Reason="'dsv4.hc_pre_inv_rms', the product and 'dsv4.hc_pre_sinkhorn' read different streams"}}
  // expected-remark @below {{hc_pre_norm | Function=other_streams | Reason="'dsv4.hc_pre_inv_rms', the product and 'dsv4.hc_pre_sinkhorn' read different streams"}}
  // expected-remark @below {{hc_pre | Function=other_streams | Reason="'dsv4.hc_pre_inv_rms', the product and 'dsv4.hc_pre_sinkhorn' read different streams"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  return %y, %post, %comb : tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>
}

// -----

// Wrong order: the streams are normalised before the product, so no inv_rms follows it.
// CHECK-LABEL: func @wrong_order
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @wrong_order(%x: tensor<3x2x16xf32>, %fn: tensor<8x32xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>) {
  %flat = tensor.collapse_shape %x [[0], [1, 2]] : tensor<3x2x16xf32> into tensor<3x32xf32>
  %n = dsv4.rms_norm(%flat) {norm_eps = 1.0e-6} : (tensor<3x32xf32>) -> tensor<3x32xf32>
  %m = dsv4.linear(%n, %fn) : (tensor<3x32xf32>, tensor<8x32xf32>) -> tensor<3x8xf32>
  // expected-remark @below {{hc_post_pre_norm | Function=wrong_order | Reason="its mix comes from 'dsv4.linear', expected an elementwise product"}}
  // expected-remark @below {{hc_pre_norm | Function=wrong_order | Reason="its mix comes from 'dsv4.linear', expected an elementwise product"}}
  // expected-remark @below {{hc_pre | Function=wrong_order | Reason="its mix comes from 'dsv4.linear', expected an elementwise product"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  return %y, %post, %comb : tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>
}

// -----

#mix = affine_map<(t, m) -> (t, m)>
#inv = affine_map<(t, m) -> (t, 0)>

// Two factors, but none of them is a product with the streams.
// CHECK-LABEL: func @no_product
// CHECK-NOT: dsv4.kernel
// CHECK: return
func.func @no_product(%x: tensor<3x2x16xf32>, %p: tensor<3x8xf32>, %s: tensor<3xf32>, %b: tensor<8xf32>)
    -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>) {
  %i = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<3x2x16xf32>) -> tensor<3x1xf32>
  %empty = tensor.empty() : tensor<3x8xf32>
  %m = linalg.generic {indexing_maps = [#mix, #inv, #mix], iterator_types = ["parallel", "parallel"]}
      ins(%p, %i : tensor<3x8xf32>, tensor<3x1xf32>) outs(%empty : tensor<3x8xf32>) {
  ^bb0(%a: f32, %c: f32, %o: f32):
    %0 = arith.mulf %a, %c : f32
    linalg.yield %0 : f32
  } -> tensor<3x8xf32>
  // expected-remark @below {{hc_post_pre_norm | Function=no_product | Reason="its mix is not the product of the streams times 'dsv4.hc_pre_inv_rms'"}}
  // expected-remark @below {{hc_pre_norm | Function=no_product | Reason="its mix is not the product of the streams times 'dsv4.hc_pre_inv_rms'"}}
  // expected-remark @below {{hc_pre | Function=no_product | Reason="its mix is not the product of the streams times 'dsv4.hc_pre_inv_rms'"}}
  %y, %post, %comb = dsv4.hc_pre_sinkhorn(%m, %x, %s, %b) {hc_eps = 1.0e-6, sinkhorn_iters = 2 : i64}
      : (tensor<3x8xf32>, tensor<3x2x16xf32>, tensor<3xf32>, tensor<8xf32>) -> (tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>)
  return %y, %post, %comb : tensor<3x16xf32>, tensor<3x2xf32>, tensor<3x2x2xf32>
}
