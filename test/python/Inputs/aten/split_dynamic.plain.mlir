module {
  func.func @main(%arg0: !torch.vtensor<[?,4],f32>) -> (!torch.vtensor<[?,1],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>) {
    %int1 = torch.constant.int 1
    %int3 = torch.constant.int 3
    %0 = torch.prim.ListConstruct %int1, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
    %int1_0 = torch.constant.int 1
    %1 = torch.aten.split_with_sizes %arg0, %0, %int1_0 : !torch.vtensor<[?,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %2:2 = torch.prim.ListUnpack %1 : !torch.list<vtensor> -> !torch.vtensor<[?,1],f32>, !torch.vtensor<[?,3],f32>
    %int2 = torch.constant.int 2
    %int1_1 = torch.constant.int 1
    %3 = torch.aten.chunk %arg0, %int2, %int1_1 : !torch.vtensor<[?,4],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
    %4:2 = torch.prim.ListUnpack %3 : !torch.list<vtensor> -> !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],f32>
    %int1_2 = torch.constant.int 1
    %5 = torch.aten.unbind.int %arg0, %int1_2 : !torch.vtensor<[?,4],f32>, !torch.int -> !torch.list<vtensor>
    %6:4 = torch.prim.ListUnpack %5 : !torch.list<vtensor> -> !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>
    return %2#0, %2#1, %4#0, %4#1, %6#0, %6#1, %6#2, %6#3 : !torch.vtensor<[?,1],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>
  }
}
