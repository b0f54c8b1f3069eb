module {
  func.func @main(%arg0: !torch.vtensor<[6,2],si64>, %arg1: !torch.vtensor<[3],si64>, %arg2: !torch.vtensor<[3,2],si64>) -> !torch.vtensor<[6,2],si64> {
    %0 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %true = torch.constant.bool true
    %1 = torch.aten.index_put %arg0, %0, %arg2, %true : !torch.vtensor<[6,2],si64>, !torch.list<optional<vtensor>>, !torch.vtensor<[3,2],si64>, !torch.bool -> !torch.vtensor<[6,2],si64>
    return %1 : !torch.vtensor<[6,2],si64>
  }
}
