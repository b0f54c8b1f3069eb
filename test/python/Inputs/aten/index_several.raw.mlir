module {
  func.func @main(%arg0: !torch.vtensor<[6,7,6],f32>, %arg1: !torch.vtensor<[4,3],si64>, %arg2: !torch.vtensor<[4,3],si64>) -> (!torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[6,4,3],f32>, !torch.vtensor<[4,3,7],f32>, !torch.vtensor<[3,7],f32>) {
    %0 = torch.prim.ListConstruct %arg1, %arg2 : (!torch.vtensor<[4,3],si64>, !torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %1 = torch.aten.index.Tensor %arg0, %0 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,6],f32>
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %int1_0 = torch.constant.int 1
    %int1_1 = torch.constant.int 1
    %2 = torch.aten.slice.Tensor %arg1, %int1, %int0, %int1_0, %int1_1 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[4,1],si64>
    %int0_2 = torch.constant.int 0
    %int0_3 = torch.constant.int 0
    %3 = torch.aten.select.int %arg2, %int0_2, %int0_3 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int -> !torch.vtensor<[3],si64>
    %4 = torch.prim.ListConstruct %2, %3 : (!torch.vtensor<[4,1],si64>, !torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %5 = torch.aten.index.Tensor %arg0, %4 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,6],f32>
    %none = torch.constant.none
    %6 = torch.prim.ListConstruct %none, %arg1, %arg2 : (!torch.none, !torch.vtensor<[4,3],si64>, !torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %7 = torch.aten.index.Tensor %arg0, %6 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[6,4,3],f32>
    %none_4 = torch.constant.none
    %8 = torch.prim.ListConstruct %arg1, %none_4, %arg2 : (!torch.vtensor<[4,3],si64>, !torch.none, !torch.vtensor<[4,3],si64>) -> !torch.list<optional<vtensor>>
    %9 = torch.aten.index.Tensor %arg0, %8 : !torch.vtensor<[6,7,6],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,7],f32>
    %int0_5 = torch.constant.int 0
    %int0_6 = torch.constant.int 0
    %10 = torch.aten.select.int %arg1, %int0_5, %int0_6 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int -> !torch.vtensor<[3],si64>
    %int2 = torch.constant.int 2
    %int0_7 = torch.constant.int 0
    %11 = torch.aten.select.int %arg0, %int2, %int0_7 : !torch.vtensor<[6,7,6],f32>, !torch.int, !torch.int -> !torch.vtensor<[6,7],f32>
    %12 = torch.prim.ListConstruct %10 : (!torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
    %13 = torch.aten.index.Tensor %11, %12 : !torch.vtensor<[6,7],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[3,7],f32>
    return %1, %5, %7, %9, %13 : !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[6,4,3],f32>, !torch.vtensor<[4,3,7],f32>, !torch.vtensor<[3,7],f32>
  }
}
