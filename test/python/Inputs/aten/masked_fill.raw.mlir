module {
  func.func @main(%arg0: !torch.vtensor<[2,3],i1>, %arg1: !torch.vtensor<[2,3],f32>) -> !torch.vtensor<[2,3],f32> {
    %float-Inf = torch.constant.float 0xFFF0000000000000
    %int6 = torch.constant.int 6
    %int0 = torch.constant.int 0
    %cpu = torch.constant.device "cpu"
    %none = torch.constant.none
    %0 = torch.aten.scalar_tensor %float-Inf, %int6, %int0, %cpu, %none : !torch.float, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],f32>
    %1 = torch.aten.where.self %arg0, %0, %arg1 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[],f32>, !torch.vtensor<[2,3],f32> -> !torch.vtensor<[2,3],f32>
    return %1 : !torch.vtensor<[2,3],f32>
  }
}
