// hc_moe_hash, form partial. torch 2.13.0+cpu, torch-mlir 20261001.
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
#map = affine_map<(d0, d1, d2) -> (d0, d1, d2)>
#map1 = affine_map<(d0, d1, d2) -> (d0, d1, 0)>
#map2 = affine_map<(d0, d1) -> (d0, d1)>
#map3 = affine_map<(d0, d1) -> ()>
#map4 = affine_map<(d0, d1) -> (d0, 0)>
module {
  func.func @main(%arg0: tensor<24x256xf32>, %arg1: tensor<24xf32>, %arg2: tensor<3xf32>, %arg3: tensor<64xf32>, %arg4: tensor<6x64xf32>, %arg5: tensor<48x64xf32>, %arg6: tensor<48x64xf32>, %arg7: tensor<64x48xf32>, %arg8: tensor<48x64xf32>, %arg9: tensor<48x64xf32>, %arg10: tensor<64x48xf32>, %arg11: tensor<48x64xf32>, %arg12: tensor<48x64xf32>, %arg13: tensor<64x48xf32>, %arg14: tensor<48x64xf32>, %arg15: tensor<48x64xf32>, %arg16: tensor<64x48xf32>, %arg17: tensor<48x64xf32>, %arg18: tensor<48x64xf32>, %arg19: tensor<64x48xf32>, %arg20: tensor<48x64xf32>, %arg21: tensor<48x64xf32>, %arg22: tensor<64x48xf32>, %arg23: tensor<48x64xf32>, %arg24: tensor<48x64xf32>, %arg25: tensor<64x48xf32>, %arg26: tensor<64x3xi64>, %arg27: tensor<2x5x4x64xf32>, %arg28: tensor<2x5xi64>) -> tensor<2x5x4x64xf32> {
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
    %0 = torch_c.from_builtin_tensor %arg28 : tensor<2x5xi64> -> !torch.vtensor<[2,5],si64>
    %1 = torch_c.from_builtin_tensor %arg27 : tensor<2x5x4x64xf32> -> !torch.vtensor<[2,5,4,64],f32>
    %2 = torch_c.from_builtin_tensor %arg26 : tensor<64x3xi64> -> !torch.vtensor<[64,3],si64>
    %3 = torch_c.from_builtin_tensor %arg25 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %4 = torch_c.from_builtin_tensor %arg24 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %5 = torch_c.from_builtin_tensor %arg23 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %6 = torch_c.from_builtin_tensor %arg22 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %7 = torch_c.from_builtin_tensor %arg21 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %8 = torch_c.from_builtin_tensor %arg20 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %9 = torch_c.from_builtin_tensor %arg19 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %10 = torch_c.from_builtin_tensor %arg18 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %11 = torch_c.from_builtin_tensor %arg17 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %12 = torch_c.from_builtin_tensor %arg16 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %13 = torch_c.from_builtin_tensor %arg15 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %14 = torch_c.from_builtin_tensor %arg14 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %15 = torch_c.from_builtin_tensor %arg13 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %16 = torch_c.from_builtin_tensor %arg12 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %17 = torch_c.from_builtin_tensor %arg11 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %18 = torch_c.from_builtin_tensor %arg10 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %19 = torch_c.from_builtin_tensor %arg9 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %20 = torch_c.from_builtin_tensor %arg8 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %21 = torch_c.from_builtin_tensor %arg7 : tensor<64x48xf32> -> !torch.vtensor<[64,48],f32>
    %22 = torch_c.from_builtin_tensor %arg6 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %23 = torch_c.from_builtin_tensor %arg5 : tensor<48x64xf32> -> !torch.vtensor<[48,64],f32>
    %24 = torch_c.from_builtin_tensor %arg4 : tensor<6x64xf32> -> !torch.vtensor<[6,64],f32>
    %25 = torch_c.from_builtin_tensor %arg3 : tensor<64xf32> -> !torch.vtensor<[64],f32>
    %26 = torch_c.from_builtin_tensor %arg2 : tensor<3xf32> -> !torch.vtensor<[3],f32>
    %27 = torch_c.from_builtin_tensor %arg1 : tensor<24xf32> -> !torch.vtensor<[24],f32>
    %28 = torch_c.from_builtin_tensor %arg0 : tensor<24x256xf32> -> !torch.vtensor<[24,256],f32>
    %29 = torch_c.to_builtin_tensor %21 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %30 = torch_c.to_builtin_tensor %22 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %31 = torch_c.to_builtin_tensor %23 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %32 = torch_c.to_builtin_tensor %3 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %33 = torch_c.to_builtin_tensor %4 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %34 = torch_c.to_builtin_tensor %5 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %35 = torch_c.to_builtin_tensor %6 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %36 = torch_c.to_builtin_tensor %7 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %37 = torch_c.to_builtin_tensor %8 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %38 = torch_c.to_builtin_tensor %9 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %39 = torch_c.to_builtin_tensor %10 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %40 = torch_c.to_builtin_tensor %11 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %41 = torch_c.to_builtin_tensor %12 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %42 = torch_c.to_builtin_tensor %13 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %43 = torch_c.to_builtin_tensor %14 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %44 = torch_c.to_builtin_tensor %15 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %45 = torch_c.to_builtin_tensor %16 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %46 = torch_c.to_builtin_tensor %17 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %47 = torch_c.to_builtin_tensor %18 : !torch.vtensor<[64,48],f32> -> tensor<64x48xf32>
    %48 = torch_c.to_builtin_tensor %19 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %49 = torch_c.to_builtin_tensor %20 : !torch.vtensor<[48,64],f32> -> tensor<48x64xf32>
    %50 = torch_c.to_builtin_tensor %24 : !torch.vtensor<[6,64],f32> -> tensor<6x64xf32>
    %51 = torch_c.to_builtin_tensor %0 : !torch.vtensor<[2,5],si64> -> tensor<2x5xi64>
    %52 = torch_c.to_builtin_tensor %28 : !torch.vtensor<[24,256],f32> -> tensor<24x256xf32>
    %53 = torch_c.to_builtin_tensor %1 : !torch.vtensor<[2,5,4,64],f32> -> tensor<2x5x4x64xf32>
    %54 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%1, %int4) : (!torch.vtensor<[2,5,4,64],f32>, !torch.int) -> !torch.vtensor<[2,5,1],f32>
    %55 = torch_c.to_builtin_tensor %54 : !torch.vtensor<[2,5,1],f32> -> tensor<2x5x1xf32>
    %56 = tensor.empty() : tensor<256x24xf32>
    %transposed = linalg.transpose ins(%52 : tensor<24x256xf32>) outs(%56 : tensor<256x24xf32>) permutation = [1, 0]
    %collapsed = tensor.collapse_shape %53 [[0, 1], [2, 3]] : tensor<2x5x4x64xf32> into tensor<10x256xf32>
    %57 = tensor.empty() : tensor<10x24xf32>
    %58 = linalg.fill ins(%cst : f32) outs(%57 : tensor<10x24xf32>) -> tensor<10x24xf32>
    %59 = linalg.matmul ins(%collapsed, %transposed : tensor<10x256xf32>, tensor<256x24xf32>) outs(%58 : tensor<10x24xf32>) -> tensor<10x24xf32>
    %expanded = tensor.expand_shape %59 [[0, 1], [2]] output_shape [2, 5, 24] : tensor<10x24xf32> into tensor<2x5x24xf32>
    %60 = tensor.empty() : tensor<2x5x24xf32>
    %61 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%expanded, %55 : tensor<2x5x24xf32>, tensor<2x5x1xf32>) outs(%60 : tensor<2x5x24xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.mulf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<2x5x24xf32>
    %62 = torch_c.from_builtin_tensor %61 : tensor<2x5x24xf32> -> !torch.vtensor<[2,5,24],f32>
    %63:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%62, %1, %26, %27, %int4, %int20, %float9.999990e-07) : (!torch.vtensor<[2,5,24],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float) -> (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>)
    %64 = torch.operator "torch.tensor_cast.rms_norm"(%63#0, %25, %float9.999990e-07) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[64],f32>, !torch.float) -> !torch.vtensor<[2,5,64],f32>
    %65 = torch_c.to_builtin_tensor %64 : !torch.vtensor<[2,5,64],f32> -> tensor<2x5x64xf32>
    %collapsed_3 = tensor.collapse_shape %65 [[0, 1], [2]] : tensor<2x5x64xf32> into tensor<10x64xf32>
    %collapsed_4 = tensor.collapse_shape %51 [[0, 1]] : tensor<2x5xi64> into tensor<10xi64>
    %66 = torch_c.from_builtin_tensor %collapsed_4 : tensor<10xi64> -> !torch.vtensor<[10],si64>
    %67 = tensor.empty() : tensor<64x6xf32>
    %transposed_5 = linalg.transpose ins(%50 : tensor<6x64xf32>) outs(%67 : tensor<64x6xf32>) permutation = [1, 0]
    %68 = tensor.empty() : tensor<10x6xf32>
    %69 = linalg.fill ins(%cst : f32) outs(%68 : tensor<10x6xf32>) -> tensor<10x6xf32>
    %70 = linalg.matmul ins(%collapsed_3, %transposed_5 : tensor<10x64xf32>, tensor<64x6xf32>) outs(%69 : tensor<10x6xf32>) -> tensor<10x6xf32>
    %71 = tensor.empty() : tensor<10x6xf32>
    %72 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%70 : tensor<10x6xf32>) outs(%71 : tensor<10x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = math.exp %in : f32
      linalg.yield %268 : f32
    } -> tensor<10x6xf32>
    %73 = tensor.empty() : tensor<10x6xf32>
    %74 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%72 : tensor<10x6xf32>) outs(%73 : tensor<10x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = math.log1p %in : f32
      linalg.yield %268 : f32
    } -> tensor<10x6xf32>
    %75 = tensor.empty() : tensor<10x6xi1>
    %76 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%70 : tensor<10x6xf32>) outs(%75 : tensor<10x6xi1>) {
    ^bb0(%in: f32, %out: i1):
      %268 = arith.cmpf ogt, %in, %cst_2 : f32
      linalg.yield %268 : i1
    } -> tensor<10x6xi1>
    %77 = tensor.empty() : tensor<10x6xf32>
    %78 = linalg.generic {indexing_maps = [#map2, #map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%76, %70, %74 : tensor<10x6xi1>, tensor<10x6xf32>, tensor<10x6xf32>) outs(%77 : tensor<10x6xf32>) {
    ^bb0(%in: i1, %in_28: f32, %in_29: f32, %out: f32):
      %268 = arith.select %in, %in_28, %in_29 : f32
      linalg.yield %268 : f32
    } -> tensor<10x6xf32>
    %79 = tensor.empty() : tensor<10x6xf32>
    %80 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%78 : tensor<10x6xf32>) outs(%79 : tensor<10x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = math.sqrt %in : f32
      linalg.yield %268 : f32
    } -> tensor<10x6xf32>
    %81 = torch_c.from_builtin_tensor %80 : tensor<10x6xf32> -> !torch.vtensor<[10,6],f32>
    %82:2 = torch.operator "torch.tensor_cast.moe_gating_top_k_hash"(%81, %int3, %true, %float1.500000e00, %66, %2) : (!torch.vtensor<[10,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[10],si64>, !torch.vtensor<[64,3],si64>) -> (!torch.vtensor<[10,3],f32>, !torch.vtensor<[10,3],si64>)
    %83 = torch_c.to_builtin_tensor %82#0 : !torch.vtensor<[10,3],f32> -> tensor<10x3xf32>
    %84 = torch_c.to_builtin_tensor %82#1 : !torch.vtensor<[10,3],si64> -> tensor<10x3xi64>
    %85 = tensor.empty() : tensor<10x3xi1>
    %86 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%84 : tensor<10x3xi64>) outs(%85 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %268 = arith.cmpi eq, %in, %c0_i64 : i64
      linalg.yield %268 : i1
    } -> tensor<10x3xi1>
    %87 = tensor.empty() : tensor<10x3xf32>
    %88 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%86, %83, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%87 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_28: f32, %in_29: f32, %out: f32):
      %268 = arith.select %in, %in_28, %in_29 : f32
      linalg.yield %268 : f32
    } -> tensor<10x3xf32>
    %89 = tensor.empty() : tensor<10x1xf32>
    %90 = linalg.fill ins(%cst : f32) outs(%89 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %91 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%88 : tensor<10x3xf32>) outs(%90 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = arith.addf %in, %out : f32
      linalg.yield %268 : f32
    } -> tensor<10x1xf32>
    %92 = tensor.empty() : tensor<64x48xf32>
    %transposed_6 = linalg.transpose ins(%49 : tensor<48x64xf32>) outs(%92 : tensor<64x48xf32>) permutation = [1, 0]
    %93 = tensor.empty() : tensor<10x48xf32>
    %94 = linalg.fill ins(%cst : f32) outs(%93 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %95 = linalg.matmul ins(%collapsed_3, %transposed_6 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%94 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %96 = torch_c.from_builtin_tensor %95 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %97 = tensor.empty() : tensor<64x48xf32>
    %transposed_7 = linalg.transpose ins(%48 : tensor<48x64xf32>) outs(%97 : tensor<64x48xf32>) permutation = [1, 0]
    %98 = tensor.empty() : tensor<10x48xf32>
    %99 = linalg.fill ins(%cst : f32) outs(%98 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %100 = linalg.matmul ins(%collapsed_3, %transposed_7 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%99 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %101 = torch_c.from_builtin_tensor %100 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %102 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%96, %101, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %103 = torch_c.to_builtin_tensor %102 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %104 = tensor.empty() : tensor<48x64xf32>
    %transposed_8 = linalg.transpose ins(%47 : tensor<64x48xf32>) outs(%104 : tensor<48x64xf32>) permutation = [1, 0]
    %105 = tensor.empty() : tensor<10x64xf32>
    %106 = linalg.fill ins(%cst : f32) outs(%105 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %107 = linalg.matmul ins(%103, %transposed_8 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%106 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %108 = tensor.empty() : tensor<10x64xf32>
    %109 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%107, %91 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%108 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.mulf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %110 = tensor.empty() : tensor<10x64xf32>
    %111 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%cst_1, %109 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%110 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.addf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %112 = tensor.empty() : tensor<10x3xi1>
    %113 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%84 : tensor<10x3xi64>) outs(%112 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %268 = arith.cmpi eq, %in, %c1_i64 : i64
      linalg.yield %268 : i1
    } -> tensor<10x3xi1>
    %114 = tensor.empty() : tensor<10x3xf32>
    %115 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%113, %83, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%114 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_28: f32, %in_29: f32, %out: f32):
      %268 = arith.select %in, %in_28, %in_29 : f32
      linalg.yield %268 : f32
    } -> tensor<10x3xf32>
    %116 = tensor.empty() : tensor<10x1xf32>
    %117 = linalg.fill ins(%cst : f32) outs(%116 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %118 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%115 : tensor<10x3xf32>) outs(%117 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = arith.addf %in, %out : f32
      linalg.yield %268 : f32
    } -> tensor<10x1xf32>
    %119 = tensor.empty() : tensor<64x48xf32>
    %transposed_9 = linalg.transpose ins(%46 : tensor<48x64xf32>) outs(%119 : tensor<64x48xf32>) permutation = [1, 0]
    %120 = tensor.empty() : tensor<10x48xf32>
    %121 = linalg.fill ins(%cst : f32) outs(%120 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %122 = linalg.matmul ins(%collapsed_3, %transposed_9 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%121 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %123 = torch_c.from_builtin_tensor %122 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %124 = tensor.empty() : tensor<64x48xf32>
    %transposed_10 = linalg.transpose ins(%45 : tensor<48x64xf32>) outs(%124 : tensor<64x48xf32>) permutation = [1, 0]
    %125 = tensor.empty() : tensor<10x48xf32>
    %126 = linalg.fill ins(%cst : f32) outs(%125 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %127 = linalg.matmul ins(%collapsed_3, %transposed_10 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%126 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %128 = torch_c.from_builtin_tensor %127 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %129 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%123, %128, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %130 = torch_c.to_builtin_tensor %129 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %131 = tensor.empty() : tensor<48x64xf32>
    %transposed_11 = linalg.transpose ins(%44 : tensor<64x48xf32>) outs(%131 : tensor<48x64xf32>) permutation = [1, 0]
    %132 = tensor.empty() : tensor<10x64xf32>
    %133 = linalg.fill ins(%cst : f32) outs(%132 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %134 = linalg.matmul ins(%130, %transposed_11 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%133 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %135 = tensor.empty() : tensor<10x64xf32>
    %136 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%134, %118 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%135 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.mulf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %137 = tensor.empty() : tensor<10x64xf32>
    %138 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%111, %136 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%137 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.addf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %139 = tensor.empty() : tensor<10x3xi1>
    %140 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%84 : tensor<10x3xi64>) outs(%139 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %268 = arith.cmpi eq, %in, %c2_i64 : i64
      linalg.yield %268 : i1
    } -> tensor<10x3xi1>
    %141 = tensor.empty() : tensor<10x3xf32>
    %142 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%140, %83, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%141 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_28: f32, %in_29: f32, %out: f32):
      %268 = arith.select %in, %in_28, %in_29 : f32
      linalg.yield %268 : f32
    } -> tensor<10x3xf32>
    %143 = tensor.empty() : tensor<10x1xf32>
    %144 = linalg.fill ins(%cst : f32) outs(%143 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %145 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%142 : tensor<10x3xf32>) outs(%144 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = arith.addf %in, %out : f32
      linalg.yield %268 : f32
    } -> tensor<10x1xf32>
    %146 = tensor.empty() : tensor<64x48xf32>
    %transposed_12 = linalg.transpose ins(%43 : tensor<48x64xf32>) outs(%146 : tensor<64x48xf32>) permutation = [1, 0]
    %147 = tensor.empty() : tensor<10x48xf32>
    %148 = linalg.fill ins(%cst : f32) outs(%147 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %149 = linalg.matmul ins(%collapsed_3, %transposed_12 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%148 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %150 = torch_c.from_builtin_tensor %149 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %151 = tensor.empty() : tensor<64x48xf32>
    %transposed_13 = linalg.transpose ins(%42 : tensor<48x64xf32>) outs(%151 : tensor<64x48xf32>) permutation = [1, 0]
    %152 = tensor.empty() : tensor<10x48xf32>
    %153 = linalg.fill ins(%cst : f32) outs(%152 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %154 = linalg.matmul ins(%collapsed_3, %transposed_13 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%153 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %155 = torch_c.from_builtin_tensor %154 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %156 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%150, %155, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %157 = torch_c.to_builtin_tensor %156 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %158 = tensor.empty() : tensor<48x64xf32>
    %transposed_14 = linalg.transpose ins(%41 : tensor<64x48xf32>) outs(%158 : tensor<48x64xf32>) permutation = [1, 0]
    %159 = tensor.empty() : tensor<10x64xf32>
    %160 = linalg.fill ins(%cst : f32) outs(%159 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %161 = linalg.matmul ins(%157, %transposed_14 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%160 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %162 = tensor.empty() : tensor<10x64xf32>
    %163 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%161, %145 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%162 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.mulf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %164 = tensor.empty() : tensor<10x64xf32>
    %165 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%138, %163 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%164 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.addf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %166 = tensor.empty() : tensor<10x3xi1>
    %167 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%84 : tensor<10x3xi64>) outs(%166 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %268 = arith.cmpi eq, %in, %c3_i64 : i64
      linalg.yield %268 : i1
    } -> tensor<10x3xi1>
    %168 = tensor.empty() : tensor<10x3xf32>
    %169 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%167, %83, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%168 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_28: f32, %in_29: f32, %out: f32):
      %268 = arith.select %in, %in_28, %in_29 : f32
      linalg.yield %268 : f32
    } -> tensor<10x3xf32>
    %170 = tensor.empty() : tensor<10x1xf32>
    %171 = linalg.fill ins(%cst : f32) outs(%170 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %172 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%169 : tensor<10x3xf32>) outs(%171 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = arith.addf %in, %out : f32
      linalg.yield %268 : f32
    } -> tensor<10x1xf32>
    %173 = tensor.empty() : tensor<64x48xf32>
    %transposed_15 = linalg.transpose ins(%40 : tensor<48x64xf32>) outs(%173 : tensor<64x48xf32>) permutation = [1, 0]
    %174 = tensor.empty() : tensor<10x48xf32>
    %175 = linalg.fill ins(%cst : f32) outs(%174 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %176 = linalg.matmul ins(%collapsed_3, %transposed_15 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%175 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %177 = torch_c.from_builtin_tensor %176 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %178 = tensor.empty() : tensor<64x48xf32>
    %transposed_16 = linalg.transpose ins(%39 : tensor<48x64xf32>) outs(%178 : tensor<64x48xf32>) permutation = [1, 0]
    %179 = tensor.empty() : tensor<10x48xf32>
    %180 = linalg.fill ins(%cst : f32) outs(%179 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %181 = linalg.matmul ins(%collapsed_3, %transposed_16 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%180 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %182 = torch_c.from_builtin_tensor %181 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %183 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%177, %182, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %184 = torch_c.to_builtin_tensor %183 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %185 = tensor.empty() : tensor<48x64xf32>
    %transposed_17 = linalg.transpose ins(%38 : tensor<64x48xf32>) outs(%185 : tensor<48x64xf32>) permutation = [1, 0]
    %186 = tensor.empty() : tensor<10x64xf32>
    %187 = linalg.fill ins(%cst : f32) outs(%186 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %188 = linalg.matmul ins(%184, %transposed_17 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%187 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %189 = tensor.empty() : tensor<10x64xf32>
    %190 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%188, %172 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%189 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.mulf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %191 = tensor.empty() : tensor<10x64xf32>
    %192 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%165, %190 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%191 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.addf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %193 = tensor.empty() : tensor<10x3xi1>
    %194 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%84 : tensor<10x3xi64>) outs(%193 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %268 = arith.cmpi eq, %in, %c4_i64 : i64
      linalg.yield %268 : i1
    } -> tensor<10x3xi1>
    %195 = tensor.empty() : tensor<10x3xf32>
    %196 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%194, %83, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%195 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_28: f32, %in_29: f32, %out: f32):
      %268 = arith.select %in, %in_28, %in_29 : f32
      linalg.yield %268 : f32
    } -> tensor<10x3xf32>
    %197 = tensor.empty() : tensor<10x1xf32>
    %198 = linalg.fill ins(%cst : f32) outs(%197 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %199 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%196 : tensor<10x3xf32>) outs(%198 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = arith.addf %in, %out : f32
      linalg.yield %268 : f32
    } -> tensor<10x1xf32>
    %200 = tensor.empty() : tensor<64x48xf32>
    %transposed_18 = linalg.transpose ins(%37 : tensor<48x64xf32>) outs(%200 : tensor<64x48xf32>) permutation = [1, 0]
    %201 = tensor.empty() : tensor<10x48xf32>
    %202 = linalg.fill ins(%cst : f32) outs(%201 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %203 = linalg.matmul ins(%collapsed_3, %transposed_18 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%202 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %204 = torch_c.from_builtin_tensor %203 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %205 = tensor.empty() : tensor<64x48xf32>
    %transposed_19 = linalg.transpose ins(%36 : tensor<48x64xf32>) outs(%205 : tensor<64x48xf32>) permutation = [1, 0]
    %206 = tensor.empty() : tensor<10x48xf32>
    %207 = linalg.fill ins(%cst : f32) outs(%206 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %208 = linalg.matmul ins(%collapsed_3, %transposed_19 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%207 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %209 = torch_c.from_builtin_tensor %208 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %210 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%204, %209, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %211 = torch_c.to_builtin_tensor %210 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %212 = tensor.empty() : tensor<48x64xf32>
    %transposed_20 = linalg.transpose ins(%35 : tensor<64x48xf32>) outs(%212 : tensor<48x64xf32>) permutation = [1, 0]
    %213 = tensor.empty() : tensor<10x64xf32>
    %214 = linalg.fill ins(%cst : f32) outs(%213 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %215 = linalg.matmul ins(%211, %transposed_20 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%214 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %216 = tensor.empty() : tensor<10x64xf32>
    %217 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%215, %199 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%216 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.mulf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %218 = tensor.empty() : tensor<10x64xf32>
    %219 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%192, %217 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%218 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.addf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %220 = tensor.empty() : tensor<10x3xi1>
    %221 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%84 : tensor<10x3xi64>) outs(%220 : tensor<10x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %268 = arith.cmpi eq, %in, %c5_i64 : i64
      linalg.yield %268 : i1
    } -> tensor<10x3xi1>
    %222 = tensor.empty() : tensor<10x3xf32>
    %223 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%221, %83, %cst_0 : tensor<10x3xi1>, tensor<10x3xf32>, tensor<f32>) outs(%222 : tensor<10x3xf32>) {
    ^bb0(%in: i1, %in_28: f32, %in_29: f32, %out: f32):
      %268 = arith.select %in, %in_28, %in_29 : f32
      linalg.yield %268 : f32
    } -> tensor<10x3xf32>
    %224 = tensor.empty() : tensor<10x1xf32>
    %225 = linalg.fill ins(%cst : f32) outs(%224 : tensor<10x1xf32>) -> tensor<10x1xf32>
    %226 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%223 : tensor<10x3xf32>) outs(%225 : tensor<10x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %268 = arith.addf %in, %out : f32
      linalg.yield %268 : f32
    } -> tensor<10x1xf32>
    %227 = tensor.empty() : tensor<64x48xf32>
    %transposed_21 = linalg.transpose ins(%34 : tensor<48x64xf32>) outs(%227 : tensor<64x48xf32>) permutation = [1, 0]
    %228 = tensor.empty() : tensor<10x48xf32>
    %229 = linalg.fill ins(%cst : f32) outs(%228 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %230 = linalg.matmul ins(%collapsed_3, %transposed_21 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%229 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %231 = torch_c.from_builtin_tensor %230 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %232 = tensor.empty() : tensor<64x48xf32>
    %transposed_22 = linalg.transpose ins(%33 : tensor<48x64xf32>) outs(%232 : tensor<64x48xf32>) permutation = [1, 0]
    %233 = tensor.empty() : tensor<10x48xf32>
    %234 = linalg.fill ins(%cst : f32) outs(%233 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %235 = linalg.matmul ins(%collapsed_3, %transposed_22 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%234 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %236 = torch_c.from_builtin_tensor %235 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %237 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%231, %236, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %238 = torch_c.to_builtin_tensor %237 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %239 = tensor.empty() : tensor<48x64xf32>
    %transposed_23 = linalg.transpose ins(%32 : tensor<64x48xf32>) outs(%239 : tensor<48x64xf32>) permutation = [1, 0]
    %240 = tensor.empty() : tensor<10x64xf32>
    %241 = linalg.fill ins(%cst : f32) outs(%240 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %242 = linalg.matmul ins(%238, %transposed_23 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%241 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %243 = tensor.empty() : tensor<10x64xf32>
    %244 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%242, %226 : tensor<10x64xf32>, tensor<10x1xf32>) outs(%243 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.mulf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %245 = tensor.empty() : tensor<10x64xf32>
    %246 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%219, %244 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%245 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.addf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %247 = tensor.empty() : tensor<64x48xf32>
    %transposed_24 = linalg.transpose ins(%31 : tensor<48x64xf32>) outs(%247 : tensor<64x48xf32>) permutation = [1, 0]
    %248 = tensor.empty() : tensor<10x48xf32>
    %249 = linalg.fill ins(%cst : f32) outs(%248 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %250 = linalg.matmul ins(%collapsed_3, %transposed_24 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%249 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %251 = torch_c.from_builtin_tensor %250 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %252 = tensor.empty() : tensor<64x48xf32>
    %transposed_25 = linalg.transpose ins(%30 : tensor<48x64xf32>) outs(%252 : tensor<64x48xf32>) permutation = [1, 0]
    %253 = tensor.empty() : tensor<10x48xf32>
    %254 = linalg.fill ins(%cst : f32) outs(%253 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %255 = linalg.matmul ins(%collapsed_3, %transposed_25 : tensor<10x64xf32>, tensor<64x48xf32>) outs(%254 : tensor<10x48xf32>) -> tensor<10x48xf32>
    %256 = torch_c.from_builtin_tensor %255 : tensor<10x48xf32> -> !torch.vtensor<[10,48],f32>
    %257 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%251, %256, %float7.500000e-01) : (!torch.vtensor<[10,48],f32>, !torch.vtensor<[10,48],f32>, !torch.float) -> !torch.vtensor<[10,48],f32>
    %258 = torch_c.to_builtin_tensor %257 : !torch.vtensor<[10,48],f32> -> tensor<10x48xf32>
    %259 = tensor.empty() : tensor<48x64xf32>
    %transposed_26 = linalg.transpose ins(%29 : tensor<64x48xf32>) outs(%259 : tensor<48x64xf32>) permutation = [1, 0]
    %260 = tensor.empty() : tensor<10x64xf32>
    %261 = linalg.fill ins(%cst : f32) outs(%260 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %262 = linalg.matmul ins(%258, %transposed_26 : tensor<10x48xf32>, tensor<48x64xf32>) outs(%261 : tensor<10x64xf32>) -> tensor<10x64xf32>
    %263 = tensor.empty() : tensor<10x64xf32>
    %264 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%246, %262 : tensor<10x64xf32>, tensor<10x64xf32>) outs(%263 : tensor<10x64xf32>) {
    ^bb0(%in: f32, %in_28: f32, %out: f32):
      %268 = arith.addf %in, %in_28 : f32
      linalg.yield %268 : f32
    } -> tensor<10x64xf32>
    %expanded_27 = tensor.expand_shape %264 [[0, 1], [2]] output_shape [2, 5, 64] : tensor<10x64xf32> into tensor<2x5x64xf32>
    %265 = torch_c.from_builtin_tensor %expanded_27 : tensor<2x5x64xf32> -> !torch.vtensor<[2,5,64],f32>
    %266 = torch.operator "torch.tensor_cast.hc_post"(%265, %1, %63#1, %63#2, %int4) : (!torch.vtensor<[2,5,64],f32>, !torch.vtensor<[2,5,4,64],f32>, !torch.vtensor<[2,5,4],f32>, !torch.vtensor<[2,5,4,4],f32>, !torch.int) -> !torch.vtensor<[2,5,4,64],f32>
    %267 = torch_c.to_builtin_tensor %266 : !torch.vtensor<[2,5,4,64],f32> -> tensor<2x5x4x64xf32>
    return %267 : tensor<2x5x4x64xf32>
  }
}
