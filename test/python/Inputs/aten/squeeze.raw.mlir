module {
  func.func @main(%arg0: !torch.vtensor<[1,3,1],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,1,3,1],f32>, !torch.vtensor<[1,3,1,1],f32>, !torch.vtensor<[1,3,1,1],f32>) {
    %int2 = torch.constant.int 2
    %0 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
    %1 = torch.prims.squeeze %arg0, %0 : !torch.vtensor<[1,3,1],f32>, !torch.list<int> -> !torch.vtensor<[1,3],f32>
    %int0 = torch.constant.int 0
    %2 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
    %3 = torch.prims.squeeze %1, %2 : !torch.vtensor<[1,3],f32>, !torch.list<int> -> !torch.vtensor<[3],f32>
    %int0_0 = torch.constant.int 0
    %4 = torch.prim.ListConstruct %int0_0 : (!torch.int) -> !torch.list<int>
    %5 = torch.prims.squeeze %arg0, %4 : !torch.vtensor<[1,3,1],f32>, !torch.list<int> -> !torch.vtensor<[3,1],f32>
    %6 = torch.prims.view_of %arg0 : !torch.vtensor<[1,3,1],f32> -> !torch.vtensor<[1,3,1],f32>
    %int2_1 = torch.constant.int 2
    %7 = torch.prim.ListConstruct %int2_1 : (!torch.int) -> !torch.list<int>
    %8 = torch.prims.squeeze %arg0, %7 : !torch.vtensor<[1,3,1],f32>, !torch.list<int> -> !torch.vtensor<[1,3],f32>
    %int2_2 = torch.constant.int 2
    %9 = torch.prim.ListConstruct %int2_2 : (!torch.int) -> !torch.list<int>
    %10 = torch.prims.squeeze %arg0, %9 : !torch.vtensor<[1,3,1],f32>, !torch.list<int> -> !torch.vtensor<[1,3],f32>
    %int0_3 = torch.constant.int 0
    %11 = torch.prim.ListConstruct %int0_3 : (!torch.int) -> !torch.list<int>
    %12 = torch.prims.squeeze %10, %11 : !torch.vtensor<[1,3],f32>, !torch.list<int> -> !torch.vtensor<[3],f32>
    %int0_4 = torch.constant.int 0
    %13 = torch.aten.unsqueeze %arg0, %int0_4 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,1,3,1],f32>
    %int-1 = torch.constant.int -1
    %14 = torch.aten.unsqueeze %arg0, %int-1 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3,1,1],f32>
    %int2_5 = torch.constant.int 2
    %15 = torch.aten.unsqueeze %arg0, %int2_5 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3,1,1],f32>
    return %3, %5, %6, %8, %12, %13, %14, %15 : !torch.vtensor<[3],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,1,3,1],f32>, !torch.vtensor<[1,3,1,1],f32>, !torch.vtensor<[1,3,1,1],f32>
  }
}
