module {
  func.func @main(%arg0: !torch.vtensor<[1,2,5,8],f32>, %arg1: !torch.vtensor<[1,5,4],f32>, %arg2: !torch.vtensor<[1,5,4],f32>) -> !torch.vtensor<[1,2,5,8],f32> {
    %int-1 = torch.constant.int -1
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %int8 = torch.constant.int 8
    %int0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %int4 = torch.constant.int 4
    %int5 = torch.constant.int 5
    %int1 = torch.constant.int 1
    %int3 = torch.constant.int 3
    %0 = torch.aten.unsqueeze %arg1, %int3 : !torch.vtensor<[1,5,4],f32>, !torch.int -> !torch.vtensor<[1,5,4,1],f32>
    %1 = torch.prim.ListConstruct %int1, %int5, %int4, %int2 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %2 = torch.aten.broadcast_to %0, %1 : !torch.vtensor<[1,5,4,1],f32>, !torch.list<int> -> !torch.vtensor<[1,5,4,2],f32>
    %3 = torch.prim.ListConstruct %int1, %int5, %int8 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %4 = torch.aten.view %2, %3 : !torch.vtensor<[1,5,4,2],f32>, !torch.list<int> -> !torch.vtensor<[1,5,8],f32>
    %5 = torch.aten.unsqueeze %4, %int1 : !torch.vtensor<[1,5,8],f32>, !torch.int -> !torch.vtensor<[1,1,5,8],f32>
    %6 = torch.aten.unsqueeze %arg2, %int3 : !torch.vtensor<[1,5,4],f32>, !torch.int -> !torch.vtensor<[1,5,4,1],f32>
    %7 = torch.prim.ListConstruct %int1, %int5, %int4, %int2 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %8 = torch.aten.broadcast_to %6, %7 : !torch.vtensor<[1,5,4,1],f32>, !torch.list<int> -> !torch.vtensor<[1,5,4,2],f32>
    %9 = torch.prim.ListConstruct %int1, %int5, %int8 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %10 = torch.aten.view %8, %9 : !torch.vtensor<[1,5,4,2],f32>, !torch.list<int> -> !torch.vtensor<[1,5,8],f32>
    %11 = torch.aten.unsqueeze %10, %int1 : !torch.vtensor<[1,5,8],f32>, !torch.int -> !torch.vtensor<[1,1,5,8],f32>
    %12 = torch.aten.slice.Tensor %arg0, %int3, %int0, %int9223372036854775807, %int2 : !torch.vtensor<[1,2,5,8],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,2,5,4],f32>
    %13 = torch.aten.slice.Tensor %arg0, %int3, %int1, %int9223372036854775807, %int2 : !torch.vtensor<[1,2,5,8],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,2,5,4],f32>
    %14 = torch.aten.neg %13 : !torch.vtensor<[1,2,5,4],f32> -> !torch.vtensor<[1,2,5,4],f32>
    %15 = torch.aten.unsqueeze %14, %int4 : !torch.vtensor<[1,2,5,4],f32>, !torch.int -> !torch.vtensor<[1,2,5,4,1],f32>
    %16 = torch.aten.unsqueeze %12, %int4 : !torch.vtensor<[1,2,5,4],f32>, !torch.int -> !torch.vtensor<[1,2,5,4,1],f32>
    %17 = torch.prim.ListConstruct %15, %16 : (!torch.vtensor<[1,2,5,4,1],f32>, !torch.vtensor<[1,2,5,4,1],f32>) -> !torch.list<vtensor>
    %18 = torch.aten.cat %17, %int-1 : !torch.list<vtensor>, !torch.int -> !torch.vtensor<[1,2,5,4,2],f32>
    %19 = torch.prim.ListConstruct %int1, %int2, %int5, %int8 : (!torch.int, !torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %20 = torch.aten.view %18, %19 : !torch.vtensor<[1,2,5,4,2],f32>, !torch.list<int> -> !torch.vtensor<[1,2,5,8],f32>
    %21 = torch.aten.mul.Tensor %arg0, %5 : !torch.vtensor<[1,2,5,8],f32>, !torch.vtensor<[1,1,5,8],f32> -> !torch.vtensor<[1,2,5,8],f32>
    %22 = torch.aten.mul.Tensor %20, %11 : !torch.vtensor<[1,2,5,8],f32>, !torch.vtensor<[1,1,5,8],f32> -> !torch.vtensor<[1,2,5,8],f32>
    %23 = torch.aten.add.Tensor %21, %22, %int1 : !torch.vtensor<[1,2,5,8],f32>, !torch.vtensor<[1,2,5,8],f32>, !torch.int -> !torch.vtensor<[1,2,5,8],f32>
    return %23 : !torch.vtensor<[1,2,5,8],f32>
  }
}
