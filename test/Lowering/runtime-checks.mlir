// cf.assert becomes a call that leaves the function; equal messages share one constant.
//
// RUN: dsv4-opt %s --dsv4-runtime-checks | FileCheck %s

// CHECK-DAG: llvm.mlir.global private constant @[[$SMALL:.*]]("too small\00")
// CHECK-DAG: llvm.mlir.global private constant @[[$LARGE:.*]]("too large\00")
// CHECK-DAG: llvm.func @dsv4rt_check_failed(!llvm.ptr)
// CHECK-NOT: llvm.mlir.global

// CHECK-LABEL: func @checks
// CHECK-SAME: (%[[A:.*]]: i1, %[[B:.*]]: i1)
func.func @checks(%a: i1, %b: i1) {
  // CHECK: %[[NOT_A:.*]] = arith.xori %[[A]]
  // CHECK: scf.if %[[NOT_A]] {
  // CHECK:   %[[TEXT:.*]] = llvm.mlir.addressof @[[$SMALL]]
  // CHECK:   llvm.call @dsv4rt_check_failed(%[[TEXT]])
  cf.assert %a, "too small"
  // CHECK: llvm.mlir.addressof @[[$LARGE]]
  cf.assert %b, "too large"
  // CHECK: llvm.mlir.addressof @[[$SMALL]]
  cf.assert %b, "too small"
  // CHECK-NOT: cf.assert
  return
}
