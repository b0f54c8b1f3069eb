module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>) {
    %int3 = torch.constant.int 3
    %int4 = torch.constant.int 4
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %int-1 = torch.constant.int -1
    %int2 = torch.constant.int 2
    %0 = torch.aten.slice.Tensor %arg0, %int-1, %int0, %int2, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %1 = torch.aten.slice.Tensor %arg0, %int-1, %int2, %int4, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %2 = torch.aten.slice.Tensor %arg0, %int1, %int0, %int1, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,1,4],f32>
    %3 = torch.aten.slice.Tensor %arg0, %int1, %int1, %int3, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,2,4],f32>
    %4 = torch.aten.slice.Tensor %arg0, %int-1, %int0, %int2, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %5 = torch.aten.slice.Tensor %arg0, %int-1, %int2, %int4, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %6 = torch.aten.slice.Tensor %arg0, %int0, %int0, %int1, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %7 = torch.aten.slice.Tensor %arg0, %int0, %int1, %int2, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %8 = torch.aten.squeeze.dim %6, %int0 : !torch.vtensor<[1,3,4],f32>, !torch.int -> !torch.vtensor<[3,4],f32>
    %9 = torch.aten.squeeze.dim %7, %int0 : !torch.vtensor<[1,3,4],f32>, !torch.int -> !torch.vtensor<[3,4],f32>
    %10 = torch.aten.slice.Tensor %arg0, %int-1, %int0, %int3, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,3],f32>
    %11 = torch.aten.slice.Tensor %arg0, %int-1, %int3, %int4, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,1],f32>
    %12 = torch.aten.slice.Tensor %arg0, %int-1, %int0, %int2, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %13 = torch.aten.slice.Tensor %arg0, %int-1, %int2, %int4, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    return %0, %1, %2, %3, %4, %5, %8, %9, %10, %11, %12, %13 : !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
  }
}
