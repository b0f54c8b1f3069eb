module {
  func.func @main(%arg0: !torch.vtensor<[7],f32>) -> (!torch.vtensor<[7],si64>, !torch.vtensor<[7],si32>, !torch.vtensor<[7],i1>, !torch.vtensor<[7],bf16>, !torch.vtensor<[7],f64>, !torch.vtensor<[7],f16>) {
    %int5 = torch.constant.int 5
    %int7 = torch.constant.int 7
    %int15 = torch.constant.int 15
    %int11 = torch.constant.int 11
    %int3 = torch.constant.int 3
    %int4 = torch.constant.int 4
    %false = torch.constant.bool false
    %none = torch.constant.none
    %0 = torch.aten.to.dtype %arg0, %int4, %false, %false, %none : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],si64>
    %1 = torch.aten.to.dtype %arg0, %int3, %false, %false, %none : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],si32>
    %2 = torch.aten.to.dtype %arg0, %int11, %false, %false, %none : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],i1>
    %3 = torch.aten.to.dtype %arg0, %int15, %false, %false, %none : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],bf16>
    %4 = torch.aten.to.dtype %arg0, %int7, %false, %false, %none : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],f64>
    %5 = torch.aten.to.dtype %arg0, %int5, %false, %false, %none : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],f16>
    return %0, %1, %2, %3, %4, %5 : !torch.vtensor<[7],si64>, !torch.vtensor<[7],si32>, !torch.vtensor<[7],i1>, !torch.vtensor<[7],bf16>, !torch.vtensor<[7],f64>, !torch.vtensor<[7],f16>
  }
}
