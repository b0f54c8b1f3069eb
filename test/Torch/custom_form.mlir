// What torch-mlir prints by default is read, and printed in generic form, which is read again.
// RUN: dsv4-opt %s | FileCheck %s
// RUN: dsv4-opt %s | dsv4-opt | FileCheck %s
// RUN: dsv4-opt %s --emit-bytecode | dsv4-opt | FileCheck %s

// CHECK-LABEL: func.func @constants
func.func @constants() {
  // CHECK: "torch.constant.int"() <{value = -1 : i64}> : () -> !torch.int
  %int-1_31 = torch.constant.int -1
  // The name is rounded, the value is not.
  // CHECK: "torch.constant.float"() <{value = 9.9999999999999995E-7 : f64}> : () -> !torch.float
  %float9.999990e-07_21 = torch.constant.float 9.9999999999999995E-7
  // CHECK: "torch.constant.float"() <{value = 0xFFF0000000000000 : f64}> : () -> !torch.float
  %float-INF = torch.constant.float 0xFFF0000000000000
  // CHECK: "torch.constant.bool"() <{value = true}> : () -> !torch.bool
  %true = torch.constant.bool true
  // CHECK: "torch.constant.none"() : () -> !torch.none
  %none = torch.constant.none
  // CHECK: "torch.constant.device"() <{value = "cpu"}> : () -> !torch.Device
  %cpu = torch.constant.device "cpu"
  // CHECK: "torch.constant.str"() <{value = "floor"}> : () -> !torch.str
  %str = torch.constant.str "floor"
  return
}

// CHECK-LABEL: func.func @lists
func.func @lists(%arg0: !torch.vtensor<[2,?],bf16>) -> !torch.list<vtensor> {
  // Empty lists have two blanks and no operand.
  // CHECK: "torch.prim.ListConstruct"() : () -> !torch.list<int>
  %0 = torch.prim.ListConstruct  : () -> !torch.list<int>
  %int1 = torch.constant.int 1
  // CHECK: "torch.prim.ListConstruct"(%{{.*}}, %{{.*}}) : (!torch.int, !torch.int) -> !torch.list<int>
  %1 = torch.prim.ListConstruct %int1, %int1 : (!torch.int, !torch.int) -> !torch.list<int>
  %none = torch.constant.none
  // CHECK: "torch.prim.ListConstruct"(%{{.*}}) : (!torch.none) -> !torch.list<optional<vtensor>>
  %2 = torch.prim.ListConstruct %none : (!torch.none) -> !torch.list<optional<vtensor>>
  // CHECK: "torch.prim.ListConstruct"(%{{.*}}) : (!torch.vtensor<[2,?],bf16>) -> !torch.list<vtensor>
  %3 = torch.prim.ListConstruct %arg0 : (!torch.vtensor<[2,?],bf16>) -> !torch.list<vtensor>
  // CHECK: %{{.*}}:2 = "torch.prim.ListUnpack"(%{{.*}}) : (!torch.list<vtensor>) -> (!torch.vtensor<[1,?],bf16>, !torch.vtensor<[1,?],bf16>)
  %4:2 = torch.prim.ListUnpack %3 : !torch.list<vtensor> -> !torch.vtensor<[1,?],bf16>, !torch.vtensor<[1,?],bf16>
  return %3 : !torch.list<vtensor>
}

// CHECK-LABEL: func.func @results
func.func @results(%arg0: !torch.vtensor<[4,8],f32>) -> !torch.vtensor<[4,2],si64> {
  %int2 = torch.constant.int 2
  %true = torch.constant.bool true
  // Several results, named, without parentheses around their types.
  // CHECK: %[[TOPK:.*]]:2 = "torch.aten.topk"(%{{.*}}) : (!torch.vtensor<[4,8],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool) -> (!torch.vtensor<[4,2],f32>, !torch.vtensor<[4,2],si64>)
  %values, %indices = torch.aten.topk %arg0, %int2, %int2, %true, %true : !torch.vtensor<[4,8],f32>, !torch.int, !torch.int, !torch.bool, !torch.bool -> !torch.vtensor<[4,2],f32>, !torch.vtensor<[4,2],si64>
  // No result at all.
  // CHECK: "torch.aten._assert_tensor_metadata"(%{{.*}}) : (!torch.vtensor<[4,8],f32>, !torch.int) -> ()
  torch.aten._assert_tensor_metadata %arg0, %int2 : !torch.vtensor<[4,8],f32>, !torch.int
  // CHECK: return %[[TOPK]]#1
  return %indices : !torch.vtensor<[4,2],si64>
}

// CHECK-LABEL: func.func @operator
func.func @operator(%arg0: !torch.vtensor<[2,4,8],bf16>) -> (!torch.vtensor<[2,1],f32>, !torch.vtensor<[],f32>) {
  %int4 = torch.constant.int 4
  // CHECK: "torch.operator"(%{{.*}}, %{{.*}}) <{name = "torch.tensor_cast.hc_pre_inv_rms"}> : (!torch.vtensor<[2,4,8],bf16>, !torch.int) -> !torch.vtensor<[2,1],f32>
  %0 = torch.operator "torch.tensor_cast.hc_pre_inv_rms"(%arg0, %int4) : (!torch.vtensor<[2,4,8],bf16>, !torch.int) -> !torch.vtensor<[2,1],f32> 
  // CHECK: "torch.operator"() <{name = "torch.ns.op.overload"}> : () -> !torch.vtensor<[],f32>
  %1 = torch.operator "torch.ns.op.overload"() : () -> !torch.vtensor<[],f32>
  return %0, %1 : !torch.vtensor<[2,1],f32>, !torch.vtensor<[],f32>
}

