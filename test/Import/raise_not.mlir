// What looks like a composite of dsv4-raise and rounds or computes otherwise stays as it is.
// RUN: dsv4-opt %s --dsv4-raise -mlir-print-op-generic 2>&1 | FileCheck %s --implicit-check-not=torch.dsv4 --implicit-check-not=v4_clamped_swiglu --implicit-check-not=remark:

// In bf16 every step is rounded, the mean, too.
// CHECK-LABEL: sym_name = "norm_in_bf16"
// CHECK: torch.aten.rsqrt
func.func @norm_in_bf16(%16: !torch.vtensor<[2,1,4,32],bf16>) -> !torch.vtensor<[2,1,4,32],bf16> {
  %int-1 = torch.constant.int -1
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  %int32 = torch.constant.int 32
  %eps = torch.constant.float 9.9999999999999995E-7
  %true = torch.constant.bool true
  %none = torch.constant.none
  %17 = torch.aten.pow.Tensor_Scalar %16, %int2 : !torch.vtensor<[2,1,4,32],bf16>, !torch.int -> !torch.vtensor<[2,1,4,32],bf16>
  %18 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %19 = torch.aten.sum.dim_IntList %17, %18, %true, %none : !torch.vtensor<[2,1,4,32],bf16>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,1,4,1],bf16>
  %20 = torch.aten.div.Scalar %19, %int32 : !torch.vtensor<[2,1,4,1],bf16>, !torch.int -> !torch.vtensor<[2,1,4,1],bf16>
  %21 = torch.aten.add.Scalar %20, %eps, %int1 : !torch.vtensor<[2,1,4,1],bf16>, !torch.float, !torch.int -> !torch.vtensor<[2,1,4,1],bf16>
  %22 = torch.aten.rsqrt %21 : !torch.vtensor<[2,1,4,1],bf16> -> !torch.vtensor<[2,1,4,1],bf16>
  %23 = torch.aten.mul.Tensor %16, %22 : !torch.vtensor<[2,1,4,32],bf16>, !torch.vtensor<[2,1,4,1],bf16> -> !torch.vtensor<[2,1,4,32],bf16>
  return %23 : !torch.vtensor<[2,1,4,32],bf16>
}

// The sum is divided by another number than the size; a norm over another dimension.
// CHECK-LABEL: sym_name = "norm_of_another_mean"
// CHECK: torch.aten.rsqrt
func.func @norm_of_another_mean(%16: !torch.vtensor<[4,32],f32>) -> (!torch.vtensor<[4,32],f32>, !torch.vtensor<[4,32],f32>) {
  %int-1 = torch.constant.int -1
  %int0 = torch.constant.int 0
  %int1 = torch.constant.int 1
  %int2 = torch.constant.int 2
  %int31 = torch.constant.int 31
  %eps = torch.constant.float 9.9999999999999995E-7
  %true = torch.constant.bool true
  %none = torch.constant.none
  %17 = torch.aten.pow.Tensor_Scalar %16, %int2 : !torch.vtensor<[4,32],f32>, !torch.int -> !torch.vtensor<[4,32],f32>
  %18 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
  %19 = torch.aten.sum.dim_IntList %17, %18, %true, %none : !torch.vtensor<[4,32],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[4,1],f32>
  %20 = torch.aten.div.Scalar %19, %int31 : !torch.vtensor<[4,1],f32>, !torch.int -> !torch.vtensor<[4,1],f32>
  %21 = torch.aten.add.Scalar %20, %eps, %int1 : !torch.vtensor<[4,1],f32>, !torch.float, !torch.int -> !torch.vtensor<[4,1],f32>
  %22 = torch.aten.rsqrt %21 : !torch.vtensor<[4,1],f32> -> !torch.vtensor<[4,1],f32>
  %23 = torch.aten.mul.Tensor %16, %22 : !torch.vtensor<[4,32],f32>, !torch.vtensor<[4,1],f32> -> !torch.vtensor<[4,32],f32>
  %24 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
  %25 = torch.aten.mean.dim %17, %24, %true, %none : !torch.vtensor<[4,32],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,32],f32>
  %26 = torch.aten.add.Scalar %25, %eps, %int1 : !torch.vtensor<[1,32],f32>, !torch.float, !torch.int -> !torch.vtensor<[1,32],f32>
  %27 = torch.aten.rsqrt %26 : !torch.vtensor<[1,32],f32> -> !torch.vtensor<[1,32],f32>
  %28 = torch.aten.mul.Tensor %16, %27 : !torch.vtensor<[4,32],f32>, !torch.vtensor<[1,32],f32> -> !torch.vtensor<[4,32],f32>
  return %23, %28 : !torch.vtensor<[4,32],f32>, !torch.vtensor<[4,32],f32>
}

