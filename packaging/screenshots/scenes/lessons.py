"""The lessons page: what there is to take, and a lesson after its first answers."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QAbstractButton

from scenes.playing import players

_LESSON = "Base against assistant"
_MOST_STEPS = 12


def lessons(stage: Any) -> None:
    """The list, then the first step in which both models answer."""
    players(stage, "base.toml", "chat.toml")
    stage.desktop.window.show_page("lessons")
    opened = stage.desktop._lessons
    stage.until(lambda: opened.page is not None and _button(opened.page, f"Begin: {_LESSON}") is not None)
    stage.settle()
    stage.picture("lessons")
    _button(opened.page, f"Begin: {_LESSON}").click()
    stage.until(lambda: opened.controller.taking is not None)
    _go_to_a_run(stage, opened)
    opened.page.lesson.step.press_run()
    stage.until(lambda: opened.busy)
    stage.until(lambda: not opened.busy)
    stage.settle()
    stage.picture("lessons-answered")


def _go_to_a_run(stage: Any, opened: Any) -> None:
    from lab.lessons.lesson import Predict, Question, Run

    for _ in range(_MOST_STEPS):
        act = opened.controller.taking.act
        if isinstance(act, Run):
            return
        if isinstance(act, Predict | Question):
            opened.page.lesson.step.choices.buttons[0].click()
        stage.until(opened.page.lesson._next.isEnabled)
        opened.page.lesson._next.click()
        stage.settle()
    raise SystemExit("The lesson has no step in which models answer.")


def _button(page: Any, name: str) -> QAbstractButton | None:
    return next((each for each in page.findChildren(QAbstractButton) if each.accessibleName() == name), None)
