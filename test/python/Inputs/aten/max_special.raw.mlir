module {
  func.func @main(%arg0: !torch.vtensor<[6,4],f32>) -> (!torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>, !torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>, !torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %values, %indices = torch.aten.max.dim %arg0, %int-1, %false : !torch.vtensor<[6,4],f32>, !torch.int, !torch.bool -> !torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>
    %int-1_0 = torch.constant.int -1
    %0 = torch.prim.ListConstruct %int-1_0 : (!torch.int) -> !torch.list<int>
    %false_1 = torch.constant.bool false
    %1 = torch.aten.amax %arg0, %0, %false_1 : !torch.vtensor<[6,4],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[6],f32>
    %int-1_2 = torch.constant.int -1
    %false_3 = torch.constant.bool false
    %2 = torch.aten.argmax %arg0, %int-1_2, %false_3 : !torch.vtensor<[6,4],f32>, !torch.int, !torch.bool -> !torch.vtensor<[6],si64>
    %int-1_4 = torch.constant.int -1
    %false_5 = torch.constant.bool false
    %values_6, %indices_7 = torch.aten.min.dim %arg0, %int-1_4, %false_5 : !torch.vtensor<[6,4],f32>, !torch.int, !torch.bool -> !torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>
    return %values, %indices, %1, %2, %values_6, %indices_7 : !torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>, !torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>, !torch.vtensor<[6],f32>, !torch.vtensor<[6],si64>
  }
}
