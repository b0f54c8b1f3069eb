// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// An int fills a tensor of another dtype; dynamic sizes come from the tensor.
// CHECK-LABEL: func.func @full_like(
// CHECK-SAME: %[[X:.*]]: tensor<?x64xbf16>)
func.func @full_like(%x: !torch.vtensor<[?,64],bf16>) -> !torch.vtensor<[?,64],f32> {
  %int0 = torch.constant.int 0
  %int6 = torch.constant.int 6
  %none = torch.constant.none
  %false = torch.constant.bool false
  %int1 = torch.constant.int 1
  // CHECK: %[[ROWS:.*]] = tensor.dim %[[X]], %{{.*}}
  // CHECK: %[[EMPTY:.*]] = tensor.empty(%[[ROWS]]) : tensor<?x64xf32>
  // CHECK: %[[ZERO:.*]] = arith.constant 0.000000e+00 : f32
  // CHECK: linalg.fill ins(%[[ZERO]] : f32) outs(%[[EMPTY]] : tensor<?x64xf32>)
  %0 = torch.aten.full_like %x, %int0, %int6, %none, %none, %false, %int1 : !torch.vtensor<[?,64],bf16>, !torch.int, !torch.int, !torch.none, !torch.none, !torch.bool, !torch.int -> !torch.vtensor<[?,64],f32>
  return %0 : !torch.vtensor<[?,64],f32>
}

// CHECK-LABEL: func.func @scalar_tensor(
func.func @scalar_tensor() -> (!torch.vtensor<[],si64>, !torch.vtensor<[],bf16>) {
  %int-1 = torch.constant.int -1
  %float = torch.constant.float 0.1
  %int4 = torch.constant.int 4
  %int15 = torch.constant.int 15
  %int0 = torch.constant.int 0
  %cpu = torch.constant.device "cpu"
  %none = torch.constant.none
  // CHECK: arith.constant dense<-1> : tensor<i64>
  %0 = torch.aten.scalar_tensor %int-1, %int4, %int0, %cpu, %none : !torch.int, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],si64>
  // CHECK: arith.constant dense<1.000980e-01> : tensor<bf16>
  %1 = torch.aten.scalar_tensor %float, %int15, %int0, %cpu, %none : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],bf16>
  return %0, %1 : !torch.vtensor<[],si64>, !torch.vtensor<[],bf16>
}
