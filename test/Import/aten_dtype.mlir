// The other names of a conversion.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @to_copy(
func.func @to_copy(%x: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],bf16> {
  %int15 = torch.constant.int 15
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: arith.truncf %{{.*}} : f32 to bf16
  %y = torch.aten._to_copy %x, %int15, %none, %none, %none, %false, %none : !torch.vtensor<[4],f32>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[4],bf16>
  return %y : !torch.vtensor<[4],bf16>
}

// CHECK-LABEL: func.func @to_dtype_layout(
func.func @to_dtype_layout(%x: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],si64> {
  %int4 = torch.constant.int 4
  %none = torch.constant.none
  %false = torch.constant.bool false
  // CHECK: arith.fptosi %{{.*}} : f32 to i64
  %y = torch.aten.to.dtype_layout %x, %int4, %none, %none, %none, %false, %false, %none : !torch.vtensor<[4],f32>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @type_as(
func.func @type_as(%x: !torch.vtensor<[4],i1>, %o: !torch.vtensor<[1],f32>) -> !torch.vtensor<[4],f32> {
  // CHECK: arith.uitofp %{{.*}} : i1 to f32
  %y = torch.aten.type_as %x, %o : !torch.vtensor<[4],i1>, !torch.vtensor<[1],f32> -> !torch.vtensor<[4],f32>
  return %y : !torch.vtensor<[4],f32>
}
