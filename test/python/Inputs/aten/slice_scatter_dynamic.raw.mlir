module {
  func.func @main(%arg0: !torch.vtensor<[?,5],f32>, %arg1: !torch.vtensor<[?,2],f32>) -> !torch.vtensor<[?,5],f32> {
    %int1 = torch.constant.int 1
    %int1_0 = torch.constant.int 1
    %int3 = torch.constant.int 3
    %int1_1 = torch.constant.int 1
    %0 = torch.aten.slice_scatter %arg0, %arg1, %int1, %int1_0, %int3, %int1_1 : !torch.vtensor<[?,5],f32>, !torch.vtensor<[?,2],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,5],f32>
    return %0 : !torch.vtensor<[?,5],f32>
  }
}
