module {
  func.func @main(%arg0: !torch.vtensor<[3],f32>, %arg1: !torch.vtensor<[1],bf16>) -> !torch.vtensor<[3],bf16> {
    %int15 = torch.constant.int 15
    %0 = torch.prims.convert_element_type %arg0, %int15 : !torch.vtensor<[3],f32>, !torch.int -> !torch.vtensor<[3],bf16>
    return %0 : !torch.vtensor<[3],bf16>
  }
}
