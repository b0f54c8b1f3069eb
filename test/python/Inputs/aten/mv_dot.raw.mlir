module {
  func.func @main(%arg0: !torch.vtensor<[3,8],f32>, %arg1: !torch.vtensor<[8,5],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[],f32>, !torch.vtensor<[5],f32>) {
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %0 = torch.aten.select.int %arg1, %int1, %int0 : !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %1 = torch.aten.mul.Tensor %arg0, %0 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8],f32> -> !torch.vtensor<[3,8],f32>
    %int1_0 = torch.constant.int 1
    %2 = torch.prim.ListConstruct %int1_0 : (!torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %none = torch.constant.none
    %3 = torch.aten.sum.dim_IntList %1, %2, %false, %none : !torch.vtensor<[3,8],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3],f32>
    %int0_1 = torch.constant.int 0
    %int0_2 = torch.constant.int 0
    %4 = torch.aten.select.int %arg0, %int0_1, %int0_2 : !torch.vtensor<[3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %int1_3 = torch.constant.int 1
    %int0_4 = torch.constant.int 0
    %5 = torch.aten.select.int %arg1, %int1_3, %int0_4 : !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %6 = torch.aten.mul.Tensor %4, %5 : !torch.vtensor<[8],f32>, !torch.vtensor<[8],f32> -> !torch.vtensor<[8],f32>
    %7 = torch.prim.ListConstruct  : () -> !torch.list<int>
    %false_5 = torch.constant.bool false
    %none_6 = torch.constant.none
    %8 = torch.aten.sum.dim_IntList %6, %7, %false_5, %none_6 : !torch.vtensor<[8],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[],f32>
    %int0_7 = torch.constant.int 0
    %int0_8 = torch.constant.int 0
    %9 = torch.aten.select.int %arg0, %int0_7, %int0_8 : !torch.vtensor<[3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %int0_9 = torch.constant.int 0
    %10 = torch.aten.unsqueeze %9, %int0_9 : !torch.vtensor<[8],f32>, !torch.int -> !torch.vtensor<[1,8],f32>
    %11 = torch.aten.mm %10, %arg1 : !torch.vtensor<[1,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[1,5],f32>
    %int0_10 = torch.constant.int 0
    %12 = torch.prim.ListConstruct %int0_10 : (!torch.int) -> !torch.list<int>
    %13 = torch.prims.squeeze %11, %12 : !torch.vtensor<[1,5],f32>, !torch.list<int> -> !torch.vtensor<[5],f32>
    return %3, %8, %13 : !torch.vtensor<[3],f32>, !torch.vtensor<[],f32>, !torch.vtensor<[5],f32>
  }
}
