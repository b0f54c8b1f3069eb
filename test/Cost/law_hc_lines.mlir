// The straight lines of Ascend: hc_post streams, hc_pre is bound by vector arithmetic; and a stack without a law for
// the device's family. Round numbers: 10^6 bytes per us, efficiency 0.5, 50 elements per ns.
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round-ascend.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json" -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round-ascend.yaml \
// RUN:   --dsv4-estimate-cost="stack=vllm format=json" -o /dev/null | FileCheck %s --check-prefix=OTHER

// T = 125, D = 4096, h = 4. hc_pre: 20 + 125 * 16,384 / 50,000 = 60.96 us.
// CHECK:     "bound_by": "vector engine"
// CHECK:     "law": "stack round-stack: hc_element_line"
// CHECK:     "launch_floor": 20,
// CHECK:     "vector": 40.96
// CHECK:     "time_us": 60.96
// hc_post: 4 + 125 * 73,728 / (0.5 * 10^6) = 22.432 us.
// CHECK:     "bound_by": "memory"
// CHECK:     "law": "stack round-stack: hc_streaming_line"
// CHECK:     "launch_floor": 4,
// CHECK:     "memory": 18.432
// CHECK:     "time_us": 22.432

// vLLM has no laws for this family: the device's roofline decides.
// OTHER:     "law": "roofline"
// OTHER:     "law": "roofline"
func.func @main(%x: tensor<125x4x4096xbf16>, %mix: tensor<125x24xf32>, %s: tensor<3xf32>, %b: tensor<24xf32>)
    -> tensor<125x4x4096xbf16> {
  %y, %post, %comb = dsv4.kernel "hc_pre" (%mix, %x, %s, %b)
      : (tensor<125x24xf32>, tensor<125x4x4096xbf16>, tensor<3xf32>, tensor<24xf32>)
     -> (tensor<125x4096xbf16>, tensor<125x4xf32>, tensor<125x4x4xf32>) {
  ^bb0(%m: tensor<125x24xf32>, %a: tensor<125x4x4096xbf16>, %c: tensor<3xf32>, %d: tensor<24xf32>):
    %0:3 = dsv4.hc_pre_sinkhorn(%m, %a, %c, %d) {hc_eps = 1.0e-6, sinkhorn_iters = 20 : i64}
        : (tensor<125x24xf32>, tensor<125x4x4096xbf16>, tensor<3xf32>, tensor<24xf32>)
       -> (tensor<125x4096xbf16>, tensor<125x4xf32>, tensor<125x4x4xf32>)
    dsv4.yield %0#0, %0#1, %0#2 : tensor<125x4096xbf16>, tensor<125x4xf32>, tensor<125x4x4xf32>
  }
  %z = dsv4.hc_post(%y, %x, %post, %comb)
      : (tensor<125x4096xbf16>, tensor<125x4x4096xbf16>, tensor<125x4xf32>, tensor<125x4x4xf32>)
     -> tensor<125x4x4096xbf16>
  return %z : tensor<125x4x4096xbf16>
}
