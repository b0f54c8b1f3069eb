// Literals keep their resources; a handle without data (what torch-mlir prints when it elides them) is read as well.
// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s

// CHECK-LABEL: func.func @literals
func.func @literals() {
  // CHECK: "torch.vtensor.literal"() <{value = dense<-1> : tensor<si64>}> : () -> !torch.vtensor<[],si64>
  %0 = torch.vtensor.literal(dense<-1> : tensor<si64>) : !torch.vtensor<[],si64>
  // CHECK: "torch.vtensor.literal"() <{value = dense_resource<torch_tensor_3_torch.float32> : tensor<3xf32>}> : () -> !torch.vtensor<[3],f32>
  %1 = torch.vtensor.literal(dense_resource<torch_tensor_3_torch.float32> : tensor<3xf32>) : !torch.vtensor<[3],f32>
  // CHECK: "torch.vtensor.literal"() <{value = dense_resource<torch_tensor_8_torch.float8_e8m0fnu_1> : tensor<8xf8E8M0FNU>}> : () -> !torch.vtensor<[8],f8E8M0FNU>
  %2 = torch.vtensor.literal(dense_resource<torch_tensor_8_torch.float8_e8m0fnu_1> : tensor<8xf8E8M0FNU>) : !torch.vtensor<[8],f8E8M0FNU>
  return
}

// CHECK: dialect_resources
// CHECK: torch_tensor_3_torch.float32: "0x040000006BE82A3EF978523F0C7220BF"
// CHECK-NOT: float8_e8m0fnu_1
{-#
  dialect_resources: {
    builtin: {
      torch_tensor_3_torch.float32: "0x040000006BE82A3EF978523F0C7220BF"
    }
  }
#-}
