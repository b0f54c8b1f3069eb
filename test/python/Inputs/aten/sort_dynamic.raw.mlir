module {
  func.func @main(%arg0: !torch.vtensor<[3,?],si64>) -> (!torch.vtensor<[3,?],si64>, !torch.vtensor<[3,?],si64>) {
    %true = torch.constant.bool true
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %0:2 = torch.operator "torch.aten.sort.stable"(%arg0, %true, %int-1, %false) : (!torch.vtensor<[3,?],si64>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[3,?],si64>, !torch.vtensor<[3,?],si64>)
    return %0#0, %0#1 : !torch.vtensor<[3,?],si64>, !torch.vtensor<[3,?],si64>
  }
}
