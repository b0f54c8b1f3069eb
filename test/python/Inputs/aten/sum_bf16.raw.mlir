module {
  func.func @main(%arg0: !torch.vtensor<[3,300],bf16>) -> (!torch.vtensor<[3],bf16>, !torch.vtensor<[3],bf16>, !torch.vtensor<[3],f32>) {
    %int-1 = torch.constant.int -1
    %0 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %none = torch.constant.none
    %1 = torch.aten.sum.dim_IntList %arg0, %0, %false, %none : !torch.vtensor<[3,300],bf16>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3],bf16>
    %int-1_0 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int-1_0 : (!torch.int) -> !torch.list<int>
    %false_1 = torch.constant.bool false
    %none_2 = torch.constant.none
    %3 = torch.aten.mean.dim %arg0, %2, %false_1, %none_2 : !torch.vtensor<[3,300],bf16>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3],bf16>
    %int-1_3 = torch.constant.int -1
    %4 = torch.prim.ListConstruct %int-1_3 : (!torch.int) -> !torch.list<int>
    %false_4 = torch.constant.bool false
    %int6 = torch.constant.int 6
    %5 = torch.aten.sum.dim_IntList %arg0, %4, %false_4, %int6 : !torch.vtensor<[3,300],bf16>, !torch.list<int>, !torch.bool, !torch.int -> !torch.vtensor<[3],f32>
    return %1, %3, %5 : !torch.vtensor<[3],bf16>, !torch.vtensor<[3],bf16>, !torch.vtensor<[3],f32>
  }
}
