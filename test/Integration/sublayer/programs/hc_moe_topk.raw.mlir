// hc_moe_topk, form raw. torch 2.13.0+cpu, torch-mlir 20261001.
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
  func.func @main(%arg0: !torch.vtensor<[24,256],f32>, %arg1: !torch.vtensor<[24],f32>, %arg2: !torch.vtensor<[3],f32>, %arg3: !torch.vtensor<[64],f32>, %arg4: !torch.vtensor<[6,64],f32>, %arg5: !torch.vtensor<[6],f32>, %arg6: !torch.vtensor<[48,64],f32>, %arg7: !torch.vtensor<[48,64],f32>, %arg8: !torch.vtensor<[64,48],f32>, %arg9: !torch.vtensor<[48,64],f32>, %arg10: !torch.vtensor<[48,64],f32>, %arg11: !torch.vtensor<[64,48],f32>, %arg12: !torch.vtensor<[48,64],f32>, %arg13: !torch.vtensor<[48,64],f32>, %arg14: !torch.vtensor<[64,48],f32>, %arg15: !torch.vtensor<[48,64],f32>, %arg16: !torch.vtensor<[48,64],f32>, %arg17: !torch.vtensor<[64,48],f32>, %arg18: !torch.vtensor<[48,64],f32>, %arg19: !torch.vtensor<[48,64],f32>, %arg20: !torch.vtensor<[64,48],f32>, %arg21: !torch.vtensor<[48,64],f32>, %arg22: !torch.vtensor<[48,64],f32>, %arg23: !torch.vtensor<[64,48],f32>, %arg24: !torch.vtensor<[48,64],f32>, %arg25: !torch.vtensor<[48,64],f32>, %arg26: !torch.vtensor<[64,48],f32>, %arg27: !torch.vtensor<[2,5,4,64],f32>) -> !torch.vtensor<[2,5,4,64],f32> {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int6 = torch.constant.int 6
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg27, %none, %none_0, %int6, %cpu, %int0 : !torch.vtensor<[2,5,4,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int4 = torch.constant.int 4
    %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%arg27, %int4) : (!torch.vtensor<[2,5,4,64],f32>, !torch.int) -> !torch.vtensor<[2,5,1],f32>
    %int2 = torch.constant.int 2
    %int5 = torch.constant.int 5
    %int256 = torch.constant.int 256
    %1 = torch.prim.ListConstruct %int2, %int5, %int256 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %2 = torch.aten.view %arg27, %1 : !torch.vtensor<[2,5,4,64],f32>, !torch.list<int> -> !torch.vtensor<[2,5,256],f32>
    %int1 = torch.constant.int 1
    %int0_1 = torch.constant.int 0
    %3 = torch.prim.ListConstruct %int1, %int0_1 : (!torch.int, !torch.int) -> !torch.list<int>
    %4 = torch.aten.permute %arg0, %3 : !torch.vtensor<[24,256],f32>, !torch.list<int> -> !torch.vtensor<[256,24],f32>
    %int10 = torch.constant.int 10
    %int256_2 = torch.constant.int 256
    %5 = torch.prim.ListConstruct %int10, %int256_2 : (!torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.view %2, %5 : !torch.vtensor<[2,5,256],f32>, !torch.list<int> -> !torch.vtensor<[10,256],f32>
    %7 = torch.aten.mm %6, %4 : !torch.vtensor<[10,256],f32>, !torch.vtensor<[256,24],f32> -> !torch.vtensor<[10,24],f32>
    %int2_3 = torch.constant.int 2
    %int5_4 = torch.constant.int 5
    %int24 = torch.constant.int 24
    %8 = torch.prim.ListConstruct %int2_3, %int5_4, %int24 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %9 = torch.aten.view %7, %8 : !torch.vtensor<[10,24],f32>, !torch.list<int> -> !torch.vtensor<[2,5,24],f32>
    %10 = torch.aten.mul.Tensor %9, %0 : !torch.vtensor<[2,5,24],f32>, !torch.vtensor<[2,5,1],f32> -> !torch.vtensor<[2,5,24],f32>
    %int4_5 = torch.constant.int 4
    %int20 = torch.constant.int 20
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %11:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%10, %arg27, %arg2, %arg1, %int4_5, %int20, %float9.999990e-07) : (!torch.vtensor<[2,5,24],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float) -> (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>)
    %float9.999990e-07_6 = torch.constant.float 9.9999999999999995E-7
    %12 = torch.operator "torch.tensor_cast.rms_norm"(%11#0, %arg3, %float9.999990e-07_6) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[64],f32>, !torch.float) -> !torch.vtensor<[2,5,64],f32>
    %int-1 = torch.constant.int -1
    %int64 = torch.constant.int 64
    %13 = torch.prim.ListConstruct %int-1, %int64 : (!torch.int, !torch.int) -> !torch.list<int>
    %14 = torch.aten.view %12, %13 : !torch.vtensor<[2,5,64],f32>, !torch.list<int> -> !torch.vtensor<[10,64],f32>
    %none_7 = torch.constant.none
    %none_8 = torch.constant.none
    %int6_9 = torch.constant.int 6
    %cpu_10 = torch.constant.device "cpu"
    %int0_11 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %14, %none_7, %none_8, %int6_9, %cpu_10, %int0_11 : !torch.vtensor<[10,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int1_12 = torch.constant.int 1
    %int0_13 = torch.constant.int 0
    %15 = torch.prim.ListConstruct %int1_12, %int0_13 : (!torch.int, !torch.int) -> !torch.list<int>
    %16 = torch.aten.permute %arg4, %15 : !torch.vtensor<[6,64],f32>, !torch.list<int> -> !torch.vtensor<[64,6],f32>
    %17 = torch.aten.mm %14, %16 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,6],f32> -> !torch.vtensor<[10,6],f32>
    %18 = torch.aten.exp %17 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %19 = torch.aten.log1p %18 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %int20_14 = torch.constant.int 20
    %20 = torch.aten.gt.Scalar %17, %int20_14 : !torch.vtensor<[10,6],f32>, !torch.int -> !torch.vtensor<[10,6],i1>
    %21 = torch.aten.where.self %20, %17, %19 : !torch.vtensor<[10,6],i1>, !torch.vtensor<[10,6],f32>, !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %22 = torch.aten.sqrt %21 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %int3 = torch.constant.int 3
    %true = torch.constant.bool true
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %23:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%22, %int3, %true, %float1.500000e00, %arg5) : (!torch.vtensor<[10,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[6],f32>) -> (!torch.vtensor<[10,3],f32>, !torch.vtensor<[10,3],si64>)
    %int0_15 = torch.constant.int 0
    %int6_16 = torch.constant.int 6
    %none_17 = torch.constant.none
    %none_18 = torch.constant.none
    %false = torch.constant.bool false
    %int1_19 = torch.constant.int 1
    %24 = torch.aten.full_like %14, %int0_15, %int6_16, %none_17, %none_18, %false, %int1_19 : !torch.vtensor<[10,64],f32>, !torch.int, !torch.int, !torch.none, !torch.none, !torch.bool, !torch.int -> !torch.vtensor<[10,64],f32>
    %int0_20 = torch.constant.int 0
    %25 = torch.aten.eq.Scalar %23#1, %int0_20 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00 = torch.constant.float 0.000000e+00
    %int6_21 = torch.constant.int 6
    %int0_22 = torch.constant.int 0
    %cpu_23 = torch.constant.device "cpu"
    %none_24 = torch.constant.none
    %26 = torch.aten.scalar_tensor %float0.000000e00, %int6_21, %int0_22, %cpu_23, %none_24 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %27 = torch.aten.where.self %25, %23#0, %26 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_25 = torch.constant.int -1
    %28 = torch.prim.ListConstruct %int-1_25 : (!torch.int) -> !torch.list<int>
    %true_26 = torch.constant.bool true
    %none_27 = torch.constant.none
    %29 = torch.aten.sum.dim_IntList %27, %28, %true_26, %none_27 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_28 = torch.constant.int 1
    %int0_29 = torch.constant.int 0
    %30 = torch.prim.ListConstruct %int1_28, %int0_29 : (!torch.int, !torch.int) -> !torch.list<int>
    %31 = torch.aten.permute %arg9, %30 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %32 = torch.aten.mm %14, %31 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_30 = torch.constant.int 1
    %int0_31 = torch.constant.int 0
    %33 = torch.prim.ListConstruct %int1_30, %int0_31 : (!torch.int, !torch.int) -> !torch.list<int>
    %34 = torch.aten.permute %arg10, %33 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %35 = torch.aten.mm %14, %34 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %36 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%32, %35, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_32 = torch.constant.int 1
    %int0_33 = torch.constant.int 0
    %37 = torch.prim.ListConstruct %int1_32, %int0_33 : (!torch.int, !torch.int) -> !torch.list<int>
    %38 = torch.aten.permute %arg11, %37 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %39 = torch.aten.mm %36, %38 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %40 = torch.aten.mul.Tensor %39, %29 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_34 = torch.constant.int 1
    %41 = torch.aten.add.Tensor %24, %40, %int1_34 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int1_35 = torch.constant.int 1
    %42 = torch.aten.eq.Scalar %23#1, %int1_35 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_36 = torch.constant.float 0.000000e+00
    %int6_37 = torch.constant.int 6
    %int0_38 = torch.constant.int 0
    %cpu_39 = torch.constant.device "cpu"
    %none_40 = torch.constant.none
    %43 = torch.aten.scalar_tensor %float0.000000e00_36, %int6_37, %int0_38, %cpu_39, %none_40 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %44 = torch.aten.where.self %42, %23#0, %43 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_41 = torch.constant.int -1
    %45 = torch.prim.ListConstruct %int-1_41 : (!torch.int) -> !torch.list<int>
    %true_42 = torch.constant.bool true
    %none_43 = torch.constant.none
    %46 = torch.aten.sum.dim_IntList %44, %45, %true_42, %none_43 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_44 = torch.constant.int 1
    %int0_45 = torch.constant.int 0
    %47 = torch.prim.ListConstruct %int1_44, %int0_45 : (!torch.int, !torch.int) -> !torch.list<int>
    %48 = torch.aten.permute %arg12, %47 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %49 = torch.aten.mm %14, %48 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_46 = torch.constant.int 1
    %int0_47 = torch.constant.int 0
    %50 = torch.prim.ListConstruct %int1_46, %int0_47 : (!torch.int, !torch.int) -> !torch.list<int>
    %51 = torch.aten.permute %arg13, %50 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %52 = torch.aten.mm %14, %51 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_48 = torch.constant.float 7.500000e-01
    %53 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%49, %52, %float7.500000e-01_48) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_49 = torch.constant.int 1
    %int0_50 = torch.constant.int 0
    %54 = torch.prim.ListConstruct %int1_49, %int0_50 : (!torch.int, !torch.int) -> !torch.list<int>
    %55 = torch.aten.permute %arg14, %54 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %56 = torch.aten.mm %53, %55 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %57 = torch.aten.mul.Tensor %56, %46 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_51 = torch.constant.int 1
    %58 = torch.aten.add.Tensor %41, %57, %int1_51 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int2_52 = torch.constant.int 2
    %59 = torch.aten.eq.Scalar %23#1, %int2_52 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_53 = torch.constant.float 0.000000e+00
    %int6_54 = torch.constant.int 6
    %int0_55 = torch.constant.int 0
    %cpu_56 = torch.constant.device "cpu"
    %none_57 = torch.constant.none
    %60 = torch.aten.scalar_tensor %float0.000000e00_53, %int6_54, %int0_55, %cpu_56, %none_57 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %61 = torch.aten.where.self %59, %23#0, %60 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_58 = torch.constant.int -1
    %62 = torch.prim.ListConstruct %int-1_58 : (!torch.int) -> !torch.list<int>
    %true_59 = torch.constant.bool true
    %none_60 = torch.constant.none
    %63 = torch.aten.sum.dim_IntList %61, %62, %true_59, %none_60 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_61 = torch.constant.int 1
    %int0_62 = torch.constant.int 0
    %64 = torch.prim.ListConstruct %int1_61, %int0_62 : (!torch.int, !torch.int) -> !torch.list<int>
    %65 = torch.aten.permute %arg15, %64 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %66 = torch.aten.mm %14, %65 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_63 = torch.constant.int 1
    %int0_64 = torch.constant.int 0
    %67 = torch.prim.ListConstruct %int1_63, %int0_64 : (!torch.int, !torch.int) -> !torch.list<int>
    %68 = torch.aten.permute %arg16, %67 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %69 = torch.aten.mm %14, %68 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_65 = torch.constant.float 7.500000e-01
    %70 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%66, %69, %float7.500000e-01_65) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_66 = torch.constant.int 1
    %int0_67 = torch.constant.int 0
    %71 = torch.prim.ListConstruct %int1_66, %int0_67 : (!torch.int, !torch.int) -> !torch.list<int>
    %72 = torch.aten.permute %arg17, %71 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %73 = torch.aten.mm %70, %72 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %74 = torch.aten.mul.Tensor %73, %63 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_68 = torch.constant.int 1
    %75 = torch.aten.add.Tensor %58, %74, %int1_68 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int3_69 = torch.constant.int 3
    %76 = torch.aten.eq.Scalar %23#1, %int3_69 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_70 = torch.constant.float 0.000000e+00
    %int6_71 = torch.constant.int 6
    %int0_72 = torch.constant.int 0
    %cpu_73 = torch.constant.device "cpu"
    %none_74 = torch.constant.none
    %77 = torch.aten.scalar_tensor %float0.000000e00_70, %int6_71, %int0_72, %cpu_73, %none_74 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %78 = torch.aten.where.self %76, %23#0, %77 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_75 = torch.constant.int -1
    %79 = torch.prim.ListConstruct %int-1_75 : (!torch.int) -> !torch.list<int>
    %true_76 = torch.constant.bool true
    %none_77 = torch.constant.none
    %80 = torch.aten.sum.dim_IntList %78, %79, %true_76, %none_77 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_78 = torch.constant.int 1
    %int0_79 = torch.constant.int 0
    %81 = torch.prim.ListConstruct %int1_78, %int0_79 : (!torch.int, !torch.int) -> !torch.list<int>
    %82 = torch.aten.permute %arg18, %81 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %83 = torch.aten.mm %14, %82 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_80 = torch.constant.int 1
    %int0_81 = torch.constant.int 0
    %84 = torch.prim.ListConstruct %int1_80, %int0_81 : (!torch.int, !torch.int) -> !torch.list<int>
    %85 = torch.aten.permute %arg19, %84 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %86 = torch.aten.mm %14, %85 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_82 = torch.constant.float 7.500000e-01
    %87 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%83, %86, %float7.500000e-01_82) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_83 = torch.constant.int 1
    %int0_84 = torch.constant.int 0
    %88 = torch.prim.ListConstruct %int1_83, %int0_84 : (!torch.int, !torch.int) -> !torch.list<int>
    %89 = torch.aten.permute %arg20, %88 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %90 = torch.aten.mm %87, %89 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %91 = torch.aten.mul.Tensor %90, %80 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_85 = torch.constant.int 1
    %92 = torch.aten.add.Tensor %75, %91, %int1_85 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int4_86 = torch.constant.int 4
    %93 = torch.aten.eq.Scalar %23#1, %int4_86 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_87 = torch.constant.float 0.000000e+00
    %int6_88 = torch.constant.int 6
    %int0_89 = torch.constant.int 0
    %cpu_90 = torch.constant.device "cpu"
    %none_91 = torch.constant.none
    %94 = torch.aten.scalar_tensor %float0.000000e00_87, %int6_88, %int0_89, %cpu_90, %none_91 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %95 = torch.aten.where.self %93, %23#0, %94 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_92 = torch.constant.int -1
    %96 = torch.prim.ListConstruct %int-1_92 : (!torch.int) -> !torch.list<int>
    %true_93 = torch.constant.bool true
    %none_94 = torch.constant.none
    %97 = torch.aten.sum.dim_IntList %95, %96, %true_93, %none_94 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_95 = torch.constant.int 1
    %int0_96 = torch.constant.int 0
    %98 = torch.prim.ListConstruct %int1_95, %int0_96 : (!torch.int, !torch.int) -> !torch.list<int>
    %99 = torch.aten.permute %arg21, %98 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %100 = torch.aten.mm %14, %99 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_97 = torch.constant.int 1
    %int0_98 = torch.constant.int 0
    %101 = torch.prim.ListConstruct %int1_97, %int0_98 : (!torch.int, !torch.int) -> !torch.list<int>
    %102 = torch.aten.permute %arg22, %101 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %103 = torch.aten.mm %14, %102 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_99 = torch.constant.float 7.500000e-01
    %104 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%100, %103, %float7.500000e-01_99) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_100 = torch.constant.int 1
    %int0_101 = torch.constant.int 0
    %105 = torch.prim.ListConstruct %int1_100, %int0_101 : (!torch.int, !torch.int) -> !torch.list<int>
    %106 = torch.aten.permute %arg23, %105 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %107 = torch.aten.mm %104, %106 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %108 = torch.aten.mul.Tensor %107, %97 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_102 = torch.constant.int 1
    %109 = torch.aten.add.Tensor %92, %108, %int1_102 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int5_103 = torch.constant.int 5
    %110 = torch.aten.eq.Scalar %23#1, %int5_103 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_104 = torch.constant.float 0.000000e+00
    %int6_105 = torch.constant.int 6
    %int0_106 = torch.constant.int 0
    %cpu_107 = torch.constant.device "cpu"
    %none_108 = torch.constant.none
    %111 = torch.aten.scalar_tensor %float0.000000e00_104, %int6_105, %int0_106, %cpu_107, %none_108 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %112 = torch.aten.where.self %110, %23#0, %111 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_109 = torch.constant.int -1
    %113 = torch.prim.ListConstruct %int-1_109 : (!torch.int) -> !torch.list<int>
    %true_110 = torch.constant.bool true
    %none_111 = torch.constant.none
    %114 = torch.aten.sum.dim_IntList %112, %113, %true_110, %none_111 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_112 = torch.constant.int 1
    %int0_113 = torch.constant.int 0
    %115 = torch.prim.ListConstruct %int1_112, %int0_113 : (!torch.int, !torch.int) -> !torch.list<int>
    %116 = torch.aten.permute %arg24, %115 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %117 = torch.aten.mm %14, %116 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_114 = torch.constant.int 1
    %int0_115 = torch.constant.int 0
    %118 = torch.prim.ListConstruct %int1_114, %int0_115 : (!torch.int, !torch.int) -> !torch.list<int>
    %119 = torch.aten.permute %arg25, %118 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %120 = torch.aten.mm %14, %119 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_116 = torch.constant.float 7.500000e-01
    %121 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%117, %120, %float7.500000e-01_116) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_117 = torch.constant.int 1
    %int0_118 = torch.constant.int 0
    %122 = torch.prim.ListConstruct %int1_117, %int0_118 : (!torch.int, !torch.int) -> !torch.list<int>
    %123 = torch.aten.permute %arg26, %122 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %124 = torch.aten.mm %121, %123 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %125 = torch.aten.mul.Tensor %124, %114 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_119 = torch.constant.int 1
    %126 = torch.aten.add.Tensor %109, %125, %int1_119 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %none_120 = torch.constant.none
    %none_121 = torch.constant.none
    %int6_122 = torch.constant.int 6
    %cpu_123 = torch.constant.device "cpu"
    %int0_124 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %126, %none_120, %none_121, %int6_122, %cpu_123, %int0_124 : !torch.vtensor<[10,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int1_125 = torch.constant.int 1
    %int0_126 = torch.constant.int 0
    %127 = torch.prim.ListConstruct %int1_125, %int0_126 : (!torch.int, !torch.int) -> !torch.list<int>
    %128 = torch.aten.permute %arg6, %127 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %129 = torch.aten.mm %14, %128 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_127 = torch.constant.int 1
    %int0_128 = torch.constant.int 0
    %130 = torch.prim.ListConstruct %int1_127, %int0_128 : (!torch.int, !torch.int) -> !torch.list<int>
    %131 = torch.aten.permute %arg7, %130 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %132 = torch.aten.mm %14, %131 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_129 = torch.constant.float 7.500000e-01
    %133 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%129, %132, %float7.500000e-01_129) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_130 = torch.constant.int 1
    %int0_131 = torch.constant.int 0
    %134 = torch.prim.ListConstruct %int1_130, %int0_131 : (!torch.int, !torch.int) -> !torch.list<int>
    %135 = torch.aten.permute %arg8, %134 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %136 = torch.aten.mm %133, %135 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %int1_132 = torch.constant.int 1
    %137 = torch.aten.add.Tensor %126, %136, %int1_132 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int2_133 = torch.constant.int 2
    %int5_134 = torch.constant.int 5
    %int64_135 = torch.constant.int 64
    %138 = torch.prim.ListConstruct %int2_133, %int5_134, %int64_135 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %139 = torch.aten.view %137, %138 : !torch.vtensor<[10,64],f32>, !torch.list<int> -> !torch.vtensor<[2,5,64],f32>
    %int4_136 = torch.constant.int 4
    %140 = torch.operator "torch.tensor_cast.hc_post"(%139, %arg27, %11#1, %11#2, %int4_136) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>, !torch.int) -> !torch.vtensor<[2,5,4,64],f32>
    return %140 : !torch.vtensor<[2,5,4,64],f32>
  }
}
