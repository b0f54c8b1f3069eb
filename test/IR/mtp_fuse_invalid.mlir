// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// mtp_fuse_c1: `e` holds ids.
func.func @f(%e: tensor<3xi32>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>, %e_proj: tensor<128x128xbf16>,
             %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<3xi32>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3xi32>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c1: `x` is of f64.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xf64>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<3x4x128xf64>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xf64>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c1: `enorm` is not ranked.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<*xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op operand #2 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xf32>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<*xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c1: `hnorm` has an encoding.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32, "rows">,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op operand #3 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<128xf32, "rows">'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32, "rows">, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c1: `e_proj` is of f64.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xf64>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op operand #4 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<128x128xf64>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xf64>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c1: `h_proj` is of a format that the model does not have.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xf8E5M2>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op operand #5 must be ranked tensor of f32, bf16, f16, f8E4M3FN, f4E2M1FN or i8 without encoding, but got 'tensor<128x128xf8E5M2>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xf8E5M2>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c1: scales of f32.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xf8E4M3FN>, %h_proj: tensor<128x128xf8E4M3FN>, %e_scales: tensor<1x1xf32>,
             %h_scales: tensor<1x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op operand #6 must be variadic of ranked tensor of f8E8M0FNU without encoding, but got 'tensor<1x1xf32>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales, %h_scales) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xf8E4M3FN>, tensor<128x128xf8E4M3FN>, tensor<1x1xf32>, tensor<1x1xf8E8M0FNU>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c2: `x` has no streams.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>, %e_proj: tensor<128x128xbf16>,
             %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op x has rank 1, expected 2 or more}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c2: the number of streams is not known.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x?x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op h (dimension 1 of x) is dynamic, expected a static size}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x?x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c2: no streams.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x0x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op h (dimension 1 of x) is 0, expected 1 or more}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x0x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c2: streams without channels.
func.func @f(%e: tensor<3x0xbf16>, %x: tensor<3x4x0xbf16>, %enorm: tensor<0xf32>, %hnorm: tensor<0xf32>, %e_proj: tensor<0x0xbf16>,
             %h_proj: tensor<0x0xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op D (dimension 2 of x) is 0, expected 1 or more}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x0xbf16>, tensor<3x4x0xbf16>, tensor<0xf32>, tensor<0xf32>, tensor<0x0xbf16>, tensor<0x0xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c2: streams without channels, which only `e` knows.
func.func @f(%e: tensor<3x0xbf16>, %x: tensor<3x4x?xbf16>, %enorm: tensor<0xf32>, %hnorm: tensor<0xf32>, %e_proj: tensor<0x0xbf16>,
             %h_proj: tensor<0x0xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op D (dimension 1 of e) is 0, expected 1 or more}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x0xbf16>, tensor<3x4x?xbf16>, tensor<0xf32>, tensor<0xf32>, tensor<0x0xbf16>, tensor<0x0xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c3: an embedding per stream.
