// hc_moe_topk_dyn, form partial. torch 2.13.0+cpu, torch-mlir 20261001. Dynamic batch and tokens.
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
  func.func @main(%arg0: tensor<24x256xf32>, %arg1: tensor<24xf32>, %arg2: tensor<3xf32>, %arg3: tensor<64xf32>, %arg4: tensor<6x64xf32>, %arg5: tensor<6xf32>, %arg6: tensor<48x64xf32>, %arg7: tensor<48x64xf32>, %arg8: tensor<64x48xf32>, %arg9: tensor<48x64xf32>, %arg10: tensor<48x64xf32>, %arg11: tensor<64x48xf32>, %arg12: tensor<48x64xf32>, %arg13: tensor<48x64xf32>, %arg14: tensor<64x48xf32>, %arg15: tensor<48x64xf32>, %arg16: tensor<48x64xf32>, %arg17: tensor<64x48xf32>, %arg18: tensor<48x64xf32>, %arg19: tensor<48x64xf32>, %arg20: tensor<64x48xf32>, %arg21: tensor<48x64xf32>, %arg22: tensor<48x64xf32>, %arg23: tensor<64x48xf32>, %arg24: tensor<48x64xf32>, %arg25: tensor<48x64xf32>, %arg26: tensor<64x48xf32>, %arg27: tensor<?x?x4x64xf32>) -> tensor<?x?x4x64xf32> {
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %true = torch.constant.bool true
    %int3 = torch.constant.int 3
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %int20 = torch.constant.int 20
    %int4 = torch.constant.int 4
    %c4_i64 = arith.constant 4 : i64
    %c1_i64 = arith.constant 1 : i64
    %c0_i64 = arith.constant 0 : i64
    %c256_i64 = arith.constant 256 : i64
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %cst = arith.constant 0.000000e+00 : f32
    %c24_i64 = arith.constant 24 : i64
    %c64_i64 = arith.constant 64 : i64
    %cst_0 = arith.constant dense<0.000000e+00> : tensor<f32>
    %cst_1 = arith.constant 2.000000e+01 : f32
    %c3_i64 = arith.constant 3 : i64
    %c2_i64 = arith.constant 2 : i64
    %c5_i64 = arith.constant 5 : i64
    %0 = torch_c.from_builtin_tensor %arg27 : tensor<?x?x4x64xf32> -> !torch.vtensor<[?,?,4,64],f32>
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
    %51 = torch_c.to_builtin_tensor %0 : !torch.vtensor<[?,?,4,64],f32> -> tensor<?x?x4x64xf32>
    %52 = torch.symbolic_int "s33" {min_val = 2, max_val = 8} : !torch.int
    %53 = torch.symbolic_int "s50" {min_val = 2, max_val = 1024} : !torch.int
    torch.bind_symbolic_shape %0, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 4, 64)> : !torch.vtensor<[?,?,4,64],f32>
    %dim = tensor.dim %51, %c0 : tensor<?x?x4x64xf32>
    %54 = arith.index_cast %dim : index to i64
    %55 = torch_c.from_i64 %54
    %dim_2 = tensor.dim %51, %c1 : tensor<?x?x4x64xf32>
    %56 = arith.index_cast %dim_2 : index to i64
    %57 = torch_c.from_i64 %56
    %58 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%0, %int4) : (!torch.vtensor<[?,?,4,64],f32>, !torch.int) -> !torch.vtensor<[?,?,1],f32>
    %59 = torch_c.to_builtin_tensor %58 : !torch.vtensor<[?,?,1],f32> -> tensor<?x?x1xf32>
    torch.bind_symbolic_shape %58, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 1)> : !torch.vtensor<[?,?,1],f32>
    %60 = torch_c.to_i64 %55
    %61 = arith.cmpi slt, %60, %c0_i64 : i64
    %62 = arith.select %61, %c1_i64, %60 : i64
    %63 = arith.extui %61 : i1 to i64
    %64 = torch_c.to_i64 %57
    %65 = arith.muli %62, %64 : i64
    %66 = arith.addi %63, %c1_i64 : i64
    %67 = arith.cmpi slt, %64, %c0_i64 : i64
    %68 = arith.select %67, %62, %65 : i64
    %69 = arith.select %67, %66, %63 : i64
    %70 = arith.muli %68, %c256_i64 : i64
    %71 = arith.cmpi sle, %69, %c1_i64 : i64
    cf.assert %71, "must have at most one inferred (negative) dimension"
    %dim_3 = tensor.dim %51, %c0 : tensor<?x?x4x64xf32>
    %72 = arith.index_cast %dim_3 : index to i64
    %dim_4 = tensor.dim %51, %c1 : tensor<?x?x4x64xf32>
    %73 = arith.index_cast %dim_4 : index to i64
    %74 = arith.muli %72, %73 : i64
    %75 = arith.muli %74, %c256_i64 : i64
    %76 = arith.divsi %75, %70 : i64
    %77 = arith.cmpi slt, %60, %c0_i64 : i64
    %78 = arith.select %77, %76, %60 : i64
    %79 = arith.cmpi slt, %64, %c0_i64 : i64
    %80 = arith.select %79, %76, %64 : i64
    %from_elements = tensor.from_elements %78, %80, %c256_i64 : tensor<3xi64>
    %reshape = tensor.reshape %51(%from_elements) : (tensor<?x?x4x64xf32>, tensor<3xi64>) -> tensor<?x?x256xf32>
    %81 = torch_c.from_builtin_tensor %reshape : tensor<?x?x256xf32> -> !torch.vtensor<[?,?,256],f32>
    torch.bind_symbolic_shape %81, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 256)> : !torch.vtensor<[?,?,256],f32>
    %82 = tensor.empty() : tensor<256x24xf32>
    %transposed = linalg.transpose ins(%50 : tensor<24x256xf32>) outs(%82 : tensor<256x24xf32>) permutation = [1, 0]
    %cast = tensor.cast %reshape : tensor<?x?x256xf32> to tensor<?x1x256xf32>
    %collapsed = tensor.collapse_shape %cast [[0], [1, 2]] : tensor<?x1x256xf32> into tensor<?x256xf32>
    %83 = torch_c.from_builtin_tensor %collapsed : tensor<?x256xf32> -> !torch.vtensor<[?,256],f32>
    torch.bind_symbolic_shape %83, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 256)> : !torch.vtensor<[?,256],f32>
    %dim_5 = tensor.dim %collapsed, %c0 : tensor<?x256xf32>
    %84 = tensor.empty(%dim_5) : tensor<?x24xf32>
    %85 = linalg.fill ins(%cst : f32) outs(%84 : tensor<?x24xf32>) -> tensor<?x24xf32>
    %86 = linalg.matmul ins(%collapsed, %transposed : tensor<?x256xf32>, tensor<256x24xf32>) outs(%85 : tensor<?x24xf32>) -> tensor<?x24xf32>
    %87 = torch_c.from_builtin_tensor %86 : tensor<?x24xf32> -> !torch.vtensor<[?,24],f32>
    torch.bind_symbolic_shape %87, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 24)> : !torch.vtensor<[?,24],f32>
    %88 = torch_c.to_i64 %55
    %89 = arith.cmpi slt, %88, %c0_i64 : i64
    %90 = arith.select %89, %c1_i64, %88 : i64
    %91 = arith.extui %89 : i1 to i64
    %92 = torch_c.to_i64 %57
    %93 = arith.muli %90, %92 : i64
    %94 = arith.addi %91, %c1_i64 : i64
    %95 = arith.cmpi slt, %92, %c0_i64 : i64
    %96 = arith.select %95, %90, %93 : i64
    %97 = arith.select %95, %94, %91 : i64
    %98 = arith.muli %96, %c24_i64 : i64
    %99 = arith.cmpi sle, %97, %c1_i64 : i64
    cf.assert %99, "must have at most one inferred (negative) dimension"
    %100 = arith.index_cast %dim_5 : index to i64
    %101 = arith.muli %100, %c24_i64 : i64
    %102 = arith.divsi %101, %98 : i64
    %103 = arith.cmpi slt, %88, %c0_i64 : i64
    %104 = arith.select %103, %102, %88 : i64
    %105 = arith.cmpi slt, %92, %c0_i64 : i64
    %106 = arith.select %105, %102, %92 : i64
    %from_elements_6 = tensor.from_elements %104, %106, %c24_i64 : tensor<3xi64>
    %reshape_7 = tensor.reshape %86(%from_elements_6) : (tensor<?x24xf32>, tensor<3xi64>) -> tensor<?x?x24xf32>
    %107 = torch_c.from_builtin_tensor %reshape_7 : tensor<?x?x24xf32> -> !torch.vtensor<[?,?,24],f32>
    torch.bind_symbolic_shape %107, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 24)> : !torch.vtensor<[?,?,24],f32>
    %108 = arith.index_cast %104 : i64 to index
    %109 = arith.index_cast %106 : i64 to index
    %dim_8 = tensor.dim %59, %c0 : tensor<?x?x1xf32>
    %110 = arith.cmpi eq, %108, %dim_8 : index
    cf.assert %110, "mismatched size for broadcast"
    %dim_9 = tensor.dim %59, %c1 : tensor<?x?x1xf32>
    %111 = arith.cmpi eq, %109, %dim_9 : index
    cf.assert %111, "mismatched size for broadcast"
    %112 = tensor.empty(%108, %109) : tensor<?x?x24xf32>
    %113 = linalg.generic {indexing_maps = [#map, #map1, #map], iterator_types = ["parallel", "parallel", "parallel"]} ins(%reshape_7, %59 : tensor<?x?x24xf32>, tensor<?x?x1xf32>) outs(%112 : tensor<?x?x24xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.mulf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x?x24xf32>
    %114 = torch_c.from_builtin_tensor %113 : tensor<?x?x24xf32> -> !torch.vtensor<[?,?,24],f32>
    torch.bind_symbolic_shape %114, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 24)> : !torch.vtensor<[?,?,24],f32>
    %115:3 = torch.operator "torch.tensor_cast.hc_pre_sinkhorn"(%114, %0, %25, %26, %int4, %int20, %float9.999990e-07) : (!torch.vtensor<[?,?,24],f32>, !torch.vtensor<[?,?,4,64],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[24],f32>, !torch.int, !torch.int, !torch.float) -> (!torch.vtensor<[?,?,64],f32>, !torch.vtensor<[?,?,4],f32>, !torch.vtensor<[?,?,4,4],f32>)
    torch.bind_symbolic_shape %115#0, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 64)> : !torch.vtensor<[?,?,64],f32>
    torch.bind_symbolic_shape %115#1, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 4)> : !torch.vtensor<[?,?,4],f32>
    torch.bind_symbolic_shape %115#2, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 4, 4)> : !torch.vtensor<[?,?,4,4],f32>
    %116 = torch.operator "torch.tensor_cast.rms_norm"(%115#0, %24, %float9.999990e-07) : (!torch.vtensor<[?,?,64],f32>, !torch.vtensor<[64],f32>, !torch.float) -> !torch.vtensor<[?,?,64],f32>
    %117 = torch_c.to_builtin_tensor %116 : !torch.vtensor<[?,?,64],f32> -> tensor<?x?x64xf32>
    torch.bind_symbolic_shape %116, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 64)> : !torch.vtensor<[?,?,64],f32>
    %cast_10 = tensor.cast %117 : tensor<?x?x64xf32> to tensor<?x1x64xf32>
    %collapsed_11 = tensor.collapse_shape %cast_10 [[0], [1, 2]] : tensor<?x1x64xf32> into tensor<?x64xf32>
    %118 = torch_c.from_builtin_tensor %collapsed_11 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %118, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %119 = tensor.empty() : tensor<64x6xf32>
    %transposed_12 = linalg.transpose ins(%49 : tensor<6x64xf32>) outs(%119 : tensor<64x6xf32>) permutation = [1, 0]
    %dim_13 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %120 = tensor.empty(%dim_13) : tensor<?x6xf32>
    %121 = linalg.fill ins(%cst : f32) outs(%120 : tensor<?x6xf32>) -> tensor<?x6xf32>
    %122 = linalg.matmul ins(%collapsed_11, %transposed_12 : tensor<?x64xf32>, tensor<64x6xf32>) outs(%121 : tensor<?x6xf32>) -> tensor<?x6xf32>
    %123 = torch_c.from_builtin_tensor %122 : tensor<?x6xf32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %123, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %124 = tensor.empty(%dim_13) : tensor<?x6xf32>
    %125 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%122 : tensor<?x6xf32>) outs(%124 : tensor<?x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = math.exp %in : f32
      linalg.yield %408 : f32
    } -> tensor<?x6xf32>
    %126 = torch_c.from_builtin_tensor %125 : tensor<?x6xf32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %126, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %127 = tensor.empty(%dim_13) : tensor<?x6xf32>
    %128 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%125 : tensor<?x6xf32>) outs(%127 : tensor<?x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = math.log1p %in : f32
      linalg.yield %408 : f32
    } -> tensor<?x6xf32>
    %129 = torch_c.from_builtin_tensor %128 : tensor<?x6xf32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %129, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %130 = tensor.empty(%dim_13) : tensor<?x6xi1>
    %131 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%122 : tensor<?x6xf32>) outs(%130 : tensor<?x6xi1>) {
    ^bb0(%in: f32, %out: i1):
      %408 = arith.cmpf ogt, %in, %cst_1 : f32
      linalg.yield %408 : i1
    } -> tensor<?x6xi1>
    %132 = torch_c.from_builtin_tensor %131 : tensor<?x6xi1> -> !torch.vtensor<[?,6],i1>
    torch.bind_symbolic_shape %132, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],i1>
    %133 = tensor.empty(%dim_13) : tensor<?x6xf32>
    %134 = linalg.generic {indexing_maps = [#map2, #map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%131, %122, %128 : tensor<?x6xi1>, tensor<?x6xf32>, tensor<?x6xf32>) outs(%133 : tensor<?x6xf32>) {
    ^bb0(%in: i1, %in_71: f32, %in_72: f32, %out: f32):
      %408 = arith.select %in, %in_71, %in_72 : f32
      linalg.yield %408 : f32
    } -> tensor<?x6xf32>
    %135 = torch_c.from_builtin_tensor %134 : tensor<?x6xf32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %135, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %136 = tensor.empty(%dim_13) : tensor<?x6xf32>
    %137 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%134 : tensor<?x6xf32>) outs(%136 : tensor<?x6xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = math.sqrt %in : f32
      linalg.yield %408 : f32
    } -> tensor<?x6xf32>
    %138 = torch_c.from_builtin_tensor %137 : tensor<?x6xf32> -> !torch.vtensor<[?,6],f32>
    torch.bind_symbolic_shape %138, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 6)> : !torch.vtensor<[?,6],f32>
    %139:2 = torch.operator "torch.tensor_cast.moe_gating_top_k"(%138, %int3, %true, %float1.500000e00, %22) : (!torch.vtensor<[?,6],f32>, !torch.int, !torch.bool, !torch.float, !torch.vtensor<[6],f32>) -> (!torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],si64>)
    %140 = torch_c.to_builtin_tensor %139#0 : !torch.vtensor<[?,3],f32> -> tensor<?x3xf32>
    %141 = torch_c.to_builtin_tensor %139#1 : !torch.vtensor<[?,3],si64> -> tensor<?x3xi64>
    torch.bind_symbolic_shape %139#0, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %139#1, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],si64>
    %dim_14 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %142 = arith.index_cast %dim_14 : index to i64
    %143 = torch_c.from_i64 %142
    %144 = torch_c.to_i64 %143
    %145 = arith.cmpi sge, %144, %c0_i64 : i64
    cf.assert %145, "negative values not allowed in new dimensions"
    %146 = arith.index_cast %144 : i64 to index
    %147 = tensor.empty(%146) : tensor<?x64xf32>
    %148 = linalg.generic {indexing_maps = [#map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%cst_0 : tensor<f32>) outs(%147 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %out: f32):
      linalg.yield %in : f32
    } -> tensor<?x64xf32>
    %149 = torch_c.from_builtin_tensor %148 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %149, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %dim_15 = tensor.dim %141, %c0 : tensor<?x3xi64>
    %150 = tensor.empty(%dim_15) : tensor<?x3xi1>
    %151 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%141 : tensor<?x3xi64>) outs(%150 : tensor<?x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %408 = arith.cmpi eq, %in, %c0_i64 : i64
      linalg.yield %408 : i1
    } -> tensor<?x3xi1>
    %152 = torch_c.from_builtin_tensor %151 : tensor<?x3xi1> -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %152, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %dim_16 = tensor.dim %140, %c0 : tensor<?x3xf32>
    %153 = arith.cmpi eq, %dim_15, %dim_16 : index
    cf.assert %153, "mismatched size for broadcast"
    %154 = tensor.empty(%dim_15) : tensor<?x3xf32>
    %155 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%151, %140, %cst_0 : tensor<?x3xi1>, tensor<?x3xf32>, tensor<f32>) outs(%154 : tensor<?x3xf32>) {
    ^bb0(%in: i1, %in_71: f32, %in_72: f32, %out: f32):
      %408 = arith.select %in, %in_71, %in_72 : f32
      linalg.yield %408 : f32
    } -> tensor<?x3xf32>
    %156 = torch_c.from_builtin_tensor %155 : tensor<?x3xf32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %156, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %157 = tensor.empty(%dim_15) : tensor<?x1xf32>
    %158 = linalg.fill ins(%cst : f32) outs(%157 : tensor<?x1xf32>) -> tensor<?x1xf32>
    %159 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%155 : tensor<?x3xf32>) outs(%158 : tensor<?x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = arith.addf %in, %out : f32
      linalg.yield %408 : f32
    } -> tensor<?x1xf32>
    %160 = torch_c.from_builtin_tensor %159 : tensor<?x1xf32> -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %160, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %161 = tensor.empty() : tensor<64x48xf32>
    %transposed_17 = linalg.transpose ins(%48 : tensor<48x64xf32>) outs(%161 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_18 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %162 = tensor.empty(%dim_18) : tensor<?x48xf32>
    %163 = linalg.fill ins(%cst : f32) outs(%162 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %164 = linalg.matmul ins(%collapsed_11, %transposed_17 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%163 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %165 = torch_c.from_builtin_tensor %164 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %165, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %166 = tensor.empty() : tensor<64x48xf32>
    %transposed_19 = linalg.transpose ins(%47 : tensor<48x64xf32>) outs(%166 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_20 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %167 = tensor.empty(%dim_20) : tensor<?x48xf32>
    %168 = linalg.fill ins(%cst : f32) outs(%167 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %169 = linalg.matmul ins(%collapsed_11, %transposed_19 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%168 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %170 = torch_c.from_builtin_tensor %169 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %170, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %171 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%165, %170, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    %172 = torch_c.to_builtin_tensor %171 : !torch.vtensor<[?,48],f32> -> tensor<?x48xf32>
    torch.bind_symbolic_shape %171, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %173 = tensor.empty() : tensor<48x64xf32>
    %transposed_21 = linalg.transpose ins(%46 : tensor<64x48xf32>) outs(%173 : tensor<48x64xf32>) permutation = [1, 0]
    %dim_22 = tensor.dim %172, %c0 : tensor<?x48xf32>
    %174 = tensor.empty(%dim_22) : tensor<?x64xf32>
    %175 = linalg.fill ins(%cst : f32) outs(%174 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %176 = linalg.matmul ins(%172, %transposed_21 : tensor<?x48xf32>, tensor<48x64xf32>) outs(%175 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %177 = torch_c.from_builtin_tensor %176 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %177, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %178 = arith.cmpi eq, %dim_22, %dim_15 : index
    cf.assert %178, "mismatched size for broadcast"
    %179 = tensor.empty(%dim_22) : tensor<?x64xf32>
    %180 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%176, %159 : tensor<?x64xf32>, tensor<?x1xf32>) outs(%179 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.mulf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %181 = torch_c.from_builtin_tensor %180 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %181, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %182 = arith.cmpi eq, %146, %dim_22 : index
    cf.assert %182, "mismatched size for broadcast"
    %183 = tensor.empty(%146) : tensor<?x64xf32>
    %184 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%148, %180 : tensor<?x64xf32>, tensor<?x64xf32>) outs(%183 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.addf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %185 = torch_c.from_builtin_tensor %184 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %185, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %dim_23 = tensor.dim %141, %c0 : tensor<?x3xi64>
    %186 = tensor.empty(%dim_23) : tensor<?x3xi1>
    %187 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%141 : tensor<?x3xi64>) outs(%186 : tensor<?x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %408 = arith.cmpi eq, %in, %c1_i64 : i64
      linalg.yield %408 : i1
    } -> tensor<?x3xi1>
    %188 = torch_c.from_builtin_tensor %187 : tensor<?x3xi1> -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %188, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %dim_24 = tensor.dim %140, %c0 : tensor<?x3xf32>
    %189 = arith.cmpi eq, %dim_23, %dim_24 : index
    cf.assert %189, "mismatched size for broadcast"
    %190 = tensor.empty(%dim_23) : tensor<?x3xf32>
    %191 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%187, %140, %cst_0 : tensor<?x3xi1>, tensor<?x3xf32>, tensor<f32>) outs(%190 : tensor<?x3xf32>) {
    ^bb0(%in: i1, %in_71: f32, %in_72: f32, %out: f32):
      %408 = arith.select %in, %in_71, %in_72 : f32
      linalg.yield %408 : f32
    } -> tensor<?x3xf32>
    %192 = torch_c.from_builtin_tensor %191 : tensor<?x3xf32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %192, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %193 = tensor.empty(%dim_23) : tensor<?x1xf32>
    %194 = linalg.fill ins(%cst : f32) outs(%193 : tensor<?x1xf32>) -> tensor<?x1xf32>
    %195 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%191 : tensor<?x3xf32>) outs(%194 : tensor<?x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = arith.addf %in, %out : f32
      linalg.yield %408 : f32
    } -> tensor<?x1xf32>
    %196 = torch_c.from_builtin_tensor %195 : tensor<?x1xf32> -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %196, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %197 = tensor.empty() : tensor<64x48xf32>
    %transposed_25 = linalg.transpose ins(%45 : tensor<48x64xf32>) outs(%197 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_26 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %198 = tensor.empty(%dim_26) : tensor<?x48xf32>
    %199 = linalg.fill ins(%cst : f32) outs(%198 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %200 = linalg.matmul ins(%collapsed_11, %transposed_25 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%199 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %201 = torch_c.from_builtin_tensor %200 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %201, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %202 = tensor.empty() : tensor<64x48xf32>
    %transposed_27 = linalg.transpose ins(%44 : tensor<48x64xf32>) outs(%202 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_28 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %203 = tensor.empty(%dim_28) : tensor<?x48xf32>
    %204 = linalg.fill ins(%cst : f32) outs(%203 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %205 = linalg.matmul ins(%collapsed_11, %transposed_27 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%204 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %206 = torch_c.from_builtin_tensor %205 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %206, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %207 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%201, %206, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    %208 = torch_c.to_builtin_tensor %207 : !torch.vtensor<[?,48],f32> -> tensor<?x48xf32>
    torch.bind_symbolic_shape %207, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %209 = tensor.empty() : tensor<48x64xf32>
    %transposed_29 = linalg.transpose ins(%43 : tensor<64x48xf32>) outs(%209 : tensor<48x64xf32>) permutation = [1, 0]
    %dim_30 = tensor.dim %208, %c0 : tensor<?x48xf32>
    %210 = tensor.empty(%dim_30) : tensor<?x64xf32>
    %211 = linalg.fill ins(%cst : f32) outs(%210 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %212 = linalg.matmul ins(%208, %transposed_29 : tensor<?x48xf32>, tensor<48x64xf32>) outs(%211 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %213 = torch_c.from_builtin_tensor %212 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %213, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %214 = arith.cmpi eq, %dim_30, %dim_23 : index
    cf.assert %214, "mismatched size for broadcast"
    %215 = tensor.empty(%dim_30) : tensor<?x64xf32>
    %216 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%212, %195 : tensor<?x64xf32>, tensor<?x1xf32>) outs(%215 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.mulf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %217 = torch_c.from_builtin_tensor %216 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %217, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %218 = arith.cmpi eq, %146, %dim_30 : index
    cf.assert %218, "mismatched size for broadcast"
    %219 = tensor.empty(%146) : tensor<?x64xf32>
    %220 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%184, %216 : tensor<?x64xf32>, tensor<?x64xf32>) outs(%219 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.addf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %221 = torch_c.from_builtin_tensor %220 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %221, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %dim_31 = tensor.dim %141, %c0 : tensor<?x3xi64>
    %222 = tensor.empty(%dim_31) : tensor<?x3xi1>
    %223 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%141 : tensor<?x3xi64>) outs(%222 : tensor<?x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %408 = arith.cmpi eq, %in, %c2_i64 : i64
      linalg.yield %408 : i1
    } -> tensor<?x3xi1>
    %224 = torch_c.from_builtin_tensor %223 : tensor<?x3xi1> -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %224, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %dim_32 = tensor.dim %140, %c0 : tensor<?x3xf32>
    %225 = arith.cmpi eq, %dim_31, %dim_32 : index
    cf.assert %225, "mismatched size for broadcast"
    %226 = tensor.empty(%dim_31) : tensor<?x3xf32>
    %227 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%223, %140, %cst_0 : tensor<?x3xi1>, tensor<?x3xf32>, tensor<f32>) outs(%226 : tensor<?x3xf32>) {
    ^bb0(%in: i1, %in_71: f32, %in_72: f32, %out: f32):
      %408 = arith.select %in, %in_71, %in_72 : f32
      linalg.yield %408 : f32
    } -> tensor<?x3xf32>
    %228 = torch_c.from_builtin_tensor %227 : tensor<?x3xf32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %228, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %229 = tensor.empty(%dim_31) : tensor<?x1xf32>
    %230 = linalg.fill ins(%cst : f32) outs(%229 : tensor<?x1xf32>) -> tensor<?x1xf32>
    %231 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%227 : tensor<?x3xf32>) outs(%230 : tensor<?x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = arith.addf %in, %out : f32
      linalg.yield %408 : f32
    } -> tensor<?x1xf32>
    %232 = torch_c.from_builtin_tensor %231 : tensor<?x1xf32> -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %232, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %233 = tensor.empty() : tensor<64x48xf32>
    %transposed_33 = linalg.transpose ins(%42 : tensor<48x64xf32>) outs(%233 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_34 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %234 = tensor.empty(%dim_34) : tensor<?x48xf32>
    %235 = linalg.fill ins(%cst : f32) outs(%234 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %236 = linalg.matmul ins(%collapsed_11, %transposed_33 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%235 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %237 = torch_c.from_builtin_tensor %236 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %237, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %238 = tensor.empty() : tensor<64x48xf32>
    %transposed_35 = linalg.transpose ins(%41 : tensor<48x64xf32>) outs(%238 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_36 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %239 = tensor.empty(%dim_36) : tensor<?x48xf32>
    %240 = linalg.fill ins(%cst : f32) outs(%239 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %241 = linalg.matmul ins(%collapsed_11, %transposed_35 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%240 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %242 = torch_c.from_builtin_tensor %241 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %242, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %243 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%237, %242, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    %244 = torch_c.to_builtin_tensor %243 : !torch.vtensor<[?,48],f32> -> tensor<?x48xf32>
    torch.bind_symbolic_shape %243, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %245 = tensor.empty() : tensor<48x64xf32>
    %transposed_37 = linalg.transpose ins(%40 : tensor<64x48xf32>) outs(%245 : tensor<48x64xf32>) permutation = [1, 0]
    %dim_38 = tensor.dim %244, %c0 : tensor<?x48xf32>
    %246 = tensor.empty(%dim_38) : tensor<?x64xf32>
    %247 = linalg.fill ins(%cst : f32) outs(%246 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %248 = linalg.matmul ins(%244, %transposed_37 : tensor<?x48xf32>, tensor<48x64xf32>) outs(%247 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %249 = torch_c.from_builtin_tensor %248 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %249, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %250 = arith.cmpi eq, %dim_38, %dim_31 : index
    cf.assert %250, "mismatched size for broadcast"
    %251 = tensor.empty(%dim_38) : tensor<?x64xf32>
    %252 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%248, %231 : tensor<?x64xf32>, tensor<?x1xf32>) outs(%251 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.mulf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %253 = torch_c.from_builtin_tensor %252 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %253, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %254 = arith.cmpi eq, %146, %dim_38 : index
    cf.assert %254, "mismatched size for broadcast"
    %255 = tensor.empty(%146) : tensor<?x64xf32>
    %256 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%220, %252 : tensor<?x64xf32>, tensor<?x64xf32>) outs(%255 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.addf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %257 = torch_c.from_builtin_tensor %256 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %257, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %dim_39 = tensor.dim %141, %c0 : tensor<?x3xi64>
    %258 = tensor.empty(%dim_39) : tensor<?x3xi1>
    %259 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%141 : tensor<?x3xi64>) outs(%258 : tensor<?x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %408 = arith.cmpi eq, %in, %c3_i64 : i64
      linalg.yield %408 : i1
    } -> tensor<?x3xi1>
    %260 = torch_c.from_builtin_tensor %259 : tensor<?x3xi1> -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %260, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %dim_40 = tensor.dim %140, %c0 : tensor<?x3xf32>
    %261 = arith.cmpi eq, %dim_39, %dim_40 : index
    cf.assert %261, "mismatched size for broadcast"
    %262 = tensor.empty(%dim_39) : tensor<?x3xf32>
    %263 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%259, %140, %cst_0 : tensor<?x3xi1>, tensor<?x3xf32>, tensor<f32>) outs(%262 : tensor<?x3xf32>) {
    ^bb0(%in: i1, %in_71: f32, %in_72: f32, %out: f32):
      %408 = arith.select %in, %in_71, %in_72 : f32
      linalg.yield %408 : f32
    } -> tensor<?x3xf32>
    %264 = torch_c.from_builtin_tensor %263 : tensor<?x3xf32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %264, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %265 = tensor.empty(%dim_39) : tensor<?x1xf32>
    %266 = linalg.fill ins(%cst : f32) outs(%265 : tensor<?x1xf32>) -> tensor<?x1xf32>
    %267 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%263 : tensor<?x3xf32>) outs(%266 : tensor<?x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = arith.addf %in, %out : f32
      linalg.yield %408 : f32
    } -> tensor<?x1xf32>
    %268 = torch_c.from_builtin_tensor %267 : tensor<?x1xf32> -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %268, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %269 = tensor.empty() : tensor<64x48xf32>
    %transposed_41 = linalg.transpose ins(%39 : tensor<48x64xf32>) outs(%269 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_42 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %270 = tensor.empty(%dim_42) : tensor<?x48xf32>
    %271 = linalg.fill ins(%cst : f32) outs(%270 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %272 = linalg.matmul ins(%collapsed_11, %transposed_41 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%271 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %273 = torch_c.from_builtin_tensor %272 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %273, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %274 = tensor.empty() : tensor<64x48xf32>
    %transposed_43 = linalg.transpose ins(%38 : tensor<48x64xf32>) outs(%274 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_44 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %275 = tensor.empty(%dim_44) : tensor<?x48xf32>
    %276 = linalg.fill ins(%cst : f32) outs(%275 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %277 = linalg.matmul ins(%collapsed_11, %transposed_43 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%276 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %278 = torch_c.from_builtin_tensor %277 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %278, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %279 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%273, %278, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    %280 = torch_c.to_builtin_tensor %279 : !torch.vtensor<[?,48],f32> -> tensor<?x48xf32>
    torch.bind_symbolic_shape %279, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %281 = tensor.empty() : tensor<48x64xf32>
    %transposed_45 = linalg.transpose ins(%37 : tensor<64x48xf32>) outs(%281 : tensor<48x64xf32>) permutation = [1, 0]
    %dim_46 = tensor.dim %280, %c0 : tensor<?x48xf32>
    %282 = tensor.empty(%dim_46) : tensor<?x64xf32>
    %283 = linalg.fill ins(%cst : f32) outs(%282 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %284 = linalg.matmul ins(%280, %transposed_45 : tensor<?x48xf32>, tensor<48x64xf32>) outs(%283 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %285 = torch_c.from_builtin_tensor %284 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %285, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %286 = arith.cmpi eq, %dim_46, %dim_39 : index
    cf.assert %286, "mismatched size for broadcast"
    %287 = tensor.empty(%dim_46) : tensor<?x64xf32>
    %288 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%284, %267 : tensor<?x64xf32>, tensor<?x1xf32>) outs(%287 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.mulf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %289 = torch_c.from_builtin_tensor %288 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %289, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %290 = arith.cmpi eq, %146, %dim_46 : index
    cf.assert %290, "mismatched size for broadcast"
    %291 = tensor.empty(%146) : tensor<?x64xf32>
    %292 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%256, %288 : tensor<?x64xf32>, tensor<?x64xf32>) outs(%291 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.addf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %293 = torch_c.from_builtin_tensor %292 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %293, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %dim_47 = tensor.dim %141, %c0 : tensor<?x3xi64>
    %294 = tensor.empty(%dim_47) : tensor<?x3xi1>
    %295 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%141 : tensor<?x3xi64>) outs(%294 : tensor<?x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %408 = arith.cmpi eq, %in, %c4_i64 : i64
      linalg.yield %408 : i1
    } -> tensor<?x3xi1>
    %296 = torch_c.from_builtin_tensor %295 : tensor<?x3xi1> -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %296, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %dim_48 = tensor.dim %140, %c0 : tensor<?x3xf32>
    %297 = arith.cmpi eq, %dim_47, %dim_48 : index
    cf.assert %297, "mismatched size for broadcast"
    %298 = tensor.empty(%dim_47) : tensor<?x3xf32>
    %299 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%295, %140, %cst_0 : tensor<?x3xi1>, tensor<?x3xf32>, tensor<f32>) outs(%298 : tensor<?x3xf32>) {
    ^bb0(%in: i1, %in_71: f32, %in_72: f32, %out: f32):
      %408 = arith.select %in, %in_71, %in_72 : f32
      linalg.yield %408 : f32
    } -> tensor<?x3xf32>
    %300 = torch_c.from_builtin_tensor %299 : tensor<?x3xf32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %300, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %301 = tensor.empty(%dim_47) : tensor<?x1xf32>
    %302 = linalg.fill ins(%cst : f32) outs(%301 : tensor<?x1xf32>) -> tensor<?x1xf32>
    %303 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%299 : tensor<?x3xf32>) outs(%302 : tensor<?x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = arith.addf %in, %out : f32
      linalg.yield %408 : f32
    } -> tensor<?x1xf32>
    %304 = torch_c.from_builtin_tensor %303 : tensor<?x1xf32> -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %304, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %305 = tensor.empty() : tensor<64x48xf32>
    %transposed_49 = linalg.transpose ins(%36 : tensor<48x64xf32>) outs(%305 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_50 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %306 = tensor.empty(%dim_50) : tensor<?x48xf32>
    %307 = linalg.fill ins(%cst : f32) outs(%306 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %308 = linalg.matmul ins(%collapsed_11, %transposed_49 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%307 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %309 = torch_c.from_builtin_tensor %308 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %309, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %310 = tensor.empty() : tensor<64x48xf32>
    %transposed_51 = linalg.transpose ins(%35 : tensor<48x64xf32>) outs(%310 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_52 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %311 = tensor.empty(%dim_52) : tensor<?x48xf32>
    %312 = linalg.fill ins(%cst : f32) outs(%311 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %313 = linalg.matmul ins(%collapsed_11, %transposed_51 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%312 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %314 = torch_c.from_builtin_tensor %313 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %314, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %315 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%309, %314, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    %316 = torch_c.to_builtin_tensor %315 : !torch.vtensor<[?,48],f32> -> tensor<?x48xf32>
    torch.bind_symbolic_shape %315, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %317 = tensor.empty() : tensor<48x64xf32>
    %transposed_53 = linalg.transpose ins(%34 : tensor<64x48xf32>) outs(%317 : tensor<48x64xf32>) permutation = [1, 0]
    %dim_54 = tensor.dim %316, %c0 : tensor<?x48xf32>
    %318 = tensor.empty(%dim_54) : tensor<?x64xf32>
    %319 = linalg.fill ins(%cst : f32) outs(%318 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %320 = linalg.matmul ins(%316, %transposed_53 : tensor<?x48xf32>, tensor<48x64xf32>) outs(%319 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %321 = torch_c.from_builtin_tensor %320 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %321, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %322 = arith.cmpi eq, %dim_54, %dim_47 : index
    cf.assert %322, "mismatched size for broadcast"
    %323 = tensor.empty(%dim_54) : tensor<?x64xf32>
    %324 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%320, %303 : tensor<?x64xf32>, tensor<?x1xf32>) outs(%323 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.mulf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %325 = torch_c.from_builtin_tensor %324 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %325, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %326 = arith.cmpi eq, %146, %dim_54 : index
    cf.assert %326, "mismatched size for broadcast"
    %327 = tensor.empty(%146) : tensor<?x64xf32>
    %328 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%292, %324 : tensor<?x64xf32>, tensor<?x64xf32>) outs(%327 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.addf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %329 = torch_c.from_builtin_tensor %328 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %329, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %dim_55 = tensor.dim %141, %c0 : tensor<?x3xi64>
    %330 = tensor.empty(%dim_55) : tensor<?x3xi1>
    %331 = linalg.generic {indexing_maps = [#map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%141 : tensor<?x3xi64>) outs(%330 : tensor<?x3xi1>) {
    ^bb0(%in: i64, %out: i1):
      %408 = arith.cmpi eq, %in, %c5_i64 : i64
      linalg.yield %408 : i1
    } -> tensor<?x3xi1>
    %332 = torch_c.from_builtin_tensor %331 : tensor<?x3xi1> -> !torch.vtensor<[?,3],i1>
    torch.bind_symbolic_shape %332, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],i1>
    %dim_56 = tensor.dim %140, %c0 : tensor<?x3xf32>
    %333 = arith.cmpi eq, %dim_55, %dim_56 : index
    cf.assert %333, "mismatched size for broadcast"
    %334 = tensor.empty(%dim_55) : tensor<?x3xf32>
    %335 = linalg.generic {indexing_maps = [#map2, #map2, #map3, #map2], iterator_types = ["parallel", "parallel"]} ins(%331, %140, %cst_0 : tensor<?x3xi1>, tensor<?x3xf32>, tensor<f32>) outs(%334 : tensor<?x3xf32>) {
    ^bb0(%in: i1, %in_71: f32, %in_72: f32, %out: f32):
      %408 = arith.select %in, %in_71, %in_72 : f32
      linalg.yield %408 : f32
    } -> tensor<?x3xf32>
    %336 = torch_c.from_builtin_tensor %335 : tensor<?x3xf32> -> !torch.vtensor<[?,3],f32>
    torch.bind_symbolic_shape %336, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 3)> : !torch.vtensor<[?,3],f32>
    %337 = tensor.empty(%dim_55) : tensor<?x1xf32>
    %338 = linalg.fill ins(%cst : f32) outs(%337 : tensor<?x1xf32>) -> tensor<?x1xf32>
    %339 = linalg.generic {indexing_maps = [#map2, #map4], iterator_types = ["parallel", "reduction"]} ins(%335 : tensor<?x3xf32>) outs(%338 : tensor<?x1xf32>) {
    ^bb0(%in: f32, %out: f32):
      %408 = arith.addf %in, %out : f32
      linalg.yield %408 : f32
    } -> tensor<?x1xf32>
    %340 = torch_c.from_builtin_tensor %339 : tensor<?x1xf32> -> !torch.vtensor<[?,1],f32>
    torch.bind_symbolic_shape %340, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 1)> : !torch.vtensor<[?,1],f32>
    %341 = tensor.empty() : tensor<64x48xf32>
    %transposed_57 = linalg.transpose ins(%33 : tensor<48x64xf32>) outs(%341 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_58 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %342 = tensor.empty(%dim_58) : tensor<?x48xf32>
    %343 = linalg.fill ins(%cst : f32) outs(%342 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %344 = linalg.matmul ins(%collapsed_11, %transposed_57 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%343 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %345 = torch_c.from_builtin_tensor %344 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %345, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %346 = tensor.empty() : tensor<64x48xf32>
    %transposed_59 = linalg.transpose ins(%32 : tensor<48x64xf32>) outs(%346 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_60 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %347 = tensor.empty(%dim_60) : tensor<?x48xf32>
    %348 = linalg.fill ins(%cst : f32) outs(%347 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %349 = linalg.matmul ins(%collapsed_11, %transposed_59 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%348 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %350 = torch_c.from_builtin_tensor %349 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %350, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %351 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%345, %350, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    %352 = torch_c.to_builtin_tensor %351 : !torch.vtensor<[?,48],f32> -> tensor<?x48xf32>
    torch.bind_symbolic_shape %351, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %353 = tensor.empty() : tensor<48x64xf32>
    %transposed_61 = linalg.transpose ins(%31 : tensor<64x48xf32>) outs(%353 : tensor<48x64xf32>) permutation = [1, 0]
    %dim_62 = tensor.dim %352, %c0 : tensor<?x48xf32>
    %354 = tensor.empty(%dim_62) : tensor<?x64xf32>
    %355 = linalg.fill ins(%cst : f32) outs(%354 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %356 = linalg.matmul ins(%352, %transposed_61 : tensor<?x48xf32>, tensor<48x64xf32>) outs(%355 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %357 = torch_c.from_builtin_tensor %356 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %357, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %358 = arith.cmpi eq, %dim_62, %dim_55 : index
    cf.assert %358, "mismatched size for broadcast"
    %359 = tensor.empty(%dim_62) : tensor<?x64xf32>
    %360 = linalg.generic {indexing_maps = [#map2, #map4, #map2], iterator_types = ["parallel", "parallel"]} ins(%356, %339 : tensor<?x64xf32>, tensor<?x1xf32>) outs(%359 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.mulf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %361 = torch_c.from_builtin_tensor %360 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %361, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %362 = arith.cmpi eq, %146, %dim_62 : index
    cf.assert %362, "mismatched size for broadcast"
    %363 = tensor.empty(%146) : tensor<?x64xf32>
    %364 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%328, %360 : tensor<?x64xf32>, tensor<?x64xf32>) outs(%363 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.addf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %365 = torch_c.from_builtin_tensor %364 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %365, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %366 = tensor.empty() : tensor<64x48xf32>
    %transposed_63 = linalg.transpose ins(%30 : tensor<48x64xf32>) outs(%366 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_64 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %367 = tensor.empty(%dim_64) : tensor<?x48xf32>
    %368 = linalg.fill ins(%cst : f32) outs(%367 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %369 = linalg.matmul ins(%collapsed_11, %transposed_63 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%368 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %370 = torch_c.from_builtin_tensor %369 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %370, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %371 = tensor.empty() : tensor<64x48xf32>
    %transposed_65 = linalg.transpose ins(%29 : tensor<48x64xf32>) outs(%371 : tensor<64x48xf32>) permutation = [1, 0]
    %dim_66 = tensor.dim %collapsed_11, %c0 : tensor<?x64xf32>
    %372 = tensor.empty(%dim_66) : tensor<?x48xf32>
    %373 = linalg.fill ins(%cst : f32) outs(%372 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %374 = linalg.matmul ins(%collapsed_11, %transposed_65 : tensor<?x64xf32>, tensor<64x48xf32>) outs(%373 : tensor<?x48xf32>) -> tensor<?x48xf32>
    %375 = torch_c.from_builtin_tensor %374 : tensor<?x48xf32> -> !torch.vtensor<[?,48],f32>
    torch.bind_symbolic_shape %375, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %376 = torch.operator "torch.tensor_cast.v4_clamped_swiglu"(%370, %375, %float7.500000e-01) : (!torch.vtensor<[?,48],f32>, !torch.vtensor<[?,48],f32>, !torch.float) -> !torch.vtensor<[?,48],f32>
    %377 = torch_c.to_builtin_tensor %376 : !torch.vtensor<[?,48],f32> -> tensor<?x48xf32>
    torch.bind_symbolic_shape %376, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 48)> : !torch.vtensor<[?,48],f32>
    %378 = tensor.empty() : tensor<48x64xf32>
    %transposed_67 = linalg.transpose ins(%28 : tensor<64x48xf32>) outs(%378 : tensor<48x64xf32>) permutation = [1, 0]
    %dim_68 = tensor.dim %377, %c0 : tensor<?x48xf32>
    %379 = tensor.empty(%dim_68) : tensor<?x64xf32>
    %380 = linalg.fill ins(%cst : f32) outs(%379 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %381 = linalg.matmul ins(%377, %transposed_67 : tensor<?x48xf32>, tensor<48x64xf32>) outs(%380 : tensor<?x64xf32>) -> tensor<?x64xf32>
    %382 = torch_c.from_builtin_tensor %381 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %382, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %383 = arith.cmpi eq, %146, %dim_68 : index
    cf.assert %383, "mismatched size for broadcast"
    %384 = tensor.empty(%146) : tensor<?x64xf32>
    %385 = linalg.generic {indexing_maps = [#map2, #map2, #map2], iterator_types = ["parallel", "parallel"]} ins(%364, %381 : tensor<?x64xf32>, tensor<?x64xf32>) outs(%384 : tensor<?x64xf32>) {
    ^bb0(%in: f32, %in_71: f32, %out: f32):
      %408 = arith.addf %in, %in_71 : f32
      linalg.yield %408 : f32
    } -> tensor<?x64xf32>
    %386 = torch_c.from_builtin_tensor %385 : tensor<?x64xf32> -> !torch.vtensor<[?,64],f32>
    torch.bind_symbolic_shape %386, [%52, %53], affine_map<()[s0, s1] -> (s0 * s1, 64)> : !torch.vtensor<[?,64],f32>
    %387 = torch_c.to_i64 %55
    %388 = arith.cmpi slt, %387, %c0_i64 : i64
    %389 = arith.select %388, %c1_i64, %387 : i64
    %390 = arith.extui %388 : i1 to i64
    %391 = torch_c.to_i64 %57
    %392 = arith.muli %389, %391 : i64
    %393 = arith.addi %390, %c1_i64 : i64
    %394 = arith.cmpi slt, %391, %c0_i64 : i64
    %395 = arith.select %394, %389, %392 : i64
    %396 = arith.select %394, %393, %390 : i64
    %397 = arith.muli %395, %c64_i64 : i64
    %398 = arith.cmpi sle, %396, %c1_i64 : i64
    cf.assert %398, "must have at most one inferred (negative) dimension"
    %399 = arith.muli %144, %c64_i64 : i64
    %400 = arith.divsi %399, %397 : i64
    %401 = arith.cmpi slt, %387, %c0_i64 : i64
    %402 = arith.select %401, %400, %387 : i64
    %403 = arith.cmpi slt, %391, %c0_i64 : i64
    %404 = arith.select %403, %400, %391 : i64
    %from_elements_69 = tensor.from_elements %402, %404, %c64_i64 : tensor<3xi64>
    %reshape_70 = tensor.reshape %385(%from_elements_69) : (tensor<?x64xf32>, tensor<3xi64>) -> tensor<?x?x64xf32>
    %405 = torch_c.from_builtin_tensor %reshape_70 : tensor<?x?x64xf32> -> !torch.vtensor<[?,?,64],f32>
    torch.bind_symbolic_shape %405, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 64)> : !torch.vtensor<[?,?,64],f32>
    %406 = torch.operator "torch.tensor_cast.hc_post"(%405, %0, %115#1, %115#2, %int4) : (!torch.vtensor<[?,?,64],f32>, !torch.vtensor<[?,?,4,64],f32>, !torch.vtensor<[?,?,4],f32>, !torch.vtensor<[?,?,4,4],f32>, !torch.int) -> !torch.vtensor<[?,?,4,64],f32>
    %407 = torch_c.to_builtin_tensor %406 : !torch.vtensor<[?,?,4,64],f32> -> tensor<?x?x4x64xf32>
    torch.bind_symbolic_shape %406, [%52, %53], affine_map<()[s0, s1] -> (s0, s1, 4, 64)> : !torch.vtensor<[?,?,4,64],f32>
    return %407 : tensor<?x?x4x64xf32>
  }
}
