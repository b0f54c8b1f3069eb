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
    %7 = torch.aten.cat %6, %int1_0 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,6],f32>
    %int2 = torch.constant.int 2
    %int2_1 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %8 = torch.prim.ListConstruct %int2, %int2_1, %int3 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %9 = torch.aten.view %7, %8 : !torch.vtensor<[2,6],f32>, !torch.list<int> -> !torch.vtensor<[2,2,3],f32>
    %int2_2 = torch.constant.int 2
    %10 = torch.aten.unsqueeze %arg0, %int2_2 : !torch.vtensor<[2,3],f32>, !torch.int -> !torch.vtensor<[2,3,1],f32>
    %int2_3 = torch.constant.int 2
    %11 = torch.aten.unsqueeze %arg0, %int2_3 : !torch.vtensor<[2,3],f32>, !torch.int -> !torch.vtensor<[2,3,1],f32>
    %12 = torch.prim.ListConstruct %10, %11 : (!torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,1],f32>) -> !torch.list<vtensor>
    %int-1_4 = torch.constant.int -1
    %13 = torch.aten.cat %12, %int-1_4 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,3,2],f32>
    %14 = torch.prim.ListConstruct %arg0, %arg0 : (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>) -> !torch.list<vtensor>
    %int1_5 = torch.constant.int 1
    %15 = torch.aten.cat %14, %int1_5 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[2,6],f32>
    return %1, %3, %5, %9, %13, %15 : !torch.vtensor<[6,3],f32>, !torch.vtensor<[2,9],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,2,3],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,6],f32>
  }
}
