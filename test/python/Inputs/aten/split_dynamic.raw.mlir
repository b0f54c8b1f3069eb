module {
  func.func @main(%arg0: !torch.vtensor<[?,4],f32>) -> (!torch.vtensor<[?,1],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>) {
    %int1 = torch.constant.int 1
    %int3 = torch.constant.int 3
    %0 = torch.prim.ListConstruct %int1, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
    %int1_0 = torch.constant.int 1
    %1 = torch.aten.split_with_sizes %arg0, %0, %int1_0 : !torch.vtensor<[?,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %2:2 = torch.prim.ListUnpack %1 : !torch.list<vtensor> -> !torch.vtensor<[?,1],f32>, !torch.vtensor<[?,3],f32>
    %int2 = torch.constant.int 2
    %int2_1 = torch.constant.int 2
    %3 = torch.prim.ListConstruct %int2, %int2_1 : (!torch.int, !torch.int) -> !torch.list<int>
    %int1_2 = torch.constant.int 1
    %4 = torch.aten.split_with_sizes %arg0, %3, %int1_2 : !torch.vtensor<[?,4],f32>, !torch.list<int>, !torch.int -> !torch.list<vtensor>
    %5:2 = torch.prim.ListUnpack %4 : !torch.list<vtensor> -> !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],f32>
    %int1_3 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %int1_4 = torch.constant.int 1
    %int1_5 = torch.constant.int 1
    %6 = torch.aten.slice.Tensor %arg0, %int1_3, %int0, %int1_4, %int1_5 : !torch.vtensor<[?,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,1],f32>
    %int1_6 = torch.constant.int 1
    %int1_7 = torch.constant.int 1
    %int2_8 = torch.constant.int 2
    %int1_9 = torch.constant.int 1
    %7 = torch.aten.slice.Tensor %arg0, %int1_6, %int1_7, %int2_8, %int1_9 : !torch.vtensor<[?,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,1],f32>
    %int1_10 = torch.constant.int 1
    %int2_11 = torch.constant.int 2
    %int3_12 = torch.constant.int 3
    %int1_13 = torch.constant.int 1
    %8 = torch.aten.slice.Tensor %arg0, %int1_10, %int2_11, %int3_12, %int1_13 : !torch.vtensor<[?,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,1],f32>
    %int1_14 = torch.constant.int 1
    %int3_15 = torch.constant.int 3
    %int4 = torch.constant.int 4
    %int1_16 = torch.constant.int 1
    %9 = torch.aten.slice.Tensor %arg0, %int1_14, %int3_15, %int4, %int1_16 : !torch.vtensor<[?,4],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[?,1],f32>
    %int1_17 = torch.constant.int 1
    %10 = torch.prim.ListConstruct %int1_17 : (!torch.int) -> !torch.list<int>
    %11 = torch.prims.squeeze %6, %10 : !torch.vtensor<[?,1],f32>, !torch.list<int> -> !torch.vtensor<[?],f32>
    %int1_18 = torch.constant.int 1
    %12 = torch.prim.ListConstruct %int1_18 : (!torch.int) -> !torch.list<int>
    %13 = torch.prims.squeeze %7, %12 : !torch.vtensor<[?,1],f32>, !torch.list<int> -> !torch.vtensor<[?],f32>
    %int1_19 = torch.constant.int 1
    %14 = torch.prim.ListConstruct %int1_19 : (!torch.int) -> !torch.list<int>
    %15 = torch.prims.squeeze %8, %14 : !torch.vtensor<[?,1],f32>, !torch.list<int> -> !torch.vtensor<[?],f32>
    %int1_20 = torch.constant.int 1
    %16 = torch.prim.ListConstruct %int1_20 : (!torch.int) -> !torch.list<int>
    %17 = torch.prims.squeeze %9, %16 : !torch.vtensor<[?,1],f32>, !torch.list<int> -> !torch.vtensor<[?],f32>
    return %2#0, %2#1, %5#0, %5#1, %11, %13, %15, %17 : !torch.vtensor<[?,1],f32>, !torch.vtensor<[?,3],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,2],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>, !torch.vtensor<[?],f32>
  }
}
