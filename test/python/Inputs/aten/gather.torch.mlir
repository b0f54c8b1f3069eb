module {
  func.func @main(%arg0: !torch.vtensor<[5,6],f32>, %arg1: !torch.vtensor<[4,3],si64>) -> (!torch.vtensor<[4,3],f32>, !torch.vtensor<[4,3],f32>, !torch.vtensor<[2,3],f32>) {
    %int-1 = torch.constant.int -1
    %int2 = torch.constant.int 2
    %int0 = torch.constant.int 0
    %int4 = torch.constant.int 4
    %none = torch.constant.none
    %int1 = torch.constant.int 1
    %false = torch.constant.bool false
    %0 = torch.aten.gather %arg0, %int1, %arg1, %false : !torch.vtensor<[5,6],f32>, !torch.int, !torch.vtensor<[4,3],si64>, !torch.bool -> !torch.vtensor<[4,3],f32>
    %1 = torch.aten.clamp %arg1, %none, %int4 : !torch.vtensor<[4,3],si64>, !torch.none, !torch.int -> !torch.vtensor<[4,3],si64>
    %2 = torch.aten.gather %arg0, %int0, %1, %false : !torch.vtensor<[5,6],f32>, !torch.int, !torch.vtensor<[4,3],si64>, !torch.bool -> !torch.vtensor<[4,3],f32>
    %3 = torch.aten.slice.Tensor %arg1, %int0, %int0, %int2, %int1 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[2,3],si64>
    %4 = torch.aten.gather %arg0, %int-1, %3, %false : !torch.vtensor<[5,6],f32>, !torch.int, !torch.vtensor<[2,3],si64>, !torch.bool -> !torch.vtensor<[2,3],f32>
    return %0, %2, %4 : !torch.vtensor<[4,3],f32>, !torch.vtensor<[4,3],f32>, !torch.vtensor<[2,3],f32>
  }
}
