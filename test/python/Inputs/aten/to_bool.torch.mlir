module {
  func.func @main(%arg0: !torch.vtensor<[2],i1>) -> (!torch.vtensor<[2],f32>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],bf16>) {
    %int15 = torch.constant.int 15
    %int4 = torch.constant.int 4
    %int6 = torch.constant.int 6
    %false = torch.constant.bool false
    %none = torch.constant.none
    %0 = torch.aten.to.dtype %arg0, %int6, %false, %false, %none : !torch.vtensor<[2],i1>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[2],f32>
    %1 = torch.aten.to.dtype %arg0, %int4, %false, %false, %none : !torch.vtensor<[2],i1>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[2],si64>
    %2 = torch.aten.to.dtype %arg0, %int15, %false, %false, %none : !torch.vtensor<[2],i1>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[2],bf16>
    return %0, %1, %2 : !torch.vtensor<[2],f32>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],bf16>
  }
}
