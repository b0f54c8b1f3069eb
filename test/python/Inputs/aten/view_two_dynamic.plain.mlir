module {
  func.func @main(%arg0: !torch.vtensor<[?,?,4],f32>) -> (!torch.vtensor<[?,4],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?,4],f32>, !torch.vtensor<[?,?,2,2],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,?,4],f32>, !torch.int -> !torch.int
    %int1 = torch.constant.int 1
    %1 = torch.aten.size.int %arg0, %int1 : !torch.vtensor<[?,?,4],f32>, !torch.int -> !torch.int
    %int-1 = torch.constant.int -1
    %int4 = torch.constant.int 4
    %2 = torch.prim.ListConstruct %int-1, %int4 : (!torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.view %arg0, %2 : !torch.vtensor<[?,?,4],f32>, !torch.list<int> -> !torch.vtensor<[?,4],f32>
    %int0_0 = torch.constant.int 0
    %int-1_1 = torch.constant.int -1
    %4 = torch.aten.flatten.using_ints %arg0, %int0_0, %int-1_1 : !torch.vtensor<[?,?,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?],f32>
    %int0_2 = torch.constant.int 0
    %int1_3 = torch.constant.int 1
    %5 = torch.aten.flatten.using_ints %arg0, %int0_2, %int1_3 : !torch.vtensor<[?,?,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,4],f32>
    %int2 = torch.constant.int 2
    %int2_4 = torch.constant.int 2
    %6 = torch.prim.ListConstruct %0, %1, %int2, %int2_4 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %7 = torch.aten.view %arg0, %6 : !torch.vtensor<[?,?,4],f32>, !torch.list<int> -> !torch.vtensor<[?,?,2,2],f32>
    return %3, %4, %5, %7 : !torch.vtensor<[?,4],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?,4],f32>, !torch.vtensor<[?,?,2,2],f32>
  }
}
