module {
  func.func @main(%arg0: !torch.vtensor<[?,1],f32>, %arg1: !torch.vtensor<[1,3],f32>) -> (!torch.vtensor<[?,4],f32>, !torch.vtensor<[3,?,2],f32>, !torch.vtensor<[?,3],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,1],f32>, !torch.int -> !torch.int
    %int-1 = torch.constant.int -1
    %int4 = torch.constant.int 4
    %1 = torch.prim.ListConstruct %int-1, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %2 = torch.aten.expand %arg0, %1, %false : !torch.vtensor<[?,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[?,4],f32>
    %int3 = torch.constant.int 3
    %int2 = torch.constant.int 2
    %3 = torch.prim.ListConstruct %int3, %0, %int2 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %false_0 = torch.constant.bool false
    %4 = torch.aten.expand %arg0, %3, %false_0 : !torch.vtensor<[?,1],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[3,?,2],f32>
    %int3_1 = torch.constant.int 3
    %5 = torch.prim.ListConstruct %0, %int3_1 : (!torch.int, !torch.int) -> !torch.list<int>
    %false_2 = torch.constant.bool false
    %6 = torch.aten.expand %arg1, %5, %false_2 : !torch.vtensor<[1,3],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[?,3],f32>
    return %2, %4, %6 : !torch.vtensor<[?,4],f32>, !torch.vtensor<[3,?,2],f32>, !torch.vtensor<[?,3],f32>
  }
}
