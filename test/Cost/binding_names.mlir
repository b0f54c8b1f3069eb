// Arguments by their dsv4.name, several of them by the beginning of their names.
// RUN: dsv4-opt %s --dsv4-print-work="bind=streams:0=3,cache.*:0=3" -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-print-work="bind=arg0:0=3,arg1:0=3,arg2:0=3,arg3:0=3" -o /dev/null | FileCheck %s
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm --dsv4-estimate-cost="bind=streams:0=3,cache.*:0=3" -o /dev/null | FileCheck %s --check-prefix=REPORT
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm --dsv4-estimate-cost="format=json bind=streams:0=3,cache.*:0=3" -o /dev/null | FileCheck %s --check-prefix=JSON
// RUN: not dsv4-opt %s --dsv4-print-work -o /dev/null 2>&1 | FileCheck %s --check-prefix=MISSING
// RUN: not dsv4-opt %s --dsv4-print-work="bind=streams:0=3,cache.*:1=3" -o /dev/null 2>&1 | FileCheck %s --check-prefix=STATIC

// Read: 3 x 4 x 64 and 3 x 64 elements of bf16, 3 x 4 and 3 x 4 x 4 of f32. Written: 3 x 4 x 64 of bf16.
// CHECK: kernel hc_post
// CHECK: read activations: 2160 bytes
// CHECK-NEXT: write: 1536 bytes
// REPORT: Sizes: streams:0=3 cache.*:0=3
// JSON: "bindings": [
// JSON: "dimension": 0,
// JSON-NEXT: "name": "streams",
// JSON-NEXT: "value": 3
// MISSING: error: @main has dimensions without a size; add bind=streams:0=SIZE,cache.*:0=SIZE
// STATIC: error: dimension 1 of argument #1 of @main is 64, but bind= makes it 3
func.func @main(%residual: tensor<?x4x64xbf16> {dsv4.name = "streams"}, %x: tensor<?x64xbf16> {dsv4.name = "cache.0.x"},
    %post: tensor<?x4xf32> {dsv4.name = "cache.0.post"}, %comb: tensor<?x4x4xf32> {dsv4.name = "cache.1.comb"}) -> tensor<?x4x64xbf16> {
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x64xbf16>, tensor<?x4x64xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x64xbf16>
  return %y : tensor<?x4x64xbf16>
}
