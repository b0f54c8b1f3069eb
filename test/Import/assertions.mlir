// Assertions of the program are checked when it runs.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @main(
// CHECK: %[[C:.*]] = arith.cmpi ne, %arg0, %{{.*}} : i64
// CHECK: cf.assert %[[C]], "aten._assert_scalar: n must not be 0"
// CHECK: cf.assert %arg1, "runtime.assert: the flag must be set"
func.func @main(%n: !torch.int, %flag: !torch.bool) {
  %text = torch.constant.str "n must not be 0"
  torch.aten._assert_scalar %n, %text : !torch.int, !torch.str
  torch.runtime.assert %flag, "the flag must be set"
  return
}

// What holds already leaves nothing.
// CHECK-LABEL: func.func @known(
// CHECK-NEXT: return
func.func @known() {
  %int1 = torch.constant.int 1
  %text = torch.constant.str "always"
  torch.aten._assert_scalar %int1, %text : !torch.int, !torch.str
  return
}
