"""From the words of a lesson to models and prompts."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.lessons.casting import Asked, NoModelForRole, cast, contestants, prompts_of
from lab.lessons.faults import BadLesson
from lab.lessons.lesson import Player, Role, Run
from lab.records import Framing, Kind, Side
from lab.suites.faults import SuiteNotFound
from lab.suites.shelf import shelf
from tests.unit.lessons.players import model

BASE, CHAT, OTHER = model("base", Kind.BASE), model("chat", Kind.CHAT), model("other", Kind.BASE)


def run(**fields: object) -> Run:
    given: dict[str, object] = {
        "a": Player(model=Role.BASE),
        "b": Player(model=Role.CHAT),
        "prompts": ("Hello",),
        **fields,
    }
    return Run(**given)  # type: ignore[arg-type]


def test_whom_the_user_has_chosen_comes_first() -> None:
    assert cast((OTHER, CHAT), (BASE, CHAT, OTHER)) == {Role.BASE: OTHER, Role.CHAT: CHAT}
    assert cast((), (BASE, OTHER)) == {Role.BASE: BASE}


def test_who_is_unsure_takes_no_part() -> None:
    assert cast((model("x", Kind.UNSURE),), ()) == {}


def test_a_player_is_asked_as_the_lesson_says_and_else_as_is_natural() -> None:
    players = contestants(
        run(a=Player(model=Role.BASE, framing=Framing.QA, seed=7, temperature=0), max_tokens=50),
        cast((BASE, CHAT), ()),
        Asked(prompt="Hello"),
    )
    a, b = players[Side.A], players[Side.B]
    assert (a.model, a.framing, a.sampler.seed, a.sampler.temperature) == (BASE, Framing.QA, 7, 0)
    assert (b.model, b.framing, b.sampler.max_tokens) == (CHAT, Framing.CHAT, 50)


def test_both_sides_may_be_the_same_model() -> None:
    players = contestants(run(b=Player(model=Role.BASE, seed=2)), cast((BASE,), ()), Asked(prompt="Hello"))
    assert players[Side.A].model is players[Side.B].model


def test_a_part_that_nobody_can_take_is_told() -> None:
    with pytest.raises(NoModelForRole, match="needs a chat model"):
        contestants(run(), cast((BASE,), ()), Asked(prompt="Hello"))


def test_a_base_model_is_not_put_into_a_form_it_has_not() -> None:
    with pytest.raises(NoModelForRole, match="no chat template"):
        contestants(run(a=Player(model=Role.BASE, framing=Framing.CHAT)), cast((BASE, CHAT), ()), Asked(prompt="Hello"))


def test_prompts_come_from_the_lesson_and_from_a_suite(tmp_path: Path) -> None:
    asked = prompts_of(run(suite="first-meeting", items=("greeting", "pancakes")), shelf(tmp_path))
    assert [each.prompt for each in asked] == ["Hello", "Hi there!", "How do I make pancakes?"]


def test_an_item_or_a_suite_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BadLesson, match="has no item nothing"):
        prompts_of(run(suite="first-meeting", items=("nothing",)), shelf(tmp_path))
    with pytest.raises(SuiteNotFound):
        prompts_of(run(suite="nowhere", items=("x",)), shelf(tmp_path))
