# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Every fixture of the repository through the compiler, and the runner itself."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from dsv4.testing import golden
from dsv4.testing.fixture import Fixture, compare

ROOT = Path(__file__).parents[1] / "Integration"
FIXTURES = sorted(ROOT.glob("**/golden/*/*.json"))


#: Fixtures of blocks and models compile a program of their own, whose token count is always dynamic.
WHOLE = [path for path in FIXTURES if path.parent.name in ("block", "mtp_block", "model")]


def name_of(path):
    return f"{path.parent.name}-{path.stem}"


@pytest.mark.parametrize("dynamic", [False, True], ids=["static", "dynamic"])
@pytest.mark.parametrize("path", [path for path in FIXTURES if path not in WHOLE], ids=name_of)
def test_fixture(path, dynamic):
    passed, text = golden.check(Fixture.load(path), dynamic)
    assert passed, text


@pytest.mark.parametrize("path", WHOLE, ids=name_of)
def test_whole(path):
    passed, text = golden.check(Fixture.load(path), dynamic=True)
    assert passed, text


def runner(*arguments):
    command = [sys.executable, "-m", "dsv4.testing", "golden", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True)


def copy_of(path: Path, directory: Path) -> Path:
    """Copies a fixture into `directory`, keeping the folder of its op."""
    folder = directory / path.parent.name
    folder.mkdir(exist_ok=True)
    shutil.copy(path.with_suffix(".npz"), folder)
    return Path(shutil.copy(path, folder))


def test_runner_prints_a_line_each_and_the_sum(tmp_path):
    for name in ("h2_d32_it20_f32", "h2_d48_it3_bf16"):
        copy_of(ROOT / "golden" / "hc_post" / f"{name}.json", tmp_path)
    done = runner(tmp_path)
    lines = done.stdout.splitlines()
    assert done.returncode == 0
    assert len(lines) == 3
    assert lines[0].startswith("ok   hc_post/h2_d32_it20_f32: y ")
    assert "of tolerance)" in lines[0]
    assert lines[-1] == "2 passed, 0 failed"
    assert runner(tmp_path, "--filter", "bf16").stdout.splitlines()[-1] == "1 passed, 0 failed"


def test_runner_sees_a_wrong_number(tmp_path):
    path = copy_of(ROOT / "golden" / "hc_post" / "h2_d32_it20_f32.json", tmp_path)
    fixture = Fixture.load(path)
    fixture.arrays["y"][0, 0, 0, 0] += 1e-3
    np.savez_compressed(path.with_suffix(".npz"), **fixture.arrays)
    done = runner(tmp_path)
    assert done.returncode == 1
    assert done.stdout.splitlines()[0].startswith("FAIL hc_post/h2_d32_it20_f32: y 0.001")
    assert done.stdout.splitlines()[-1] == "0 passed, 1 failed"


def test_runner_on_an_unknown_op(tmp_path):
    path = copy_of(ROOT / "golden" / "hc_post" / "h2_d32_it20_f32.json", tmp_path)
    path.write_text(json.dumps(json.loads(path.read_text()) | {"op": "unheard_of"}))
    done = runner(tmp_path)
    assert done.returncode == 1
    assert "FAIL unheard_of/h2_d32_it20_f32: dsv4 has no op unheard_of" in done.stdout
    # Leaving out everything is not a pass.
    done = runner(tmp_path, "--only-known")
    assert done.returncode == 1
    assert done.stdout.splitlines() == ["1 fixtures of unknown ops left out (--only-known)", "0 passed, 0 failed"]


def test_runner_on_broken_files(tmp_path):
    path = copy_of(ROOT / "golden" / "hc_post" / "h2_d32_it20_f32.json", tmp_path)
    path.with_suffix(".npz").write_bytes(b"not an archive")
    (path.parent / "broken.json").write_text("{")
    done = runner(tmp_path)
    assert done.returncode == 1
    assert done.stdout.count("not a fixture") == 2
    assert runner(tmp_path / "missing").returncode == 2


def fake(kind: str, want: np.ndarray, **rule) -> Fixture:
    arrays = {"y": want} | {name: rule.pop(name) for name in ("mask_array", "scores") if name in rule}
    meta = {
        "op": "test",
        "case": kind,
        "attributes": {},
        "arrays": {
            name: {"role": "output", "dtype": "f32", "shape": list(array.shape), "compare": {"kind": kind, **rule}}
            for name, array in arrays.items()
        },
    }
    return Fixture(Path("fake.json"), meta, arrays)


def test_rules_of_comparison():
    want = np.float32([1, 2, np.inf])
    rule = fake("allclose", want, atol=0.1, rtol=0.0)
    assert compare(rule, "y", np.float32([1.05, 2, np.inf])).passed
    assert compare(rule, "y", np.float32([1.05, 2, np.inf])).ratio == pytest.approx(0.5, rel=1e-4)
    for wrong in ([1.2, 2, np.inf], [1, np.nan, np.inf], [1, 2, 3], [1, 2, -np.inf]):
        assert not compare(rule, "y", np.float32(wrong)).passed
    assert not compare(rule, "y", np.float32([1, 2])).passed
    masked = fake("allclose", want, atol=0.1, rtol=0.0, mask="mask_array", mask_array=np.array([True, False, False]))
    assert compare(masked, "y", np.float32([1, 99, 99])).passed
    assert not compare(masked, "y", np.float32([9, 2, np.inf])).passed
    sets = fake("index_set", np.array([[0, 2, -1]]))
    assert compare(sets, "y", np.array([[2, -1, 0]])).passed
    assert not compare(sets, "y", np.array([[2, 1, 0]])).passed
    assert compare(fake("exact", np.float32([0.0])), "y", np.float32([-0.0])).passed
    assert not compare(fake("exact", np.float32([0.0])), "y", np.float32([1e-30])).passed
    norm = fake("rel_l2", np.float32([3, 4]), tol=0.1)
    assert compare(norm, "y", np.float32([3, 4.4])).error == pytest.approx(0.08, rel=1e-4)
    assert not compare(norm, "y", np.float32([3, 5])).passed
    ties = fake("score_of_choice", np.array([[0, 1]]), scores=np.float32([[5, 3, 3]]))
    assert compare(ties, "y", np.array([[2, 0]])).passed
    for wrong in ([[1, 2]], [[0, 0]], [[0, -1]]):
        assert not compare(ties, "y", np.array(wrong)).passed
    with pytest.raises(ValueError, match="unknown rule 'nearly'"):
        compare(fake("nearly", want), "y", want)
