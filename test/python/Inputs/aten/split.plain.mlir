module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>) {
    %int2 = torch.constant.int 2
    %int-1 = torch.constant.int -1
    %0 = torch.aten.split.Tensor %arg0, %int2, %int-1 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
    %1:2 = torch.prim.ListUnpack %0 : !torch.list<vtensor> -> !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
    %int1 = torch.constant.int 1
    %int2_0 = torch.constant.int 2
    %2 = torch.prim.ListConstruct %int1, %int2_0 : (!torch.int, !torch.int) -> !torch.list<int>
    %int1_1 = torch.constant.int 1
    %3 = torch.aten.split_with_sizes %arg0, %2, %int1_1 : !torch.vtensor<[2,3,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %4:2 = torch.prim.ListUnpack %3 : !torch.list<vtensor> -> !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>
    %int2_2 = torch.constant.int 2
    %int-1_3 = torch.constant.int -1
    %5 = torch.aten.chunk %arg0, %int2_2, %int-1_3 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
    %6:2 = torch.prim.ListUnpack %5 : !torch.list<vtensor> -> !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
    %int0 = torch.constant.int 0
    %7 = torch.aten.unbind.int %arg0, %int0 : !torch.vtensor<[2,3,4],f32>, !torch.int -> !torch.list<vtensor>
    %8:2 = torch.prim.ListUnpack %7 : !torch.list<vtensor> -> !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>
    %int3 = torch.constant.int 3
    %int-1_4 = torch.constant.int -1
    %9 = torch.aten.split.Tensor %arg0, %int3, %int-1_4 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
    %10:2 = torch.prim.ListUnpack %9 : !torch.list<vtensor> -> !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>
    %int3_5 = torch.constant.int 3
    %int-1_6 = torch.constant.int -1
    %11 = torch.aten.chunk %arg0, %int3_5, %int-1_6 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int -> !torch.list<vtensor>
    %12:2 = torch.prim.ListUnpack %11 : !torch.list<vtensor> -> !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
    return %1#0, %1#1, %4#0, %4#1, %6#0, %6#1, %8#0, %8#1, %10#0, %10#1, %12#0, %12#1 : !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
  }
}
