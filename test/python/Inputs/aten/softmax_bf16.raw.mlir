module {
  func.func @main(%arg0: !torch.vtensor<[3,7],bf16>) -> (!torch.vtensor<[3,7],bf16>, !torch.vtensor<[3,7],f32>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %0 = torch.aten._softmax %arg0, %int-1, %false : !torch.vtensor<[3,7],bf16>, !torch.int, !torch.bool -> !torch.vtensor<[3,7],bf16>
    %int6 = torch.constant.int 6
    %1 = torch.prims.convert_element_type %arg0, %int6 : !torch.vtensor<[3,7],bf16>, !torch.int -> !torch.vtensor<[3,7],f32>
    %int-1_0 = torch.constant.int -1
    %false_1 = torch.constant.bool false
    %2 = torch.aten._softmax %1, %int-1_0, %false_1 : !torch.vtensor<[3,7],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,7],f32>
    return %0, %2 : !torch.vtensor<[3,7],bf16>, !torch.vtensor<[3,7],f32>
  }
}
