module {
  func.func @main(%arg0: !torch.vtensor<[3,7],f32>) -> (!torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>) {
    %float1.000000e00 = torch.constant.float 1.000000e+00
    %none = torch.constant.none
    %int1 = torch.constant.int 1
    %true = torch.constant.bool true
    %int0 = torch.constant.int 0
    %int-1 = torch.constant.int -1
    %values, %indices = torch.aten.max.dim %arg0, %int-1, %true : !torch.vtensor<[3,7],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,1],f32>, !torch.vtensor<[3,1],si64>
    %0 = torch.aten.sub.Tensor %arg0, %values, %float1.000000e00 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,1],f32>, !torch.float -> !torch.vtensor<[3,7],f32>
    %1 = torch.aten.exp %0 : !torch.vtensor<[3,7],f32> -> !torch.vtensor<[3,7],f32>
    %2 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %3 = torch.aten.sum.dim_IntList %1, %2, %true, %none : !torch.vtensor<[3,7],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3,1],f32>
    %4 = torch.aten.div.Tensor %1, %3 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,1],f32> -> !torch.vtensor<[3,7],f32>
    %values_0, %indices_1 = torch.aten.max.dim %arg0, %int0, %true : !torch.vtensor<[3,7],f32>, !torch.int, !torch.bool -> !torch.vtensor<[1,7],f32>, !torch.vtensor<[1,7],si64>
    %5 = torch.aten.sub.Tensor %arg0, %values_0, %float1.000000e00 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[1,7],f32>, !torch.float -> !torch.vtensor<[3,7],f32>
    %6 = torch.aten.exp %5 : !torch.vtensor<[3,7],f32> -> !torch.vtensor<[3,7],f32>
    %7 = torch.prim.ListConstruct %int0 : (!torch.int) -> !torch.list<int>
    %8 = torch.aten.sum.dim_IntList %6, %7, %true, %none : !torch.vtensor<[3,7],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[1,7],f32>
    %9 = torch.aten.div.Tensor %6, %8 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[1,7],f32> -> !torch.vtensor<[3,7],f32>
    %values_2, %indices_3 = torch.aten.max.dim %arg0, %int1, %true : !torch.vtensor<[3,7],f32>, !torch.int, !torch.bool -> !torch.vtensor<[3,1],f32>, !torch.vtensor<[3,1],si64>
    %10 = torch.aten.sub.Tensor %arg0, %values_2, %int1 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,1],f32>, !torch.int -> !torch.vtensor<[3,7],f32>
    %11 = torch.aten.exp %10 : !torch.vtensor<[3,7],f32> -> !torch.vtensor<[3,7],f32>
    %12 = torch.prim.ListConstruct %int-1 : (!torch.int) -> !torch.list<int>
    %13 = torch.aten.sum.dim_IntList %11, %12, %true, %none : !torch.vtensor<[3,7],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[3,1],f32>
    %14 = torch.aten.log %13 : !torch.vtensor<[3,1],f32> -> !torch.vtensor<[3,1],f32>
    %15 = torch.aten.sub.Tensor %10, %14, %int1 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,1],f32>, !torch.int -> !torch.vtensor<[3,7],f32>
    return %4, %9, %15 : !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>, !torch.vtensor<[3,7],f32>
  }
}
