module {
  func.func @main(%arg0: !torch.vtensor<[9],si64>) -> (!torch.vtensor<[9],si64>, !torch.vtensor<[9],si64>, !torch.vtensor<[9],si64>) {
    %int3 = torch.constant.int 3
    %0 = torch.aten.pow.Tensor_Scalar %arg0, %int3 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],si64>
    %int0 = torch.constant.int 0
    %1 = torch.aten.pow.Tensor_Scalar %arg0, %int0 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],si64>
    %int63 = torch.constant.int 63
    %2 = torch.aten.pow.Tensor_Scalar %arg0, %int63 : !torch.vtensor<[9],si64>, !torch.int -> !torch.vtensor<[9],si64>
    return %0, %1, %2 : !torch.vtensor<[9],si64>, !torch.vtensor<[9],si64>, !torch.vtensor<[9],si64>
  }
}
