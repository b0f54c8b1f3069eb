// Reads at computed places: a check, clamped indices, and one linalg.generic.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @gather(
func.func @gather(%x: !torch.vtensor<[8,4],f32>, %i: !torch.vtensor<[8,2],si64>) -> !torch.vtensor<[8,2],f32> {
  %int1 = torch.constant.int 1
  %false = torch.constant.bool false
  // CHECK: %[[IN:.*]] = linalg.generic {{.*}}iterator_types = ["reduction", "reduction"]}
  // CHECK: arith.cmpi ult
  // CHECK: cf.assert %{{.*}}, "aten.gather: index has an element outside of the dimension that it indexes"
  // CHECK: arith.minsi
  // CHECK: arith.maxsi
  // CHECK: linalg.generic
  // CHECK: %[[ROW:.*]] = linalg.index 0
  // CHECK: tensor.extract %{{.*}}[%[[ROW]], %{{.*}}] : tensor<8x4xf32>
  %y = torch.aten.gather %x, %int1, %i, %false : !torch.vtensor<[8,4],f32>, !torch.int, !torch.vtensor<[8,2],si64>, !torch.bool -> !torch.vtensor<[8,2],f32>
  return %y : !torch.vtensor<[8,2],f32>
}

// CHECK-LABEL: func.func @embedding(
func.func @embedding(%w: !torch.vtensor<[64,32],bf16>, %i: !torch.vtensor<[?,8],si64>) -> !torch.vtensor<[?,8,32],bf16> {
  %intm1 = torch.constant.int -1
  %false = torch.constant.bool false
  // CHECK: cf.assert %{{.*}}, "aten.embedding: indices has
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<?x8x32xbf16>)
  // CHECK: tensor.extract
  %y = torch.aten.embedding %w, %i, %intm1, %false, %false : !torch.vtensor<[64,32],bf16>, !torch.vtensor<[?,8],si64>, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[?,8,32],bf16>
  return %y : !torch.vtensor<[?,8,32],bf16>
}

// CHECK-LABEL: func.func @index_select(
func.func @index_select(%x: !torch.vtensor<[6,7],f32>, %i: !torch.vtensor<[4],si32>) -> !torch.vtensor<[6,4],f32> {
  %int1 = torch.constant.int 1
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<6x4xf32>)
  %y = torch.aten.index_select %x, %int1, %i : !torch.vtensor<[6,7],f32>, !torch.int, !torch.vtensor<[4],si32> -> !torch.vtensor<[6,4],f32>
  return %y : !torch.vtensor<[6,4],f32>
}

// CHECK-LABEL: func.func @index_neighbours(
func.func @index_neighbours(%x: !torch.vtensor<[6,7,5],f32>, %i: !torch.vtensor<[4,1],si64>, %j: !torch.vtensor<[3],si64>) -> !torch.vtensor<[6,4,3],f32> {
  %none = torch.constant.none
  %tensors1 = torch.prim.ListConstruct %none, %i, %j : (!torch.none, !torch.vtensor<[4,1],si64>, !torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
  // CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<4x1xindex>, tensor<3xindex>) outs(%{{.*}} : tensor<6x4x3xf32>)
  // CHECK: %[[FIRST:.*]] = linalg.index 0
  // CHECK: tensor.extract %{{.*}}[%[[FIRST]],
  %y = torch.aten.index.Tensor %x, %tensors1 : !torch.vtensor<[6,7,5],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[6,4,3],f32>
  return %y : !torch.vtensor<[6,4,3],f32>
}

// CHECK-LABEL: func.func @index_apart(
func.func @index_apart(%x: !torch.vtensor<[6,7,5],f32>, %i: !torch.vtensor<[4,1],si64>, %j: !torch.vtensor<[3],si64>) -> !torch.vtensor<[4,3,7],f32> {
  %none = torch.constant.none
  %tensors1 = torch.prim.ListConstruct %i, %none, %j : (!torch.vtensor<[4,1],si64>, !torch.none, !torch.vtensor<[3],si64>) -> !torch.list<optional<vtensor>>
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<4x3x7xf32>)
  // CHECK: %[[MIDDLE:.*]] = linalg.index 2
  // CHECK: tensor.extract %{{.*}}[%{{.*}}, %[[MIDDLE]], %{{.*}}]
  %y = torch.aten.index.Tensor %x, %tensors1 : !torch.vtensor<[6,7,5],f32>, !torch.list<optional<vtensor>> -> !torch.vtensor<[4,3,7],f32>
  return %y : !torch.vtensor<[4,3,7],f32>
}

// CHECK-LABEL: func.func @index_hacked_twin(
func.func @index_hacked_twin(%x: !torch.vtensor<[6,7,5],f32>, %i: !torch.vtensor<[4,1],si64>, %j: !torch.vtensor<[3],si64>) -> !torch.vtensor<[4,1,7,5],f32> {
  %tensors0 = torch.prim.ListConstruct %i : (!torch.vtensor<[4,1],si64>) -> !torch.list<vtensor>
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<4x1x7x5xf32>)
  %y = torch.aten.index.Tensor_hacked_twin %x, %tensors0 : !torch.vtensor<[6,7,5],f32>, !torch.list<vtensor> -> !torch.vtensor<[4,1,7,5],f32>
  return %y : !torch.vtensor<[4,1,7,5],f32>
}
