module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[0,3,4],f32>, !torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,3,1],f32>) {
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %int1_0 = torch.constant.int 1
    %0 = torch.aten.slice.Tensor %arg0, %int0, %int1, %int9223372036854775807, %int1_0 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %int1_1 = torch.constant.int 1
    %int1_2 = torch.constant.int 1
    %int3 = torch.constant.int 3
    %int1_3 = torch.constant.int 1
    %1 = torch.aten.slice.Tensor %arg0, %int1_1, %int1_2, %int3, %int1_3 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,2,4],f32>
    %int2 = torch.constant.int 2
    %int-3 = torch.constant.int -3
    %int-1 = torch.constant.int -1
    %int1_4 = torch.constant.int 1
    %2 = torch.aten.slice.Tensor %arg0, %int2, %int-3, %int-1, %int1_4 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %int2_5 = torch.constant.int 2
    %int0_6 = torch.constant.int 0
    %int9223372036854775807_7 = torch.constant.int 9223372036854775807
    %int2_8 = torch.constant.int 2
    %3 = torch.aten.slice.Tensor %arg0, %int2_5, %int0_6, %int9223372036854775807_7, %int2_8 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %4 = torch.aten.alias %arg0 : !torch.vtensor<[2,3,4],f32> -> !torch.vtensor<[2,3,4],f32>
    %int0_9 = torch.constant.int 0
    %int2_10 = torch.constant.int 2
    %int1_11 = torch.constant.int 1
    %int1_12 = torch.constant.int 1
    %5 = torch.aten.slice.Tensor %arg0, %int0_9, %int2_10, %int1_11, %int1_12 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[0,3,4],f32>
    %int0_13 = torch.constant.int 0
    %int-99 = torch.constant.int -99
    %int1_14 = torch.constant.int 1
    %int1_15 = torch.constant.int 1
    %6 = torch.aten.slice.Tensor %arg0, %int0_13, %int-99, %int1_14, %int1_15 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %int2_16 = torch.constant.int 2
    %int1_17 = torch.constant.int 1
    %int9223372036854775807_18 = torch.constant.int 9223372036854775807
    %int3_19 = torch.constant.int 3
    %7 = torch.aten.slice.Tensor %arg0, %int2_16, %int1_17, %int9223372036854775807_18, %int3_19 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3,1],f32>
    return %0, %1, %2, %3, %4, %5, %6, %7 : !torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[0,3,4],f32>, !torch.vtensor<[1,3,4],f32>, !torch.vtensor<[2,3,1],f32>
  }
}
