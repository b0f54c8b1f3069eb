// hc_moe_topk, form partial. torch 2.13.0+cpu, torch-mlir 20261001.
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
#map = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map2 = affine_map<(d0, d1) -> (d0, d1)>
#map3 = affine_map<(d0, d1) -> ()>
#map4 = affine_map<(d0, d1) -> (d0, 0)>
module {
  func.func @main(%arg0: tensor<24x256xf32>, %arg1: tensor<24xf32>, %arg2: tensor<3xf32>, %arg3: tensor<64xf32>, %arg4: tensor<6x64xf32>, %arg5: tensor<6xf32>, %arg6: tensor<48x64xf32>, %arg7: tensor<48x64xf32>, %arg8: tensor<64x48xf32>, %arg9: tensor<48x64xf32>, %arg10: tensor<48x64xf32>, %arg11: tensor<64x48xf32>, %arg12: tensor<48x64xf32>, %arg13: tensor<48x64xf32>, %arg14: tensor<64x48xf32>, %arg15: tensor<48x64xf32>, %arg16: tensor<48x64xf32>, %arg17: tensor<64x48xf32>, %arg18: tensor<48x64xf32>, %arg19: tensor<48x64xf32>, %arg20: tensor<64x48xf32>, %arg21: tensor<48x64xf32>, %arg22: tensor<48x64xf32>, %arg23: tensor<64x48xf32>, %arg24: tensor<48x64xf32>, %arg25: tensor<48x64xf32>, %arg26: tensor<64x48xf32>, %arg27: tensor<2x5x4x64xf32>) -> tensor<2x5x4x64xf32> {
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %true = torch.constant.bool true
    %int3 = torch.constant.int 3
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %int20 = torch.constant.int 20
    %int4 = torch.constant.int 4
    %c4_i64 = arith.constant 4 : i64
    %c0_i64 = arith.constant 0 : i64
    %cst = arith.constant 0.000000e+00 : f32
    %cst_0 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_1 = arith.constant dense<0.000000e+00> : tensor<10x64xf32>
    %cst_2 = arith.constant 2.000000e+01 : f32
    %c2_i64 = arith.constant 2 : i64
    %c5_i64 = arith.constant 5 : i64
    %c1_i64 = arith.constant 1 : i64
    %c3_i64 = arith.constant 3 : i64
    %0 = torch_c.from_builtin_tensor %arg27 : tensor<2x5x4x64xf32> -> !torch.vtensor<[2,5,4,64],f32>
    %1 = torch_c.from_builtin_tensor %arg26 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %2 = torch_c.from_builtin_tensor %arg25 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %3 = torch_c.from_builtin_tensor %arg24 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %4 = torch_c.from_builtin_tensor %arg23 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %5 = torch_c.from_builtin_tensor %arg22 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %6 = torch_c.from_builtin_tensor %arg21 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %7 = torch_c.from_builtin_tensor %arg20 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %8 = torch_c.from_builtin_tensor %arg19 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %9 = torch_c.from_builtin_tensor %arg18 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %10 = torch_c.from_builtin_tensor %arg17 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %11 = torch_c.from_builtin_tensor %arg16 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %12 = torch_c.from_builtin_tensor %arg15 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %13 = torch_c.from_builtin_tensor %arg14 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %14 = torch_c.from_builtin_tensor %arg13 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %15 = torch_c.from_builtin_tensor %arg12 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %16 = torch_c.from_builtin_tensor %arg11 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %17 = torch_c.from_builtin_tensor %arg10 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %18 = torch_c.from_builtin_tensor %arg9 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %19 = torch_c.from_builtin_tensor %arg8 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %20 = torch_c.from_builtin_tensor %arg7 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %21 = torch_c.from_builtin_tensor %arg6 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %22 = torch_c.from_builtin_tensor %arg5 : tensor<6xf32> -> !torch.vtensor<[6],f32>
    %23 = torch_c.from_builtin_tensor %arg4 : tensor<6x64xf32> -> !torch.vtensor<[6,64],f32>
    %24 = torch_c.from_builtin_tensor %arg3 : tensor<64xf32> -> !torch.vtensor<[64],f32>
    %25 = torch_c.from_builtin_tensor %arg2 : tensor<3xf32> -> !torch.vtensor<[3],f32>
    %26 = torch_c.from_builtin_tensor %arg1 : tensor<24xf32> -> !torch.vtensor<[24],f32>
    %27 = torch_c.from_builtin_tensor %arg0 : tensor<24x256xf32> -> !torch.vtensor<[24,256],f32>
    %28 = torch_c.to_builtin_tensor %19 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %29 = torch_c.to_builtin_tensor %20 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %30 = torch_c.to_builtin_tensor %21 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %31 = torch_c.to_builtin_tensor %1 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %32 = torch_c.to_builtin_tensor %2 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %33 = torch_c.to_builtin_tensor %3 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %34 = torch_c.to_builtin_tensor %4 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %35 = torch_c.to_builtin_tensor %5 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %36 = torch_c.to_builtin_tensor %6 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %37 = torch_c.to_builtin_tensor %7 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %38 = torch_c.to_builtin_tensor %8 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %39 = torch_c.to_builtin_tensor %9 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %40 = torch_c.to_builtin_tensor %10 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %41 = torch_c.to_builtin_tensor %11 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %42 = torch_c.to_builtin_tensor %12 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %43 = torch_c.to_builtin_tensor %13 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %44 = torch_c.to_builtin_tensor %14 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %45 = torch_c.to_builtin_tensor %15 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %46 = torch_c.to_builtin_tensor %16 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %47 = torch_c.to_builtin_tensor %17 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %48 = torch_c.to_builtin_tensor %18 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %49 = torch_c.to_builtin_tensor %23 : !torch.vtensor<[6,64],f32> -> tensor<6x64xf32>
    %50 = torch_c.to_builtin_tensor %27 : !torch.vtensor<[24,256],f32> -> tensor<24x256xf32>
    %51 = torch_c.to_builtin_tensor %0 : !torch.vtensor<[2,5,4,64],f32> -> tensor<2x5x4x64xf32>
    %52 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%0, %int4) : (!torch.vtensor<[2,5,4,64],f32>, !torch.int) -> !torch.vtensor<[2,5,1],f32>
    %53 = torch_c.to_builtin_tensor %52 : !torch.vtensor<[2,5,1],f32> -> tensor<2x5x1xf32>
    %54 = tensor.empty() : tensor<256x24xf32>
    %transposed = linalg.transpose ins(%50 : tensor<24x256xf32>) outs(%54 : tensor<256x24xf32>) permutation = [1, 0]
    %collapsed = tensor.collapse_shape %51 [[0, 1], [2, 3]] : tensor<2x5x4x64xf32> into tensor<10x256xf32>
    %55 = tensor.empty() : tensor<10x24xf32>
    %56 = linalg.fill ins(%cst : f32) outs(%55 : tensor<10x24xf32>) -> tensor<10x24xf32>
    %57 = linalg.matmul ins(%collapsed, %transposed : tensor<10x256xf32>, tensor<256x24xf32>) outs(%56 : tensor<10x24xf32>) -> tensor<10x24xf32>
    %expanded = tensor.expand_shape %57 [[0, 1], [2]] output_shape [2, 5, 24] : tensor<10x24xf32> into tensor<2x5x24xf32>
    %58 = tensor.empty() : tensor<2x5x24xf32>
    %59 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded, %53 : tensor<2x5x24xf32>, tensor<2x5x1xf32>) outs(%58 : tensor<2x5x24xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.mulf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<2x5x24xf32>
    %60 = torch_c.from_builtin_tensor %59 : tensor<2x5x24xf32> -> !torch.vtensor<[2,5,24],f32>
    %61:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%60, %0, %25, %26, %int4, %int20, %float9.999990e-07) : (!torch.vtensor<[2,5,24],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float) -> (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>)
    %62 = torch.operator "torch.tensor_cast.rms_norm"(%61#0, %24, %float9.999990e-07) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[64],f32>, !torch.float) -> !torch.vtensor<[2,5,64],f32>
    %63 = torch_c.to_builtin_tensor %62 : !torch.vtensor<[2,5,64],f32> -> tensor<2x5x64xf32>
    %collapsed_3 = tensor.collapse_shape %63 [[0, 1], [2]] : tensor<2x5x64xf32> into tensor<10x64xf32>
    %64 = tensor.empty() : tensor<64x6xf32>
    %transposed_4 = linalg.transpose ins(%49 : tensor<6x64xf32>) outs(%64 : tensor<64x6xf32>) permutation = [1, 0]
    %65 = tensor.empty() : tensor<10x6xf32>
    %66 = linalg.fill ins(%cst : f32) outs(%65 : tensor<10x6xf32>) -> tensor<10x6xf32>
    %67 = linalg.matmul ins(%collapsed_3, %transposed_4 : tensor<10x64xf32>, tensor<64x6xf32>) outs(%66 : tensor<10x6xf32>) -> tensor<10x6xf32>
    %68 = tensor.empty() : tensor<10x6xf32>
    %69 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%67 : tensor<10x6xf32>) outs(%68 : tensor<10x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = math.exp %in : f32
      linalg.yield %265 : f32
    } -> tensor<10x6xf32>
    %70 = tensor.empty() : tensor<10x6xf32>
    %71 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%69 : tensor<10x6xf32>) outs(%70 : tensor<10x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = math.log1p %in : f32
      linalg.yield %265 : f32
    } -> tensor<10x6xf32>
    %72 = tensor.empty() : tensor<10x6xi1>
    %73 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%67 : tensor<10x6xf32>) outs(%72 : tensor<10x6xi1>) {
    ^bb0(%in: f32, %out: i1):
      %265 = arith.cmpf ogt, %in, %cst_2 : f32
      linalg.yield %265 : i1
    } -> tensor<10x6xi1>
    %74 = tensor.empty() : tensor<10x6xf32>
    %75 = linalg.generic {indexing_maps = [#map2, #map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%73, %67, %71 : tensor<10x6xi1>, tensor<10x6xf32>, tensor<10x6xf32>) outs(%74 : tensor<10x6xf32>) {
    ^bb0(%in: i1, %in_27: f32, %in_28: f32, %out: f32):
      %265 = arith.select %in, %in_27, %in_28 : f32
      linalg.yield %265 : f32
    } -> tensor<10x6xf32>
    %76 = tensor.empty() : tensor<10x6xf32>
    %77 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%75 : tensor<10x6xf32>) outs(%76 : tensor<10x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = math.sqrt %in : f32
      linalg.yield %265 : f32
    } -> tensor<10x6xf32>
    %78 = torch_c.from_builtin_tensor %77 : tensor<10x6xf32> -> !torch.vtensor<[10,6],f32>
    %79:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%78, %int3, %true, %float1.500000e00, %22) : (!torch.vtensor<[10,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[6],f32>) -> (!torch.vtensor<[10,3],f32>, !torch.vtensor<[10,3],si64>)
    %80 = torch_c.to_builtin_tensor %79#0 : !torch.vtensor<[10,3],f32> -> tensor<10x3xf32>
    %81 = torch_c.to_builtin_tensor %79#1 : !torch.vtensor<[10,3],si64> -> tensor<10x3xi64>
    %82 = tensor.empty() : tensor<10x3xi1>
    %83 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%81 : tensor<10x3xi64>) outs(%82 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %265 = arith.cmpi eq, %in, %c0_i64 : i64
      linalg.yield %265 : i1
    } -> tensor<10x3xi1>
    %84 = tensor.empty() : tensor<10x3xf32>
    %85 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%83, %80, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%84 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_27: f32, %in_28: f32, %out: f32):
      %265 = arith.select %in, %in_27, %in_28 : f32
      linalg.yield %265 : f32
    } -> tensor<10x3xf32>
    %86 = tensor.empty() : tensor<10x1xf32>
    %87 = linalg.fill ins(%cst : f32) outs(%86 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %88 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%85 : tensor<10x3xf32>) outs(%87 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = arith.addf %in, %out : f32
      linalg.yield %265 : f32
    } -> tensor<10x1xf32>
    %89 = tensor.empty() : tensor<64x48xf32>
    %transposed_5 = linalg.transpose ins(%48 : tensor<48x64xf32>) outs(%89 : tensor<64x48xf32>) permutation = [1, 0]
    %90 = tensor.empty() : tensor<10x48xf32>
    %91 = linalg.fill ins(%cst : f32) outs(%90 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %92 = linalg.matmul ins(%collapsed_3, %transposed_5 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%91 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %93 = torch_c.from_builtin_tensor %92 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %94 = tensor.empty() : tensor<64x48xf32>
    %transposed_6 = linalg.transpose ins(%47 : tensor<48x64xf32>) outs(%94 : tensor<64x48xf32>) permutation = [1, 0]
    %95 = tensor.empty() : tensor<10x48xf32>
    %96 = linalg.fill ins(%cst : f32) outs(%95 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %97 = linalg.matmul ins(%collapsed_3, %transposed_6 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%96 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %98 = torch_c.from_builtin_tensor %97 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %99 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%93, %98, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %100 = torch_c.to_builtin_tensor %99 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %101 = tensor.empty() : tensor<48x64xf32>
    %transposed_7 = linalg.transpose ins(%46 : tensor<64x48xf32>) outs(%101 : tensor<48x64xf32>) permutation = [1, 0]
    %102 = tensor.empty() : tensor<10x64xf32>
    %103 = linalg.fill ins(%cst : f32) outs(%102 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %104 = linalg.matmul ins(%100, %transposed_7 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%103 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %105 = tensor.empty() : tensor<10x64xf32>
    %106 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%104, %88 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%105 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.mulf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %107 = tensor.empty() : tensor<10x64xf32>
    %108 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%cst_1, %106 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%107 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.addf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %109 = tensor.empty() : tensor<10x3xi1>
    %110 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%81 : tensor<10x3xi64>) outs(%109 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %265 = arith.cmpi eq, %in, %c1_i64 : i64
      linalg.yield %265 : i1
    } -> tensor<10x3xi1>
    %111 = tensor.empty() : tensor<10x3xf32>
    %112 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%110, %80, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%111 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_27: f32, %in_28: f32, %out: f32):
      %265 = arith.select %in, %in_27, %in_28 : f32
      linalg.yield %265 : f32
    } -> tensor<10x3xf32>
    %113 = tensor.empty() : tensor<10x1xf32>
    %114 = linalg.fill ins(%cst : f32) outs(%113 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %115 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%112 : tensor<10x3xf32>) outs(%114 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = arith.addf %in, %out : f32
      linalg.yield %265 : f32
    } -> tensor<10x1xf32>
    %116 = tensor.empty() : tensor<64x48xf32>
    %transposed_8 = linalg.transpose ins(%45 : tensor<48x64xf32>) outs(%116 : tensor<64x48xf32>) permutation = [1, 0]
    %117 = tensor.empty() : tensor<10x48xf32>
    %118 = linalg.fill ins(%cst : f32) outs(%117 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %119 = linalg.matmul ins(%collapsed_3, %transposed_8 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%118 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %120 = torch_c.from_builtin_tensor %119 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %121 = tensor.empty() : tensor<64x48xf32>
    %transposed_9 = linalg.transpose ins(%44 : tensor<48x64xf32>) outs(%121 : tensor<64x48xf32>) permutation = [1, 0]
    %122 = tensor.empty() : tensor<10x48xf32>
    %123 = linalg.fill ins(%cst : f32) outs(%122 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %124 = linalg.matmul ins(%collapsed_3, %transposed_9 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%123 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %125 = torch_c.from_builtin_tensor %124 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %126 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%120, %125, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %127 = torch_c.to_builtin_tensor %126 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %128 = tensor.empty() : tensor<48x64xf32>
    %transposed_10 = linalg.transpose ins(%43 : tensor<64x48xf32>) outs(%128 : tensor<48x64xf32>) permutation = [1, 0]
    %129 = tensor.empty() : tensor<10x64xf32>
    %130 = linalg.fill ins(%cst : f32) outs(%129 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %131 = linalg.matmul ins(%127, %transposed_10 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%130 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %132 = tensor.empty() : tensor<10x64xf32>
    %133 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%131, %115 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%132 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.mulf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %134 = tensor.empty() : tensor<10x64xf32>
    %135 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%108, %133 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%134 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.addf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %136 = tensor.empty() : tensor<10x3xi1>
    %137 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%81 : tensor<10x3xi64>) outs(%136 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %265 = arith.cmpi eq, %in, %c2_i64 : i64
      linalg.yield %265 : i1
    } -> tensor<10x3xi1>
    %138 = tensor.empty() : tensor<10x3xf32>
    %139 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%137, %80, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%138 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_27: f32, %in_28: f32, %out: f32):
      %265 = arith.select %in, %in_27, %in_28 : f32
      linalg.yield %265 : f32
    } -> tensor<10x3xf32>
    %140 = tensor.empty() : tensor<10x1xf32>
    %141 = linalg.fill ins(%cst : f32) outs(%140 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %142 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%139 : tensor<10x3xf32>) outs(%141 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = arith.addf %in, %out : f32
      linalg.yield %265 : f32
    } -> tensor<10x1xf32>
    %143 = tensor.empty() : tensor<64x48xf32>
    %transposed_11 = linalg.transpose ins(%42 : tensor<48x64xf32>) outs(%143 : tensor<64x48xf32>) permutation = [1, 0]
    %144 = tensor.empty() : tensor<10x48xf32>
    %145 = linalg.fill ins(%cst : f32) outs(%144 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %146 = linalg.matmul ins(%collapsed_3, %transposed_11 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%145 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %147 = torch_c.from_builtin_tensor %146 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %148 = tensor.empty() : tensor<64x48xf32>
    %transposed_12 = linalg.transpose ins(%41 : tensor<48x64xf32>) outs(%148 : tensor<64x48xf32>) permutation = [1, 0]
    %149 = tensor.empty() : tensor<10x48xf32>
    %150 = linalg.fill ins(%cst : f32) outs(%149 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %151 = linalg.matmul ins(%collapsed_3, %transposed_12 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%150 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %152 = torch_c.from_builtin_tensor %151 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %153 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%147, %152, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %154 = torch_c.to_builtin_tensor %153 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %155 = tensor.empty() : tensor<48x64xf32>
    %transposed_13 = linalg.transpose ins(%40 : tensor<64x48xf32>) outs(%155 : tensor<48x64xf32>) permutation = [1, 0]
    %156 = tensor.empty() : tensor<10x64xf32>
    %157 = linalg.fill ins(%cst : f32) outs(%156 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %158 = linalg.matmul ins(%154, %transposed_13 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%157 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %159 = tensor.empty() : tensor<10x64xf32>
    %160 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%158, %142 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%159 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.mulf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %161 = tensor.empty() : tensor<10x64xf32>
    %162 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%135, %160 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%161 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.addf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %163 = tensor.empty() : tensor<10x3xi1>
    %164 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%81 : tensor<10x3xi64>) outs(%163 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %265 = arith.cmpi eq, %in, %c3_i64 : i64
      linalg.yield %265 : i1
    } -> tensor<10x3xi1>
    %165 = tensor.empty() : tensor<10x3xf32>
    %166 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%164, %80, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%165 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_27: f32, %in_28: f32, %out: f32):
      %265 = arith.select %in, %in_27, %in_28 : f32
      linalg.yield %265 : f32
    } -> tensor<10x3xf32>
    %167 = tensor.empty() : tensor<10x1xf32>
    %168 = linalg.fill ins(%cst : f32) outs(%167 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %169 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%166 : tensor<10x3xf32>) outs(%168 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = arith.addf %in, %out : f32
      linalg.yield %265 : f32
    } -> tensor<10x1xf32>
    %170 = tensor.empty() : tensor<64x48xf32>
    %transposed_14 = linalg.transpose ins(%39 : tensor<48x64xf32>) outs(%170 : tensor<64x48xf32>) permutation = [1, 0]
    %171 = tensor.empty() : tensor<10x48xf32>
    %172 = linalg.fill ins(%cst : f32) outs(%171 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %173 = linalg.matmul ins(%collapsed_3, %transposed_14 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%172 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %174 = torch_c.from_builtin_tensor %173 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %175 = tensor.empty() : tensor<64x48xf32>
    %transposed_15 = linalg.transpose ins(%38 : tensor<48x64xf32>) outs(%175 : tensor<64x48xf32>) permutation = [1, 0]
    %176 = tensor.empty() : tensor<10x48xf32>
    %177 = linalg.fill ins(%cst : f32) outs(%176 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %178 = linalg.matmul ins(%collapsed_3, %transposed_15 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%177 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %179 = torch_c.from_builtin_tensor %178 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %180 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%174, %179, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %181 = torch_c.to_builtin_tensor %180 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %182 = tensor.empty() : tensor<48x64xf32>
    %transposed_16 = linalg.transpose ins(%37 : tensor<64x48xf32>) outs(%182 : tensor<48x64xf32>) permutation = [1, 0]
    %183 = tensor.empty() : tensor<10x64xf32>
    %184 = linalg.fill ins(%cst : f32) outs(%183 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %185 = linalg.matmul ins(%181, %transposed_16 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%184 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %186 = tensor.empty() : tensor<10x64xf32>
    %187 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%185, %169 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%186 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.mulf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %188 = tensor.empty() : tensor<10x64xf32>
    %189 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%162, %187 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%188 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.addf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %190 = tensor.empty() : tensor<10x3xi1>
    %191 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%81 : tensor<10x3xi64>) outs(%190 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %265 = arith.cmpi eq, %in, %c4_i64 : i64
      linalg.yield %265 : i1
    } -> tensor<10x3xi1>
    %192 = tensor.empty() : tensor<10x3xf32>
    %193 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%191, %80, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%192 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_27: f32, %in_28: f32, %out: f32):
      %265 = arith.select %in, %in_27, %in_28 : f32
      linalg.yield %265 : f32
    } -> tensor<10x3xf32>
    %194 = tensor.empty() : tensor<10x1xf32>
    %195 = linalg.fill ins(%cst : f32) outs(%194 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %196 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%193 : tensor<10x3xf32>) outs(%195 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = arith.addf %in, %out : f32
      linalg.yield %265 : f32
    } -> tensor<10x1xf32>
    %197 = tensor.empty() : tensor<64x48xf32>
    %transposed_17 = linalg.transpose ins(%36 : tensor<48x64xf32>) outs(%197 : tensor<64x48xf32>) permutation = [1, 0]
    %198 = tensor.empty() : tensor<10x48xf32>
    %199 = linalg.fill ins(%cst : f32) outs(%198 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %200 = linalg.matmul ins(%collapsed_3, %transposed_17 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%199 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %201 = torch_c.from_builtin_tensor %200 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %202 = tensor.empty() : tensor<64x48xf32>
    %transposed_18 = linalg.transpose ins(%35 : tensor<48x64xf32>) outs(%202 : tensor<64x48xf32>) permutation = [1, 0]
    %203 = tensor.empty() : tensor<10x48xf32>
    %204 = linalg.fill ins(%cst : f32) outs(%203 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %205 = linalg.matmul ins(%collapsed_3, %transposed_18 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%204 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %206 = torch_c.from_builtin_tensor %205 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %207 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%201, %206, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %208 = torch_c.to_builtin_tensor %207 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %209 = tensor.empty() : tensor<48x64xf32>
    %transposed_19 = linalg.transpose ins(%34 : tensor<64x48xf32>) outs(%209 : tensor<48x64xf32>) permutation = [1, 0]
    %210 = tensor.empty() : tensor<10x64xf32>
    %211 = linalg.fill ins(%cst : f32) outs(%210 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %212 = linalg.matmul ins(%208, %transposed_19 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%211 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %213 = tensor.empty() : tensor<10x64xf32>
    %214 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%212, %196 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%213 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.mulf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %215 = tensor.empty() : tensor<10x64xf32>
    %216 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%189, %214 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%215 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.addf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %217 = tensor.empty() : tensor<10x3xi1>
    %218 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%81 : tensor<10x3xi64>) outs(%217 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %265 = arith.cmpi eq, %in, %c5_i64 : i64
      linalg.yield %265 : i1
    } -> tensor<10x3xi1>
    %219 = tensor.empty() : tensor<10x3xf32>
    %220 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%218, %80, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%219 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_27: f32, %in_28: f32, %out: f32):
      %265 = arith.select %in, %in_27, %in_28 : f32
      linalg.yield %265 : f32
    } -> tensor<10x3xf32>
    %221 = tensor.empty() : tensor<10x1xf32>
    %222 = linalg.fill ins(%cst : f32) outs(%221 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %223 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%220 : tensor<10x3xf32>) outs(%222 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %265 = arith.addf %in, %out : f32
      linalg.yield %265 : f32
    } -> tensor<10x1xf32>
    %224 = tensor.empty() : tensor<64x48xf32>
    %transposed_20 = linalg.transpose ins(%33 : tensor<48x64xf32>) outs(%224 : tensor<64x48xf32>) permutation = [1, 0]
    %225 = tensor.empty() : tensor<10x48xf32>
    %226 = linalg.fill ins(%cst : f32) outs(%225 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %227 = linalg.matmul ins(%collapsed_3, %transposed_20 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%226 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %228 = torch_c.from_builtin_tensor %227 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %229 = tensor.empty() : tensor<64x48xf32>
    %transposed_21 = linalg.transpose ins(%32 : tensor<48x64xf32>) outs(%229 : tensor<64x48xf32>) permutation = [1, 0]
    %230 = tensor.empty() : tensor<10x48xf32>
    %231 = linalg.fill ins(%cst : f32) outs(%230 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %232 = linalg.matmul ins(%collapsed_3, %transposed_21 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%231 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %233 = torch_c.from_builtin_tensor %232 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %234 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%228, %233, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %235 = torch_c.to_builtin_tensor %234 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %236 = tensor.empty() : tensor<48x64xf32>
    %transposed_22 = linalg.transpose ins(%31 : tensor<64x48xf32>) outs(%236 : tensor<48x64xf32>) permutation = [1, 0]
    %237 = tensor.empty() : tensor<10x64xf32>
    %238 = linalg.fill ins(%cst : f32) outs(%237 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %239 = linalg.matmul ins(%235, %transposed_22 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%238 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %240 = tensor.empty() : tensor<10x64xf32>
    %241 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%239, %223 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%240 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.mulf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %242 = tensor.empty() : tensor<10x64xf32>
    %243 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%216, %241 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%242 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.addf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %244 = tensor.empty() : tensor<64x48xf32>
    %transposed_23 = linalg.transpose ins(%30 : tensor<48x64xf32>) outs(%244 : tensor<64x48xf32>) permutation = [1, 0]
    %245 = tensor.empty() : tensor<10x48xf32>
    %246 = linalg.fill ins(%cst : f32) outs(%245 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %247 = linalg.matmul ins(%collapsed_3, %transposed_23 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%246 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %248 = torch_c.from_builtin_tensor %247 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %249 = tensor.empty() : tensor<64x48xf32>
    %transposed_24 = linalg.transpose ins(%29 : tensor<48x64xf32>) outs(%249 : tensor<64x48xf32>) permutation = [1, 0]
    %250 = tensor.empty() : tensor<10x48xf32>
    %251 = linalg.fill ins(%cst : f32) outs(%250 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %252 = linalg.matmul ins(%collapsed_3, %transposed_24 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%251 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %253 = torch_c.from_builtin_tensor %252 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %254 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%248, %253, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %255 = torch_c.to_builtin_tensor %254 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %256 = tensor.empty() : tensor<48x64xf32>
    %transposed_25 = linalg.transpose ins(%28 : tensor<64x48xf32>) outs(%256 : tensor<48x64xf32>) permutation = [1, 0]
    %257 = tensor.empty() : tensor<10x64xf32>
    %258 = linalg.fill ins(%cst : f32) outs(%257 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %259 = linalg.matmul ins(%255, %transposed_25 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%258 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %260 = tensor.empty() : tensor<10x64xf32>
    %261 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%243, %259 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%260 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_27: f32, %out: f32):
      %265 = arith.addf %in, %in_27 : f32
      linalg.yield %265 : f32
    } -> tensor<10x64xf32>
    %expanded_26 = tensor.expand_shape %261 [[0, 1], [2]] output_shape [2, 5, 64] : tensor<10x64xf32> into tensor<2x5x64xf32>
    %262 = torch_c.from_builtin_tensor %expanded_26 : tensor<2x5x64xf32> -> !torch.vtensor<[2,5,64],f32>
    %263 = torch.operator "torch.tensor_cast.hc_post"(%262, %0, %61#1, %61#2, %int4) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>, !torch.int) -> !torch.vtensor<[2,5,4,64],f32>
    %264 = torch_c.to_builtin_tensor %263 : !torch.vtensor<[2,5,4,64],f32> -> tensor<2x5x4x64xf32>
    return %264 : tensor<2x5x4x64xf32>
  }
}
