// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics

func.func @bmm_rank(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  // expected-error @+1 {{'torch.aten.bmm': needs two batches of matrices, got 'tensor<2x3xf32>' and 'tensor<3x4xf32>'}}
  %y = torch.aten.bmm %a, %b : !torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32> -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @matmul_scalar(%a: !torch.vtensor<[],f32>, %b: !torch.vtensor<[3],f32>) {
  // expected-error @+1 {{'torch.aten.matmul': needs tensors with dimensions, got 'tensor<f32>' and 'tensor<3xf32>'}}
  %y = torch.aten.matmul %a, %b : !torch.vtensor<[],f32>, !torch.vtensor<[3],f32> -> !torch.vtensor<[3],f32>
  return
}

// -----

func.func @mv_rank(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  // expected-error @+1 {{'torch.aten.mv': needs operands of rank 2 and 1, got 'tensor<2x3xf32>' and 'tensor<3x4xf32>'}}
  %y = torch.aten.mv %a, %b : !torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32> -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @addmm_rank(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3],f32>) {
  %int1 = torch.constant.int 1
  // expected-error @+1 {{'torch.aten.addmm': needs two matrices, got 'tensor<2x3xf32>' and 'tensor<3xf32>'}}
  %y = torch.aten.addmm %b, %a, %b, %int1, %int1 : !torch.vtensor<[3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[3],f32>, !torch.int, !torch.int -> !torch.vtensor<[2,3],f32>
  return
}

// -----

func.func @linear_weight(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3],f32>) {
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.linear': needs an input with dimensions and a matrix, got 'tensor<2x3xf32>' and 'tensor<3xf32>'}}
  %y = torch.aten.linear %a, %b, %none : !torch.vtensor<[2,3],f32>, !torch.vtensor<[3],f32>, !torch.none -> !torch.vtensor<[2],f32>
  return
}

// -----

func.func @grouped(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>, %e: !torch.vtensor<[4],si32>) {
  // expected-error @+1 {{'torch.transformers.grouped_mm_fallback': needs [T, K], [G, K, N] of one float dtype and [G] integers, got 'tensor<2x3xf32>', 'tensor<3x4xf32>' and 'tensor<4xi32>'}}
  %y = torch.operator "torch.transformers.grouped_mm_fallback"(%a, %b, %e) : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[4],si32>) -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @grouped_count(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[5,3,4],f32>, %e: !torch.vtensor<[4],si32>) {
  // expected-error @+1 {{'torch.transformers.grouped_mm_fallback': offs has not one element per matrix of weight: 5 and 4}}
  %y = torch.operator "torch.transformers.grouped_mm_fallback"(%a, %b, %e) : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[5,3,4],f32>, !torch.vtensor<[4],si32>) -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @einsum_count(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  %str_ij__ij = torch.constant.str "ij->ij"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': equation 'ij->ij' has 1 inputs for 2 operands}}
  %y = torch.aten.einsum %str_ij__ij, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @einsum_rank(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  %str_ijk_kl__il = torch.constant.str "ijk,kl->il"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': equation 'ijk,kl->il' gives 3 dimensions to an operand of rank 2}}
  %y = torch.aten.einsum %str_ijk_kl__il, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @einsum_diagonal(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  %str_ii_jk__ik = torch.constant.str "ii,jk->ik"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': equation 'ii,jk->ik' repeats 'i' in one operand, which takes a diagonal: not supported}}
  %y = torch.aten.einsum %str_ii_jk__ik, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @einsum_character(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  %str_iJ_Jk__ik = torch.constant.str "iJ,Jk->ik"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': equation 'iJ,Jk->ik' has the character 'J': dimensions are called a to z}}
  %y = torch.aten.einsum %str_iJ_Jk__ik, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @einsum_result(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  %str_ij_jk__il = torch.constant.str "ij,jk->il"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': equation 'ij,jk->il' has 'l' only in the result}}
  %y = torch.aten.einsum %str_ij_jk__il, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,4],f32>
  return
}

// -----

func.func @einsum_sizes(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>) {
  %str_ij_kj__ik = torch.constant.str "ij,kj->ik"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': cannot multiply 'tensor<2x3xf32>' and 'tensor<3x4xf32>'}}
  %y = torch.aten.einsum %str_ij_kj__ik, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,3],f32>
  return
}

// -----

func.func @einsum_many(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],f32>, %c: !torch.vtensor<[4,5],f32>) {
  %str_ij_jk_kl__il = torch.constant.str "ij,jk,kl->il"
  %tensors1 = torch.prim.ListConstruct %a, %b, %c : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[4,5],f32>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': takes one or two tensors, got 3}}
  %y = torch.aten.einsum %str_ij_jk_kl__il, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,5],f32>
  return
}

// -----

func.func @einsum_dtypes(%a: !torch.vtensor<[2,3],f32>, %b: !torch.vtensor<[3,4],bf16>) {
  %str_ij_jk__ik = torch.constant.str "ij,jk->ik"
  %tensors1 = torch.prim.ListConstruct %a, %b : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[3,4],bf16>) -> !torch.list<vtensor>
  %none = torch.constant.none
  // expected-error @+1 {{'torch.aten.einsum': needs tensors of one dtype that is not bool, got 'tensor<2x3xf32>' and 'tensor<3x4xbf16>'}}
  %y = torch.aten.einsum %str_ij_jk__ik, %tensors1, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,4],f32>
  return
}
