module {
  func.func @main(%arg0: !torch.vtensor<[7],f32>) -> (!torch.vtensor<[7],si64>, !torch.vtensor<[7],si32>, !torch.vtensor<[7],i1>, !torch.vtensor<[7],bf16>, !torch.vtensor<[7],f64>, !torch.vtensor<[7],f16>) {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int6 = torch.constant.int 6
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int6, %cpu, %int0 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int4 = torch.constant.int 4
    %0 = torch.prims.convert_element_type %arg0, %int4 : !torch.vtensor<[7],f32>, !torch.int -> !torch.vtensor<[7],si64>
    %none_1 = torch.constant.none
    %none_2 = torch.constant.none
    %int6_3 = torch.constant.int 6
    %cpu_4 = torch.constant.device "cpu"
    %int0_5 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_1, %none_2, %int6_3, %cpu_4, %int0_5 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int3 = torch.constant.int 3
    %1 = torch.prims.convert_element_type %arg0, %int3 : !torch.vtensor<[7],f32>, !torch.int -> !torch.vtensor<[7],si32>
    %none_6 = torch.constant.none
    %none_7 = torch.constant.none
    %int6_8 = torch.constant.int 6
    %cpu_9 = torch.constant.device "cpu"
    %int0_10 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_6, %none_7, %int6_8, %cpu_9, %int0_10 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int11 = torch.constant.int 11
    %2 = torch.prims.convert_element_type %arg0, %int11 : !torch.vtensor<[7],f32>, !torch.int -> !torch.vtensor<[7],i1>
    %none_11 = torch.constant.none
    %none_12 = torch.constant.none
    %int6_13 = torch.constant.int 6
    %cpu_14 = torch.constant.device "cpu"
    %int0_15 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_11, %none_12, %int6_13, %cpu_14, %int0_15 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int15 = torch.constant.int 15
    %3 = torch.prims.convert_element_type %arg0, %int15 : !torch.vtensor<[7],f32>, !torch.int -> !torch.vtensor<[7],bf16>
    %none_16 = torch.constant.none
    %none_17 = torch.constant.none
    %int6_18 = torch.constant.int 6
    %cpu_19 = torch.constant.device "cpu"
    %int0_20 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_16, %none_17, %int6_18, %cpu_19, %int0_20 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int7 = torch.constant.int 7
    %4 = torch.prims.convert_element_type %arg0, %int7 : !torch.vtensor<[7],f32>, !torch.int -> !torch.vtensor<[7],f64>
    %none_21 = torch.constant.none
    %none_22 = torch.constant.none
    %int6_23 = torch.constant.int 6
    %cpu_24 = torch.constant.device "cpu"
    %int0_25 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_21, %none_22, %int6_23, %cpu_24, %int0_25 : !torch.vtensor<[7],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int5 = torch.constant.int 5
    %5 = torch.prims.convert_element_type %arg0, %int5 : !torch.vtensor<[7],f32>, !torch.int -> !torch.vtensor<[7],f16>
    return %0, %1, %2, %3, %4, %5 : !torch.vtensor<[7],si64>, !torch.vtensor<[7],si32>, !torch.vtensor<[7],i1>, !torch.vtensor<[7],bf16>, !torch.vtensor<[7],f64>, !torch.vtensor<[7],f16>
  }
}
