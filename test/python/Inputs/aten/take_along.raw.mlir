module {
  func.func @main(%arg0: !torch.vtensor<[4,6],f32>, %arg1: !torch.vtensor<[4,3],si64>) -> !torch.vtensor<[4,3],f32> {
    %int4 = torch.constant.int 4
    %int3 = torch.constant.int 3
    %0 = torch.prim.ListConstruct %int4, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
    %false = torch.constant.bool false
    %1 = torch.aten.expand %arg1, %0, %false : !torch.vtensor<[4,3],si64>, !torch.list<int>, !torch.bool -> !torch.vtensor<[4,3],si64>
    %int4_0 = torch.constant.int 4
    %int6 = torch.constant.int 6
    %2 = torch.prim.ListConstruct %int4_0, %int6 : (!torch.int, !torch.int) -> !torch.list<int>
    %false_1 = torch.constant.bool false
    %3 = torch.aten.expand %arg0, %2, %false_1 : !torch.vtensor<[4,6],f32>, !torch.list<int>, !torch.bool -> !torch.vtensor<[4,6],f32>
    %int6_2 = torch.constant.int 6
    %4 = torch.aten.remainder.Scalar %1, %int6_2 : !torch.vtensor<[4,3],si64>, !torch.int -> !torch.vtensor<[4,3],si64>
    %int1 = torch.constant.int 1
    %false_3 = torch.constant.bool false
    %5 = torch.aten.gather %3, %int1, %4, %false_3 : !torch.vtensor<[4,6],f32>, !torch.int, !torch.vtensor<[4,3],si64>, !torch.bool -> !torch.vtensor<[4,3],f32>
    return %5 : !torch.vtensor<[4,3],f32>
  }
}
