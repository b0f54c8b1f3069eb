module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[24],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[2,3,2,2],f32>) {
    %int3 = torch.constant.int 3
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %int4 = torch.constant.int 4
    %int6 = torch.constant.int 6
    %int12 = torch.constant.int 12
    %int2 = torch.constant.int 2
    %int24 = torch.constant.int 24
    %0 = torch.prim.ListConstruct %int24 : (!torch.int) -> !torch.list<int>
    %1 = torch.aten.view %arg0, %0 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[24],f32>
    %2 = torch.prim.ListConstruct %int2, %int12 : (!torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.view %arg0, %2 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,12],f32>
    %4 = torch.prim.ListConstruct %int6, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.view %arg0, %4 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[6,4],f32>
    %6 = torch.prim.ListConstruct %int2, %int12 : (!torch.int, !torch.int) -> !torch.list<int>
    %7 = torch.aten.view %arg0, %6 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,12],f32>
    %8 = torch.aten.slice.Tensor %arg0, %int0, %int0, %int1, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %9 = torch.aten.squeeze.dim %8, %int0 : !torch.vtensor<[1,3,4],f32>, !torch.int -> !torch.vtensor<[3,4],f32>
    %10 = torch.aten.slice.Tensor %9, %int0, %int0, %int1, %int1 : !torch.vtensor<[3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,4],f32>
    %11 = torch.aten.squeeze.dim %10, %int0 : !torch.vtensor<[1,4],f32>, !torch.int -> !torch.vtensor<[4],f32>
    %12 = torch.aten.slice.Tensor %11, %int0, %int0, %int1, %int1 : !torch.vtensor<[4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1],f32>
    %13 = torch.aten.squeeze.dim %12, %int0 : !torch.vtensor<[1],f32>, !torch.int -> !torch.vtensor<[],f32>
    %14 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
    %15 = torch.aten.view %13, %14 : !torch.vtensor<[],f32>, !torch.list<int> -> !torch.vtensor<[1],f32>
    %16 = torch.prim.ListConstruct %int2, %int3, %int2, %int2 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %17 = torch.aten.view %arg0, %16 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[2,3,2,2],f32>
    return %1, %3, %5, %7, %15, %17 : !torch.vtensor<[24],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[6,4],f32>, !torch.vtensor<[2,12],f32>, !torch.vtensor<[1],f32>, !torch.vtensor<[2,3,2,2],f32>
  }
}
