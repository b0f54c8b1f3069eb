// When one function does not convert, the module stays as it was.
// RUN: not dsv4-opt %s --convert-torch-to-dsv4 --mlir-print-ir-after-failure --mlir-disable-threading 2>&1 | FileCheck %s

// CHECK: error: 'torch.aten.exp': takes 1 operands (self), got 2

// CHECK: func.func @good(%{{.*}}: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32> attributes {torch.assume_strict_symbolic_shapes} {
// CHECK-NEXT: "torch.aten.exp"(%{{.*}}) : (!torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32>
// CHECK-NEXT: return
func.func @good(%x: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32> attributes {torch.assume_strict_symbolic_shapes} {
  %0 = torch.aten.exp %x : !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return %0 : !torch.vtensor<[4],f32>
}

func.func @bad(%x: !torch.vtensor<[4],f32>) -> !torch.vtensor<[4],f32> {
  %0 = torch.aten.exp %x, %x : !torch.vtensor<[4],f32>, !torch.vtensor<[4],f32> -> !torch.vtensor<[4],f32>
  return %0 : !torch.vtensor<[4],f32>
}
