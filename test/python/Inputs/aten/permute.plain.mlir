module {
  func.func @main(%arg0: !torch.vtensor<[2,?,4],f32>) -> (!torch.vtensor<[4,2,?],f32>, !torch.vtensor<[4,?,2],f32>, !torch.vtensor<[4,?],f32>, !torch.vtensor<[2,?,4],f32>, !torch.vtensor<[2,4,?],f32>) {
    %int2 = torch.constant.int 2
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %int2, %int0, %int1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.permute %arg0, %0 : !torch.vtensor<[2,?,4],f32>, !torch.list<int> -> !torch.vtensor<[4,2,?],f32>
    %int-1 = torch.constant.int -1
    %int0_0 = torch.constant.int 0
    %2 = torch.aten.transpose.int %arg0, %int-1, %int0_0 : !torch.vtensor<[2,?,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[4,?,2],f32>
    %int0_1 = torch.constant.int 0
    %int0_2 = torch.constant.int 0
    %3 = torch.aten.select.int %arg0, %int0_1, %int0_2 : !torch.vtensor<[2,?,4],f32>, !torch.int, !torch.int -> !torch.vtensor<[?,4],f32>
    %4 = torch.aten.t %3 : !torch.vtensor<[?,4],f32> -> !torch.vtensor<[4,?],f32>
    %int0_3 = torch.constant.int 0
    %int1_4 = torch.constant.int 1
    %int2_5 = torch.constant.int 2
    %5 = torch.prim.ListConstruct %int0_3, %int1_4, %int2_5 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %6 = torch.aten.permute %arg0, %5 : !torch.vtensor<[2,?,4],f32>, !torch.list<int> -> !torch.vtensor<[2,?,4],f32>
    %7 = torch.operator "torch.aten.mT"(%arg0) : (!torch.vtensor<[2,?,4],f32>) -> !torch.vtensor<[2,4,?],f32>
    return %1, %2, %4, %6, %7 : !torch.vtensor<[4,2,?],f32>, !torch.vtensor<[4,?,2],f32>, !torch.vtensor<[4,?],f32>, !torch.vtensor<[2,?,4],f32>, !torch.vtensor<[2,4,?],f32>
  }
}
