module {
  func.func @main(%arg0: !torch.vtensor<[6,3],f32>, %arg1: !torch.vtensor<[3],si64>, %arg2: !torch.vtensor<[3,3],f32>) -> (!torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>) {
    %0 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %false = torch.constant.bool false
    %1 = torch.aten.index_put %arg0, %0, %arg2, %false : !torch.vtensor<[6,3],f32>, !torch.list<optional<vtensor>>, !torch.vtensor<[3,3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
    %2 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %true = torch.constant.bool true
    %3 = torch.aten.index_put %arg0, %2, %arg2, %true : !torch.vtensor<[6,3],f32>, !torch.list<optional<vtensor>>, !torch.vtensor<[3,3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
    %int6 = torch.constant.int 6
    %int1 = torch.constant.int 1
    %4 = torch.aten.sub.Scalar %arg1, %int6, %int1 : !torch.vtensor<[3],si64>, !torch.int, !torch.int -> !torch.vtensor<[3],si64>
    %int0 = torch.constant.int 0
    %int0_0 = torch.constant.int 0
    %5 = torch.aten.select.int %arg2, %int0, %int0_0 : !torch.vtensor<[3,3],f32>, !torch.int, !torch.int -> !torch.vtensor<[3],f32>
    %6 = torch.prim.ListConstruct %4 : (!torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %false_1 = torch.constant.bool false
    %7 = torch.aten.index_put %arg0, %6, %5, %false_1 : !torch.vtensor<[6,3],f32>, !torch.list<optional<vtensor>>, !torch.vtensor<[3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
    return %1, %3, %7 : !torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>
  }
}
