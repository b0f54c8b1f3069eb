// Callers keep their arrays: only an argument that says so itself may be written.
//
// RUN: dsv4-opt %s --dsv4-protect-arguments | FileCheck %s

// CHECK-LABEL: func @public
// CHECK-SAME: (%{{.*}}: tensor<4xf32> {bufferization.writable = false}, %{{.*}}: index,
// CHECK-SAME: %{{.*}}: tensor<8xf32> {bufferization.writable = true})
func.func @public(%x: tensor<4xf32>, %i: index, %cache: tensor<8xf32> {bufferization.writable = true}) {
  return
}

// Who calls a private function decides what it may write.
// CHECK-LABEL: func private @private
// CHECK-SAME: (%{{.*}}: tensor<4xf32>)
func.func private @private(%x: tensor<4xf32>) {
  return
}

// CHECK-LABEL: func private @external
// CHECK-NOT: bufferization
func.func private @external(tensor<4xf32>)
