module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>) -> (!torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>) {
    %float1.000000e-03 = torch.constant.float 1.000000e-03
    %int1 = torch.constant.int 1
    %0 = torch.aten.add.Scalar %arg0, %float1.000000e-03, %int1 : !torch.vtensor<[16],bf16>, !torch.float, !torch.int -> !torch.vtensor<[16],bf16>
    %int2 = torch.constant.int 2
    %int1_0 = torch.constant.int 1
    %1 = torch.aten.sub.Scalar %arg0, %int2, %int1_0 : !torch.vtensor<[16],bf16>, !torch.int, !torch.int -> !torch.vtensor<[16],bf16>
    %float1.000000e-01 = torch.constant.float 1.000000e-01
    %2 = torch.aten.mul.Scalar %arg0, %float1.000000e-01 : !torch.vtensor<[16],bf16>, !torch.float -> !torch.vtensor<[16],bf16>
    %int3 = torch.constant.int 3
    %3 = torch.aten.div.Scalar %arg0, %int3 : !torch.vtensor<[16],bf16>, !torch.int -> !torch.vtensor<[16],bf16>
    %int1_1 = torch.constant.int 1
    %4 = torch.prim.NumToTensor.Scalar %int1_1 : !torch.int -> !torch.vtensor<[],si64>
    %int1_2 = torch.constant.int 1
    %5 = torch.aten.sub.Tensor %4, %arg0, %int1_2 : !torch.vtensor<[],si64>, !torch.vtensor<[16],bf16>, !torch.int -> !torch.vtensor<[16],bf16>
    return %0, %1, %2, %3, %5 : !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>
  }
}
