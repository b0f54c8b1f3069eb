// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @clamped(
// CHECK-SAME: %[[GATE:.*]]: tensor<?x32xbf16>, %[[UP:.*]]: tensor<?x32xbf16>)
func.func @clamped(%gate: !torch.vtensor<[?,32],bf16>, %up: !torch.vtensor<[?,32],bf16>) -> !torch.vtensor<[?,32],bf16> {
  %limit = torch.constant.float 1.000000e+01
  // CHECK-NEXT: %[[Y:.*]] = dsv4.v4_clamped_swiglu(%[[GATE]], %[[UP]]) {limit = 1.000000e+01 : f64} : (tensor<?x32xbf16>, tensor<?x32xbf16>) -> tensor<?x32xbf16>
  // CHECK-NEXT: return %[[Y]]
  %0 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%gate, %up, %limit) : (!torch.vtensor<[?,32],bf16>, !torch.vtensor<[?,32],bf16>, !torch.float) -> !torch.vtensor<[?,32],bf16>
  return %0 : !torch.vtensor<[?,32],bf16>
}

// A limit of 0 or less switches the clamp off: SwiGLU alone, in f32, rounded once.
// CHECK-LABEL: func.func @off(
func.func @off(%gate: !torch.vtensor<[5,32],bf16>, %up: !torch.vtensor<[5,32],bf16>) -> !torch.vtensor<[5,32],bf16> {
  %limit = torch.constant.float 0.0
  // CHECK-NOT: dsv4.
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<5x32xf32>)
  // CHECK: ^bb0(%[[G:.*]]: f32, %[[U:.*]]: f32, %{{.*}}: f32):
  // CHECK: %[[NEGATED:.*]] = arith.negf %[[G]]
  // CHECK: %[[EXP:.*]] = math.exp %[[NEGATED]]
  // CHECK: %[[DENOMINATOR:.*]] = arith.addf %{{.*}}, %[[EXP]]
  // CHECK: %[[SILU:.*]] = arith.divf %[[G]], %[[DENOMINATOR]]
  // CHECK: arith.mulf %[[SILU]], %[[U]]
  // CHECK: arith.truncf
  %0 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%gate, %up, %limit) : (!torch.vtensor<[5,32],bf16>, !torch.vtensor<[5,32],bf16>, !torch.float) -> !torch.vtensor<[5,32],bf16>
  return %0 : !torch.vtensor<[5,32],bf16>
}
