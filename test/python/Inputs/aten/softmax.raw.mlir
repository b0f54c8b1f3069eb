module {
  func.func @main(%arg0: !torch.vtensor<[3,7],f32>) -> (!torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>) {
    %int-1 = torch.constant.int -1
    %false = torch.constant.bool false
    %0 = torch.aten._softmax %arg0, %int-1, %false : !torch.vtensor<[3,7],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,7],f32>
    %int0 = torch.constant.int 0
    %false_0 = torch.constant.bool false
    %1 = torch.aten._softmax %arg0, %int0, %false_0 : !torch.vtensor<[3,7],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,7],f32>
    %int-1_1 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int-1_1 : (!torch.int) -> !torch.list<int>
    %true = torch.constant.bool true
    %3 = torch.aten.amax %arg0, %2, %true : !torch.vtensor<[3,7],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[3,1],f32>
    %int1 = torch.constant.int 1
    %4 = torch.aten.sub.Tensor %arg0, %3, %int1 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,1],f32>, !torch.int -> !torch.vtensor<[3,7],f32>
    %5 = torch.aten.exp %4 : !torch.vtensor<[3,7],f32> -> !torch.vtensor<[3,7],f32>
    %int-1_2 = torch.constant.int -1
    %6 = torch.prim.ListConstruct %int-1_2 : (!torch.int) -> !torch.list<int>
    %true_3 = torch.constant.bool true
    %none = torch.constant.none
    %7 = torch.aten.sum.dim_IntList %5, %6, %true_3, %none : !torch.vtensor<[3,7],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3,1],f32>
    %8 = torch.aten.log %7 : !torch.vtensor<[3,1],f32> -> !torch.vtensor<[3,1],f32>
    %int1_4 = torch.constant.int 1
    %9 = torch.aten.sub.Tensor %4, %8, %int1_4 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,1],f32>, !torch.int -> !torch.vtensor<[3,7],f32>
    return %0, %1, %9 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>
  }
}
