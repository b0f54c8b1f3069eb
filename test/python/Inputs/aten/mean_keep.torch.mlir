module {
  func.func @main(%arg0: !torch.vtensor<[2,3,50],f32>) -> (!torch.vtensor<[2,3,1],f32>, !torch.vtensor<[1,1,50],f32>, !torch.vtensor<[1,1,1],f32>) {
    %int300 = torch.constant.int 300
    %int6 = torch.constant.int 6
    %int50 = torch.constant.int 50
    %int2 = torch.constant.int 2
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %none = torch.constant.none
    %true = torch.constant.bool true
    %int-1 = torch.constant.int -1
    %0 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %1 = torch.aten.sum.dim_IntList %arg0, %0, %true, %none : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[2,3,1],f32>
    %2 = torch.aten.div.Scalar %1, %int50 : !torch.vtensor<[2,3,1],f32>, !torch.int -> !torch.vtensor<[2,3,1],f32>
    %3 = torch.prim.ListConstruct %int0, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %4 = torch.aten.sum.dim_IntList %arg0, %3, %true, %none : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,1,50],f32>
    %5 = torch.aten.div.Scalar %4, %int6 : !torch.vtensor<[1,1,50],f32>, !torch.int -> !torch.vtensor<[1,1,50],f32>
    %6 = torch.prim.ListConstruct %int0, %int1, %int2 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %7 = torch.aten.sum.dim_IntList %arg0, %6, %true, %none : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,1,1],f32>
    %8 = torch.aten.div.Scalar %7, %int300 : !torch.vtensor<[1,1,1],f32>, !torch.int -> !torch.vtensor<[1,1,1],f32>
    return %2, %5, %8 : !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[1,1,50],f32>, !torch.vtensor<[1,1,1],f32>
  }
}
