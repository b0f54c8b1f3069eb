module {
  func.func @main(%arg0: !torch.vtensor<[3],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,2],i1>, !torch.vtensor<[],si64>) {
    %none = torch.constant.none
    %false = torch.constant.bool false
    %0 = torch.vtensor.literal(dense<3> : tensor<si64>) : !torch.vtensor<[],si64>
    %int11 = torch.constant.int 11
    %1 = torch.vtensor.literal(dense_resource<torch_tensor_1_2_torch.uint8> : tensor<1x2xui8>) : !torch.vtensor<[1,2],ui8>
    %2 = torch.vtensor.literal(dense<2.000000e+00> : tensor<f32>) : !torch.vtensor<[],f32>
    %int1 = torch.constant.int 1
    %3 = torch.vtensor.literal(dense_resource<torch_tensor_3_torch.float32> : tensor<3xf32>) : !torch.vtensor<[3],f32>
    %4 = torch.aten.add.Tensor %arg0, %3, %int1 : !torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.int -> !torch.vtensor<[3],f32>
    %5 = torch.aten.mul.Tensor %arg0, %2 : !torch.vtensor<[3],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[3],f32>
    %6 = torch.aten.to.dtype %1, %int11, %false, %false, %none : !torch.vtensor<[1,2],ui8>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[1,2],i1>
    return %4, %5, %6, %0 : !torch.vtensor<[3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,2],i1>, !torch.vtensor<[],si64>
  }
}

{-#
  dialect_resources: {
    builtin: {
      torch_tensor_1_2_torch.uint8: "0x010000000100",
      torch_tensor_3_torch.float32: "0x040000000000803F0000004000004040"
    }
  }
#-}
