module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>, %arg1: !torch.vtensor<[16],f32>, %arg2: !torch.vtensor<[],f32>, %arg3: !torch.vtensor<[16],si64>) -> (!torch.vtensor<[16],f32>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],bf16>) {
    %int1 = torch.constant.int 1
    %0 = torch.aten.add.Tensor %arg0, %arg1, %int1 : !torch.vtensor<[16],bf16>, !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],f32>
    %1 = torch.aten.mul.Tensor %arg0, %arg2 : !torch.vtensor<[16],bf16>, !torch.vtensor<[],f32> -> !torch.vtensor<[16],bf16>
    %int1_0 = torch.constant.int 1
    %2 = torch.aten.add.Tensor %arg3, %arg2, %int1_0 : !torch.vtensor<[16],si64>, !torch.vtensor<[],f32>, !torch.int -> !torch.vtensor<[16],f32>
    %3 = torch.aten.mul.Tensor %arg3, %arg1 : !torch.vtensor<[16],si64>, !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %int1_1 = torch.constant.int 1
    %4 = torch.aten.sub.Tensor %arg0, %arg3, %int1_1 : !torch.vtensor<[16],bf16>, !torch.vtensor<[16],si64>, !torch.int -> !torch.vtensor<[16],bf16>
    return %0, %1, %2, %3, %4 : !torch.vtensor<[16],f32>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],bf16>
  }
}
