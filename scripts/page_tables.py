# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Tables of a documentation page that a script makes, between markers that name the script."""

import difflib
import re
from pathlib import Path


def replace(page: str, script: str, name: str, table: str) -> str:
    """The page with the text between the markers of a table replaced. Exits if it has not one place for it."""
    begin, end = f"<!-- {name}: scripts/{script} -->\n", f"<!-- end of {name} -->\n"
    pattern = re.compile(re.escape(begin) + ".*?" + re.escape(end), re.DOTALL)
    page, count = pattern.subn(lambda _: begin + "\n" + table + "\n" + end, page)
    if count != 1:
        raise SystemExit(f"the page has {count} places for '{name}'")
    return page


def update(page: Path, script: str, tables: dict[str, str], check: bool) -> int:
    """Writes the tables into the page, or with `check` prints what differs; returns the exit status."""
    committed = text = page.read_text()
    for name, table in tables.items():
        text = replace(text, script, name, table)
    if not check:
        page.write_text(text)
        return 0
    for line in difflib.unified_diff(committed.splitlines(), text.splitlines(), "committed", "tools", lineterm=""):
        print(line)
    return int(text != committed)
