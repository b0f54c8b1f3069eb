module {
  func.func @main(%arg0: !torch.vtensor<[2],i1>) -> (!torch.vtensor<[2],f32>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],bf16>) {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int11 = torch.constant.int 11
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int11, %cpu, %int0 : !torch.vtensor<[2],i1>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int6 = torch.constant.int 6
    %false = torch.constant.bool false
    %false_1 = torch.constant.bool false
    %none_2 = torch.constant.none
    %0 = torch.aten.to.dtype %arg0, %int6, %false, %false_1, %none_2 : !torch.vtensor<[2],i1>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[2],f32>
    %none_3 = torch.constant.none
    %none_4 = torch.constant.none
    %int11_5 = torch.constant.int 11
    %cpu_6 = torch.constant.device "cpu"
    %int0_7 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_3, %none_4, %int11_5, %cpu_6, %int0_7 : !torch.vtensor<[2],i1>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int4 = torch.constant.int 4
    %false_8 = torch.constant.bool false
    %false_9 = torch.constant.bool false
    %none_10 = torch.constant.none
    %1 = torch.aten.to.dtype %arg0, %int4, %false_8, %false_9, %none_10 : !torch.vtensor<[2],i1>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[2],si64>
    %none_11 = torch.constant.none
    %none_12 = torch.constant.none
    %int11_13 = torch.constant.int 11
    %cpu_14 = torch.constant.device "cpu"
    %int0_15 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_11, %none_12, %int11_13, %cpu_14, %int0_15 : !torch.vtensor<[2],i1>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int15 = torch.constant.int 15
    %false_16 = torch.constant.bool false
    %false_17 = torch.constant.bool false
    %none_18 = torch.constant.none
    %2 = torch.aten.to.dtype %arg0, %int15, %false_16, %false_17, %none_18 : !torch.vtensor<[2],i1>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[2],bf16>
    return %0, %1, %2 : !torch.vtensor<[2],f32>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],bf16>
  }
}
