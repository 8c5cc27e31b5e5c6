from dataclasses import replace

import pytest

from lab.generation.schedule import Decision
from lab.preferences import ComparisonSettings, Preferences
from lab.records import AnswerState, FinishReason, KeptAnswer, Response
from tests.unit.storage.samples import contestant, response
from ui.compare import words
from ui.history.words import ending

TOGETHER = Decision(in_turn=False, one_loaded_at_a_time=False, reason="")


def kept(state: AnswerState, made: Response | None) -> KeptAnswer:
    return KeptAnswer(
        id="a", state=state, contestant=contestant(), text="x", response=made, engine="", problem="", begun_utc="",
        saved_utc="",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("reason", "note"),
    [
        (FinishReason.END_OF_ANSWER, ""),
        (FinishReason.STOP_TEXT, ""),
        (FinishReason.LENGTH_LIMIT, "Cut off at the length limit."),
        (FinishReason.CONTEXT_FULL, "Cut off: the context is full."),
        (FinishReason.CANCELLED, "Stopped by you."),
    ],
)
def test_an_answer_that_did_not_end_by_itself_says_why(reason: FinishReason, note: str) -> None:
    assert words.note(replace(response(), finish_reason=reason)) == note


def test_turns_that_were_left_out_are_told() -> None:
    assert "The oldest turn was left out" in words.note(replace(response(), dropped_turns=1))
    assert "The oldest 3 turns were left out" in words.note(replace(response(), dropped_turns=3))


def test_an_answer_that_failed_or_was_interrupted_says_so() -> None:
    assert words.note(None, "it crashed") == "Not finished."
    assert words.note(None) == "The program ended before this answer did."


def test_the_foot_tells_speed_first_token_length_and_end() -> None:
    assert words.foot(response()) == [
        ("30.2", "tok/s"),
        ("0.01 s", "to first token"),
        ("3", "tokens"),
        ("ended by itself", ""),
    ]


def test_the_facts_of_a_model_fit_into_a_few_characters() -> None:
    assert words.facts(contestant().model) == "Q4_K_M · 0 MB"


def test_the_header_says_when_the_models_do_not_fit_together() -> None:
    in_turn = Decision(in_turn=True, one_loaded_at_a_time=True, reason="")
    assert "don't fit" in words.facts_of([], Preferences(), in_turn)
    assert "don't fit" not in words.facts_of([], Preferences(), TOGETHER)


def test_the_header_says_whether_the_settings_are_shared() -> None:
    assert "same settings for both" in words.facts_of([], Preferences(), TOGETHER)
    apart = Preferences(settings=ComparisonSettings(shared=False))
    assert "own settings for each" in words.facts_of([], apart, TOGETHER)


@pytest.mark.parametrize("reason", FinishReason)
def test_an_answer_that_is_found_again_tells_the_same_about_its_end(reason: FinishReason) -> None:
    made = replace(response(), finish_reason=reason)
    assert ending(kept(AnswerState.FINISHED, made)) == words.note(made)


def test_an_interrupted_answer_that_is_found_again_tells_the_same_too() -> None:
    assert ending(kept(AnswerState.PARTIAL, None)) == words.note(None)


@pytest.mark.parametrize(
    ("value", "fewest_places", "said"),
    [(0, 0, "0"), (1.0, 0, "1"), (1.0, 1, "1.0"), (0.05, 1, "0.05"), (4096, 0, "4,096"), (1 / 3, 0, "0.333333")],
)
def test_a_setting_is_said_with_as_few_digits_as_it_needs(value: float, fewest_places: int, said: str) -> None:
    assert words.short_number(value, fewest_places) == said
