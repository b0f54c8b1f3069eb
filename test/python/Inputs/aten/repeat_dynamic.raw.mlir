module {
  func.func @main(%arg0: !torch.vtensor<[?,3],f32>) -> (!torch.vtensor<[?,3],f32>, !torch.vtensor<[?,6],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,3],f32>, !torch.int -> !torch.int
    %int2 = torch.constant.int 2
    %int1 = torch.constant.int 1
    %1 = torch.prim.ListConstruct %int2, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %2 = torch.aten.repeat %arg0, %1 : !torch.vtensor<[?,3],f32>, !torch.list<int> -> !torch.vtensor<[?,3],f32>
    %int2_0 = torch.constant.int 2
    %3 = torch.prim.ListConstruct %0, %int2_0 : (!torch.int, !torch.int) -> !torch.list<int>
    %4 = torch.aten.repeat %arg0, %3 : !torch.vtensor<[?,3],f32>, !torch.list<int> -> !torch.vtensor<[?,6],f32>
    return %2, %4 : !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,6],f32>
  }
}
