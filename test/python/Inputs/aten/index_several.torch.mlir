module {
  func.func @main(%arg0: !torch.vtensor<[6,7,6],f32>, %arg1: !torch.vtensor<[4,3],si64>, %arg2: !torch.vtensor<[4,3],si64>) -> (!torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[6,4,3],f32>, !torch.vtensor<[4,3,7],f32>, !torch.vtensor<[3,7],f32>) {
    %int7 = torch.constant.int 7
    %int-1 = torch.constant.int -1
    %int6 = torch.constant.int 6
    %int4 = torch.constant.int 4
    %none = torch.constant.none
    %int2 = torch.constant.int 2
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %arg1, %arg2 : (!torch.vtensor<[4,3],si64>, !torch.vtensor<[4,3],si64>) -> !torch.list<vtensor>
    %1 = torch.aten.index.Tensor_hacked_twin %arg0, %0 : !torch.vtensor<[6,7,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[4,3,6],f32>
    %2 = torch.aten.slice.Tensor %arg1, %int1, %int0, %int1, %int1 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[4,1],si64>
    %3 = torch.aten.slice.Tensor %arg2, %int0, %int0, %int1, %int1 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3],si64>
    %4 = torch.aten.squeeze.dim %3, %int0 : !torch.vtensor<[1,3],si64>, !torch.int -> !torch.vtensor<[3],si64>
    %5 = torch.prim.ListConstruct %2, %4 : (!torch.vtensor<[4,1],si64>, !torch.vtensor<[3],si64>) -> !torch.list<vtensor>
    %6 = torch.aten.index.Tensor_hacked_twin %arg0, %5 : !torch.vtensor<[6,7,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[4,3,6],f32>
    %7 = torch.aten.arange.start_step %int0, %int6, %int1, %int4, %none, %none, %none : !torch.int, !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none -> !torch.vtensor<[6],si64>
    %8 = torch.aten.unsqueeze %7, %int-1 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6,1],si64>
    %9 = torch.aten.unsqueeze %8, %int-1 : !torch.vtensor<[6,1],si64>, !torch.int -> !torch.vtensor<[6,1,1],si64>
    %10 = torch.prim.ListConstruct %9, %arg1, %arg2 : (!torch.vtensor<[6,1,1],si64>, !torch.vtensor<[4,3],si64>, !torch.vtensor<[4,3],si64>) -> !torch.list<vtensor>
    %11 = torch.aten.index.Tensor_hacked_twin %arg0, %10 : !torch.vtensor<[6,7,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[6,4,3],f32>
    %12 = torch.prim.ListConstruct %int0, %int2, %int1 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %13 = torch.aten.permute %arg0, %12 : !torch.vtensor<[6,7,6],f32>, !torch.list<int> -> !torch.vtensor<[6,6,7],f32>
    %14 = torch.aten.arange.start_step %int0, %int7, %int1, %int4, %none, %none, %none : !torch.int, !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none -> !torch.vtensor<[7],si64>
    %15 = torch.aten.unsqueeze %arg2, %int-1 : !torch.vtensor<[4,3],si64>, !torch.int -> !torch.vtensor<[4,3,1],si64>
    %16 = torch.aten.unsqueeze %arg1, %int-1 : !torch.vtensor<[4,3],si64>, !torch.int -> !torch.vtensor<[4,3,1],si64>
    %17 = torch.prim.ListConstruct %16, %15, %14 : (!torch.vtensor<[4,3,1],si64>, !torch.vtensor<[4,3,1],si64>, !torch.vtensor<[7],si64>) -> !torch.list<vtensor>
    %18 = torch.aten.index.Tensor_hacked_twin %13, %17 : !torch.vtensor<[6,6,7],f32>, !torch.list<vtensor> -> !torch.vtensor<[4,3,7],f32>
    %19 = torch.aten.slice.Tensor %arg1, %int0, %int0, %int1, %int1 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,3],si64>
    %20 = torch.aten.squeeze.dim %19, %int0 : !torch.vtensor<[1,3],si64>, !torch.int -> !torch.vtensor<[3],si64>
    %21 = torch.aten.slice.Tensor %arg0, %int2, %int0, %int1, %int1 : !torch.vtensor<[6,7,6],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[6,7,1],f32>
    %22 = torch.aten.squeeze.dim %21, %int2 : !torch.vtensor<[6,7,1],f32>, !torch.int -> !torch.vtensor<[6,7],f32>
    %23 = torch.prim.ListConstruct %20 : (!torch.vtensor<[3],si64>) -> !torch.list<vtensor>
    %24 = torch.aten.index.Tensor_hacked_twin %22, %23 : !torch.vtensor<[6,7],f32>, !torch.list<vtensor> -> !torch.vtensor<[3,7],f32>
    return %1, %6, %11, %18, %24 : !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[6,4,3],f32>, !torch.vtensor<[4,3,7],f32>, !torch.vtensor<[3,7],f32>
  }
}
