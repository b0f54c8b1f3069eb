module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[3,4],f32>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,3],f32>) {
    %int3 = torch.constant.int 3
    %int2 = torch.constant.int 2
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %0 = torch.aten.slice.Tensor %arg0, %int0, %int0, %int1, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %1 = torch.aten.squeeze.dim %0, %int0 : !torch.vtensor<[1,3,4],f32>, !torch.int -> !torch.vtensor<[3,4],f32>
    %2 = torch.aten.slice.Tensor %arg0, %int1, %int1, %int2, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,1,4],f32>
    %3 = torch.aten.squeeze.dim %2, %int1 : !torch.vtensor<[2,1,4],f32>, !torch.int -> !torch.vtensor<[2,4],f32>
    %4 = torch.aten.slice.Tensor %arg0, %int2, %int2, %int3, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,1],f32>
    %5 = torch.aten.squeeze.dim %4, %int2 : !torch.vtensor<[2,3,1],f32>, !torch.int -> !torch.vtensor<[2,3],f32>
    return %1, %3, %5 : !torch.vtensor<[3,4],f32>, !torch.vtensor<[2,4],f32>, !torch.vtensor<[2,3],f32>
  }
}
