module {
  func.func @main(%arg0: !torch.vtensor<[7],f32>) -> (!torch.vtensor<[7],si64>, !torch.vtensor<[7],si32>, !torch.vtensor<[7],i1>, !torch.vtensor<[7],bf16>, !torch.vtensor<[7],f64>, !torch.vtensor<[7],f16>) {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int6 = torch.constant.int 6
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int6, %cpu, %int0 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int4 = torch.constant.int 4
    %false = torch.constant.bool false
    %false_1 = torch.constant.bool false
    %none_2 = torch.constant.none
    %0 = torch.aten.to.dtype %arg0, %int4, %false, %false_1, %none_2 : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],si64>
    %none_3 = torch.constant.none
    %none_4 = torch.constant.none
    %int6_5 = torch.constant.int 6
    %cpu_6 = torch.constant.device "cpu"
    %int0_7 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_3, %none_4, %int6_5, %cpu_6, %int0_7 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int3 = torch.constant.int 3
    %false_8 = torch.constant.bool false
    %false_9 = torch.constant.bool false
    %none_10 = torch.constant.none
    %1 = torch.aten.to.dtype %arg0, %int3, %false_8, %false_9, %none_10 : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],si32>
    %none_11 = torch.constant.none
    %none_12 = torch.constant.none
    %int6_13 = torch.constant.int 6
    %cpu_14 = torch.constant.device "cpu"
    %int0_15 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_11, %none_12, %int6_13, %cpu_14, %int0_15 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int11 = torch.constant.int 11
    %false_16 = torch.constant.bool false
    %false_17 = torch.constant.bool false
    %none_18 = torch.constant.none
    %2 = torch.aten.to.dtype %arg0, %int11, %false_16, %false_17, %none_18 : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],i1>
    %none_19 = torch.constant.none
    %none_20 = torch.constant.none
    %int6_21 = torch.constant.int 6
    %cpu_22 = torch.constant.device "cpu"
    %int0_23 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_19, %none_20, %int6_21, %cpu_22, %int0_23 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int15 = torch.constant.int 15
    %false_24 = torch.constant.bool false
    %false_25 = torch.constant.bool false
    %none_26 = torch.constant.none
    %3 = torch.aten.to.dtype %arg0, %int15, %false_24, %false_25, %none_26 : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],bf16>
    %none_27 = torch.constant.none
    %none_28 = torch.constant.none
    %int6_29 = torch.constant.int 6
    %cpu_30 = torch.constant.device "cpu"
    %int0_31 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_27, %none_28, %int6_29, %cpu_30, %int0_31 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int7 = torch.constant.int 7
    %false_32 = torch.constant.bool false
    %false_33 = torch.constant.bool false
    %none_34 = torch.constant.none
    %4 = torch.aten.to.dtype %arg0, %int7, %false_32, %false_33, %none_34 : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],f64>
    %none_35 = torch.constant.none
    %none_36 = torch.constant.none
    %int6_37 = torch.constant.int 6
    %cpu_38 = torch.constant.device "cpu"
    %int0_39 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_35, %none_36, %int6_37, %cpu_38, %int0_39 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int5 = torch.constant.int 5
    %false_40 = torch.constant.bool false
    %false_41 = torch.constant.bool false
    %none_42 = torch.constant.none
    %5 = torch.aten.to.dtype %arg0, %int5, %false_40, %false_41, %none_42 : !torch.vtensor<[7],f32>, !torch.int, !torch.bool, !torch.bool, !torch.none -> !torch.vtensor<[7],f16>
    return %0, %1, %2, %3, %4, %5 : !torch.vtensor<[7],si64>, !torch.vtensor<[7],si32>, !torch.vtensor<[7],i1>, !torch.vtensor<[7],bf16>, !torch.vtensor<[7],f64>, !torch.vtensor<[7],f16>
  }
}
