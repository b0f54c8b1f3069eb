# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""chain.py LENGTH [OP]: prints a function with that many ops, each of which uses the result of the one before.

OP is v4_clamped_swiglu (elementwise; the default) or rms_norm (a reduction, so that nothing fuses).
"""

import sys

TENSOR = "tensor<3x8xf32>"


def main() -> None:
    length, op = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "v4_clamped_swiglu"
    operand, attributes = {"v4_clamped_swiglu": (", %up", "limit = 10.0"), "rms_norm": ("", "norm_eps = 1.0e-6")}[op]
    types = ", ".join([TENSOR] * (2 if operand else 1))
    print(f"func.func @chain(%v0: {TENSOR}, %up: {TENSOR}) -> {TENSOR} {{")
    for i in range(length):
        print(f"  %v{i + 1} = dsv4.{op}(%v{i}{operand}) {{{attributes}}} : ({types}) -> {TENSOR}")
    print(f"  return %v{length} : {TENSOR}")
    print("}")


if __name__ == "__main__":
    main()
