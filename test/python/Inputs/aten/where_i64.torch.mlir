module {
  func.func @main(%arg0: !torch.vtensor<[?,3],i1>, %arg1: !torch.vtensor<[3],si64>) -> (!torch.vtensor<[?,3],si64>, !torch.vtensor<[?,3],si64>) {
    %0 = torch.vtensor.literal(dense<-1> : tensor<si64>) : !torch.vtensor<[],si64>
    %1 = torch.aten.where.self %arg0, %arg1, %0 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[3],si64>, !torch.vtensor<[],si64> -> !torch.vtensor<[?,3],si64>
    %2 = torch.aten.where.self %arg0, %0, %arg1 : !torch.vtensor<[?,3],i1>, !torch.vtensor<[],si64>, !torch.vtensor<[3],si64> -> !torch.vtensor<[?,3],si64>
    return %1, %2 : !torch.vtensor<[?,3],si64>, !torch.vtensor<[?,3],si64>
  }
}
