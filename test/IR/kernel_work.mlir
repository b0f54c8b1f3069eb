// Work of dsv4.kernel: the arithmetic of its ops, memory at its boundary.
// RUN: dsv4-opt %s --dsv4-print-work=function=fused -o /dev/null | FileCheck %s --check-prefix=FUSED
// RUN: dsv4-opt %s --dsv4-print-work=function=apart -o /dev/null | FileCheck %s --check-prefix=APART
// RUN: dsv4-opt %s --dsv4-print-work=function=gathers -o /dev/null | FileCheck %s --check-prefix=GATHER
// RUN: dsv4-opt %s --dsv4-print-work=function=loop_inside -o /dev/null | FileCheck %s --check-prefix=LOOP

// Two normalisations of 5 x 64 f32 by one weight. Each: vector 5 * (4 * 64 + 2) = 1290, special 5.
// As one launch: arithmetic twice, x and the weight (64 * 4) once, the value between them never leaves.
// FUSED-LABEL: kernel norms, dsv4.kernel
// FUSED-NEXT:  vector f32: 2580 flop
// FUSED-NEXT:  special_function f32: 10 flop
// FUSED-NEXT:  read weights: 256 bytes
// FUSED-NEXT:  read activations: 1280 bytes
// FUSED-NEXT:  write: 1280 bytes
// FUSED-NEXT:  parallel tiles: 5
// FUSED-NEXT:  sizes: hidden_size 64, tokens 5
// FUSED-NOT:   kernel
func.func @fused(%x: tensor<5x64xf32>, %w: tensor<64xf32>) -> tensor<5x64xf32> {
  %y = dsv4.kernel "norms" (%x, %w) : (tensor<5x64xf32>, tensor<64xf32>) -> tensor<5x64xf32> {
  ^bb0(%a: tensor<5x64xf32>, %b: tensor<64xf32>):
    %0 = dsv4.rms_norm(%a, %b) {norm_eps = 1.0e-6} : (tensor<5x64xf32>, tensor<64xf32>) -> tensor<5x64xf32>
    %1 = dsv4.rms_norm(%0, %b) {norm_eps = 1.0e-6} : (tensor<5x64xf32>, tensor<64xf32>) -> tensor<5x64xf32>
    dsv4.yield %1 : tensor<5x64xf32>
  }
  return %y : tensor<5x64xf32>
}

// The same ops as two launches.
// APART-COUNT-2: kernel rms_norm, dsv4.rms_norm
// APART-NEXT:    vector f32: 1290 flop
// APART-NEXT:    special_function f32: 5 flop
// APART-NEXT:    read weights: 256 bytes
// APART-NEXT:    read activations: 1280 bytes
// APART-NEXT:    write: 1280 bytes
func.func @apart(%x: tensor<5x64xf32>, %w: tensor<64xf32>) -> tensor<5x64xf32> {
  %0 = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<5x64xf32>, tensor<64xf32>) -> tensor<5x64xf32>
  %1 = dsv4.rms_norm(%0, %w) {norm_eps = 1.0e-6} : (tensor<5x64xf32>, tensor<64xf32>) -> tensor<5x64xf32>
  return %1 : tensor<5x64xf32>
}

// The boundary counts what is read of an operand, not all of it: 9 * 6 entries of the table. A slice
// of the scores is read through a view: 9 * 6 of its entries. Ids 9 * 4. An operand that nobody reads is nothing.
// GATHER-LABEL: kernel route, dsv4.kernel
// GATHER:       read gathered_rows: 432 bytes
// GATHER-NEXT:  read indices: 36 bytes
// GATHER-NEXT:  write: 216 bytes
func.func @gathers(%s: tensor<9x512xf32>, %ids: tensor<9xi32>, %table: tensor<1000x6xi32>, %unused: tensor<7xf32>)
    -> tensor<9x6xf32> {
  %y = dsv4.kernel "route" (%s, %ids, %table, %unused)
      : (tensor<9x512xf32>, tensor<9xi32>, tensor<1000x6xi32>, tensor<7xf32>) -> tensor<9x6xf32> {
  ^bb0(%a: tensor<9x512xf32>, %b: tensor<9xi32>, %c: tensor<1000x6xi32>, %d: tensor<7xf32>):
    %half = tensor.extract_slice %a[0, 0] [9, 256] [1, 1] : tensor<9x512xf32> to tensor<9x256xf32>
    %w, %i = dsv4.moe_gating_hash(%half, %b, %c) : (tensor<9x256xf32>, tensor<9xi32>, tensor<1000x6xi32>)
        -> (tensor<9x6xf32>, tensor<9x6xi32>)
    dsv4.yield %w : tensor<9x6xf32>
  }
  return %y : tensor<9x6xf32>
}

// A loop inside a kernel multiplies arithmetic, not launches or boundary bytes: 3 * 1290.
// LOOP-LABEL: kernel thrice, dsv4.kernel
// LOOP-SAME:  launches 1
// LOOP-NEXT:  vector f32: 3870 flop
// LOOP-NEXT:  special_function f32: 15 flop
// LOOP-NEXT:  read weights: 256 bytes
func.func @loop_inside(%x: tensor<5x64xf32>, %w: tensor<64xf32>) -> tensor<5x64xf32> {
  %y = dsv4.kernel "thrice" (%x, %w) : (tensor<5x64xf32>, tensor<64xf32>) -> tensor<5x64xf32> {
  ^bb0(%a: tensor<5x64xf32>, %b: tensor<64xf32>):
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c3 = arith.constant 3 : index
    %r = scf.for %i = %c0 to %c3 step %c1 iter_args(%v = %a) -> tensor<5x64xf32> {
      %0 = dsv4.rms_norm(%v, %b) {norm_eps = 1.0e-6} : (tensor<5x64xf32>, tensor<64xf32>) -> tensor<5x64xf32>
      scf.yield %0 : tensor<5x64xf32>
    }
    dsv4.yield %r : tensor<5x64xf32>
  }
  return %y : tensor<5x64xf32>
}
