module {
  func.func @main(%arg0: !torch.vtensor<[2,3,8],f32>, %arg1: !torch.vtensor<[2,8,5],f32>, %arg2: !torch.vtensor<[4,1,3,8],f32>) -> (!torch.vtensor<[2,3,5],f32>, !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[4,2,3,5],f32>) {
    %0 = torch.aten.matmul %arg0, %arg1 : !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32> -> !torch.vtensor<[2,3,5],f32>
    %int0 = torch.constant.int 0
    %int0_0 = torch.constant.int 0
    %1 = torch.aten.select.int %arg1, %int0, %int0_0 : !torch.vtensor<[2,8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[8,5],f32>
    %2 = torch.aten.matmul %arg0, %1 : !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[2,3,5],f32>
    %int0_1 = torch.constant.int 0
    %int0_2 = torch.constant.int 0
    %3 = torch.aten.select.int %arg0, %int0_1, %int0_2 : !torch.vtensor<[2,3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,8],f32>
    %4 = torch.aten.matmul %3, %arg1 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[2,8,5],f32> -> !torch.vtensor<[2,3,5],f32>
    %5 = torch.aten.matmul %arg2, %arg1 : !torch.vtensor<[4,1,3,8],f32>, !torch.vtensor<[2,8,5],f32> -> !torch.vtensor<[4,2,3,5],f32>
    return %0, %2, %4, %5 : !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[4,2,3,5],f32>
  }
}
