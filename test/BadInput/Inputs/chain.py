# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""chain.py LENGTH: prints a function with that many ops, each of which uses the result of the one before."""

import sys

TENSOR = "tensor<3x8xf32>"


def main() -> None:
    length = int(sys.argv[1])
    print(f"func.func @chain(%v0: {TENSOR}, %up: {TENSOR}) -> {TENSOR} {{")
    for i in range(length):
        types = f"({TENSOR}, {TENSOR}) -> {TENSOR}"
        print(f"  %v{i + 1} = dsv4.v4_clamped_swiglu(%v{i}, %up) {{limit = 10.0}} : {types}")
    print(f"  return %v{length} : {TENSOR}")
    print("}")


if __name__ == "__main__":
    main()
