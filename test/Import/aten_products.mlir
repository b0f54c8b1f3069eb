// Matrix products accumulate in f32 and read transposed operands as they lie.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @bmm(
func.func @bmm(%a: !torch.vtensor<[2,?,8],bf16>, %b: !torch.vtensor<[2,8,5],bf16>) -> !torch.vtensor<[2,?,5],bf16> {
  // CHECK: linalg.contract {{.*}} ins(%{{.*}} : tensor<2x?x8xbf16>, tensor<2x8x5xbf16>) outs(%{{.*}} : tensor<2x?x5xf32>)
  // CHECK: arith.truncf
  %y = torch.aten.bmm %a, %b : !torch.vtensor<[2,?,8],bf16>, !torch.vtensor<[2,8,5],bf16> -> !torch.vtensor<[2,?,5],bf16>
  return %y : !torch.vtensor<[2,?,5],bf16>
}

// CHECK-LABEL: func.func @bmm_transposed(
func.func @bmm_transposed(%a: !torch.vtensor<[2,3,8],f32>, %b: !torch.vtensor<[2,5,8],f32>) -> !torch.vtensor<[2,3,5],f32> {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  %int1 = torch.constant.int 1
  %list_int0_int2_int1 = torch.prim.ListConstruct %int0, %int2, %int1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
  %t = torch.aten.permute %b, %list_int0_int2_int1 : !torch.vtensor<[2,5,8],f32>, !torch.list<int> -> !torch.vtensor<[2,8,5],f32>
  // CHECK-NOT: linalg.transpose
  // CHECK: linalg.contract {{.*}} ins(%{{.*}} : tensor<2x3x8xf32>, tensor<2x5x8xf32>)
  %y = torch.aten.bmm %a, %t : !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32> -> !torch.vtensor<[2,3,5],f32>
  return %y : !torch.vtensor<[2,3,5],f32>
}

// CHECK-LABEL: func.func @matmul_broadcast(
func.func @matmul_broadcast(%a: !torch.vtensor<[4,1,3,8],f32>, %b: !torch.vtensor<[2,8,5],f32>) -> !torch.vtensor<[4,2,3,5],f32> {
  // CHECK: tensor.collapse_shape %{{.*}} into tensor<4x3x8xf32>
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<4x2x3x5xf32>)
  %y = torch.aten.matmul %a, %b : !torch.vtensor<[4,1,3,8],f32>, !torch.vtensor<[2,8,5],f32> -> !torch.vtensor<[4,2,3,5],f32>
  return %y : !torch.vtensor<[4,2,3,5],f32>
}

// CHECK-LABEL: func.func @mv(
func.func @mv(%a: !torch.vtensor<[3,8],f32>, %b: !torch.vtensor<[8],f32>) -> !torch.vtensor<[3],f32> {
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<3xf32>)
  %y = torch.aten.mv %a, %b : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8],f32> -> !torch.vtensor<[3],f32>
  return %y : !torch.vtensor<[3],f32>
}

// CHECK-LABEL: func.func @dot(
func.func @dot(%a: !torch.vtensor<[8],f32>, %b: !torch.vtensor<[8],f32>) -> !torch.vtensor<[],f32> {
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<f32>)
  %y = torch.aten.dot %a, %b : !torch.vtensor<[8],f32>, !torch.vtensor<[8],f32> -> !torch.vtensor<[],f32>
  return %y : !torch.vtensor<[],f32>
}

// CHECK-LABEL: func.func @addmm(
func.func @addmm(%c: !torch.vtensor<[5],f32>, %a: !torch.vtensor<[3,8],f32>, %b: !torch.vtensor<[8,5],f32>) -> !torch.vtensor<[3,5],f32> {
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  // CHECK: linalg.contract
  // CHECK: arith.mulf
  // CHECK: arith.addf
  %y = torch.aten.addmm %c, %a, %b, %int1, %int2 : !torch.vtensor<[5],f32>, !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,5],f32>
  return %y : !torch.vtensor<[3,5],f32>
}

// CHECK-LABEL: func.func @baddbmm(
func.func @baddbmm(%c: !torch.vtensor<[2,3,5],f32>, %a: !torch.vtensor<[2,3,8],f32>, %b: !torch.vtensor<[2,8,5],f32>) -> !torch.vtensor<[2,3,5],f32> {
  %int1 = torch.constant.int 1
  // CHECK: linalg.contract
  // CHECK-NOT: arith.mulf
  // CHECK: arith.addf
  %y = torch.aten.baddbmm %c, %a, %b, %int1, %int1 : !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[2,3,5],f32>
  return %y : !torch.vtensor<[2,3,5],f32>
}

// CHECK-LABEL: func.func @linear(
func.func @linear(%x: !torch.vtensor<[?,4,8],bf16>, %w: !torch.vtensor<[6,8],bf16>, %b: !torch.vtensor<[6],bf16>) -> !torch.vtensor<[?,4,6],bf16> {
  // CHECK: linalg.contract {{.*}} ins(%{{.*}} : tensor<?x4x8xbf16>, tensor<6x8xbf16>) outs(%{{.*}} : tensor<?x4x6xf32>)
  // CHECK: arith.addf %{{.*}} : f32
  // CHECK: arith.truncf
  %y = torch.aten.linear %x, %w, %b : !torch.vtensor<[?,4,8],bf16>, !torch.vtensor<[6,8],bf16>, !torch.vtensor<[6],bf16> -> !torch.vtensor<[?,4,6],bf16>
  return %y : !torch.vtensor<[?,4,6],bf16>
}

// CHECK-LABEL: func.func @linear_without_bias(
func.func @linear_without_bias(%x: !torch.vtensor<[?,4,8],bf16>, %w: !torch.vtensor<[6,8],bf16>, %b: !torch.vtensor<[6],bf16>) -> !torch.vtensor<[?,4,6],bf16> {
  %none = torch.constant.none
  // CHECK: linalg.contract
  // CHECK-NOT: arith.addf
  %y = torch.aten.linear %x, %w, %none : !torch.vtensor<[?,4,8],bf16>, !torch.vtensor<[6,8],bf16>, !torch.none -> !torch.vtensor<[?,4,6],bf16>
  return %y : !torch.vtensor<[?,4,6],bf16>
}

// CHECK-LABEL: func.func @grouped_mm(
func.func @grouped_mm(%x: !torch.vtensor<[16,64],f32>, %w: !torch.vtensor<[4,64,32],f32>, %e: !torch.vtensor<[4],si32>) -> !torch.vtensor<[16,32],f32> {
  // The group of a row, then a product with the matrix of that group.
  // CHECK: %[[GROUP:.*]] = linalg.generic {{.*}} ins(%{{.*}} : tensor<4xi32>) outs(%{{.*}} : tensor<16xi64>)
  // CHECK: arith.cmpi sle
  // CHECK: linalg.generic {{.*}} ins(%{{.*}}, %[[GROUP]] : tensor<16x64xf32>, tensor<16xi64>) outs(%{{.*}} : tensor<16x32xf32>)
  // CHECK: tensor.extract %{{.*}} : tensor<4x64x32xf32>
  // CHECK: arith.mulf
  %y = torch.operator "torch.transformers.grouped_mm_fallback"(%x, %w, %e) : (!torch.vtensor<[16,64],f32>, !torch.vtensor<[4,64,32],f32>, !torch.vtensor<[4],si32>) -> !torch.vtensor<[16,32],f32>
  return %y : !torch.vtensor<[16,32],f32>
}
