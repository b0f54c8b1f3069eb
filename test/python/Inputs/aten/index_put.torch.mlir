module {
  func.func @main(%arg0: !torch.vtensor<[6,3],f32>, %arg1: !torch.vtensor<[3],si64>, %arg2: !torch.vtensor<[3,3],f32>) -> (!torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>) {
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %int6 = torch.constant.int 6
    %true = torch.constant.bool true
    %false = torch.constant.bool false
    %0 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[3],si64>) -> !torch.list<vtensor>
    %1 = torch.aten.index_put.hacked_twin %arg0, %0, %arg2, %false : !torch.vtensor<[6,3],f32>, !torch.list<vtensor>, !torch.vtensor<[3,3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
    %2 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[3],si64>) -> !torch.list<vtensor>
    %3 = torch.aten.index_put.hacked_twin %arg0, %2, %arg2, %true : !torch.vtensor<[6,3],f32>, !torch.list<vtensor>, !torch.vtensor<[3,3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
    %4 = torch.aten.sub.Scalar %arg1, %int6, %int1 : !torch.vtensor<[3],si64>, !torch.int, !torch.int -> !torch.vtensor<[3],si64>
    %5 = torch.aten.slice.Tensor %arg2, %int0, %int0, %int1, %int1 : !torch.vtensor<[3,3],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3],f32>
    %6 = torch.aten.squeeze.dim %5, %int0 : !torch.vtensor<[1,3],f32>, !torch.int -> !torch.vtensor<[3],f32>
    %7 = torch.prim.ListConstruct %4 : (!torch.vtensor<[3],si64>) -> !torch.list<vtensor>
    %8 = torch.aten.index_put.hacked_twin %arg0, %7, %6, %false : !torch.vtensor<[6,3],f32>, !torch.list<vtensor>, !torch.vtensor<[3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
    return %1, %3, %8 : !torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>, !torch.vtensor<[6,3],f32>
  }
}
