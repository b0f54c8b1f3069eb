// RUN: dsv4-opt %s --convert-torch-to-dsv4 --split-input-file --verify-diagnostics

func.func @count(%x: !torch.vtensor<[3,16],f32>) -> !torch.vtensor<[3,16],f32> {
  // expected-error @below {{'torch.dsv4.rms_norm': takes 3 operands (x, weight, norm_eps), got 1}}
  %0 = torch.operator "torch.dsv4.rms_norm"(%x) : (!torch.vtensor<[3,16],f32>) -> !torch.vtensor<[3,16],f32>
  return %0 : !torch.vtensor<[3,16],f32>
}

// -----

func.func @tensor(%x: !torch.vtensor<[3,16],f32>) -> !torch.vtensor<[3,16],f32> {
  %none = torch.constant.none
  %eps = torch.constant.float 1.0E-6
  // expected-error @below {{'torch.dsv4.rms_norm': operand 0 (x) must be a tensor, got '!torch.none'}}
  %0 = torch.operator "torch.dsv4.rms_norm"(%none, %x, %eps) : (!torch.none, !torch.vtensor<[3,16],f32>, !torch.float) -> !torch.vtensor<[3,16],f32>
  return %0 : !torch.vtensor<[3,16],f32>
}

// -----

func.func @constant(%x: !torch.vtensor<[3,16],f32>, %eps: !torch.float) -> !torch.vtensor<[3,16],f32> {
  %none = torch.constant.none
  // expected-error @below {{'torch.dsv4.rms_norm': operand 2 (norm_eps) must be a constant, got '!torch.float'}}
  %0 = torch.operator "torch.dsv4.rms_norm"(%x, %none, %eps) : (!torch.vtensor<[3,16],f32>, !torch.none, !torch.float) -> !torch.vtensor<[3,16],f32>
  return %0 : !torch.vtensor<[3,16],f32>
}

// -----

func.func @list(%q: !torch.vtensor<[2,5,4,16],f32>, %sink: !torch.vtensor<[4],f32>, %i: !torch.vtensor<[2,5,3],si32>, %kv: !torch.vtensor<[2,5,16],f32>) -> !torch.vtensor<[2,5,4,16],f32> {
  %scale = torch.constant.float 2.500000e-01
  // expected-error @below {{'torch.dsv4.sparse_attn_sharedkv': operand 3 (kv_list) must be a list of tensors made by prim.ListConstruct, got '!torch.vtensor<[2,5,16],f32>'}}
  %1 = torch.operator "torch.dsv4.sparse_attn_sharedkv"(%q, %sink, %i, %kv, %scale) : (!torch.vtensor<[2,5,4,16],f32>, !torch.vtensor<[4],f32>, !torch.vtensor<[2,5,3],si32>, !torch.vtensor<[2,5,16],f32>, !torch.float) -> !torch.vtensor<[2,5,4,16],f32>
  return %1 : !torch.vtensor<[2,5,4,16],f32>
}

// -----

func.func @enumerator(%x: !torch.vtensor<[3,16],f32>, %w: !torch.vtensor<[6,16],f32>) -> !torch.vtensor<[3,6],f32> {
  %tanh = torch.constant.str "tanh"
  // expected-error @below {{'torch.dsv4.gate_score': scoring_func is 'tanh', expected a value of #dsv4.scoring_function}}
  %0 = torch.operator "torch.dsv4.gate_score"(%x, %w, %tanh) : (!torch.vtensor<[3,16],f32>, !torch.vtensor<[6,16],f32>, !torch.str) -> !torch.vtensor<[3,6],f32>
  return %0 : !torch.vtensor<[3,6],f32>
}

// -----

func.func @kind(%x: !torch.vtensor<[3,16],f32>, %w: !torch.vtensor<[6,16],f32>) -> !torch.vtensor<[3,6],f32> {
  %int1 = torch.constant.int 1
  // expected-error @below {{'torch.dsv4.gate_score': scoring_func must be a string}}
  %0 = torch.operator "torch.dsv4.gate_score"(%x, %w, %int1) : (!torch.vtensor<[3,16],f32>, !torch.vtensor<[6,16],f32>, !torch.int) -> !torch.vtensor<[3,6],f32>
  return %0 : !torch.vtensor<[3,6],f32>
}

// -----

func.func @dtype(%x: !torch.vtensor<[3,16],f32>, %w: !torch.vtensor<[8,16],f32>) -> !torch.vtensor<[3,8],f32> {
  %none = torch.constant.none
  %int99 = torch.constant.int 99
  // expected-error @below {{'torch.dsv4.linear': operand 3 (output_type) is 99, which is the code of no known dtype}}
  %0 = torch.operator "torch.dsv4.linear"(%x, %w, %none, %int99) : (!torch.vtensor<[3,16],f32>, !torch.vtensor<[8,16],f32>, !torch.none, !torch.int) -> !torch.vtensor<[3,8],f32>
  return %0 : !torch.vtensor<[3,8],f32>
}

// -----

func.func @constraint(%x: !torch.vtensor<[3,16],f32>, %w: !torch.vtensor<[15],f32>) -> !torch.vtensor<[3,16],f32> {
  %eps = torch.constant.float 1.0E-6
  // expected-error @below {{'dsv4.rms_norm' op dimension 0 of weight is 15, expected D = 16 (dimension 1 of x)}}
  %0 = torch.operator "torch.dsv4.rms_norm"(%x, %w, %eps) : (!torch.vtensor<[3,16],f32>, !torch.vtensor<[15],f32>, !torch.float) -> !torch.vtensor<[3,16],f32>
  return %0 : !torch.vtensor<[3,16],f32>
}

// -----

func.func @types(%ids: !torch.vtensor<[3],f32>, %table: !torch.vtensor<[8,4],f32>) -> !torch.vtensor<[3,4],f32> {
  // expected-error @below {{'dsv4.embedding' op operand #0 must be ranked tensor of i32 or i64}}
  %0 = torch.operator "torch.dsv4.embedding"(%ids, %table) : (!torch.vtensor<[3],f32>, !torch.vtensor<[8,4],f32>) -> !torch.vtensor<[3,4],f32>
  return %0 : !torch.vtensor<[3,4],f32>
}

// -----

func.func @unknown(%x: !torch.vtensor<[3,16],f32>) -> !torch.vtensor<[3,16],f32> {
  // expected-error @below {{'torch.dsv4.kernel' cannot be imported: it has no handler (1 use)}}
  %0 = torch.operator "torch.dsv4.kernel"(%x) : (!torch.vtensor<[3,16],f32>) -> !torch.vtensor<[3,16],f32>
  return %0 : !torch.vtensor<[3,16],f32>
}
