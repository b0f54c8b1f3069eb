module {
  func.func @main(%arg0: !torch.vtensor<[?,3,8],bf16>, %arg1: !torch.vtensor<[6,8],bf16>) -> !torch.vtensor<[?,3,6],bf16> {
    %int0 = torch.constant.int 0
    %0 = torch.aten.size.int %arg0, %int0 : !torch.vtensor<[?,3,8],bf16>, !torch.int -> !torch.int
    %int1 = torch.constant.int 1
    %int0_0 = torch.constant.int 0
    %1 = torch.prim.ListConstruct %int1, %int0_0 : (!torch.int, !torch.int) -> !torch.list<int>
    %2 = torch.aten.permute %arg1, %1 : !torch.vtensor<[6,8],bf16>, !torch.list<int> -> !torch.vtensor<[8,6],bf16>
    %int3 = torch.constant.int 3
    %3 = torch.aten.mul.int %0, %int3 : !torch.int, !torch.int -> !torch.int
    %int8 = torch.constant.int 8
    %4 = torch.prim.ListConstruct %3, %int8 : (!torch.int, !torch.int) -> !torch.list<int>
    %5 = torch.aten.view %arg0, %4 : !torch.vtensor<[?,3,8],bf16>, !torch.list<int> -> !torch.vtensor<[?,8],bf16>
    %6 = torch.aten.mm %5, %2 : !torch.vtensor<[?,8],bf16>, !torch.vtensor<[8,6],bf16> -> !torch.vtensor<[?,6],bf16>
    %int3_1 = torch.constant.int 3
    %int6 = torch.constant.int 6
    %7 = torch.prim.ListConstruct %0, %int3_1, %int6 : (!torch.int, !torch.int, !torch.int) -> !torch.list<int>
    %8 = torch.aten.view %6, %7 : !torch.vtensor<[?,6],bf16>, !torch.list<int> -> !torch.vtensor<[?,3,6],bf16>
    return %8 : !torch.vtensor<[?,3,6],bf16>
  }
}
