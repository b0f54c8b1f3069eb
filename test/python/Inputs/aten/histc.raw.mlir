module {
  func.func @main(%arg0: !torch.vtensor<[30],si64>) -> !torch.vtensor<[4],f32> {
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %int4 = torch.constant.int 4
    %cpu = torch.constant.device "cpu"
    %int0 = torch.constant.int 0
    torch.aten._assert_tensor_metadata %arg0, %none, %none_0, %int4, %cpu, %int0 : !torch.vtensor<[30],si64>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
    %int6 = torch.constant.int 6
    %0 = torch.prims.convert_element_type %arg0, %int6 : !torch.vtensor<[30],si64>, !torch.int -> !torch.vtensor<[30],f32>
    %int4_1 = torch.constant.int 4
    %int0_2 = torch.constant.int 0
    %int3 = torch.constant.int 3
    %1 = torch.operator "torch.aten.histc"(%0, %int4_1, %int0_2, %int3) : (!torch.vtensor<[30],f32>, !torch.int, !torch.int, !torch.int) -> !torch.vtensor<[4],f32>
    return %1 : !torch.vtensor<[4],f32>
  }
}
