// One error per cause, with the number of ops; what uses a result that could not be made is not reported.
// RUN: not dsv4-opt %s --convert-torch-to-dsv4 2>&1 | FileCheck %s --implicit-check-not=error:

// CHECK: errors_once.mlir:[[#@LINE+7]]:{{.*}} error: 'torch.aten.exp': cannot broadcast 'tensor<4x8xf32>' to 'tensor<4x9xf32>' (2 uses)
// CHECK: errors_once.mlir:[[#@LINE+10]]:{{.*}} error: 'torch.tensor_cast.rms_norm': takes 3 operands (x, weight, eps), got 2
// CHECK: errors_once.mlir:[[#@LINE+14]]:{{.*}} error: 'torch.aten.sqrt': cannot broadcast 'tensor<2xf32>' to 'tensor<3xf32>'
// The module stays as it was.
// CHECK-NOT: func.func
func.func @first(%x: !torch.vtensor<[4,8],f32>, %w: !torch.vtensor<[8],f32>) -> !torch.vtensor<[4,8],f32> {
  %f = torch.constant.float 1.000000e-06
  %0 = torch.aten.exp %x : !torch.vtensor<[4,8],f32> -> !torch.vtensor<[4,9],f32>
  %1 = torch.aten.exp %x : !torch.vtensor<[4,8],f32> -> !torch.vtensor<[4,9],f32>
  %2 = torch.aten.sqrt %0 : !torch.vtensor<[4,9],f32> -> !torch.vtensor<[4,9],f32>
  %3 = torch.operator "torch.tensor_cast.rms_norm"(%2, %w, %f) : (!torch.vtensor<[4,9],f32>, !torch.vtensor<[8],f32>, !torch.float) -> !torch.vtensor<[4,9],f32>
  %4 = torch.operator "torch.tensor_cast.rms_norm"(%x, %w) : (!torch.vtensor<[4,8],f32>, !torch.vtensor<[8],f32>) -> !torch.vtensor<[4,8],f32>
  return %4 : !torch.vtensor<[4,8],f32>
}

func.func @second(%x: !torch.vtensor<[2],f32>) -> !torch.vtensor<[3],f32> {
  %0 = torch.aten.sqrt %x : !torch.vtensor<[2],f32> -> !torch.vtensor<[3],f32>
  return %0 : !torch.vtensor<[3],f32>
}
