module {
  func.func @main(%arg0: !torch.vtensor<[3,4],si64>) -> !torch.vtensor<[3,37],i1> {
    %int3 = torch.constant.int 3
    %int37 = torch.constant.int 37
    %0 = torch.prim.ListConstruct %int3, %int37 : (!torch.int, !torch.int) -> !torch.list<int>
    %int37_0 = torch.constant.int 37
    %int1 = torch.constant.int 1
    %1 = torch.prim.ListConstruct %int37_0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %int11 = torch.constant.int 11
    %int0 = torch.constant.int 0
    %cpu = torch.constant.device "cpu"
    %false = torch.constant.bool false
    %2 = torch.aten.empty_strided %0, %1, %int11, %int0, %cpu, %false : !torch.list<int>, !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[3,37],i1>
    %false_1 = torch.constant.bool false
    %3 = torch.aten.Int.bool %false_1 : !torch.bool -> !torch.int
    %none = torch.constant.none
    %none_2 = torch.constant.none
    %none_3 = torch.constant.none
    %false_4 = torch.constant.bool false
    %none_5 = torch.constant.none
    %4 = torch.aten.full_like %2, %3, %none, %none_2, %none_3, %false_4, %none_5 : !torch.vtensor<[3,37],i1>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[3,37],i1>
    %int1_6 = torch.constant.int 1
    %true = torch.constant.bool true
    %5 = torch.aten.Int.bool %true : !torch.bool -> !torch.int
    %6 = torch.aten.scatter.value %4, %int1_6, %arg0, %5 : !torch.vtensor<[3,37],i1>, !torch.int, !torch.vtensor<[3,4],si64>, !torch.int -> !torch.vtensor<[3,37],i1>
    return %6 : !torch.vtensor<[3,37],i1>
  }
}
