module {
  func.func @main(%arg0: !torch.vtensor<[?,?],bf16>) -> (!torch.vtensor<[?],bf16>, !torch.vtensor<[?],si64>) {
    %int1 = torch.constant.int 1
    %false = torch.constant.bool false
    %values, %indices = torch.aten.max.dim %arg0, %int1, %false : !torch.vtensor<[?,?],bf16>, !torch.int, !torch.bool -> !torch.vtensor<[?],bf16>, !torch.vtensor<[?],si64>
    return %values, %indices : !torch.vtensor<[?],bf16>, !torch.vtensor<[?],si64>
  }
}
