module {
  func.func @main(%arg0: !torch.vtensor<[2,?],si64>) -> (!torch.vtensor<[2,?],si64>, !torch.vtensor<[2,?],si64>, !torch.vtensor<[2,?],si64>) {
    %int0 = torch.constant.int 0
    %none = torch.constant.none
    %0 = torch.aten.clamp %arg0, %int0, %none : !torch.vtensor<[2,?],si64>, !torch.int, !torch.none -> !torch.vtensor<[2,?],si64>
    %int-2 = torch.constant.int -2
    %int2 = torch.constant.int 2
    %1 = torch.aten.clamp %arg0, %int-2, %int2 : !torch.vtensor<[2,?],si64>, !torch.int, !torch.int -> !torch.vtensor<[2,?],si64>
    %none_0 = torch.constant.none
    %int1 = torch.constant.int 1
    %2 = torch.aten.clamp %arg0, %none_0, %int1 : !torch.vtensor<[2,?],si64>, !torch.none, !torch.int -> !torch.vtensor<[2,?],si64>
    return %0, %1, %2 : !torch.vtensor<[2,?],si64>, !torch.vtensor<[2,?],si64>, !torch.vtensor<[2,?],si64>
  }
}
