module {
  func.func @main(%arg0: !torch.vtensor<[?,3],f32>) -> (!torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[3,3],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[2,3],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,3],f32>, !torch.int -> !torch.int
    %int0_0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %int1_1 = torch.constant.int 1
    %1 = torch.aten.slice.Tensor %arg0, %int0_0, %int1, %int9223372036854775807, %int1_1 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,3],f32>
    %int0_2 = torch.constant.int 0
    %int0_3 = torch.constant.int 0
    %int-1 = torch.constant.int -1
    %int1_4 = torch.constant.int 1
    %2 = torch.aten.slice.Tensor %arg0, %int0_2, %int0_3, %int-1, %int1_4 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,3],f32>
    %int0_5 = torch.constant.int 0
    %int-3 = torch.constant.int -3
    %int9223372036854775807_6 = torch.constant.int 9223372036854775807
    %int1_7 = torch.constant.int 1
    %3 = torch.aten.slice.Tensor %arg0, %int0_5, %int-3, %int9223372036854775807_6, %int1_7 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,3],f32>
    %int0_8 = torch.constant.int 0
    %int0_9 = torch.constant.int 0
    %int9223372036854775807_10 = torch.constant.int 9223372036854775807
    %int2 = torch.constant.int 2
    %4 = torch.aten.slice.Tensor %arg0, %int0_8, %int0_9, %int9223372036854775807_10, %int2 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,3],f32>
    %int0_11 = torch.constant.int 0
    %int1_12 = torch.constant.int 1
    %int99 = torch.constant.int 99
    %int1_13 = torch.constant.int 1
    %5 = torch.aten.slice.Tensor %arg0, %int0_11, %int1_12, %int99, %int1_13 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,3],f32>
    %int0_14 = torch.constant.int 0
    %int-2 = torch.constant.int -2
    %int-1_15 = torch.constant.int -1
    %int1_16 = torch.constant.int 1
    %6 = torch.aten.slice.Tensor %arg0, %int0_14, %int-2, %int-1_15, %int1_16 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3],f32>
    %int1_17 = torch.constant.int 1
    %int1_18 = torch.constant.int 1
    %int9223372036854775807_19 = torch.constant.int 9223372036854775807
    %int1_20 = torch.constant.int 1
    %7 = torch.aten.slice.Tensor %arg0, %int1_17, %int1_18, %int9223372036854775807_19, %int1_20 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,2],f32>
    %int2_21 = torch.constant.int 2
    %8 = torch.aten.sub.int %0, %int2_21 : !torch.int, !torch.int -> !torch.int
    %int0_22 = torch.constant.int 0
    %none = torch.constant.none
    %int1_23 = torch.constant.int 1
    %9 = torch.aten.slice.Tensor %arg0, %int0_22, %8, %none, %int1_23 : !torch.vtensor<[?,3],f32>, !torch.int, !torch.int, !torch.none, !torch.int -> !torch.vtensor<[2,3],f32>
    return %1, %2, %3, %4, %5, %6, %7, %9 : !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[3,3],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[2,3],f32>
  }
}
