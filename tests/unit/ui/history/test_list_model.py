"""Pages come one after the other, and what an older question still answers is dropped."""

from __future__ import annotations

from concurrent.futures import Future

import pytest
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from lab.errors import HistoryBusy
from ui.history.entries import Entry
from ui.history.list_model import ListModel

ROOT = QModelIndex()


class Listings:
    """Answers when it is told to."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, int, int]] = []
        self.futures: list[Future[list[Entry]]] = []

    def listing(self, name: str):
        def ask(limit: int, offset: int) -> Future[list[Entry]]:
            self.asked.append((name, limit, offset))
            self.futures.append(Future())
            return self.futures[-1]

        return ask

    def answer(self, number: int, *names: str) -> None:
        entries = [Entry(session_id=name, title=name, when="now") for name in names]
        self.futures[number].set_running_or_notify_cancel()
        self.futures[number].set_result(entries)


@pytest.fixture
def listings() -> Listings:
    return Listings()


@pytest.fixture
def model(qtbot: QtBot) -> ListModel:
    return ListModel()


def titles(model: ListModel) -> list[str]:
    return [model.data(model.index(row, 0), Qt.ItemDataRole.DisplayRole) for row in range(model.rowCount())]


def test_the_answer_to_an_older_search_never_overwrites_a_newer_one(
    qtbot: QtBot, model: ListModel, listings: Listings
) -> None:
    model.show(listings.listing("old"))
    listings.futures[0].set_running_or_notify_cancel()  # too late to call it back
    model.show(listings.listing("new"))
    with qtbot.waitSignal(model.arrived):
        listings.answer(1, "new row")
    listings.futures[0].set_result([Entry(session_id="old", title="old row", when="now")])
    with qtbot.waitSignal(model.arrived):
        model.reload()
        listings.answer(2, "new row", "newer row")
    assert titles(model) == ["new row", "newer row"]


def test_a_search_that_has_not_begun_is_called_back(model: ListModel, listings: Listings) -> None:
    model.show(listings.listing("old"))
    model.show(listings.listing("new"))
    assert listings.futures[0].cancelled()


def test_rows_stay_until_those_of_the_next_listing_are_there(
    qtbot: QtBot, model: ListModel, listings: Listings
) -> None:
    model.show(listings.listing("first"))
    with qtbot.waitSignal(model.arrived) as came:
        listings.answer(0, "one")
    assert came.args == [False]
    model.show(listings.listing("second"))
    assert titles(model) == ["one"]
    with qtbot.waitSignal(model.arrived):
        listings.answer(1)
    assert titles(model) == []


def test_more_is_fetched_while_there_is_more_and_a_row_that_has_moved_down_is_not_shown_twice(
    qtbot: QtBot, model: ListModel, listings: Listings
) -> None:
    model.show(listings.listing("all"))
    page = listings.asked[0][1]
    with qtbot.waitSignal(model.arrived):
        listings.answer(0, *(f"row {number}" for number in range(page)))
    assert model.canFetchMore(ROOT)
    model.fetchMore(ROOT)
    assert not model.canFetchMore(ROOT)  # it is on its way
    model.fetchMore(ROOT)
    assert listings.asked[1:] == [("all", page, page)]
    with qtbot.waitSignal(model.rowsInserted):
        listings.answer(1, f"row {page - 1}", "last row")
    assert model.rowCount() == page + 1
    assert not model.canFetchMore(ROOT)


def test_a_page_that_fails_is_told_of_and_not_asked_for_without_end(
    qtbot: QtBot, model: ListModel, listings: Listings
) -> None:
    model.show(listings.listing("all"))
    page = listings.asked[0][1]
    with qtbot.waitSignal(model.arrived):
        listings.answer(0, *(f"row {number}" for number in range(page)))
    model.fetchMore(ROOT)
    with qtbot.waitSignal(model.failed) as failed:
        listings.futures[1].set_exception(HistoryBusy("The history is in use."))
    assert failed.args is not None
    assert failed.args[1] is False
    assert model.rowCount() == page
    assert not model.canFetchMore(ROOT)


def test_a_heading_stands_where_a_group_begins(qtbot: QtBot, model: ListModel, listings: Listings) -> None:
    model.show(listings.listing("all"))
    groups = ("Today", "Today", "Yesterday", "")
    with qtbot.waitSignal(model.arrived):
        listings.futures[0].set_result(
            [Entry(session_id=str(n), title="x", when="now", group=group) for n, group in enumerate(groups)]
        )
    assert [model.begins_group(row) for row in range(4)] == [True, False, True, False]
