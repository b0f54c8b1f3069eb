module {
  func.func @main(%arg0: !torch.vtensor<[2,3,8],f32>, %arg1: !torch.vtensor<[2,8,5],f32>) -> (!torch.vtensor<[2,3,5],f32>, !torch.vtensor<[3,5,2],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[8,2],f32>, !torch.vtensor<[8,5],f32>, !torch.vtensor<[3,3],f32>, !torch.vtensor<[2,3,5],f32>) {
    %str = torch.constant.str "bij,bjk->bik"
    %0 = torch.prim.ListConstruct %arg0, %arg1 : (!torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32>) -> !torch.list<vtensor>
    %none = torch.constant.none
    %1 = torch.aten.einsum %str, %0, %none : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,3,5],f32>
    %str_0 = torch.constant.str "bij,bjk->ikb"
    %2 = torch.prim.ListConstruct %arg0, %arg1 : (!torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32>) -> !torch.list<vtensor>
    %none_1 = torch.constant.none
    %3 = torch.aten.einsum %str_0, %2, %none_1 : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[3,5,2],f32>
    %str_2 = torch.constant.str "bij,bij->bi"
    %4 = torch.prim.ListConstruct %arg0, %arg0 : (!torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,3,8],f32>) -> !torch.list<vtensor>
    %none_3 = torch.constant.none
    %5 = torch.aten.einsum %str_2, %4, %none_3 : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,3],f32>
    %str_4 = torch.constant.str "bij->jb"
    %6 = torch.prim.ListConstruct %arg0 : (!torch.vtensor<[2,3,8],f32>) -> !torch.list<vtensor>
    %none_5 = torch.constant.none
    %7 = torch.aten.einsum %str_4, %6, %none_5 : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[8,2],f32>
    %int0 = torch.constant.int 0
    %int0_6 = torch.constant.int 0
    %8 = torch.aten.select.int %arg0, %int0, %int0_6 : !torch.vtensor<[2,3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[3,8],f32>
    %int0_7 = torch.constant.int 0
    %int0_8 = torch.constant.int 0
    %9 = torch.aten.select.int %8, %int0_7, %int0_8 : !torch.vtensor<[3,8],f32>, !torch.int, !torch.int -> !torch.vtensor<[8],f32>
    %int0_9 = torch.constant.int 0
    %int0_10 = torch.constant.int 0
    %10 = torch.aten.select.int %arg1, %int0_9, %int0_10 : !torch.vtensor<[2,8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[8,5],f32>
    %int0_11 = torch.constant.int 0
    %int0_12 = torch.constant.int 0
    %11 = torch.aten.select.int %10, %int0_11, %int0_12 : !torch.vtensor<[8,5],f32>, !torch.int, !torch.int -> !torch.vtensor<[5],f32>
    %str_13 = torch.constant.str "i,j->ij"
    %12 = torch.prim.ListConstruct %9, %11 : (!torch.vtensor<[8],f32>, !torch.vtensor<[5],f32>) -> !torch.list<vtensor>
    %none_14 = torch.constant.none
    %13 = torch.aten.einsum %str_13, %12, %none_14 : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[8,5],f32>
    %str_15 = torch.constant.str "bij,bkj"
    %14 = torch.prim.ListConstruct %arg0, %arg0 : (!torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,3,8],f32>) -> !torch.list<vtensor>
    %none_16 = torch.constant.none
    %15 = torch.aten.einsum %str_15, %14, %none_16 : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[3,3],f32>
    %str_17 = torch.constant.str "...ij,...jk->...ik"
    %16 = torch.prim.ListConstruct %arg0, %arg1 : (!torch.vtensor<[2,3,8],f32>, !torch.vtensor<[2,8,5],f32>) -> !torch.list<vtensor>
    %none_18 = torch.constant.none
    %17 = torch.aten.einsum %str_17, %16, %none_18 : !torch.str, !torch.list<vtensor>, !torch.none -> !torch.vtensor<[2,3,5],f32>
    return %1, %3, %5, %7, %13, %15, %17 : !torch.vtensor<[2,3,5],f32>, !torch.vtensor<[3,5,2],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[8,2],f32>, !torch.vtensor<[8,5],f32>, !torch.vtensor<[3,3],f32>, !torch.vtensor<[2,3,5],f32>
  }
}
