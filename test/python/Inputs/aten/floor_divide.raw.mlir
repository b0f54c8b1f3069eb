module {
  func.func @main(%arg0: !torch.vtensor<[20],si64>, %arg1: !torch.vtensor<[16],f32>) -> (!torch.vtensor<[20],si64>, !torch.vtensor<[20],si64>, !torch.vtensor<[16],f32>) {
    %int4 = torch.constant.int 4
    %0 = torch.prim.NumToTensor.Scalar %int4 : !torch.int -> !torch.vtensor<[],si64>
    %str = torch.constant.str "floor"
    %1 = torch.aten.div.Tensor_mode %arg0, %0, %str : !torch.vtensor<[20],si64>, !torch.vtensor<[],si64>, !torch.str -> !torch.vtensor<[20],si64>
    %int-3 = torch.constant.int -3
    %2 = torch.prim.NumToTensor.Scalar %int-3 : !torch.int -> !torch.vtensor<[],si64>
    %str_0 = torch.constant.str "floor"
    %3 = torch.aten.div.Tensor_mode %arg0, %2, %str_0 : !torch.vtensor<[20],si64>, !torch.vtensor<[],si64>, !torch.str -> !torch.vtensor<[20],si64>
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %4 = torch.prim.NumToTensor.Scalar %float7.500000e-01 : !torch.float -> !torch.vtensor<[],f32>
    %str_1 = torch.constant.str "floor"
    %5 = torch.aten.div.Tensor_mode %arg1, %4, %str_1 : !torch.vtensor<[16],f32>, !torch.vtensor<[],f32>, !torch.str -> !torch.vtensor<[16],f32>
    return %1, %3, %5 : !torch.vtensor<[20],si64>, !torch.vtensor<[20],si64>, !torch.vtensor<[16],f32>
  }
}
