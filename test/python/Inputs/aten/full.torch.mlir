module {
  func.func @main(%arg0: !torch.vtensor<[2,2],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2],f32>, !torch.vtensor<[3],si64>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2,2],i1>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2],f32>, !torch.vtensor<[2],f32>) {
    %0 = torch.vtensor.literal(dense<3.000000e+00> : tensor<2xf32>) : !torch.vtensor<[2],f32>
    %1 = torch.vtensor.literal(dense<1.000000e+00> : tensor<2xf32>) : !torch.vtensor<[2],f32>
    %2 = torch.vtensor.literal(dense<true> : tensor<2x2xi1>) : !torch.vtensor<[2,2],i1>
    %3 = torch.vtensor.literal(dense<0xFF800000> : tensor<2x2xf32>) : !torch.vtensor<[2,2],f32>
    %4 = torch.vtensor.literal(dense<1.000000e+00> : tensor<2x2xf32>) : !torch.vtensor<[2,2],f32>
    %5 = torch.vtensor.literal(dense<0.000000e+00> : tensor<2x2xf32>) : !torch.vtensor<[2,2],f32>
    %6 = torch.vtensor.literal(dense<1> : tensor<3xsi64>) : !torch.vtensor<[3],si64>
    %7 = torch.vtensor.literal(dense<0.000000e+00> : tensor<2xf32>) : !torch.vtensor<[2],f32>
    %8 = torch.vtensor.literal(dense<1.500000e+00> : tensor<2x3xf32>) : !torch.vtensor<[2,3],f32>
    %none = torch.constant.none
    %int4 = torch.constant.int 4
    %false = torch.constant.bool false
    %int0 = torch.constant.int 0
    %int6 = torch.constant.int 6
    %int2 = torch.constant.int 2
    %int3 = torch.constant.int 3
    %9 = torch.prim.ListConstruct %int2, %int3 : (!torch.int, !torch.int) -> !torch.list<int>
    %cpu = torch.constant.device "cpu"
    %10 = torch.aten.empty.memory_format %9, %int6, %int0, %cpu, %false, %none : !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool, !torch.none -> !torch.vtensor<[2,3],f32>
    %11 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
    %cpu_0 = torch.constant.device "cpu"
    %12 = torch.aten.empty.memory_format %11, %int6, %int0, %cpu_0, %false, %none : !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool, !torch.none -> !torch.vtensor<[2],f32>
    %13 = torch.prim.ListConstruct %int3 : (!torch.int) -> !torch.list<int>
    %cpu_1 = torch.constant.device "cpu"
    %14 = torch.aten.empty.memory_format %13, %int4, %int0, %cpu_1, %false, %none : !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool, !torch.none -> !torch.vtensor<[3],si64>
    %15 = torch.prim.ListConstruct %int2, %int2 : (!torch.int, !torch.int) -> !torch.list<int>
    %cpu_2 = torch.constant.device "cpu"
    %16 = torch.aten.empty.memory_format %15, %int6, %int0, %cpu_2, %false, %none : !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool, !torch.none -> !torch.vtensor<[2,2],f32>
    %17 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
    %cpu_3 = torch.constant.device "cpu"
    %18 = torch.aten.empty.memory_format %17, %int6, %int0, %cpu_3, %false, %none : !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool, !torch.none -> !torch.vtensor<[2],f32>
    %19 = torch.prim.ListConstruct %int2 : (!torch.int) -> !torch.list<int>
    %cpu_4 = torch.constant.device "cpu"
    %20 = torch.aten.empty.memory_format %19, %int6, %int0, %cpu_4, %false, %none : !torch.list<int>, !torch.int, !torch.int, !torch.Device, !torch.bool, !torch.none -> !torch.vtensor<[2],f32>
    return %8, %7, %6, %5, %4, %3, %2, %5, %1, %0 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2],f32>, !torch.vtensor<[3],si64>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2,2],i1>, !torch.vtensor<[2,2],f32>, !torch.vtensor<[2],f32>, !torch.vtensor<[2],f32>
  }
}
