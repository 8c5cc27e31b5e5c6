"""A run of the command asks, waits, and is kept as a session."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from lab.cli.keeping import Kept
from lab.cli.talk import Talk
from lab.generation.protocol import Cancelled, Event, Failed, WorkerLost
from lab.records import AnswerState, FinishReason, Origin, Side
from tests.unit.cli.stand_ins import CONTESTANTS, CTRL_C, PLAN, STARTED, AnsweringRunner, history, says

CRASH = WorkerLost(exit_code=-9, message="The model's process stopped.")


@pytest.fixture
def talk(runner: AnsweringRunner, path: Path) -> Iterator[Talk]:
    with Talk(PLAN, path) as one:
        yield one


def kept(talk: Talk, prompt: str, **how: bool) -> Kept:
    talk.ask(prompt, live=False, **how)
    assert talk.kept is not None
    return talk.kept


def told(runner: AnsweringRunner) -> list[tuple[str, str, tuple[int, ...]]]:
    """What A was told before its last prompt."""
    turns = runner.asked[-1][Side.A].turns
    return [(turn.prompt, turn.response, turn.response_token_ids) for turn in turns]


def test_a_comparison_is_on_the_disk_with_all_that_made_it_when_it_is_over(talk: Talk, path: Path) -> None:
    where = kept(talk, "Why is the sky blue?")
    ((comparison,),) = history(path)
    assert (comparison.id, comparison.prompt) == (where.id, "Why is the sky blue?")
    assert where.id.startswith(where.short_id)
    assert comparison.a is not None
    assert comparison.a.response is not None
    assert comparison.b is not None
    assert (comparison.a.text, comparison.a.state, comparison.a.engine) == (
        "The sky", AnswerState.FINISHED, "engine 1",
    )  # fmt: skip
    assert comparison.a.response.token_ids == (7, 7)
    assert [answer.contestant for answer in (comparison.a, comparison.b)] == list(CONTESTANTS.values())


def test_a_conversation_is_a_chain_and_a_repeated_prompt_a_sibling(talk: Talk, path: Path) -> None:
    first = kept(talk, "one", goes_on=True)
    second = kept(talk, "two", goes_on=True)
    again = kept(talk, "two", goes_on=True, again=True)
    once_more = kept(talk, "two", goes_on=True, again=True)
    third = kept(talk, "three", goes_on=True)
    (session,) = history(path)
    assert [(each.id, each.parent_id, each.origin) for each in session] == [
        (first.id, None, Origin.PROMPT),
        (second.id, first.id, Origin.PROMPT),
        (again.id, first.id, Origin.REGENERATE),
        (once_more.id, first.id, Origin.REGENERATE),
        (third.id, once_more.id, Origin.PROMPT),
    ]


def test_in_a_conversation_the_models_are_told_what_was_said_before(talk: Talk, runner: AnsweringRunner) -> None:
    talk.ask("one", live=False, goes_on=True)
    talk.ask("two", live=False, goes_on=True)
    assert told(runner) == [("one", "The sky", (7, 7))]
    talk.ask("two", live=False, goes_on=True, again=True)
    assert told(runner) == [("one", "The sky", (7, 7))]  # the turn was taken back, not added to
    talk.begin_new()
    talk.ask("three", live=False, goes_on=True)
    assert told(runner) == []


def test_prompts_of_a_pipe_share_a_session_and_go_on_from_nothing(
    talk: Talk, runner: AnsweringRunner, path: Path
) -> None:
    for prompt in ("one", "two"):
        kept(talk, prompt)
    assert told(runner) == []
    (session,) = history(path)
    assert [(each.prompt, each.parent_id, each.origin) for each in session] == [
        ("one", None, Origin.PROMPT),
        ("two", None, Origin.PROMPT),
    ]


def test_a_new_conversation_is_a_session_of_its_own(talk: Talk, path: Path) -> None:
    kept(talk, "one", goes_on=True)
    talk.begin_new()
    kept(talk, "two", goes_on=True, again=True)
    assert [[(each.prompt, each.parent_id, each.origin) for each in session] for session in history(path)] == [
        [("two", None, Origin.PROMPT)],
        [("one", None, Origin.PROMPT)],
    ]


def test_an_answer_that_is_cut_off_keeps_what_had_come(runner: AnsweringRunner, path: Path) -> None:
    runner.script = {Side.A: says("The ", "sky")[:-1], Side.B: [*says("Because"), CTRL_C]}
    with pytest.raises(KeyboardInterrupt), Talk(PLAN, path) as talk:
        talk.ask("Why?", live=False)
    ((comparison,),) = history(path)
    assert comparison.a is not None
    assert comparison.b is not None
    assert (comparison.a.state, comparison.a.text) == (AnswerState.PARTIAL, "The sky")
    assert (comparison.b.state, comparison.b.text) == (AnswerState.FINISHED, "Because")


@pytest.mark.parametrize(
    ("event", "problem"),
    [
        (Failed(request_id=1, error="ModelFailed", message="It failed."), "It failed."),
        (Cancelled(request_id=0), "It was stopped before it began."),
    ],
)
def test_a_side_without_an_answer_says_why(
    talk: Talk, runner: AnsweringRunner, path: Path, event: Event, problem: str
) -> None:
    runner.script[Side.A] = [event]
    kept(talk, "Why?")
    ((comparison,),) = history(path)
    assert comparison.a is not None
    assert (comparison.a.state, comparison.a.problem, comparison.a.response) == (AnswerState.FAILED, problem, None)


def test_in_a_conversation_ctrl_c_stops_the_answers_and_what_had_come_is_kept(
    talk: Talk, runner: AnsweringRunner, path: Path
) -> None:
    runner.script[Side.A] = [STARTED, *says("The sky")[2:-1], CTRL_C]
    kept(talk, "Why?", goes_on=True)
    assert runner.stopped == [None]
    ((comparison,),) = history(path)
    assert comparison.a is not None
    assert (comparison.a.state, comparison.a.text) == (AnswerState.FINISHED, "The sky is")
    assert comparison.a.response is not None
    assert comparison.a.response.finish_reason is FinishReason.CANCELLED


def test_a_second_ctrl_c_ends_it_and_between_the_prompts_the_first_one_does(
    talk: Talk, runner: AnsweringRunner
) -> None:
    talk.ask("Why?", live=False, goes_on=True)
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    runner.script[Side.A] = [STARTED, CTRL_C, CTRL_C]
    with pytest.raises(KeyboardInterrupt):
        talk.ask("Why?", live=False, goes_on=True)


def test_a_model_that_crashes_is_started_again_for_every_prompt(talk: Talk, runner: AnsweringRunner) -> None:
    runner.script[Side.A] = [CRASH]
    for prompt in ("one", "two", "three", "four"):
        answers = talk.ask(prompt, live=False)
        assert answers[Side.A].error is not None
        assert answers[Side.B].text == "Because"
    assert len(runner.asked) == 4
    assert talk.failed


def test_rivals_are_asked_for_as_planned(talk: Talk, runner: AnsweringRunner) -> None:
    talk.ask("Why?", live=False)
    assert [request.rivals for request in runner.asked[-1].values()] == [2, 2]
