//===- Passes.td - Passes from dsv4 to linalg and LLVM --------------------===//
//
// Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#ifndef DSV4_LOWERING_PASSES_TD
#define DSV4_LOWERING_PASSES_TD

include "mlir/Pass/PassBase.td"

def DSV4DecomposePass : Pass<"dsv4-decompose"> {
  let summary = "Replaces dsv4 ops by linalg, one meaning per op";
  let description = [{
    Inlines every `dsv4.kernel` and calls `decomposeOperation` of every op that
    implements `AggregatedOpInterface` (those of dsv4, and upstream ones such as
    `linalg.softmax` that they produce) until none is left. Works below any op.

    In a kernel, `moe_gating_hash` and the `gate_score` that only it reads are one: the logits of the K experts that the
    table names, not those of all E.

    ```mlir
    %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6} : (tensor<5x8xf32>) -> tensor<5x8xf32>
    ```

    becomes

    ```mlir
    %squares = linalg.generic ... ins(%x) outs(%zero) {   // sum of x * x over the row
    %inv = linalg.generic ... ins(%squares) {             // rsqrt(squares / 8 + eps)
    %y = linalg.generic ... ins(%x, %inv) {               // x * inv
    ```
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::cf::ControlFlowDialect", "::mlir::linalg::LinalgDialect",
    "::mlir::math::MathDialect", "::mlir::scf::SCFDialect", "::mlir::tensor::TensorDialect"
  ];
}

def DSV4CheckContractPass : Pass<"dsv4-check-contract"> {
  let summary = "Fails if an op of another dialect than the listed ones is left";
  let description = [{
    The end of a pipeline promises which dialects its output has; this pass holds
    it to that. It emits one error per distinct op name with the number of
    occurrences, at the first of them.
  }];
  let options = [
    ListOption<"dialects", "dialects", "std::string", "Dialects that may occur (builtin always may)">,
    Option<"stage", "stage", "std::string", /*default=*/"\"\"", "What the message calls the output, e.g. `linalg`">,
  ];
}

def DSV4ProtectArgumentsPass : Pass<"dsv4-protect-arguments", "::mlir::ModuleOp"> {
  let summary = "Keeps public functions from writing into their arguments";
  let description = [{
    One-shot bufferization may update a function argument in place. The caller's
    arrays must survive the call, so tensor arguments of public functions get
    `bufferization.writable = false` unless they carry the attribute already: a KV
    cache that is meant to be updated says `bufferization.writable = true`.
  }];
  let dependentDialects = ["::mlir::bufferization::BufferizationDialect"];
}

def DSV4DropInPlaceResultsPass : Pass<"dsv4-drop-in-place-results", "::mlir::ModuleOp"> {
  let summary = "Writes results that belong into an argument there instead of returning them";
  let description = [{
    Runs on memrefs, after bufferization. A result of a public function that is
    marked `dsv4.in_place = N` is the new content of argument `N`, a KV cache for
    instance. One-shot bufferization has updated the cache in place and returns the
    argument itself: such a result is dropped. Should it be another buffer, it is
    copied into the argument first (with a remark, since that is a copy of a whole
    cache).

    `drop-equivalent-buffer-results` of upstream skips public functions, and the
    ownership-based deallocation would clone an argument that is returned.
  }];
  let dependentDialects = ["::mlir::memref::MemRefDialect"];
}

def DSV4DecomposeConcatPass : Pass<"dsv4-decompose-concat"> {
  let summary = "Turns tensor.concat into insertions";
  let description = [{
    `tensor.concat` does not bufferize in 22.1.8; the upstream patterns that
    decompose it have no pass of their own.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect", "::mlir::tensor::TensorDialect"];
}

def DSV4LowerCollectivesPass : Pass<"dsv4-lower-collectives", "::mlir::ModuleOp"> {
  let summary = "Turns collectives of the shard dialect into calls of the MPI runtime";
  let description = [{
    Handles all_reduce, reduce_scatter, all_gather, all_to_all, broadcast, all_slice,
    process_multi_index and process_linear_index on tensors, and erases the grids.
    Another op of the dialect, a reduction other than sum, max, min and product, and
    a reduction of elements other than f32, bf16, i32 and i64 are errors.

    ```mlir
    shard.grid @ranks(shape = 2x4)
    %y = shard.all_reduce %x on @ranks grid_axes = [1] : tensor<3x5xf32> -> tensor<3x5xf32>
    ```

    becomes

    ```mlir
    %in = bufferization.to_buffer %x read_only : tensor<3x5xf32> to memref<3x5xf32>
    %out = memref.alloc() : memref<3x5xf32>
    // input, output, grid [2, 4], axes [1], reduction (1: sum), number of the call
    call @dsv4rt_all_reduce_f32(%in_, %out_, %grid, %axes, %c1, %c0)
    %y = bufferization.to_tensor %out restrict writable : memref<3x5xf32> to tensor<3x5xf32>
    ```

    `convert-shard-to-mpi` of LLVM 22.1.8 has no lowering for most of these and
    succeeds all the same; for all_reduce it truncates OpenMPI's communicator.
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::bufferization::BufferizationDialect", "::mlir::func::FuncDialect",
    "::mlir::memref::MemRefDialect", "::mlir::shard::ShardDialect", "::mlir::tensor::TensorDialect"
  ];
}

def DSV4FuseElementwisePass : Pass<"dsv4-fuse-elementwise"> {
  let summary = "Fuses elementwise linalg ops up to a size";
  let description = [{
    What upstream's `linalg-fuse-elementwise-ops` does: an elementwise producer with
    one use moves into the body of its consumer. Here it does so only while the two
    bodies together have at most `maximal-body` ops.

    Each fusion copies both bodies, so that without a limit, which the upstream pass
    lacks, a chain of n elementwise ops takes time in n squared.
  }];
  let options = [
    Option<"maximalBody", "maximal-body", "int64_t", /*default=*/"128", "Ops that a fused body may have">,
  ];
  let dependentDialects = [
    "::mlir::affine::AffineDialect", "::mlir::arith::ArithDialect", "::mlir::linalg::LinalgDialect",
    "::mlir::tensor::TensorDialect"
  ];
}

def DSV4SeparateInitialValuesPass : Pass<"dsv4-separate-initial-values"> {
  let summary = "Gives each op that writes into a fresh tensor a fresh tensor of its own";
  let description = [{
    `cse` makes one `tensor.empty` (and one `linalg.fill` of it) of all that are
    equal. They stand for different buffers, and bufferization would have to find
    that out again: its analysis takes time in the cube of the number of ops that
    share one, and a second user of a shared fill gets a copy of it. So the last step
    on tensors undoes the sharing.

    ```mlir
    %empty = tensor.empty() : tensor<4xf32>
    %x = linalg.generic ... ins(%a) outs(%empty)
    %y = linalg.generic ... ins(%b) outs(%empty)
    ```

    becomes

    ```mlir
    %empty = tensor.empty() : tensor<4xf32>
    %x = linalg.generic ... ins(%a) outs(%empty)
    %other = tensor.empty() : tensor<4xf32>
    %y = linalg.generic ... ins(%b) outs(%other)
    ```
  }];
  let dependentDialects = ["::mlir::linalg::LinalgDialect", "::mlir::tensor::TensorDialect"];
}

def DSV4ExpandSmallFloatsPass : Pass<"dsv4-expand-small-floats"> {
  let summary = "Expands conversions of 8-bit and 4-bit floats to integer arithmetic";
  let description = [{
    `arith.extf` and `arith.truncf` from and to f8E4M3FN, f8E5M2, f8E8M0FNU and
    f4E2M1FN, on scalars and vectors. Decoding is exact for every code (including
    f8E8M0FNU code 0 = 2^-127 and the NaN codes). Encoding rounds to nearest even;
    values beyond the largest finite one become NaN in f8E4M3FN and infinity in
    f8E5M2 (as in ml_dtypes and torch), the largest in f4E2M1FN. f8E8M0FNU
    encodes positive numbers to the nearest power of two, ties to the larger one
    (its only significand, 1, is odd), what lies between 2^-127 and 2^-126 to
    2^-126, and everything else to NaN: bit for bit what torch and ml_dtypes do.

    LLVM 22.1.8 has no lowering for the f8 types: `convert-arith-to-apfloat` is
    exact, but turns all float arithmetic into calls. `arith-expand` decodes
    f8E8M0FNU code 0 to 0.0, and its f4E2M1FN encoding loses the sign in
    (-0.5, -0.25) and rounds ties away from zero.
  }];
  let dependentDialects = ["::mlir::arith::ArithDialect"];
}

def DSV4RuntimeChecksPass : Pass<"dsv4-runtime-checks", "::mlir::ModuleOp"> {
  let summary = "Turns cf.assert into a call that reports to the caller";
  let description = [{
    `cf.assert` aborts the process by default. This pass replaces it by a branch
    to `dsv4rt_check_failed(message)`, which the runtime implements: the running
    function ends and `Executable::invoke` returns the message as an error.
  }];
  let dependentDialects = ["::mlir::LLVM::LLVMDialect", "::mlir::scf::SCFDialect"];
}

def DSV4TileKernelsPass : Pass<"dsv4-tile-kernels"> {
  let summary = "Runs the ops of a launch row by row";
  let description = [{
    In every `dsv4.kernel`, the ops that treat the rows of their operands (tokens) independently become one loop over the
    rows: norms, rotations, quantisation, Hyper-Connections, gates, activations, and the views, elementwise and matrix ops
    of linalg between them. Values that stay inside of the launch are then as large as a row, so tensors are passed over
    once. Ops that mix rows (attention, scatter, compressor) stay before or behind the loop. Kernels that would gain
    nothing are left alone. Row counts that only the program knows are compared when it runs.

    ```mlir
    ^bb0(%x: tensor<8x64xf32>, %w: tensor<64xf32>):
      %n = dsv4.rms_norm(%x, %w) {norm_eps = 1.0e-6} : (tensor<8x64xf32>, tensor<64xf32>) -> tensor<8x64xf32>
      %h = dsv4.hadamard(%n) : (tensor<8x64xf32>) -> tensor<8x64xf32>
      dsv4.yield %h : tensor<8x64xf32>
    ```

    becomes

    ```mlir
    ^bb0(%x: tensor<8x64xf32>, %w: tensor<64xf32>):
      %h = scf.for %i = %c0 to %c8 step %c1 iter_args(%into = %empty) -> (tensor<8x64xf32>) {
        %row = tensor.extract_slice %x[%i, 0] [1, 64] [1, 1] : tensor<8x64xf32> to tensor<1x64xf32>
        %n = dsv4.rms_norm(%row, %w) {norm_eps = 1.0e-6} : (tensor<1x64xf32>, tensor<64xf32>) -> tensor<1x64xf32>
        %y = dsv4.hadamard(%n) : (tensor<1x64xf32>) -> tensor<1x64xf32>
        %next = tensor.insert_slice %y into %into[%i, 0] [1, 64] [1, 1] : tensor<1x64xf32> into tensor<8x64xf32>
        scf.yield %next : tensor<8x64xf32>
      }
      dsv4.yield %h : tensor<8x64xf32>
    ```

    Prices and work are those of the module before this pass: inside of the loop a launch seems to read one row.
  }];
  let dependentDialects = [
    "::mlir::arith::ArithDialect", "::mlir::cf::ControlFlowDialect", "::mlir::scf::SCFDialect",
    "::mlir::tensor::TensorDialect"
  ];
}

#endif // DSV4_LOWERING_PASSES_TD
