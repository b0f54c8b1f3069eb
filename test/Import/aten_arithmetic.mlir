// add, sub, mul, div of two tensors: broadcasting, alpha, and the dtype that the result declares.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-DAG: #[[$ALL:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[$COLUMN:.*]] = affine_map<(d0, d1) -> (d0, 0)>
// CHECK-DAG: #[[$ROW:.*]] = affine_map<(d0, d1) -> (d1)>
// CHECK-DAG: #[[$SCALAR:.*]] = affine_map<(d0, d1) -> ()>

// A weight per row; f32 times bf16 is f32.
// CHECK-LABEL: func.func @mul_column(
func.func @mul_column(%x: !torch.vtensor<[?,64],bf16>, %weight: !torch.vtensor<[?,1],f32>) -> !torch.vtensor<[?,64],f32> {
  // CHECK: linalg.generic {indexing_maps = [#[[$ALL]], #[[$COLUMN]], #[[$ALL]]]
  // CHECK: ^bb0(%[[X:.*]]: bf16, %[[W:.*]]: f32, %{{.*}}: f32):
  // CHECK-NEXT: %[[WIDE:.*]] = arith.extf %[[X]] : bf16 to f32
  // CHECK-NEXT: %[[PRODUCT:.*]] = arith.mulf %[[WIDE]], %[[W]] : f32
  // CHECK-NEXT: linalg.yield %[[PRODUCT]] : f32
  %0 = torch.aten.mul.Tensor %x, %weight : !torch.vtensor<[?,64],bf16>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
  return %0 : !torch.vtensor<[?,64],f32>
}

// Missing dimensions stand in front; a tensor without dimensions is a scalar.
// CHECK-LABEL: func.func @sub_row(
func.func @sub_row(%x: !torch.vtensor<[8],f32>, %y: !torch.vtensor<[4,8],f32>, %z: !torch.vtensor<[],f32>) -> !torch.vtensor<[4,8],f32> {
  %int1 = torch.constant.int 1
  // CHECK: linalg.generic {indexing_maps = [#[[$ROW]], #[[$ALL]], #[[$ALL]]]
  // CHECK: arith.subf
  %0 = torch.aten.sub.Tensor %x, %y, %int1 : !torch.vtensor<[8],f32>, !torch.vtensor<[4,8],f32>, !torch.int -> !torch.vtensor<[4,8],f32>
  // CHECK: linalg.generic {indexing_maps = [#[[$ALL]], #[[$SCALAR]], #[[$ALL]]]
  // CHECK: arith.divf
  %1 = torch.aten.div.Tensor %0, %z : !torch.vtensor<[4,8],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[4,8],f32>
  return %1 : !torch.vtensor<[4,8],f32>
}

// self + alpha * other, in f32, rounded once.
// CHECK-LABEL: func.func @add_alpha(
func.func @add_alpha(%x: !torch.vtensor<[4],bf16>, %y: !torch.vtensor<[4],bf16>) -> !torch.vtensor<[4],bf16> {
  %alpha = torch.constant.float 2.5
  // CHECK: ^bb0(%[[X:.*]]: bf16, %[[Y:.*]]: bf16, %{{.*}}: bf16):
  // CHECK-DAG: %[[WIDE_X:.*]] = arith.extf %[[X]]
  // CHECK-DAG: %[[WIDE_Y:.*]] = arith.extf %[[Y]]
  // CHECK: %[[ALPHA:.*]] = arith.constant 2.500000e+00 : f32
  // CHECK: %[[SUM:.*]] = math.fma %[[WIDE_Y]], %[[ALPHA]], %[[WIDE_X]] : f32
  // CHECK: arith.truncf %[[SUM]] : f32 to bf16
  %0 = torch.aten.add.Tensor %x, %y, %alpha : !torch.vtensor<[4],bf16>, !torch.vtensor<[4],bf16>, !torch.float -> !torch.vtensor<[4],bf16>
  return %0 : !torch.vtensor<[4],bf16>
}

// Integers; an unsigned operand is zero extended.
// CHECK-LABEL: func.func @integers(
func.func @integers(%x: !torch.vtensor<[4],si64>, %y: !torch.vtensor<[4],ui8>) -> !torch.vtensor<[4],f32> {
  %int3 = torch.constant.int 3
  // CHECK: arith.extui %{{.*}} : i8 to i64
  // CHECK: %[[THREE:.*]] = arith.constant 3 : i64
  // CHECK: arith.muli %{{.*}}, %[[THREE]] : i64
  // CHECK: arith.addi
  %0 = torch.aten.add.Tensor %x, %y, %int3 : !torch.vtensor<[4],si64>, !torch.vtensor<[4],ui8>, !torch.int -> !torch.vtensor<[4],si64>
  // CHECK: arith.muli
  %1 = torch.aten.mul.Tensor %0, %0 : !torch.vtensor<[4],si64>, !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  // True division of integers is a division of floats.
  // CHECK: arith.sitofp
  // CHECK: arith.uitofp
  // CHECK: arith.divf
  %2 = torch.aten.div.Tensor %1, %y : !torch.vtensor<[4],si64>, !torch.vtensor<[4],ui8> -> !torch.vtensor<[4],f32>
  return %2 : !torch.vtensor<[4],f32>
}

// A size that only one operand knows becomes known.
// CHECK-LABEL: func.func @declared_dynamic(
// CHECK-SAME: -> tensor<?x8xf32>
func.func @declared_dynamic(%x: !torch.vtensor<[4,8],f32>) -> !torch.vtensor<[?,8],f32> {
  %int1 = torch.constant.int 1
  // CHECK: %[[Y:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<4x8xf32>)
  // CHECK: %[[CAST:.*]] = tensor.cast %[[Y]] : tensor<4x8xf32> to tensor<?x8xf32>
  // CHECK: return %[[CAST]]
  %0 = torch.aten.add.Tensor %x, %x, %int1 : !torch.vtensor<[4,8],f32>, !torch.vtensor<[4,8],f32>, !torch.int -> !torch.vtensor<[?,8],f32>
  return %0 : !torch.vtensor<[?,8],f32>
}
