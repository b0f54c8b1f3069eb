# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""Sizes of a call: which dimensions have them, and how type rules that take numbers see symbols of PyTorch."""

from __future__ import annotations

import torch

#: Dimensions whose size belongs to the call and not to the model, by the names in the shape tables of the ops. Leading
#: dimensions ("...0") and the rows of a KV list ("n of kv_list[0]") do too.
_CALL_SIZES = {"B", "S", "C", "T", "P", "ceil(S / ratio)"}
_CALL_SIZES_OF = {"scatter_nd_update_mla": {"N"}, "sparse_attn_sharedkv": {"M"}}


def is_call_size(operator: str, dimension: str) -> bool:
    """Whether requests, tokens or rows are counted: code takes any number of them, traces keep them symbolic."""
    return (
        dimension in _CALL_SIZES
        or dimension in _CALL_SIZES_OF.get(operator, ())
        or dimension.startswith(("...", "n of "))
    )


class StandIns:
    """Numbers that stand for symbolic sizes.

    Each symbol stands for a prime of its own, far above all sizes of a model, so two sizes get the same number exactly
    if their expressions are equal, and a size that a type rule returns is recognised.
    """

    _PRIMES = (
        100000007,
        100000037,
        100000039,
        100000049,
        100000073,
        100000081,
        100000123,
        100000127,
        100000193,
        100000213,
    )

    def __init__(self):
        self._symbols: dict = {}
        self._sizes: dict[int, torch.SymInt] = {}

    def number(self, size: int | torch.SymInt) -> int:
        """The size, or what stands for it."""
        if isinstance(size, int):
            return size
        import sympy

        expression = size.node.expr
        for symbol in sorted(expression.free_symbols, key=str):
            if symbol not in self._symbols:
                if len(self._symbols) == len(self._PRIMES):
                    raise RuntimeError(f"an operator has more than {len(self._PRIMES)} symbolic sizes")
                self._symbols[symbol] = sympy.Integer(self._PRIMES[len(self._symbols)])
        number = int(expression.subs(self._symbols))
        self._sizes.setdefault(number, size)
        return number

    def concrete(self, size: int | torch.SymInt) -> int:
        """The size in the example that is traced, or what stands for it if that is not known."""
        if isinstance(size, int):
            return size
        return size.node.hint if size.node.has_hint() else self.number(size)

    def size(self, number: int) -> int | torch.SymInt:
        """The size of a result that a number stands for.

        A new symbol for what no operand has: a size that depends on the data (-1), and the rows `ceil(S / ratio)` of a
        compressor, which PyTorch would else take to be never 1, a claim about `S` that is not true.
        """
        if number in self._sizes:
            return self._sizes[number]
        if number < 0:
            return torch.library.get_ctx().new_dynamic_size()
        # Sizes of a model are far smaller than a stand-in divided by the largest ratio.
        if self._sizes and number >= min(self._PRIMES) // 128:
            self._sizes[number] = torch.library.get_ctx().new_dynamic_size()
            return self._sizes[number]
        return number
