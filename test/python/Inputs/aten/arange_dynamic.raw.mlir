module {
  func.func @main(%arg0: !torch.vtensor<[?],f32>) -> (!torch.vtensor<[?],si64>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?],f32>, !torch.int -> !torch.int
    %int0_0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %none = torch.constant.none
    %int0_1 = torch.constant.int 0
    %cpu = torch.constant.device "cpu"
    %false = torch.constant.bool false
    %1 = torch.aten.arange.start_step %int0_0, %0, %int1, %none, %int0_1, %cpu, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[?],si64>
    %int2 = torch.constant.int 2
    %2 = torch.aten.add.int %0, %int2 : !torch.int, !torch.int -> !torch.int
    %int1_2 = torch.constant.int 1
    %int2_3 = torch.constant.int 2
    %none_4 = torch.constant.none
    %none_5 = torch.constant.none
    %cpu_6 = torch.constant.device "cpu"
    %false_7 = torch.constant.bool false
    %3 = torch.aten.arange.start_step %int1_2, %2, %int2_3, %none_4, %none_5, %cpu_6, %false_7 : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[?],si64>
    %int0_8 = torch.constant.int 0
    %int1_9 = torch.constant.int 1
    %int6 = torch.constant.int 6
    %int0_10 = torch.constant.int 0
    %cpu_11 = torch.constant.device "cpu"
    %false_12 = torch.constant.bool false
    %4 = torch.aten.arange.start_step %int0_8, %0, %int1_9, %int6, %int0_10, %cpu_11, %false_12 : !torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[?],f32>
    return %1, %3, %4 : !torch.vtensor<[?],si64>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],f32>
  }
}
