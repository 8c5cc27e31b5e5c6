"""What a person sees on the page and does with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.history.ask_text import AskText
from ui.history.entries import Entry
from ui.history.page import HistoryPage


def titles(page: HistoryPage) -> list[str]:
    """The rows of the list."""
    rows = page.column.list.rows
    return [entry.title for row in range(rows.rowCount()) if (entry := rows.entry(row))]


def entry(page: HistoryPage) -> Entry:
    """What is selected."""
    found = page.column.list.entry()
    assert found is not None
    return found


def words(widget: QWidget) -> str:
    """All that is to be read on a widget now."""
    labels = [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]
    buttons = [button.text() for button in widget.findChildren(QPushButton) if button.isVisible()]
    return "\n".join(labels + buttons)


def press(page: HistoryPage, name: str) -> None:
    """Click the button that is called so."""
    found = [one for one in page.findChildren(QPushButton) if one.text() == name and one.isVisible()]
    assert len(found) == 1, f"{len(found)} buttons are called {name}"
    found[0].click()


def search(qtbot: QtBot, page: HistoryPage, text: str) -> None:
    """Type into the search field and wait for what it finds."""
    field = page.findChild(QLineEdit, "historySearch")
    field.setFocus()
    field.selectAll()
    with qtbot.waitSignal(page.column.list.rows.arrived):
        if text:
            qtbot.keyClicks(field, text)
        else:
            qtbot.keyClick(field, Qt.Key.Key_Delete)


def select(qtbot: QtBot, page: HistoryPage, title: str) -> None:
    """Select a row and wait until it is read."""
    view = page.column.list
    qtbot.waitUntil(lambda: title in titles(page))
    view.setCurrentIndex(view.rows.index(titles(page).index(title), 0))
    qtbot.waitUntil(lambda: shows(page, entry(page)))


def shows(page: HistoryPage, wanted: Entry) -> bool:
    """Whether the preview shows an entry."""
    kept = page.preview.turns
    if kept is None or not page.preview.isVisible() or kept.session.id != wanted.session_id:
        return False
    ids = [turn.id for turn in kept.comparisons]
    return ids == [wanted.comparison_id] if wanted.comparison_id else not kept.place


def write_into_dialog(qtbot: QtBot, page: HistoryPage, text: str) -> None:
    """Answer the question that is open."""
    qtbot.waitUntil(lambda: any(dialog.isVisible() for dialog in page.findChildren(AskText)))
    dialog = next(dialog for dialog in page.findChildren(AskText) if dialog.isVisible())
    field = dialog.findChild(QLineEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)
