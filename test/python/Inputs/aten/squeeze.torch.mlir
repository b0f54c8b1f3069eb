module {
  func.func @main(%arg0: !torch.vtensor<[1,3,1],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,1,3,1],f32>, !torch.vtensor<[1,3,1,1],f32>, !torch.vtensor<[1,3,1,1],f32>) {
    %int-1 = torch.constant.int -1
    %int0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %0 = torch.aten.squeeze.dim %arg0, %int2 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3],f32>
    %1 = torch.aten.squeeze.dim %0, %int0 : !torch.vtensor<[1,3],f32>, !torch.int -> !torch.vtensor<[3],f32>
    %2 = torch.aten.squeeze.dim %arg0, %int0 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[3,1],f32>
    %3 = torch.aten.squeeze.dim %arg0, %int2 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3],f32>
    %4 = torch.aten.squeeze.dim %arg0, %int2 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3],f32>
    %5 = torch.aten.squeeze.dim %4, %int0 : !torch.vtensor<[1,3],f32>, !torch.int -> !torch.vtensor<[3],f32>
    %6 = torch.aten.unsqueeze %arg0, %int0 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,1,3,1],f32>
    %7 = torch.aten.unsqueeze %arg0, %int-1 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3,1,1],f32>
    %8 = torch.aten.unsqueeze %arg0, %int2 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3,1,1],f32>
    return %1, %2, %arg0, %3, %5, %6, %7, %8 : !torch.vtensor<[3],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,1,3,1],f32>, !torch.vtensor<[1,3,1,1],f32>, !torch.vtensor<[1,3,1,1],f32>
  }
}
