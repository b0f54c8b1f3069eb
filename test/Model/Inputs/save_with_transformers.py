# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""save_with_transformers.py OFFICIAL.json OUTPUT.json: the same configuration as transformers writes it."""

import json
import pathlib
import sys
import tempfile

from transformers import DeepseekV4Config

official, output = sys.argv[1:]
config = DeepseekV4Config.from_dict(json.loads(pathlib.Path(official).read_text()))
with tempfile.TemporaryDirectory() as folder:
    config.save_pretrained(folder)
    pathlib.Path(output).write_text((pathlib.Path(folder) / "config.json").read_text())