// CHECK-LABEL: func.func @symbols
// CHECK-SAME: attributes {torch.assume_strict_symbolic_shapes}
func.func @symbols(%arg0: !torch.vtensor<[?,?,8],bf16>) -> !torch.int attributes {torch.assume_strict_symbolic_shapes} {
  // CHECK: %[[S0:.*]] = "torch.symbolic_int"() <{max_val = 8 : i64, min_val = 2 : i64, symbol_name = "4*s60"}> : () -> !torch.int
  %0 = torch.symbolic_int "4*s60" {min_val = 2, max_val = 8} : !torch.int
  // CHECK: %[[S1:.*]] = "torch.symbolic_int"() <{max_val = 1024 : i64, min_val = 2 : i64, symbol_name = "u0"}> : () -> !torch.int
  %1 = torch.symbolic_int "u0" {min_val = 2, max_val = 1024} : !torch.int
  // CHECK: "torch.bind_symbolic_shape"(%{{.*}}, %[[S1]], %[[S0]]) <{shape_expressions = affine_map<()[s0, s1] -> (s1, s0, 8)>}> : (!torch.vtensor<[?,?,8],bf16>, !torch.int, !torch.int) -> ()
  torch.bind_symbolic_shape %arg0, [%1, %0], affine_map<()[s0, s1] -> (s1, s0, 8)> : !torch.vtensor<[?,?,8],bf16>
  // CHECK: "torch.bind_symbolic_shape"(%{{.*}}) <{shape_expressions = affine_map<() -> (4, 2, 8)>}> : (!torch.vtensor<[?,?,8],bf16>) -> ()
  torch.bind_symbolic_shape %arg0, [], affine_map<() -> (4, 2, 8)> : !torch.vtensor<[?,?,8],bf16>
  return %0 : !torch.int
}

// CHECK-LABEL: func.func @mutation
func.func @mutation(%arg0: !torch.tensor<[2,8],bf16>) -> !torch.vtensor<[2,8],bf16> {
  // The printed type is the result's.
  // CHECK: %[[VALUE:.*]] = "torch.copy.to_vtensor"(%{{.*}}) : (!torch.tensor<[2,8],bf16>) -> !torch.vtensor<[2,8],bf16>
  %0 = torch.copy.to_vtensor %arg0 : !torch.vtensor<[2,8],bf16>
  // CHECK: "torch.copy.to_tensor"(%[[VALUE]]) : (!torch.vtensor<[2,8],bf16>) -> !torch.tensor<[2,8],bf16>
  %1 = torch.copy.to_tensor %0 : !torch.tensor<[2,8],bf16>
  // CHECK: "torch.overwrite.tensor.contents"(%[[VALUE]], %{{.*}}) : (!torch.vtensor<[2,8],bf16>, !torch.tensor<[2,8],bf16>) -> ()
  torch.overwrite.tensor.contents %0 overwrites %arg0 : !torch.vtensor<[2,8],bf16>, !torch.tensor<[2,8],bf16>
  return %0 : !torch.vtensor<[2,8],bf16>
}

// CHECK-LABEL: func.func @casts
func.func @casts(%arg0: tensor<2x8xi64>, %arg1: i64, %arg2: !torch.vtensor<[2,8],f32>) -> i64 {
  // CHECK: "torch_c.from_builtin_tensor"(%{{.*}}) : (tensor<2x8xi64>) -> !torch.vtensor<[2,8],si64>
  %0 = torch_c.from_builtin_tensor %arg0 : tensor<2x8xi64> -> !torch.vtensor<[2,8],si64>
  // CHECK: "torch_c.to_builtin_tensor"(%{{.*}}) : (!torch.vtensor<[2,8],si64>) -> tensor<2x8xi64>
  %1 = torch_c.to_builtin_tensor %0 : !torch.vtensor<[2,8],si64> -> tensor<2x8xi64>
  // These have no types at all.
  // CHECK: %[[INT:.*]] = "torch_c.from_i64"(%{{.*}}) : (i64) -> !torch.int
  %2 = torch_c.from_i64 %arg1
  // CHECK: "torch_c.to_i64"(%[[INT]]) : (!torch.int) -> i64
  %3 = torch_c.to_i64 %2
  // CHECK: %[[TRUE:.*]] = "torch.constant.bool"
  %true = torch.constant.bool true
  // CHECK: "torch_c.to_i1"(%[[TRUE]]) : (!torch.bool) -> i1
  %4 = torch_c.to_i1 %true
  // CHECK: "torch.runtime.assert"(%[[TRUE]]) <{message = "positive"}> : (!torch.bool) -> ()
  torch.runtime.assert %true, "positive"
  // CHECK: "torch.tensor_static_info_cast"(%{{.*}}) : (!torch.vtensor<[2,8],f32>) -> !torch.vtensor<[?,8],f32>
  %5 = torch.tensor_static_info_cast %arg2 : !torch.vtensor<[2,8],f32> to !torch.vtensor<[?,8],f32>
  return %3 : i64
}
