from __future__ import annotations

from lab.generation.thread_choice import LONGEST_REST_S, REST_S, ThreadChoice


class Machine:
    """A clock, and a choice that is asked before each token."""

    def __init__(self, allowed: int) -> None:
        self.at = 0.0
        self.choice = ThreadChoice(allowed, lambda: self.at)

    def draw(self, seconds: dict[int, float], tokens: int = 1, *, at_work: float = 0.95) -> list[int]:
        """Draw tokens that take so long with so many threads; gives how many each was drawn with."""
        used = []
        for _ in range(tokens):
            used.append(self.choice.now())
            took = seconds[used[-1]]
            self.at += took
            self.choice.took(took, took * used[-1] * (at_work if used[-1] > 1 else 0.95))
        return used


QUIET = {1: 0.040, 2: 0.025}
BUSY = {1: 0.040, 2: 0.120}


def handed_over(seconds: dict[int, float], tokens_before: int = 10) -> Machine:
    """A model that got a second thread in the middle of its answer."""
    machine = Machine(1)
    machine.draw(seconds, tokens_before)
    machine.choice.allowed = 2
    return machine


def test_more_threads_that_make_it_faster_are_kept() -> None:
    assert set(handed_over(QUIET).draw(QUIET, 500)) == {2}


def test_more_threads_that_make_it_slower_are_given_up_after_some_tokens() -> None:
    used = handed_over(BUSY).draw(BUSY, 60)
    assert used == [2] * 12 + [1] * 48


def test_they_are_tried_again_after_a_rest_and_kept_if_the_other_program_is_done() -> None:
    machine = handed_over(BUSY)
    machine.draw(BUSY, 12)
    rested = machine.draw(QUIET, round(REST_S / QUIET[1]))
    assert set(rested) == {1}
    assert set(machine.draw(QUIET, 100)[1:]) == {2}


def test_trying_in_vain_becomes_rare() -> None:
    machine = handed_over(BUSY)
    used = machine.draw(BUSY, 10_000)
    assert machine.at > 5 * LONGEST_REST_S
    assert used.count(2) < 150


def test_one_hiccup_decides_nothing() -> None:
    machine = handed_over(QUIET)
    machine.draw(QUIET, 4)
    machine.draw({2: 2.0})
    assert set(machine.draw(QUIET, 50)) == {2}


def test_fewer_threads_are_taken_at_once() -> None:
    machine = Machine(4)
    machine.draw({4: 0.01}, 20)
    machine.choice.allowed = 2
    assert machine.draw({2: 0.02}, 50) == [2] * 50


def test_without_tokens_from_before_there_is_nothing_to_compare_with() -> None:
    assert set(handed_over(BUSY, tokens_before=3).draw(BUSY, 100)) == {2}


def test_threads_that_mostly_wait_give_way_to_one_less_if_that_is_faster() -> None:
    machine = Machine(2)
    used = machine.draw(BUSY, 60, at_work=0.5)
    assert used == [2] * 12 + [1] * 48


def test_threads_that_mostly_wait_stay_if_fewer_are_no_faster() -> None:
    machine = Machine(2)
    used = machine.draw(QUIET, 1000, at_work=0.5)
    assert used[:36] == [2] * 12 + [1] * 12 + [2] * 12
    assert used.count(1) <= 12 * 4


def test_threads_that_compute_are_left_alone() -> None:
    assert set(Machine(2).draw(BUSY, 500)) == {2}


def test_a_single_thread_stays_single() -> None:
    assert set(Machine(1).draw({1: 0.04}, 500)) == {1}


def test_a_new_share_ends_a_rest() -> None:
    machine = handed_over(BUSY)
    machine.draw(BUSY, 20)
    machine.choice.allowed = 1
    machine.draw(QUIET, 10)
    machine.choice.allowed = 2
    assert set(machine.draw(QUIET, 20)) == {2}
