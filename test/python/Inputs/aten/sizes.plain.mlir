module {
  func.func @main(%arg0: !torch.vtensor<[?,4],f32>) -> (!torch.vtensor<[?,2],f32>, !torch.vtensor<[?,?],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?,4],f32>) {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,4],f32>, !torch.int -> !torch.int
    %int2 = torch.constant.int 2
    %1 = torch.aten.mul.int %0, %int2 : !torch.int, !torch.int -> !torch.int
    %int-1 = torch.constant.int -1
    %2 = torch.prim.ListConstruct %1, %int-1 : (!torch.int, !torch.int) -> !torch.list<int>
    %3 = torch.aten.view %arg0, %2 : !torch.vtensor<[?,4],f32>, !torch.list<int> -> !torch.vtensor<[?,2],f32>
    %int3 = torch.constant.int 3
    %4 = torch.aten.add.int %0, %int3 : !torch.int, !torch.int -> !torch.int
    %int1 = torch.constant.int 1
    %5 = torch.aten.sub.int %0, %int1 : !torch.int, !torch.int -> !torch.int
    %6 = torch.prim.ListConstruct %4, %5 : (!torch.int, !torch.int) -> !torch.list<int>
    %none = torch.constant.none
    %none_0 = torch.constant.none
    %none_1 = torch.constant.none
    %false = torch.constant.bool false
    %7 = torch.aten.new_zeros %arg0, %6, %none, %none_0, %none_1, %false : !torch.vtensor<[?,4],f32>, !torch.list<int>, !torch.none, !torch.none, !torch.none, !torch.bool -> !torch.vtensor<[?,?],f32>
    %int2_2 = torch.constant.int 2
    %8 = torch.aten.floordiv.int %0, %int2_2 : !torch.int, !torch.int -> !torch.int
    %none_3 = torch.constant.none
    %none_4 = torch.constant.none
    %cpu = torch.constant.device "cpu"
    %false_5 = torch.constant.bool false
    %9 = torch.aten.arange %8, %none_3, %none_4, %cpu, %false_5 : !torch.int, !torch.none, !torch.none, !torch.Device, !torch.bool -> !torch.vtensor<[?],si64>
    %10 = torch.aten.mul.Scalar %arg0, %0 : !torch.vtensor<[?,4],f32>, !torch.int -> !torch.vtensor<[?,4],f32>
    return %3, %7, %9, %10 : !torch.vtensor<[?,2],f32>, !torch.vtensor<[?,?],f32>, !torch.vtensor<[?],si64>, !torch.vtensor<[?,4],f32>
  }
}
