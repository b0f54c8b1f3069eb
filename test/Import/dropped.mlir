// What states only what the types say, or moves no number, leaves nothing behind.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: tensor<?x8xf32>)
func.func @main(%x: !torch.vtensor<[?,8],f32>) -> !torch.vtensor<[?,8],f32> {
  // CHECK-NEXT: return %[[X]]
  // CHECK-NEXT: }
  %none = torch.constant.none
  %int6 = torch.constant.int 6
  %cpu = torch.constant.device "cpu"
  %int0 = torch.constant.int 0
  %str = torch.constant.str "floor"
  torch.aten._assert_tensor_metadata %x, %none, %none, %int6, %cpu, %int0 : !torch.vtensor<[?,8],f32>, !torch.none, !torch.none, !torch.int, !torch.Device, !torch.int
  // What a symbol says of other tensors than arguments follows from their ops; a product of symbols cannot be checked.
  %0 = torch.symbolic_int "s33" {min_val = 2, max_val = 4096} : !torch.int
  torch.bind_symbolic_shape %x, [%0, %0], affine_map<()[s0, s1] -> (s0 floordiv 4, 8)> : !torch.vtensor<[?,8],f32>
  return %x : !torch.vtensor<[?,8],f32>
}
