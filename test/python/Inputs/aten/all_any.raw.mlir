module {
  func.func @main(%arg0: !torch.vtensor<[2,3],i1>) -> (!torch.vtensor<[],i1>, !torch.vtensor<[],i1>, !torch.vtensor<[3],i1>, !torch.vtensor<[2],i1>, !torch.vtensor<[2,1],i1>) {
    %0 = torch.aten.all %arg0 : !torch.vtensor<[2,3],i1> -> !torch.vtensor<[],i1>
    %1 = torch.aten.any %arg0 : !torch.vtensor<[2,3],i1> -> !torch.vtensor<[],i1>
    %int0 = torch.constant.int 0
    %false = torch.constant.bool false
    %2 = torch.aten.all.dim %arg0, %int0, %false : !torch.vtensor<[2,3],i1>, !torch.int, !torch.bool -> !torch.vtensor<[3],i1>
    %int1 = torch.constant.int 1
    %false_0 = torch.constant.bool false
    %3 = torch.aten.any.dim %arg0, %int1, %false_0 : !torch.vtensor<[2,3],i1>, !torch.int, !torch.bool -> !torch.vtensor<[2],i1>
    %int1_1 = torch.constant.int 1
    %true = torch.constant.bool true
    %4 = torch.aten.all.dim %arg0, %int1_1, %true : !torch.vtensor<[2,3],i1>, !torch.int, !torch.bool -> !torch.vtensor<[2,1],i1>
    return %0, %1, %2, %3, %4 : !torch.vtensor<[],i1>, !torch.vtensor<[],i1>, !torch.vtensor<[3],i1>, !torch.vtensor<[2],i1>, !torch.vtensor<[2,1],i1>
  }
}
