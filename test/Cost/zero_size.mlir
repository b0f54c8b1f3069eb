// Nothing to do is not launched: explicit zeros, no error, no division by zero.
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm --dsv4-estimate-cost="bind=arg0:0=0,arg1:0=0,arg2:0=0,arg3:0=0" \
// RUN:   -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm --dsv4-estimate-cost="format=json bind=arg0:0=0,arg1:0=0,arg2:0=0,arg3:0=0" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=JSON
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm --dsv4-estimate-cost=function=nothing -o /dev/null \
// RUN:   | FileCheck %s --check-prefix=NOTHING
// RUN: dsv4-opt %s --dsv4-print-work=function=gate -o /dev/null | FileCheck %s --check-prefix=GATE

// CHECK:      @main: 0.00 us on NVIDIA H100 SXM5, stack vllm.
// CHECK:      hc_post                           0         0.00   0.0% nothing               0%      0.00      0.00
// CHECK:      total                             0         0.00
// JSON:       "bound_by": "nothing",
// JSON:       "launches": 0,
// JSON:       "law": "no work",
// JSON:       "roofline_percent": 0,
// JSON:       "share_percent": 0,
// NOTHING:    @nothing: 0.00 us on NVIDIA H100 SXM5
func.func @main(%x: tensor<?x64xbf16>, %residual: tensor<?x4x64xbf16>, %post: tensor<?x4xf32>,
                %comb: tensor<?x4x4xf32>) -> tensor<?x4x64xbf16> {
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x64xbf16>, tensor<?x4x64xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x64xbf16>
  return %y : tensor<?x4x64xbf16>
}
func.func @nothing() { return }

// A product with no rows does not read its weights.
// GATE:      kernel gate_score, {{.*}}, launches 0
// GATE-NEXT:   write: 0 bytes
func.func @gate(%x: tensor<0x64xbf16>, %w: tensor<8x64xbf16>) -> tensor<0x8xf32> {
  %scores = dsv4.gate_score(%x, %w) {scoring_func = #dsv4.scoring_function<sigmoid>}
      : (tensor<0x64xbf16>, tensor<8x64xbf16>) -> tensor<0x8xf32>
  return %scores : tensor<0x8xf32>
}
