// Numbers beside the tensors: i64 and i1.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @arithmetic(
func.func @arithmetic(%x: !torch.vtensor<[?,5],f32>) -> (!torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.int) {
  %int0 = torch.constant.int 0
  %int3 = torch.constant.int 3
  %n = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.int
  // CHECK: %[[N:.*]] = arith.index_cast %{{.*}} : index to i64
  // CHECK: arith.addi %[[N]]
  %na = torch.aten.add.int %n, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK: {{arith.addi|arith.subi}} %[[N]]
  %nb = torch.aten.sub.int %n, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK: arith.muli %[[N]]
  %nc = torch.aten.mul.int %n, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK: arith.floordivsi %[[N]]
  %nd = torch.aten.floordiv.int %n, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK: arith.minsi %[[N]]
  %nf = torch.prim.min.int %n, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK: arith.maxsi %[[N]]
  %ng = torch.prim.max.int %n, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK: arith.floordivsi
  // CHECK: arith.subi
  %nh = torch.aten.remainder.int %n, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK: arith.subi %{{.*}}, %[[N]]
  %ni = torch.aten.neg.int %n : !torch.int -> !torch.int
  return %na, %nb, %nc, %nd, %nf, %ng, %nh, %ni : !torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.int
}

// CHECK-LABEL: func.func @comparisons(
func.func @comparisons(%x: !torch.vtensor<[?,5],f32>) -> (!torch.bool, !torch.bool, !torch.bool, !torch.bool, !torch.bool, !torch.bool, !torch.int, !torch.bool) {
  %int0 = torch.constant.int 0
  %int3 = torch.constant.int 3
  %n = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.int
  // CHECK: arith.cmpi eq, %{{.*}} : i64
  %beq = torch.aten.eq.int %n, %int3 : !torch.int, !torch.int -> !torch.bool
  // CHECK: arith.cmpi ne, %{{.*}} : i64
  %bne = torch.aten.ne.int %n, %int3 : !torch.int, !torch.int -> !torch.bool
  // CHECK: arith.cmpi slt, %{{.*}} : i64
  %blt = torch.aten.lt.int %n, %int3 : !torch.int, !torch.int -> !torch.bool
  // CHECK: arith.cmpi sle, %{{.*}} : i64
  %ble = torch.aten.le.int %n, %int3 : !torch.int, !torch.int -> !torch.bool
  // CHECK: arith.cmpi sgt, %{{.*}} : i64
  %bgt = torch.aten.gt.int %n, %int3 : !torch.int, !torch.int -> !torch.bool
  // CHECK: arith.cmpi sge, %{{.*}} : i64
  %bge = torch.aten.ge.int %n, %int3 : !torch.int, !torch.int -> !torch.bool
  // CHECK: arith.extui %{{.*}} : i1 to i64
  %m = torch.aten.Int.bool %bge : !torch.bool -> !torch.int
  %k = torch.aten.Bool.int %m : !torch.int -> !torch.bool
  return %beq, %bne, %blt, %ble, %bgt, %bge, %m, %k : !torch.bool, !torch.bool, !torch.bool, !torch.bool, !torch.bool, !torch.bool, !torch.int, !torch.bool
}

// CHECK-LABEL: func.func @to_tensor(
func.func @to_tensor(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[],si64> {
  %int0 = torch.constant.int 0
  %n = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.int
  // CHECK: tensor.from_elements %{{.*}} : tensor<i64>
  %t = torch.prim.NumToTensor.Scalar %n : !torch.int -> !torch.vtensor<[],si64>
  return %t : !torch.vtensor<[],si64>
}

// What torch.export found out about sizes stops the program if it does not hold.
// CHECK-LABEL: func.func @assertions(
func.func @assertions(%n: !torch.int, %b: !torch.bool) {
  %message = torch.constant.str "n must not be 0"
  // CHECK: %[[HOLDS:.*]] = arith.cmpi ne
  // CHECK: cf.assert %[[HOLDS]], "aten._assert_scalar: n must not be 0"
  torch.aten._assert_scalar %n, %message : !torch.int, !torch.str
  // CHECK: cf.assert %{{.*}}, "runtime.assert: b must hold"
  torch.runtime.assert %b, "b must hold"
  return
}
