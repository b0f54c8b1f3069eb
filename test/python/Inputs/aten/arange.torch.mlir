module {
  func.func @main() -> (!torch.vtensor<[8],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[0],si64>, !torch.vtensor<[5],f32>, !torch.vtensor<[4],f32>) {
    %float2.500000e-01 = torch.constant.float 2.500000e-01
    %int6 = torch.constant.int 6
    %int-2 = torch.constant.int -2
    %int-4 = torch.constant.int -4
    %int5 = torch.constant.int 5
    %int3 = torch.constant.int 3
    %int9 = torch.constant.int 9
    %int2 = torch.constant.int 2
    %false = torch.constant.bool false
    %int0 = torch.constant.int 0
    %int8 = torch.constant.int 8
    %int1 = torch.constant.int 1
    %none = torch.constant.none
    %cpu = torch.constant.device "cpu"
    %0 = torch.aten.arange.start_step %int0, %int8, %int1, %none, %int0, %cpu, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[8],si64>
    %cpu_0 = torch.constant.device "cpu"
    %1 = torch.aten.arange.start_step %int2, %int9, %int1, %none, %int0, %cpu_0, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[7],si64>
    %cpu_1 = torch.constant.device "cpu"
    %2 = torch.aten.arange.start_step %int1, %int9, %int3, %none, %none, %cpu_1, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[3],si64>
    %cpu_2 = torch.constant.device "cpu"
    %3 = torch.aten.arange.start_step %int5, %int-4, %int-2, %none, %none, %cpu_2, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[5],si64>
    %cpu_3 = torch.constant.device "cpu"
    %4 = torch.aten.arange.start_step %int3, %int3, %int1, %none, %int0, %cpu_3, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[0],si64>
    %cpu_4 = torch.constant.device "cpu"
    %5 = torch.aten.arange.start_step %int0, %int5, %int1, %int6, %int0, %cpu_4, %false : !torch.int, !torch.int, !torch.int, !torch.int, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[5],f32>
    %cpu_5 = torch.constant.device "cpu"
    %6 = torch.aten.arange.start_step %int0, %int1, %float2.500000e-01, %none, %none, %cpu_5, %false : !torch.int, !torch.int, !torch.float, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[4],f32>
    return %0, %1, %2, %3, %4, %5, %6 : !torch.vtensor<[8],si64>, !torch.vtensor<[7],si64>, !torch.vtensor<[3],si64>, !torch.vtensor<[5],si64>, !torch.vtensor<[0],si64>, !torch.vtensor<[5],f32>, !torch.vtensor<[4],f32>
  }
}
