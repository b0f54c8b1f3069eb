module {
  func.func @main(%arg0: !torch.vtensor<[2,3,1],f32>, %arg1: !torch.vtensor<[3],f32>) -> (!torch.vtensor<[2,3,4],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[5,3],f32>, !torch.vtensor<[2,2,3,4],f32>, !torch.vtensor<[1,2,3],f32>) {
    %int1 = torch.constant.int 1
    %int5 = torch.constant.int 5
    %int-1 = torch.constant.int -1
    %int2 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %int4 = torch.constant.int 4
    %0 = torch.prim.ListConstruct %int2, %int3, %int4 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.broadcast_to %arg0, %0 : !torch.vtensor<[2,3,1],f32>, !torch.list<int> -> !torch.vtensor<[2,3,4],f32>
    %2 = torch.prim.ListConstruct %int-1, %int-1, %int4 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.broadcast_to %arg0, %2 : !torch.vtensor<[2,3,1],f32>, !torch.list<int> -> !torch.vtensor<[2,3,4],f32>
    %4 = torch.prim.ListConstruct %int5, %int-1 : (!torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.broadcast_to %arg1, %4 : !torch.vtensor<[3],f32>, !torch.list<int> -> !torch.vtensor<[5,3],f32>
    %6 = torch.prim.ListConstruct %int2, %int2, %int3, %int4 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %7 = torch.aten.broadcast_to %arg0, %6 : !torch.vtensor<[2,3,1],f32>, !torch.list<int> -> !torch.vtensor<[2,2,3,4],f32>
    %8 = torch.prim.ListConstruct %int1, %int2, %int3 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %9 = torch.aten.broadcast_to %arg1, %8 : !torch.vtensor<[3],f32>, !torch.list<int> -> !torch.vtensor<[1,2,3],f32>
    return %1, %3, %5, %7, %9 : !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[2,3,4],f32>, !torch.vtensor<[5,3],f32>, !torch.vtensor<[2,2,3,4],f32>, !torch.vtensor<[1,2,3],f32>
  }
}
