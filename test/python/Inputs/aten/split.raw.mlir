module {
  func.func @main(%arg0: !torch.vtensor<[2,3,4],f32>) -> (!torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>) {
    %int2 = torch.constant.int 2
    %int2_0 = torch.constant.int 2
    %0 = torch.prim.ListConstruct %int2, %int2_0 : (!torch.int, !torch.int) -> !torch.list<int>
    %int-1 = torch.constant.int -1
    %1 = torch.aten.split_with_sizes %arg0, %0, %int-1 : !torch.vtensor<[2,3,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %2:2 = torch.prim.ListUnpack %1 : !torch.list<vtensor> -> !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
    %int1 = torch.constant.int 1
    %int2_1 = torch.constant.int 2
    %3 = torch.prim.ListConstruct %int1, %int2_1 : (!torch.int, !torch.int) -> !torch.list<int>
    %int1_2 = torch.constant.int 1
    %4 = torch.aten.split_with_sizes %arg0, %3, %int1_2 : !torch.vtensor<[2,3,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %5:2 = torch.prim.ListUnpack %4 : !torch.list<vtensor> -> !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>
    %int2_3 = torch.constant.int 2
    %int2_4 = torch.constant.int 2
    %6 = torch.prim.ListConstruct %int2_3, %int2_4 : (!torch.int, !torch.int) -> !torch.list<int>
    %int-1_5 = torch.constant.int -1
    %7 = torch.aten.split_with_sizes %arg0, %6, %int-1_5 : !torch.vtensor<[2,3,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %8:2 = torch.prim.ListUnpack %7 : !torch.list<vtensor> -> !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
    %int0 = torch.constant.int 0
    %int0_6 = torch.constant.int 0
    %int1_7 = torch.constant.int 1
    %int1_8 = torch.constant.int 1
    %9 = torch.aten.slice.Tensor %arg0, %int0, %int0_6, %int1_7, %int1_8 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %int0_9 = torch.constant.int 0
    %int1_10 = torch.constant.int 1
    %int2_11 = torch.constant.int 2
    %int1_12 = torch.constant.int 1
    %10 = torch.aten.slice.Tensor %arg0, %int0_9, %int1_10, %int2_11, %int1_12 : !torch.vtensor<[2,3,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3,4],f32>
    %int0_13 = torch.constant.int 0
    %11 = torch.prim.ListConstruct %int0_13 : (!torch.int) -> !torch.list<int>
    %12 = torch.prims.squeeze %9, %11 : !torch.vtensor<[1,3,4],f32>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
    %int0_14 = torch.constant.int 0
    %13 = torch.prim.ListConstruct %int0_14 : (!torch.int) -> !torch.list<int>
    %14 = torch.prims.squeeze %10, %13 : !torch.vtensor<[1,3,4],f32>, !torch.list<int> -> !torch.vtensor<[3,4],f32>
    %int3 = torch.constant.int 3
    %int1_15 = torch.constant.int 1
    %15 = torch.prim.ListConstruct %int3, %int1_15 : (!torch.int, !torch.int) -> !torch.list<int>
    %int-1_16 = torch.constant.int -1
    %16 = torch.aten.split_with_sizes %arg0, %15, %int-1_16 : !torch.vtensor<[2,3,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %17:2 = torch.prim.ListUnpack %16 : !torch.list<vtensor> -> !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>
    %int2_17 = torch.constant.int 2
    %int2_18 = torch.constant.int 2
    %18 = torch.prim.ListConstruct %int2_17, %int2_18 : (!torch.int, !torch.int) -> !torch.list<int>
    %int-1_19 = torch.constant.int -1
    %19 = torch.aten.split_with_sizes %arg0, %18, %int-1_19 : !torch.vtensor<[2,3,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %20:2 = torch.prim.ListUnpack %19 : !torch.list<vtensor> -> !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
    return %2#0, %2#1, %5#0, %5#1, %8#0, %8#1, %12, %14, %17#0, %17#1, %20#0, %20#1 : !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,1,4],f32>, !torch.vtensor<[2,2,4],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[3,4],f32>, !torch.vtensor<[2,3,3],f32>, !torch.vtensor<[2,3,1],f32>, !torch.vtensor<[2,3,2],f32>, !torch.vtensor<[2,3,2],f32>
  }
}
