// Reductions besides sum.dim_IntList and the extremes.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @mean(
func.func @mean(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[1,5],f32> {
  %int0 = torch.constant.int 0
  %list_int0 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
  %true = torch.constant.bool true
  %none = torch.constant.none
  // CHECK: arith.addf
  // CHECK: %[[N:.*]] = arith.sitofp %{{.*}} : i64 to f32
  // CHECK: arith.divf %{{.*}}, %[[N]]
  %y = torch.aten.mean.dim %x, %list_int0, %true, %none : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,5],f32>
  return %y : !torch.vtensor<[1,5],f32>
}

// CHECK-LABEL: func.func @sum(
func.func @sum(%x: !torch.vtensor<[3,4],i1>) -> !torch.vtensor<[],si64> {
  %none = torch.constant.none
  // CHECK: linalg.generic {{.*}}iterator_types = ["reduction", "reduction"]}
  // CHECK: arith.extui
  // CHECK: arith.addi
  %y = torch.aten.sum %x, %none : !torch.vtensor<[3,4],i1>, !torch.none -> !torch.vtensor<[],si64>
  return %y : !torch.vtensor<[],si64>
}

// CHECK-LABEL: func.func @prod(
func.func @prod(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?],f32> {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  %none = torch.constant.none
  // CHECK: arith.mulf
  %y = torch.aten.prod.dim_int %x, %int1, %false, %none : !torch.vtensor<[?,5],f32>, !torch.int, !torch.bool, !torch.none -> !torch.vtensor<[?],f32>
  return %y : !torch.vtensor<[?],f32>
}

// CHECK-LABEL: func.func @var(
func.func @var(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?],f32> {
  %int1 = torch.constant.int 1
  %list_int1 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
  %false = torch.constant.bool false
  // CHECK: arith.addf
  // CHECK: %[[D:.*]] = arith.subf
  // CHECK: arith.mulf %[[D]], %[[D]]
  // CHECK: arith.divf
  %y = torch.aten.var.correction %x, %list_int1, %int1, %false : !torch.vtensor<[?,5],f32>, !torch.list<int>, !torch.int, !torch.bool -> !torch.vtensor<[?],f32>
  return %y : !torch.vtensor<[?],f32>
}

// CHECK-LABEL: func.func @all(
func.func @all(%x: !torch.vtensor<[3,4],i1>) -> !torch.vtensor<[],i1> {
  // CHECK: arith.andi
  %y = torch.aten.all %x : !torch.vtensor<[3,4],i1> -> !torch.vtensor<[],i1>
  return %y : !torch.vtensor<[],i1>
}

// CHECK-LABEL: func.func @all_dim(
func.func @all_dim(%x: !torch.vtensor<[3,4],i1>) -> !torch.vtensor<[3],i1> {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]}
  // CHECK: arith.andi
  %y = torch.aten.all.dim %x, %int1, %false : !torch.vtensor<[3,4],i1>, !torch.int, !torch.bool -> !torch.vtensor<[3],i1>
  return %y : !torch.vtensor<[3],i1>
}

// CHECK-LABEL: func.func @any(
func.func @any(%x: !torch.vtensor<[3,4],i1>) -> !torch.vtensor<[],i1> {
  // CHECK: arith.ori
  %y = torch.aten.any %x : !torch.vtensor<[3,4],i1> -> !torch.vtensor<[],i1>
  return %y : !torch.vtensor<[],i1>
}

// CHECK-LABEL: func.func @any_dim(
func.func @any_dim(%x: !torch.vtensor<[3,4],i1>) -> !torch.vtensor<[3],i1> {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // CHECK: linalg.generic {{.*}}iterator_types = ["parallel", "reduction"]}
  // CHECK: arith.ori
  %y = torch.aten.any.dim %x, %int1, %false : !torch.vtensor<[3,4],i1>, !torch.int, !torch.bool -> !torch.vtensor<[3],i1>
  return %y : !torch.vtensor<[3],i1>
}
