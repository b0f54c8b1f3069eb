module {
  func.func @main(%arg0: !torch.vtensor<[?],si64>) -> (!torch.vtensor<[?],si64>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],f32>) {
    %int1 = torch.constant.int 1
    %int1_0 = torch.constant.int 1
    %0 = torch.aten.add.Scalar %arg0, %int1, %int1_0 : !torch.vtensor<[?],si64>, !torch.int, !torch.int -> !torch.vtensor<[?],si64>
    %int2 = torch.constant.int 2
    %int1_1 = torch.constant.int 1
    %1 = torch.aten.sub.Scalar %arg0, %int2, %int1_1 : !torch.vtensor<[?],si64>, !torch.int, !torch.int -> !torch.vtensor<[?],si64>
    %int4 = torch.constant.int 4
    %2 = torch.aten.mul.Scalar %arg0, %int4 : !torch.vtensor<[?],si64>, !torch.int -> !torch.vtensor<[?],si64>
    %int3 = torch.constant.int 3
    %3 = torch.aten.div.Scalar %arg0, %int3 : !torch.vtensor<[?],si64>, !torch.int -> !torch.vtensor<[?],f32>
    %int1_2 = torch.constant.int 1
    %4 = torch.prim.NumToTensor.Scalar %int1_2 : !torch.int -> !torch.vtensor<[],si64>
    %int1_3 = torch.constant.int 1
    %5 = torch.aten.sub.Tensor %4, %arg0, %int1_3 : !torch.vtensor<[],si64>, !torch.vtensor<[?],si64>, !torch.int -> !torch.vtensor<[?],si64>
    %float5.000000e-01 = torch.constant.float 5.000000e-01
    %int1_4 = torch.constant.int 1
    %6 = torch.aten.add.Scalar %arg0, %float5.000000e-01, %int1_4 : !torch.vtensor<[?],si64>, !torch.float, !torch.int -> !torch.vtensor<[?],f32>
    return %0, %1, %2, %3, %5, %6 : !torch.vtensor<[?],si64>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?],f32>
  }
}
