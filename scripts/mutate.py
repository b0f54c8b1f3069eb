# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Makes one mistake after the other in the compiler and shows which test notices it.

    make mutate                                      # all of them; writes docs/mutations.md
    .venv/bin/python scripts/mutate.py --only sink   # those whose description contains "sink"; writes nothing
    .venv/bin/python scripts/mutate.py --list

The mistakes are data: scripts/mutations.toml. They are made in a copy of the sources (build-mutants/source) with a
build of its own, so the working tree stays as it is whatever happens. Exit status 1 if a mistake goes unnoticed, 2 if
something keeps the check from being one: an `old` text that is no longer unique, a mistake that does not compile,
tests that fail without a mistake.
"""

import argparse
import os
import re
import subprocess
import sys
import time
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MUTATIONS = ROOT / "scripts" / "mutations.toml"
PAGE = ROOT / "docs" / "mutations.md"
GOLDEN = Path("test") / "Integration" / "golden"
#: A mistake may make a loop endless.
TIME_LIMIT_S = 300


class Invalid(Exception):
    """The check itself is wrong, so that its result would mean nothing."""


@dataclass(frozen=True)
class Mutation:
    """One mistake; the fields are those of mutations.toml."""

    what: str
    why: str
    file: str
    old: str
    new: str
    tests: list[str]


@dataclass
class Finding:
    """Tests that failed (their names), of how many that ran."""

    failed: list[str]
    ran: int


def read_mutations() -> list[Mutation]:
    """The mistakes of mutations.toml. Raises Invalid for an entry that does not fit the sources."""
    mutations = [Mutation(**entry) for entry in tomllib.loads(MUTATIONS.read_text())["mutation"]]
    for mutation in mutations:
        count = (ROOT / mutation.file).read_text().count(mutation.old)
        if count != 1:
            raise Invalid(f"'{mutation.what}': the old text stands {count} times in {mutation.file}, expected once")
    names = [mutation.what for mutation in mutations]
    if twice := {name for name in names if names.count(name) > 1}:
        raise Invalid(f"described twice: {', '.join(sorted(twice))}")
    return mutations


class Copy:
    """The copy of the sources and its build."""

    def __init__(self, directory: Path):
        self.source, self.build = directory / "source", directory / "build"

    def synchronise(self) -> None:
        """Brings the copy to the state of the working tree; files that are equal keep their times."""
        listed = subprocess.run(
            ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
        ).stdout.split("\0")
        wanted = {name for name in listed if name and (ROOT / name).is_file()}
        for name in wanted:
            data, target = (ROOT / name).read_bytes(), self.source / name
            if not target.is_file() or target.read_bytes() != data:
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data)
        for path in self.source.rglob("*"):
            if path.is_file() and "__pycache__" not in path.parts and str(path.relative_to(self.source)) not in wanted:
                path.unlink()

    def configure(self) -> None:
        """Not optimised: the build takes half the time, and what the compiler emits is the same."""
        options = {
            "CMAKE_CXX_FLAGS_RELEASE": "-O0 -DNDEBUG",
            "DSV4_ENABLE_TESTS": "OFF",
            "Python3_EXECUTABLE": sys.executable,
        }
        command = [os.environ.get("CMAKE", "cmake"), "--preset", "release", "-B", self.build]
        run = subprocess.run(
            command + [f"-D{name}={value}" for name, value in options.items()],
            cwd=self.source,
            capture_output=True,
            text=True,
        )
        if run.returncode:
            raise Invalid(f"cmake failed:\n{run.stderr}")

    def compile(self) -> None:
        """Builds the Python module and, where there is MPI, its runtime; raises Invalid with the compiler's words."""
        targets = ["DSV4PythonModule"]
        if "libdsv4_mpi_runtime" in (self.build / "build.ninja").read_text():
            targets.append("dsv4_mpi_runtime")
        run = subprocess.run(
            [os.environ.get("CMAKE", "cmake"), "--build", self.build, "--target", *targets],
            capture_output=True,
            text=True,
        )
        if run.returncode:
            errors = [line for line in run.stdout.splitlines() if "error" in line] or run.stdout.splitlines()[-5:]
            raise Invalid("does not compile:\n" + "\n".join(errors))

    def run(self, test: str) -> Finding:
        """Runs one entry of `tests`."""
        kind, _, what = test.partition(" ")
        if kind == "golden":
            arguments = ["-m", "dsv4.testing", "golden", str(GOLDEN), "--filter", what]
            passed, failed = r"^ok   (\S+?):", r"^FAIL (\S+?):"
        elif kind == "pytest":
            arguments = ["-m", "pytest", "-q", "-p", "no:cacheprovider", "--tb=no", "-rA", what]
            passed, failed = r"^PASSED (\S+)", r"^(?:FAILED|ERROR) (\S+)"
        else:
            raise Invalid(f"unknown kind of test '{test}'")
        try:
            run = subprocess.run(
                [sys.executable, *arguments],
                cwd=self.source,
                env=os.environ | {"PYTHONPATH": str(self.build / "python")},
                capture_output=True,
                text=True,
                timeout=TIME_LIMIT_S,
            )
        except subprocess.TimeoutExpired:
            return Finding([f"{what} (no end after {TIME_LIMIT_S} s)"], 1)
        names = re.findall(failed, run.stdout, re.MULTILINE)
        good = re.findall(passed, run.stdout, re.MULTILINE)
        if run.returncode < 0:
            names.append(f"{what} (signal {-run.returncode})")
        elif bool(run.returncode) != bool(names) or not names + good:
            raise Invalid(f"{test}: exit status {run.returncode}, output\n{run.stdout[-2000:]}{run.stderr[-2000:]}")
        return Finding(names, len(names) + len(good))

    def check_baseline(self, tests: list[str]) -> None:
        """Every test must pass as long as there is no mistake."""
        for test in tests:
            if failed := self.run(test).failed:
                raise Invalid(f"fails without a mistake: {', '.join(failed)}")

    def try_out(self, mutation: Mutation) -> Finding:
        """Makes the mistake, builds, runs its tests, and takes the mistake back."""
        path = self.source / mutation.file
        text = path.read_text()
        path.write_text(text.replace(mutation.old, mutation.new))
        try:
            self.compile()
            findings = [self.run(test) for test in mutation.tests]
        finally:
            path.write_text(text)
        return Finding([name for f in findings for name in f.failed], sum(f.ran for f in findings))


