module {
  func.func @main(%arg0: !torch.vtensor<[2,3,8],f32>, %arg1: !torch.vtensor<[2,8,5],f32>, %arg2: !torch.vtensor<[2,3,5],f32>) -> !torch.vtensor<[2,3,5],f32> {
    %0 = torch.aten.bmm %arg0, %arg1 : !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32> -> !torch.vtensor<[2,3,5],f32>
    %int1 = torch.constant.int 1
    %1 = torch.aten.add.Tensor %arg2, %0, %int1 : !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[2,3,5],f32>, !torch.int -> !torch.vtensor<[2,3,5],f32>
    return %1 : !torch.vtensor<[2,3,5],f32>
  }
}
