// Prefix sums in log2(n) passes; histograms.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @cumsum(
func.func @cumsum(%x: !torch.vtensor<[3,37],f32>) -> !torch.vtensor<[3,37],f32> {
  %intm1 = torch.constant.int -1
  %none = torch.constant.none
  // CHECK: %[[PASSES:.*]] = arith.constant 6 : index
  // CHECK: scf.for %{{.*}} = %{{.*}} to %[[PASSES]] step %{{.*}} iter_args(%[[BEFORE:.*]] = %{{.*}}) -> (tensor<3x37xf32>)
  // CHECK: linalg.generic
  // CHECK: tensor.extract %[[BEFORE]]
  // CHECK: arith.addf
  %y = torch.aten.cumsum %x, %intm1, %none : !torch.vtensor<[3,37],f32>, !torch.int, !torch.none -> !torch.vtensor<[3,37],f32>
  return %y : !torch.vtensor<[3,37],f32>
}

// CHECK-LABEL: func.func @converted(
func.func @converted(%x: !torch.vtensor<[?],f32>) -> !torch.vtensor<[?],si32> {
  %int0 = torch.constant.int 0
  %int3 = torch.constant.int 3
  // CHECK: arith.fptosi
  // CHECK: math.ctlz
  // CHECK: arith.addi %{{.*}} : i32
  %y = torch.aten.cumsum %x, %int0, %int3 : !torch.vtensor<[?],f32>, !torch.int, !torch.int -> !torch.vtensor<[?],si32>
  return %y : !torch.vtensor<[?],si32>
}

// CHECK-LABEL: func.func @histc(
func.func @histc(%x: !torch.vtensor<[16],f32>) -> !torch.vtensor<[4],f32> {
  %int4 = torch.constant.int 4
  %int0 = torch.constant.int 0
  %int3 = torch.constant.int 3
  // CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]} ins(%{{.*}} : tensor<16xf32>) outs(%{{.*}} : tensor<4xf32>)
  // CHECK: math.floor
  %y = torch.operator "torch.aten.histc"(%x, %int4, %int0, %int3) : (!torch.vtensor<[16],f32>, !torch.int, !torch.int, !torch.int) -> !torch.vtensor<[4],f32>
  return %y : !torch.vtensor<[4],f32>
}
