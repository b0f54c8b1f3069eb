module {
  func.func @main(%arg0: !torch.vtensor<[20],si64>, %arg1: !torch.vtensor<[20],si64>) -> !torch.vtensor<[20],f32> {
    %0 = torch.aten.div.Tensor %arg0, %arg1 : !torch.vtensor<[20],si64>, !torch.vtensor<[20],si64> -> !torch.vtensor<[20],f32>
    return %0 : !torch.vtensor<[20],f32>
  }
}
