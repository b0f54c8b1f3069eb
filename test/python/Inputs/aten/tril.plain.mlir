module {
  func.func @main(%arg0: !torch.vtensor<[4,5],f32>) -> (!torch.vtensor<[4,5],f32>, !torch.vtensor<[4,5],f32>, !torch.vtensor<[3,4],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.tril %arg0, %int0 : !torch.vtensor<[4,5],f32>, !torch.int -> !torch.vtensor<[4,5],f32>
    %int1 = torch.constant.int 1
    %1 = torch.aten.triu %arg0, %int1 : !torch.vtensor<[4,5],f32>, !torch.int -> !torch.vtensor<[4,5],f32>
    %int3 = torch.constant.int 3
    %int4 = torch.constant.int 4
    %2 = torch.prim.ListConstruct %int3, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %cpu = torch.constant.device "cpu"
    %false = torch.constant.bool false
    %3 = torch.aten.ones %2, %none, %none_0, %cpu, %false : !torch.list<int>, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[3,4],f32>
    %int-1 = torch.constant.int -1
    %4 = torch.aten.tril %3, %int-1 : !torch.vtensor<[3,4],f32>, !torch.int -> !torch.vtensor<[3,4],f32>
    return %0, %1, %4 : !torch.vtensor<[4,5],f32>, !torch.vtensor<[4,5],f32>, !torch.vtensor<[3,4],f32>
  }
}
