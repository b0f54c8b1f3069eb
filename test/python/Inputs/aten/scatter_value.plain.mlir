module {
  func.func @main(%arg0: !torch.vtensor<[3,37],f32>, %arg1: !torch.vtensor<[3,4],si64>) -> (!torch.vtensor<[3,37],f32>, !torch.vtensor<[3,37],f32>) {
    %int1 = torch.constant.int 1
    %float5.000000e-01 = torch.constant.float 5.000000e-01
    %0 = torch.aten.scatter.value %arg0, %int1, %arg1, %float5.000000e-01 : !torch.vtensor<[3,37],f32>, !torch.int, !torch.vtensor<[3,4],si64>, !torch.float -> !torch.vtensor<[3,37],f32>
    %int0 = torch.constant.int 0
    %int0_0 = torch.constant.int 0
    %int1_1 = torch.constant.int 1
    %int1_2 = torch.constant.int 1
    %1 = torch.aten.slice.Tensor %arg1, %int0, %int0_0, %int1_1, %int1_2 : !torch.vtensor<[3,4],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,4],si64>
    %int3 = torch.constant.int 3
    %2 = torch.aten.remainder.Scalar %1, %int3 : !torch.vtensor<[1,4],si64>, !torch.int -> !torch.vtensor<[1,4],si64>
    %int0_3 = torch.constant.int 0
    %float-Inf = torch.constant.float 0xFFF0000000000000
    %3 = torch.aten.scatter.value %arg0, %int0_3, %2, %float-Inf : !torch.vtensor<[3,37],f32>, !torch.int, !torch.vtensor<[1,4],si64>, !torch.float -> !torch.vtensor<[3,37],f32>
    return %0, %3 : !torch.vtensor<[3,37],f32>, !torch.vtensor<[3,37],f32>
  }
}
