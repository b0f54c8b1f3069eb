module {
  func.func @main(%arg0: !torch.vtensor<[3,37],f32>, %arg1: !torch.vtensor<[3,4],si64>, %arg2: !torch.vtensor<[3,6],f32>) -> (!torch.vtensor<[3,37],f32>, !torch.vtensor<[3,37],f32>) {
    %int1 = torch.constant.int 1
    %0 = torch.aten.scatter.src %arg0, %int1, %arg1, %arg2 : !torch.vtensor<[3,37],f32>, !torch.int, !torch.vtensor<[3,4],si64>, !torch.vtensor<[3,6],f32> -> !torch.vtensor<[3,37],f32>
    %int0 = torch.constant.int 0
    %int0_0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %int1_1 = torch.constant.int 1
    %1 = torch.aten.slice.Tensor %arg1, %int0, %int0_0, %int2, %int1_1 : !torch.vtensor<[3,4],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,4],si64>
    %int-1 = torch.constant.int -1
    %2 = torch.aten.scatter.src %arg0, %int-1, %1, %arg2 : !torch.vtensor<[3,37],f32>, !torch.int, !torch.vtensor<[2,4],si64>, !torch.vtensor<[3,6],f32> -> !torch.vtensor<[3,37],f32>
    return %0, %2 : !torch.vtensor<[3,37],f32>, !torch.vtensor<[3,37],f32>
  }
}
