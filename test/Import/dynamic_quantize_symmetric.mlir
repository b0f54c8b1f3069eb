// dynamic_quantize_symmetric: power-of-two scales are dsv4.act_quant of whole rows, float scales linalg.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @powers_of_two(
// CHECK-NEXT: %[[C:.*]], %[[S:.*]], %{{.*}} = dsv4.act_quant(%arg0) {block = 64 : i64, format = f8E4M3FN}
// CHECK-NEXT: return %[[C]], %[[S]] : tensor<2x8x64xf8E4M3FN>, tensor<2x8x1xf8E8M0FNU>
func.func @powers_of_two(%x: !torch.vtensor<[2,8,64],bf16>) -> (!torch.vtensor<[2,8,64],f8E4M3FN>, !torch.vtensor<[2,8,1],f8E8M0FNU>) {
  %int-1 = torch.constant.int -1
  %dims = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %int44 = torch.constant.int 44
  %int24 = torch.constant.int 24
  %0:2 = torch.operator "torch.tensor_cast.dynamic_quantize_symmetric"(%x, %dims, %int44, %int24) : (!torch.vtensor<[2,8,64],bf16>, !torch.list<int>, !torch.int, !torch.int) -> (!torch.vtensor<[2,8,64],f8E4M3FN>, !torch.vtensor<[2,8,1],f8E8M0FNU>)
  return %0#0, %0#1 : !torch.vtensor<[2,8,64],f8E4M3FN>, !torch.vtensor<[2,8,1],f8E8M0FNU>
}

// CHECK-LABEL: func.func @int8(
// CHECK: arith.constant 9.99999974E-5 : f32
// CHECK: math.absf
// CHECK: arith.maximumf
// CHECK: arith.constant 1.270000e+02 : f32
// CHECK: math.roundeven
// CHECK: arith.fptosi %{{.*}} : f32 to i8
// CHECK: tensor.expand_shape %{{.*}} : tensor<?xf32> into tensor<?x1xf32>
func.func @int8(%x: !torch.vtensor<[?,64],bf16>) -> (!torch.vtensor<[?,64],si8>, !torch.vtensor<[?,1],f32>) {
  %int1 = torch.constant.int 1
  %dims = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
  %int6 = torch.constant.int 6
  %0:2 = torch.operator "torch.tensor_cast.dynamic_quantize_symmetric"(%x, %dims, %int6, %int1) : (!torch.vtensor<[?,64],bf16>, !torch.list<int>, !torch.int, !torch.int) -> (!torch.vtensor<[?,64],si8>, !torch.vtensor<[?,1],f32>)
  return %0#0, %0#1 : !torch.vtensor<[?,64],si8>, !torch.vtensor<[?,1],f32>
}

// CHECK-LABEL: func.func @fp8(
// CHECK: arith.constant 4.480000e+02 : f32
// CHECK: arith.truncf %{{.*}} : f32 to f8E4M3FN
func.func @fp8(%x: !torch.vtensor<[8,64],f32>) -> (!torch.vtensor<[8,64],f8E4M3FN>, !torch.vtensor<[8,1],f32>) {
  %int-1 = torch.constant.int -1
  %dims = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %int6 = torch.constant.int 6
  %int24 = torch.constant.int 24
  %0:2 = torch.operator "torch.tensor_cast.dynamic_quantize_symmetric"(%x, %dims, %int6, %int24) : (!torch.vtensor<[8,64],f32>, !torch.list<int>, !torch.int, !torch.int) -> (!torch.vtensor<[8,64],f8E4M3FN>, !torch.vtensor<[8,1],f32>)
  return %0#0, %0#1 : !torch.vtensor<[8,64],f8E4M3FN>, !torch.vtensor<[8,1],f32>
}