def page(results: list[tuple[Mutation, Finding]]) -> str:
    """docs/mutations.md."""

    def cell(text: str) -> str:
        return text.replace("|", "\\|")

    def noticed(finding: Finding) -> str:
        first = finding.failed[0].removeprefix("test/python/")
        return f"`{first}`, {len(finding.failed)} of {finding.ran}"

    lines = [
        "# Mistakes that the tests notice",
        "",
        "Written by `make mutate` ([scripts/mutate.py](../scripts/mutate.py)), which makes each of these mistakes in a",
        "copy of the sources, builds it and runs the tests named for it. The last column has the first test that",
        "failed, and how many did of those that ran. Names with a slash are fixtures of `test/Integration/golden`, the",
        "others tests of `test/python`. `make mutate` is not part of `make test`: it takes about ten minutes.",
        "",
        f"{len(results)} mistakes, all noticed.",
        "",
        "| mistake | what is right | file | noticed by |",
        "| --- | --- | --- | --- |",
    ]
    for mutation, finding in results:
        file = Path(mutation.file).name
        lines.append(f"| {cell(mutation.what)} | {cell(mutation.why)} | `{file}` | {cell(noticed(finding))} |")
    return "\n".join(lines) + "\n"


def check(options) -> int:
    """Runs the check; returns the exit status."""
    mutations = read_mutations()
    if options.list:
        for mutation in mutations:
            print(f"{mutation.file}: {mutation.what}")
        return 0
    chosen = [mutation for mutation in mutations if options.only in mutation.what]
    if not chosen:
        raise Invalid(f"no mistake contains '{options.only}'")
    copy = Copy(options.directory.resolve())
    copy.synchronise()
    copy.configure()
    copy.compile()
    copy.check_baseline(sorted({test for mutation in chosen for test in mutation.tests}))
    results, unnoticed = [], []
    for number, mutation in enumerate(chosen, 1):
        begin = time.monotonic()
        try:
            finding = copy.try_out(mutation)
        except Invalid as error:
            raise Invalid(f"'{mutation.what}': {error}") from error
        results.append((mutation, finding))
        if not finding.failed:
            unnoticed.append(mutation)
        verdict = f"noticed by {len(finding.failed)} of {finding.ran}" if finding.failed else "NOT NOTICED"
        seconds = time.monotonic() - begin
        print(f"{number:2}/{len(chosen)} {mutation.what}: {verdict}, {seconds:.0f} s", flush=True)
    print(f"{len(results) - len(unnoticed)} of {len(results)} mistakes noticed")
    if unnoticed:
        return 1
    if not options.only:
        PAGE.write_text(page(results))
        print(f"wrote {PAGE.relative_to(ROOT)}")
    return 0


def main() -> int:
    """Reads the command line; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--only", default="", metavar="TEXT", help="only mistakes whose description contains TEXT")
    parser.add_argument("--list", action="store_true", help="print the mistakes")
    parser.add_argument(
        "--directory", type=Path, default=ROOT / "build-mutants", help="copy and build (default: build-mutants)"
    )
    options = parser.parse_args()
    try:
        return check(options)
    except Invalid as error:
        print(f"mutate: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main())
