module {
  func.func @main(%arg0: !torch.vtensor<[3],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,2],i1>, !torch.vtensor<[],si64>) {
    %0 = torch.vtensor.literal(dense_resource<torch_tensor_3_torch.float32> : tensor<3xf32>) : !torch.vtensor<[3],f32>
    %none = torch.constant.none
    %1 = torch.aten.clone %0, %none : !torch.vtensor<[3],f32>, !torch.none -> !torch.vtensor<[3],f32>
    %int1 = torch.constant.int 1
    %2 = torch.aten.add.Tensor %arg0, %1, %int1 : !torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.int -> !torch.vtensor<[3],f32>
    %3 = torch.vtensor.literal(dense<2.000000e+00> : tensor<f32>) : !torch.vtensor<[],f32>
    %none_0 = torch.constant.none
    %4 = torch.aten.clone %3, %none_0 : !torch.vtensor<[],f32>, !torch.none -> !torch.vtensor<[],f32>
    %5 = torch.aten.mul.Tensor %arg0, %4 : !torch.vtensor<[3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[3],f32>
    %6 = torch.vtensor.literal(dense_resource<torch_tensor_1_2_torch.uint8> : tensor<1x2xui8>) : !torch.vtensor<[1,2],ui8>
    %int11 = torch.constant.int 11
    %7 = torch.prims.convert_element_type %6, %int11 : !torch.vtensor<[1,2],ui8>, !torch.int -> !torch.vtensor<[1,2],i1>
    %none_1 = torch.constant.none
    %8 = torch.aten.clone %7, %none_1 : !torch.vtensor<[1,2],i1>, !torch.none -> !torch.vtensor<[1,2],i1>
    %9 = torch.vtensor.literal(dense<3> : tensor<si64>) : !torch.vtensor<[],si64>
    %none_2 = torch.constant.none
    %10 = torch.aten.clone %9, %none_2 : !torch.vtensor<[],si64>, !torch.none -> !torch.vtensor<[],si64>
    return %2, %5, %8, %10 : !torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,2],i1>, !torch.vtensor<[],si64>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_3_torch.float32: "0x040000000000803F0000004000004040",
      torch_tensor_1_2_torch.uint8: "0x010000000100"
    }
  }
#-}
