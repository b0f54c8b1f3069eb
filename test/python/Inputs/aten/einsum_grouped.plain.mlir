module {
  func.func @main(%arg0: !torch.vtensor<[1,2,3,8],bf16>, %arg1: !torch.vtensor<[3,5,8],bf16>) -> !torch.vtensor<[1,2,3,5],bf16> {
    %str = torch.constant.str "bsgd,grd->bsgr"
    %0 = torch.prim.ListConstruct %arg0, %arg1 : (!torch.vtensor<[1,2,3,8],bf16>, !torch.vtensor<[3,5,8],bf16>) -> !torch.list<vtensor>
    %none = torch.constant.none
    %1 = torch.aten.einsum %str, %0, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[1,2,3,5],bf16>
    return %1 : !torch.vtensor<[1,2,3,5],bf16>
  }
}
