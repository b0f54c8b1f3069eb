// Work of upstream ops from their loop ranges: iterations times the arithmetic of the body, operands once.
// RUN: dsv4-opt %s --split-input-file --dsv4-print-work -o /dev/null | FileCheck %s

// A product with a bf16 weight: 2 * 100 * 200 * 300 FLOPs; the fill of its accumulator is part of it, and nothing of
// the accumulator is read. 16 or more wide: the matrix engine. Tiles ceil(100/64) * ceil(200/64) = 8.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel matmul, linalg.matmul
// CHECK-NEXT:    matrix bf16: 12000000 flop
// CHECK-NEXT:    read weights: 120000 bytes
// CHECK-NEXT:    read activations: 60000 bytes
// CHECK-NEXT:    write: 80000 bytes
// CHECK-NEXT:    parallel tiles: 8
// CHECK-NEXT:    sizes: batch 1, element_bytes 2, k 300, m 100, n 200
// CHECK-NOT:   kernel
func.func @main(%x: tensor<100x300xbf16>, %w: tensor<300x200xbf16>) -> tensor<100x200xf32> {
  %zero = arith.constant 0.0 : f32
  %empty = tensor.empty() : tensor<100x200xf32>
  %init = linalg.fill ins(%zero : f32) outs(%empty : tensor<100x200xf32>) -> tensor<100x200xf32>
  %y = linalg.matmul ins(%x, %w : tensor<100x300xbf16>, tensor<300x200xbf16>) outs(%init : tensor<100x200xf32>)
      -> tensor<100x200xf32>
  return %y : tensor<100x200xf32>
}

// -----

// An accumulator that exists is read: 100 * 200 * 4 bytes more. A batched product has no weights; f8 times bf16 is
// widened to the accumulator's type: 2 * 5 * 20 * 30 * 40.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel matmul, linalg.contract
// CHECK-NEXT:    matrix f32: 240000 flop
// CHECK-NEXT:    read activations: 28000 bytes
// CHECK-NEXT:    write: 12000 bytes
// CHECK-NEXT:    parallel tiles: 5
// CHECK-NEXT:    sizes: batch 5, element_bytes 1, k 40, m 20, n 30
func.func @main(%x: tensor<5x20x40xf8E4M3FN>, %w: tensor<5x30x40xbf16>, %acc: tensor<5x20x30xf32>) {
  %y = linalg.contract indexing_maps = [affine_map<(b, m, n, k) -> (b, m, k)>, affine_map<(b, m, n, k) -> (b, n, k)>,
                                        affine_map<(b, m, n, k) -> (b, m, n)>]
      ins(%x, %w : tensor<5x20x40xf8E4M3FN>, tensor<5x30x40xbf16>) outs(%acc : tensor<5x20x30xf32>)
      -> tensor<5x20x30xf32>
  return
}

// -----

// Too narrow for a matrix engine (k = 4): 2 * 100 * 4 * 64 * 4 FLOPs on the vector engine.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel reduction, linalg.batch_matmul
// CHECK-NEXT:    vector f32: 204800 flop
func.func @main(%x: tensor<100x4x4xf32>, %w: tensor<100x4x64xf32>, %acc: tensor<100x4x64xf32>) {
  %y = linalg.batch_matmul ins(%x, %w : tensor<100x4x4xf32>, tensor<100x4x64xf32>) outs(%acc : tensor<100x4x64xf32>)
      -> tensor<100x4x64xf32>
  return
}

// -----

