module {
  func.func @main(%arg0: !torch.vtensor<[2,3,8],f32>, %arg1: !torch.vtensor<[2,8,5],f32>, %arg2: !torch.vtensor<[2,3,5],f32>) -> !torch.vtensor<[2,3,5],f32> {
    %int1 = torch.constant.int 1
    %int1_0 = torch.constant.int 1
    %0 = torch.aten.baddbmm %arg2, %arg0, %arg1, %int1, %int1_0 : !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[2,3,5],f32>
    return %0 : !torch.vtensor<[2,3,5],f32>
  }
}
