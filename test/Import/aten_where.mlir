// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-DAG: #[[$ALL:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-DAG: #[[$SCALAR:.*]] = affine_map<(d0, d1) -> ()>

// The other value is a scalar tensor, broadcast.
// CHECK-LABEL: func.func @where(
func.func @where(%condition: !torch.vtensor<[?,3],i1>, %x: !torch.vtensor<[?,3],f32>) -> !torch.vtensor<[?,3],f32> {
  %float0 = torch.constant.float 0.0
  %int6 = torch.constant.int 6
  %int0 = torch.constant.int 0
  %cpu = torch.constant.device "cpu"
  %none = torch.constant.none
  // CHECK: %[[ZERO:.*]] = arith.constant dense<0.000000e+00> : tensor<f32>
  %0 = torch.aten.scalar_tensor %float0, %int6, %int0, %cpu, %none : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
  // CHECK: linalg.generic {indexing_maps = [#[[$ALL]], #[[$ALL]], #[[$SCALAR]], #[[$ALL]]], {{.*}} ins(%{{.*}}, %{{.*}}, %[[ZERO]] : tensor<?x3xi1>, tensor<?x3xf32>, tensor<f32>)
  // CHECK: arith.select
  %1 = torch.aten.where.self %condition, %x, %0 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[?,3],f32>
  return %1 : !torch.vtensor<[?,3],f32>
}

// CHECK-LABEL: func.func @mixed_dtypes(
func.func @mixed_dtypes(%condition: !torch.vtensor<[2],i1>, %x: !torch.vtensor<[2],bf16>, %y: !torch.vtensor<[2],f32>) -> !torch.vtensor<[2],f32> {
  // CHECK: %[[WIDE:.*]] = arith.extf %{{.*}} : bf16 to f32
  // CHECK: arith.select %{{.*}}, %[[WIDE]], %{{.*}} : f32
  %0 = torch.aten.where.self %condition, %x, %y : !torch.vtensor<[2],i1>, !torch.vtensor<[2],bf16>, !torch.vtensor<[2],f32> -> !torch.vtensor<[2],f32>
  return %0 : !torch.vtensor<[2],f32>
}
