"""The list: everything that was kept is there, and is found again."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lab.errors import HistoryBusy
from lab.records import VoteChoice
from lab.storage import Store, comparisons, sessions, votes
from lab.storage.work import Work
from tests.unit.storage.samples import compared
from tests.unit.ui.history.looking import entry, press, search, select, titles, words
from ui.history.entries import PINNED
from ui.history.page import HistoryPage
from ui.history.preview import Deed

MakePage = Callable[[Store], HistoryPage]


def session_of(store: Store, comparison_id: str) -> str:
    return store.read(comparisons.get, comparison_id).result().session_id


def choose(qtbot: QtBot, page: HistoryPage, name: str, choice: str) -> None:
    box = next(box for box in page.findChildren(QComboBox) if box.accessibleName() == name)
    qtbot.waitUntil(lambda: box.findText(choice) >= 0)
    with qtbot.waitSignal(page.column.list.rows.arrived):
        box.setCurrentIndex(box.findText(choice))


def test_an_empty_history_says_so_and_offers_to_begin(qtbot: QtBot, page: HistoryPage) -> None:
    assert "Nothing here yet." in words(page.column)
    assert "kept here, on this computer" in words(page.column)
    with qtbot.waitSignal(page.new_asked):
        press(page, "New comparison")


def test_conversations_are_listed_the_latest_first_and_pinned_ones_on_top(
    qtbot: QtBot, store: Store, make_page: MakePage
) -> None:
    first = compared(store, "the first")
    compared(store, "the second")
    compared(store, "the third")
    store.write(sessions.pin, session_of(store, first)).result()
    page = make_page(store)
    assert titles(page) == ["the first", "the third", "the second"]
    rows = page.column.list.rows
    groups = [found.group for row in range(3) if (found := rows.entry(row))]
    assert groups == [PINNED, "Today", "Today"]
    assert [rows.begins_group(row) for row in range(3)] == [True, True, False]


def test_a_search_finds_answers_and_shows_what_it_found(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "Why is the sky blue?", a="Because of scattering.")
    compared(store, "What is a leaf?", a="A green organ.")
    page = make_page(store)
    search(qtbot, page, "scatt")
    assert titles(page) == ["Why is the sky blue?"]
    found = entry(page)
    assert [found.excerpt[start : start + length] for start, length in found.found] == ["scatt"]
    qtbot.waitUntil(lambda: page.column.status.text() == "1 found")


def test_clearing_the_search_brings_the_conversations_back(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    compared(store, "Why is the sky blue?")
    page = make_page(store)
    search(qtbot, page, "zebra")
    assert titles(page) == []
    assert "Nothing found." in words(page.column)
    assert not page.preview.isVisible()
    with qtbot.waitSignal(page.column.list.rows.arrived):
        press(page, "Clear search and filters")
    assert titles(page) == ["Why is the sky blue?"]
    qtbot.waitUntil(page.preview.isVisible)


def test_what_an_older_search_finds_never_overwrites_what_a_newer_one_found(
    qtbot: QtBot, store: Store, make_page: MakePage
) -> None:
    compared(store, "apples")
    compared(store, "pears")
    page = make_page(store)
    held, go_on = threading.Event(), threading.Event()

    def hold(_work: Work) -> None:
        held.set()
        go_on.wait(10)

    store.read(hold)
    held.wait(10)
    field = page.findChild(QLineEdit, "historySearch")
    qtbot.keyClicks(field, "apples")
    qtbot.waitUntil(lambda: page.column.list.rows.waiting)
    field.selectAll()
    with qtbot.waitSignal(page.column.filters.changed):
        qtbot.keyClicks(field, "pears")
    with qtbot.waitSignal(page.column.list.rows.arrived):
        go_on.set()
    assert titles(page) == ["pears"]
    store.read(lambda _work: None).result()  # all that was asked before is answered
    qtbot.waitUntil(lambda: page.column.status.text() == "1 found")
    assert titles(page) == ["pears"]


def test_votes_narrow_the_list(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    store.write(votes.cast, compared(store, "a won"), VoteChoice.A).result()
    store.write(votes.cast, compared(store, "both were bad"), VoteChoice.BOTH_BAD).result()
    compared(store, "nobody voted")
    page = make_page(store)
    choose(qtbot, page, "Vote", "Both bad")
    assert titles(page) == ["both were bad"]
    choose(qtbot, page, "Vote", "A is better")
    assert titles(page) == ["a won"]
    choose(qtbot, page, "Vote", "Not voted")
    assert titles(page) == ["nobody voted"]


def test_tags_models_and_days_narrow_the_list(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    tagged = compared(store, "tagged")
    compared(store, "plain")
    store.write(sessions.tag, session_of(store, tagged), ["physics"]).result()
    page = make_page(store)
    choose(qtbot, page, "Tag", "physics")
    assert titles(page) == ["tagged"]
    choose(qtbot, page, "Tag", "Any tag")
    choose(qtbot, page, "Model", "a-model")
    assert set(titles(page)) == {"tagged", "plain"}
    choose(qtbot, page, "Time", "Today")
    assert set(titles(page)) == {"tagged", "plain"}


def test_what_is_older_than_a_month_is_not_of_this_month(qtbot: QtBot, path, make_page: MakePage) -> None:
    long_ago = datetime.now(UTC) - timedelta(days=40)
    with Store(path, clock=lambda: long_ago) as old:
        compared(old, "long ago")
    with Store(path) as store:
        compared(store, "just now")
        page = make_page(store)
        choose(qtbot, page, "Time", "This month")
        assert titles(page) == ["just now"]
        page.close()


def test_the_keyboard_leads_from_the_search_to_the_list_and_back(
    qtbot: QtBot, store: Store, make_page: MakePage
) -> None:
    compared(store, "one")
    page = make_page(store)
    page.activateWindow()
    page.focus()
    qtbot.waitUntil(page.column.list.hasFocus)
    field = page.findChild(QLineEdit, "historySearch")
    qtbot.keyClick(page, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.waitUntil(page.column.list.hasFocus)
    qtbot.keyClick(page.column.list, Qt.Key.Key_Up)
    qtbot.waitUntil(field.hasFocus)


def test_a_history_that_can_not_be_read_says_why_and_is_tried_again(
    qtbot: QtBot, store: Store, make_page: MakePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared(store, "one")
    page = make_page(store)
    select(qtbot, page, "one")
    failed: Future[object] = Future()
    failed.set_exception(HistoryBusy("The history is in use by another program.", "Close it, then try again."))
    with monkeypatch.context() as patch:
        patch.setattr(store, "read", lambda *_, **__: failed)
        with qtbot.waitSignal(page.column.list.rows.failed):
            page.column.look()
    assert "in use by another program" in words(page.column)
    assert "Close it, then try again." in words(page.column)
    assert not page.preview.isVisible()
    page.do(Deed.DELETE)  # of what is not seen nothing is deleted
    with qtbot.waitSignal(page.column.list.rows.arrived):
        press(page, "Try again")
    assert titles(page) == ["one"]
    qtbot.waitUntil(page.preview.isVisible)


def test_a_change_elsewhere_is_drawn_and_keeps_what_is_selected_and_seen(
    qtbot: QtBot, store: Store, make_page: MakePage
) -> None:
    for number in range(40):
        compared(store, f"prompt {number}")
    page = make_page(store)
    view = page.column.list
    select(qtbot, page, "prompt 20")
    view.verticalScrollBar().setValue(300)
    with qtbot.waitSignal(view.rows.arrived):
        compared(store, "something new")
    qtbot.waitUntil(lambda: titles(page)[0] == "something new")
    assert entry(page).title == "prompt 20"
    assert view.verticalScrollBar().value() == 300


def test_a_hidden_page_reads_nothing_until_it_is_seen_again(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    page = make_page(store)
    page.hide()
    compared(store, "made meanwhile")
    store.read(lambda _work: None).result()
    assert titles(page) == []
    page.show()
    qtbot.waitUntil(lambda: titles(page) == ["made meanwhile"])


def test_a_long_history_is_fetched_as_far_as_it_is_scrolled(qtbot: QtBot, store: Store, make_page: MakePage) -> None:
    def fill(work: Work) -> None:
        for number in range(1000):
            sessions.create(work, f"session {number}")

    store.write(fill).result()
    page = make_page(store)
    bar, rows = page.column.list.verticalScrollBar(), page.column.list.rows
    assert rows.rowCount() == 100
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: rows.rowCount() == 200)
    for _ in range(20):
        bar.setValue(bar.maximum())
        qtbot.waitUntil(lambda: not rows.waiting)
    assert rows.rowCount() == 1000
    assert len(set(titles(page))) == 1000


def test_a_page_that_is_gone_is_told_of_no_change(qtbot: QtBot, store: Store) -> None:
    page = HistoryPage(store)
    with qtbot.waitSignal(page.column.list.rows.arrived):
        page.show()
    page.close()
    delete(page)
    compared(store, "one")  # the storage thread announces it, and nothing is raised there
    assert len(store.read(sessions.listed).result()) == 1
