module {
  func.func @main(%arg0: !torch.vtensor<[4,23],f32>) -> (!torch.vtensor<[4,23],f32>, !torch.vtensor<[4,23],si64>, !torch.vtensor<[4,23],f32>, !torch.vtensor<[4,23],si64>) {
    %true = torch.constant.bool true
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %0:2 = torch.operator "torch.aten.sort.stable"(%arg0, %true, %int-1, %false) : (!torch.vtensor<[4,23],f32>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[4,23],f32>, !torch.vtensor<[4,23],si64>)
    %true_0 = torch.constant.bool true
    %int-1_1 = torch.constant.int -1
    %true_2 = torch.constant.bool true
    %1:2 = torch.operator "torch.aten.sort.stable"(%arg0, %true_0, %int-1_1, %true_2) : (!torch.vtensor<[4,23],f32>, !torch.bool, !torch.int, !torch.bool) -> (!torch.vtensor<[4,23],f32>, !torch.vtensor<[4,23],si64>)
    return %0#0, %0#1, %1#0, %1#1 : !torch.vtensor<[4,23],f32>, !torch.vtensor<[4,23],si64>, !torch.vtensor<[4,23],f32>, !torch.vtensor<[4,23],si64>
  }
}
