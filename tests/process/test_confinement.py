"""What a worker can't do, whatever a model makes of it."""

from __future__ import annotations

import json
import os
import queue
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from lab.generation import confinement
from lab.generation.confinement import OFF_SWITCH, Limit
from lab.generation.engine_report import ask_engine
from lab.generation.protocol import Event, Loaded
from lab.generation.worker_process import WorkerProcess

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(sys.platform != "linux", reason="only Linux offers these limits"),
]

_ALLOWED = ("reading", "a thread", "a line in the log")
_NEEDS_NUMBERS_OF_X86 = "a call by another number"
_NEEDS = {
    Limit.NETWORK: (
        *("a socket", "a socket in a thread", "a local socket", "connect by an inherited socket"),
        *("send by an inherited socket", "io_uring", _NEEDS_NUMBERS_OF_X86),
    ),
    Limit.PROGRAMS: ("a program", "a program instead of this", "a process"),
    Limit.PROCESSES: ("a debugger on the app",),
    Limit.FILES: ("a new file", "a new folder", "a link", "a change", "a cut", "another name", "an end"),
    Limit.SIZES: ("a full disk",),
}


def _trespass(folder: Path, wish: str) -> tuple[dict[str, str], list[str]]:
    """What came of each attempt, empty if it worked; and what is in force."""
    (folder / "there").write_text("a user's file")
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        socket.socket() as connecting,
        socket.socket(type=socket.SOCK_DGRAM) as sending,
        (folder / "log").open("w+b") as log,
    ):
        words = [wish, str(folder), str(connecting.fileno()), str(sending.fileno()), str(server.getsockname()[1])]
        done = subprocess.run(
            [sys.executable, "-m", "tests.process.trespasser", *words],
            stdout=subprocess.PIPE,
            stderr=log,
            pass_fds=(connecting.fileno(), sending.fileno()),
            cwd=Path(__file__).parents[2],
            check=True,
        )
    report = json.loads(done.stdout)
    return report["outcomes"], report["in_force"]


def test_what_a_limit_says_is_refused(tmp_path: Path) -> None:
    outcomes, in_force = _trespass(tmp_path, "confine")
    if not in_force:
        pytest.skip("this kernel offers no limits")
    for limit in map(Limit, in_force):
        worked = [name for name in _NEEDS[limit] if not outcomes[name]]
        assert not worked, f"{limit}, and yet: {worked}"
    assert {name: outcomes[name] for name in _ALLOWED} == dict.fromkeys(_ALLOWED, "")
    if Limit.FILES in in_force:
        assert (tmp_path / "there").read_text() == "a user's file"
        assert sorted(path.name for path in tmp_path.iterdir()) == ["log", "there"]


def test_without_limits_the_same_works(tmp_path: Path) -> None:
    outcomes, _ = _trespass(tmp_path, "stay free")
    # Some of these the system may refuse to everybody; the others would be refused for no reason of ours.
    perhaps = {"io_uring", _NEEDS_NUMBERS_OF_X86, "a debugger on the app"}
    assert {name: why for name, why in outcomes.items() if why and name not in perhaps} == {}


def test_a_real_worker_has_given_up_its_rights(tiny_base: Path) -> None:
    limits = ask_engine().limits
    events: queue.SimpleQueue[Event] = queue.SimpleQueue()
    worker = WorkerProcess(events.put)
    try:
        worker.load(tiny_base, context_tokens=512, threads=1)
        while not isinstance(events.get(timeout=60), Loaded):
            pass
        status = Path(f"/proc/{worker.pid}/status").read_text()
        allowed = Path(f"/proc/{worker.pid}/limits").read_text()
    finally:
        worker.close()
    facts = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert (facts["Seccomp"] == "2") == (Limit.NETWORK in limits)
    assert facts["NoNewPrivs"] == "1"
    core = next(line for line in allowed.splitlines() if line.startswith("Max core file size"))
    assert core.split()[4:6] == ["0", "0"]


_WITH_A_KERNEL_THAT = """
import sys
from lab.generation import confinement
{change}
result = confinement.confine()
print(*result.in_force, sep="|")
print(result.not_in_force)
"""


@pytest.mark.parametrize(
    ("change", "kept", "told"),
    [
        (
            "confinement._SECCOMP = (9999, 9999)",
            Limit.FILES,
            "no network, no new programs",
        ),
        ("confinement._LANDLOCK_CREATE = 9999", Limit.NETWORK, "files read-only: this kernel does not offer it"),
        ("confinement._MACHINES = {}", Limit.FILES, "not known for"),
        (
            "import threading; threading.Thread(target=threading.Event().wait, daemon=True).start()",
            Limit.NETWORK,
            "other threads",
        ),
    ],
    ids=["has no seccomp", "has no Landlock", "is of another processor", "has threads already"],
)
def test_what_a_kernel_lacks_is_told_and_the_rest_is_in_force(change: str, kept: Limit, told: str) -> None:
    script = _WITH_A_KERNEL_THAT.format(change=change)
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    in_force, missing = done.stdout.splitlines()
    if kept not in ask_engine().limits:
        pytest.skip("this kernel lacks more than that")
    assert kept in in_force.split("|")
    assert told in missing


def test_who_needs_to_can_switch_it_off(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(OFF_SWITCH, "1")
    report = ask_engine()
    assert report.limits == ()
    assert report.limits_missing == f"switched off by {OFF_SWITCH}"


def test_elsewhere_nothing_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(confinement.sys, "platform", "darwin")
    told = confinement.confine()
    assert told.in_force == ()
    assert told.not_in_force
    assert os.access(__file__, os.W_OK)  # this process still has its rights
