module {
  func.func @main(%arg0: !torch.vtensor<[3,7],bf16>) -> (!torch.vtensor<[3,7],bf16>, !torch.vtensor<[3,7],f32>) {
    %int-1 = torch.constant.int -1
    %none = torch.constant.none
    %0 = torch.aten.softmax.int %arg0, %int-1, %none : !torch.vtensor<[3,7],bf16>, !torch.int, !torch.none -> !torch.vtensor<[3,7],bf16>
    %int-1_0 = torch.constant.int -1
    %int6 = torch.constant.int 6
    %1 = torch.aten.softmax.int %arg0, %int-1_0, %int6 : !torch.vtensor<[3,7],bf16>, !torch.int, !torch.int -> !torch.vtensor<[3,7],f32>
    return %0, %1 : !torch.vtensor<[3,7],bf16>, !torch.vtensor<[3,7],f32>
  }
}
