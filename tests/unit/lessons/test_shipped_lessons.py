"""The lessons that ship can be taken as they are."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.lessons.casting import cast, contestants, faults_of, prompts_of
from lab.lessons.lesson import Ballot, Lesson, Predict, Question, Reveal, Role, Run
from lab.lessons.shelf import shipped_lessons
from lab.records import Framing, Kind
from lab.suites.shelf import shelf
from tests.unit.lessons.players import model

LESSONS = shipped_lessons()


def test_there_are_at_least_six_with_ids_of_their_own() -> None:
    assert len(LESSONS) >= 6
    assert len({lesson.id for lesson in LESSONS}) == len(LESSONS)


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_names_only_suites_and_items_that_there_are(lesson: Lesson, tmp_path: Path) -> None:
    assert faults_of(lesson, shelf(tmp_path)) == []


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_lesson_lets_one_guess_try_vote_and_think(lesson: Lesson) -> None:
    acts = [step.act for step in lesson.steps]
    for kind in (Predict, Run, Ballot, Reveal, Question):
        assert any(isinstance(act, kind) for act in acts), kind.__name__
    assert 5 <= lesson.head.minutes <= 15


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_every_run_can_be_played_by_a_base_and_a_chat_model(lesson: Lesson, tmp_path: Path) -> None:
    players = cast((), (model("b", Kind.BASE), model("c", Kind.CHAT)))
    for step in lesson.steps:
        if isinstance(step.act, Run):
            for asked in prompts_of(step.act, shelf(tmp_path)):
                assert len(contestants(step.act, players, asked)) == 2


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_the_chat_form_is_asked_of_chat_models_only(lesson: Lesson) -> None:
    for step in lesson.steps:
        if isinstance(step.act, Run):
            for player in (step.act.a, step.act.b):
                assert player.model is Role.CHAT or player.framing is not Framing.CHAT


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.id)
def test_a_blind_run_is_voted_on_before_it_is_revealed(lesson: Lesson) -> None:
    for place, step in enumerate(lesson.steps):
        if isinstance(step.act, Run) and step.act.blind:
            behind = [each.act for each in lesson.steps[place + 1 :]]
            vote = next(at for at, act in enumerate(behind) if isinstance(act, Ballot))
            assert vote < next(at for at, act in enumerate(behind) if isinstance(act, Reveal))
