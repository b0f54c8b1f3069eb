module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>) -> !torch.vtensor<[16],bf16> {
    %int6 = torch.constant.int 6
    %0 = torch.prims.convert_element_type %arg0, %int6 : !torch.vtensor<[16],bf16>, !torch.int -> !torch.vtensor<[16],f32>
    %1 = torch.aten.exp %0 : !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %2 = torch.aten.log1p %1 : !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %int20 = torch.constant.int 20
    %3 = torch.aten.gt.Scalar %0, %int20 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],i1>
    %4 = torch.aten.where.self %3, %0, %2 : !torch.vtensor<[16],i1>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32> -> !torch.vtensor<[16],f32>
    %int15 = torch.constant.int 15
    %5 = torch.prims.convert_element_type %4, %int15 : !torch.vtensor<[16],f32>, !torch.int -> !torch.vtensor<[16],bf16>
    return %5 : !torch.vtensor<[16],bf16>
  }
}
