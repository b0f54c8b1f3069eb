module {
  func.func @main(%arg0: !torch.vtensor<[6,16],f32>, %arg1: !torch.vtensor<[8,16],f32>, %arg2: !torch.vtensor<[8],f32>) -> (!torch.vtensor<[6],f32>, !torch.vtensor<[6,2],si64>) {
    %int1 = torch.constant.int 1
    %int0 = torch.constant.int 0
    %0 = torch.prim.ListConstruct %int1, %int0 : (!torch.int, !torch.int) -> !torch.list<int>
    %1 = torch.aten.permute %arg1, %0 : !torch.vtensor<[8,16],f32>, !torch.list<int> -> !torch.vtensor<[16,8],f32>
    %2 = torch.aten.mm %arg0, %1 : !torch.vtensor<[6,16],f32>, !torch.vtensor<[16,8],f32> -> !torch.vtensor<[6,8],f32>
    %3 = torch.aten.exp %2 : !torch.vtensor<[6,8],f32> -> !torch.vtensor<[6,8],f32>
    %4 = torch.aten.log1p %3 : !torch.vtensor<[6,8],f32> -> !torch.vtensor<[6,8],f32>
    %int20 = torch.constant.int 20
    %5 = torch.aten.gt.Scalar %2, %int20 : !torch.vtensor<[6,8],f32>, !torch.int -> !torch.vtensor<[6,8],i1>
    %6 = torch.aten.where.self %5, %2, %4 : !torch.vtensor<[6,8],i1>, !torch.vtensor<[6,8],f32>, !torch.vtensor<[6,8],f32> -> !torch.vtensor<[6,8],f32>
    %7 = torch.aten.sqrt %6 : !torch.vtensor<[6,8],f32> -> !torch.vtensor<[6,8],f32>
    %int1_0 = torch.constant.int 1
    %8 = torch.aten.add.Tensor %7, %arg2, %int1_0 : !torch.vtensor<[6,8],f32>, !torch.vtensor<[8],f32>, !torch.int -> !torch.vtensor<[6,8],f32>
    %int2 = torch.constant.int 2
    %int-1 = torch.constant.int -1
    %true = torch.constant.bool true
    %false = torch.constant.bool false
    %values, %indices = torch.aten.topk %8, %int2, %int-1, %true, %false : !torch.vtensor<[6,8],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[6,2],f32>, !torch.vtensor<[6,2],si64>
    %int1_1 = torch.constant.int 1
    %false_2 = torch.constant.bool false
    %9 = torch.aten.gather %7, %int1_1, %indices, %false_2 : !torch.vtensor<[6,8],f32>, !torch.int, !torch.vtensor<[6,2],si64>, !torch.bool -> !torch.vtensor<[6,2],f32>
    %int-1_3 = torch.constant.int -1
    %10 = torch.prim.ListConstruct %int-1_3 : (!torch.int) -> !torch.list<int>
    %true_4 = torch.constant.bool true
    %none = torch.constant.none
    %11 = torch.aten.sum.dim_IntList %9, %10, %true_4, %none : !torch.vtensor<[6,2],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[6,1],f32>
    %float9.999990e-21 = torch.constant.float 9.9999999999999995E-21
    %int1_5 = torch.constant.int 1
    %12 = torch.aten.add.Scalar %11, %float9.999990e-21, %int1_5 : !torch.vtensor<[6,1],f32>, !torch.float, !torch.int -> !torch.vtensor<[6,1],f32>
    %13 = torch.aten.div.Tensor %9, %12 : !torch.vtensor<[6,2],f32>, !torch.vtensor<[6,1],f32> -> !torch.vtensor<[6,2],f32>
    %float1.500000e00 = torch.constant.float 1.500000e+00
    %14 = torch.aten.mul.Scalar %13, %float1.500000e00 : !torch.vtensor<[6,2],f32>, !torch.float -> !torch.vtensor<[6,2],f32>
    %int-1_6 = torch.constant.int -1
    %15 = torch.prim.ListConstruct %int-1_6 : (!torch.int) -> !torch.list<int>
    %false_7 = torch.constant.bool false
    %none_8 = torch.constant.none
    %16 = torch.aten.sum.dim_IntList %14, %15, %false_7, %none_8 : !torch.vtensor<[6,2],f32>, !torch.list<int>, !torch.bool, !torch.none -> !torch.vtensor<[6],f32>
    %int-1_9 = torch.constant.int -1
    %false_10 = torch.constant.bool false
    %values_11, %indices_12 = torch.aten.sort %indices, %int-1_9, %false_10 : !torch.vtensor<[6,2],si64>, !torch.int, !torch.bool -> !torch.vtensor<[6,2],si64>, !torch.vtensor<[6,2],si64>
    return %16, %values_11 : !torch.vtensor<[6],f32>, !torch.vtensor<[6,2],si64>
  }
}
