"""The suites that ship are sound, and each of their checks does what its own examples say."""

from __future__ import annotations

from importlib.resources import files

import pytest

from lab.records import FinishReason, Framing
from lab.suites.checks.kinds import Complies, Matches, StopsByItself
from lab.suites.checks.registry import describe, run_check
from lab.suites.checks.result import Answer, Verdict
from lab.suites.reading import as_toml, parse_suite, unsound
from lab.suites.shelf import shipped_suites
from lab.suites.suite import Suite

SUITES = shipped_suites()
each_suite = pytest.mark.parametrize("suite", SUITES, ids=lambda suite: suite.id)


def test_there_is_a_suite_for_each_thing_that_people_come_to_see() -> None:
    assert [suite.id for suite in SUITES] == [
        "first-meeting", "follows-instructions", "knows-when-to-stop", "same-question-five-times", "style-and-format",
        "refusals", "sure-but-wrong", "personality", "raw-completion",
    ]  # fmt: skip


def test_a_file_is_called_like_its_suite() -> None:
    names = sorted(each.name for each in (files("resources") / "suites").iterdir() if each.name.endswith(".toml"))
    assert [name[3:] for name in names] == [f"{suite.id}.toml" for suite in SUITES]


@each_suite
def test_a_suite_is_as_long_as_a_lesson_and_says_whom_it_is_for(suite: Suite) -> None:
    assert 10 <= len(suite.items) <= 25
    assert suite.shows.endswith(".")
    assert suite.for_whom.endswith((".", "?"))
    assert suite.max_tokens is not None


@each_suite
def test_every_item_says_what_to_look_for(suite: Suite) -> None:
    assert [item.id for item in suite.items if not item.look_for.endswith((".", "?"))] == []


@each_suite
def test_every_check_does_what_its_examples_say(suite: Suite) -> None:
    assert unsound(suite) == []


@each_suite
def test_every_check_of_a_text_has_one_that_passes_and_one_that_fails(suite: Suite) -> None:
    checks = [(item.id, check) for item in suite.items for check in item.checks]
    bare = [
        item for item, check in checks if not isinstance(check, StopsByItself) and not (check.passes and check.fails)
    ]
    assert bare == []
    for _, check in checks:
        if isinstance(check, StopsByItself):
            stopped, cut_off = (
                run_check(check, Answer(text="Hello.", finish_reason=reason)).verdict
                for reason in (FinishReason.END_OF_ANSWER, FinishReason.LENGTH_LIMIT)
            )
            assert (stopped, cut_off) == (Verdict.PASSED, Verdict.FAILED)


@each_suite
def test_a_prompt_that_is_only_repeated_is_no_answer(suite: Suite) -> None:
    """Base models do that often, so no item may be passed by it."""
    for item in suite.items:
        echo = Answer(text=(item.prompt, *item.turns)[-1], finish_reason=FinishReason.LENGTH_LIMIT)
        telling = [check for check in item.checks if not isinstance(check, Complies)]
        verdicts = [run_check(check, echo).verdict for check in telling]
        assert not telling or set(verdicts) != {Verdict.PASSED}, item.id


@each_suite
def test_every_check_can_be_told_in_words(suite: Suite) -> None:
    checks = [check for item in suite.items for check in item.checks]
    assert all(map(describe, checks))
    assert all(check.label for check in checks if isinstance(check, Matches)), "a pattern says nothing to a learner"


def test_no_prompt_stands_in_two_suites_with_the_same_words_before_it() -> None:
    asked = [(item.system_prompt, item.prompt) for suite in SUITES for item in suite.items]
    assert len(set(asked)) == len(asked)


@each_suite
def test_a_suite_survives_being_written_anew(suite: Suite) -> None:
    assert parse_suite(as_toml(suite).encode(), "again.toml") == suite


def test_the_suites_ask_for_what_shows_their_point() -> None:
    by_id = {suite.id: suite for suite in SUITES}
    assert by_id["same-question-five-times"].samples == 5
    assert by_id["raw-completion"].framing is Framing.RAW
    assert any(item.turns for item in by_id["first-meeting"].items)
    assert any(item.system_prompt for item in by_id["refusals"].items)
