module {
  func.func @main(%arg0: !torch.vtensor<[16],f32>) -> (!torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>) {
    %int1 = torch.constant.int 1
    %int3 = torch.constant.int 3
    %float-0.000000e00 = torch.constant.float -0.000000e+00
    %none = torch.constant.none
    %float0.000000e00 = torch.constant.float 0.000000e+00
    %float-1.500000e00 = torch.constant.float -1.500000e+00
    %int2 = torch.constant.int 2
    %0 = torch.aten.clamp %arg0, %float-1.500000e00, %int2 : !torch.vtensor<[16],f32>, !torch.float, !torch.int -> !torch.vtensor<[16],f32>
    %1 = torch.aten.clamp %arg0, %float0.000000e00, %none : !torch.vtensor<[16],f32>, !torch.float, !torch.none -> !torch.vtensor<[16],f32>
    %2 = torch.aten.clamp %arg0, %none, %float-0.000000e00 : !torch.vtensor<[16],f32>, !torch.none, !torch.float -> !torch.vtensor<[16],f32>
    %3 = torch.aten.clamp %arg0, %int3, %int1 : !torch.vtensor<[16],f32>, !torch.int, !torch.int -> !torch.vtensor<[16],f32>
    return %0, %1, %2, %3 : !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>, !torch.vtensor<[16],f32>
  }
}
