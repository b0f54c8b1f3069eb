// hc_moe_topk, form torch. torch 2.13.0+cpu, torch-mlir 20261001.
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
    %17 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %18 = torch.aten.permute %arg4, %17 : !torch.vtensor<[6,64],f32>, !torch.list<int> -> !torch.vtensor<[64,6],f32>
    %19 = torch.aten.mm %16, %18 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,6],f32> -> !torch.vtensor<[10,6],f32>
    %20 = torch.aten.exp %19 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %21 = torch.aten.log1p %20 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %22 = torch.aten.gt.Scalar %19, %int20 : !torch.vtensor<[10,6],f32>, !torch.int -> !torch.vtensor<[10,6],i1>
    %23 = torch.aten.where.self %22, %19, %21 : !torch.vtensor<[10,6],i1>, !torch.vtensor<[10,6],f32>, !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %24 = torch.aten.sqrt %23 : !torch.vtensor<[10,6],f32> -> !torch.vtensor<[10,6],f32>
    %25:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%24, %int3, %true, %float1.500000e00, %arg5) : (!torch.vtensor<[10,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[6],f32>) -> (!torch.vtensor<[10,3],f32>, !torch.vtensor<[10,3],si64>)
    %26 = torch.aten.eq.Scalar %25#1, %int0 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %27 = torch.aten.where.self %26, %25#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %28 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %29 = torch.aten.sum.dim_IntList %27, %28, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %30 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %31 = torch.aten.permute %arg9, %30 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %32 = torch.aten.mm %16, %31 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %33 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %34 = torch.aten.permute %arg10, %33 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %35 = torch.aten.mm %16, %34 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %36 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%32, %35, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %37 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %38 = torch.aten.permute %arg11, %37 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %39 = torch.aten.mm %36, %38 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %40 = torch.aten.mul.Tensor %39, %29 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %41 = torch.aten.add.Tensor %1, %40, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %42 = torch.aten.eq.Scalar %25#1, %int1 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %43 = torch.aten.where.self %42, %25#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %44 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %45 = torch.aten.sum.dim_IntList %43, %44, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %46 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %47 = torch.aten.permute %arg12, %46 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %48 = torch.aten.mm %16, %47 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %49 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %50 = torch.aten.permute %arg13, %49 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %51 = torch.aten.mm %16, %50 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %52 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%48, %51, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %53 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %54 = torch.aten.permute %arg14, %53 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %55 = torch.aten.mm %52, %54 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %56 = torch.aten.mul.Tensor %55, %45 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %57 = torch.aten.add.Tensor %41, %56, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %58 = torch.aten.eq.Scalar %25#1, %int2 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %59 = torch.aten.where.self %58, %25#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %60 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %61 = torch.aten.sum.dim_IntList %59, %60, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %62 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %63 = torch.aten.permute %arg15, %62 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %64 = torch.aten.mm %16, %63 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %65 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %66 = torch.aten.permute %arg16, %65 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %67 = torch.aten.mm %16, %66 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %68 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%64, %67, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %69 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %70 = torch.aten.permute %arg17, %69 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %71 = torch.aten.mm %68, %70 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %72 = torch.aten.mul.Tensor %71, %61 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %73 = torch.aten.add.Tensor %57, %72, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %74 = torch.aten.eq.Scalar %25#1, %int3 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %75 = torch.aten.where.self %74, %25#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %76 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %77 = torch.aten.sum.dim_IntList %75, %76, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %78 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %79 = torch.aten.permute %arg18, %78 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %80 = torch.aten.mm %16, %79 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %81 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %82 = torch.aten.permute %arg19, %81 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %83 = torch.aten.mm %16, %82 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %84 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%80, %83, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %85 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %86 = torch.aten.permute %arg20, %85 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %87 = torch.aten.mm %84, %86 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %88 = torch.aten.mul.Tensor %87, %77 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %89 = torch.aten.add.Tensor %73, %88, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %90 = torch.aten.eq.Scalar %25#1, %int4 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %91 = torch.aten.where.self %90, %25#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %92 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %93 = torch.aten.sum.dim_IntList %91, %92, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %94 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %95 = torch.aten.permute %arg21, %94 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %96 = torch.aten.mm %16, %95 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %97 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %98 = torch.aten.permute %arg22, %97 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %99 = torch.aten.mm %16, %98 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %100 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%96, %99, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %101 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %102 = torch.aten.permute %arg23, %101 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %103 = torch.aten.mm %100, %102 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %104 = torch.aten.mul.Tensor %103, %93 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %105 = torch.aten.add.Tensor %89, %104, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %106 = torch.aten.eq.Scalar %25#1, %int5 : !torch.vtensor<[10,3],si64>, !torch.int -> !torch.vtensor<[10,3],i1>
    %107 = torch.aten.where.self %106, %25#0, %0 : !torch.vtensor<[10,3],i1>, !torch.vtensor<[10,3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[10,3],f32>
    %108 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %109 = torch.aten.sum.dim_IntList %107, %108, %true, %none : !torch.vtensor<[10,3],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[10,1],f32>
    %110 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %111 = torch.aten.permute %arg24, %110 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %112 = torch.aten.mm %16, %111 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %113 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %114 = torch.aten.permute %arg25, %113 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %115 = torch.aten.mm %16, %114 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %116 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%112, %115, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %117 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %118 = torch.aten.permute %arg26, %117 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %119 = torch.aten.mm %116, %118 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %120 = torch.aten.mul.Tensor %119, %109 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,1],f32> -> !torch.vtensor<[10,64],f32>
    %121 = torch.aten.add.Tensor %105, %120, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %122 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %123 = torch.aten.permute %arg6, %122 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %124 = torch.aten.mm %16, %123 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %125 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %126 = torch.aten.permute %arg7, %125 : !torch.vtensor<[48,64],f32>, !torch.list<int> -> !torch.vtensor<[64,48],f32>
    %127 = torch.aten.mm %16, %126 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[64,48],f32> -> !torch.vtensor<[10,48],f32>
    %128 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%124, %127, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %129 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %130 = torch.aten.permute %arg8, %129 : !torch.vtensor<[64,48],f32>, !torch.list<int> -> !torch.vtensor<[48,64],f32>
    %131 = torch.aten.mm %128, %130 : !torch.vtensor<[10,48],f32>, !torch.vtensor<[48,64],f32> -> !torch.vtensor<[10,64],f32>
    %132 = torch.aten.add.Tensor %121, %131, %int1 : !torch.vtensor<[10,64],f32>, !torch.vtensor<[10,64],f32>, !torch.int -> !torch.vtensor<[10,64],f32>
    %133 = torch.prim.ListConstruct %int2, %int5, %int64 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %134 = torch.aten.view %132, %133 : !torch.vtensor<[10,64],f32>, !torch.list<int> -> !torch.vtensor<[2,5,64],f32>
    %135 = torch.operator "torch.tensor_cast.hc_post"(%134, %arg27, %13#1, %13#2, %int4) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>, !torch.int) -> !torch.vtensor<[2,5,4,64],f32>
    return %135 : !torch.vtensor<[2,5,4,64],f32>
  }
}
