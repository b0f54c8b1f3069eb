// Work of scatter_nd_update_mla: the rows whose slot is not -1 are read, and written in place.
// RUN: dsv4-opt %s --dsv4-print-work="function=ring bind=arg3=0/7,arg4=12/3" -o /dev/null | FileCheck %s --check-prefix=RING
// RUN: dsv4-opt %s --dsv4-print-work="function=fused bind=arg3=0/7,arg4=12/3" -o /dev/null | FileCheck %s --check-prefix=FUSED
// RUN: dsv4-opt %s --dsv4-print-work=function=unknown -o /dev/null | FileCheck %s --check-prefix=UNKNOWN

// B = 2, N = 12, W = 8, d = 512 in bf16; 12 and 3 new tokens. The ring keeps min(12, 8) + 3 = 11 rows.
//   read     11 * 1024 = 11264, slots 4 * 24 = 96       write  11264
// RING:       kernel scatter_nd_update_mla, dsv4.scatter_nd_update_mla
// RING-NEXT:  read activations: 11264 bytes
// RING-NEXT:  read indices: 96 bytes
// RING-NEXT:  write: 11264 bytes
// RING-NEXT:  parallel tiles: 11
// RING-NEXT:  sizes: rows 11, tokens 24, width 512
// RING-NOT:   assumes
func.func @ring(%rows: tensor<2x12x512xbf16>, %cache: tensor<2x8x512xbf16>, %ids: tensor<2x12xi32>,
                %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x8x512xbf16> {
  %slots = dsv4.ring_slots(%ids, %start, %lens) {window = 8 : i64}
      : (tensor<2x12xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x12xi32>
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x12x512xbf16>, tensor<2x8x512xbf16>, tensor<2x12xi32>) -> tensor<2x8x512xbf16>
  return %c : tensor<2x8x512xbf16>
}

// The positions reach into a kernel: its boundary reads the 11 rows and start_pos and query_lens, 4 * 2 each.
// FUSED:       kernel ring_update, dsv4.kernel
// FUSED-NEXT:  vector i32: 96 flop
// FUSED-NEXT:  read activations: 11264 bytes
// FUSED-NEXT:  read indices: 16 bytes
// FUSED-NEXT:  write: 11264 bytes
func.func @fused(%rows: tensor<2x12x512xbf16>, %cache: tensor<2x8x512xbf16>, %ids: tensor<2x12xi32>,
                 %start: tensor<2xi32>, %lens: tensor<2xi32>) -> tensor<2x8x512xbf16> {
  %y = dsv4.kernel "ring_update" (%rows, %cache, %ids, %start, %lens)
      : (tensor<2x12x512xbf16>, tensor<2x8x512xbf16>, tensor<2x12xi32>, tensor<2xi32>, tensor<2xi32>)
     -> tensor<2x8x512xbf16> {
  ^bb0(%a: tensor<2x12x512xbf16>, %b: tensor<2x8x512xbf16>, %c: tensor<2x12xi32>, %d: tensor<2xi32>, %e: tensor<2xi32>):
    %slots = dsv4.ring_slots(%c, %d, %e) {window = 8 : i64}
        : (tensor<2x12xi32>, tensor<2xi32>, tensor<2xi32>) -> tensor<2x12xi32>
    %updated = dsv4.scatter_nd_update_mla(%a, %b, %slots)
        : (tensor<2x12x512xbf16>, tensor<2x8x512xbf16>, tensor<2x12xi32>) -> tensor<2x8x512xbf16>
    dsv4.yield %updated : tensor<2x8x512xbf16>
  }
  return %y : tensor<2x8x512xbf16>
}

// Slots from elsewhere: at most min(N, C) = 8 rows of each request stay, and the work says that it took all of them.
// UNKNOWN:       kernel scatter_nd_update_mla, dsv4.scatter_nd_update_mla
// UNKNOWN-NEXT:  read activations: 16384 bytes
// UNKNOWN-NEXT:  read indices: 96 bytes
// UNKNOWN-NEXT:  write: 16384 bytes
// UNKNOWN:       assumes: no slot is -1
func.func @unknown(%rows: tensor<2x12x512xbf16>, %cache: tensor<2x8x512xbf16>, %slots: tensor<2x12xi32>)
    -> tensor<2x8x512xbf16> {
  %c = dsv4.scatter_nd_update_mla(%rows, %cache, %slots)
      : (tensor<2x12x512xbf16>, tensor<2x8x512xbf16>, tensor<2x12xi32>) -> tensor<2x8x512xbf16>
  return %c : tensor<2x8x512xbf16>
}
