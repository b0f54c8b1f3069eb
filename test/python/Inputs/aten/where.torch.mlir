module {
  func.func @main(%arg0: !torch.vtensor<[2,3],i1>, %arg1: !torch.vtensor<[2,1],f32>, %arg2: !torch.vtensor<[3],f32>) -> (!torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>) {
    %0 = torch.vtensor.literal(dense<1> : tensor<si64>) : !torch.vtensor<[],si64>
    %1 = torch.vtensor.literal(dense<0> : tensor<si64>) : !torch.vtensor<[],si64>
    %2 = torch.vtensor.literal(dense<-1.000000e+00> : tensor<f32>) : !torch.vtensor<[],f32>
    %3 = torch.vtensor.literal(dense<2.000000e+00> : tensor<f32>) : !torch.vtensor<[],f32>
    %4 = torch.aten.where.self %arg0, %arg1, %arg2 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[2,1],f32>, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
    %5 = torch.aten.where.self %arg0, %arg1, %3 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[2,1],f32>, !torch.vtensor<[],f32> -> !torch.vtensor<[2,3],f32>
    %6 = torch.aten.where.self %arg0, %2, %arg2 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[],f32>, !torch.vtensor<[3],f32> -> !torch.vtensor<[2,3],f32>
    %7 = torch.aten.where.self %arg0, %0, %1 : !torch.vtensor<[2,3],i1>, !torch.vtensor<[],si64>, !torch.vtensor<[],si64> -> !torch.vtensor<[2,3],si64>
    return %4, %5, %6, %7 : !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],f32>, !torch.vtensor<[2,3],si64>
  }
}