func.func @f(%e: tensor<3x4x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op e has rank 3, expected 2: 1 leading as in x, 1 of its own}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x4x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c3: another number of tokens.
func.func @f(%e: tensor<2x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op dimension 0 of e is 2, expected 3 (dimension 0 of x)}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<2x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c3: another `D`.
func.func @f(%e: tensor<3x64xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op dimension 1 of e is 64, expected D = 128 (dimension 2 of x)}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x64xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c3: `e` is of another type.
func.func @f(%e: tensor<3x128xf32>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op e is of f32, expected bf16 as x}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xf32>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c4: a norm per stream.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<4x128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op hnorm has rank 2, expected 1}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<4x128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c4: `enorm` has another `D`.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<64xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op dimension 0 of enorm is 64, expected D = 128 (dimension 2 of x)}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<64xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c4: `hnorm` has another `D`.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<64xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op dimension 0 of hnorm is 64, expected D = 128 (dimension 2 of x)}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<64xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: `e_proj` is a vector.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>, %e_proj: tensor<128xbf16>,
             %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op e_proj has rank 1, expected 2}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: one projection of both, as other implementations have it.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x256xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op dimension 1 of e_proj is 256, expected D = 128 (dimension 2 of x)}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x256xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: `h_proj` is not square.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<256x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op dimension 0 of h_proj is 256, expected D = 128 (dimension 2 of x)}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<256x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: codes without scales.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xf8E4M3FN>, %h_proj: tensor<128x128xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op e_proj holds codes, but its scales are missing}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xf8E4M3FN>, tensor<128x128xf8E4M3FN>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: scales of one of the two.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xf8E4M3FN>, %h_proj: tensor<128x128xbf16>, %e_scales: tensor<1x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op has 1 scales, expected none or those of e_proj and h_proj}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xf8E4M3FN>, tensor<128x128xbf16>, tensor<1x1xf8E8M0FNU>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: three scales.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xf8E4M3FN>, %h_proj: tensor<128x128xf8E4M3FN>, %e_scales: tensor<1x1xf8E8M0FNU>,
             %h_scales: tensor<1x1xf8E8M0FNU>, %more: tensor<1x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op has 3 scales, expected none or those of e_proj and h_proj}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales, %h_scales, %more) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xf8E4M3FN>, tensor<128x128xf8E4M3FN>, tensor<1x1xf8E8M0FNU>, tensor<1x1xf8E8M0FNU>, tensor<1x1xf8E8M0FNU>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: only one of the two holds codes.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xf8E4M3FN>, %h_proj: tensor<128x128xbf16>, %e_scales: tensor<1x1xf8E8M0FNU>,
             %h_scales: tensor<1x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op scales of h_proj is given, but h_proj holds plain values}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales, %h_scales) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xf8E4M3FN>, tensor<128x128xbf16>, tensor<1x1xf8E8M0FNU>, tensor<1x1xf8E8M0FNU>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: scales of another block.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xf8E4M3FN>, %h_proj: tensor<128x128xf8E4M3FN>, %e_scales: tensor<1x1xf8E8M0FNU>,
             %h_scales: tensor<128x4xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op scales of h_proj is [128, 4], expected [1, 1]}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales, %h_scales) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xf8E4M3FN>, tensor<128x128xf8E4M3FN>, tensor<1x1xf8E8M0FNU>, tensor<128x4xf8E8M0FNU>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: packed codes of half the inputs.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xi8>, %h_proj: tensor<128x128xf8E4M3FN>, %e_scales: tensor<128x4xf8E8M0FNU>,
             %h_scales: tensor<1x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op dimension 2 of x is 128, expected 256 = D with codes per byte = 2, D / 2 = 128}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales, %h_scales) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xi8>, tensor<128x128xf8E4M3FN>, tensor<128x4xf8E8M0FNU>, tensor<1x1xf8E8M0FNU>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c5: `D` is not known, but the blocks of the codes need it.
func.func @f(%e: tensor<3x?xbf16>, %x: tensor<3x4x?xbf16>, %enorm: tensor<?xf32>, %hnorm: tensor<?xf32>, %e_proj: tensor<?x?xf8E4M3FN>,
             %h_proj: tensor<?x?xf8E4M3FN>, %e_scales: tensor<1x1xf8E8M0FNU>, %h_scales: tensor<1x1xf8E8M0FNU>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op D (dimension 2 of x) is dynamic, expected a static size}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj, %e_scales, %h_scales) {norm_eps = 1.0e-6}
      : (tensor<3x?xbf16>, tensor<3x4x?xbf16>, tensor<?xf32>, tensor<?xf32>, tensor<?x?xf8E4M3FN>, tensor<?x?xf8E4M3FN>, tensor<1x1xf8E8M0FNU>, tensor<1x1xf8E8M0FNU>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c6: the norm would divide by 0.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op norm_eps is 0, expected a finite f32 greater than 0}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 0.0}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c6: negative.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op norm_eps is -1e-06, expected a finite f32 greater than 0}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = -1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xbf16>
  return
}

// -----

// mtp_fuse_c7: `y` lost the streams.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op result #0 is 'tensor<3x128xbf16>', but the operands give 'tensor<3x4x128xbf16>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x128xbf16>
  return
}

// -----

// mtp_fuse_c7: `y` is of another type.
func.func @f(%e: tensor<3x128xbf16>, %x: tensor<3x4x128xbf16>, %enorm: tensor<128xf32>, %hnorm: tensor<128xf32>,
             %e_proj: tensor<128x128xbf16>, %h_proj: tensor<128x128xbf16>) {
  // expected-error @+1 {{'dsv4.mtp_fuse' op result #0 is 'tensor<3x4x128xf32>', but the operands give 'tensor<3x4x128xbf16>'}}
  %r = dsv4.mtp_fuse(%e, %x, %enorm, %hnorm, %e_proj, %h_proj) {norm_eps = 1.0e-6}
      : (tensor<3x128xbf16>, tensor<3x4x128xbf16>, tensor<128xf32>, tensor<128xf32>, tensor<128x128xbf16>, tensor<128x128xbf16>)
     -> tensor<3x4x128xf32>
  return
}
