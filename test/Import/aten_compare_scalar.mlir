// A tensor compared with a number: the number takes the tensor's dtype; an int stays an int for integer tensors.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// The threshold of softplus, given as an int.
// CHECK-LABEL: func.func @gt_float(
func.func @gt_float(%x: !torch.vtensor<[?,4],f32>) -> !torch.vtensor<[?,4],i1> {
  %int20 = torch.constant.int 20
  // CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: i1):
  // CHECK-NEXT: %[[LIMIT:.*]] = arith.constant 2.000000e+01 : f32
  // CHECK-NEXT: arith.cmpf ogt, %[[X]], %[[LIMIT]] : f32
  %0 = torch.aten.gt.Scalar %x, %int20 : !torch.vtensor<[?,4],f32>, !torch.int -> !torch.vtensor<[?,4],i1>
  return %0 : !torch.vtensor<[?,4],i1>
}

// CHECK-LABEL: func.func @eq_int(
func.func @eq_int(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],i1> {
  %int-1 = torch.constant.int -1
  // CHECK: %[[VALUE:.*]] = arith.constant -1 : i64
  // CHECK-NEXT: arith.cmpi eq, %{{.*}}, %[[VALUE]] : i64
  %0 = torch.aten.eq.Scalar %x, %int-1 : !torch.vtensor<[4],si64>, !torch.int -> !torch.vtensor<[4],i1>
  return %0 : !torch.vtensor<[4],i1>
}

// 0.1 is rounded to bf16 (0.10009765625) before it is compared.
// CHECK-LABEL: func.func @lt_bf16(
func.func @lt_bf16(%x: !torch.vtensor<[4],bf16>) -> !torch.vtensor<[4],i1> {
  %float = torch.constant.float 0.1
  // CHECK: %[[VALUE:.*]] = arith.constant 1.000980e-01 : bf16
  // CHECK: arith.extf %[[VALUE]] : bf16 to f32
  // CHECK: arith.cmpf olt
  %0 = torch.aten.lt.Scalar %x, %float : !torch.vtensor<[4],bf16>, !torch.float -> !torch.vtensor<[4],i1>
  return %0 : !torch.vtensor<[4],i1>
}

// Signed and unsigned; NaN is not equal to anything.
// CHECK-LABEL: func.func @predicates(
func.func @predicates(%x: !torch.vtensor<[4],si8>, %y: !torch.vtensor<[4],ui8>, %z: !torch.vtensor<[4],f32>)
    -> (!torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>) {
  %int100 = torch.constant.int 100
  %int200 = torch.constant.int 200
  %float = torch.constant.float 1.5
  // CHECK: arith.cmpi sge, %{{.*}} : i8
  %0 = torch.aten.ge.Scalar %x, %int100 : !torch.vtensor<[4],si8>, !torch.int -> !torch.vtensor<[4],i1>
  // CHECK: arith.constant -56 : i8
  // CHECK: arith.cmpi ule, %{{.*}} : i8
  %1 = torch.aten.le.Scalar %y, %int200 : !torch.vtensor<[4],ui8>, !torch.int -> !torch.vtensor<[4],i1>
  // CHECK: arith.cmpf une, %{{.*}} : f32
  %2 = torch.aten.ne.Scalar %z, %float : !torch.vtensor<[4],f32>, !torch.float -> !torch.vtensor<[4],i1>
  // An integer tensor and a float are compared in f32.
  // CHECK: arith.sitofp %{{.*}} : i8 to f32
  // CHECK: arith.cmpf ogt
  %3 = torch.aten.gt.Scalar %x, %float : !torch.vtensor<[4],si8>, !torch.float -> !torch.vtensor<[4],i1>
  return %0, %1, %2, %3 : !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1>
}
