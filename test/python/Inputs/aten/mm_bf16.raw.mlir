module {
  func.func @main(%arg0: !torch.vtensor<[?,8],bf16>, %arg1: !torch.vtensor<[8,5],bf16>) -> !torch.vtensor<[?,5],bf16> {
    %0 = torch.aten.mm %arg0, %arg1 : !torch.vtensor<[?,8],bf16>, !torch.vtensor<[8,5],bf16> -> !torch.vtensor<[?,5],bf16>
    return %0 : !torch.vtensor<[?,5],bf16>
  }
}
