// Quantisations and products of codes that cannot be imported.
// RUN: dsv4-opt %s --convert-torch-to-dsv4 -split-input-file -verify-diagnostics --mlir-print-op-on-diagnostic=false

func.func @dims(%x: !torch.vtensor<[8,64],bf16>) -> (!torch.vtensor<[8,64],si8>, !torch.vtensor<[8,1],f32>) {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %d = torch.prim.ListConstruct %0 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.dynamic_quantize_symmetric': can quantise a float tensor along its last dimension only (dims = [-1])}}
  %r:2 = torch.operator "torch.tensor_cast.dynamic_quantize_symmetric"(%x, %d, %32, %1) : (!torch.vtensor<[8,64],bf16>, !torch.list<int>, !torch.int, !torch.int) -> (!torch.vtensor<[8,64],si8>, !torch.vtensor<[8,1],f32>)
  return %r#0, %r#1 : !torch.vtensor<[8,64],si8>, !torch.vtensor<[8,1],f32>
}

// -----

func.func @types(%x: !torch.vtensor<[8,64],bf16>) -> (!torch.vtensor<[8,64],si8>, !torch.vtensor<[8,1],f8E8M0FNU>) {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  %d = torch.prim.ListConstruct %m1 : (!torch.int) -> !torch.list<int>
  // expected-error @+1 {{'torch.tensor_cast.dynamic_quantize_symmetric': can make si8 or f8E4M3FN with float scales, or f8E4M3FN with f8E8M0FNU, got '!torch.vtensor<[8,64],si8>' and '!torch.vtensor<[8,1],f8E8M0FNU>'}}
  %r:2 = torch.operator "torch.tensor_cast.dynamic_quantize_symmetric"(%x, %d, %32, %1) : (!torch.vtensor<[8,64],bf16>, !torch.list<int>, !torch.int, !torch.int) -> (!torch.vtensor<[8,64],si8>, !torch.vtensor<[8,1],f8E8M0FNU>)
  return %r#0, %r#1 : !torch.vtensor<[8,64],si8>, !torch.vtensor<[8,1],f8E8M0FNU>
}

// -----

func.func @odd(%x: !torch.vtensor<[8,33],bf16>) -> (!torch.vtensor<[8,16],f4E2M1FN>, !torch.vtensor<[8,1],f8E8M0FNU>) {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.dynamic_quantize_mxfp4': packs two codes into a byte: the last dimension of x must be known and even, got 'tensor<8x33xbf16>'}}
  %r:2 = torch.operator "torch.tensor_cast.dynamic_quantize_mxfp4"(%x, %32) : (!torch.vtensor<[8,33],bf16>, !torch.int) -> (!torch.vtensor<[8,16],f4E2M1FN>, !torch.vtensor<[8,1],f8E8M0FNU>)
  return %r#0, %r#1 : !torch.vtensor<[8,16],f4E2M1FN>, !torch.vtensor<[8,1],f8E8M0FNU>
}

// -----