// An elementwise body, with a broadcast operand and a constant one: subtraction and comparison and selection are vector
// operations (3), exponential and division special functions (2), the conversion none. 6 * 8 iterations.
// The constant is a weight. An operand that the body does not use is not read.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel elementwise, linalg.generic
// CHECK-NEXT:    vector f32: 144 flop
// CHECK-NEXT:    special_function f32: 96 flop
// CHECK-NEXT:    read weights: 32 bytes
// CHECK-NEXT:    read activations: 120 bytes
// CHECK-NEXT:    write: 192 bytes
// CHECK-NEXT:    parallel tiles: 1
func.func @main(%x: tensor<6x8xbf16>, %rows: tensor<6xf32>, %unused: tensor<6x8xf32>) {
  %c = arith.constant dense<3.0> : tensor<8xf32>
  %e = tensor.empty() : tensor<6x8xf32>
  %y = linalg.generic {indexing_maps = [affine_map<(i, j) -> (i, j)>, affine_map<(i, j) -> (i)>,
                                        affine_map<(i, j) -> (j)>, affine_map<(i, j) -> (i, j)>,
                                        affine_map<(i, j) -> (i, j)>],
                       iterator_types = ["parallel", "parallel"]}
      ins(%x, %rows, %c, %unused : tensor<6x8xbf16>, tensor<6xf32>, tensor<8xf32>, tensor<6x8xf32>)
      outs(%e : tensor<6x8xf32>) {
  ^bb0(%a: bf16, %b: f32, %d: f32, %u: f32, %o: f32):
    %wide = arith.extf %a : bf16 to f32
    %0 = arith.subf %wide, %b : f32
    %1 = math.exp %0 : f32
    %2 = arith.divf %1, %d : f32
    %3 = arith.cmpf ogt, %2, %d : f32
    %4 = arith.select %3, %2, %d : f32
    linalg.yield %4 : f32
  } -> tensor<6x8xf32>
  return
}

// -----

// A body that indexes a tensor itself gathers one element per iteration, here 9 * 6 of 1000.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel elementwise, linalg.generic
// CHECK-NEXT:    read gathered_rows: 216 bytes
// CHECK-NEXT:    read indices: 216 bytes
// CHECK-NEXT:    write: 216 bytes
func.func @main(%table: tensor<1000xf32>, %i: tensor<9x6xi32>) {
  %e = tensor.empty() : tensor<9x6xf32>
  %y = linalg.generic {indexing_maps = [affine_map<(t, k) -> (t, k)>, affine_map<(t, k) -> (t, k)>],
                       iterator_types = ["parallel", "parallel"]}
      ins(%i : tensor<9x6xi32>) outs(%e : tensor<9x6xf32>) {
  ^bb0(%n: i32, %o: f32):
    %p = arith.index_cast %n : i32 to index
    %v = tensor.extract %table[%p] : tensor<1000xf32>
    linalg.yield %v : f32
  } -> tensor<9x6xf32>
  return
}

// -----

// A reduction, a fill that somebody else reads too, softmax, and elementwise ops outside linalg.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel fill, linalg.fill
// CHECK-NEXT:    write: 24 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel reduction, linalg.reduce
// CHECK-NEXT:    vector f32: 48 flop
// CHECK-NEXT:    read activations: 192 bytes
// CHECK-NEXT:    write: 24 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel softmax, linalg.softmax
// CHECK-NEXT:    vector f32: 144 flop
// CHECK-NEXT:    special_function f32: 96 flop
// CHECK-NEXT:    read activations: 192 bytes
// CHECK-NEXT:    write: 192 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel elementwise, arith.addf
// CHECK-NEXT:    vector f32: 6 flop
// CHECK-NEXT:    read activations: 48 bytes
// CHECK-NEXT:    write: 24 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel elementwise, math.rsqrt
// CHECK-NEXT:    special_function f32: 6 flop
func.func @main(%x: tensor<6x8xf32>) {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<6xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<6xf32>) -> tensor<6xf32>
  %s = linalg.reduce ins(%x : tensor<6x8xf32>) outs(%f : tensor<6xf32>) dimensions = [1]
      (%a: f32, %acc: f32) { %0 = arith.addf %a, %acc : f32
                             linalg.yield %0 : f32 }
  %e2 = tensor.empty() : tensor<6x8xf32>
  %m = linalg.softmax dimension(1) ins(%x : tensor<6x8xf32>) outs(%e2 : tensor<6x8xf32>) -> tensor<6x8xf32>
  %t = arith.addf %s, %f : tensor<6xf32>
  %u = math.rsqrt %t : tensor<6xf32>
  return
}

// -----

