// Sizes are numbers: known ones fold, also through their arithmetic.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @dynamic(
// CHECK-SAME: %[[X:.*]]: tensor<?x8xf32>) -> (i64, i64)
func.func @dynamic(%x: !torch.vtensor<[?,8],f32>) -> (!torch.int, !torch.int) {
  %int0 = torch.constant.int 0
  %int-1 = torch.constant.int -1
  %int3 = torch.constant.int 3
  // CHECK: %[[DIM:.*]] = tensor.dim %[[X]], %{{.*}}
  // CHECK: %[[ROWS:.*]] = arith.index_cast %[[DIM]] : index to i64
  %0 = torch.aten.size.int %x, %int0 : !torch.vtensor<[?,8],f32>, !torch.int -> !torch.int
  %1 = torch.aten.size.int %x, %int-1 : !torch.vtensor<[?,8],f32>, !torch.int -> !torch.int
  // 8 - 3 + 3 = 8 is known.
  %2 = torch.aten.sub.int %1, %int3 : !torch.int, !torch.int -> !torch.int
  %3 = torch.aten.add.int %2, %int3 : !torch.int, !torch.int -> !torch.int
  // CHECK-DAG: %[[EIGHT:.*]] = arith.constant 8 : i64
  // CHECK: %[[COUNT:.*]] = arith.muli %[[ROWS]], %[[EIGHT]] : i64
  %4 = torch.aten.mul.int %0, %3 : !torch.int, !torch.int -> !torch.int
  // CHECK: return %[[COUNT]], %[[EIGHT]]
  return %4, %3 : !torch.int, !torch.int
}
