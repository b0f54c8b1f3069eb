module {
  func.func @main(%arg0: !torch.vtensor<[?,37],f32>, %arg1: !torch.vtensor<[?,4],si64>, %arg2: !torch.vtensor<[?,4],f32>) -> !torch.vtensor<[?,37],f32> {
    %int1 = torch.constant.int 1
    %0 = torch.aten.scatter.src %arg0, %int1, %arg1, %arg2 : !torch.vtensor<[?,37],f32>, !torch.int, !torch.vtensor<[?,4],si64>, !torch.vtensor<[?,4],f32> -> !torch.vtensor<[?,37],f32>
    return %0 : !torch.vtensor<[?,37],f32>
  }
}
