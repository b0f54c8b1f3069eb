module {
  func.func @main(%arg0: !torch.vtensor<[3,8],f32>, %arg1: !torch.vtensor<[8,5],f32>, %arg2: !torch.vtensor<[5],f32>) -> (!torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>) {
    %0 = torch.aten.mm %arg0, %arg1 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    %int1 = torch.constant.int 1
    %1 = torch.aten.mul.Scalar %0, %int1 : !torch.vtensor<[3,5],f32>, !torch.int -> !torch.vtensor<[3,5],f32>
    %int1_0 = torch.constant.int 1
    %2 = torch.aten.mul.Scalar %arg2, %int1_0 : !torch.vtensor<[5],f32>, !torch.int -> !torch.vtensor<[5],f32>
    %int1_1 = torch.constant.int 1
    %3 = torch.aten.add.Tensor %1, %2, %int1_1 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[5],f32>, !torch.int -> !torch.vtensor<[3,5],f32>
    %4 = torch.aten.mm %arg0, %arg1 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    %int3 = torch.constant.int 3
    %5 = torch.aten.mul.Scalar %4, %int3 : !torch.vtensor<[3,5],f32>, !torch.int -> !torch.vtensor<[3,5],f32>
    %int2 = torch.constant.int 2
    %6 = torch.aten.mul.Scalar %arg2, %int2 : !torch.vtensor<[5],f32>, !torch.int -> !torch.vtensor<[5],f32>
    %int1_2 = torch.constant.int 1
    %7 = torch.aten.add.Tensor %5, %6, %int1_2 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[5],f32>, !torch.int -> !torch.vtensor<[3,5],f32>
    return %3, %7 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>
  }
}
