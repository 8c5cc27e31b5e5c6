"""Searching the Hub in the window, with the real client and a Hub on this machine."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QListView, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from lab.models import offline
from lab.models.hub_values import HubSort
from tests.hub.handler import Handler
from tests.unit.ui.models.hub_stage import BASE, CHAT, GATED, TOKEN, Stage, open_stage, words
from ui.models.hub_welcome import EXAMPLES


@pytest.fixture
def stage(qtbot: QtBot, home: Path) -> Iterator[Stage]:
    yield from open_stage(qtbot, home)


class Held:
    """Holds back the answers to searches for a word until it is let go."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, word: str) -> None:
        self.asked, self.go_on = threading.Event(), threading.Event()
        answer = Handler._list

        def wait(handler: Handler, query: dict[str, list[str]]) -> None:
            if query.get("search") == [word]:
                self.asked.set()
                self.go_on.wait(20)
            answer(handler, query)

        monkeypatch.setattr(Handler, "_list", wait)


def searches(stage: Stage) -> list[str]:
    return [one.path for one in stage.hub.asked if one.path.startswith("/api/models?")]


def test_before_a_search_there_are_examples_that_search(stage: Stage) -> None:
    assert "Find a model on Hugging Face" in stage.words()
    assert searches(stage) == []
    stage.hub.put("maker/SmolLM2-135M-GGUF", "a.gguf", b"x")
    stage.press(EXAMPLES[0][0])
    stage.qtbot.waitUntil(lambda: stage.found() == ["maker/SmolLM2-135M-GGUF"])
    assert stage.view.bar.text == EXAMPLES[0][0]


