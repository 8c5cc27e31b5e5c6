"""Takes rights away from a worker before it meets a stranger's model: nothing that it needs, all that could do harm.

Linux only, by what every user may ask of the kernel: seccomp refuses system calls, Landlock refuses files, resource
limits do the rest. Each is tried by itself, and what an odd kernel refuses is told and not fatal. A refused call fails
with "not permitted" instead of ending the process, so a library that only tries something goes on.

Reading stays allowed everywhere: models lie anywhere, drivers too, and without a network what is read can only be
answered to the user. There is no limit on processes either: Linux counts those of the whole user. A worker can't start
any, though.
"""

from __future__ import annotations

import ctypes
import os
import platform
import struct
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from errno import EACCES, ENOSYS, EPERM
from pathlib import Path

OFF_SWITCH = "COUNTERPOINT_UNCONFINED"
"""This environment variable leaves workers their rights, for drivers that can't do without."""

_MAX_WRITTEN_BYTES = 64 * 1024 * 1024
"""To one file, which can only be the log behind standard error."""
_MAX_OPEN_FILES = 1024
"""A model may come in some hundred files."""
_NO_NEW_PRIVILEGES = 38

_SECCOMP_SET_FILTER, _ALL_THREADS, _AS_FAST_AS_BEFORE = 1, 1, 4
"""The last: without it, kernels before 5.16 slow down a process with a filter against attacks that need one in it."""
_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000
_LOAD_WORD, _JUMP_IF_EQUAL, _JUMP_IF_AT_LEAST, _JUMP_IF_BITS, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_NUMBER_OFFSET, _ARCHITECTURE_OFFSET, _FIRST_ARGUMENT_OFFSET = 0, 4, 16
_OTHER_NUMBERS = 0x40000000
"""From here on x86-64 has its calls a second time."""
_A_THREAD = 0x00010000


class Limit(StrEnum):
    """What a confined process can't do, in words for ``doctor``."""

    NETWORK = "no network"
    PROGRAMS = "no new programs"
    PROCESSES = "no reach into other processes"
    FILES = "files read-only"
    SIZES = "no core dumps"


@dataclass(frozen=True, slots=True, kw_only=True)
class Confinement:
    """What became of it."""

    in_force: tuple[Limit, ...]
    not_in_force: str = ""
    """Why the rest is missing, in words; empty if nothing is."""


_MACHINES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Which column of the numbers is a processor's, and its sign in the kernel."""
_SECCOMP, _CLONE, _CLONE3 = (317, 277), (56, 220), 435
_REFUSED = {
    "socket": (41, 198), "connect": (42, 203), "accept": (43, 202), "accept4": (288, 242), "bind": (49, 200),
    "listen": (50, 201), "sendto": (44, 206), "sendmsg": (46, 211), "sendmmsg": (307, 269),
    "execve": (59, 221), "execveat": (322, 281), "fork": (57, -1), "vfork": (58, -1),
    "ptrace": (101, 117), "process_vm_readv": (310, 270), "process_vm_writev": (311, 271), "pidfd_getfd": (438, 438),
    "unshare": (272, 97), "setns": (308, 268), "bpf": (321, 280), "perf_event_open": (298, 241),
    "userfaultfd": (323, 282), "add_key": (248, 217), "request_key": (249, 218), "keyctl": (250, 219),
    # These do what others do without their being called.
    "io_uring_setup": (425, 425), "io_uring_enter": (426, 426), "io_uring_register": (427, 427),
}  # fmt: skip
"""System calls that running a model never needs, and their numbers on each processor; -1 where there is none."""

_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_EXECUTE, _WRITE, _REMOVE_AND_MAKE, _TRUNCATE, _MOVE = 1, 1 << 1, 0b1_1111_1111 << 4, 1 << 14, 1 << 13
_DEVICES = ("null", "nvidia*", "dri", "kfd", "dxg")
"""What a GPU's driver writes to, below /dev."""


def confine() -> Confinement:
    """Give up, for good, all rights of this process that running a model does not need.

    Call it before other threads are started and after everything that is written to has been opened.
    """
    if sys.platform != "linux":
        return Confinement(in_force=(), not_in_force=f"{platform.system()} offers nothing for this that is used here")
    if os.environ.get(OFF_SWITCH):
        return Confinement(in_force=(), not_in_force=f"switched off by {OFF_SWITCH}")
    in_force: list[Limit] = []
    missing = []
    steps: tuple[tuple[Callable[[], None], tuple[Limit, ...]], ...] = (
        (_limit_sizes, (Limit.SIZES,)),
        (_forbid_privileges, ()),
        (_restrict_files, (Limit.FILES,)),
        (_filter_calls, (Limit.NETWORK, Limit.PROGRAMS, Limit.PROCESSES)),
    )
    for step, limits in steps:
        try:
            step()
            in_force += limits
        except (OSError, ValueError, AttributeError) as error:
            missing.append(f"{', '.join(limits) or 'no new privileges'}: {error}")
    return Confinement(in_force=tuple(sorted(in_force, key=list(Limit).index)), not_in_force="; ".join(missing))


