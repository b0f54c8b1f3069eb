module {
  func.func @main(%arg0: !torch.vtensor<[6,7,6],f32>, %arg1: !torch.vtensor<[4,3],si64>) -> (!torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,7,4,3],f32>) {
    %0 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %1 = torch.aten.index.Tensor %arg0, %0 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,7,6],f32>
    %none = torch.constant.none
    %2 = torch.prim.ListConstruct %none, %arg1 : (!torch.none, !torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %3 = torch.aten.index.Tensor %arg0, %2 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[6,4,3,6],f32>
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %4 = torch.aten.select.int %arg0, %int1, %int0 : !torch.vtensor<[6,7,6],f32>, !torch.int, !torch.int -> !torch.vtensor<[6,6],f32>
    %5 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %6 = torch.aten.index.Tensor %4, %5 : !torch.vtensor<[6,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,6],f32>
    %int6 = torch.constant.int 6
    %int1_0 = torch.constant.int 1
    %7 = torch.aten.sub.Scalar %arg1, %int6, %int1_0 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int -> !torch.vtensor<[4,3],si64>
    %8 = torch.prim.ListConstruct %7 : (!torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %9 = torch.aten.index.Tensor %arg0, %8 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,7,6],f32>
    %none_1 = torch.constant.none
    %none_2 = torch.constant.none
    %10 = torch.prim.ListConstruct %none_1, %none_2, %arg1 : (!torch.none, !torch.none, !torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %11 = torch.aten.index.Tensor %arg0, %10 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[6,7,4,3],f32>
    return %1, %3, %6, %9, %11 : !torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,7,4,3],f32>
  }
}
