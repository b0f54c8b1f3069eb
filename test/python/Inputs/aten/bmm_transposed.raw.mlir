module {
  func.func @main(%arg0: !torch.vtensor<[2,3,8],f32>, %arg1: !torch.vtensor<[2,8,5],f32>) -> !torch.vtensor<[2,3,5],f32> {
    %int0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %int0, %int2, %int1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.permute %arg1, %0 : !torch.vtensor<[2,8,5],f32>, !torch.list<int> -> !torch.vtensor<[2,5,8],f32>
    %int0_0 = torch.constant.int 0
    %2 = torch.aten.clone %1, %int0_0 : !torch.vtensor<[2,5,8],f32>, !torch.int -> !torch.vtensor<[2,5,8],f32>
    %int0_1 = torch.constant.int 0
    %int2_2 = torch.constant.int 2
    %int1_3 = torch.constant.int 1
    %3 = torch.prim.ListConstruct %int0_1, %int2_2, %int1_3 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %4 = torch.aten.permute %2, %3 : !torch.vtensor<[2,5,8],f32>, !torch.list<int> -> !torch.vtensor<[2,8,5],f32>
    %5 = torch.aten.bmm %arg0, %4 : !torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32> -> !torch.vtensor<[2,3,5],f32>
    return %5 : !torch.vtensor<[2,3,5],f32>
  }
}
