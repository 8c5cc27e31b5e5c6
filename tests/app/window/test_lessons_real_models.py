"""A lesson with the starter models' real weights, in the real window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.records import AnswerState, Kind, Side
from lab.settings import folders
from lab.storage import comparisons
from tests.app.window.driving import Driver
from tests.app.window.learner import Learner

pytestmark = [pytest.mark.process, pytest.mark.model]
TITLE = "Base against assistant"
REVEAL = 3


def test_the_first_lesson_is_taken_with_both_real_models(
    driver: Driver, starter_home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tests.app.window.driving.PATIENCE_MS", 120_000)
    folders().data.mkdir(parents=True)
    shutil.copy(starter_home / "data" / "library.json", folders().data / "library.json")
    driver.open_ready()
    learner = Learner(driver)
    learner.go_to_lessons()
    learner.begin(TITLE)
    learner.walk(REVEAL - 2)
    learner.press(Qt.Key.Key_2)
    learner.go_on()
    learner.run()
    assert "ended by itself" in learner.shown(Side.B)
    learner.go_on()
    assert "You had said: “It goes on writing" in learner.step._told.text()
    learner.walk()

    file = driver.desktop._lessons._progress
    store = driver.desktop._store
    assert store is not None
    asked = file.get("me", "base-against-assistant").runs
    ids = [each for asking in asked.values() for each in asking.comparisons]
    kept = store.read(comparisons.by_ids, ids).result()
    assert len(kept) == 4
    for each in kept:
        assert each.a is not None
        assert each.a.contestant.model.verdict.kind is Kind.BASE
        assert each.a.state is AnswerState.FINISHED
    assert driver.button(f"Look again: {TITLE}", learner.page).isVisible()
