module {
  func.func @main(%arg0: !torch.vtensor<[3,5],f32>, %arg1: !torch.vtensor<[3,5],f32>) -> !torch.vtensor<[3,5],f32> {
    %0 = torch.vtensor.literal(dense<7.000000e+00> : tensor<3x5xf32>) : !torch.vtensor<[3,5],f32>
    %int9223372036854775807 = torch.constant.int 9223372036854775807
    %int5 = torch.constant.int 5
    %int-1 = torch.constant.int -1
    %int3 = torch.constant.int 3
    %false = torch.constant.bool false
    %int2 = torch.constant.int 2
    %int0 = torch.constant.int 0
    %int1 = torch.constant.int 1
    %none = torch.constant.none
    %1 = torch.aten.slice.Tensor %arg1, %int1, %int0, %int2, %int1 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,2],f32>
    %2 = torch.aten.slice.Tensor %arg0, %int1, %int0, %int2, %int1 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,2],f32>
    %3 = torch.aten.slice_scatter %arg0, %1, %int1, %int0, %int2, %int1 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,2],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,5],f32>
    %4 = torch.aten.slice.Tensor %3, %int0, %int0, %int1, %int1 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,5],f32>
    %5 = torch.aten.squeeze.dim %4, %int0 : !torch.vtensor<[1,5],f32>, !torch.int -> !torch.vtensor<[5],f32>
    %cpu = torch.constant.device "cpu"
    %6 = torch.aten.arange.start_step %int0, %int3, %int1, %none, %int0, %cpu, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[3],si64>
    %7 = torch.prim.ListConstruct %int-1, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %8 = torch.aten.view %6, %7 : !torch.vtensor<[3],si64>, !torch.list<int> -> !torch.vtensor<[3,1],si64>
    %9 = torch.aten.eq.Scalar %8, %int0 : !torch.vtensor<[3,1],si64>, !torch.int -> !torch.vtensor<[3,1],i1>
    %10 = torch.aten.where.self %9, %0, %3 : !torch.vtensor<[3,1],i1>, !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32> -> !torch.vtensor<[3,5],f32>
    %11 = torch.aten.slice.Tensor %10, %int1, %int1, %int9223372036854775807, %int2 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,2],f32>
    %12 = torch.aten.add.Scalar %11, %int1, %int1 : !torch.vtensor<[3,2],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,2],f32>
    %13 = torch.aten.slice_scatter %10, %12, %int1, %int1, %int9223372036854775807, %int2 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,2],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,5],f32>
    %14 = torch.aten.slice.Tensor %13, %int1, %int1, %int9223372036854775807, %int2 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,2],f32>
    %15 = torch.aten.slice.Tensor %13, %int1, %int1, %int9223372036854775807, %int2 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,2],f32>
    %16 = torch.aten.slice_scatter %13, %14, %int1, %int1, %int9223372036854775807, %int2 : !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,2],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[3,5],f32>
    %17 = torch.aten.slice.Tensor %arg1, %int0, %int0, %int1, %int1 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,5],f32>
    %18 = torch.aten.squeeze.dim %17, %int0 : !torch.vtensor<[1,5],f32>, !torch.int -> !torch.vtensor<[5],f32>
    %19 = torch.aten.slice.Tensor %18, %int0, %int0, %int1, %int1 : !torch.vtensor<[5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1],f32>
    %20 = torch.aten.squeeze.dim %19, %int0 : !torch.vtensor<[1],f32>, !torch.int -> !torch.vtensor<[],f32>
    %21 = torch.aten.slice.Tensor %16, %int0, %int1, %int2, %int1 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,5],f32>
    %22 = torch.aten.squeeze.dim %21, %int0 : !torch.vtensor<[1,5],f32>, !torch.int -> !torch.vtensor<[5],f32>
    %23 = torch.aten.slice.Tensor %22, %int0, %int2, %int3, %int1 : !torch.vtensor<[5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1],f32>
    %24 = torch.aten.squeeze.dim %23, %int0 : !torch.vtensor<[1],f32>, !torch.int -> !torch.vtensor<[],f32>
    %25 = torch.aten.slice.Tensor %16, %int0, %int1, %int2, %int1 : !torch.vtensor<[3,5],f32>, !torch.int, !torch.int, !torch.int, !torch.int -> !torch.vtensor<[1,5],f32>
    %26 = torch.aten.squeeze.dim %25, %int0 : !torch.vtensor<[1,5],f32>, !torch.int -> !torch.vtensor<[5],f32>
    %cpu_0 = torch.constant.device "cpu"
    %27 = torch.aten.arange.start_step %int0, %int5, %int1, %none, %int0, %cpu_0, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[5],si64>
    %28 = torch.aten.eq.Scalar %27, %int2 : !torch.vtensor<[5],si64>, !torch.int -> !torch.vtensor<[5],i1>
    %29 = torch.aten.unsqueeze %20, %int0 : !torch.vtensor<[],f32>, !torch.int -> !torch.vtensor<[1],f32>
    %30 = torch.prim.ListConstruct %int5 : (!torch.int) -> !torch.list<int>
    %31 = torch.aten.broadcast_to %29, %30 : !torch.vtensor<[1],f32>, !torch.list<int> -> !torch.vtensor<[5],f32>
    %32 = torch.aten.where.self %28, %31, %26 : !torch.vtensor<[5],i1>, !torch.vtensor<[5],f32>, !torch.vtensor<[5],f32> -> !torch.vtensor<[5],f32>
    %cpu_1 = torch.constant.device "cpu"
    %33 = torch.aten.arange.start_step %int0, %int3, %int1, %none, %int0, %cpu_1, %false : !torch.int, !torch.int, !torch.int, !torch.none, !torch.int, !torch.Device, !torch.bool -> !torch.vtensor<[3],si64>
    %34 = torch.prim.ListConstruct %int-1, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
    %35 = torch.aten.view %33, %34 : !torch.vtensor<[3],si64>, !torch.list<int> -> !torch.vtensor<[3,1],si64>
    %36 = torch.aten.eq.Scalar %35, %int1 : !torch.vtensor<[3,1],si64>, !torch.int -> !torch.vtensor<[3,1],i1>
    %37 = torch.aten.unsqueeze %32, %int0 : !torch.vtensor<[5],f32>, !torch.int -> !torch.vtensor<[1,5],f32>
    %38 = torch.prim.ListConstruct %int3, %int5 : (!torch.int, !torch.int) -> !torch.list<int>
    %39 = torch.aten.broadcast_to %37, %38 : !torch.vtensor<[1,5],f32>, !torch.list<int> -> !torch.vtensor<[3,5],f32>
    %40 = torch.aten.where.self %36, %39, %16 : !torch.vtensor<[3,1],i1>, !torch.vtensor<[3,5],f32>, !torch.vtensor<[3,5],f32> -> !torch.vtensor<[3,5],f32>
    return %40 : !torch.vtensor<[3,5],f32>
  }
}
