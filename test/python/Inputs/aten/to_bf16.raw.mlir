module {
  func.func @main(%arg0: !torch.vtensor<[10],bf16>) -> (!torch.vtensor<[10],f32>, !torch.vtensor<[10],si32>, !torch.vtensor<[10],i1>, !torch.vtensor<[10],f16>) {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int15 = torch.constant.int 15
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int15, %cpu, %int0 : !torch.vtensor<[10],bf16>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int6 = torch.constant.int 6
    %0 = torch.prims.convert_element_type %arg0, %int6 : !torch.vtensor<[10],bf16>, !torch.int -> !torch.vtensor<[10],f32>
    %none_1 = torch.constant.none
    %none_2 = torch.constant.none
    %int15_3 = torch.constant.int 15
    %cpu_4 = torch.constant.device "cpu"
    %int0_5 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_1, %none_2, %int15_3, %cpu_4, %int0_5 : !torch.vtensor<[10],bf16>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int3 = torch.constant.int 3
    %1 = torch.prims.convert_element_type %arg0, %int3 : !torch.vtensor<[10],bf16>, !torch.int -> !torch.vtensor<[10],si32>
    %none_6 = torch.constant.none
    %none_7 = torch.constant.none
    %int15_8 = torch.constant.int 15
    %cpu_9 = torch.constant.device "cpu"
    %int0_10 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_6, %none_7, %int15_8, %cpu_9, %int0_10 : !torch.vtensor<[10],bf16>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int11 = torch.constant.int 11
    %2 = torch.prims.convert_element_type %arg0, %int11 : !torch.vtensor<[10],bf16>, !torch.int -> !torch.vtensor<[10],i1>
    %none_11 = torch.constant.none
    %none_12 = torch.constant.none
    %int15_13 = torch.constant.int 15
    %cpu_14 = torch.constant.device "cpu"
    %int0_15 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_11, %none_12, %int15_13, %cpu_14, %int0_15 : !torch.vtensor<[10],bf16>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int5 = torch.constant.int 5
    %3 = torch.prims.convert_element_type %arg0, %int5 : !torch.vtensor<[10],bf16>, !torch.int -> !torch.vtensor<[10],f16>
    return %0, %1, %2, %3 : !torch.vtensor<[10],f32>, !torch.vtensor<[10],si32>, !torch.vtensor<[10],i1>, !torch.vtensor<[10],f16>
  }
}
