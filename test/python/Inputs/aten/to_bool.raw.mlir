module {
  func.func @main(%arg0: !torch.vtensor<[2],i1>) -> (!torch.vtensor<[2],f32>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],bf16>) {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int11 = torch.constant.int 11
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int11, %cpu, %int0 : !torch.vtensor<[2],i1>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int6 = torch.constant.int 6
    %0 = torch.prims.convert_element_type %arg0, %int6 : !torch.vtensor<[2],i1>, !torch.int -> !torch.vtensor<[2],f32>
    %none_1 = torch.constant.none
    %none_2 = torch.constant.none
    %int11_3 = torch.constant.int 11
    %cpu_4 = torch.constant.device "cpu"
    %int0_5 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_1, %none_2, %int11_3, %cpu_4, %int0_5 : !torch.vtensor<[2],i1>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int4 = torch.constant.int 4
    %1 = torch.prims.convert_element_type %arg0, %int4 : !torch.vtensor<[2],i1>, !torch.int -> !torch.vtensor<[2],si64>
    %none_6 = torch.constant.none
    %none_7 = torch.constant.none
    %int11_8 = torch.constant.int 11
    %cpu_9 = torch.constant.device "cpu"
    %int0_10 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none_6, %none_7, %int11_8, %cpu_9, %int0_10 : !torch.vtensor<[2],i1>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int15 = torch.constant.int 15
    %2 = torch.prims.convert_element_type %arg0, %int15 : !torch.vtensor<[2],i1>, !torch.int -> !torch.vtensor<[2],bf16>
    return %0, %1, %2 : !torch.vtensor<[2],f32>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],bf16>
  }
}
