"""Recorded answers come as fast as they were written, but nobody waits long for a pair."""

from __future__ import annotations

from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from lab.records import AnswerState, Comparison, KeptAnswer, Origin, Side
from lab.session.keeper import Keeper
from tests.unit.storage.samples import contestant, response
from ui.lessons.ballots import Ballots
from ui.lessons.replaying import MOST_S, Replay

WHEN = "2026-01-01T00:00:00.000Z"


def answer(name: str, text: str, tokens: int, tokens_per_second: float | None) -> KeptAnswer:
    from dataclasses import replace

    made = replace(response(text, of=contestant(name)), completion_tokens=tokens, tokens_per_second=tokens_per_second)
    return KeptAnswer(
        id=f"{name} {text}", state=AnswerState.FINISHED, contestant=made.contestant, text=text, response=made,
        engine="", problem="", begun_utc=WHEN, saved_utc=WHEN,
    )  # fmt: skip


def pair(id: str, a: KeptAnswer, b: KeptAnswer | None) -> Comparison:
    return Comparison(
        id=id, session_id="s", parent_id=None, origin=Origin.PROMPT, prompt=f"{id}?", created_utc=WHEN,
        trashed_utc=None, a=a, b=b,
    )  # fmt: skip


class Player:
    """A replay with a clock that is set by hand, and what it said."""

    def __init__(self, *pairs: Comparison, hidden: bool = False) -> None:
        self.now_s = 0.0
        ballots = Ballots(Keeper(None, lambda _error: None), lambda: None)
        for each in pairs:
            ballots.take(each, is_new=False)
        self.said: list[tuple[Any, ...]] = []
        self.texts = dict.fromkeys(Side, "")
        self._ballots = ballots
        self.replay = Replay(ballots, lambda: self.now_s)
        self.replay.begun.connect(lambda place: self.said.append(("begun", place)))
        self.replay.grew.connect(self._grow)
        self.replay.answered.connect(lambda place, each: self.said.append(("answered", place, each.id)))
        self.replay.ended.connect(lambda: self.said.append(("ended",)))
        self.replay.failed.connect(lambda error: self.said.append(("failed", error.message)))
        self.replay.begin("me", [each.id for each in pairs], hidden=hidden)

    def _grow(self, side: Side, text: str) -> None:
        self.texts[side] += text

    def at(self, seconds: float) -> dict[Side, str]:
        """What has come at a moment."""
        self.now_s = seconds
        self.replay._tick()
        return self.texts


@pytest.fixture
def slow_and_fast() -> Comparison:
    return pair("p", answer("ann", "0123456789", 40, 10.0), answer("bob", "abcdefghij", 40, 20.0))


def test_each_side_has_its_own_speed(qtbot: QtBot, slow_and_fast: Comparison) -> None:
    player = Player(slow_and_fast)
    assert player.said == [("begun", 0)]
    assert player.at(1.2) == {Side.A: "012", Side.B: "abcdef"}
    assert player.at(2.0) == {Side.A: "01234", Side.B: "abcdefghij"}
    player.at(4.0)
    assert player.said == [("begun", 0), ("answered", 0, "p"), ("ended",)]


def test_a_slow_pair_takes_no_longer_than_the_most(qtbot: QtBot) -> None:
    player = Player(pair("p", answer("ann", "0123456789", 1000, 2.0), answer("bob", "abcdefghij", 1000, 4.0)))
    player.at(MOST_S / 2)
    assert player.texts == {Side.A: "01234", Side.B: "abcdefghij"}
    player.at(MOST_S)
    assert player.said[-1] == ("ended",)


def test_one_pair_follows_the_other_and_the_rest_can_be_had_at_once(qtbot: QtBot, slow_and_fast: Comparison) -> None:
    player = Player(slow_and_fast, pair("q", answer("ann", "x", 1, None), answer("bob", "y", 1, None)))
    player.replay.stop()
    assert player.said == [
        ("begun", 0), ("answered", 0, "p"), ("begun", 1), ("answered", 1, "q"), ("ended",),
    ]  # fmt: skip


def test_hidden_answers_come_at_once_as_their_speed_would_tell(qtbot: QtBot, slow_and_fast: Comparison) -> None:
    player = Player(slow_and_fast, hidden=True)
    assert player.at(0.03) == {Side.A: "", Side.B: ""}
    assert player.said[-1] == ("ended",)


def test_what_lacks_a_side_is_passed_over_and_nothing_at_all_is_told(qtbot: QtBot, slow_and_fast: Comparison) -> None:
    half = pair("half", answer("ann", "x", 1, None), None)
    assert Player(half).said == [("failed", "The recorded answers are not in the history any more.")]
    player = Player(half, slow_and_fast)
    player.replay.stop()
    assert player.said == [("begun", 0), ("answered", 0, "p"), ("ended",)]


def test_a_second_wish_ends_the_first(qtbot: QtBot, slow_and_fast: Comparison) -> None:
    player = Player(slow_and_fast)
    player.replay.begin("me", ["p"], hidden=False)
    assert player.said == [("begun", 0), ("answered", 0, "p"), ("ended",), ("begun", 0)]
    player.replay.stop()
