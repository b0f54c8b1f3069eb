module {
  func.func @main(%arg0: !torch.vtensor<[7],si64>, %arg1: !torch.vtensor<[2],i1>) -> (!torch.vtensor<[7],si64>, !torch.vtensor<[2],i1>) {
    %0 = torch.aten.bitwise_not %arg0 : !torch.vtensor<[7],si64> -> !torch.vtensor<[7],si64>
    %1 = torch.aten.bitwise_not %arg1 : !torch.vtensor<[2],i1> -> !torch.vtensor<[2],i1>
    return %0, %1 : !torch.vtensor<[7],si64>, !torch.vtensor<[2],i1>
  }
}
