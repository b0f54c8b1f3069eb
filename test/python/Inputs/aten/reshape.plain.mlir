module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[3,8],f32>, !torch.vtensor<[24],f32>, !torch.vtensor<[12,2],f32>) {
    %int3 = torch.constant.int 3
    %int8 = torch.constant.int 8
    %0 = torch.prim.ListConstruct %int3, %int8 : (!torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.reshape %arg0, %0 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[3,8],f32>
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %2 = torch.aten.transpose.int %arg0, %int0, %int1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,2,4],f32>
    %int-1 = torch.constant.int -1
    %3 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %4 = torch.aten.reshape %2, %3 : !torch.vtensor<[3,2,4],f32>, !torch.list<int> -> !torch.vtensor<[24],f32>
    %int-1_0 = torch.constant.int -1
    %int2 = torch.constant.int 2
    %5 = torch.prim.ListConstruct %int-1_0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.reshape %arg0, %5 : !torch.vtensor<[2,3,4],f32>, !torch.list<int> -> !torch.vtensor<[12,2],f32>
    return %1, %4, %6 : !torch.vtensor<[3,8],f32>, !torch.vtensor<[24],f32>, !torch.vtensor<[12,2],f32>
  }
}
