module {
  func.func @main(%arg0: !torch.vtensor<[9],si64>) -> (!torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>) {
    %int3 = torch.constant.int 3
    %0 = torch.aten.eq.Scalar %arg0, %int3 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],i1>
    %int3_0 = torch.constant.int 3
    %1 = torch.aten.ne.Scalar %arg0, %int3_0 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],i1>
    %int3_1 = torch.constant.int 3
    %2 = torch.aten.lt.Scalar %arg0, %int3_1 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],i1>
    %int3_2 = torch.constant.int 3
    %3 = torch.aten.le.Scalar %arg0, %int3_2 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],i1>
    %int3_3 = torch.constant.int 3
    %4 = torch.aten.gt.Scalar %arg0, %int3_3 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],i1>
    %int3_4 = torch.constant.int 3
    %5 = torch.aten.ge.Scalar %arg0, %int3_4 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],i1>
    return %0, %1, %2, %3, %4, %5 : !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>, !torch.vtensor<[9],i1>
  }
}
