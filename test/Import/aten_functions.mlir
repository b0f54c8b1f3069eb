// Functions of one tensor: one linalg.generic each.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @exp(
func.func @exp(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.exp %{{.*}} : f32
  %y = torch.aten.exp %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @log(
func.func @log(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.log %{{.*}} : f32
  %y = torch.aten.log %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @log1p(
func.func @log1p(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.log1p %{{.*}} : f32
  %y = torch.aten.log1p %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @sqrt(
func.func @sqrt(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.sqrt %{{.*}} : f32
  %y = torch.aten.sqrt %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @rsqrt(
func.func @rsqrt(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.rsqrt %{{.*}} : f32
  %y = torch.aten.rsqrt %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @cos(
func.func @cos(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.cos %{{.*}} : f32
  %y = torch.aten.cos %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @sin(
func.func @sin(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.sin %{{.*}} : f32
  %y = torch.aten.sin %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @tanh(
func.func @tanh(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.tanh %{{.*}} : f32
  %y = torch.aten.tanh %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @erf(
func.func @erf(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.erf %{{.*}} : f32
  %y = torch.aten.erf %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @abs(
func.func @abs(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.absf %{{.*}} : f32
  %y = torch.aten.abs %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @neg(
func.func @neg(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: arith.negf %{{.*}} : f32
  %y = torch.aten.neg %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @floor(
func.func @floor(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.floor %{{.*}} : f32
  %y = torch.aten.floor %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @ceil(
func.func @ceil(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.ceil %{{.*}} : f32
  %y = torch.aten.ceil %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @trunc(
func.func @trunc(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.trunc %{{.*}} : f32
  %y = torch.aten.trunc %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @round(
func.func @round(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: math.roundeven %{{.*}} : f32
  %y = torch.aten.round %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @square(
func.func @square(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: arith.mulf %[[X:.*]], %[[X]]
  %y = torch.aten.square %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @reciprocal(
func.func @reciprocal(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<?x5xf32>)
  // CHECK: arith.divf %{{.*}}, %{{.*}}
  %y = torch.aten.reciprocal %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @sigmoid(
func.func @sigmoid(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic
  // CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: f32):
  // CHECK: arith.negf
  // CHECK: math.exp
  // CHECK: arith.addf
  // CHECK: arith.divf
  %y = torch.aten.sigmoid %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @silu(
func.func @silu(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic
  // CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: f32):
  // CHECK: arith.negf
  // CHECK: math.exp
  // CHECK: arith.addf
  // CHECK: arith.divf %[[X]]
  %y = torch.aten.silu %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @relu(
func.func @relu(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  // CHECK: linalg.generic
  // CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: f32):
  // CHECK: arith.cmpf olt, %[[X]]
  // CHECK: arith.select
  %y = torch.aten.relu %x : !torch.vtensor<[?,5],f32> -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @gelu(
func.func @gelu(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %str_none = torch.constant.str "none"
  // CHECK: linalg.generic
  // CHECK: math.erf
  %y = torch.aten.gelu %x, %str_none : !torch.vtensor<[?,5],f32>, !torch.str -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @softplus(
func.func @softplus(%x: !torch.vtensor<[?,5],f32>) -> !torch.vtensor<[?,5],f32> {
  %int2 = torch.constant.int 2
  %int20 = torch.constant.int 20
  // CHECK: linalg.generic
  // CHECK: %[[SCALED:.*]] = arith.mulf
  // CHECK: %[[LARGE:.*]] = arith.cmpf ogt, %[[SCALED]]
  // CHECK: math.exp %[[SCALED]]
  // CHECK: math.log1p
  // CHECK: arith.select %[[LARGE]]
  %y = torch.aten.softplus %x, %int2, %int20 : !torch.vtensor<[?,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,5],f32>
  return %y : !torch.vtensor<[?,5],f32>
}

// CHECK-LABEL: func.func @neg_integers(
func.func @neg_integers(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  // CHECK: ^bb0(%[[X:.*]]: i64, %{{.*}}: i64):
  // CHECK: arith.subi %{{.*}}, %[[X]] : i64
  %y = torch.aten.neg %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @abs_integers(
func.func @abs_integers(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  // CHECK: ^bb0(%[[X:.*]]: i64, %{{.*}}: i64):
  // CHECK: arith.cmpi slt, %[[X]]
  // CHECK: arith.select
  %y = torch.aten.abs %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @relu_integers(
func.func @relu_integers(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  // CHECK: ^bb0(%[[X:.*]]: i64, %{{.*}}: i64):
  // CHECK: arith.cmpi slt, %[[X]]
  // CHECK: arith.select
  %y = torch.aten.relu %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @square_integers(
func.func @square_integers(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  // CHECK: ^bb0(%[[X:.*]]: i64, %{{.*}}: i64):
  // CHECK: arith.muli %[[X]], %[[X]]
  %y = torch.aten.square %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @bitwise_not_integers(
func.func @bitwise_not_integers(%x: !torch.vtensor<[4],si64>) -> !torch.vtensor<[4],si64> {
  // CHECK: ^bb0(%[[X:.*]]: i64, %{{.*}}: i64):
  // CHECK: arith.xori %[[X]]
  %y = torch.aten.bitwise_not %x : !torch.vtensor<[4],si64> -> !torch.vtensor<[4],si64>
  return %y : !torch.vtensor<[4],si64>
}

// CHECK-LABEL: func.func @isnan(
func.func @isnan(%x: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],i1> {
  // CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: i1):
  // CHECK: arith.cmpf uno, %[[X]], %[[X]]
  %y = torch.aten.isnan %x : !torch.vtensor<[4],f32> -> !torch.vtensor<[4],i1>
  return %y : !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @isinf(
func.func @isinf(%x: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],i1> {
  // CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: i1):
  // CHECK: math.absf %[[X]]
  // CHECK: arith.cmpf oeq
  %y = torch.aten.isinf %x : !torch.vtensor<[4],f32> -> !torch.vtensor<[4],i1>
  return %y : !torch.vtensor<[4],i1>
}

// CHECK-LABEL: func.func @logical_not(
func.func @logical_not(%x: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],i1> {
  // CHECK: ^bb0(%[[X:.*]]: f32, %{{.*}}: i1):
  // CHECK: arith.cmpf oeq, %[[X]]
  %y = torch.aten.logical_not %x : !torch.vtensor<[4],f32> -> !torch.vtensor<[4],i1>
  return %y : !torch.vtensor<[4],i1>
}
