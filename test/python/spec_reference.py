# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""The formulas of DeepSeek-V4 in numpy, float64, one token or row at a time.

Written from the specification of the model and not from the dialect: no states, no caches, no batches where the
formula has none. A request is one sequence; `p` is a position, `r` a compression ratio, `W` the window.
"""

import numpy as np


def rms_norm(x: np.ndarray, weight: np.ndarray | None = None, eps: float = 1e-6) -> np.ndarray:
    """x [.., n] over the root of its mean square, times weight [n]."""
    y = x / np.sqrt(np.mean(np.square(x), axis=-1, keepdims=True) + eps)
    return y if weight is None else y * weight


def rotate(x: np.ndarray, cos: np.ndarray, sin: np.ndarray) -> np.ndarray:
    """The pairs (2i, 2i + 1) of the last channels of x [.., d] by the angles of cos, sin [.., rd / 2]."""
    half = cos.shape[-1]
    y = np.array(x, np.float64)
    even, odd = y[..., -2 * half :: 2].copy(), y[..., -2 * half + 1 :: 2].copy()
    y[..., -2 * half :: 2] = even * cos - odd * sin
    y[..., -2 * half + 1 :: 2] = even * sin + odd * cos
    return y


def window_positions(p: int, W: int) -> list[int]:
    """What a query at `p` sees of the window, in ascending order."""
    return list(range(max(p - W + 1, 0), p + 1))


def visible_rows(p: int, r: int) -> list[int]:
    """The compressed rows that a query at `p` sees: those whose last token is at `p` or before."""
    return [t for t in range(p + 1) if (t + 1) * r - 1 <= p]


class Compressor:
    """The weights of a compressor: wkv, wgate [c * d, D], ape [r, c * d], norm [d], cos and sin [positions, rd / 2]."""

    def __init__(self, random: np.random.Generator, ratio: int, overlap: bool, d=32, D=24, rd=8, positions=300):
        self.ratio, self.overlap, self.d, self.D = ratio, overlap, d, D
        width = 2 * d if overlap else d
        self.wkv, self.wgate = (random.standard_normal((width, D)).astype(np.float32) * 0.3 for _ in range(2))
        self.ape = random.standard_normal((ratio, width)).astype(np.float32)
        self.norm = random.uniform(0.5, 1.5, d).astype(np.float32)
        angle = np.arange(positions)[:, None] * np.float64(10000.0) ** (-np.arange(rd // 2) * 2 / rd)
        self.cos, self.sin = np.cos(angle).astype(np.float32), np.sin(angle).astype(np.float32)

    def values(self, x: np.ndarray) -> np.ndarray:
        """What every token x [L, D] contributes: [L, c * d]."""
        return np.float64(x) @ np.float64(self.wkv).T

    def logits(self, x: np.ndarray) -> np.ndarray:
        """With which weight before the softmax, [L, c * d]: the bias is that of the position in the window."""
        ape = np.stack([self.ape[p % self.ratio] for p in range(len(x))]) if len(x) else self.ape[:0]
        return np.float64(x) @ np.float64(self.wgate).T + ape

    def row(self, x: np.ndarray, t: int) -> np.ndarray:
        """Row t [d] of the sequence x [L, D]."""
        r, d = self.ratio, self.d
        a, g = self.values(x), self.logits(x)
        own = range(t * r, (t + 1) * r)
        if self.overlap:
            slots = [(a[p, d:], g[p, d:]) for p in own]
            # The first row has no window before it.
            slots += [(a[p - r, :d], g[p - r, :d]) for p in own if p >= r]
        else:
            slots = [(a[p], g[p]) for p in own]
        values, logits = (np.stack(part) for part in zip(*slots, strict=True))
        weights = np.exp(logits - logits.max(axis=0))
        pooled = (weights * values).sum(axis=0) / weights.sum(axis=0)
        return rotate(rms_norm(pooled, self.norm), self.cos[t * r], self.sin[t * r])

    def rows(self, x: np.ndarray) -> np.ndarray:
        """All complete rows of the sequence x [L, D]: [floor(L / r), d]."""
        return np.array([self.row(x, t) for t in range(len(x) // self.ratio)]).reshape(-1, self.d)

    def live_state(self, x: np.ndarray) -> list[tuple[int, int, np.ndarray, np.ndarray]]:
        """What later tokens read of the state after x [L, D]: (state row, number of channels, values, logits)."""
        r, d, count = self.ratio, self.d, len(x)
        a, g = self.values(x), self.logits(x)
        begun = count - count % r
        offset = r if self.overlap else 0
        live = [(offset + p - begun, a.shape[1], a[p], g[p]) for p in range(begun, count)]
        if self.overlap and begun:
            live += [(j, d, a[begun - r + j, :d], g[begun - r + j, :d]) for j in range(r)]
        return live


def attention(q: np.ndarray, sink: np.ndarray, rows: np.ndarray, scale: float) -> np.ndarray:
    """q [H, d] over the rows [n, d], each key and value, with a sink [H] in the denominator; 0 without rows."""
    if len(rows) == 0:
        return np.zeros(q.shape)
    scores = scale * np.float64(q) @ np.float64(rows).T
    largest = scores.max(axis=1, keepdims=True)
    weights = np.exp(scores - largest)
    # A sink that no float64 holds any more takes all the weight.
    with np.errstate(over="ignore"):
        denominator = weights.sum(axis=1) + np.exp(np.float64(sink) - largest[:, 0])
    return weights @ np.float64(rows) / denominator[:, None]


def indexer_scores(q: np.ndarray, keys: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """q [HI, d], keys [T, d], weights [HI]: relu per head, then the weight: [T]."""
    return np.float64(weights) @ np.maximum(np.float64(q) @ np.float64(keys).T, 0)


def hc_mixes(
    mix: np.ndarray, scale: np.ndarray, base: np.ndarray, h: int, iterations: int, eps: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """mix [N, (2 + h) h], scale [3], base [(2 + h) h]: pre [N, h], post [N, h], comb [N, h, h] (section 2.1)."""
    mix, scale, base = np.float64(mix), np.float64(scale), np.float64(base)
    pre = 1 / (1 + np.exp(-(mix[:, :h] * scale[0] + base[:h]))) + eps
    post = 2 / (1 + np.exp(-(mix[:, h : 2 * h] * scale[1] + base[h : 2 * h])))
    c = (mix[:, 2 * h :] * scale[2] + base[2 * h :]).reshape(-1, h, h)
    c = np.exp(c - c.max(axis=2, keepdims=True))
    c = c / c.sum(axis=2, keepdims=True) + eps
    c = c / (c.sum(axis=1, keepdims=True) + eps)
    for _ in range(iterations - 1):
        c = c / (c.sum(axis=2, keepdims=True) + eps)
        c = c / (c.sum(axis=1, keepdims=True) + eps)
    return pre, post, c
