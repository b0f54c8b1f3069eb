module {
  func.func @main(%arg0: !torch.vtensor<[3,8],f32>, %arg1: !torch.vtensor<[8,5],f32>, %arg2: !torch.vtensor<[5],f32>) -> (!torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>) {
    %int1 = torch.constant.int 1
    %int1_0 = torch.constant.int 1
    %0 = torch.aten.addmm %arg2, %arg0, %arg1, %int1, %int1_0 : !torch.vtensor<[5],f32>, !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,5],f32>
    %int2 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %1 = torch.aten.addmm %arg2, %arg0, %arg1, %int2, %int3 : !torch.vtensor<[5],f32>, !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,5],f32>
    return %0, %1 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>
  }
}
