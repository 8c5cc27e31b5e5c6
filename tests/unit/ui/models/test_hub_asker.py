from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from lab.errors import LabError
from ui.models.hub_asker import Asker


class Gate:
    """A question that waits until it is let through."""

    def __init__(self) -> None:
        self.asked, self.open = threading.Event(), threading.Event()

    def __call__(self) -> str:
        self.asked.set()
        assert self.open.wait(20)
        return "late"


def _refuse() -> str:
    raise LabError("No.", "Perhaps later.")


@pytest.fixture
def asker(qtbot: QtBot) -> Iterator[Asker]:
    one = Asker("questions")
    yield one
    one.close_down()


@pytest.fixture
def heard() -> list[object]:
    return []


def test_answers_and_errors_come_on_the_windows_thread(asker: Asker, qtbot: QtBot, heard: list[object]) -> None:
    def note(value: object) -> None:
        heard.append((str(value), threading.current_thread() is threading.main_thread()))

    asker.ask("a", lambda: threading.current_thread().name, note, note)
    asker.ask("b", _refuse, note, note)
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == [("questions", True), ("No.", True)]
    assert not asker.waits_for("a")


def test_of_one_subject_the_latest_question_counts_and_others_are_left_alone(
    asker: Asker, qtbot: QtBot, heard: list[object]
) -> None:
    gate, never = Gate(), Gate()
    asker.ask("a", gate, heard.append, heard.append)
    qtbot.waitUntil(gate.asked.is_set)
    asker.ask("b", lambda: "other", heard.append, heard.append)
    asker.ask("a", never, heard.append, heard.append)
    asker.ask("a", lambda: "new", heard.append, heard.append)
    assert asker.waits_for("a")
    gate.open.set()
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert heard == ["other", "new"]
    assert not never.asked.is_set()


def test_after_closing_nothing_is_asked_and_nothing_comes(asker: Asker, qtbot: QtBot, heard: list[object]) -> None:
    gate = Gate()
    asker.ask("a", gate, heard.append, heard.append)
    qtbot.waitUntil(gate.asked.is_set)
    thread = next(one for one in threading.enumerate() if one.name == "questions")
    asker.close_down()
    asker.ask("a", lambda: "more", heard.append, heard.append)
    assert not asker.waits_for("a")
    gate.open.set()
    thread.join(20)
    QApplication.processEvents()
    assert heard == []


def test_an_asker_may_be_deleted_while_a_question_is_under_way(qtbot: QtBot, heard: list[object]) -> None:
    owner = QObject()
    asker = Asker("questions", owner)
    gate = Gate()
    asker.ask("a", gate, heard.append, heard.append)
    qtbot.waitUntil(gate.asked.is_set)
    thread = next(one for one in threading.enumerate() if one.name == "questions")
    owner.deleteLater()
    qtbot.waitUntil(lambda: not isValid(asker))
    gate.open.set()
    thread.join(20)
    assert not thread.is_alive()
    QApplication.processEvents()
    assert heard == []


def test_a_bug_in_a_question_is_raised_where_bugs_are_shown(asker: Asker, qtbot: QtBot, heard: list[object]) -> None:
    with qtbot.captureExceptions() as raised:
        asker.ask("a", lambda: 1 // 0, heard.append, heard.append)
        qtbot.waitUntil(lambda: len(raised) == 1)
    assert raised[0][0] is ZeroDivisionError
    assert heard == []