def _limit_sizes() -> None:
    import resource

    for kind, wanted in (
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, _MAX_WRITTEN_BYTES),
        (resource.RLIMIT_NOFILE, _MAX_OPEN_FILES),
    ):
        _, hard = resource.getrlimit(kind)
        limit = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        resource.setrlimit(kind, (limit, limit))


def _forbid_privileges() -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_NO_NEW_PRIVILEGES, ctypes.c_ulong(1), ctypes.c_ulong(0), ctypes.c_ulong(0), ctypes.c_ulong(0)):
        raise _refusal()


def _filter_calls() -> None:
    column, sign = _MACHINES.get(platform.machine(), (None, 0))
    if column is None or struct.calcsize("P") != 8 or sys.byteorder != "little":
        raise OSError(f"not known for {platform.machine()}")
    code = b"".join(_filter(column, sign))
    buffer = ctypes.create_string_buffer(code, len(code))
    program = ctypes.create_string_buffer(struct.pack("@HP", len(code) // 8, ctypes.addressof(buffer)))
    try:
        _call(_SECCOMP[column], _SECCOMP_SET_FILTER, _ALL_THREADS | _AS_FAST_AS_BEFORE, ctypes.addressof(program))
    except OSError:  # a kernel before 4.17
        _call(_SECCOMP[column], _SECCOMP_SET_FILTER, _ALL_THREADS, ctypes.addressof(program))


def _filter(column: int, sign: int) -> Iterator[bytes]:
    """The lines of the program that the kernel asks at every call.

    A jump has two numbers: how many lines it skips if its condition holds, and if not.
    """

    def line(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
        return struct.pack("<HBBI", code, if_true, if_false, value)

    refuse = line(_RETURN, _REFUSE | EPERM)
    yield line(_LOAD_WORD, _ARCHITECTURE_OFFSET)
    yield line(_JUMP_IF_EQUAL, sign, if_true=1)
    yield refuse
    yield line(_LOAD_WORD, _NUMBER_OFFSET)
    yield line(_JUMP_IF_AT_LEAST, _OTHER_NUMBERS, if_false=1)
    yield refuse
    for numbers in _REFUSED.values():
        if numbers[column] >= 0:
            yield line(_JUMP_IF_EQUAL, numbers[column], if_false=1)
            yield refuse
    # What clone3 is to do can't be seen from here, so it is said not to exist; then the C library takes clone.
    yield line(_JUMP_IF_EQUAL, _CLONE3, if_false=1)
    yield line(_RETURN, _REFUSE | ENOSYS)
    yield line(_JUMP_IF_EQUAL, _CLONE[column], if_false=3)
    yield line(_LOAD_WORD, _FIRST_ARGUMENT_OFFSET)
    yield line(_JUMP_IF_BITS, _A_THREAD, if_true=1)
    yield refuse
    yield line(_RETURN, _ALLOW)


def _restrict_files() -> None:
    if len(list(Path("/proc/self/task").iterdir())) != 1:
        raise OSError("other threads run already")
    version = _call(_LANDLOCK_CREATE, None, 0, 1)
    handled = _EXECUTE | _WRITE | _REMOVE_AND_MAKE
    handled |= (_MOVE if version >= 2 else 0) | (_TRUNCATE if version >= 3 else 0)
    # Newer kernels also keep TCP, other programs' sockets without a file, and their processes from it.
    attributes = [handled, *([0b11] if version >= 4 else []), *([0b11] if version >= 6 else [])]
    rules = _call(_LANDLOCK_CREATE, struct.pack(f"<{len(attributes)}Q", *attributes), len(attributes) * 8, 0)
    try:
        for pattern in _DEVICES:
            for device in Path("/dev").glob(pattern):
                with suppress(OSError):  # a device that can't be opened can't be written to either
                    _allow_writing(rules, device)
        _call(_LANDLOCK_RESTRICT, rules, 0)
    finally:
        os.close(rules)


def _allow_writing(rules: int, path: Path) -> None:
    descriptor = os.open(path, os.O_PATH | os.O_CLOEXEC)
    try:
        _call(_LANDLOCK_ADD, rules, 1, struct.pack("<Qi", _WRITE, descriptor), 0)
    finally:
        os.close(descriptor)


def _call(number: int, *arguments: int | bytes | None) -> int:
    """A system call for which the C library has no function."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.syscall.restype = ctypes.c_long
    given = [ctypes.c_long(each) if isinstance(each, int) else ctypes.c_char_p(each) for each in arguments]
    result: int = libc.syscall(ctypes.c_long(number), *given)
    if result < 0:
        raise _refusal()
    return result


def _refusal() -> OSError:
    number = ctypes.get_errno()
    return OSError("this kernel does not offer it" if number in (ENOSYS, EACCES) else os.strerror(number))
