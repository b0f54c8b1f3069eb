module {
  func.func @main(%arg0: !torch.vtensor<[3,8],f32>, %arg1: !torch.vtensor<[8,5],f32>) -> (!torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>) {
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %0 = torch.aten.mm %arg0, %arg1 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    %1 = torch.aten.mm %arg0, %arg1 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    %2 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.permute %arg1, %2 : !torch.vtensor<[8,5],f32>, !torch.list<int> -> !torch.vtensor<[5,8],f32>
    %4 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.permute %3, %4 : !torch.vtensor<[5,8],f32>, !torch.list<int> -> !torch.vtensor<[8,5],f32>
    %6 = torch.aten.mm %arg0, %5 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[8,5],f32> -> !torch.vtensor<[3,5],f32>
    return %0, %1, %6 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32>
  }
}
