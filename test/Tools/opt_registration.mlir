// Every tool has the dialects, passes and pipelines of lib/Pipelines and all of upstream's.

// RUN: dsv4-opt --show-dialects | FileCheck %s --check-prefix=DIALECTS
// DIALECTS-DAG: {{^}}dsv4{{$}}
// DIALECTS-DAG: {{^}}linalg{{$}}
// DIALECTS-DAG: {{^}}shard{{$}}
// DIALECTS-DAG: {{^}}transform{{$}}

// RUN: dsv4-opt --list-passes | FileCheck %s --check-prefix=PASSES
// PASSES-DAG: --dsv4-decompose
// PASSES-DAG: --linalg-fuse-elementwise-ops
// RUN: dsv4-opt --help | FileCheck %s --check-prefix=PIPELINES
// PIPELINES: Pass Pipelines:
// PIPELINES: --dsv4-to-llvm-pipeline

// Extensions of upstream dialects are there too: without linalg's, this is an unknown op of the transform dialect.
// RUN: dsv4-opt %s --transform-interpreter | FileCheck %s

// CHECK-LABEL: func @decompose_by_transform
// CHECK-NOT: dsv4.
// CHECK: linalg.generic
func.func @decompose_by_transform(%x: tensor<5x4x64xf32>) -> tensor<5x1xf32> {
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return %r : tensor<5x1xf32>
}

module attributes {transform.with_named_sequence} {
  transform.named_sequence @__transform_main(%root: !transform.any_op {transform.readonly}) {
    %ops = transform.structured.match ops{["dsv4.hc_pre_inv_rms"]} in %root : (!transform.any_op) -> !transform.any_op
    %linalg = transform.structured.decompose_interface %ops : (!transform.any_op) -> !transform.any_op
    transform.yield
  }
}
