module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> (!torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>) {
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %0 = torch.aten.eq.Scalar %arg0, %float1.500000e00 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],i1>
    %int0 = torch.constant.int 0
    %1 = torch.aten.ne.Scalar %arg0, %int0 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],i1>
    %int0_0 = torch.constant.int 0
    %2 = torch.aten.lt.Scalar %arg0, %int0_0 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],i1>
    %int0_1 = torch.constant.int 0
    %3 = torch.aten.le.Scalar %arg0, %int0_1 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],i1>
    %float-1.500000e00 = torch.constant.float -1.500000e+00
    %4 = torch.aten.gt.Scalar %arg0, %float-1.500000e00 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],i1>
    %float1.000000e-01 = torch.constant.float 1.000000e-01
    %5 = torch.aten.ge.Scalar %arg0, %float1.000000e-01 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],i1>
    return %0, %1, %2, %3, %4, %5 : !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>, !torch.vtensor<[16],i1>
  }
}
