module {
  func.func @main(%arg0: !torch.vtensor<[20],si64>, %arg1: !torch.vtensor<[16],f32>) -> (!torch.vtensor<[20],si64>, !torch.vtensor<[20],si64>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>) {
    %int4 = torch.constant.int 4
    %0 = torch.aten.remainder.Scalar %arg0, %int4 : !torch.vtensor<[20],si64>, !torch.int -> !torch.vtensor<[20],si64>
    %int-3 = torch.constant.int -3
    %1 = torch.aten.remainder.Scalar %arg0, %int-3 : !torch.vtensor<[20],si64>, !torch.int -> !torch.vtensor<[20],si64>
    %float7.500000e-01 = torch.constant.float 7.500000e-01
    %2 = torch.aten.remainder.Scalar %arg1, %float7.500000e-01 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],f32>
    %int-2 = torch.constant.int -2
    %3 = torch.aten.remainder.Scalar %arg1, %int-2 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],f32>
    return %0, %1, %2, %3 : !torch.vtensor<[20],si64>, !torch.vtensor<[20],si64>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>
  }
}
