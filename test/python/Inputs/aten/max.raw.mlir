module {
  func.func @main(%arg0: !torch.vtensor<[2,3,50],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>, !torch.vtensor<[3,50],f32>, !torch.vtensor<[3,50],si64>, !torch.vtensor<[50],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>, !torch.vtensor<[3,50],si64>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %values, %indices = torch.aten.max.dim %arg0, %int-1, %false : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>
    %int0 = torch.constant.int 0
    %false_0 = torch.constant.bool false
    %values_1, %indices_2 = torch.aten.min.dim %arg0, %int0, %false_0 : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,50],f32>, !torch.vtensor<[3,50],si64>
    %int0_3 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %int0_3, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %false_4 = torch.constant.bool false
    %1 = torch.aten.amax %arg0, %0, %false_4 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[50],f32>
    %int-1_5 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int-1_5 : (!torch.int) -> !torch.list<int>
    %false_6 = torch.constant.bool false
    %3 = torch.aten.amin %arg0, %2, %false_6 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[2,3],f32>
    %int-1_7 = torch.constant.int -1
    %false_8 = torch.constant.bool false
    %4 = torch.aten.argmax %arg0, %int-1_7, %false_8 : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[2,3],si64>
    %int0_9 = torch.constant.int 0
    %false_10 = torch.constant.bool false
    %5 = torch.aten.argmin %arg0, %int0_9, %false_10 : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,50],si64>
    return %values, %indices, %values_1, %indices_2, %1, %3, %4, %5 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>, !torch.vtensor<[3,50],f32>, !torch.vtensor<[3,50],si64>, !torch.vtensor<[50],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>, !torch.vtensor<[3,50],si64>
  }
}
