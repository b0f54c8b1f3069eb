// RUN: dsv4-opt %s -split-input-file -verify-diagnostics

// grouped_linear_c1: `o` is of f64.
func.func @f(%o: tensor<1x5x8x16xf64>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<1x5x8x16xf64>'}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xf64>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c1: `o` is not ranked.
func.func @f(%o: tensor<*xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op operand #0 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<*xbf16>'}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<*xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c1: the model dequantises `wo_a` when it loads it.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xf8E4M3FN>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<40x32xf8E4M3FN>'}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xf8E4M3FN>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c1: `wo_a` has an encoding.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xbf16, "groups">) {
  // expected-error @+1 {{'dsv4.grouped_linear' op operand #1 must be ranked tensor of f32, bf16 or f16 without encoding, but got 'tensor<40x32xbf16, "groups">'}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16, "groups">)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c2: heads and channels are one dimension.
func.func @f(%o: tensor<1x5x128xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op o has rank 3, expected 4}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x128xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c2: the number of heads is not known.
func.func @f(%o: tensor<1x5x?x16xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op H (dimension 2 of o) is dynamic, expected a static size}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x?x16xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c2: the width of a head is not known.
func.func @f(%o: tensor<1x5x8x?xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op d (dimension 3 of o) is dynamic, expected a static size}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x?xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c2: no heads.
func.func @f(%o: tensor<1x5x0x16xbf16>, %wo_a: tensor<40x0xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op H (dimension 2 of o) is 0, expected 1 or more}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x0x16xbf16>, tensor<40x0xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c2: heads without channels.
func.func @f(%o: tensor<1x5x8x0xbf16>, %wo_a: tensor<40x0xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op d (dimension 3 of o) is 0, expected 1 or more}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x0xbf16>, tensor<40x0xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c3: no groups: as a shard of more ranks than groups would have.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op groups is 0, expected a divisor of H = 8}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 0 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c3: a negative number.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op groups is -4, expected a divisor of H = 8}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = -4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c3: a group of 2 2/3 heads.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op groups is 3, expected a divisor of H = 8}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 3 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c3: half a head per group, although the channels divide.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op groups is 16, expected a divisor of H = 8}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 16 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c4: one matrix per group as a dimension of its own.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<4x10x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op wo_a has rank 3, expected 2}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<4x10x32xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c4: a projection of all heads.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x128xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op dimension 1 of wo_a is 128, expected 32 = H * d / groups}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x128xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c4: the rows do not divide into groups.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<42x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op dimension 0 of wo_a is 42, expected a multiple of groups = 4}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<42x32xbf16>)
     -> tensor<1x5x42xbf16>
  return
}

// -----

// grouped_linear_c4: the number of rows is not known.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<?x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op groups * R (dimension 0 of wo_a) is dynamic, expected a static size}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<?x32xbf16>)
     -> tensor<1x5x?xbf16>
  return
}

// -----

// grouped_linear_c4: a group so wide that 64 bits do not count it.
func.func @f(%o: tensor<1x5x4294967296x4294967296xbf16>, %wo_a: tensor<40x?xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op H / groups * d = 4294967296 * 4294967296 does not fit in 64 bits}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 1 : i64}
      : (tensor<1x5x4294967296x4294967296xbf16>, tensor<40x?xbf16>)
     -> tensor<1x5x40xbf16>
  return
}

// -----

// grouped_linear_c5: groups as a dimension of their own.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op result #0 is 'tensor<1x5x4x10xbf16>', but the operands give 'tensor<1x5x40xbf16>'}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x4x10xbf16>
  return
}

// -----

// grouped_linear_c5: `u` is of another type.
func.func @f(%o: tensor<1x5x8x16xbf16>, %wo_a: tensor<40x32xbf16>) {
  // expected-error @+1 {{'dsv4.grouped_linear' op result #0 is 'tensor<1x5x40xf32>', but the operands give 'tensor<1x5x40xbf16>'}}
  %r = dsv4.grouped_linear(%o, %wo_a) {groups = 4 : i64}
      : (tensor<1x5x8x16xbf16>, tensor<40x32xbf16>)
     -> tensor<1x5x40xf32>
  return
}
