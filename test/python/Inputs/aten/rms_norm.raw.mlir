module {
  func.func @main(%arg0: !torch.vtensor<[?,64],f32>, %arg1: !torch.vtensor<[64],f32>) -> !torch.vtensor<[?,64],f32> {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int6 = torch.constant.int 6
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int6, %cpu, %int0 : !torch.vtensor<[?,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int2 = torch.constant.int 2
    %0 = torch.aten.pow.Tensor_Scalar %arg0, %int2 : !torch.vtensor<[?,64],f32>, !torch.int -> !torch.vtensor<[?,64],f32>
    %int-1 = torch.constant.int -1
    %1 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %true = torch.constant.bool true
    %none_1 = torch.constant.none
    %2 = torch.aten.mean.dim %0, %1, %true, %none_1 : !torch.vtensor<[?,64],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[?,1],f32>
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %int1 = torch.constant.int 1
    %3 = torch.aten.add.Scalar %2, %float9.999990e-07, %int1 : !torch.vtensor<[?,1],f32>, !torch.float, !torch.int -> !torch.vtensor<[?,1],f32>
    %4 = torch.aten.rsqrt %3 : !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,1],f32>
    %5 = torch.aten.mul.Tensor %arg0, %4 : !torch.vtensor<[?,64],f32>, !torch.vtensor<[?,1],f32> -> !torch.vtensor<[?,64],f32>
    %none_2 = torch.constant.none
    %none_3 = torch.constant.none
    %int6_4 = torch.constant.int 6
    %cpu_5 = torch.constant.device "cpu"
    %int0_6 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %5, %none_2, %none_3, %int6_4, %cpu_5, %int0_6 : !torch.vtensor<[?,64],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %6 = torch.aten.mul.Tensor %arg1, %5 : !torch.vtensor<[64],f32>, !torch.vtensor<[?,64],f32> -> !torch.vtensor<[?,64],f32>
    return %6 : !torch.vtensor<[?,64],f32>
  }
}
