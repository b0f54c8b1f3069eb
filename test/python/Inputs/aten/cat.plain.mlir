module {
  func.func @main(%arg0: !torch.vtensor<[2,3],f32>, %arg1: !torch.vtensor<[4,3],f32>) -> (!torch.vtensor<[6,3],f32>, !torch.vtensor<[2,9],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,2,3],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,6],f32>) {
    %0 = torch.prim.ListConstruct %arg0, %arg1 : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[4,3],f32>) -> !torch.list<vtensor>
    %int0 = torch.constant.int 0
    %1 = torch.aten.cat %0, %int0 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[6,3],f32>
    %2 = torch.prim.ListConstruct %arg0, %arg0, %arg0 : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
    %int-1 = torch.constant.int -1
    %3 = torch.aten.cat %2, %int-1 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,9],f32>
    %4 = torch.prim.ListConstruct %arg0 : (!torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
    %int1 = torch.constant.int 1
    %5 = torch.aten.cat %4, %int1 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,3],f32>
    %6 = torch.prim.ListConstruct %arg0, %arg0 : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
    %int1_0 = torch.constant.int 1
    %7 = torch.aten.stack %6, %int1_0 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,2,3],f32>
    %8 = torch.prim.ListConstruct %arg0, %arg0 : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
    %int-1_1 = torch.constant.int -1
    %9 = torch.aten.stack %8, %int-1_1 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %10 = torch.prim.ListConstruct %arg0, %arg0 : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
    %11 = torch.aten.hstack %10 : !torch.list<vtensor> -> !torch.vtensor<[2,6],f32>
    return %1, %3, %5, %7, %9, %11 : !torch.vtensor<[6,3],f32>, !torch.vtensor<[2,9],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,2,3],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,6],f32>
  }
}
