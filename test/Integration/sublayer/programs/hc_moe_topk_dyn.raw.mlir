// hc_moe_topk_dyn, form raw. torch 2.13.0+cpu, torch-mlir 20261001. Dynamic batch and tokens.
//   %arg0: hc.fn
//   %arg1: hc.base
//   %arg2: hc.scale
//   %arg3: norm.weight
//   %arg4: body.gate.weight
//   %arg5: body.gate.bias
//   %arg6: body.shared.w1.weight
//   %arg7: body.shared.w3.weight
//   %arg8: body.shared.w2.weight
//   %arg9: body.experts.0.w1.weight
//   %arg10: body.experts.0.w3.weight
//   %arg11: body.experts.0.w2.weight
//   %arg12: body.experts.1.w1.weight
//   %arg13: body.experts.1.w3.weight
//   %arg14: body.experts.1.w2.weight
//   %arg15: body.experts.2.w1.weight
//   %arg16: body.experts.2.w3.weight
//   %arg17: body.experts.2.w2.weight
//   %arg18: body.experts.3.w1.weight
//   %arg19: body.experts.3.w3.weight
//   %arg20: body.experts.3.w2.weight
//   %arg21: body.experts.4.w1.weight
//   %arg22: body.experts.4.w3.weight
//   %arg23: body.experts.4.w2.weight
//   %arg24: body.experts.5.w1.weight
//   %arg25: body.experts.5.w3.weight
//   %arg26: body.experts.5.w2.weight
//   %arg27: x
module {
  func.func @main(%arg0: !torch.vtensor<[24,256],f32>, %arg1: !torch.vtensor<[24],f32>, %arg2: !torch.vtensor<[3],f32>, %arg3: !torch.vtensor<[64],f32>, %arg4: !torch.vtensor<[6,64],f32>, %arg5: !torch.vtensor<[6],f32>, %arg6: !torch.vtensor<[48,64],f32>, %arg7: !torch.vtensor<[48,64],f32>, %arg8: !torch.vtensor<[64,48],f32>, %arg9: !torch.vtensor<[48,64],f32>, %arg10: !torch.vtensor<[48,64],f32>, %arg11: !torch.vtensor<[64,48],f32>, %arg12: !torch.vtensor<[48,64],f32>, %arg13: !torch.vtensor<[48,64],f32>, %arg14: !torch.vtensor<[64,48],f32>, %arg15: !torch.vtensor<[48,64],f32>, %arg16: !torch.vtensor<[48,64],f32>, %arg17: !torch.vtensor<[64,48],f32>, %arg18: !torch.vtensor<[48,64],f32>, %arg19: !torch.vtensor<[48,64],f32>, %arg20: !torch.vtensor<[64,48],f32>, %arg21: !torch.vtensor<[48,64],f32>, %arg22: !torch.vtensor<[48,64],f32>, %arg23: !torch.vtensor<[64,48],f32>, %arg24: !torch.vtensor<[48,64],f32>, %arg25: !torch.vtensor<[48,64],f32>, %arg26: !torch.vtensor<[64,48],f32>, %arg27: !torch.vtensor<[?,?,4,64],f32>) -> !torch.vtensor<[?,?,4,64],f32> {
    %0 = torch.symbolic_int "s33" {min_val = 2, max_val = 8} : !torch.int
    %1 = torch.symbolic_int "s50" {min_val = 2, max_val = 1024} : !torch.int
    torch.bind_symbolic_shape %arg27, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 4, 64)> : !torch.vtensor<[?,?,4,64],f32>
    %int0 = torch.constant.int 0
    %2 = torch.aten.size.int %arg27, %int0 : !torch.vtensor<[?,?,4,64],f32>, !torch.int -> !torch.int
    %int1 = torch.constant.int 1
    %3 = torch.aten.size.int %arg27, %int1 : !torch.vtensor<[?,?,4,64],f32>, !torch.int -> !torch.int
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int6 = torch.constant.int 6
    %cpu = torch.constant.device "cpu"
    %int0_1 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg27, %none, %none_0, %int6, %cpu, %int0_1 : !torch.vtensor<[?,?,4,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int4 = torch.constant.int 4
    %4 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%arg27, %int4) : (!torch.vtensor<[?,?,4,64],f32>, !torch.int) -> !torch.vtensor<[?,?,1],f32>
    torch.bind_symbolic_shape %4, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 1)> : !torch.vtensor<[?,?,1],f32>
    %int256 = torch.constant.int 256
    %5 = torch.prim.ListConstruct %2, %3, %int256 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.view %arg27, %5 : !torch.vtensor<[?,?,4,64],f32>, !torch.list<int> -> !torch.vtensor<[?,?,256],f32>
    torch.bind_symbolic_shape %6, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 256)> : !torch.vtensor<[?,?,256],f32>
    %int1_2 = torch.constant.int 1
    %int0_3 = torch.constant.int 0
    %7 = torch.prim.ListConstruct %int1_2, %int0_3 : (!torch.int, !torch.int) -> !torch.list<int>
    %8 = torch.aten.permute %arg0, %7 : !torch.vtensor<[24,256],f32>, !torch.list<int> -> !torch.vtensor<[256,24],f32>
    %9 = torch.aten.mul.int %2, %3 : !torch.int, !torch.int -> !torch.int
    %int256_4 = torch.constant.int 256
    %10 = torch.prim.ListConstruct %9, %int256_4 : (!torch.int, !torch.int) -> !torch.list<int>
    %11 = torch.aten.view %6, %10 : !torch.vtensor<[?,?,256],f32>, !torch.list<int> -> !torch.vtensor<[?,256],f32>
    torch.bind_symbolic_shape %11, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 256)> : !torch.vtensor<[?,256],f32>
    %12 = torch.aten.mm %11, %8 : !torch.vtensor<[?,256],f32>, !torch.vtensor<[256,24],f32> -> !torch.vtensor<[?,24],f32>
    torch.bind_symbolic_shape %12, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 24)> : !torch.vtensor<[?,24],f32>
    %int24 = torch.constant.int 24
    %13 = torch.prim.ListConstruct %2, %3, %int24 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %14 = torch.aten.view %12, %13 : !torch.vtensor<[?,24],f32>, !torch.list<int> -> !torch.vtensor<[?,?,24],f32>
    torch.bind_symbolic_shape %14, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 24)> : !torch.vtensor<[?,?,24],f32>
    %15 = torch.aten.mul.Tensor %14, %4 : !torch.vtensor<[?,?,24],f32>, !torch.vtensor<[?,?,1],f32> -> !torch.vtensor<[?,?,24],f32>
    torch.bind_symbolic_shape %15, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 24)> : !torch.vtensor<[?,?,24],f32>
    %int4_5 = torch.constant.int 4
    %int20 = torch.constant.int 20
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %16:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%15, %arg27, %arg2, %arg1, %int4_5, %int20, %float9.999990e-07) : (!torch.vtensor<[?,?,24],f32>, !torch.vtensor<[?,?,4,64],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float) -> (!torch.vtensor<[?,?,64],f32>, !torch.vtensor<[?,?,4],f32>, !torch.vtensor<[?,?,4,4],f32>)
    torch.bind_symbolic_shape %16#0, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 64)> : !torch.vtensor<[?,?,64],f32>
    torch.bind_symbolic_shape %16#1, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 4)> : !torch.vtensor<[?,?,4],f32>
    torch.bind_symbolic_shape %16#2, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 4, 4)> : !torch.vtensor<[?,?,4,4],f32>
    %float9.999990e-07_6 = torch.constant.float 9.9999999999999995E-7
    %17 = torch.operator "torch.tensor_cast.rms_norm"(%16#0, %arg3, %float9.999990e-07_6) : (!torch.vtensor<[?,?,64],f32>, !torch.vtensor<[64],f32>, !torch.float) -> !torch.vtensor<[?,?,64],f32>
    torch.bind_symbolic_shape %17, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 64)> : !torch.vtensor<[?,?,64],f32>
    %int-1 = torch.constant.int -1
    %int64 = torch.constant.int 64
    %18 = torch.prim.ListConstruct %int-1, %int64 : (!torch.int, !torch.int) -> !torch.list<int>
    %19 = torch.aten.view %17, %18 : !torch.vtensor<[?,?,64],f32>, !torch.list<int> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %19, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %none_7 = torch.constant.none
    %none_8 = torch.constant.none
    %int6_9 = torch.constant.int 6
    %cpu_10 = torch.constant.device "cpu"
    %int0_11 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %19, %none_7, %none_8, %int6_9, %cpu_10, %int0_11 : !torch.vtensor<[?,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int1_12 = torch.constant.int 1
    %int0_13 = torch.constant.int 0
    %20 = torch.prim.ListConstruct %int1_12, %int0_13 : (!torch.int, !torch.int) -> !torch.list<int>
    %21 = torch.aten.permute %arg4, %20 : !torch.vtensor<[6,64],f32>, !torch.list<int> -> !torch.vtensor<[64,6],f32>
    %22 = torch.aten.mm %19, %21 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,6],f32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %22, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %23 = torch.aten.exp %22 : !torch.vtensor<[?,6],f32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %23, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %24 = torch.aten.log1p %23 : !torch.vtensor<[?,6],f32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %24, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %int20_14 = torch.constant.int 20
    %25 = torch.aten.gt.Scalar %22, %int20_14 : !torch.vtensor<[?,6],f32>, !torch.int -> !torch.vtensor<[?,6],i1>
    torch.bind_symbolic_shape %25, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],i1>
    %26 = torch.aten.where.self %25, %22, %24 : !torch.vtensor<[?,6],i1>, !torch.vtensor<[?,6],f32>, !torch.vtensor<[?,6],f32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %26, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %27 = torch.aten.sqrt %26 : !torch.vtensor<[?,6],f32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %27, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %int3 = torch.constant.int 3
    %true = torch.constant.bool true
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %28:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%27, %int3, %true, %float1.500000e00, %arg5) : (!torch.vtensor<[?,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[6],f32>) -> (!torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],si64>)
    torch.bind_symbolic_shape %28#0, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %28#1, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],si64>
    %int0_15 = torch.constant.int 0
    %int6_16 = torch.constant.int 6
    %none_17 = torch.constant.none
    %none_18 = torch.constant.none
    %false = torch.constant.bool false
    %int1_19 = torch.constant.int 1
    %29 = torch.aten.full_like %19, %int0_15, %int6_16, %none_17, %none_18, %false, %int1_19 : !torch.vtensor<[?,64],f32>, !torch.int, !torch.int, !torch.none, !torch.none, !torch.bool, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %29, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int0_20 = torch.constant.int 0
    %30 = torch.aten.eq.Scalar %28#1, %int0_20 : !torch.vtensor<[?,3],si64>, !torch.int -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %30, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %float0.000000e00 = torch.constant.float 0.000000e+00
    %int6_21 = torch.constant.int 6
    %int0_22 = torch.constant.int 0
    %cpu_23 = torch.constant.device "cpu"
    %none_24 = torch.constant.none
    %31 = torch.aten.scalar_tensor %float0.000000e00, %int6_21, %int0_22, %cpu_23, %none_24 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %32 = torch.aten.where.self %30, %28#0, %31 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %32, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %int-1_25 = torch.constant.int -1
    %33 = torch.prim.ListConstruct %int-1_25 : (!torch.int) -> !torch.list<int>
    %true_26 = torch.constant.bool true
    %none_27 = torch.constant.none
    %34 = torch.aten.sum.dim_IntList %32, %33, %true_26, %none_27 : !torch.vtensor<[?,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %34, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %int1_28 = torch.constant.int 1
    %int0_29 = torch.constant.int 0
    %35 = torch.prim.ListConstruct %int1_28, %int0_29 : (!torch.int, !torch.int) -> !torch.list<int>
    %36 = torch.aten.permute %arg9, %35 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %37 = torch.aten.mm %19, %36 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %37, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_30 = torch.constant.int 1
    %int0_31 = torch.constant.int 0
    %38 = torch.prim.ListConstruct %int1_30, %int0_31 : (!torch.int, !torch.int) -> !torch.list<int>
    %39 = torch.aten.permute %arg10, %38 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %40 = torch.aten.mm %19, %39 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %40, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %41 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%37, %40, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %41, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_32 = torch.constant.int 1
    %int0_33 = torch.constant.int 0
    %42 = torch.prim.ListConstruct %int1_32, %int0_33 : (!torch.int, !torch.int) -> !torch.list<int>
    %43 = torch.aten.permute %arg11, %42 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %44 = torch.aten.mm %41, %43 : !torch.vtensor<[?,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %44, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %45 = torch.aten.mul.Tensor %44, %34 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %45, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_34 = torch.constant.int 1
    %46 = torch.aten.add.Tensor %29, %45, %int1_34 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %46, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_35 = torch.constant.int 1
    %47 = torch.aten.eq.Scalar %28#1, %int1_35 : !torch.vtensor<[?,3],si64>, !torch.int -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %47, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %float0.000000e00_36 = torch.constant.float 0.000000e+00
    %int6_37 = torch.constant.int 6
    %int0_38 = torch.constant.int 0
    %cpu_39 = torch.constant.device "cpu"
    %none_40 = torch.constant.none
    %48 = torch.aten.scalar_tensor %float0.000000e00_36, %int6_37, %int0_38, %cpu_39, %none_40 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %49 = torch.aten.where.self %47, %28#0, %48 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %49, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %int-1_41 = torch.constant.int -1
    %50 = torch.prim.ListConstruct %int-1_41 : (!torch.int) -> !torch.list<int>
    %true_42 = torch.constant.bool true
    %none_43 = torch.constant.none
    %51 = torch.aten.sum.dim_IntList %49, %50, %true_42, %none_43 : !torch.vtensor<[?,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %51, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %int1_44 = torch.constant.int 1
    %int0_45 = torch.constant.int 0
    %52 = torch.prim.ListConstruct %int1_44, %int0_45 : (!torch.int, !torch.int) -> !torch.list<int>
    %53 = torch.aten.permute %arg12, %52 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %54 = torch.aten.mm %19, %53 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %54, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_46 = torch.constant.int 1
    %int0_47 = torch.constant.int 0
    %55 = torch.prim.ListConstruct %int1_46, %int0_47 : (!torch.int, !torch.int) -> !torch.list<int>
    %56 = torch.aten.permute %arg13, %55 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %57 = torch.aten.mm %19, %56 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %57, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %float7.500000e-01_48 = torch.constant.float 7.500000e-01
    %58 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%54, %57, %float7.500000e-01_48) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %58, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_49 = torch.constant.int 1
    %int0_50 = torch.constant.int 0
    %59 = torch.prim.ListConstruct %int1_49, %int0_50 : (!torch.int, !torch.int) -> !torch.list<int>
    %60 = torch.aten.permute %arg14, %59 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %61 = torch.aten.mm %58, %60 : !torch.vtensor<[?,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %61, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %62 = torch.aten.mul.Tensor %61, %51 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %62, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_51 = torch.constant.int 1
    %63 = torch.aten.add.Tensor %46, %62, %int1_51 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %63, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int2 = torch.constant.int 2
    %64 = torch.aten.eq.Scalar %28#1, %int2 : !torch.vtensor<[?,3],si64>, !torch.int -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %64, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %float0.000000e00_52 = torch.constant.float 0.000000e+00
    %int6_53 = torch.constant.int 6
    %int0_54 = torch.constant.int 0
    %cpu_55 = torch.constant.device "cpu"
    %none_56 = torch.constant.none
    %65 = torch.aten.scalar_tensor %float0.000000e00_52, %int6_53, %int0_54, %cpu_55, %none_56 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %66 = torch.aten.where.self %64, %28#0, %65 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %66, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %int-1_57 = torch.constant.int -1
    %67 = torch.prim.ListConstruct %int-1_57 : (!torch.int) -> !torch.list<int>
    %true_58 = torch.constant.bool true
    %none_59 = torch.constant.none
    %68 = torch.aten.sum.dim_IntList %66, %67, %true_58, %none_59 : !torch.vtensor<[?,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %68, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %int1_60 = torch.constant.int 1
    %int0_61 = torch.constant.int 0
    %69 = torch.prim.ListConstruct %int1_60, %int0_61 : (!torch.int, !torch.int) -> !torch.list<int>
    %70 = torch.aten.permute %arg15, %69 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %71 = torch.aten.mm %19, %70 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %71, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_62 = torch.constant.int 1
    %int0_63 = torch.constant.int 0
    %72 = torch.prim.ListConstruct %int1_62, %int0_63 : (!torch.int, !torch.int) -> !torch.list<int>
    %73 = torch.aten.permute %arg16, %72 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %74 = torch.aten.mm %19, %73 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %74, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %float7.500000e-01_64 = torch.constant.float 7.500000e-01
    %75 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%71, %74, %float7.500000e-01_64) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %75, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_65 = torch.constant.int 1
    %int0_66 = torch.constant.int 0
    %76 = torch.prim.ListConstruct %int1_65, %int0_66 : (!torch.int, !torch.int) -> !torch.list<int>
    %77 = torch.aten.permute %arg17, %76 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %78 = torch.aten.mm %75, %77 : !torch.vtensor<[?,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %78, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %79 = torch.aten.mul.Tensor %78, %68 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %79, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_67 = torch.constant.int 1
    %80 = torch.aten.add.Tensor %63, %79, %int1_67 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %80, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int3_68 = torch.constant.int 3
    %81 = torch.aten.eq.Scalar %28#1, %int3_68 : !torch.vtensor<[?,3],si64>, !torch.int -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %81, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %float0.000000e00_69 = torch.constant.float 0.000000e+00
    %int6_70 = torch.constant.int 6
    %int0_71 = torch.constant.int 0
    %cpu_72 = torch.constant.device "cpu"
    %none_73 = torch.constant.none
    %82 = torch.aten.scalar_tensor %float0.000000e00_69, %int6_70, %int0_71, %cpu_72, %none_73 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %83 = torch.aten.where.self %81, %28#0, %82 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %83, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %int-1_74 = torch.constant.int -1
    %84 = torch.prim.ListConstruct %int-1_74 : (!torch.int) -> !torch.list<int>
    %true_75 = torch.constant.bool true
    %none_76 = torch.constant.none
    %85 = torch.aten.sum.dim_IntList %83, %84, %true_75, %none_76 : !torch.vtensor<[?,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %85, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %int1_77 = torch.constant.int 1
    %int0_78 = torch.constant.int 0
    %86 = torch.prim.ListConstruct %int1_77, %int0_78 : (!torch.int, !torch.int) -> !torch.list<int>
    %87 = torch.aten.permute %arg18, %86 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %88 = torch.aten.mm %19, %87 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %88, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_79 = torch.constant.int 1
    %int0_80 = torch.constant.int 0
    %89 = torch.prim.ListConstruct %int1_79, %int0_80 : (!torch.int, !torch.int) -> !torch.list<int>
    %90 = torch.aten.permute %arg19, %89 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %91 = torch.aten.mm %19, %90 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %91, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %float7.500000e-01_81 = torch.constant.float 7.500000e-01
    %92 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%88, %91, %float7.500000e-01_81) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %92, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_82 = torch.constant.int 1
    %int0_83 = torch.constant.int 0
    %93 = torch.prim.ListConstruct %int1_82, %int0_83 : (!torch.int, !torch.int) -> !torch.list<int>
    %94 = torch.aten.permute %arg20, %93 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %95 = torch.aten.mm %92, %94 : !torch.vtensor<[?,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %95, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %96 = torch.aten.mul.Tensor %95, %85 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %96, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_84 = torch.constant.int 1
    %97 = torch.aten.add.Tensor %80, %96, %int1_84 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %97, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int4_85 = torch.constant.int 4
    %98 = torch.aten.eq.Scalar %28#1, %int4_85 : !torch.vtensor<[?,3],si64>, !torch.int -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %98, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %float0.000000e00_86 = torch.constant.float 0.000000e+00
    %int6_87 = torch.constant.int 6
    %int0_88 = torch.constant.int 0
    %cpu_89 = torch.constant.device "cpu"
    %none_90 = torch.constant.none
    %99 = torch.aten.scalar_tensor %float0.000000e00_86, %int6_87, %int0_88, %cpu_89, %none_90 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %100 = torch.aten.where.self %98, %28#0, %99 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %100, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %int-1_91 = torch.constant.int -1
    %101 = torch.prim.ListConstruct %int-1_91 : (!torch.int) -> !torch.list<int>
    %true_92 = torch.constant.bool true
    %none_93 = torch.constant.none
    %102 = torch.aten.sum.dim_IntList %100, %101, %true_92, %none_93 : !torch.vtensor<[?,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %102, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %int1_94 = torch.constant.int 1
    %int0_95 = torch.constant.int 0
    %103 = torch.prim.ListConstruct %int1_94, %int0_95 : (!torch.int, !torch.int) -> !torch.list<int>
    %104 = torch.aten.permute %arg21, %103 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %105 = torch.aten.mm %19, %104 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %105, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_96 = torch.constant.int 1
    %int0_97 = torch.constant.int 0
    %106 = torch.prim.ListConstruct %int1_96, %int0_97 : (!torch.int, !torch.int) -> !torch.list<int>
    %107 = torch.aten.permute %arg22, %106 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %108 = torch.aten.mm %19, %107 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %108, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %float7.500000e-01_98 = torch.constant.float 7.500000e-01
    %109 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%105, %108, %float7.500000e-01_98) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %109, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_99 = torch.constant.int 1
    %int0_100 = torch.constant.int 0
    %110 = torch.prim.ListConstruct %int1_99, %int0_100 : (!torch.int, !torch.int) -> !torch.list<int>
    %111 = torch.aten.permute %arg23, %110 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %112 = torch.aten.mm %109, %111 : !torch.vtensor<[?,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %112, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %113 = torch.aten.mul.Tensor %112, %102 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %113, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_101 = torch.constant.int 1
    %114 = torch.aten.add.Tensor %97, %113, %int1_101 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %114, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int5 = torch.constant.int 5
    %115 = torch.aten.eq.Scalar %28#1, %int5 : !torch.vtensor<[?,3],si64>, !torch.int -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %115, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %float0.000000e00_102 = torch.constant.float 0.000000e+00
    %int6_103 = torch.constant.int 6
    %int0_104 = torch.constant.int 0
    %cpu_105 = torch.constant.device "cpu"
    %none_106 = torch.constant.none
    %116 = torch.aten.scalar_tensor %float0.000000e00_102, %int6_103, %int0_104, %cpu_105, %none_106 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %117 = torch.aten.where.self %115, %28#0, %116 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %117, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %int-1_107 = torch.constant.int -1
    %118 = torch.prim.ListConstruct %int-1_107 : (!torch.int) -> !torch.list<int>
    %true_108 = torch.constant.bool true
    %none_109 = torch.constant.none
    %119 = torch.aten.sum.dim_IntList %117, %118, %true_108, %none_109 : !torch.vtensor<[?,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %119, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %int1_110 = torch.constant.int 1
    %int0_111 = torch.constant.int 0
    %120 = torch.prim.ListConstruct %int1_110, %int0_111 : (!torch.int, !torch.int) -> !torch.list<int>
    %121 = torch.aten.permute %arg24, %120 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %122 = torch.aten.mm %19, %121 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %122, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_112 = torch.constant.int 1
    %int0_113 = torch.constant.int 0
    %123 = torch.prim.ListConstruct %int1_112, %int0_113 : (!torch.int, !torch.int) -> !torch.list<int>
    %124 = torch.aten.permute %arg25, %123 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %125 = torch.aten.mm %19, %124 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %125, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %float7.500000e-01_114 = torch.constant.float 7.500000e-01
    %126 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%122, %125, %float7.500000e-01_114) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %126, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_115 = torch.constant.int 1
    %int0_116 = torch.constant.int 0
    %127 = torch.prim.ListConstruct %int1_115, %int0_116 : (!torch.int, !torch.int) -> !torch.list<int>
    %128 = torch.aten.permute %arg26, %127 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %129 = torch.aten.mm %126, %128 : !torch.vtensor<[?,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %129, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %130 = torch.aten.mul.Tensor %129, %119 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %130, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_117 = torch.constant.int 1
    %131 = torch.aten.add.Tensor %114, %130, %int1_117 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %131, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %none_118 = torch.constant.none
    %none_119 = torch.constant.none
    %int6_120 = torch.constant.int 6
    %cpu_121 = torch.constant.device "cpu"
    %int0_122 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %131, %none_118, %none_119, %int6_120, %cpu_121, %int0_122 : !torch.vtensor<[?,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int1_123 = torch.constant.int 1
    %int0_124 = torch.constant.int 0
    %132 = torch.prim.ListConstruct %int1_123, %int0_124 : (!torch.int, !torch.int) -> !torch.list<int>
    %133 = torch.aten.permute %arg6, %132 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %134 = torch.aten.mm %19, %133 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %134, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_125 = torch.constant.int 1
    %int0_126 = torch.constant.int 0
    %135 = torch.prim.ListConstruct %int1_125, %int0_126 : (!torch.int, !torch.int) -> !torch.list<int>
    %136 = torch.aten.permute %arg7, %135 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %137 = torch.aten.mm %19, %136 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %137, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %float7.500000e-01_127 = torch.constant.float 7.500000e-01
    %138 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%134, %137, %float7.500000e-01_127) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %138, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %int1_128 = torch.constant.int 1
    %int0_129 = torch.constant.int 0
    %139 = torch.prim.ListConstruct %int1_128, %int0_129 : (!torch.int, !torch.int) -> !torch.list<int>
    %140 = torch.aten.permute %arg8, %139 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %141 = torch.aten.mm %138, %140 : !torch.vtensor<[?,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %141, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int1_130 = torch.constant.int 1
    %142 = torch.aten.add.Tensor %131, %141, %int1_130 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %142, [%0, %1], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %int64_131 = torch.constant.int 64
    %143 = torch.prim.ListConstruct %2, %3, %int64_131 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %144 = torch.aten.view %142, %143 : !torch.vtensor<[?,64],f32>, !torch.list<int> -> !torch.vtensor<[?,?,64],f32>
    torch.bind_symbolic_shape %144, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 64)> : !torch.vtensor<[?,?,64],f32>
    %int4_132 = torch.constant.int 4
    %145 = torch.operator "torch.tensor_cast.hc_post"(%144, %arg27, %16#1, %16#2, %int4_132) : (!torch.vtensor<[?,?,64],f32>, !torch.vtensor<[?,?,4,64],f32>, !torch.vtensor<[?,?,4],f32>, !torch.vtensor<[?,?,4,4],f32>, !torch.int) -> !torch.vtensor<[?,?,4,64],f32>
    torch.bind_symbolic_shape %145, [%0, %1], affine_map<()[s0, s1] -> (s0, s1, 4, 64)> : !torch.vtensor<[?,?,4,64],f32>
    return %145 : !torch.vtensor<[?,?,4,64],f32>
  }
}