func.func @shapes(%x: !torch.vtensor<[8,64],f8E4M3FN>, %w: !torch.vtensor<[32,128],f8E4M3FN>, %xs: !torch.vtensor<[8,1],f8E8M0FNU>, %ws: !torch.vtensor<[1,1],f8E8M0FNU>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.fp8_linear': needs x [..., tokens, K] and w [N, K] of known N and K, got 'tensor<8x64xf8E4M3FN>' and 'tensor<32x128xf8E4M3FN>'}}
  %r = torch.operator "torch.tensor_cast.fp8_linear"(%x, %w, %xs, %ws, %none, %none) : (!torch.vtensor<[8,64],f8E4M3FN>, !torch.vtensor<[32,128],f8E4M3FN>, !torch.vtensor<[8,1],f8E8M0FNU>, !torch.vtensor<[1,1],f8E8M0FNU>, !torch.none, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %r : !torch.vtensor<[8,32],bf16>
}

// -----

func.func @codes(%x: !torch.vtensor<[8,64],bf16>, %w: !torch.vtensor<[32,64],f8E4M3FN>, %xs: !torch.vtensor<[8,1],f8E8M0FNU>, %ws: !torch.vtensor<[1,1],f8E8M0FNU>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.fp8_linear': needs x and w of f8E4M3FN, got 'tensor<8x64xbf16>' and 'tensor<32x64xf8E4M3FN>'}}
  %r = torch.operator "torch.tensor_cast.fp8_linear"(%x, %w, %xs, %ws, %none, %none) : (!torch.vtensor<[8,64],bf16>, !torch.vtensor<[32,64],f8E4M3FN>, !torch.vtensor<[8,1],f8E8M0FNU>, !torch.vtensor<[1,1],f8E8M0FNU>, !torch.none, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %r : !torch.vtensor<[8,32],bf16>
}

// -----

func.func @scales(%x: !torch.vtensor<[8,192],f8E4M3FN>, %w: !torch.vtensor<[32,192],f8E4M3FN>, %xs: !torch.vtensor<[8,1],f8E8M0FNU>, %ws: !torch.vtensor<[1,2],f8E8M0FNU>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.fp8_linear': has scales of w 'tensor<1x2xf8E8M0FNU>' and of x 'tensor<8x1xf8E8M0FNU>'; of x there must be one per row, of w one, one per output, or one per block of 128 x 128 (f8E8M0FNU, K a multiple of 128)}}
  %r = torch.operator "torch.tensor_cast.fp8_linear"(%x, %w, %xs, %ws, %none, %none) : (!torch.vtensor<[8,192],f8E4M3FN>, !torch.vtensor<[32,192],f8E4M3FN>, !torch.vtensor<[8,1],f8E8M0FNU>, !torch.vtensor<[1,2],f8E8M0FNU>, !torch.none, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %r : !torch.vtensor<[8,32],bf16>
}

// -----

func.func @bias(%x: !torch.vtensor<[8,64],f8E4M3FN>, %w: !torch.vtensor<[32,64],f8E4M3FN>, %xs: !torch.vtensor<[8,1],f8E8M0FNU>, %ws: !torch.vtensor<[1,1],f8E8M0FNU>, %b: !torch.vtensor<[16],f32>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.fp8_linear': bias must be a float tensor [32], got 'tensor<16xf32>'}}
  %r = torch.operator "torch.tensor_cast.fp8_linear"(%x, %w, %xs, %ws, %b, %none) : (!torch.vtensor<[8,64],f8E4M3FN>, !torch.vtensor<[32,64],f8E4M3FN>, !torch.vtensor<[8,1],f8E8M0FNU>, !torch.vtensor<[1,1],f8E8M0FNU>, !torch.vtensor<[16],f32>, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %r : !torch.vtensor<[8,32],bf16>
}

// -----

func.func @result(%x: !torch.vtensor<[8,64],f8E4M3FN>, %w: !torch.vtensor<[32,64],f8E4M3FN>, %xs: !torch.vtensor<[8,1],f8E8M0FNU>, %ws: !torch.vtensor<[1,1],f8E8M0FNU>) -> !torch.vtensor<[8,32],si32> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.fp8_linear': makes a float tensor, but is declared as 'tensor<8x32xi32>'}}
  %r = torch.operator "torch.tensor_cast.fp8_linear"(%x, %w, %xs, %ws, %none, %none) : (!torch.vtensor<[8,64],f8E4M3FN>, !torch.vtensor<[32,64],f8E4M3FN>, !torch.vtensor<[8,1],f8E8M0FNU>, !torch.vtensor<[1,1],f8E8M0FNU>, !torch.none, !torch.none) -> !torch.vtensor<[8,32],si32>
  return %r : !torch.vtensor<[8,32],si32>
}

// -----

func.func @offset(%x: !torch.vtensor<[8,64],si8>, %w: !torch.vtensor<[32,64],si8>, %ws: !torch.vtensor<[32],f32>, %o: !torch.vtensor<[32],f32>, %xs: !torch.vtensor<[8,1],f32>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.static_quant_linear': has w_offset: sources do not agree on the sign of an offset, only symmetric quantisation can be imported}}
  %r = torch.operator "torch.tensor_cast.static_quant_linear"(%x, %w, %ws, %o, %xs, %none, %none, %none) : (!torch.vtensor<[8,64],si8>, !torch.vtensor<[32,64],si8>, !torch.vtensor<[32],f32>, !torch.vtensor<[32],f32>, !torch.vtensor<[8,1],f32>, !torch.none, !torch.none, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %r : !torch.vtensor<[8,32],bf16>
}

// -----

func.func @no_scale(%x: !torch.vtensor<[8,64],si8>, %w: !torch.vtensor<[32,64],si8>, %ws: !torch.vtensor<[32],f32>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.static_quant_linear': needs w of si8, and x of si8 with x_scale or of floats without, got 'tensor<32x64xi8>' and 'tensor<8x64xi8>'}}
  %r = torch.operator "torch.tensor_cast.static_quant_linear"(%x, %w, %ws, %none, %none, %none, %none, %none) : (!torch.vtensor<[8,64],si8>, !torch.vtensor<[32,64],si8>, !torch.vtensor<[32],f32>, !torch.none, !torch.none, !torch.none, !torch.none, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %r : !torch.vtensor<[8,32],bf16>
}

// -----

func.func @groups(%x: !torch.vtensor<[8,64],si8>, %w: !torch.vtensor<[32,64],si8>, %ws: !torch.vtensor<[32,2],f32>, %xs: !torch.vtensor<[8,1],f32>) -> !torch.vtensor<[8,32],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.static_quant_linear': needs one scale of w, or one per output, and one scale of x per row, got 'tensor<32x2xf32>' and 'tensor<8x1xf32>'}}
  %r = torch.operator "torch.tensor_cast.static_quant_linear"(%x, %w, %ws, %none, %xs, %none, %none, %none) : (!torch.vtensor<[8,64],si8>, !torch.vtensor<[32,64],si8>, !torch.vtensor<[32,2],f32>, !torch.none, !torch.vtensor<[8,1],f32>, !torch.none, !torch.none, !torch.none) -> !torch.vtensor<[8,32],bf16>
  return %r : !torch.vtensor<[8,32],bf16>
}

// -----

// K is 64, twice what the shapes print.
func.func @fp4_scales(%x: !torch.vtensor<[8,32],f4E2M1FN>, %w: !torch.vtensor<[16,32],f4E2M1FN>, %xs: !torch.vtensor<[8,2],f8E8M0FNU>, %ws: !torch.vtensor<[16,1],f8E8M0FNU>) -> !torch.vtensor<[8,16],bf16> {
  %none = torch.constant.none
  %true = torch.constant.bool true
  %false = torch.constant.bool false
  %m1 = torch.constant.int -1
  %0 = torch.constant.int 0
  %1 = torch.constant.int 1
  %2 = torch.constant.int 2
  %4 = torch.constant.int 4
  %8 = torch.constant.int 8
  %32 = torch.constant.int 32
  %f = torch.constant.float 1.000000e+00
  // expected-error @+1 {{'torch.tensor_cast.mxfp4_linear': needs packed f4E2M1FN codes with one f8E8M0FNU scale per 32 values, got x 'tensor<8x32xi8>', 'tensor<8x2xf8E8M0FNU>' and w 'tensor<16x32xi8>', 'tensor<16x1xf8E8M0FNU>'}}
  %r = torch.operator "torch.tensor_cast.mxfp4_linear"(%x, %w, %xs, %ws, %none, %none) : (!torch.vtensor<[8,32],f4E2M1FN>, !torch.vtensor<[16,32],f4E2M1FN>, !torch.vtensor<[8,2],f8E8M0FNU>, !torch.vtensor<[16,1],f8E8M0FNU>, !torch.none, !torch.none) -> !torch.vtensor<[8,16],bf16>
  return %r : !torch.vtensor<[8,16],bf16>
}
