module {
  func.func @main(%arg0: !torch.vtensor<[3,23],f32>) -> (!torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],si64>) {
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %int5 = torch.constant.int 5
    %int-1 = torch.constant.int -1
    %true = torch.constant.bool true
    %values, %indices = torch.aten.sort %arg0, %int-1, %true : !torch.vtensor<[3,23],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>
    %0 = torch.aten.slice.Tensor %values, %int-1, %int0, %int5, %int1 : !torch.vtensor<[3,23],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,5],f32>
    %1 = torch.aten.slice.Tensor %indices, %int-1, %int0, %int5, %int1 : !torch.vtensor<[3,23],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,5],si64>
    return %0, %1 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],si64>
  }
}
