// Signatures, attributes and calls of functions.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK: module attributes {dlti.map = #dlti.map<>}
module attributes {torch.debug_module_name = "Layer", dlti.map = #dlti.map<>} {

// Every dtype. f4E2M1FN has two values per element in torch, too: it becomes i8.
// CHECK-LABEL: func.func private @dtypes
// CHECK-SAME: (tensor<2xf16>, tensor<2xbf16>, tensor<2xf32>, tensor<2xf64>,
// CHECK-SAME: tensor<2xf8E4M3FN>, tensor<2xf8E5M2>, tensor<2xf8E4M3FNUZ>, tensor<2xf8E5M2FNUZ>, tensor<2xf8E8M0FNU>, tensor<2xi8>,
// CHECK-SAME: tensor<2xi8>, tensor<2xi16>, tensor<2xi32>, tensor<2xi64>, tensor<2xi8>, tensor<2xi1>,
// CHECK-SAME: tensor<f32>, tensor<?x0x3xf32>, i64, f64, i1)
func.func private @dtypes(
  !torch.vtensor<[2],f16>, !torch.vtensor<[2],bf16>, !torch.vtensor<[2],f32>, !torch.vtensor<[2],f64>,
  !torch.vtensor<[2],f8E4M3FN>, !torch.vtensor<[2],f8E5M2>, !torch.vtensor<[2],f8E4M3FNUZ>, !torch.vtensor<[2],f8E5M2FNUZ>, !torch.vtensor<[2],f8E8M0FNU>, !torch.vtensor<[2],f4E2M1FN>,
  !torch.vtensor<[2],si8>, !torch.vtensor<[2],si16>, !torch.vtensor<[2],si32>, !torch.vtensor<[2],si64>, !torch.vtensor<[2],ui8>, !torch.vtensor<[2],i1>,
  !torch.vtensor<[],f32>, !torch.vtensor<[?,0,3],f32>, !torch.int, !torch.float, !torch.bool)

// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: tensor<?x8xf32> {dsv4.role = "activation"}) -> (tensor<?x8xf32>, tensor<2x8xf32>) {
func.func @main(%x: !torch.vtensor<[?,8],f32> {torch.type_bound = "anything", dsv4.role = "activation"}) -> (!torch.vtensor<[?,8],f32>, !torch.vtensor<[2,8],f32>)
    attributes {torch.assume_strict_symbolic_shapes} {
  // A view that makes a size known: the value keeps it, the signature says what was declared.
  %int2 = torch.constant.int 2
  %int8 = torch.constant.int 8
  %0 = torch.prim.ListConstruct %int2, %int8 : (!torch.int, !torch.int) -> !torch.list<int>
  // CHECK: %[[KNOWN:.*]] = tensor.cast %[[X]] : tensor<?x8xf32> to tensor<2x8xf32>
  %1 = torch.aten.view %x, %0 : !torch.vtensor<[?,8],f32>, !torch.list<int> -> !torch.vtensor<[?,8],f32>
  // CHECK: %[[DECLARED:.*]] = tensor.cast %[[KNOWN]] : tensor<2x8xf32> to tensor<?x8xf32>
  // CHECK: %[[CALL:.*]] = call @callee(%[[DECLARED]]) : (tensor<?x8xf32>) -> tensor<2x8xf32>
  %2 = call @callee(%1) : (!torch.vtensor<[?,8],f32>) -> !torch.vtensor<[2,8],f32>
  // CHECK: return %{{.*}}, %[[CALL]] : tensor<?x8xf32>, tensor<2x8xf32>
  return %1, %2 : !torch.vtensor<[?,8],f32>, !torch.vtensor<[2,8],f32>
}

// CHECK: func.func private @callee(tensor<?x8xf32>) -> tensor<2x8xf32>
func.func private @callee(!torch.vtensor<[?,8],f32>) -> !torch.vtensor<[2,8],f32>

}
