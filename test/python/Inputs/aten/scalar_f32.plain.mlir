module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> (!torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>) {
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %int1 = torch.constant.int 1
    %0 = torch.aten.add.Scalar %arg0, %float9.999990e-07, %int1 : !torch.vtensor<[16],f32>, !torch.float, !torch.int -> !torch.vtensor<[16],f32>
    %int2 = torch.constant.int 2
    %int1_0 = torch.constant.int 1
    %1 = torch.aten.sub.Scalar %arg0, %int2, %int1_0 : !torch.vtensor<[16],f32>, !torch.int, !torch.int -> !torch.vtensor<[16],f32>
    %float1.000000e-01 = torch.constant.float 1.000000e-01
    %2 = torch.aten.mul.Scalar %arg0, %float1.000000e-01 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],f32>
    %int3 = torch.constant.int 3
    %3 = torch.aten.div.Scalar %arg0, %int3 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],f32>
    %int1_1 = torch.constant.int 1
    %int1_2 = torch.constant.int 1
    %4 = torch.aten.rsub.Scalar %arg0, %int1_1, %int1_2 : !torch.vtensor<[16],f32>, !torch.int, !torch.int -> !torch.vtensor<[16],f32>
    %5 = torch.aten.reciprocal %arg0 : !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %int2_3 = torch.constant.int 2
    %6 = torch.aten.mul.Scalar %5, %int2_3 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],f32>
    %int3_4 = torch.constant.int 3
    %int2_5 = torch.constant.int 2
    %7 = torch.aten.add.Scalar %arg0, %int3_4, %int2_5 : !torch.vtensor<[16],f32>, !torch.int, !torch.int -> !torch.vtensor<[16],f32>
    return %0, %1, %2, %3, %4, %6, %7 : !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>
  }
}
