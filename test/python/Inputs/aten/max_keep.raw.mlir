module {
  func.func @main(%arg0: !torch.vtensor<[2,3,50],f32>) -> (!torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,1],si64>, !torch.vtensor<[1,3,50],f32>, !torch.vtensor<[1,3,50],si64>, !torch.vtensor<[1,1,50],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,1],si64>, !torch.vtensor<[1,3,50],si64>) {
    %int-1 = torch.constant.int -1
    %true = torch.constant.bool true
    %values, %indices = torch.aten.max.dim %arg0, %int-1, %true : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,1],si64>
    %int0 = torch.constant.int 0
    %true_0 = torch.constant.bool true
    %values_1, %indices_2 = torch.aten.min.dim %arg0, %int0, %true_0 : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[1,3,50],f32>, !torch.vtensor<[1,3,50],si64>
    %int0_3 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %int0_3, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %true_4 = torch.constant.bool true
    %1 = torch.aten.amax %arg0, %0, %true_4 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[1,1,50],f32>
    %int-1_5 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int-1_5 : (!torch.int) -> !torch.list<int>
    %true_6 = torch.constant.bool true
    %3 = torch.aten.amin %arg0, %2, %true_6 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[2,3,1],f32>
    %int-1_7 = torch.constant.int -1
    %true_8 = torch.constant.bool true
    %4 = torch.aten.argmax %arg0, %int-1_7, %true_8 : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[2,3,1],si64>
    %int0_9 = torch.constant.int 0
    %true_10 = torch.constant.bool true
    %5 = torch.aten.argmin %arg0, %int0_9, %true_10 : !torch.vtensor<[2,3,50],f32>, !torch.int, !torch.bool -> !torch.vtensor<[1,3,50],si64>
    return %values, %indices, %values_1, %indices_2, %1, %3, %4, %5 : !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,1],si64>, !torch.vtensor<[1,3,50],f32>, !torch.vtensor<[1,3,50],si64>, !torch.vtensor<[1,1,50],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,1],si64>, !torch.vtensor<[1,3,50],si64>
  }
}
