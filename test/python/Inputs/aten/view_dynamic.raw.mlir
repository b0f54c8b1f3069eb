module {
  func.func @main(%arg0: !torch.vtensor<[?,3,4],f32>) -> (!torch.vtensor<[?,4],f32>, !torch.vtensor<[?,12],f32>, !torch.vtensor<[?,6,2],f32>, !torch.vtensor<[?,4],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,3,4],f32>, !torch.int -> !torch.int
    %int-1 = torch.constant.int -1
    %int4 = torch.constant.int 4
    %1 = torch.prim.ListConstruct %int-1, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
    %2 = torch.aten.view %arg0, %1 : !torch.vtensor<[?,3,4],f32>, !torch.list<int> -> !torch.vtensor<[?,4],f32>
    %int12 = torch.constant.int 12
    %3 = torch.prim.ListConstruct %0, %int12 : (!torch.int, !torch.int) -> !torch.list<int>
    %4 = torch.aten.view %arg0, %3 : !torch.vtensor<[?,3,4],f32>, !torch.list<int> -> !torch.vtensor<[?,12],f32>
    %int-1_0 = torch.constant.int -1
    %int2 = torch.constant.int 2
    %5 = torch.prim.ListConstruct %0, %int-1_0, %int2 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.view %arg0, %5 : !torch.vtensor<[?,3,4],f32>, !torch.list<int> -> !torch.vtensor<[?,6,2],f32>
    %int3 = torch.constant.int 3
    %7 = torch.aten.mul.int %int3, %0 : !torch.int, !torch.int -> !torch.int
    %int4_1 = torch.constant.int 4
    %8 = torch.prim.ListConstruct %7, %int4_1 : (!torch.int, !torch.int) -> !torch.list<int>
    %9 = torch.aten.view %arg0, %8 : !torch.vtensor<[?,3,4],f32>, !torch.list<int> -> !torch.vtensor<[?,4],f32>
    return %2, %4, %6, %9 : !torch.vtensor<[?,4],f32>, !torch.vtensor<[?,12],f32>, !torch.vtensor<[?,6,2],f32>, !torch.vtensor<[?,4],f32>
  }
}
