module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> (!torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>) {
    %0 = torch.vtensor.literal(dense<1> : tensor<si64>) : !torch.vtensor<[],si64>
    %int3 = torch.constant.int 3
    %float1.000000e-01 = torch.constant.float 1.000000e-01
    %int2 = torch.constant.int 2
    %float9.999990e-07 = torch.constant.float 9.9999999999999995E-7
    %int1 = torch.constant.int 1
    %1 = torch.aten.add.Scalar %arg0, %float9.999990e-07, %int1 : !torch.vtensor<[16],f32>, !torch.float, !torch.int -> !torch.vtensor<[16],f32>
    %2 = torch.aten.sub.Scalar %arg0, %int2, %int1 : !torch.vtensor<[16],f32>, !torch.int, !torch.int -> !torch.vtensor<[16],f32>
    %3 = torch.aten.mul.Scalar %arg0, %float1.000000e-01 : !torch.vtensor<[16],f32>, !torch.float -> !torch.vtensor<[16],f32>
    %4 = torch.aten.div.Scalar %arg0, %int3 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],f32>
    %5 = torch.aten.sub.Tensor %0, %arg0, %int1 : !torch.vtensor<[],si64>, !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],f32>
    %6 = torch.aten.reciprocal %arg0 : !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %7 = torch.aten.mul.Scalar %6, %int2 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],f32>
    %8 = torch.aten.add.Scalar %arg0, %int3, %int2 : !torch.vtensor<[16],f32>, !torch.int, !torch.int -> !torch.vtensor<[16],f32>
    return %1, %2, %3, %4, %5, %7, %8 : !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>
  }
}
