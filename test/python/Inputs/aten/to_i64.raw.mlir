module {
  func.func @main(%arg0: !torch.vtensor<[6],si64>) -> (!torch.vtensor<[6],f32>, !torch.vtensor<[6],bf16>, !torch.vtensor<[6],si32>, !torch.vtensor<[6],i1>, !torch.vtensor<[6],si8>) {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int4 = torch.constant.int 4
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int4, %cpu, %int0 : !torch.vtensor<[6],si64>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int6 = torch.constant.int 6
    %0 = torch.prims.convert_element_type %arg0, %int6 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6],f32>
    %none_1 = torch.constant.none
    %none_2 = torch.constant.none
    %int4_3 = torch.constant.int 4
    %cpu_4 = torch.constant.device "cpu"
    %int0_5 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_1, %none_2, %int4_3, %cpu_4, %int0_5 : !torch.vtensor<[6],si64>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int15 = torch.constant.int 15
    %1 = torch.prims.convert_element_type %arg0, %int15 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6],bf16>
    %none_6 = torch.constant.none
    %none_7 = torch.constant.none
    %int4_8 = torch.constant.int 4
    %cpu_9 = torch.constant.device "cpu"
    %int0_10 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_6, %none_7, %int4_8, %cpu_9, %int0_10 : !torch.vtensor<[6],si64>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int3 = torch.constant.int 3
    %2 = torch.prims.convert_element_type %arg0, %int3 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6],si32>
    %none_11 = torch.constant.none
    %none_12 = torch.constant.none
    %int4_13 = torch.constant.int 4
    %cpu_14 = torch.constant.device "cpu"
    %int0_15 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_11, %none_12, %int4_13, %cpu_14, %int0_15 : !torch.vtensor<[6],si64>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int11 = torch.constant.int 11
    %3 = torch.prims.convert_element_type %arg0, %int11 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6],i1>
    %none_16 = torch.constant.none
    %none_17 = torch.constant.none
    %int4_18 = torch.constant.int 4
    %cpu_19 = torch.constant.device "cpu"
    %int0_20 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_16, %none_17, %int4_18, %cpu_19, %int0_20 : !torch.vtensor<[6],si64>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int1 = torch.constant.int 1
    %4 = torch.prims.convert_element_type %arg0, %int1 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6],si8>
    return %0, %1, %2, %3, %4 : !torch.vtensor<[6],f32>, !torch.vtensor<[6],bf16>, !torch.vtensor<[6],si32>, !torch.vtensor<[6],i1>, !torch.vtensor<[6],si8>
  }
}
