// The cost model reads the device from DLTI only: printed and parsed again, or written by hand, it is the same device.
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost=format=csv -o %t.mlir > %t.once
// RUN: dsv4-opt %t.mlir --dsv4-estimate-cost=format=csv -o /dev/null > %t.text
// RUN: dsv4-opt %t.mlir --emit-bytecode -o %t.bc
// RUN: dsv4-opt %t.bc --dsv4-estimate-cost=format=csv -o /dev/null > %t.bytecode
// RUN: cut -d, -f5-26 %t.once > %t.once.numbers
// RUN: cut -d, -f5-26 %t.text > %t.text.numbers
// RUN: cut -d, -f5-26 %t.bytecode > %t.bytecode.numbers
// RUN: diff %t.once.numbers %t.text.numbers
// RUN: diff %t.once.numbers %t.bytecode.numbers

// RUN: dsv4-opt %S/Inputs/hand-written-device.mlir --dsv4-estimate-cost="stack=vllm format=json" -o /dev/null \
// RUN:   | FileCheck %s

// 1000 x 1000 f32 read and written: 8,000,000 bytes at 0.5 * 2 * 10^6 bytes per us: 8 us, floor 1.
// CHECK:     "compute_units": 10
// CHECK:     "name": "sketch"
// CHECK:     "origin": "module"
// CHECK:     "memory": 8,
// CHECK:     "time_us": 9
func.func @main(%x: tensor<1000x1000xf32>) -> tensor<1000x1000xf32> {
  %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<1000x1000xf32>) -> tensor<1000x1000xf32>
  return %y : tensor<1000x1000xf32>
}