def test_enter_searches_and_the_most_downloaded_comes_first(stage: Stage) -> None:
    stage.find("tiny")
    assert stage.found() == [CHAT, BASE]
    assert "2 repositories, that is all" in stage.words()
    rows = stage.view.column.list.rows
    spoken = rows.data(rows.index(0, 0), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == ("Tiny-Instruct-GGUF by maker, 1.2k downloads, 56 likes, updated 1 Mar 2025, apache-2.0")


def test_typing_searches_by_itself_once_it_rests(stage: Stage) -> None:
    stage.qtbot.keyClicks(stage.view.bar.field, "tiny")
    stage.qtbot.waitUntil(lambda: stage.found() == [CHAT, BASE])
    assert len(searches(stage)) == 1


def test_likes_may_come_first(stage: Stage) -> None:
    stage.find("other")
    assert stage.found()[0] == "many/Other-44-GGUF"
    with stage.qtbot.waitSignal(stage.view.column.list.rows.modelReset):
        stage.view.bar.sort.button(HubSort.LIKES).click()
    assert stage.found()[0] == "many/Other-00-GGUF"


def test_more_results_come_on_request_until_there_are_none(stage: Stage) -> None:
    stage.find("other")
    assert len(stage.found()) == 20
    stage.press("Show 20 more")
    stage.qtbot.waitUntil(lambda: len(stage.found()) == 40)
    stage.press("Show 20 more")
    stage.qtbot.waitUntil(lambda: len(stage.found()) == 45)
    assert len(set(stage.found())) == 45
    assert "45 repositories, that is all" in stage.words()
    assert "Show 20 more" not in stage.words()


def test_nothing_found_says_what_to_do(stage: Stage) -> None:
    stage.search("nosuchthing")
    stage.until_words("Nothing was found for “nosuchthing”.")
    stage.press("Clear the search")
    stage.until_words("Find a model on Hugging Face")
    assert stage.view.bar.text == ""


def test_a_search_that_takes_long_says_so(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(monkeypatch, "tiny")
    stage.search("tiny")
    assert "Searching …" in stage.words()
    held.go_on.set()
    stage.qtbot.waitUntil(lambda: stage.found() == [CHAT, BASE])
    stage.search("other")
    assert "Searching …" in stage.words()  # below the results, which stay
    assert stage.found() == [CHAT, BASE]
    stage.qtbot.waitUntil(lambda: len(stage.found()) == 20)


def test_only_the_answer_to_the_latest_search_is_shown(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(monkeypatch, "other")
    seen: list[list[str]] = []
    stage.view.column.list.rows.modelReset.connect(lambda: seen.append(stage.found()))
    stage.search("other")
    stage.qtbot.waitUntil(held.asked.is_set)
    stage.search("neither this")
    stage.search("tiny")
    held.go_on.set()
    stage.qtbot.waitUntil(lambda: stage.found() == [CHAT, BASE])
    assert seen == [[CHAT, BASE]]
    assert not any("neither" in path for path in searches(stage))  # not even asked


def test_closing_wants_no_more_answers(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    held = Held(monkeypatch, "other")
    stage.search("other")
    stage.qtbot.waitUntil(held.asked.is_set)
    stage.view.close_down()
    stage.search("tiny")
    held.go_on.set()
    thread = next(one for one in threading.enumerate() if one.name == "hub")
    stage.qtbot.waitUntil(lambda: not thread.is_alive())
    QApplication.processEvents()
    assert stage.found() == []
    assert len(searches(stage)) == 1


def test_a_hub_in_trouble_can_be_asked_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as trouble:
        trouble.setattr(Handler, "_list", lambda self, _query: self._send(503, b"", {}))
        stage.search("tiny")
        stage.until_words("trouble of its own")
    stage.press("Try again")
    stage.qtbot.waitUntil(lambda: stage.found() == [CHAT, BASE])


def test_more_results_that_fail_leave_what_is_there(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.find("other")
    with monkeypatch.context() as trouble:
        trouble.setattr(Handler, "_list", lambda self, _query: self._send(429, b"", {}))
        stage.press("Show 20 more")
        stage.until_words("too many requests")
    assert len(stage.found()) == 20
    stage.press("Show 20 more")
    stage.qtbot.waitUntil(lambda: len(stage.found()) == 40)


def test_offline_nothing_is_asked_and_the_way_out_is_told(stage: Stage) -> None:
    offline.set_offline(True)
    stage.search("tiny")
    assert "You work offline." in stage.words()
    with stage.qtbot.waitSignal(stage.view.settings_asked):
        stage.press("Open the settings")
    assert stage.hub.asked == []
    offline.set_offline(False)
    stage.view.network_changed()
    stage.qtbot.waitUntil(lambda: stage.found() == [CHAT, BASE])


def test_going_offline_takes_results_away_and_coming_back_brings_them(stage: Stage) -> None:
    stage.find("tiny")
    offline.set_offline(True)
    stage.view.hide()
    stage.view.show()
    assert "You work offline." in stage.words()
    offline.set_offline(False)
    stage.view.hide()
    stage.view.show()
    stage.qtbot.waitUntil(lambda: stage.view.column.isVisible())


@pytest.mark.parametrize("variable", ["COUNTERPOINT_OFFLINE", "HF_HUB_OFFLINE"])
def test_offline_by_the_environment_names_the_variable(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, variable: str
) -> None:
    monkeypatch.setenv(variable, "1")
    stage.search("tiny")
    assert variable in stage.words()
    assert "Open the settings" not in stage.words()
    assert stage.hub.asked == []


def test_the_token_goes_along_and_the_button_says_so(stage: Stage) -> None:
    with stage.qtbot.waitSignal(stage.tokens.changed):
        stage.tokens.keep(TOKEN)
    assert "Token ✓" in stage.words()
    stage.find("tiny")
    assert stage.hub.asked[-1].headers["Authorization"] == f"Bearer {TOKEN}"
    with stage.qtbot.waitSignal(stage.tokens.changed):
        stage.tokens.forget()
    stage.find("other")
    assert "Authorization" not in stage.hub.asked[-1].headers


def test_the_keys_lead_from_the_field_to_the_list_and_back(stage: Stage) -> None:
    with stage.qtbot.waitActive(stage.view):
        stage.view.activateWindow()
    stage.find("tiny")
    field, results = stage.view.bar.field, stage.view.column.list
    stage.qtbot.keyClick(field, Qt.Key.Key_Down)
    assert results.hasFocus()
    stage.until_shown(CHAT)
    stage.qtbot.keyClick(results, Qt.Key.Key_Up)
    assert field.hasFocus()
    stage.qtbot.keyClick(results, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert field.selectedText() == "tiny"


def test_the_keys_of_the_page_around_it_are_left_to_it_where_they_are_not_needed(stage: Stage) -> None:
    with stage.qtbot.waitActive(stage.view):
        stage.view.activateWindow()
    pressed: list[str] = []
    for keys in ("Esc", "Ctrl+F"):
        shortcut = QShortcut(QKeySequence(keys), stage.view)
        shortcut.activated.connect(partial(pressed.append, keys))
    stage.find("tiny")
    field = stage.view.bar.field
    stage.view.setFocus()
    assert field.hasFocus()
    stage.qtbot.keyClick(field, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    stage.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (stage.view.bar.text, pressed) == ("", [])
    stage.qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert pressed == ["Esc"]


def test_whoever_runs_through_the_list_has_only_the_last_one_read(stage: Stage) -> None:
    stage.find("other")
    results = stage.view.column.list
    results.enter()
    for _ in range(6):
        stage.qtbot.keyClick(results, Qt.Key.Key_Down)
    last = stage.found()[6]
    stage.until_shown(last)
    asked = [one.path for one in stage.hub.asked if "/api/models/" in one.path]
    assert [path.partition("?")[0] for path in asked] == [f"/api/models/{last}"]


def test_a_name_from_the_hub_steers_no_tooltip(stage: Stage) -> None:
    name = "evil/<img src=x>-GGUF"
    stage.hub.put(name, "a.gguf", b"x", downloads=5)
    stage.find("evil")
    rows = stage.view.column.list.rows
    assert "<img" not in rows.data(rows.index(0, 0), Qt.ItemDataRole.ToolTipRole)


def test_everything_can_be_reached_by_tab_and_has_a_name(stage: Stage) -> None:
    with stage.qtbot.waitActive(stage.view):
        stage.view.activateWindow()
    stage.find("closed")
    stage.choose(GATED)
    kinds: tuple[Any, ...] = (QAbstractButton, QLineEdit, QListView, QTextBrowser)
    wanted = {
        widget
        for kind in kinds
        for widget in stage.view.findChildren(kind)
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isEnabled()
    }
    reached: list[QWidget] = []
    stage.view.bar.field.setFocus()
    while (now := QApplication.focusWidget()) is not None and now not in reached:
        reached.append(now)
        stage.qtbot.keyClick(now, Qt.Key.Key_Tab)
    assert wanted <= set(reached), [words(one) or one.objectName() for one in wanted - set(reached)]
    assert len(wanted) >= 9
    for widget in wanted:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name), widget
        assert widget.toolTip() or isinstance(widget, QListView), widget
