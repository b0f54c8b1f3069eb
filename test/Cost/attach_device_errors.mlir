// What dsv4-attach-device says about options it cannot follow.
// RUN: not dsv4-opt %s --dsv4-attach-device=device=h1000 -o /dev/null 2>&1 | FileCheck %s --check-prefix=NAME
// RUN: not dsv4-opt %s --dsv4-attach-device -o /dev/null 2>&1 | FileCheck %s --check-prefix=NEITHER
// RUN: not dsv4-opt %s --dsv4-attach-device="device=gb200 file=x.yaml" -o /dev/null 2>&1 | FileCheck %s --check-prefix=NEITHER
// RUN: not dsv4-opt %s --dsv4-attach-device=file=%t.absent.yaml -o /dev/null 2>&1 | FileCheck %s --check-prefix=ABSENT
// RUN: not dsv4-opt %s --dsv4-attach-device="device=gb200 set=hbm=3" -o /dev/null 2>&1 | FileCheck %s --check-prefix=FACT
// RUN: not dsv4-opt %s --dsv4-attach-device="device=gb200 set=memory_bandwidth=fast" -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=NUMBER
// RUN: not dsv4-opt %s --dsv4-attach-device="device=gb200 set=memory_bandwidth=-200%%" -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=RANGE
// RUN: not dsv4-opt %s --dsv4-attach-device="device=h100-sxm set=matrix_f4=+10%%" -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=ADD

// NAME: error: unknown device 'h1000'; built in: ascend-910c, b200-sxm, gb200, gb300, h100-sxm, h200-sxm; a file of your own is given with file=
// NEITHER: error: dsv4-attach-device needs device= or file=, and not both
// ABSENT: error: cannot open input file '{{.*}}.absent.yaml': No such file or directory
// FACT: error: unknown fact 'hbm'; valid facts: compute_units, {{.*}}memory_bandwidth, {{.*}}matmul_floor_bf16
// NUMBER: error: 'memory_bandwidth=fast' does not end in a number of GB/s or a change like +10%
// RANGE: error: 'memory_bandwidth' would be -8000 GB/s, expected 1 to 1e+06
// ADD: error: device 'h100-sxm' has no 'matrix_f4' to change
module {
}
