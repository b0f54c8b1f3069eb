// Float functions, one linalg.generic each; narrow floats are computed in f32 and rounded once.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK: #[[$MAP:.*]] = affine_map<(d0, d1) -> (d0, d1)>

// CHECK-LABEL: func.func @exp(
// CHECK-SAME: %[[X:.*]]: tensor<4x?xf32>)
func.func @exp(%x: !torch.vtensor<[4,?],f32>) -> !torch.vtensor<[4,?],f32> {
  // CHECK: %[[Y:.*]] = linalg.generic {indexing_maps = [#[[$MAP]], #[[$MAP]]], iterator_types = ["parallel", "parallel"]} ins(%[[X]] : tensor<4x?xf32>)
  // CHECK-NEXT: ^bb0(%[[IN:.*]]: f32, %{{.*}}: f32):
  // CHECK-NEXT: %[[EXP:.*]] = math.exp %[[IN]] : f32
  // CHECK-NEXT: linalg.yield %[[EXP]]
  // CHECK: return %[[Y]]
  %0 = torch.aten.exp %x : !torch.vtensor<[4,?],f32> -> !torch.vtensor<[4,?],f32>
  return %0 : !torch.vtensor<[4,?],f32>
}

// CHECK-LABEL: func.func @log1p(
func.func @log1p(%x: !torch.vtensor<[4],f64>) -> !torch.vtensor<[4],f64> {
  // CHECK: math.log1p %{{.*}} : f64
  %0 = torch.aten.log1p %x : !torch.vtensor<[4],f64> -> !torch.vtensor<[4],f64>
  return %0 : !torch.vtensor<[4],f64>
}

// CHECK-LABEL: func.func @sqrt(
func.func @sqrt(%x: !torch.vtensor<[4],bf16>) -> !torch.vtensor<[4],bf16> {
  // CHECK: %[[WIDE:.*]] = arith.extf %{{.*}} : bf16 to f32
  // CHECK-NEXT: %[[ROOT:.*]] = math.sqrt %[[WIDE]] : f32
  // CHECK-NEXT: arith.truncf %[[ROOT]] : f32 to bf16
  %0 = torch.aten.sqrt %x : !torch.vtensor<[4],bf16> -> !torch.vtensor<[4],bf16>
  return %0 : !torch.vtensor<[4],bf16>
}

// A float function of integers has a float result.
// CHECK-LABEL: func.func @rsqrt(
func.func @rsqrt(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],f32> {
  // CHECK: %[[FLOAT:.*]] = arith.sitofp %{{.*}} : i64 to f32
  // CHECK-NEXT: math.rsqrt %[[FLOAT]] : f32
  %0 = torch.aten.rsqrt %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],f32>
  return %0 : !torch.vtensor<[4],f32>
}
