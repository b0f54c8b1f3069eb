module {
  func.func @main(%arg0: !torch.vtensor<[?],si64>) -> !torch.vtensor<[?],si64> {
    %0 = torch.aten.neg %arg0 : !torch.vtensor<[?],si64> -> !torch.vtensor<[?],si64>
    return %0 : !torch.vtensor<[?],si64>
  }
}
