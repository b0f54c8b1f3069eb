// Sizes that no device could run: an error that names the op, never infinity or NaN in a report.
// RUN: dsv4-opt %s --split-input-file --verify-diagnostics --dsv4-attach-device=device=h100-sxm --dsv4-estimate-cost -o /dev/null

func.func @main(%x: tensor<9000000000000000000x9000000000000000000x9000000000000000000xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %many = arith.constant 9000000000000000000 : index
  scf.for %i = %c0 to %many step %c1 {
    scf.for %j = %c0 to %many step %c1 {
      scf.for %k = %c0 to %many step %c1 {
        scf.for %l = %c0 to %many step %c1 {
          scf.for %m = %c0 to %many step %c1 {
            scf.for %n = %c0 to %many step %c1 {
              scf.for %o = %c0 to %many step %c1 {
                scf.for %p = %c0 to %many step %c1 {
                  scf.for %q = %c0 to %many step %c1 {
                    scf.for %r = %c0 to %many step %c1 {
                      scf.for %s = %c0 to %many step %c1 {
                        scf.for %t = %c0 to %many step %c1 {
                          scf.for %u = %c0 to %many step %c1 {
                            scf.for %v = %c0 to %many step %c1 {
                              // expected-error @+1 {{'dsv4.rms_norm' op has a cost that is not a finite number: its sizes are absurd}}
                              %y = dsv4.rms_norm(%x) {norm_eps = 1.0e-6}
                                : (tensor<9000000000000000000x9000000000000000000x9000000000000000000xf32>)
                                 -> tensor<9000000000000000000x9000000000000000000x9000000000000000000xf32>
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    }
  }
  return
}
