// A project of somebody else builds against dsv4 with find_package(DSV4), from the install tree and from the build
// tree, and runs a pipeline of it on this file.
// The consumer is compiled without sanitizers.
// UNSUPPORTED: sanitizers

// RUN: rm -rf %t && mkdir -p %t
// RUN: %cmake --install %dsv4_obj_root --prefix %t/prefix > %t/install.log
// RUN: %cmake -G Ninja -S %S/Inputs/consumer -B %t/installed -DCMAKE_PREFIX_PATH=%t/prefix \
// RUN:   -DCMAKE_CXX_COMPILER=%cxx -DCMAKE_MAKE_PROGRAM=%ninja > %t/configure.log
// RUN: %cmake --build %t/installed > %t/build.log
// RUN: %t/installed/consumer %s | FileCheck %s

// RUN: %cmake -G Ninja -S %S/Inputs/consumer -B %t/uninstalled -DDSV4_DIR=%dsv4_lib_dir/cmake/DSV4 \
// RUN:   -DCMAKE_CXX_COMPILER=%cxx -DCMAKE_MAKE_PROGRAM=%ninja > %t/configure.log
// RUN: %cmake --build %t/uninstalled > %t/build.log
// RUN: %t/uninstalled/consumer %s | FileCheck %s

// The installed tools work where they lie, and nothing of the build tree is needed.
// RUN: %t/prefix/bin/dsv4-opt %s --dsv4-to-linalg-pipeline | FileCheck %s --check-prefix=TOOL
// RUN: not grep -r %dsv4_obj_root %t/prefix/lib/cmake %t/prefix/include

// CHECK: found dsv4.hc_pre_inv_rms
// CHECK: func.func @f
// CHECK-NOT: dsv4.
// CHECK: linalg.generic
// TOOL: linalg.generic
func.func @f(%x: tensor<5x4x64xf32>) -> tensor<5x1xf32> {
  %r = dsv4.hc_pre_inv_rms(%x) {norm_eps = 1.0e-6} : (tensor<5x4x64xf32>) -> tensor<5x1xf32>
  return %r : tensor<5x1xf32>
}
