module {
  func.func @main(%arg0: !torch.vtensor<[16],bf16>) -> (!torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>) {
    %float-1.500000e00 = torch.constant.float -1.500000e+00
    %int2 = torch.constant.int 2
    %0 = torch.aten.clamp %arg0, %float-1.500000e00, %int2 : !torch.vtensor<[16],bf16>, !torch.float, !torch.int -> !torch.vtensor<[16],bf16>
    %float3.000000e-01 = torch.constant.float 3.000000e-01
    %none = torch.constant.none
    %1 = torch.aten.clamp %arg0, %float3.000000e-01, %none : !torch.vtensor<[16],bf16>, !torch.float, !torch.none -> !torch.vtensor<[16],bf16>
    %none_0 = torch.constant.none
    %float3.000000e-01_1 = torch.constant.float 3.000000e-01
    %2 = torch.aten.clamp %arg0, %none_0, %float3.000000e-01_1 : !torch.vtensor<[16],bf16>, !torch.none, !torch.float -> !torch.vtensor<[16],bf16>
    return %0, %1, %2 : !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>, !torch.vtensor<[16],bf16>
  }
}
