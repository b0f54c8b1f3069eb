module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[0,3,4],f32>, !torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,3,1],f32>) {
    %int-99 = torch.constant.int -99
    %int-1 = torch.constant.int -1
    %int-3 = torch.constant.int -3
    %int2 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %0 = torch.aten.slice.Tensor %arg0, %int0, %int1, %int9223372036854775807, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %1 = torch.aten.slice.Tensor %arg0, %int1, %int1, %int3, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,2,4],f32>
    %2 = torch.aten.slice.Tensor %arg0, %int2, %int-3, %int-1, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %3 = torch.aten.slice.Tensor %arg0, %int2, %int0, %int9223372036854775807, %int2 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %4 = torch.aten.slice.Tensor %arg0, %int0, %int2, %int1, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[0,3,4],f32>
    %5 = torch.aten.slice.Tensor %arg0, %int0, %int-99, %int1, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %6 = torch.aten.slice.Tensor %arg0, %int2, %int1, %int9223372036854775807, %int3 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,1],f32>
    return %0, %1, %2, %3, %arg0, %4, %5, %6 : !torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[0,3,4],f32>, !torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,3,1],f32>
  }
}
