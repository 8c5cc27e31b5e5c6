"""While a blind pair is hidden the page keeps still about it."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QApplication, QLabel

from lab.exchange.choice import ExportFormat, Undecided
from lab.records import Framing, Kind
from lab.storage import Store, judged
from lab.storage.work import Work
from tests.unit.results.casting import player, voted
from tests.unit.ui.results.conftest import Stage
from ui.key_list import KEYS
from ui.results.shown import Secret

ANN, BOB = player("ann", kind=Kind.CHAT, framing=Framing.CHAT), player("bob")


def everything(stage: Stage) -> str:
    """All words on the page, also those of tables."""
    tables = (stage.page.standings.table, stage.page.matrix.table, stage.page.matrix.chances)
    cells = [item.text() for table in tables if table.isVisible() for item in table.items_of(0) + table.items_of(1)]
    labels = [label.text() for label in stage.page.findChildren(QLabel) if label.isVisible()]
    return "\n".join([*labels, *cells])


@pytest.mark.parametrize(
    ("secret", "said"),
    [
        (Secret.SESSION, "Results wait until the blind session is over."),
        (Secret.PAIR, "Results wait for the reveal."),
    ],
)
def test_it_says_why_it_waits_and_leads_to_where_it_can_be_ended(
    stage: Stage, store: Store, secret: Secret, said: str
) -> None:
    voted(store, ANN, BOB, "aab", blind=True)
    stage.secret = secret
    stage.open()
    shown = everything(stage)
    assert said in shown
    assert not any(word in shown for word in ("ann", "bob", "3 votes"))
    assert not stage.page.header.blind.isVisible()
    with stage.qtbot.waitSignal(stage.page.compare_asked):
        stage.press("Compare")


def test_counting_again_does_not_lift_it_but_the_end_of_the_secret_does(stage: Stage, store: Store) -> None:
    voted(store, ANN, BOB, "a", blind=True)
    stage.secret = Secret.SESSION
    stage.open()
    stage.page.again_asked.emit()
    stage.settle()
    assert "ann" not in everything(stage)
    stage.secret = None
    stage.page.hide()
    stage.open()
    assert stage.contestants() == ["ann", "bob"]
    assert stage.page.sways.chart is not None


def test_what_was_shown_before_is_gone_before_the_page_is_seen_again(stage: Stage, store: Store) -> None:
    voted(store, ANN, BOB, "a", blind=True)
    stage.open()
    stage.page.hide()
    stage.secret = Secret.PAIR
    voted(store, ANN, BOB, "b", blind=True)
    stage.page.show()  # nothing has been drawn since
    assert "ann" not in everything(stage)
    stage.settle()
    assert "ann" not in everything(stage)


def test_what_is_under_way_is_not_shown_when_a_secret_begins(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "a", blind=True)
    reached, go_on = threading.Event(), threading.Event()
    whole = judged.voted_on

    def held(work: Work, **given: Any) -> Any:
        reached.set()
        go_on.wait(20)
        return whole(work, **given)

    monkeypatch.setattr(judged, "voted_on", held)
    stage.page.show()
    stage.until(reached.is_set)
    stage.page.hide()
    stage.secret = Secret.SESSION
    stage.page.show()
    go_on.set()
    stage.settle()
    assert "ann" not in everything(stage)


def test_no_export_gives_it_away(stage: Stage, store: Store, tmp_path: Path) -> None:
    voted(store, ANN, BOB, "a", blind=True)
    stage.open()
    stage.page.activateWindow()
    stage.until(lambda: QApplication.activeWindow() is stage.page)
    header = stage.page.header
    header.export.setFocus()
    stage.secret = Secret.PAIR
    stage.page.again_asked.emit()
    assert not header.export.isEnabled()
    assert "waits" in header.export.toolTip()
    assert QApplication.focusWidget() is header.take_in  # the keyboard is not lost with the button
    stage.page._open_exports()
    assert not header.export.menu().isVisible()
    asked: list[object] = []
    stage.exchange.files.to_write = lambda *given: asked.append(given)  # type: ignore[method-assign, assignment]
    stage.secret = None
    stage.page.again_asked.emit()
    stage.settle()
    assert header.export.isEnabled()
    header.export_asked.emit(ExportFormat.VOTES, Undecided())
    assert len(asked) == 1


def test_the_keyboard_goes_where_something_can_be_done(stage: Stage, store: Store) -> None:
    voted(store, ANN, BOB, "a")
    stage.open()
    stage.page.activateWindow()
    stage.until(lambda: QApplication.activeWindow() is stage.page)
    stage.page.focus()
    assert QApplication.focusWidget() is stage.page.standings.table
    stage.secret = Secret.PAIR
    stage.page.again_asked.emit()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Compare"
    stage.secret = None
    stage.page.again_asked.emit()
    stage.settle()
    assert QApplication.focusWidget() is stage.page.standings.table


def test_trying_again_does_not_lose_the_keyboard(stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    from lab.errors import LabError

    voted(store, ANN, BOB, "a")

    def broken(_work: Work) -> int:
        raise LabError("The disk can't be read.")

    with monkeypatch.context() as patch:
        patch.setattr(judged, "count", broken)
        stage.open()
    stage.page.activateWindow()
    stage.until(lambda: QApplication.activeWindow() is stage.page)
    stage.page.focus()
    stage.press("Try again")
    assert QApplication.focusWidget() is stage.page  # it waits there for what comes
    stage.settle()
    assert QApplication.focusWidget() is stage.page.standings.table


def test_the_keys_of_the_page_are_in_the_list_of_keys(stage: Stage) -> None:
    named = [key for group, keys in KEYS if group == "Results" for key, _what in keys]
    bound = [shortcut.key().toString() for shortcut in stage.page.findChildren(QShortcut)]
    assert sorted(bound) == sorted(named)
    header = stage.page.header
    assert "Ctrl+O" in header.take_in.toolTip()
    assert "Ctrl+S" in header.export.toolTip()
