module {
  func.func @main() -> (!torch.vtensor<[8],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[0],si64>, !torch.vtensor<[5],f32>, !torch.vtensor<[4],f32>) {
    %int8 = torch.constant.int 8
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %cpu = torch.constant.device "cpu"
    %false = torch.constant.bool false
    %0 = torch.aten.arange %int8, %none, %none_0, %cpu, %false : !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[8],si64>
    %int2 = torch.constant.int 2
    %int9 = torch.constant.int 9
    %none_1 = torch.constant.none
    %none_2 = torch.constant.none
    %cpu_3 = torch.constant.device "cpu"
    %false_4 = torch.constant.bool false
    %1 = torch.aten.arange.start %int2, %int9, %none_1, %none_2, %cpu_3, %false_4 : !torch.int, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[7],si64>
    %int1 = torch.constant.int 1
    %int9_5 = torch.constant.int 9
    %int3 = torch.constant.int 3
    %none_6 = torch.constant.none
    %none_7 = torch.constant.none
    %cpu_8 = torch.constant.device "cpu"
    %false_9 = torch.constant.bool false
    %2 = torch.aten.arange.start_step %int1, %int9_5, %int3, %none_6, %none_7, %cpu_8, %false_9 : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[3],si64>
    %int5 = torch.constant.int 5
    %int-4 = torch.constant.int -4
    %int-2 = torch.constant.int -2
    %none_10 = torch.constant.none
    %none_11 = torch.constant.none
    %cpu_12 = torch.constant.device "cpu"
    %false_13 = torch.constant.bool false
    %3 = torch.aten.arange.start_step %int5, %int-4, %int-2, %none_10, %none_11, %cpu_12, %false_13 : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[5],si64>
    %int3_14 = torch.constant.int 3
    %int3_15 = torch.constant.int 3
    %none_16 = torch.constant.none
    %none_17 = torch.constant.none
    %cpu_18 = torch.constant.device "cpu"
    %false_19 = torch.constant.bool false
    %4 = torch.aten.arange.start %int3_14, %int3_15, %none_16, %none_17, %cpu_18, %false_19 : !torch.int, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[0],si64>
    %int5_20 = torch.constant.int 5
    %int6 = torch.constant.int 6
    %none_21 = torch.constant.none
    %cpu_22 = torch.constant.device "cpu"
    %false_23 = torch.constant.bool false
    %5 = torch.aten.arange %int5_20, %int6, %none_21, %cpu_22, %false_23 : !torch.int, !torch.int, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[5],f32>
    %int0 = torch.constant.int 0
    %int1_24 = torch.constant.int 1
    %float2.500000e-01 = torch.constant.float 2.500000e-01
    %none_25 = torch.constant.none
    %none_26 = torch.constant.none
    %cpu_27 = torch.constant.device "cpu"
    %false_28 = torch.constant.bool false
    %6 = torch.aten.arange.start_step %int0, %int1_24, %float2.500000e-01, %none_25, %none_26, %cpu_27, %false_28 : !torch.int, !torch.int, !torch.float, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[4],f32>
    return %0, %1, %2, %3, %4, %5, %6 : !torch.vtensor<[8],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[0],si64>, !torch.vtensor<[5],f32>, !torch.vtensor<[4],f32>
  }
}
