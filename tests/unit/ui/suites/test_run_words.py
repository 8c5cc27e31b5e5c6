"""How long a run takes and how large it is, in the words of people."""

from dataclasses import replace

import msgspec
import pytest

from lab.records import RunState, Side
from lab.runs.progress import RunProgress, SideProgress
from tests.unit.runs.asking import ITEMS, suite
from ui.suites.words import Going, going_of, size_of, state_of, sum_of, time_left

NOTHING = RunProgress(
    sides=dict.fromkeys(Side, SideProgress(planned=5, done=0, failed=0, never_asked=0)),
    left_s=None,
    paused=False,
    doing="",
    latest="",
    restarts=0,
)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (None, "Time left is known after the first answers."),
        (0.0, "Less than a minute left."),
        (59.9, "Less than a minute left."),
        (61, "About 1 minute left."),
        (240, "About 4 minutes left."),
        (59 * 60, "About 59 minutes left."),
        (59.8 * 60, "About 1 hour left."),
        (3 * 3600 + 600, "About 3 hours left."),
    ],
)
def test_time_left(seconds: float | None, words: str) -> None:
    assert time_left(replace(NOTHING, left_s=seconds)) == words


def test_a_suite_is_as_large_as_its_prompts_with_those_that_follow() -> None:
    assert size_of(suite()) == "5 prompts, 1 check"
    assert size_of(msgspec.structs.replace(suite(ITEMS[1]))) == "3 prompts, no checks"
    assert sum_of(suite(), 1) == "5 prompts × 2 models = 10 answers"
    assert sum_of(suite(ITEMS[2]), 600) == "1 prompt × 600 samples × 2 models = 1,200 answers"


def test_states_say_how_far_it_is() -> None:
    assert state_of(RunState.STOPPED, 18, 40) == "Stopped, 18 of 40"
    assert state_of(RunState.FINISHED, 40, 40) == "Finished, 40 answers"
    assert state_of(RunState.RUNNING, 1800, 4000) == "Running elsewhere, 1,800 of 4,000"
    assert [going_of(going, 1, 2) for going in Going] == [
        "Running, 1 of 2",
        "Paused, 1 of 2",
        "Waiting, 1 of 2",
        "Stopping, 1 of 2",
    ]
