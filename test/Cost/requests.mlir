// Positions of requests reach the ops through calls, and make a function another one.
// RUN: dsv4-opt %s --dsv4-print-work="bind=arg0:0=3,arg1:0=3,arg2:0=3,arg3=1023*2/8191,arg4=1,arg3:0=3,arg4:0=3" -o /dev/null \
// RUN:   | FileCheck %s
// RUN: dsv4-opt %s --dsv4-attach-device=device=h100-sxm --dsv4-estimate-cost="bind=arg0:0=3,arg1:0=3,arg2:0=3,arg3=1023*2/8191,arg4=1,arg3:0=3,arg4:0=3 allow-unmodelled" \
// RUN:   -o /dev/null | FileCheck %s --check-prefix=TABLE
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:0=3,arg1:0=3,arg2:0=3,arg3=1023/8191,arg4=1,arg3:0=3,arg4:0=3" -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=COUNT
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg0:0=3,arg1:0=3,arg2:0=3,arg3=5000000000,arg4=1,arg3:0=3,arg4:0=3" -o /dev/null 2>&1 \
// RUN:   | FileCheck %s --check-prefix=RANGE
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg3=7*0" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg3=7*99999999" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SYNTAX
// RUN: not dsv4-opt %s --dsv4-print-work="bind=arg3:0=7/8" -o /dev/null 2>&1 | FileCheck %s --check-prefix=SYNTAX

// Two requests see 256 rows and one 2,048: 2,560 in each of the two calls of @indexer. The third call is at the
// beginning of all requests, where nobody sees a row: width 0.
// CHECK:      work of @main
// CHECK-NEXT: kernel quant_lightning_indexer, dsv4.quant_lightning_indexer at {{.*}}, launches 2
// CHECK:      sizes: chosen 1024, {{.*}} keys 2560, pairs 2560, ratio 4, tokens 3, top_k 512
// CHECK:      kernel quant_lightning_indexer, dsv4.quant_lightning_indexer at {{.*}}, launches 0
// CHECK:      sizes: chosen 0, {{.*}} keys 0, pairs 0, ratio 4, tokens 3, top_k 512

// TABLE: Sizes: arg0:0=3 arg1:0=3 arg2:0=3 arg3=1023*2/8191 arg4=1 arg3:0=3 arg4:0=3
// COUNT: error: argument #3 of @main is 'tensor<3xi32>', but bind= gives it 2 values
// RANGE: error: argument #3 of @main is 'tensor<3xi32>', which cannot hold 5000000000
// SYNTAX: error: cannot read '{{.*}}': write arg0:1=64

func.func @main(%q: tensor<?x1x64x128xbf16>, %keys: tensor<?x2048x128xbf16>, %w: tensor<?x1x64xbf16>,
                %start: tensor<?xi32>, %lens: tensor<?xi32>) {
  call @indexer(%q, %keys, %w, %start, %lens)
      : (tensor<?x1x64x128xbf16>, tensor<?x2048x128xbf16>, tensor<?x1x64xbf16>, tensor<?xi32>, tensor<?xi32>) -> ()
  call @indexer(%q, %keys, %w, %start, %lens)
      : (tensor<?x1x64x128xbf16>, tensor<?x2048x128xbf16>, tensor<?x1x64xbf16>, tensor<?xi32>, tensor<?xi32>) -> ()
  %zeros = arith.constant dense<0> : tensor<3xi32>
  %begin = tensor.cast %zeros : tensor<3xi32> to tensor<?xi32>
  call @indexer(%q, %keys, %w, %begin, %lens)
      : (tensor<?x1x64x128xbf16>, tensor<?x2048x128xbf16>, tensor<?x1x64xbf16>, tensor<?xi32>, tensor<?xi32>) -> ()
  return
}
func.func private @indexer(%q: tensor<?x1x64x128xbf16>, %keys: tensor<?x2048x128xbf16>, %w: tensor<?x1x64xbf16>,
                           %start: tensor<?xi32>, %lens: tensor<?xi32>) {
  %i = dsv4.quant_lightning_indexer(%q, %keys, %w, %start, %lens) {ratio = 4 : i64, topk_limit = 512 : i64}
      : (tensor<?x1x64x128xbf16>, tensor<?x2048x128xbf16>, tensor<?x1x64xbf16>, tensor<?xi32>, tensor<?xi32>)
     -> tensor<?x1x?xi32>
  return
}
