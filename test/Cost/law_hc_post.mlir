// The hc_post law: launch_time + walk_time * D / 4096 + T * (2S + B + 4h + 4h^2) * cost(T * (streams_held * S + B)).
// Device and stack of round numbers: 10^6 bytes per us, 10^6 bytes of usable cache, launch 1 + walk 2 us, efficiency
// 0.5, cache twice as fast as memory, miss from 0.5 to 1.5 caches. D = 4096, h = 4, bf16: S = 32,768, B = 8,192 bytes.
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json bind=arg0:0=1,arg1:0=1,arg2:0=1,arg3:0=1" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=CACHED
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json bind=arg0:0=10,arg1:0=10,arg2:0=10,arg3:0=10" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=BETWEEN
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%S/Inputs/round-stack.yaml format=json bind=arg0:0=1000,arg1:0=1000,arg2:0=1000,arg3:0=1000" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=STREAMED
// RUN: sed -e '/hc_pre:/,$d' -e 's/streams_held: {value: 2/streams_held: {value: 1/' %S/Inputs/round-stack.yaml > %t.yaml
// RUN: dsv4-opt %s --dsv4-attach-device=file=%S/Inputs/round.yaml \
// RUN:   --dsv4-estimate-cost="stack-file=%t.yaml format=json bind=arg0:0=10,arg1:0=10,arg2:0=10,arg3:0=10" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=INPLACE

// T = 1: the working set 73,728 is 0.07 of the cache, nothing misses: 73,808 bytes / (2 * 10^6) = 0.036904 us.
// CACHED:      "bound_by": "launch floor"
// CACHED:      "law": "stack round-stack: hc_post"
// CACHED:      "launch_floor": 3,
// CACHED:      "memory": 0.036904
// CACHED:      "time_us": 3.036904
// CACHED:      "source": "test"

// T = 10: 0.73728 of the cache, miss 0.23728: 738,080 * (0.23728 / 0.5 + 0.76272 / 2) / 10^6 = 0.6317374 us.
// BETWEEN:     "memory": 0.63173743
// BETWEEN:     "time_us": 3.63173743

// T = 1000: all misses: 73,808,000 / (0.5 * 10^6) = 147.616 us. This device could not do the 147,456,000 operations
// in less than 147.456 us (1 TFLOP/s): 97.9 % of the time.
// STREAMED:    "bound_by": "memory"
// STREAMED:    "peak_time_us": 147.456
// STREAMED:    "memory": 147.616
// STREAMED:    "time_us": 150.616
// STREAMED:    "roofline_percent": 97.901

// Updated in place the working set is S + B = 40,960 per token, 0.4096 of the cache at T = 10: nothing misses,
// 738,080 / (2 * 10^6) = 0.36904 us.
// INPLACE:     "memory": 0.36904
func.func @main(%x: tensor<?x4096xbf16>, %residual: tensor<?x4x4096xbf16>, %post: tensor<?x4xf32>,
                %comb: tensor<?x4x4xf32>) -> tensor<?x4x4096xbf16> {
  %y = dsv4.hc_post(%x, %residual, %post, %comb)
      : (tensor<?x4096xbf16>, tensor<?x4x4096xbf16>, tensor<?x4xf32>, tensor<?x4x4xf32>) -> tensor<?x4x4096xbf16>
  return %y : tensor<?x4x4096xbf16>
}
