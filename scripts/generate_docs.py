# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Writes docs/generated from the definitions of ops, attributes, interfaces and passes.

    .venv/bin/python scripts/generate_docs.py [--check]

With --check nothing is written: the difference between the committed pages and what the definitions say is printed,
and the exit status is 1 when there is one.
"""

import argparse
import difflib
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "generated"
LLVM = Path("/usr/lib/llvm-22")


def tablegen(definitions: Path, *options: str) -> str:
    """What mlir-tblgen writes for a definition file, with one newline at its end."""
    program = shutil.which("mlir-tblgen", path=LLVM / "bin") or shutil.which("mlir-tblgen-22") or "mlir-tblgen"
    includes = [f"-I{ROOT / 'include'}", f"-I{LLVM / 'include'}"]
    command = [program, *options, *includes, str(definitions)]
    text = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout
    return "\n".join(line.rstrip() for line in text.splitlines()).strip() + "\n"


def generate() -> dict[str, str]:
    """The pages by file name: the dialect, its interfaces, and the passes of each library that declares some."""
    ir = ROOT / "include" / "dsv4" / "IR"
    pages = {
        "dialect.md": tablegen(ir / "DSV4Ops.td", "-gen-dialect-doc", "-dialect=dsv4"),
        "interfaces.md": "# Interfaces\n\n" + tablegen(ir / "DSV4Interfaces.td", "-gen-op-interface-docs"),
    }
    for definitions in sorted((ROOT / "include" / "dsv4").glob("*/Passes.td")):
        library = definitions.parent.name
        title = f"# Passes of {library}\n\n"
        pages[f"passes-{library.lower()}.md"] = title + tablegen(definitions, "-gen-pass-doc")
    return pages


def main() -> int:
    """Writes or checks the pages; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="compare with the committed pages, write nothing")
    arguments = parser.parse_args()

    pages = generate()
    committed = {path.name: path.read_text() for path in PAGES.glob("*.md")}
    if not arguments.check:
        PAGES.mkdir(parents=True, exist_ok=True)
        for name, text in pages.items():
            (PAGES / name).write_text(text)
        for name in committed.keys() - pages.keys():
            (PAGES / name).unlink()
        return 0

    changed = False
    for name in sorted(pages.keys() | committed.keys()):
        before, after = committed.get(name, ""), pages.get(name, "")
        difference = difflib.unified_diff(
            before.splitlines(), after.splitlines(), f"committed/{name}", f"definitions/{name}", lineterm=""
        )
        for line in difference:
            changed = True
            print(line)
    if changed:
        print("docs/generated differs from the definitions: run `make docs` and commit the result")
    return int(changed)


if __name__ == "__main__":
    sys.exit(main())
