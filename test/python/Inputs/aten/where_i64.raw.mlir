module {
  func.func @main(%arg0: !torch.vtensor<[?,3],i1>, %arg1: !torch.vtensor<[3],si64>) -> (!torch.vtensor<[?,3],si64>, !torch.vtensor<[?,3],si64>) {
    %int-1 = torch.constant.int -1
    %int4 = torch.constant.int 4
    %int0 = torch.constant.int 0
    %cpu = torch.constant.device "cpu"
    %none = torch.constant.none
    %0 = torch.aten.scalar_tensor %int-1, %int4, %int0, %cpu, %none : !torch.int, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],si64>
    %1 = torch.aten.where.self %arg0, %arg1, %0 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[3],si64>, !torch.vtensor<[],si64> -> !torch.vtensor<[?,3],si64>
    %int-1_0 = torch.constant.int -1
    %int4_1 = torch.constant.int 4
    %int0_2 = torch.constant.int 0
    %cpu_3 = torch.constant.device "cpu"
    %none_4 = torch.constant.none
    %2 = torch.aten.scalar_tensor %int-1_0, %int4_1, %int0_2, %cpu_3, %none_4 : !torch.int, !torch.int, !torch.int, !torch.Device, !torch.none -> !torch.vtensor<[],si64>
    %3 = torch.aten.where.self %arg0, %2, %arg1 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[],si64>, !torch.vtensor<[3],si64> -> !torch.vtensor<[?,3],si64>
    return %1, %3 : !torch.vtensor<[?,3],si64>, !torch.vtensor<[?,3],si64>
  }
}
