# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes a build tree usable from the virtual environment that runs this script.

    .venv/bin/python scripts/develop.py build

Afterwards `import dsv4` finds the build's package, and the build's tools and the package's commands are on the
environment's PATH. Nothing is copied, so a rebuild needs no second run.
"""

import argparse
import sys
import sysconfig
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COMMAND = """#!{python}
import sys

from {module} import {function}

sys.exit({function}())
"""


def write_if_changed(path: Path, text: str, mode: int) -> None:
    """Writes `text`, leaving a file that already has it untouched."""
    if not path.exists() or path.read_text() != text:
        path.write_text(text)
    path.chmod(mode)


def main() -> int:
    """Links the build tree named on the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=Path, help="build tree, for example build")
    build = parser.parse_args().build.resolve()
    if sys.prefix == sys.base_prefix:
        print("develop: run this with the Python of a virtual environment (.venv/bin/python)", file=sys.stderr)
        return 1

    package = build / "python"
    if package.is_dir():
        search_path = Path(sysconfig.get_path("purelib")) / "dsv4-development.pth"
        write_if_changed(search_path, f"{package}\n", 0o644)

    scripts = Path(sysconfig.get_path("scripts"))
    for link in scripts.glob("dsv4-*"):
        if link.is_symlink() and not link.exists():
            link.unlink()
    for tool in sorted((build / "bin").glob("dsv4-*")):
        link = scripts / tool.name
        if not link.is_symlink() or link.readlink() != tool:
            link.unlink(missing_ok=True)
            link.symlink_to(tool)

    with open(ROOT / "pyproject.toml", "rb") as file:
        commands = tomllib.load(file)["project"].get("scripts", {})
    for name, entry in commands.items():
        module, _, function = entry.partition(":")
        text = COMMAND.format(python=sys.executable, module=module, function=function)
        write_if_changed(scripts / name, text, 0o755)
    return 0


if __name__ == "__main__":
    sys.exit(main())
