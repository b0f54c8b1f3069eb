// Arithmetic on two operands, the second a tensor, a constant or a computed number.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @maximum(
func.func @maximum(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: ^bb0(%[[X:.*]]: f32, %[[Y:.*]]: f32, %{{.*}}: f32):
  // CHECK: %[[MORE:.*]] = arith.cmpf olt, %[[Y]], %[[X]]
  // CHECK: arith.cmpf uno, %[[X]], %[[X]]
  // CHECK: arith.select %{{.*}}, %[[X]], %[[Y]]
  %z = torch.aten.maximum %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],f32>
  return %z : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @minimum(
func.func @minimum(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: ^bb0(%[[X:.*]]: f32, %[[Y:.*]]: f32, %{{.*}}: f32):
  // CHECK: arith.cmpf olt, %[[X]], %[[Y]]
  // CHECK: arith.cmpf uno, %[[X]], %[[X]]
  // CHECK: arith.select %{{.*}}, %[[X]], %[[Y]]
  %z = torch.aten.minimum %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],f32>
  return %z : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @bitwise_and(
func.func @bitwise_and(%x: !torch.vtensor<[4],si64>, %y: !torch.vtensor<[3,1],si64>) -> !torch.vtensor<[3,4],si64> {
  // CHECK: arith.andi %{{.*}} : i64
  %z = torch.aten.bitwise_and.Tensor %x, %y : !torch.vtensor<[4],si64>, !torch.vtensor<[3,1],si64> -> !torch.vtensor<[3,4],si64>
  return %z : !torch.vtensor<[3,4],si64>
}

// CHECK-LABEL: func.func @logical_and(
func.func @logical_and(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>) -> !torch.vtensor<[?,5],i1> {
  // CHECK: arith.cmpf une
  // CHECK: arith.cmpf une
  // CHECK: arith.andi %{{.*}} : i1
  %z = torch.aten.logical_and %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  return %z : !torch.vtensor<[?,5],i1>
}

// CHECK-LABEL: func.func @bitwise_or(
func.func @bitwise_or(%x: !torch.vtensor<[4],si64>, %y: !torch.vtensor<[3,1],si64>) -> !torch.vtensor<[3,4],si64> {
  // CHECK: arith.ori %{{.*}} : i64
  %z = torch.aten.bitwise_or.Tensor %x, %y : !torch.vtensor<[4],si64>, !torch.vtensor<[3,1],si64> -> !torch.vtensor<[3,4],si64>
  return %z : !torch.vtensor<[3,4],si64>
}

// CHECK-LABEL: func.func @logical_or(
func.func @logical_or(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>) -> !torch.vtensor<[?,5],i1> {
  // CHECK: arith.cmpf une
  // CHECK: arith.cmpf une
  // CHECK: arith.ori %{{.*}} : i1
  %z = torch.aten.logical_or %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  return %z : !torch.vtensor<[?,5],i1>
}

// CHECK-LABEL: func.func @bitwise_xor(
func.func @bitwise_xor(%x: !torch.vtensor<[4],si64>, %y: !torch.vtensor<[3,1],si64>) -> !torch.vtensor<[3,4],si64> {
  // CHECK: arith.xori %{{.*}} : i64
  %z = torch.aten.bitwise_xor.Tensor %x, %y : !torch.vtensor<[4],si64>, !torch.vtensor<[3,1],si64> -> !torch.vtensor<[3,4],si64>
  return %z : !torch.vtensor<[3,4],si64>
}

// CHECK-LABEL: func.func @logical_xor(
func.func @logical_xor(%x: !torch.vtensor<[?,5],f32>, %y: !torch.vtensor<[5],f32>) -> !torch.vtensor<[?,5],i1> {
  // CHECK: arith.cmpf une
  // CHECK: arith.cmpf une
  // CHECK: arith.xori %{{.*}} : i1
  %z = torch.aten.logical_xor %x, %y : !torch.vtensor<[?,5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[?,5],i1>
  return %z : !torch.vtensor<[?,5],i1>
}

// CHECK-LABEL: func.func @add_scalar(
func.func @add_scalar(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %float1_0em6 = torch.constant.float 1.0e-6
  %int1 = torch.constant.int 1
  // CHECK: %[[EPS:.*]] = arith.constant 9.99999997E-7 : f32
  // CHECK: arith.addf %{{.*}}, %[[EPS]]
  %y = torch.aten.add.Scalar %x, %float1_0em6, %int1 : !torch.vtensor<[?,5],f32>, !torch.float, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @sub_scalar(
func.func @sub_scalar(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  %int3 = torch.constant.int 3
  %int2 = torch.constant.int 2
  // CHECK: arith.muli
  // CHECK: arith.subi
  %y = torch.aten.sub.Scalar %x, %int3, %int2 : !torch.vtensor<[4],si64>, !torch.int, !torch.int -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @rsub_scalar(
func.func @rsub_scalar(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int1 = torch.constant.int 1
  // CHECK: %[[ONE:.*]] = arith.constant 1.0
  // CHECK: arith.subf %[[ONE]]
  %y = torch.aten.rsub.Scalar %x, %int1, %int1 : !torch.vtensor<[?,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @mul_scalar(
func.func @mul_scalar(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int4 = torch.constant.int 4
  // CHECK: %[[FOUR:.*]] = arith.constant 4.0
  // CHECK: arith.mulf %{{.*}}, %[[FOUR]]
  %y = torch.aten.mul.Scalar %x, %int4 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @mul_size(
func.func @mul_size(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int0 = torch.constant.int 0
  %n = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.int
  // CHECK: %[[N:.*]] = arith.index_cast
  // CHECK: arith.sitofp %[[N]] : i64 to f32
  %y = torch.aten.mul.Scalar %x, %n : !torch.vtensor<[?,5],f32>, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}
