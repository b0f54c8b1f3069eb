# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Installs the package with pip into a fresh virtual environment and uses what it installs.

    .venv/bin/python scripts/test_wheel.py [--cxx COMPILER]

Not part of `make test`: pip compiles everything again (ccache helps the second time).
"""

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = """
import dsv4
import numpy as np

module = '''
func.func @main(%gate: tensor<2x3xf32>, %up: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %y = dsv4.v4_clamped_swiglu(%gate, %up) {limit = 10.0}
      : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}
'''
gate = np.array([[12, -12, 1], [-1, 0, 2]], np.float32)
up = np.array([[3, -20, 15], [0.5, 1, 1]], np.float32)
got = dsv4.compile(module)(gate, up)
# The golden numbers of the op's documentation, then 0 and 2 * sigmoid(2).
want = [[29.99863806, 7.373e-4, 7.31058579], [-0.13447071, 0, 1.76159416]]
np.testing.assert_allclose(got, want, rtol=1e-4)
print("dsv4", dsv4.__version__, "from", dsv4.__file__)
"""


def main() -> int:
    """Runs the test; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--cxx", help="C++ compiler (default: the system's)")
    arguments = parser.parse_args()
    settings = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "VIRTUAL_ENV")}
    if arguments.cxx:
        settings["CXX"] = arguments.cxx

    with tempfile.TemporaryDirectory() as folder:
        environment = Path(folder) / "venv"
        settings["PATH"] = f"{environment / 'bin'}:/usr/bin:/bin"

        def run(*command: str | Path) -> None:
            print("+", *command, flush=True)
            # In another folder, so that nothing of the source tree can be imported by accident.
            subprocess.run([str(word) for word in command], cwd=folder, env=settings, check=True)

        run(sys.executable, "-m", "venv", environment)
        run("python", "-m", "pip", "install", "--disable-pip-version-check", "--quiet", ROOT)
        run("python", "-c", PROGRAM)
        for tool in ("dsv4", "dsv4-opt", "dsv4-reduce"):
            run(tool, "--version")
        source = ROOT / "test" / "Integration" / "find_package.mlir"
        run("dsv4-opt", source, "--dsv4-to-linalg-pipeline", "-o", "out.mlir")
        run("sh", "-c", "grep -q linalg.generic out.mlir && dsv4-lsp-server --help > /dev/null")
        run("dsv4-translate", "--import-hf-config", "DeepSeek-V4-Flash", "-o", "flash.mlir")
        run("python", "-m", "pip", "show", "--files", "dsv4")
    print("the wheel works")
    return 0


if __name__ == "__main__":
    sys.exit(main())
