module {
  func.func @main(%arg0: !torch.vtensor<[?,3,?],f32>) -> (!torch.vtensor<[?,3,?],f32>, !torch.vtensor<[?,3,?],f32>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %0 = torch.aten._softmax %arg0, %int-1, %false : !torch.vtensor<[?,3,?],f32>, !torch.int, !torch.bool -> !torch.vtensor<[?,3,?],f32>
    %int1 = torch.constant.int 1
    %false_0 = torch.constant.bool false
    %1 = torch.aten._softmax %arg0, %int1, %false_0 : !torch.vtensor<[?,3,?],f32>, !torch.int, !torch.bool -> !torch.vtensor<[?,3,?],f32>
    return %0, %1 : !torch.vtensor<[?,3,?],f32>, !torch.vtensor<[?,3,?],f32>
  }
}
