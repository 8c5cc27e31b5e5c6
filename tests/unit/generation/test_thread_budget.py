from hypothesis import given
from hypothesis import strategies as st

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