// Copies: a slice that is inserted moves alone; padding and concatenation move everything. Views, casts, constants and
// tensor.empty are free.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel copy, tensor.insert_slice
// CHECK-NEXT:    read activations: 64 bytes
// CHECK-NEXT:    write: 64 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel copy, tensor.concat
// CHECK-NEXT:    read activations: 384 bytes
// CHECK-NEXT:    write: 384 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel copy, tensor.pad
// CHECK-NEXT:    read activations: 192 bytes
// CHECK-NEXT:    write: 256 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel elementwise, linalg.transpose
// CHECK-NEXT:    read activations: 192 bytes
// CHECK-NEXT:    write: 192 bytes
// CHECK-NOT:   kernel
func.func @main(%x: tensor<6x8xf32>, %s: tensor<2x8xf32>) {
  %zero = arith.constant 0.0 : f32
  %slice = tensor.extract_slice %s[0, 0] [2, 8] [1, 1] : tensor<2x8xf32> to tensor<2x8xf32>
  %view = tensor.expand_shape %x [[0, 1], [2]] output_shape [2, 3, 8] : tensor<6x8xf32> into tensor<2x3x8xf32>
  %back = tensor.collapse_shape %view [[0, 1], [2]] : tensor<2x3x8xf32> into tensor<6x8xf32>
  %dynamic = tensor.cast %back : tensor<6x8xf32> to tensor<?x8xf32>
  %0 = tensor.insert_slice %slice into %x[1, 0] [2, 8] [1, 1] : tensor<2x8xf32> into tensor<6x8xf32>
  %1 = tensor.concat dim(0) %dynamic, %x : (tensor<?x8xf32>, tensor<6x8xf32>) -> tensor<?x8xf32>
  %2 = tensor.pad %x low[0, 0] high[2, 0] {
  ^bb0(%i: index, %j: index):
    tensor.yield %zero : f32
  } : tensor<6x8xf32> to tensor<8x8xf32>
  %e = tensor.empty() : tensor<8x6xf32>
  %3 = linalg.transpose ins(%x : tensor<6x8xf32>) outs(%e : tensor<8x6xf32>) permutation = [1, 0]
  return
}

// -----

// Writes at computed places, element by element: inside of a kernel they are one launch that moves 3 elements and 3
// indices, outside every element is one.
// CHECK-LABEL: work of @main
// CHECK-NEXT:  kernel scatter, dsv4.kernel
// CHECK-SAME:  launches 1
// CHECK-NEXT:    read activations: 12 bytes
// CHECK-NEXT:    read indices: 24 bytes
// CHECK-NEXT:    write: 12 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NEXT:  kernel copy, tensor.insert
// CHECK-SAME:  launches 3
// CHECK-NEXT:    write: 4 bytes
// CHECK-NEXT:    parallel tiles: 1
// CHECK-NOT:   kernel
func.func @main(%x: tensor<6x8xf32>, %places: tensor<3xindex>, %source: tensor<3xf32>) {
  %k = dsv4.kernel "scatter" (%x, %places, %source) : (tensor<6x8xf32>, tensor<3xindex>, tensor<3xf32>) -> tensor<6x8xf32> {
  ^bb0(%a: tensor<6x8xf32>, %p: tensor<3xindex>, %s: tensor<3xf32>):
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %c3 = arith.constant 3 : index
    %0 = scf.for %i = %c0 to %c3 step %c1 iter_args(%into = %a) -> tensor<6x8xf32> {
      %row = tensor.extract %p[%i] : tensor<3xindex>
      %element = tensor.extract %s[%i] : tensor<3xf32>
      %1 = tensor.insert %element into %into[%row, %c0] : tensor<6x8xf32>
      scf.yield %1 : tensor<6x8xf32>
    }
    dsv4.yield %0 : tensor<6x8xf32>
  }
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %one = arith.constant 1.0 : f32
  %2 = scf.for %i = %c0 to %c3 step %c1 iter_args(%into = %x) -> tensor<6x8xf32> {
    %3 = tensor.insert %one into %into[%i, %c0] : tensor<6x8xf32>
    scf.yield %3 : tensor<6x8xf32>
  }
  return
}
