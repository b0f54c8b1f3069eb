module {
  func.func @main(%arg0: !torch.vtensor<[1,3,1],f32>) -> (!torch.vtensor<[3],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,1,3,1],f32>, !torch.vtensor<[1,3,1,1],f32>, !torch.vtensor<[1,3,1,1],f32>) {
    %0 = torch.aten.squeeze %arg0 : !torch.vtensor<[1,3,1],f32> -> !torch.vtensor<[3],f32>
    %int0 = torch.constant.int 0
    %1 = torch.aten.squeeze.dim %arg0, %int0 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[3,1],f32>
    %int1 = torch.constant.int 1
    %2 = torch.aten.squeeze.dim %arg0, %int1 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3,1],f32>
    %int-1 = torch.constant.int -1
    %3 = torch.aten.squeeze.dim %arg0, %int-1 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3],f32>
    %int0_0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %4 = torch.prim.ListConstruct %int0_0, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.operator "torch.aten.squeeze.dims"(%arg0, %4) : (!torch.vtensor<[1,3,1],f32>, !torch.list<int>) -> !torch.vtensor<[3],f32>
    %int0_1 = torch.constant.int 0
    %6 = torch.aten.unsqueeze %arg0, %int0_1 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,1,3,1],f32>
    %int-1_2 = torch.constant.int -1
    %7 = torch.aten.unsqueeze %arg0, %int-1_2 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3,1,1],f32>
    %int2_3 = torch.constant.int 2
    %8 = torch.aten.unsqueeze %arg0, %int2_3 : !torch.vtensor<[1,3,1],f32>, !torch.int -> !torch.vtensor<[1,3,1,1],f32>
    return %0, %1, %2, %3, %5, %6, %7, %8 : !torch.vtensor<[3],f32>, !torch.vtensor<[3,1],f32>, !torch.vtensor<[1,3,1],f32>, !torch.vtensor<[1,3],f32>, !torch.vtensor<[3],f32>, !torch.vtensor<[1,1,3,1],f32>, !torch.vtensor<[1,3,1,1],f32>, !torch.vtensor<[1,3,1,1],f32>
  }
}
