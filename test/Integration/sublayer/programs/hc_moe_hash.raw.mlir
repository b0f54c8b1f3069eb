// hc_moe_hash, form raw. torch 2.13.0+cpu, torch-mlir 20261001.
//   %arg0: hc.fn
//   %arg1: hc.base
//   %arg2: hc.scale
//   %arg3: norm.weight
//   %arg4: body.gate.weight
//   %arg5: body.shared.w1.weight
//   %arg6: body.shared.w3.weight
//   %arg7: body.shared.w2.weight
//   %arg8: body.experts.0.w1.weight
//   %arg9: body.experts.0.w3.weight
//   %arg10: body.experts.0.w2.weight
//   %arg11: body.experts.1.w1.weight
//   %arg12: body.experts.1.w3.weight
//   %arg13: body.experts.1.w2.weight
//   %arg14: body.experts.2.w1.weight
//   %arg15: body.experts.2.w3.weight
//   %arg16: body.experts.2.w2.weight
//   %arg17: body.experts.3.w1.weight
//   %arg18: body.experts.3.w3.weight
//   %arg19: body.experts.3.w2.weight
//   %arg20: body.experts.4.w1.weight
//   %arg21: body.experts.4.w3.weight
//   %arg22: body.experts.4.w2.weight
//   %arg23: body.experts.5.w1.weight
//   %arg24: body.experts.5.w3.weight
//   %arg25: body.experts.5.w2.weight
//   %arg26: body.gate.tid2eid
//   %arg27: x
//   %arg28: input_ids
module {
  func.func @main(%arg0: !torch.vtensor<[24,256],f32>, %arg1: !torch.vtensor<[24],f32>, %arg2: !torch.vtensor<[3],f32>, %arg3: !torch.vtensor<[64],f32>, %arg4: !torch.vtensor<[6,64],f32>, %arg5: !torch.vtensor<[48,64],f32>, %arg6: !torch.vtensor<[48,64],f32>, %arg7: !torch.vtensor<[64,48],f32>, %arg8: !torch.vtensor<[48,64],f32>, %arg9: !torch.vtensor<[48,64],f32>, %arg10: !torch.vtensor<[64,48],f32>, %arg11: !torch.vtensor<[48,64],f32>, %arg12: !torch.vtensor<[48,64],f32>, %arg13: !torch.vtensor<[64,48],f32>, %arg14: !torch.vtensor<[48,64],f32>, %arg15: !torch.vtensor<[48,64],f32>, %arg16: !torch.vtensor<[64,48],f32>, %arg17: !torch.vtensor<[48,64],f32>, %arg18: !torch.vtensor<[48,64],f32>, %arg19: !torch.vtensor<[64,48],f32>, %arg20: !torch.vtensor<[48,64],f32>, %arg21: !torch.vtensor<[48,64],f32>, %arg22: !torch.vtensor<[64,48],f32>, %arg23: !torch.vtensor<[48,64],f32>, %arg24: !torch.vtensor<[48,64],f32>, %arg25: !torch.vtensor<[64,48],f32>, %arg26: !torch.vtensor<[64,3],si64>, %arg27: !torch.vtensor<[2,5,4,64],f32>, %arg28: !torch.vtensor<[2,5],si64>) -> !torch.vtensor<[2,5,4,64],f32> {
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
    %int-1_7 = torch.constant.int -1
    %15 = torch.prim.ListConstruct %int-1_7 : (!torch.int) -> !torch.list<int>
    %16 = torch.aten.view %arg28, %15 : !torch.vtensor<[2,5],si64>, !torch.list<int> -> !torch.vtensor<[10],si64>
    %none_8 = torch.constant.none
    %none_9 = torch.constant.none
    %int6_10 = torch.constant.int 6
    %cpu_11 = torch.constant.device "cpu"
    %int0_12 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %14, %none_8, %none_9, %int6_10, %cpu_11, %int0_12 : !torch.vtensor<[10,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int1_13 = torch.constant.int 1
    %int0_14 = torch.constant.int 0
    %17 = torch.prim.ListConstruct %int1_13, %int0_14 : (!torch.int, !torch.int) -> !torch.list<int>
    %18 = torch.aten.permute %arg4, %17 : !torch.vtensor<[6,64],f32>, !torch.list<int> -> !torch.vtensor<[64,6],f32>
    %19 = torch.aten.mm %14, %18 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,6],f32> -> !torch.vtensor<[10,6],f32>
    %20 = torch.aten.exp %19 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %21 = torch.aten.log1p %20 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %int20_15 = torch.constant.int 20
    %22 = torch.aten.gt.Scalar %19, %int20_15 : !torch.vtensor<[10,6],f32>, !torch.int -> !torch.vtensor<[10,6],i1>
    %23 = torch.aten.where.self %22, %19, %21 : !torch.vtensor<[10,6],i1>, !torch.vtensor<[10,6],f32>, !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %24 = torch.aten.sqrt %23 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %int3 = torch.constant.int 3
    %true = torch.constant.bool true
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %25:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%24, %int3, %true, %float1.500000e00, %16, %arg26) : (!torch.vtensor<[10,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[10],si64>, !torch.vtensor<[64,3],si64>) -> (!torch.vtensor<[10,3],f32>, !torch.vtensor<[10,3],si64>)
    %int0_16 = torch.constant.int 0
    %int6_17 = torch.constant.int 6
    %none_18 = torch.constant.none
    %none_19 = torch.constant.none
    %false = torch.constant.bool false
    %int1_20 = torch.constant.int 1
    %26 = torch.aten.full_like %14, %int0_16, %int6_17, %none_18, %none_19, %false, %int1_20 : !torch.vtensor<[10,64],f32>, !torch.int, !torch.int, !torch.none, !torch.none, !torch.bool, !torch.int -> !torch.vtensor<[10,64],f32>
    %int0_21 = torch.constant.int 0
    %27 = torch.aten.eq.Scalar %25#1, %int0_21 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00 = torch.constant.float 0.000000e+00
    %int6_22 = torch.constant.int 6
    %int0_23 = torch.constant.int 0
    %cpu_24 = torch.constant.device "cpu"
    %none_25 = torch.constant.none
    %28 = torch.aten.scalar_tensor %float0.000000e00, %int6_22, %int0_23, %cpu_24, %none_25 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %29 = torch.aten.where.self %27, %25#0, %28 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_26 = torch.constant.int -1
    %30 = torch.prim.ListConstruct %int-1_26 : (!torch.int) -> !torch.list<int>
    %true_27 = torch.constant.bool true
    %none_28 = torch.constant.none
    %31 = torch.aten.sum.dim_IntList %29, %30, %true_27, %none_28 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_29 = torch.constant.int 1
    %int0_30 = torch.constant.int 0
    %32 = torch.prim.ListConstruct %int1_29, %int0_30 : (!torch.int, !torch.int) -> !torch.list<int>
    %33 = torch.aten.permute %arg8, %32 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %34 = torch.aten.mm %14, %33 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_31 = torch.constant.int 1
    %int0_32 = torch.constant.int 0
    %35 = torch.prim.ListConstruct %int1_31, %int0_32 : (!torch.int, !torch.int) -> !torch.list<int>
    %36 = torch.aten.permute %arg9, %35 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %37 = torch.aten.mm %14, %36 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %38 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%34, %37, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_33 = torch.constant.int 1
    %int0_34 = torch.constant.int 0
    %39 = torch.prim.ListConstruct %int1_33, %int0_34 : (!torch.int, !torch.int) -> !torch.list<int>
    %40 = torch.aten.permute %arg10, %39 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %41 = torch.aten.mm %38, %40 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %42 = torch.aten.mul.Tensor %41, %31 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_35 = torch.constant.int 1
    %43 = torch.aten.add.Tensor %26, %42, %int1_35 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int1_36 = torch.constant.int 1
    %44 = torch.aten.eq.Scalar %25#1, %int1_36 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_37 = torch.constant.float 0.000000e+00
    %int6_38 = torch.constant.int 6
    %int0_39 = torch.constant.int 0
    %cpu_40 = torch.constant.device "cpu"
    %none_41 = torch.constant.none
    %45 = torch.aten.scalar_tensor %float0.000000e00_37, %int6_38, %int0_39, %cpu_40, %none_41 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %46 = torch.aten.where.self %44, %25#0, %45 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_42 = torch.constant.int -1
    %47 = torch.prim.ListConstruct %int-1_42 : (!torch.int) -> !torch.list<int>
    %true_43 = torch.constant.bool true
    %none_44 = torch.constant.none
    %48 = torch.aten.sum.dim_IntList %46, %47, %true_43, %none_44 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_45 = torch.constant.int 1
    %int0_46 = torch.constant.int 0
    %49 = torch.prim.ListConstruct %int1_45, %int0_46 : (!torch.int, !torch.int) -> !torch.list<int>
    %50 = torch.aten.permute %arg11, %49 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %51 = torch.aten.mm %14, %50 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_47 = torch.constant.int 1
    %int0_48 = torch.constant.int 0
    %52 = torch.prim.ListConstruct %int1_47, %int0_48 : (!torch.int, !torch.int) -> !torch.list<int>
    %53 = torch.aten.permute %arg12, %52 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %54 = torch.aten.mm %14, %53 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_49 = torch.constant.float 7.500000e-01
    %55 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%51, %54, %float7.500000e-01_49) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_50 = torch.constant.int 1
    %int0_51 = torch.constant.int 0
    %56 = torch.prim.ListConstruct %int1_50, %int0_51 : (!torch.int, !torch.int) -> !torch.list<int>
    %57 = torch.aten.permute %arg13, %56 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %58 = torch.aten.mm %55, %57 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %59 = torch.aten.mul.Tensor %58, %48 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_52 = torch.constant.int 1
    %60 = torch.aten.add.Tensor %43, %59, %int1_52 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int2_53 = torch.constant.int 2
    %61 = torch.aten.eq.Scalar %25#1, %int2_53 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_54 = torch.constant.float 0.000000e+00
    %int6_55 = torch.constant.int 6
    %int0_56 = torch.constant.int 0
    %cpu_57 = torch.constant.device "cpu"
    %none_58 = torch.constant.none
    %62 = torch.aten.scalar_tensor %float0.000000e00_54, %int6_55, %int0_56, %cpu_57, %none_58 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %63 = torch.aten.where.self %61, %25#0, %62 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_59 = torch.constant.int -1
    %64 = torch.prim.ListConstruct %int-1_59 : (!torch.int) -> !torch.list<int>
    %true_60 = torch.constant.bool true
    %none_61 = torch.constant.none
    %65 = torch.aten.sum.dim_IntList %63, %64, %true_60, %none_61 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_62 = torch.constant.int 1
    %int0_63 = torch.constant.int 0
    %66 = torch.prim.ListConstruct %int1_62, %int0_63 : (!torch.int, !torch.int) -> !torch.list<int>
    %67 = torch.aten.permute %arg14, %66 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %68 = torch.aten.mm %14, %67 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_64 = torch.constant.int 1
    %int0_65 = torch.constant.int 0
    %69 = torch.prim.ListConstruct %int1_64, %int0_65 : (!torch.int, !torch.int) -> !torch.list<int>
    %70 = torch.aten.permute %arg15, %69 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %71 = torch.aten.mm %14, %70 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_66 = torch.constant.float 7.500000e-01
    %72 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%68, %71, %float7.500000e-01_66) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_67 = torch.constant.int 1
    %int0_68 = torch.constant.int 0
    %73 = torch.prim.ListConstruct %int1_67, %int0_68 : (!torch.int, !torch.int) -> !torch.list<int>
    %74 = torch.aten.permute %arg16, %73 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %75 = torch.aten.mm %72, %74 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %76 = torch.aten.mul.Tensor %75, %65 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_69 = torch.constant.int 1
    %77 = torch.aten.add.Tensor %60, %76, %int1_69 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int3_70 = torch.constant.int 3
    %78 = torch.aten.eq.Scalar %25#1, %int3_70 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_71 = torch.constant.float 0.000000e+00
    %int6_72 = torch.constant.int 6
    %int0_73 = torch.constant.int 0
    %cpu_74 = torch.constant.device "cpu"
    %none_75 = torch.constant.none
    %79 = torch.aten.scalar_tensor %float0.000000e00_71, %int6_72, %int0_73, %cpu_74, %none_75 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %80 = torch.aten.where.self %78, %25#0, %79 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_76 = torch.constant.int -1
    %81 = torch.prim.ListConstruct %int-1_76 : (!torch.int) -> !torch.list<int>
    %true_77 = torch.constant.bool true
    %none_78 = torch.constant.none
    %82 = torch.aten.sum.dim_IntList %80, %81, %true_77, %none_78 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_79 = torch.constant.int 1
    %int0_80 = torch.constant.int 0
    %83 = torch.prim.ListConstruct %int1_79, %int0_80 : (!torch.int, !torch.int) -> !torch.list<int>
    %84 = torch.aten.permute %arg17, %83 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %85 = torch.aten.mm %14, %84 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_81 = torch.constant.int 1
    %int0_82 = torch.constant.int 0
    %86 = torch.prim.ListConstruct %int1_81, %int0_82 : (!torch.int, !torch.int) -> !torch.list<int>
    %87 = torch.aten.permute %arg18, %86 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %88 = torch.aten.mm %14, %87 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_83 = torch.constant.float 7.500000e-01
    %89 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%85, %88, %float7.500000e-01_83) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_84 = torch.constant.int 1
    %int0_85 = torch.constant.int 0
    %90 = torch.prim.ListConstruct %int1_84, %int0_85 : (!torch.int, !torch.int) -> !torch.list<int>
    %91 = torch.aten.permute %arg19, %90 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %92 = torch.aten.mm %89, %91 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %93 = torch.aten.mul.Tensor %92, %82 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_86 = torch.constant.int 1
    %94 = torch.aten.add.Tensor %77, %93, %int1_86 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int4_87 = torch.constant.int 4
    %95 = torch.aten.eq.Scalar %25#1, %int4_87 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_88 = torch.constant.float 0.000000e+00
    %int6_89 = torch.constant.int 6
    %int0_90 = torch.constant.int 0
    %cpu_91 = torch.constant.device "cpu"
    %none_92 = torch.constant.none
    %96 = torch.aten.scalar_tensor %float0.000000e00_88, %int6_89, %int0_90, %cpu_91, %none_92 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %97 = torch.aten.where.self %95, %25#0, %96 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_93 = torch.constant.int -1
    %98 = torch.prim.ListConstruct %int-1_93 : (!torch.int) -> !torch.list<int>
    %true_94 = torch.constant.bool true
    %none_95 = torch.constant.none
    %99 = torch.aten.sum.dim_IntList %97, %98, %true_94, %none_95 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_96 = torch.constant.int 1
    %int0_97 = torch.constant.int 0
    %100 = torch.prim.ListConstruct %int1_96, %int0_97 : (!torch.int, !torch.int) -> !torch.list<int>
    %101 = torch.aten.permute %arg20, %100 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %102 = torch.aten.mm %14, %101 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_98 = torch.constant.int 1
    %int0_99 = torch.constant.int 0
    %103 = torch.prim.ListConstruct %int1_98, %int0_99 : (!torch.int, !torch.int) -> !torch.list<int>
    %104 = torch.aten.permute %arg21, %103 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %105 = torch.aten.mm %14, %104 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_100 = torch.constant.float 7.500000e-01
    %106 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%102, %105, %float7.500000e-01_100) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_101 = torch.constant.int 1
    %int0_102 = torch.constant.int 0
    %107 = torch.prim.ListConstruct %int1_101, %int0_102 : (!torch.int, !torch.int) -> !torch.list<int>
    %108 = torch.aten.permute %arg22, %107 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %109 = torch.aten.mm %106, %108 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %110 = torch.aten.mul.Tensor %109, %99 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_103 = torch.constant.int 1
    %111 = torch.aten.add.Tensor %94, %110, %int1_103 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int5_104 = torch.constant.int 5
    %112 = torch.aten.eq.Scalar %25#1, %int5_104 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %float0.000000e00_105 = torch.constant.float 0.000000e+00
    %int6_106 = torch.constant.int 6
    %int0_107 = torch.constant.int 0
    %cpu_108 = torch.constant.device "cpu"
    %none_109 = torch.constant.none
    %113 = torch.aten.scalar_tensor %float0.000000e00_105, %int6_106, %int0_107, %cpu_108, %none_109 : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %114 = torch.aten.where.self %112, %25#0, %113 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %int-1_110 = torch.constant.int -1
    %115 = torch.prim.ListConstruct %int-1_110 : (!torch.int) -> !torch.list<int>
    %true_111 = torch.constant.bool true
    %none_112 = torch.constant.none
    %116 = torch.aten.sum.dim_IntList %114, %115, %true_111, %none_112 : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %int1_113 = torch.constant.int 1
    %int0_114 = torch.constant.int 0
    %117 = torch.prim.ListConstruct %int1_113, %int0_114 : (!torch.int, !torch.int) -> !torch.list<int>
    %118 = torch.aten.permute %arg23, %117 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %119 = torch.aten.mm %14, %118 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_115 = torch.constant.int 1
    %int0_116 = torch.constant.int 0
    %120 = torch.prim.ListConstruct %int1_115, %int0_116 : (!torch.int, !torch.int) -> !torch.list<int>
    %121 = torch.aten.permute %arg24, %120 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %122 = torch.aten.mm %14, %121 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_117 = torch.constant.float 7.500000e-01
    %123 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%119, %122, %float7.500000e-01_117) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_118 = torch.constant.int 1
    %int0_119 = torch.constant.int 0
    %124 = torch.prim.ListConstruct %int1_118, %int0_119 : (!torch.int, !torch.int) -> !torch.list<int>
    %125 = torch.aten.permute %arg25, %124 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %126 = torch.aten.mm %123, %125 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %127 = torch.aten.mul.Tensor %126, %116 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %int1_120 = torch.constant.int 1
    %128 = torch.aten.add.Tensor %111, %127, %int1_120 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %none_121 = torch.constant.none
    %none_122 = torch.constant.none
    %int6_123 = torch.constant.int 6
    %cpu_124 = torch.constant.device "cpu"
    %int0_125 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %128, %none_121, %none_122, %int6_123, %cpu_124, %int0_125 : !torch.vtensor<[10,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int1_126 = torch.constant.int 1
    %int0_127 = torch.constant.int 0
    %129 = torch.prim.ListConstruct %int1_126, %int0_127 : (!torch.int, !torch.int) -> !torch.list<int>
    %130 = torch.aten.permute %arg5, %129 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %131 = torch.aten.mm %14, %130 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %int1_128 = torch.constant.int 1
    %int0_129 = torch.constant.int 0
    %132 = torch.prim.ListConstruct %int1_128, %int0_129 : (!torch.int, !torch.int) -> !torch.list<int>
    %133 = torch.aten.permute %arg6, %132 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %134 = torch.aten.mm %14, %133 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %float7.500000e-01_130 = torch.constant.float 7.500000e-01
    %135 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%131, %134, %float7.500000e-01_130) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %int1_131 = torch.constant.int 1
    %int0_132 = torch.constant.int 0
    %136 = torch.prim.ListConstruct %int1_131, %int0_132 : (!torch.int, !torch.int) -> !torch.list<int>
    %137 = torch.aten.permute %arg7, %136 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %138 = torch.aten.mm %135, %137 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %int1_133 = torch.constant.int 1
    %139 = torch.aten.add.Tensor %128, %138, %int1_133 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %int2_134 = torch.constant.int 2
    %int5_135 = torch.constant.int 5
    %int64_136 = torch.constant.int 64
    %140 = torch.prim.ListConstruct %int2_134, %int5_135, %int64_136 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %141 = torch.aten.view %139, %140 : !torch.vtensor<[10,64],f32>, !torch.list<int> -> !torch.vtensor<[2,5,64],f32>
    %int4_137 = torch.constant.int 4
    %142 = torch.operator "torch.tensor_cast.hc_post"(%141, %arg27, %11#1, %11#2, %int4_137) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>, !torch.int) -> !torch.vtensor<[2,5,4,64],f32>
    return %142 : !torch.vtensor<[2,5,4,64],f32>
  }
}
