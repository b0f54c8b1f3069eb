// einsum of one and two operands.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @contraction(
func.func @contraction(%a: !torch.vtensor<[2,3,8],bf16>, %b: !torch.vtensor<[5,8],bf16>) -> !torch.vtensor<[2,5,3],bf16> {
  %str_bij_kj__bki = torch.constant.str "bij,kj->bki"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3,8],bf16>, !torch.vtensor<[5,8],bf16>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<2x5x3xf32>)
  %y = torch.aten.einsum %str_bij_kj__bki, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,5,3],bf16>
  return %y : !torch.vtensor<[2,5,3],bf16>
}

// CHECK-LABEL: func.func @sums_alone(
func.func @sums_alone(%a: !torch.vtensor<[2,3,8],f32>, %b: !torch.vtensor<[5,8],f32>) -> !torch.vtensor<[5],f32> {
  %str_bij_kj__k = torch.constant.str "bij,kj->k"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3,8],f32>, !torch.vtensor<[5,8],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<8xf32>)
  // CHECK: arith.addf
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<5xf32>)
  %y = torch.aten.einsum %str_bij_kj__k, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[5],f32>
  return %y : !torch.vtensor<[5],f32>
}

// CHECK-LABEL: func.func @ellipsis(
func.func @ellipsis(%a: !torch.vtensor<[7,2,3],f32>, %b: !torch.vtensor<[3,4],f32>) -> !torch.vtensor<[7,2,4],f32> {
  %str____ij_jk_____ik = torch.constant.str "...ij,jk->...ik"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[7,2,3],f32>, !torch.vtensor<[3,4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // CHECK: linalg.contract {{.*}} outs(%{{.*}} : tensor<7x2x4xf32>)
  %y = torch.aten.einsum %str____ij_jk_____ik, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[7,2,4],f32>
  return %y : !torch.vtensor<[7,2,4],f32>
}

// CHECK-LABEL: func.func @outer(
func.func @outer(%a: !torch.vtensor<[3],f32>, %b: !torch.vtensor<[4],f32>) -> !torch.vtensor<[3,4],f32> {
  %str_i_j__ij = torch.constant.str "i,j->ij"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[3],f32>, !torch.vtensor<[4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<3x4xf32>)
  // CHECK: arith.mulf
  %y = torch.aten.einsum %str_i_j__ij, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[3,4],f32>
  return %y : !torch.vtensor<[3,4],f32>
}

// CHECK-LABEL: func.func @one_operand(
func.func @one_operand(%a: !torch.vtensor<[2,3,8],f32>) -> !torch.vtensor<[8,2],f32> {
  %str_bij__jb = torch.constant.str "bij->jb"
  %tensors1 = torch.prim.ListConstruct %a : (!torch.vtensor<[2,3,8],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // CHECK: arith.addf
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<8x2xf32>)
  %y = torch.aten.einsum %str_bij__jb, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[8,2],f32>
  return %y : !torch.vtensor<[8,2],f32>
}
