module {
  func.func @main(%arg0: !torch.vtensor<[4],i1>, %arg1: !torch.vtensor<[4],i1>) -> !torch.vtensor<[4],i1> {
    %0 = torch.aten.bitwise_xor.Tensor %arg0, %arg1 : !torch.vtensor<[4],i1>, !torch.vtensor<[4],i1> -> !torch.vtensor<[4],i1>
    return %0 : !torch.vtensor<[4],i1>
  }
}
