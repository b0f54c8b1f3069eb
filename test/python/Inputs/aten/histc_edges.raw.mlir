module {
  func.func @main(%arg0: !torch.vtensor<[10],f32>) -> (!torch.vtensor<[5],f32>, !torch.vtensor<[3],f32>) {
    %int5 = torch.constant.int 5
    %int-1 = torch.constant.int -1
    %int1 = torch.constant.int 1
    %0 = torch.operator "torch.aten.histc"(%arg0, %int5, %int-1, %int1) : (!torch.vtensor<[10],f32>, !torch.int, !torch.int, !torch.int) -> !torch.vtensor<[5],f32>
    %int3 = torch.constant.int 3
    %int0 = torch.constant.int 0
    %int2 = torch.constant.int 2
    %1 = torch.operator "torch.aten.histc"(%arg0, %int3, %int0, %int2) : (!torch.vtensor<[10],f32>, !torch.int, !torch.int, !torch.int) -> !torch.vtensor<[3],f32>
    return %0, %1 : !torch.vtensor<[5],f32>, !torch.vtensor<[3],f32>
  }
}
