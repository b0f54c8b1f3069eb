module {
  func.func @main(%arg0: !torch.vtensor<[3,23],f32>) -> (!torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>, !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>, !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %values, %indices = torch.aten.sort %arg0, %int-1, %false : !torch.vtensor<[3,23],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>
    %int-1_0 = torch.constant.int -1
    %true = torch.constant.bool true
    %values_1, %indices_2 = torch.aten.sort %arg0, %int-1_0, %true : !torch.vtensor<[3,23],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>
    %int0 = torch.constant.int 0
    %false_3 = torch.constant.bool false
    %values_4, %indices_5 = torch.aten.sort %arg0, %int0, %false_3 : !torch.vtensor<[3,23],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>
    return %values, %indices, %values_1, %indices_2, %values_4, %indices_5 : !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>, !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>, !torch.vtensor<[3,23],f32>, !torch.vtensor<[3,23],si64>
  }
}