// transformers' MLP in bf16 rounds silu before the product; other limits; a gate that is clamped from below.
// CHECK-LABEL: sym_name = "swiglu"
// CHECK: torch.aten.sigmoid
func.func @swiglu(%gate: !torch.vtensor<[8,32],bf16>, %up: !torch.vtensor<[8,32],bf16>, %g: !torch.vtensor<[8,32],f32>, %u: !torch.vtensor<[8,32],f32>) -> (!torch.vtensor<[8,32],bf16>, !torch.vtensor<[8,32],f32>, !torch.vtensor<[8,32],f32>) {
  %int6 = torch.constant.int 6
  %int15 = torch.constant.int 15
  %none = torch.constant.none
  %high = torch.constant.float 1.000000e+01
  %low = torch.constant.float -1.000000e+01
  %lower = torch.constant.float -7.000000e+00
  %7 = torch.aten.clamp %gate, %none, %high : !torch.vtensor<[8,32],bf16>, !torch.none, !torch.float -> !torch.vtensor<[8,32],bf16>
  %15 = torch.aten.clamp %up, %low, %high : !torch.vtensor<[8,32],bf16>, !torch.float, !torch.float -> !torch.vtensor<[8,32],bf16>
  %16 = torch.prims.convert_element_type %7, %int6 : !torch.vtensor<[8,32],bf16>, !torch.int -> !torch.vtensor<[8,32],f32>
  %17 = torch.aten.sigmoid %16 : !torch.vtensor<[8,32],f32> -> !torch.vtensor<[8,32],f32>
  %18 = torch.aten.mul.Tensor %16, %17 : !torch.vtensor<[8,32],f32>, !torch.vtensor<[8,32],f32> -> !torch.vtensor<[8,32],f32>
  %19 = torch.prims.convert_element_type %18, %int15 : !torch.vtensor<[8,32],f32>, !torch.int -> !torch.vtensor<[8,32],bf16>
  %20 = torch.aten.mul.Tensor %19, %15 : !torch.vtensor<[8,32],bf16>, !torch.vtensor<[8,32],bf16> -> !torch.vtensor<[8,32],bf16>
  %a = torch.aten.clamp %g, %none, %high : !torch.vtensor<[8,32],f32>, !torch.none, !torch.float -> !torch.vtensor<[8,32],f32>
  %b = torch.aten.clamp %u, %lower, %high : !torch.vtensor<[8,32],f32>, !torch.float, !torch.float -> !torch.vtensor<[8,32],f32>
  %c = torch.aten.silu %a : !torch.vtensor<[8,32],f32> -> !torch.vtensor<[8,32],f32>
  %d = torch.aten.mul.Tensor %c, %b : !torch.vtensor<[8,32],f32>, !torch.vtensor<[8,32],f32> -> !torch.vtensor<[8,32],f32>
  %e = torch.aten.clamp %g, %low, %high : !torch.vtensor<[8,32],f32>, !torch.float, !torch.float -> !torch.vtensor<[8,32],f32>
  %f = torch.aten.silu %e : !torch.vtensor<[8,32],f32> -> !torch.vtensor<[8,32],f32>
  %h = torch.aten.mul.Tensor %f, %e : !torch.vtensor<[8,32],f32>, !torch.vtensor<[8,32],f32> -> !torch.vtensor<[8,32],f32>
  return %20, %d, %h : !torch.vtensor<[8,32],bf16>, !torch.vtensor<[8,32],f32>, !torch.vtensor<[8,32],f32>
}

// A projection with bias, a matrix that is not transposed, an einsum of other letters, a softplus of another threshold.
// CHECK-LABEL: sym_name = "products"
// CHECK: torch.aten.linear
// CHECK: torch.aten.mm
// CHECK: torch.aten.einsum
// CHECK: torch.aten.softplus
func.func @products(%x: !torch.vtensor<[16,64],f32>, %w: !torch.vtensor<[64,64],f32>, %b: !torch.vtensor<[64],f32>, %o: !torch.vtensor<[1,16,2,64],bf16>, %a: !torch.vtensor<[2,64,16],bf16>)
    -> (!torch.vtensor<[16,64],f32>, !torch.vtensor<[16,64],f32>, !torch.vtensor<[1,16,2,16],bf16>) {
  %none = torch.constant.none
  %int1 = torch.constant.int 1
  %int10 = torch.constant.int 10
  %0 = torch.aten.linear %x, %w, %b : !torch.vtensor<[16,64],f32>, !torch.vtensor<[64,64],f32>, !torch.vtensor<[64],f32> -> !torch.vtensor<[16,64],f32>
  %1 = torch.aten.mm %x, %w : !torch.vtensor<[16,64],f32>, !torch.vtensor<[64,64],f32> -> !torch.vtensor<[16,64],f32>
  %str = torch.constant.str "bsgd,gdr->bsgr"
  %2 = torch.prim.ListConstruct %o, %a : (!torch.vtensor<[1,16,2,64],bf16>, !torch.vtensor<[2,64,16],bf16>) -> !torch.list<vtensor>
  %3 = torch.aten.einsum %str, %2, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[1,16,2,16],bf16>
  %4 = torch.aten.softplus %1, %int1, %int10 : !torch.vtensor<[16,64],f32>, !torch.int, !torch.int -> !torch.vtensor<[16,64],f32>
  %5 = torch.aten.sqrt %4 : !torch.vtensor<[16,64],f32> -> !torch.vtensor<[16,64],f32>
  return %0, %5, %3 : !torch.vtensor<[16,64],f32>, !torch.vtensor<[16,64],f32>, !torch.vtensor<[1,16,2,16],bf16>
}
