// The views of a cost report: table, JSON, CSV, remarks.
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost=bind=arg0:0=1000 -o /dev/null \
// RUN:   | FileCheck %s --check-prefix=TABLE --strict-whitespace --match-full-lines
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost="bind=arg0:0=1000 format=json output=%t.json"
// RUN: FileCheck %s --check-prefix=JSON --input-file=%t.json
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost="bind=arg0:0=1000 format=csv" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=CSV
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost="bind=arg0:0=1000 format=remark" \
// RUN:   -o /dev/null 2>&1 | FileCheck %s --check-prefix=DIAGNOSTIC
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost="bind=arg0:0=1000 format=remark" \
// RUN:   --remark-format=yaml --remarks-filter=dsv4-cost.* --remarks-output-file=%t.yaml -o /dev/null
// RUN: FileCheck %s --check-prefix=REMARK --input-file=%t.yaml
// The report goes to standard output and the module behind it.
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost=bind=arg0:0=1000 \
// RUN:   | FileCheck %s --check-prefix=BOTH
// No line is longer than 100 columns, and everything is ASCII.
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost=bind=arg0:0=1000 -o /dev/null \
// RUN:   > %t.table
// RUN: sed -e 's#(/[^)]*)##' %t.table | not grep -P '.{101}|[^\x00-\x7F]'
// RUN: not dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml --dsv4-estimate-cost=format=pdf -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=FORMAT

// Two normalisations of 1000 x 1000 f32 (in a loop) and one SwiGLU, streaming at 0.5 * 10^6 bytes per us, floor 2 us:
//   rms_norm           8,000,000 bytes: 16 + 2 = 18 us, twice: 36 us; special functions and vector are shorter
//   v4_clamped_swiglu  12,000,000 bytes: 24 + 2 = 26 us; its 2 * 10^6 special functions take 20 us at 10^5 per us
// Total 62 us, of which floors 6 (9.7 %); at the peaks 2 * 8 and 20 (special functions): 58 %.
//      TABLE:@main: 62.00 us on Round numbers, stack vllm.
// TABLE-NEXT:Bound by memory 90 %, launch floor 10 %; largest: rms_norm (58 %).
// TABLE-NEXT:Sizes: arg0:0=1000
// TABLE-EMPTY:
// TABLE-NEXT:kernel                    launches      time us  share bound by             roof   read MB  write MB
// TABLE-NEXT:rms_norm                         2        36.00  58.1% memory                44%      8.00      8.00
// TABLE-NEXT:v4_clamped_swiglu                1        26.00  41.9% memory                77%      8.00      4.00
// TABLE-NEXT:total                            3        62.00 100.0%                       58%     16.00     12.00
// TABLE-EMPTY:
// TABLE-NEXT:device    Round numbers: 100 units, 1000 GB/s, 10 TFLOP/s bf16 ({{.*}}round.yaml)
// TABLE-NEXT:stack     vLLM 0.24.0 (vllm.yaml)
// TABLE-NEXT:row       kernels that differ only in their place in the IR; format=json has each one
// TABLE-NEXT:time      of all launches of the row; launches run one after the other, none overlap
// TABLE-NEXT:share     time of the row / total time
// TABLE-NEXT:bound by  the largest term of the kernel's law: memory, an engine, a link, or a fixed time
// TABLE-NEXT:roof      time at the device's peak rates / time; above 100 % where the cache serves the data
// TABLE-NEXT:MB        10^6 bytes between memory and processor, of all launches

