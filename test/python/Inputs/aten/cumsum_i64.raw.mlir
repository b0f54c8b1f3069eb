module {
  func.func @main(%arg0: !torch.vtensor<[?],si64>, %arg1: !torch.vtensor<[2,3],i1>, %arg2: !torch.vtensor<[5],f32>) -> (!torch.vtensor<[?],si64>, !torch.vtensor<[2,3],si64>, !torch.vtensor<[5],si32>, !torch.vtensor<[?],f32>) {
    %int0 = torch.constant.int 0
    %none = torch.constant.none
    %0 = torch.aten.cumsum %arg0, %int0, %none : !torch.vtensor<[?],si64>, !torch.int, !torch.none -> !torch.vtensor<[?],si64>
    %int-1 = torch.constant.int -1
    %none_0 = torch.constant.none
    %1 = torch.aten.cumsum %arg1, %int-1, %none_0 : !torch.vtensor<[2,3],i1>, !torch.int, !torch.none -> !torch.vtensor<[2,3],si64>
    %int0_1 = torch.constant.int 0
    %int3 = torch.constant.int 3
    %2 = torch.aten.cumsum %arg2, %int0_1, %int3 : !torch.vtensor<[5],f32>, !torch.int, !torch.int -> !torch.vtensor<[5],si32>
    %int0_2 = torch.constant.int 0
    %int6 = torch.constant.int 6
    %3 = torch.aten.cumsum %arg0, %int0_2, %int6 : !torch.vtensor<[?],si64>, !torch.int, !torch.int -> !torch.vtensor<[?],f32>
    return %0, %1, %2, %3 : !torch.vtensor<[?],si64>, !torch.vtensor<[2,3],si64>, !torch.vtensor<[5],si32>, !torch.vtensor<[?],f32>
  }
}
