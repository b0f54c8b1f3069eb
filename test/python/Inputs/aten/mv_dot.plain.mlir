module {
  func.func @main(%arg0: !torch.vtensor<[3,8],f32>, %arg1: !torch.vtensor<[8,5],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[],f32>, !torch.vtensor<[5],f32>) {
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %0 = torch.aten.select.int %arg1, %int1, %int0 : !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %1 = torch.aten.matmul %arg0, %0 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8],f32> -> !torch.vtensor<[3],f32>
    %int0_0 = torch.constant.int 0
    %int0_1 = torch.constant.int 0
    %2 = torch.aten.select.int %arg0, %int0_0, %int0_1 : !torch.vtensor<[3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %int1_2 = torch.constant.int 1
    %int0_3 = torch.constant.int 0
    %3 = torch.aten.select.int %arg1, %int1_2, %int0_3 : !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %4 = torch.aten.matmul %2, %3 : !torch.vtensor<[8],f32>, !torch.vtensor<[8],f32> -> !torch.vtensor<[],f32>
    %int0_4 = torch.constant.int 0
    %int0_5 = torch.constant.int 0
    %5 = torch.aten.select.int %arg0, %int0_4, %int0_5 : !torch.vtensor<[3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %6 = torch.aten.matmul %5, %arg1 : !torch.vtensor<[8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[5],f32>
    return %1, %4, %6 : !torch.vtensor<[3],f32>, !torch.vtensor<[],f32>, !torch.vtensor<[5],f32>
  }
}
