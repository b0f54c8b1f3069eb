module {
  func.func @main(%arg0: !torch.vtensor<[?,3,4],f32>) -> (!torch.vtensor<[3,4],f32>, !torch.vtensor<[?,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,4],f32>) {
    %int0 = torch.constant.int 0
    %int0_0 = torch.constant.int 0
    %0 = torch.aten.select.int %arg0, %int0, %int0_0 : !torch.vtensor<[?,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,4],f32>
    %int0_1 = torch.constant.int 0
    %int0_2 = torch.constant.int 0
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %int1 = torch.constant.int 1
    %1 = torch.aten.slice.Tensor %arg0, %int0_1, %int0_2, %int9223372036854775807, %int1 : !torch.vtensor<[?,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,3,4],f32>
    %int1_3 = torch.constant.int 1
    %int1_4 = torch.constant.int 1
    %2 = torch.aten.select.int %1, %int1_3, %int1_4 : !torch.vtensor<[?,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,4],f32>
    %int0_5 = torch.constant.int 0
    %int-1 = torch.constant.int -1
    %3 = torch.aten.select.int %arg0, %int0_5, %int-1 : !torch.vtensor<[?,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,4],f32>
    %int2 = torch.constant.int 2
    %int-2 = torch.constant.int -2
    %4 = torch.aten.select.int %arg0, %int2, %int-2 : !torch.vtensor<[?,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,3],f32>
    %int1_6 = torch.constant.int 1
    %int-1_7 = torch.constant.int -1
    %5 = torch.aten.select.int %arg0, %int1_6, %int-1_7 : !torch.vtensor<[?,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,4],f32>
    return %0, %2, %3, %4, %5 : !torch.vtensor<[3,4],f32>, !torch.vtensor<[?,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,4],f32>
  }
}
