module {
  func.func @main(%arg0: !torch.vtensor<[2,3,50],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) {
    %int-1 = torch.constant.int -1
    %0 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %int1 = torch.constant.int 1
    %false = torch.constant.bool false
    %1 = torch.aten.var.correction %arg0, %0, %int1, %false : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.int, !torch.bool -> !torch.vtensor<[2,3],f32>
    %int-1_0 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %int-1_0 : (!torch.int) -> !torch.list<int>
    %float1.000000e00 = torch.constant.float 1.000000e+00
    %false_1 = torch.constant.bool false
    %3 = torch.aten.var.correction %arg0, %2, %float1.000000e00, %false_1 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.float, !torch.bool -> !torch.vtensor<[2,3],f32>
    %4 = torch.aten.sqrt %3 : !torch.vtensor<[2,3],f32> -> !torch.vtensor<[2,3],f32>
    %int-1_2 = torch.constant.int -1
    %5 = torch.prim.ListConstruct %int-1_2 : (!torch.int) -> !torch.list<int>
    %int0 = torch.constant.int 0
    %false_3 = torch.constant.bool false
    %6 = torch.aten.var.correction %arg0, %5, %int0, %false_3 : !torch.vtensor<[2,3,50],f32>, !torch.list<int>, !torch.int, !torch.bool -> !torch.vtensor<[2,3],f32>
    return %1, %4, %6 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>
  }
}
