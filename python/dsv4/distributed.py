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
import shlex
import shutil
import subprocess
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


#: Where to look for the mpirun of an MPI: `mpirun` may be a link to that of another one, as on Debian with both.
LAUNCHERS = {
    "OpenMPI": ("mpirun", "mpiexec", "mpirun.openmpi", "mpiexec.openmpi", "orterun", "prterun"),
    "MPICH": ("mpirun", "mpiexec", "mpirun.mpich", "mpiexec.mpich", "mpiexec.hydra"),
}
#: What `mpirun --version` of each says. Intel's is MPICH's by its interface.
_SIGNS = {"OpenMPI": ("open mpi", "open-mpi", "openrte", "prrte"), "MPICH": ("hydra", "mpich", "intel(r) mpi")}


def _load_library() -> ctypes.CDLL:
    """The MPI runtime; MPI itself is not started. Raises OSError."""
    try:
        # Global: OpenMPI's plug-ins look for its symbols.
        return ctypes.CDLL(_dsv4.collectives_library(), ctypes.RTLD_GLOBAL)
    except OSError as error:
        raise OSError(
            f"the MPI runtime cannot be loaded: {error}; build dsv4 with MPI installed, or name the library in "
            "DSV4_MPI_RUNTIME"
        ) from error


def implementation() -> str:
    """The MPI that the runtime is built with, such as "OpenMPI 4.1.4". Raises OSError if there is no runtime."""
    function = _load_library().dsv4rt_mpi_implementation
    function.restype = ctypes.c_char_p
    return function().decode()


def launcher_family(mpirun: str | os.PathLike) -> str | None:
    """Whose mpirun this is, "OpenMPI" or "MPICH", by what its --version says; None for neither."""
    try:
        done = subprocess.run([mpirun, "--version"], capture_output=True, text=True, timeout=30)
    except (OSError, subprocess.TimeoutExpired):
        return None
    text = (done.stdout + done.stderr).lower()
    return next((family for family, signs in _SIGNS.items() if any(sign in text for sign in signs)), None)


def _find_launcher(ranks: int) -> tuple[list[str], str]:
    """The mpirun of the runtime's MPI, with options that the user gave, and its family."""
    ours = implementation()
    family = ours.split()[0]
    if chosen := shlex.split(os.environ.get("DSV4_MPIRUN", "")):
        if (path := shutil.which(chosen[0])) is None:
            raise OSError(f"DSV4_MPIRUN names {chosen[0]}, which is not a program")
        if (theirs := launcher_family(path)) not in (None, family):
            raise OSError(
                f"{chosen[0]} of DSV4_MPIRUN is {theirs}'s, but the MPI runtime {_dsv4.collectives_library()} is built "
                f"with {ours}: name an mpirun of {family}, or a runtime built with {theirs} in DSV4_MPI_RUNTIME"
            )
        return [path, *chosen[1:]], family
    others = {}
    for name in LAUNCHERS[family]:
        if (path := shutil.which(name)) is None:
            continue
        if (theirs := launcher_family(path)) == family:
            return [path], family
        others[path] = theirs
    found = ", ".join(f"{path} ({theirs or 'unknown'})" for path, theirs in others.items()) or "none"
    raise OSError(
        f"running on {ranks} ranks needs the mpirun of {ours}, with which the MPI runtime is built; found on PATH: "
        f"{found}; install {family}, or name its mpirun in DSV4_MPIRUN"
    )


def launch_command(ranks: int, command: Sequence[str]) -> list[str]:
    """The mpirun line that runs `command` on `ranks` ranks of this machine.

    The mpirun is the one of the MPI that the runtime is built with, or what DSV4_MPIRUN says, which may have options
    ("mpirun --hostfile hosts"). Raises OSError if there is none.
    """
    launcher, family = _find_launcher(ranks)
    options = ["-np", str(ranks)]
    # MPICH's launcher has no such limits to lift.
    if family == "OpenMPI":
        options += ["--oversubscribe"]
        if os.geteuid() == 0:
            options += ["--allow-run-as-root"]
    return [*launcher, *options, *command]


class Ranks:
    """MPI in this process; made by `start`."""

    def __init__(self):
        self._library = _load_library()
        # Ends the process if the mpirun of another MPI started it.
        self._library.dsv4rt_mpi_start()
        self.rank: int = self._library.dsv4rt_mpi_rank()
        self.size: int = self._library.dsv4rt_mpi_size()

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
