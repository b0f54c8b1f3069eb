module {
  func.func @main(%arg0: !torch.vtensor<[?,3],f32>) -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?,3],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,3],f32>, !torch.int -> !torch.int
    %int2 = torch.constant.int 2
    %1 = torch.prim.ListConstruct %0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
    %int2_0 = torch.constant.int 2
    %int1 = torch.constant.int 1
    %2 = torch.prim.ListConstruct %int2_0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %int6 = torch.constant.int 6
    %int0_1 = torch.constant.int 0
    %cpu = torch.constant.device "cpu"
    %false = torch.constant.bool false
    %3 = torch.aten.empty_strided %1, %2, %int6, %int0_1, %cpu, %false : !torch.list<int>, !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[?,2],f32>
    %int0_2 = torch.constant.int 0
    %none = torch.constant.none
    %none_3 = torch.constant.none
    %none_4 = torch.constant.none
    %false_5 = torch.constant.bool false
    %none_6 = torch.constant.none
    %4 = torch.aten.full_like %3, %int0_2, %none, %none_3, %none_4, %false_5, %none_6 : !torch.vtensor<[?,2],f32>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[?,2],f32>
    %5 = torch.prim.ListConstruct %0 : (!torch.int) -> !torch.list<int>
    %int1_7 = torch.constant.int 1
    %6 = torch.prim.ListConstruct %int1_7 : (!torch.int) -> !torch.list<int>
    %int4 = torch.constant.int 4
    %int0_8 = torch.constant.int 0
    %cpu_9 = torch.constant.device "cpu"
    %false_10 = torch.constant.bool false
    %7 = torch.aten.empty_strided %5, %6, %int4, %int0_8, %cpu_9, %false_10 : !torch.list<int>, !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[?],si64>
    %int-1 = torch.constant.int -1
    %none_11 = torch.constant.none
    %none_12 = torch.constant.none
    %none_13 = torch.constant.none
    %false_14 = torch.constant.bool false
    %none_15 = torch.constant.none
    %8 = torch.aten.full_like %7, %int-1, %none_11, %none_12, %none_13, %false_14, %none_15 : !torch.vtensor<[?],si64>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.none -> !torch.vtensor<[?],si64>
    %int1_16 = torch.constant.int 1
    %none_17 = torch.constant.none
    %none_18 = torch.constant.none
    %none_19 = torch.constant.none
    %false_20 = torch.constant.bool false
    %int1_21 = torch.constant.int 1
    %9 = torch.aten.full_like %arg0, %int1_16, %none_17, %none_18, %none_19, %false_20, %int1_21 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.none, !torch.none, !torch.none, !torch.bool, !torch.int -> !torch.vtensor<[?,3],f32>
    return %4, %8, %9 : !torch.vtensor<[?,2],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?,3],f32>
  }
}
