module {
  func.func @main(%arg0: !torch.vtensor<[3,8],f32>, %arg1: !torch.vtensor<[8,5],f32>) -> (!torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>) {
    %0 = torch.aten.mm %arg0, %arg1 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    %1 = torch.aten.matmul %arg0, %arg1 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    %2 = torch.aten.t %arg1 : !torch.vtensor<[8,5],f32> -> !torch.vtensor<[5,8],f32>
    %int0 = torch.constant.int 0
    %3 = torch.aten.contiguous %2, %int0 : !torch.vtensor<[5,8],f32>, !torch.int -> !torch.vtensor<[5,8],f32>
    %4 = torch.aten.t %3 : !torch.vtensor<[5,8],f32> -> !torch.vtensor<[8,5],f32>
    %5 = torch.aten.mm %arg0, %4 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    return %0, %1, %5 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>
  }
}
