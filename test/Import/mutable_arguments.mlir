// The mutable form of a program (import_program): an updated argument becomes a first result, as the frozen import has
// it, and is written in place.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s
// RUN: dsv4-opt %s --convert-torch-to-dsv4 --dsv4-to-llvm-pipeline | FileCheck %s --check-prefix=LLVM

// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[ROWS:[^:]*]]: tensor<1x2x8xf32>, %[[CACHE:[^:]*]]: tensor<1x4x8xf32> {bufferization.writable = true}, %[[SLOTS:[^:]*]]: tensor<1x2xi32>)
// CHECK-SAME: -> (tensor<1x4x8xf32> {dsv4.in_place = 1 : i64}, tensor<1x4x8xf32>)
// CHECK-NEXT: %[[NEW:.*]] = dsv4.scatter_nd_update_mla(%[[ROWS]], %[[CACHE]], %[[SLOTS]])
// CHECK-NEXT: %[[NEWER:.*]] = dsv4.scatter_nd_update_mla(%[[ROWS]], %[[NEW]], %[[SLOTS]])
// CHECK-NEXT: return %[[NEWER]], %[[NEW]]
// LLVM: llvm.func @main
func.func @main(%rows: !torch.vtensor<[1,2,8],f32>, %cache: !torch.tensor<[1,4,8],f32>, %slots: !torch.vtensor<[1,2],si32>) -> !torch.vtensor<[1,4,8],f32> attributes {torch.assume_strict_symbolic_shapes} {
  %none = torch.constant.none
  %0 = torch.copy.to_vtensor %cache : !torch.vtensor<[1,4,8],f32>
  %1:2 = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%rows, %0, %slots, %none, %none) : (!torch.vtensor<[1,2,8],f32>, !torch.vtensor<[1,4,8],f32>, !torch.vtensor<[1,2],si32>, !torch.none, !torch.none) -> (!torch.vtensor<[1,4,8],f32>, !torch.vtensor<[1,4,8],f32>)
  torch.overwrite.tensor.contents %1#1 overwrites %cache : !torch.vtensor<[1,4,8],f32>, !torch.tensor<[1,4,8],f32>
  // What is read after a write is what was written.
  %2 = torch.copy.to_vtensor %cache : !torch.vtensor<[1,4,8],f32>
  %3:2 = torch.operator "torch.tensor_cast.scatter_nd_update_mla"(%rows, %2, %slots, %none, %none) : (!torch.vtensor<[1,2,8],f32>, !torch.vtensor<[1,4,8],f32>, !torch.vtensor<[1,2],si32>, !torch.none, !torch.none) -> (!torch.vtensor<[1,4,8],f32>, !torch.vtensor<[1,4,8],f32>)
  torch.overwrite.tensor.contents %3#1 overwrites %cache : !torch.vtensor<[1,4,8],f32>, !torch.tensor<[1,4,8],f32>
  return %1#0 : !torch.vtensor<[1,4,8],f32>
}

// An argument that is mutable and never written is an argument.
// CHECK-LABEL: func.func @only_read(
// CHECK-SAME: %[[X:.*]]: tensor<4xf32>) -> tensor<4xf32>
// CHECK-NEXT: return %[[X]]
func.func @only_read(%x: !torch.tensor<[4],f32>) -> !torch.vtensor<[4],f32> {
  %0 = torch.copy.to_vtensor %x : !torch.vtensor<[4],f32>
  return %0 : !torch.vtensor<[4],f32>
}
