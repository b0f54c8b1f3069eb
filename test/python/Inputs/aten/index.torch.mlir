module {
  func.func @main(%arg0: !torch.vtensor<[6,7,6],f32>, %arg1: !torch.vtensor<[4,3],si64>) -> (!torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,7,4,3],f32>) {
    %int7 = torch.constant.int 7
    %int-1 = torch.constant.int -1
    %int0 = torch.constant.int 0
    %int4 = torch.constant.int 4
    %none = torch.constant.none
    %int6 = torch.constant.int 6
    %int1 = torch.constant.int 1
    %0 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[4,3],si64>) -> !torch.list<vtensor>
    %1 = torch.aten.index.Tensor_hacked_twin %arg0, %0 : !torch.vtensor<[6,7,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[4,3,7,6],f32>
    %2 = torch.aten.arange.start_step %int0, %int6, %int1, %int4, %none, %none, %none : !torch.int, !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none -> !torch.vtensor<[6],si64>
    %3 = torch.aten.unsqueeze %arg1, %int-1 : !torch.vtensor<[4,3],si64>, !torch.int -> !torch.vtensor<[4,3,1],si64>
    %4 = torch.aten.arange.start_step %int0, %int6, %int1, %int4, %none, %none, %none : !torch.int, !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none -> !torch.vtensor<[6],si64>
    %5 = torch.aten.unsqueeze %4, %int-1 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6,1],si64>
    %6 = torch.aten.unsqueeze %5, %int-1 : !torch.vtensor<[6,1],si64>, !torch.int -> !torch.vtensor<[6,1,1],si64>
    %7 = torch.aten.unsqueeze %6, %int-1 : !torch.vtensor<[6,1,1],si64>, !torch.int -> !torch.vtensor<[6,1,1,1],si64>
    %8 = torch.prim.ListConstruct %7, %3, %2 : (!torch.vtensor<[6,1,1,1],si64>, !torch.vtensor<[4,3,1],si64>, !torch.vtensor<[6],si64>) -> !torch.list<vtensor>
    %9 = torch.aten.index.Tensor_hacked_twin %arg0, %8 : !torch.vtensor<[6,7,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[6,4,3,6],f32>
    %10 = torch.aten.slice.Tensor %arg0, %int1, %int0, %int1, %int1 : !torch.vtensor<[6,7,6],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[6,1,6],f32>
    %11 = torch.aten.squeeze.dim %10, %int1 : !torch.vtensor<[6,1,6],f32>, !torch.int -> !torch.vtensor<[6,6],f32>
    %12 = torch.prim.ListConstruct %arg1 : (!torch.vtensor<[4,3],si64>) -> !torch.list<vtensor>
    %13 = torch.aten.index.Tensor_hacked_twin %11, %12 : !torch.vtensor<[6,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[4,3,6],f32>
    %14 = torch.aten.sub.Scalar %arg1, %int6, %int1 : !torch.vtensor<[4,3],si64>, !torch.int, !torch.int -> !torch.vtensor<[4,3],si64>
    %15 = torch.prim.ListConstruct %14 : (!torch.vtensor<[4,3],si64>) -> !torch.list<vtensor>
    %16 = torch.aten.index.Tensor_hacked_twin %arg0, %15 : !torch.vtensor<[6,7,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[4,3,7,6],f32>
    %17 = torch.aten.arange.start_step %int0, %int7, %int1, %int4, %none, %none, %none : !torch.int, !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none -> !torch.vtensor<[7],si64>
    %18 = torch.aten.unsqueeze %17, %int-1 : !torch.vtensor<[7],si64>, !torch.int -> !torch.vtensor<[7,1],si64>
    %19 = torch.aten.unsqueeze %18, %int-1 : !torch.vtensor<[7,1],si64>, !torch.int -> !torch.vtensor<[7,1,1],si64>
    %20 = torch.aten.arange.start_step %int0, %int6, %int1, %int4, %none, %none, %none : !torch.int, !torch.int, !torch.int, !torch.int, !torch.none, !torch.none, !torch.none -> !torch.vtensor<[6],si64>
    %21 = torch.aten.unsqueeze %20, %int-1 : !torch.vtensor<[6],si64>, !torch.int -> !torch.vtensor<[6,1],si64>
    %22 = torch.aten.unsqueeze %21, %int-1 : !torch.vtensor<[6,1],si64>, !torch.int -> !torch.vtensor<[6,1,1],si64>
    %23 = torch.aten.unsqueeze %22, %int-1 : !torch.vtensor<[6,1,1],si64>, !torch.int -> !torch.vtensor<[6,1,1,1],si64>
    %24 = torch.prim.ListConstruct %23, %19, %arg1 : (!torch.vtensor<[6,1,1,1],si64>, !torch.vtensor<[7,1,1],si64>, !torch.vtensor<[4,3],si64>) -> !torch.list<vtensor>
    %25 = torch.aten.index.Tensor_hacked_twin %arg0, %24 : !torch.vtensor<[6,7,6],f32>, !torch.list<vtensor> -> !torch.vtensor<[6,7,4,3],f32>
    return %1, %9, %13, %16, %25 : !torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,4,3,6],f32>, !torch.vtensor<[4,3,6],f32>, !torch.vtensor<[4,3,7,6],f32>, !torch.vtensor<[6,7,4,3],f32>
  }
}
