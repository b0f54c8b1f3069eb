module {
  func.func @main(%arg0: !torch.vtensor<[64],f32>) -> !torch.vtensor<[64],f32> {
    %0 = torch.aten.sigmoid %arg0 : !torch.vtensor<[64],f32> -> !torch.vtensor<[64],f32>
    %1 = torch.aten.mul.Tensor %arg0, %0 : !torch.vtensor<[64],f32>, !torch.vtensor<[64],f32> -> !torch.vtensor<[64],f32>
    return %1 : !torch.vtensor<[64],f32>
  }
}
