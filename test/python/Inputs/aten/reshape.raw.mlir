module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[3,8],f32>, !torch.vtensor<[24],f32>, !torch.vtensor<[12,2],f32>) {
    %int3 = torch.constant.int 3
    %int8 = torch.constant.int 8
    %0 = torch.prim.ListConstruct %int3, %int8 : (!torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.view %arg0, %0 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[3,8],f32>
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %2 = torch.prim.ListConstruct %int1, %int0, %int2 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.permute %arg0, %2 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[3,2,4],f32>
    %int0_0 = torch.constant.int 0
    %4 = torch.aten.clone %3, %int0_0 : !torch.vtensor<[3,2,4],f32>, !torch.int -> !torch.vtensor<[3,2,4],f32>
    %int24 = torch.constant.int 24
    %5 = torch.prim.ListConstruct %int24 : (!torch.int) -> !torch.list<int>
    %6 = torch.aten.view %4, %5 : !torch.vtensor<[3,2,4],f32>, !torch.list<int> -> !torch.vtensor<[24],f32>
    %int-1 = torch.constant.int -1
    %int2_1 = torch.constant.int 2
    %7 = torch.prim.ListConstruct %int-1, %int2_1 : (!torch.int, !torch.int) -> !torch.list<int>
    %8 = torch.aten.view %arg0, %7 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[12,2],f32>
    return %1, %6, %8 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[24],f32>, !torch.vtensor<[12,2],f32>
  }
}
