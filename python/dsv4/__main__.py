# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""`python -m dsv4` is the command `dsv4`."""

from .cli import main

main(prog_name="dsv4")
