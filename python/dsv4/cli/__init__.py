# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The command `dsv4`: one module per verb."""

import click

from .._dsv4 import __version__
from .generate import generate


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="dsv4")
def main():
    """DeepSeek-V4 on this machine. `dsv4 VERB --help` explains a verb."""


main.add_command(generate)
