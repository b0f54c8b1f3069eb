// Writes at computed places: loops in a kernel.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 | FileCheck %s

// CHECK-LABEL: func.func @scatter_src(
func.func @scatter_src(%x: !torch.vtensor<[3,37],f32>, %i: !torch.vtensor<[3,4],si64>, %s: !torch.vtensor<[3,4],f32>) -> !torch.vtensor<[3,37],f32> {
  %intm1 = torch.constant.int -1
  // CHECK: cf.assert %{{.*}}, "aten.scatter.src: index has
  // CHECK: dsv4.kernel "scatter"
  // CHECK: scf.for
  // CHECK: scf.for
  // CHECK: %[[AT:.*]] = tensor.extract %{{.*}} : tensor<3x4xindex>
  // CHECK: tensor.insert %{{.*}} into %{{.*}}[%{{.*}}, %[[AT]]] : tensor<3x37xf32>
  %y = torch.aten.scatter.src %x, %intm1, %i, %s : !torch.vtensor<[3,37],f32>, !torch.int, !torch.vtensor<[3,4],si64>, !torch.vtensor<[3,4],f32> -> !torch.vtensor<[3,37],f32>
  return %y : !torch.vtensor<[3,37],f32>
}

// CHECK-LABEL: func.func @scatter_value(
func.func @scatter_value(%x: !torch.vtensor<[3,37],f32>, %i: !torch.vtensor<[3,4],si64>, %s: !torch.vtensor<[3,4],f32>) -> !torch.vtensor<[3,37],f32> {
  %intm1 = torch.constant.int -1
  %float0_5 = torch.constant.float 0.5
  // CHECK: tensor.from_elements %{{.*}} : tensor<f32>
  // CHECK: dsv4.kernel "scatter"
  // CHECK: tensor.insert
  %y = torch.aten.scatter.value %x, %intm1, %i, %float0_5 : !torch.vtensor<[3,37],f32>, !torch.int, !torch.vtensor<[3,4],si64>, !torch.float -> !torch.vtensor<[3,37],f32>
  return %y : !torch.vtensor<[3,37],f32>
}

// CHECK-LABEL: func.func @scatter_add(
func.func @scatter_add(%x: !torch.vtensor<[3,37],f32>, %i: !torch.vtensor<[3,4],si64>, %s: !torch.vtensor<[3,4],f32>) -> !torch.vtensor<[3,37],f32> {
  %intm1 = torch.constant.int -1
  // CHECK: dsv4.kernel "scatter"
  // CHECK: arith.addf
  // CHECK: tensor.insert
  %y = torch.aten.scatter_add %x, %intm1, %i, %s : !torch.vtensor<[3,37],f32>, !torch.int, !torch.vtensor<[3,4],si64>, !torch.vtensor<[3,4],f32> -> !torch.vtensor<[3,37],f32>
  return %y : !torch.vtensor<[3,37],f32>
}

// CHECK-LABEL: func.func @index_put(
func.func @index_put(%x: !torch.vtensor<[6,3],f32>, %i: !torch.vtensor<[4],si64>, %v: !torch.vtensor<[3],f32>) -> !torch.vtensor<[6,3],f32> {
  %tensors0 = torch.prim.ListConstruct %i : (!torch.vtensor<[4],si64>) -> !torch.list<optional<vtensor>>
  %false = torch.constant.bool false
  // CHECK: cf.assert %{{.*}}, "aten.index_put: an index has
  // CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<4x3xf32>)
  // CHECK: dsv4.kernel "scatter"
  // CHECK-NOT: arith.addf
  // CHECK: tensor.insert
  %y = torch.aten.index_put %x, %tensors0, %v, %false : !torch.vtensor<[6,3],f32>, !torch.list<optional<vtensor>>, !torch.vtensor<[3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
  return %y : !torch.vtensor<[6,3],f32>
}

// CHECK-LABEL: func.func @index_put_hacked_twin(
func.func @index_put_hacked_twin(%x: !torch.vtensor<[6,3],f32>, %i: !torch.vtensor<[4],si64>, %v: !torch.vtensor<[3],f32>) -> !torch.vtensor<[6,3],f32> {
  %tensors0 = torch.prim.ListConstruct %i : (!torch.vtensor<[4],si64>) -> !torch.list<vtensor>
  %true = torch.constant.bool true
  // CHECK: dsv4.kernel "scatter"
  // CHECK: arith.addf
  // CHECK: tensor.insert
  %y = torch.aten.index_put.hacked_twin %x, %tensors0, %v, %true : !torch.vtensor<[6,3],f32>, !torch.list<vtensor>, !torch.vtensor<[3],f32>, !torch.bool -> !torch.vtensor<[6,3],f32>
  return %y : !torch.vtensor<[6,3],f32>
}

// CHECK-LABEL: func.func @index_add(
func.func @index_add(%x: !torch.vtensor<[6,3],f32>, %i: !torch.vtensor<[4],si64>, %s: !torch.vtensor<[4,3],f32>) -> !torch.vtensor<[6,3],f32> {
  %int0 = torch.constant.int 0
  %int2 = torch.constant.int 2
  // CHECK: dsv4.kernel "scatter"
  // CHECK: arith.mulf
  // CHECK: arith.addf
  // CHECK: tensor.insert
  %y = torch.aten.index_add %x, %int0, %i, %s, %int2 : !torch.vtensor<[6,3],f32>, !torch.int, !torch.vtensor<[4],si64>, !torch.vtensor<[4,3],f32>, !torch.int -> !torch.vtensor<[6,3],f32>
  return %y : !torch.vtensor<[6,3],f32>
}
