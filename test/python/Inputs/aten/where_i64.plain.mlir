module {
  func.func @main(%arg0: !torch.vtensor<[?,3],i1>, %arg1: !torch.vtensor<[3],si64>) -> (!torch.vtensor<[?,3],si64>, !torch.vtensor<[?,3],si64>) {
    %int-1 = torch.constant.int -1
    %0 = torch.aten.where.ScalarOther %arg0, %arg1, %int-1 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[3],si64>, !torch.int -> !torch.vtensor<[?,3],si64>
    %int-1_0 = torch.constant.int -1
    %1 = torch.aten.where.ScalarSelf %arg0, %int-1_0, %arg1 : !torch.vtensor<[?,3],i1>, !torch.int, !torch.vtensor<[3],si64> -> !torch.vtensor<[?,3],si64>
    return %0, %1 : !torch.vtensor<[?,3],si64>, !torch.vtensor<[?,3],si64>
  }
}
