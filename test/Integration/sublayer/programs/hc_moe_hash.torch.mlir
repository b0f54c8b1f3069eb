// hc_moe_hash, form torch. torch 2.13.0+cpu, torch-mlir 20261001.
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
    %0 = torch.vtensor.literal(dense<0.000000e+00> : tensor<f32>) : !torch.vtensor<[],f32>
    %1 = torch.vtensor.literal(dense<0.000000e+00> : tensor<10x64xf32>) : !torch.vtensor<[10,64],f32>
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %true = torch.constant.bool true
    %int3 = torch.constant.int 3
    %int64 = torch.constant.int 64
    %int-1 = torch.constant.int -1
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %int20 = torch.constant.int 20
    %int24 = torch.constant.int 24
    %int10 = torch.constant.int 10
    %int1 = torch.constant.int 1
    %int256 = torch.constant.int 256
    %int5 = torch.constant.int 5
    %int2 = torch.constant.int 2
    %int4 = torch.constant.int 4
    %int0 = torch.constant.int 0
    %none = torch.constant.none
    %2 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%arg27, %int4) : (!torch.vtensor<[2,5,4,64],f32>, !torch.int) -> !torch.vtensor<[2,5,1],f32>
    %3 = torch.prim.ListConstruct %int2, %int5, %int256 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %4 = torch.aten.view %arg27, %3 : !torch.vtensor<[2,5,4,64],f32>, !torch.list<int> -> !torch.vtensor<[2,5,256],f32>
    %5 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.permute %arg0, %5 : !torch.vtensor<[24,256],f32>, !torch.list<int> -> !torch.vtensor<[256,24],f32>
    %7 = torch.prim.ListConstruct %int10, %int256 : (!torch.int, !torch.int) -> !torch.list<int>
    %8 = torch.aten.view %4, %7 : !torch.vtensor<[2,5,256],f32>, !torch.list<int> -> !torch.vtensor<[10,256],f32>
    %9 = torch.aten.mm %8, %6 : !torch.vtensor<[10,256],f32>, !torch.vtensor<[256,24],f32> -> !torch.vtensor<[10,24],f32>
    %10 = torch.prim.ListConstruct %int2, %int5, %int24 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %11 = torch.aten.view %9, %10 : !torch.vtensor<[10,24],f32>, !torch.list<int> -> !torch.vtensor<[2,5,24],f32>
    %12 = torch.aten.mul.Tensor %11, %2 : !torch.vtensor<[2,5,24],f32>, !torch.vtensor<[2,5,1],f32> -> !torch.vtensor<[2,5,24],f32>
    %13:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%12, %arg27, %arg2, %arg1, %int4, %int20, %float9.999990e-07) : (!torch.vtensor<[2,5,24],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float) -> (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>)
    %14 = torch.operator "torch.tensor_cast.rms_norm"(%13#0, %arg3, %float9.999990e-07) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[64],f32>, !torch.float) -> !torch.vtensor<[2,5,64],f32>
    %15 = torch.prim.ListConstruct %int-1, %int64 : (!torch.int, !torch.int) -> !torch.list<int>
    %16 = torch.aten.view %14, %15 : !torch.vtensor<[2,5,64],f32>, !torch.list<int> -> !torch.vtensor<[10,64],f32>
    %17 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %18 = torch.aten.view %arg28, %17 : !torch.vtensor<[2,5],si64>, !torch.list<int> -> !torch.vtensor<[10],si64>
    %19 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %20 = torch.aten.permute %arg4, %19 : !torch.vtensor<[6,64],f32>, !torch.list<int> -> !torch.vtensor<[64,6],f32>
    %21 = torch.aten.mm %16, %20 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,6],f32> -> !torch.vtensor<[10,6],f32>
    %22 = torch.aten.exp %21 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %23 = torch.aten.log1p %22 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %24 = torch.aten.gt.Scalar %21, %int20 : !torch.vtensor<[10,6],f32>, !torch.int -> !torch.vtensor<[10,6],i1>
    %25 = torch.aten.where.self %24, %21, %23 : !torch.vtensor<[10,6],i1>, !torch.vtensor<[10,6],f32>, !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %26 = torch.aten.sqrt %25 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %27:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%26, %int3, %true, %float1.500000e00, %18, %arg26) : (!torch.vtensor<[10,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[10],si64>, !torch.vtensor<[64,3],si64>) -> (!torch.vtensor<[10,3],f32>, !torch.vtensor<[10,3],si64>)
    %28 = torch.aten.eq.Scalar %27#1, %int0 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %29 = torch.aten.where.self %28, %27#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %30 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %31 = torch.aten.sum.dim_IntList %29, %30, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %32 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %33 = torch.aten.permute %arg8, %32 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %34 = torch.aten.mm %16, %33 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %35 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %36 = torch.aten.permute %arg9, %35 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %37 = torch.aten.mm %16, %36 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %38 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%34, %37, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %39 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %40 = torch.aten.permute %arg10, %39 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %41 = torch.aten.mm %38, %40 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %42 = torch.aten.mul.Tensor %41, %31 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %43 = torch.aten.add.Tensor %1, %42, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %44 = torch.aten.eq.Scalar %27#1, %int1 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %45 = torch.aten.where.self %44, %27#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %46 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %47 = torch.aten.sum.dim_IntList %45, %46, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %48 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %49 = torch.aten.permute %arg11, %48 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %50 = torch.aten.mm %16, %49 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %51 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %52 = torch.aten.permute %arg12, %51 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %53 = torch.aten.mm %16, %52 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %54 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%50, %53, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %55 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %56 = torch.aten.permute %arg13, %55 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %57 = torch.aten.mm %54, %56 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %58 = torch.aten.mul.Tensor %57, %47 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %59 = torch.aten.add.Tensor %43, %58, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %60 = torch.aten.eq.Scalar %27#1, %int2 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %61 = torch.aten.where.self %60, %27#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %62 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %63 = torch.aten.sum.dim_IntList %61, %62, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %64 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %65 = torch.aten.permute %arg14, %64 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %66 = torch.aten.mm %16, %65 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %67 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %68 = torch.aten.permute %arg15, %67 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %69 = torch.aten.mm %16, %68 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %70 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%66, %69, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %71 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %72 = torch.aten.permute %arg16, %71 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %73 = torch.aten.mm %70, %72 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %74 = torch.aten.mul.Tensor %73, %63 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %75 = torch.aten.add.Tensor %59, %74, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %76 = torch.aten.eq.Scalar %27#1, %int3 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %77 = torch.aten.where.self %76, %27#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %78 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %79 = torch.aten.sum.dim_IntList %77, %78, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %80 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %81 = torch.aten.permute %arg17, %80 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %82 = torch.aten.mm %16, %81 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %83 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %84 = torch.aten.permute %arg18, %83 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %85 = torch.aten.mm %16, %84 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %86 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%82, %85, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %87 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %88 = torch.aten.permute %arg19, %87 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %89 = torch.aten.mm %86, %88 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %90 = torch.aten.mul.Tensor %89, %79 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %91 = torch.aten.add.Tensor %75, %90, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %92 = torch.aten.eq.Scalar %27#1, %int4 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %93 = torch.aten.where.self %92, %27#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %94 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %95 = torch.aten.sum.dim_IntList %93, %94, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %96 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %97 = torch.aten.permute %arg20, %96 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %98 = torch.aten.mm %16, %97 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %99 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %100 = torch.aten.permute %arg21, %99 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %101 = torch.aten.mm %16, %100 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %102 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%98, %101, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %103 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %104 = torch.aten.permute %arg22, %103 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %105 = torch.aten.mm %102, %104 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %106 = torch.aten.mul.Tensor %105, %95 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %107 = torch.aten.add.Tensor %91, %106, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %108 = torch.aten.eq.Scalar %27#1, %int5 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %109 = torch.aten.where.self %108, %27#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %110 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %111 = torch.aten.sum.dim_IntList %109, %110, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %112 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %113 = torch.aten.permute %arg23, %112 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %114 = torch.aten.mm %16, %113 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %115 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %116 = torch.aten.permute %arg24, %115 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %117 = torch.aten.mm %16, %116 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %118 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%114, %117, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %119 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %120 = torch.aten.permute %arg25, %119 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %121 = torch.aten.mm %118, %120 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %122 = torch.aten.mul.Tensor %121, %111 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %123 = torch.aten.add.Tensor %107, %122, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %124 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %125 = torch.aten.permute %arg5, %124 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %126 = torch.aten.mm %16, %125 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %127 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %128 = torch.aten.permute %arg6, %127 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %129 = torch.aten.mm %16, %128 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %130 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%126, %129, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %131 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %132 = torch.aten.permute %arg7, %131 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %133 = torch.aten.mm %130, %132 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %134 = torch.aten.add.Tensor %123, %133, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %135 = torch.prim.ListConstruct %int2, %int5, %int64 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %136 = torch.aten.view %134, %135 : !torch.vtensor<[10,64],f32>, !torch.list<int> -> !torch.vtensor<[2,5,64],f32>
    %137 = torch.operator "torch.tensor_cast.hc_post"(%136, %arg27, %13#1, %13#2, %int4) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>, !torch.int) -> !torch.vtensor<[2,5,4,64],f32>
    return %137 : !torch.vtensor<[2,5,4,64],f32>
  }
}
