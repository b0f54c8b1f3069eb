// Literals become constants; resources are kept as they are, without data too (elided files).
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s
// Nothing that only moves or folds constants may try to read data that are not there.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 --canonicalize --cse --dsv4-to-linalg-pipeline -o /dev/null

// CHECK-LABEL: func.func @literals(
// CHECK-SAME: ) -> (tensor<i64>, tensor<2xi64>, tensor<3xf32>, tensor<2x2xi64>, tensor<4x4xf32>)
func.func @literals() -> (!torch.vtensor<[],si64>, !torch.vtensor<[2],si64>, !torch.vtensor<[3],f32>, !torch.vtensor<[2,2],si64>, !torch.vtensor<[4,4],f32>) {
  // CHECK: %[[A:.*]] = arith.constant dense<-1> : tensor<i64>
  %0 = torch.vtensor.literal(dense<-1> : tensor<si64>) : !torch.vtensor<[],si64>
  // CHECK: %[[B:.*]] = arith.constant dense<[1, -2]> : tensor<2xi64>
  %1 = torch.vtensor.literal(dense<[1, -2]> : tensor<2xsi64>) : !torch.vtensor<[2],si64>
  // CHECK: %[[C:.*]] = arith.constant dense_resource<torch_tensor_3_torch.float32> : tensor<3xf32>
  %2 = torch.vtensor.literal(dense_resource<torch_tensor_3_torch.float32> : tensor<3xf32>) : !torch.vtensor<[3],f32>
  // The torch form prints i64 where the raw form has si64.
  // CHECK: %[[D:.*]] = arith.constant dense_resource<torch_tensor_2_2_torch.int64> : tensor<2x2xi64>
  %3 = torch.vtensor.literal(dense_resource<torch_tensor_2_2_torch.int64> : tensor<2x2xi64>) : !torch.vtensor<[2,2],si64>
  // CHECK: %[[E:.*]] = arith.constant dense_resource<elided> : tensor<4x4xf32>
  %4 = torch.vtensor.literal(dense_resource<elided> : tensor<4x4xf32>) : !torch.vtensor<[4,4],f32>
  // CHECK: return %[[A]], %[[B]], %[[C]], %[[D]], %[[E]]
  return %0, %1, %2, %3, %4 : !torch.vtensor<[],si64>, !torch.vtensor<[2],si64>, !torch.vtensor<[3],f32>, !torch.vtensor<[2,2],si64>, !torch.vtensor<[4,4],f32>
}

// CHECK-LABEL: func.func @used(
func.func @used(%x: !torch.vtensor<[2,4],f32>) -> !torch.vtensor<[2,4],f32> {
  // CHECK: %[[W:.*]] = arith.constant dense_resource<elided> : tensor<4x4xf32>
  %0 = torch.vtensor.literal(dense_resource<elided> : tensor<4x4xf32>) : !torch.vtensor<[4,4],f32>
  // CHECK: linalg.contract {{.*}} ins(%{{.*}}, %[[W]] :
  %1 = torch.aten.mm %x, %0 : !torch.vtensor<[2,4],f32>, !torch.vtensor<[4,4],f32> -> !torch.vtensor<[2,4],f32>
  return %1 : !torch.vtensor<[2,4],f32>
}

// CHECK: torch_tensor_3_torch.float32: "0x040000006BE82A3EF978523F0C7220BF"
{-#
  dialect_resources: {
    builtin: {
      torch_tensor_3_torch.float32: "0x040000006BE82A3EF978523F0C7220BF",
      torch_tensor_2_2_torch.int64: "0x080000000000000000000000010000000000000002000000000000000300000000000000"
    }
  }
#-}
