module {
  func.func @main(%arg0: !torch.vtensor<[?,3,8],bf16>, %arg1: !torch.vtensor<[6,8],bf16>) -> !torch.vtensor<[?,3,6],bf16> {
    %none = torch.constant.none
    %0 = torch.aten.linear %arg0, %arg1, %none : !torch.vtensor<[?,3,8],bf16>, !torch.vtensor<[6,8],bf16>, !torch.none -> !torch.vtensor<[?,3,6],bf16>
    return %0 : !torch.vtensor<[?,3,6],bf16>
  }
}
