# Part of the dsv4 project, under the Apache License v2.0 with LLVM Exceptions.
# SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
"""This process as one of several ranks: MPI through the runtime that compiled programs use.

Programs made by `dsv4-shard` call the collectives of `libdsv4_mpi_runtime.so`; the same library starts MPI here, so
that Python needs no MPI package of its own.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import shutil
import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from . import _dsv4
from .program import TensorSpec

#: What mpirun of OpenMPI and of MPICH sets in the environment of the processes it starts.
_SIZE_VARIABLES = ("OMPI_COMM_WORLD_SIZE", "PMI_SIZE", "MPI_LOCALNRANKS")


def launched_ranks() -> int | None:
    """The number of ranks of the mpirun that started this process, None if none did."""
    for name in _SIZE_VARIABLES:
        if value := os.environ.get(name):
            return int(value)
    return None


def launch_command(ranks: int, command: Sequence[str]) -> list[str]:
    """The mpirun line that runs `command` on `ranks` ranks of this machine. Raises OSError if there is no mpirun."""
    mpirun = shutil.which("mpirun")
    if mpirun is None:
        raise OSError(f"running on {ranks} ranks needs mpirun: install OpenMPI or MPICH")
    options = ["-np", str(ranks)]
    # OpenMPI's launcher is orterun, or prterun from version 5 on; MPICH's, Hydra, has no limits to lift.
    if "hydra" not in os.path.basename(os.path.realpath(mpirun)):
        options += ["--oversubscribe"]
        if os.geteuid() == 0:
            options += ["--allow-run-as-root"]
    return [mpirun, *options, *command]


class Ranks:
    """MPI in this process; made by `start`."""

    def __init__(self):
        path = _dsv4.collectives_library()
        try:
            # Global: OpenMPI's plug-ins look for its symbols.
            self._library = ctypes.CDLL(path, ctypes.RTLD_GLOBAL)
        except OSError as error:
            raise OSError(
                f"the MPI runtime cannot be loaded: {error}; build dsv4 with MPI installed, or name the library in "
                "DSV4_MPI_RUNTIME"
            ) from error
        self._library.dsv4rt_mpi_start()
        self.rank: int = self._library.dsv4rt_mpi_rank()
        self.size: int = self._library.dsv4rt_mpi_size()
        launched = launched_ranks()
        if launched not in (None, self.size):
            raise OSError(
                f"mpirun started {launched} ranks, the MPI runtime sees {self.size}: {path} was built with another MPI"
            )

    def all_gather(self, array: np.ndarray) -> np.ndarray:
        """The arrays of all ranks, [ranks, ...]; they must have one shape and dtype."""
        array = np.ascontiguousarray(array)
        result = np.empty((self.size, *array.shape), array.dtype)
        self._library.dsv4rt_mpi_all_gather(
            array.ctypes.data_as(ctypes.c_void_p),
            result.ctypes.data_as(ctypes.c_void_p),
            ctypes.c_int64(array.nbytes),
        )
        return result

    def broadcast(self, data: bytes) -> bytes:
        """What rank 0 gives, on all ranks."""
        size = np.array([len(data)], np.int64)
        self._library.dsv4rt_mpi_broadcast(size.ctypes.data_as(ctypes.c_void_p), ctypes.c_int64(size.nbytes))
        buffer = ctypes.create_string_buffer(data if self.rank == 0 else b"", int(size[0]) + 1)
        self._library.dsv4rt_mpi_broadcast(buffer, ctypes.c_int64(int(size[0])))
        return buffer.raw[: int(size[0])]

    def are_alike(self) -> bool:
        """Whether all ranks run on the same kind of processor."""
        name = np.zeros(64, np.uint8)
        text = _dsv4.host_processor().encode()[:64]
        name[: len(text)] = np.frombuffer(text, np.uint8)
        return bool((self.all_gather(name) == name).all())

    def barrier(self) -> None:
        """Waits for all ranks."""
        self._library.dsv4rt_mpi_barrier()

    def fail(self, message: str) -> None:
        """Ends all ranks; the message goes to standard error."""
        sys.stdout.flush()
        self._library.dsv4rt_mpi_fail(message.encode())

    def finish(self) -> None:
        """Ends MPI; waits for all ranks."""
        self._library.dsv4rt_mpi_finish()


@contextlib.contextmanager
def start():
    """The ranks, while the block runs. An exception in the block ends all ranks, so that none waits for this one."""
    ranks = Ranks()
    try:
        yield ranks
    except SystemExit as error:
        if error.code not in (None, 0):
            ranks.fail(str(error.code))
        ranks.finish()
        raise
    except BaseException as error:
        ranks.fail(f"{type(error).__name__}: {error}")
        raise
    ranks.finish()


@dataclass(frozen=True)
class Layout:
    """How a model is divided among ranks, see `dsv4-shard`.

    `tp`: ranks of one replica of the attention, `ep`: ranks that share the routed experts, `dp`: replicas, `o_proj_tp`:
    ranks that share the o projection (None: as `tp`). `indexer` and `shared_expert`: "shard" divides it among the `tp`
    ranks, with "replicate" each has it whole.
    """

    tp: int = 1
    ep: int = 1
    dp: int = 1
    o_proj_tp: int | None = None
    indexer: str = "shard"
    shared_expert: str = "replicate"

    @property
    def ranks(self) -> int:
        """Ranks that a program of this layout needs."""
        return self.tp * self.dp

    @property
    def pipeline(self) -> str:
        """The passes that turn a model into the program of one rank."""
        output = self.o_proj_tp or 0
        options = f"tp={self.tp} ep={self.ep} dp={self.dp} o-proj-tp={output} indexer={self.indexer}"
        options += f" shared-expert={self.shared_expert}"
        return f"dsv4-shard{{{options}}},dsv4-simplify-collectives"


class Place:
    """Where one rank stands in the grid of a program, and which part of a divided array it holds."""

    def __init__(self, grid: Sequence[int], rank: int):
        self.grid = tuple(grid)
        self.coordinates = np.unravel_index(rank, self.grid) if self.grid else ()

    def ranks_along(self, axes: Sequence[int]) -> int:
        """Parts that these axes divide a dimension into."""
        return int(np.prod([self.grid[axis] for axis in axes], dtype=int))

    def full_shape(self, spec: TensorSpec) -> tuple[int, ...]:
        """The shape of the whole array of which a rank has `spec.shape`; sizes that are open stay -1."""
        split = spec.split or ((),) * len(spec.shape)
        return tuple(
            size if size < 0 else size * self.ranks_along(axes) for size, axes in zip(spec.shape, split, strict=True)
        )

    def part(self, spec: TensorSpec, shape: Sequence[int] | None = None) -> tuple[slice, ...]:
        """The slices of the whole array that this rank holds.

        `shape` is that of the whole array, needed where `spec` leaves a divided size open. Raises ValueError where the
        ranks do not divide such a size.
        """
        slices = []
        for dim, (size, axes) in enumerate(zip(spec.shape, spec.split or ((),) * len(spec.shape), strict=True)):
            if not axes:
                slices.append(slice(None))
                continue
            index = 0
            for axis in axes:
                index = index * self.grid[axis] + int(self.coordinates[axis])
            if size < 0:
                if shape is None:
                    raise ValueError(f"dimension {dim} of {spec.name} is open: its part needs the whole shape")
                parts = self.ranks_along(axes)
                if shape[dim] % parts:
                    raise ValueError(
                        f"dimension {dim} of {spec.name} has size {shape[dim]}, which {parts} ranks do not divide"
                    )
                size = shape[dim] // parts
            slices.append(slice(index * size, (index + 1) * size))
        return tuple(slices)