// JSON:      "bindings": [
// JSON:          "argument": 0,
// JSON-NEXT:     "dimension": 0,
// JSON-NEXT:     "value": 1000
// JSON:      "device": {
// JSON-NEXT:   "compute_units": 100,
// JSON:        "memory_bandwidth_gb_per_s": 1000,
// JSON:      "function": "main",
// JSON-NEXT: "kernels": [
// JSON:          "bound_by": "memory",
// JSON-NEXT:     "function": "main",
// JSON-NEXT:     "launches": 2,
// JSON-NEXT:     "law": "roofline",
// JSON-NEXT:     "location": "{{.*}}formats.mlir:{{[0-9]+}}:10",
// JSON-NEXT:     "name": "rms_norm",
// JSON-NEXT:     "op": "dsv4.rms_norm",
// JSON-NEXT:     "per_launch": {
// JSON-NEXT:       "assumptions": [],
// JSON-NEXT:       "bytes_read": 4000000,
// JSON-NEXT:       "bytes_read_by_class": {
// JSON-NEXT:         "activations": 4000000,
// JSON-NEXT:         "cache": 0,
// JSON-NEXT:         "gathered_rows": 0,
// JSON-NEXT:         "indices": 0,
// JSON-NEXT:         "weights": 0
// JSON:            "bytes_written": 4000000,
// JSON:            "terms_us": {
// JSON-NEXT:         "collective_latency": 0,
// JSON-NEXT:         "launch_floor": 2,
// JSON-NEXT:         "link": 0,
// JSON:            "time_us": 18
// JSON:          "roofline_percent": 44.4444444444,
// JSON-NEXT:     "share_percent": 58.064516129,
// JSON-NEXT:     "source": "device file {{.*}}round.yaml",
// JSON-NEXT:     "time_us": 36
// JSON:      "report": "cost",
// JSON-NEXT: "schema_version": 1,
// JSON:      "total": {
// JSON:        "bytes_read": 16000000,
// JSON:        "launches": 3,
// JSON:        "time_us": 62
// JSON:      "unmodelled": []

// CSV:      function,kernel,op,location,launches,time_us,share_percent,bound_by,roofline_percent,launch_time_us,
// CSV-SAME: launch_peak_time_us,launch_floor_us,launch_memory_us,launch_matrix_us,launch_vector_us,launch_special_function_us,
// CSV-SAME: launch_link_us,launch_collective_latency_us,launch_bytes_read,launch_bytes_read_weights,launch_bytes_read_activations,launch_bytes_read_cache,
// CSV-SAME: launch_bytes_read_gathered_rows,launch_bytes_read_indices,launch_bytes_written,launch_flops_matrix,
// CSV-SAME: launch_flops_vector,launch_flops_special_function,collective,collective_message_bytes,collective_ranks,collective_tier,law,source
// CSV-NEXT: main,rms_norm,dsv4.rms_norm,{{.*}},2,36,58.064516129,memory,44.4444444444,18,8,2,16,0,3.002,0.01,0,0,4000000,0,4000000,0,0,0,4000000,0,3002000,1000,,,,,roofline,
// CSV-NEXT: main,v4_clamped_swiglu,dsv4.v4_clamped_swiglu,

// DIAGNOSTIC:      formats.mlir:{{[0-9]+}}:10: remark: kernel rms_norm: 36.00 us (58.1 %), bound by memory, 44 % of the roofline
// DIAGNOSTIC:      remark: kernel v4_clamped_swiglu: 26.00 us (41.9 %), bound by memory, 77 % of the roofline

// REMARK: --- !Analysis
// REMARK: Pass: {{.*}}dsv4-cost
// REMARK: Name: {{.*}}KernelCost
// REMARK: Function: {{.*}}main
// REMARK: Reason: bound by memory
// REMARK: TimeMicroseconds: '36'
// REMARK: SharePercent: '58.064516129'
// REMARK: RooflinePercent: '44.4444444444'

// BOTH:   @main: 62.00 us
// BOTH:   func.func @main

// FORMAT: error: unknown format 'pdf'; formats: table, json, csv, remark
func.func @main(%x: tensor<?x1000xf32>, %up: tensor<1000x1000xf32>) -> tensor<?x1000xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c2 = arith.constant 2 : index
  %r = scf.for %i = %c0 to %c2 step %c1 iter_args(%v = %x) -> tensor<?x1000xf32> {
    %n = dsv4.rms_norm(%v) {norm_eps = 1.0e-6} : (tensor<?x1000xf32>) -> tensor<?x1000xf32>
    scf.yield %n : tensor<?x1000xf32>
  }
  %y = dsv4.v4_clamped_swiglu(%r, %up) {limit = 10.0}
      : (tensor<?x1000xf32>, tensor<1000x1000xf32>) -> tensor<?x1000xf32>
  return %y : tensor<?x1000xf32>
}
