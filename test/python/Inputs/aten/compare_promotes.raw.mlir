module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>, %arg1: !torch.vtensor<[16],f32>, %arg2: !torch.vtensor<[16],si64>) -> (!torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>) {
    %0 = torch.aten.lt.Tensor %arg0, %arg1 : !torch.vtensor<[16],bf16>, !torch.vtensor<[16],f32> -> !torch.vtensor<[16],i1>
    %1 = torch.aten.eq.Tensor %arg0, %arg2 : !torch.vtensor<[16],bf16>, !torch.vtensor<[16],si64> -> !torch.vtensor<[16],i1>
    %2 = torch.aten.ge.Tensor %arg2, %arg1 : !torch.vtensor<[16],si64>, !torch.vtensor<[16],f32> -> !torch.vtensor<[16],i1>
    %float5.000000e-01 = torch.constant.float 5.000000e-01
    %3 = torch.aten.gt.Scalar %arg2, %float5.000000e-01 : !torch.vtensor<[16],si64>, !torch.float -> !torch.vtensor<[16],i1>
    return %0, %1, %2, %3 : !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>
  }
}
