module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>) -> !torch.vtensor<[16],bf16> {
    %int6 = torch.constant.int 6
    %0 = torch.prims.convert_element_type %arg0, %int6 : !torch.vtensor<[16],bf16>, !torch.int -> !torch.vtensor<[16],f32>
    %1 = torch.aten.sigmoid %0 : !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %2 = torch.aten.mul.Tensor %0, %1 : !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %int15 = torch.constant.int 15
    %3 = torch.prims.convert_element_type %2, %int15 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],bf16>
    return %3 : !torch.vtensor<[16],bf16>
  }
}
