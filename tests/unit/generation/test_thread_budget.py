import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.generation import thread_budget
from lab.generation.thread_budget import machine_threads, shares


def test_two_models_share_two_cores_and_the_last_one_gets_both() -> None:
    assert shares(2, ["a", "b"]) == {"a": 1, "b": 1}
    assert shares(2, ["b"]) == {"b": 2}


def test_an_odd_core_goes_to_the_first() -> None:
    assert shares(7, ["a", "b"]) == {"a": 4, "b": 3}


@given(st.integers(1, 64), st.lists(st.integers(), unique=True, max_size=8))
def test_shares_never_overbook_the_machine_unless_it_has_fewer_cores_than_models(
    budget: int, running: list[int]
) -> None:
    given_out = shares(budget, running)
    assert set(given_out) == set(running)
    assert all(share >= 1 for share in given_out.values())
    assert sum(given_out.values()) in ({0} if not running else {max(budget, len(running))})


def test_a_machine_has_at_least_one_thread() -> None:
    assert machine_threads() >= 1


@pytest.mark.parametrize(("quota", "threads"), [(None, 8), (64.0, 8), (3.0, 3), (2.5, 2), (0.5, 1)])
def test_a_container_that_gives_less_time_than_it_has_cores_gets_fewer_threads(
    monkeypatch: pytest.MonkeyPatch, quota: float | None, threads: int
) -> None:
    monkeypatch.setattr(psutil, "cpu_count", lambda **_: 8)
    monkeypatch.setattr(thread_budget.os, "sched_getaffinity", lambda _pid: set(range(8)), raising=False)
    monkeypatch.setattr(thread_budget, "quota_cores", lambda: quota)
    assert machine_threads() == threads
