# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Builds the MPI runtime with MPICH and runs the tests of programs on several ranks with it.

    .venv/bin/python scripts/test_mpich.py [pytest options]

dsv4 itself is the one of the release build: only the runtime library knows which MPI there is. Not part of `make test`,
which runs the same tests with the MPI that CMake found, OpenMPI with the packages that set-up installs.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build-mpich"
#: Debian's names beside OpenMPI's, and MPICH's own.
COMPILERS = ("mpicc.mpich", "mpicc")
LAUNCHERS = ("mpirun.mpich", "mpiexec.hydra", "mpirun")


def find(names: tuple[str, ...], option: str, sign: str) -> str | None:
    """The first program of `names` that says `sign` when called with `option`."""
    for name in names:
        if path := shutil.which(name):
            done = subprocess.run([path, option], capture_output=True, text=True, check=False)
            if sign in (done.stdout + done.stderr).lower():
                return path
    return None


def main() -> int:
    """Builds and tests; returns the exit status."""
    compiler, launcher = find(COMPILERS, "-show", "mpich"), find(LAUNCHERS, "--version", "hydra")
    if compiler is None or launcher is None:
        print("test_mpich: MPICH is not installed: sudo apt-get install libmpich-dev mpich", file=sys.stderr)
        return 1
    cmake = os.environ.get("CMAKE", "cmake")
    settings = {
        "CMAKE_C_COMPILER": "clang-22", "CMAKE_CXX_COMPILER": "clang++-22", "MPI_C_COMPILER": compiler,
        "MPIEXEC_EXECUTABLE": launcher, "CMAKE_CXX_FLAGS": "-Wall -Wextra -Werror",
    }  # fmt: skip
    options = [f"-D{name}={value}" for name, value in settings.items()]
    for command in (
        [cmake, "-G", "Ninja", "-S", ROOT / "lib/Runtime/MPI", "-B", BUILD, "--log-level=WARNING", *options],
        [cmake, "--build", BUILD],
    ):
        if status := subprocess.run(command, check=False).returncode:
            return status
    # The environment may choose another mpirun for OpenMPI.
    environment = os.environ | {"DSV4_MPI_RUNTIME": str(BUILD / "libdsv4_mpi_runtime.so"), "DSV4_MPIRUN": launcher}
    program = "from dsv4 import distributed; print(distributed.implementation())"
    done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=False)
    print(done.stdout + done.stderr, end="", flush=True)
    if done.returncode:
        return done.returncode
    if not done.stdout.startswith("MPICH"):
        print(f"test_mpich: {BUILD} does not have MPICH's runtime; remove it and try again", file=sys.stderr)
        return 1
    tests = [sys.executable, "-m", "pytest", "-q", "test/python/test_distributed.py", *sys.argv[1:]]
    return subprocess.run(tests, cwd=ROOT, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
