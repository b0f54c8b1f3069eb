module {
  func.func @main(%arg0: !torch.vtensor<[?,3],f32>) -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?,3],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,3],f32>, !torch.int -> !torch.int
    %int2 = torch.constant.int 2
    %1 = torch.prim.ListConstruct %0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %cpu = torch.constant.device "cpu"
    %false = torch.constant.bool false
    %2 = torch.aten.zeros %1, %none, %none_0, %cpu, %false : !torch.list<int>, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[?,2],f32>
    %3 = torch.prim.ListConstruct %0 : (!torch.int) -> !torch.list<int>
    %int-1 = torch.constant.int -1
    %none_1 = torch.constant.none
    %none_2 = torch.constant.none
    %cpu_3 = torch.constant.device "cpu"
    %false_4 = torch.constant.bool false
    %4 = torch.aten.full %3, %int-1, %none_1, %none_2, %cpu_3, %false_4 : !torch.list<int>, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[?],si64>
    %none_5 = torch.constant.none
    %none_6 = torch.constant.none
    %none_7 = torch.constant.none
    %false_8 = torch.constant.bool false
    %none_9 = torch.constant.none
    %5 = torch.aten.ones_like %arg0, %none_5, %none_6, %none_7, %false_8, %none_9 : !torch.vtensor<[?,3],f32>, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[?,3],f32>
    return %2, %4, %5 : !torch.vtensor<[?,2],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?,3],f32>
  }
}
