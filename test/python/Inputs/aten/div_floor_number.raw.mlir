module {
  func.func @main(%arg0: !torch.vtensor<[20],si64>) -> (!torch.vtensor<[20],si64>, !torch.vtensor<[20],si64>) {
    %int4 = torch.constant.int 4
    %0 = torch.prim.NumToTensor.Scalar %int4 : !torch.int -> !torch.vtensor<[],si64>
    %str = torch.constant.str "floor"
    %1 = torch.aten.div.Tensor_mode %arg0, %0, %str : !torch.vtensor<[20],si64>, !torch.vtensor<[],si64>, !torch.str -> !torch.vtensor<[20],si64>
    %int-3 = torch.constant.int -3
    %2 = torch.prim.NumToTensor.Scalar %int-3 : !torch.int -> !torch.vtensor<[],si64>
    %str_0 = torch.constant.str "floor"
    %3 = torch.aten.div.Tensor_mode %arg0, %2, %str_0 : !torch.vtensor<[20],si64>, !torch.vtensor<[],si64>, !torch.str -> !torch.vtensor<[20],si64>
    return %1, %3 : !torch.vtensor<[20],si64>, !torch.vtensor<[20],si64>
  }
}
