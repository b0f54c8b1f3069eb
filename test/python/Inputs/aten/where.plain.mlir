module {
  func.func @main(%arg0: !torch.vtensor<[2,3],i1>, %arg1: !torch.vtensor<[2,1],f32>, %arg2: !torch.vtensor<[3],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>) {
    %0 = torch.aten.where.self %arg0, %arg1, %arg2 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[2,1],f32>, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
    %float2.000000e00 = torch.constant.float 2.000000e+00
    %1 = torch.aten.where.ScalarOther %arg0, %arg1, %float2.000000e00 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[2,1],f32>, !torch.float -> !torch.vtensor<[2,3],f32>
    %int-1 = torch.constant.int -1
    %2 = torch.aten.where.ScalarSelf %arg0, %int-1, %arg2 : !torch.vtensor<[2,3],i1>, !torch.int, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %3 = torch.aten.where.Scalar %arg0, %int1, %int0 : !torch.vtensor<[2,3],i1>, !torch.int, !torch.int -> !torch.vtensor<[2,3],si64>
    return %0, %1, %2, %3 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>
  }
}
