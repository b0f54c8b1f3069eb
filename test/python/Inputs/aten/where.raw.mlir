module {
  func.func @main(%arg0: !torch.vtensor<[2,3],i1>, %arg1: !torch.vtensor<[2,1],f32>, %arg2: !torch.vtensor<[3],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>) {
    %0 = torch.aten.where.self %arg0, %arg1, %arg2 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[2,1],f32>, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
    %float2.000000e00 = torch.constant.float 2.000000e+00
    %int6 = torch.constant.int 6
    %int0 = torch.constant.int 0
    %cpu = torch.constant.device "cpu"
    %none = torch.constant.none
    %1 = torch.aten.scalar_tensor %float2.000000e00, %int6, %int0, %cpu, %none : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %2 = torch.aten.where.self %arg0, %arg1, %1 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[2,1],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[2,3],f32>
    %int-1 = torch.constant.int -1
    %int6_0 = torch.constant.int 6
    %int0_1 = torch.constant.int 0
    %cpu_2 = torch.constant.device "cpu"
    %none_3 = torch.constant.none
    %3 = torch.aten.scalar_tensor %int-1, %int6_0, %int0_1, %cpu_2, %none_3 : !torch.int, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %4 = torch.aten.where.self %arg0, %3, %arg2 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[],f32>, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
    %int0_4 = torch.constant.int 0
    %int4 = torch.constant.int 4
    %int0_5 = torch.constant.int 0
    %cpu_6 = torch.constant.device "cpu"
    %none_7 = torch.constant.none
    %5 = torch.aten.scalar_tensor %int0_4, %int4, %int0_5, %cpu_6, %none_7 : !torch.int, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],si64>
    %int1 = torch.constant.int 1
    %int4_8 = torch.constant.int 4
    %int0_9 = torch.constant.int 0
    %cpu_10 = torch.constant.device "cpu"
    %none_11 = torch.constant.none
    %6 = torch.aten.scalar_tensor %int1, %int4_8, %int0_9, %cpu_10, %none_11 : !torch.int, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],si64>
    %7 = torch.aten.where.self %arg0, %6, %5 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64> -> !torch.vtensor<[2,3],si64>
    return %0, %2, %4, %7 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>
  }
}
