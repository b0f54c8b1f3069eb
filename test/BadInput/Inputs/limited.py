# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""limited.py SECONDS COMMAND...: runs a command; fails when it takes longer (processor time, not that of the clock)."""

import resource
import subprocess
import sys


def main() -> int:
    limit = int(sys.argv[1])
    run = subprocess.run(sys.argv[2:], preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit)))
    if run.returncode < 0:
        print(f"limited.py: ended by signal {-run.returncode}; the limit is {limit} s", file=sys.stderr)
        return 1
    return run.returncode


if __name__ == "__main__":
    sys.exit(main())
