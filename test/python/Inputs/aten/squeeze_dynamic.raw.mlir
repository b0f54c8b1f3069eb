module {
  func.func @main(%arg0: !torch.vtensor<[?,1],f32>) -> (!torch.vtensor<[?],f32>, !torch.vtensor<[1,?,1],f32>, !torch.vtensor<[?,1,1],f32>, !torch.vtensor<[?,1,1],f32>) {
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %int1 : (!torch.int) -> !torch.list<int>
    %1 = torch.prims.squeeze %arg0, %0 : !torch.vtensor<[?,1],f32>, !torch.list<int> -> !torch.vtensor<[?],f32>
    %int0 = torch.constant.int 0
    %2 = torch.aten.unsqueeze %arg0, %int0 : !torch.vtensor<[?,1],f32>, !torch.int -> !torch.vtensor<[1,?,1],f32>
    %int1_0 = torch.constant.int 1
    %3 = torch.aten.unsqueeze %arg0, %int1_0 : !torch.vtensor<[?,1],f32>, !torch.int -> !torch.vtensor<[?,1,1],f32>
    %int-1 = torch.constant.int -1
    %4 = torch.aten.unsqueeze %arg0, %int-1 : !torch.vtensor<[?,1],f32>, !torch.int -> !torch.vtensor<[?,1,1],f32>
    return %1, %2, %3, %4 : !torch.vtensor<[?],f32>, !torch.vtensor<[1,?,1],f32>, !torch.vtensor<[?,1,1],f32>, !torch.vtensor<[?,1,1],f32>
  }
}
