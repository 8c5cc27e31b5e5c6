"""Whether the process that writes an answer still lives."""

import subprocess
import sys

import psutil
import pytest

from lab.storage.owner import is_alive, own_name


def test_this_process_lives() -> None:
    assert is_alive(own_name())


def test_a_process_that_has_ended_does_not() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        name = f"{other.pid}@{psutil.Process(other.pid).create_time():.2f}"
        assert is_alive(name)
        other.communicate(b"\n")
    assert not is_alive(name)


def test_a_number_that_is_used_again_is_another_process() -> None:
    number, _, began = own_name().partition("@")
    assert not is_alive(f"{number}@{float(began) - 60:.2f}")


@pytest.mark.parametrize("name", ["", "me", "1", "1@", "1@soon", "@5", "\u0661@5", "9" * 30 + "@5"])
def test_what_is_no_name_lives_nowhere(name: str) -> None:
    assert not is_alive(name)


def test_a_clock_that_is_set_right_a_little_kills_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    name, began = own_name(), psutil.Process().create_time()
    monkeypatch.setattr(psutil.Process, "create_time", lambda _self: began + 1)
    assert is_alive(name)
    assert own_name() == name
