# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""DeepSeek-V4 in PyTorch on dsv4's operators.

>>> import dsv4.torch
>>> dsv4.torch.patch(model)                       # a DeepseekV4ForCausalLM of transformers
>>> module = dsv4.torch.export(model, batch=1, context=4096)   # dsv4 IR: price it, compile it

Importing this registers `torch.ops.dsv4.*`.
"""

try:
    import torch
    import transformers
except ImportError as error:
    raise ImportError("dsv4.torch needs PyTorch and transformers: pip install 'dsv4[torch]'") from error

from .exporting import export, weights
from .operators import OPERATORS
from .patching import is_patched, patch, unpatch

__all__ = ["OPERATORS", "export", "is_patched", "patch", "unpatch", "weights"]

del torch, transformers
