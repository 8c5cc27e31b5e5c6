"""The page itself: what stands where, the other view, and reading a file through before it is used."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from lab.records import Side
from tests.unit.ui.models.library.bench import Bench, model, press, words


class Strip(QWidget):
    """Something with two buttons."""

    def __init__(self, name: str) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.buttons = [QPushButton(f"{name} {number}") for number in (1, 2)]
        for button in self.buttons:
            layout.addWidget(button)


def test_cards_stand_above_downloads_and_both_above_the_table(bench: Bench) -> None:
    cards, downloads = Strip("card"), Strip("download")
    bench.page.set_downloads(downloads)
    bench.page.set_cards(cards)
    model(bench.folders.models / "mine" / "mine.gguf")
    bench.open()
    tops = [widget.mapTo(bench.page, widget.rect().topLeft()).y() for widget in (cards, downloads, bench.table)]
    assert tops == sorted(tops)


def test_tab_goes_from_the_head_through_the_cards_to_the_table(bench: Bench) -> None:
    cards = Strip("card")
    bench.page.set_cards(cards)
    model(bench.folders.models / "mine" / "mine.gguf")
    bench.open()
    order: list[QWidget] = []
    widget = bench.page.header.search.nextInFocusChain()
    while widget is not bench.table:
        order.append(widget)
        widget = widget.nextInFocusChain()
        assert len(order) < 200
    reached = [each for each in order if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()]
    filters = bench.view.filters
    assert reached == [*cards.buttons, filters.search, filters.kind, filters.fit, filters.again]


def awake(bench: Bench) -> set[str]:
    """The keys of the page that do something now."""
    return {key.key().toString() for key in bench.page.findChildren(QShortcut) if key.isEnabled()}


def test_another_view_takes_the_place_of_the_library_until_one_goes_back(bench: Bench) -> None:
    bench.open()
    other = QLabel("the Hub")
    with bench.qtbot.waitSignal(bench.page.search_asked):
        press(bench.page, "Search Hugging Face")
    bench.page.open_view(other, "Search Hugging Face")
    assert other.isVisible()
    assert not bench.view.isVisible()
    assert bench.page.header.title.text() == "Search Hugging Face"
    assert awake(bench) == {"Alt+Left", "Esc", "Ctrl+F"}
    press(bench.page, "← Back")
    assert bench.view.isVisible()
    assert bench.page.header.title.text() == "Models"
    assert not bench.page.elsewhere
    assert awake(bench) == {"F5", "Ctrl+F", "Ctrl+O", "Ctrl+Shift+F"}


def test_a_page_that_is_seen_again_knows_who_plays_now(bench: Bench) -> None:
    path = model(bench.folders.models / "mine" / "mine.gguf")
    bench.open()
    bench.page.hide()
    bench.playing[Side.B] = bench.library.add(path)
    bench.page.show()
    bench.qtbot.waitUntil(lambda: bench.row("mine").sides == (Side.B,))


def test_a_download_that_arrives_is_in_the_table_at_once(bench: Bench) -> None:
    bench.open()
    assert bench.names() == []
    arrived = bench.library.add(model(bench.folders.models / "mine" / "mine.gguf"), source="owner/mine@abc")
    bench.controller.model_arrived(arrived)
    bench.qtbot.waitUntil(lambda: bench.names() == ["mine"])
    assert bench.row("mine").where == "Hub · owner"


@contextmanager
def library_is_busy(bench: Bench) -> Iterator[None]:
    """What changes the library has to wait."""
    go = threading.Event()
    bench.controller.adding.do(lambda: go.wait(20), lambda _done: None)
    try:
        yield
    finally:
        go.set()


def test_a_file_that_is_read_through_can_be_let_be(bench: Bench) -> None:
    model(bench.folders.models / "mine" / "mine.gguf")
    bench.open()
    with library_is_busy(bench):
        bench.select("mine")
        bench.key(Qt.Key.Key_A)
        assert bench.view.reading.text() == "Reading mine once, so that it is known again …"
        press(bench.view.reading, "Stop")
    bench.qtbot.waitUntil(lambda: not bench.view.reading.isVisible())
    assert bench.used == []
    assert bench.library.models() == []
    bench.key(Qt.Key.Key_A)
    bench.qtbot.waitUntil(lambda: len(bench.used) == 1)


def test_a_file_that_went_bad_is_told_and_not_used(bench: Bench) -> None:
    path = model(bench.folders.models / "mine" / "mine.gguf")
    bench.open()
    path.write_bytes(path.read_bytes()[:5000])
    bench.select("mine")
    bench.key(Qt.Key.Key_B)
    bench.qtbot.waitUntil(lambda: "cut off" in words(bench.page.message))
    assert not bench.view.reading.isVisible()
    assert bench.used == []


@pytest.mark.parametrize("width", [824, 1284])
def test_nothing_is_wider_than_the_page(bench: Bench, width: int) -> None:
    model(bench.folders.models / "mine" / f"{'a-very-long-name-' * 4}.gguf")
    bench.open(width, 600)
    whole = bench.view.widget()
    assert whole is not None
    assert whole.width() == bench.view.viewport().width()
    assert bench.page.minimumSizeHint().width() <= 824


def test_what_goes_wrong_while_the_page_is_not_seen_is_told_to_the_window(bench: Bench) -> None:
    path = model(bench.folders.models / "mine" / "mine.gguf")
    bench.open()
    path.write_bytes(path.read_bytes()[:5000])
    with library_is_busy(bench):
        bench.select("mine")
        bench.key(Qt.Key.Key_B)
        bench.page.hide()
        told = bench.qtbot.waitSignal(bench.controller.trouble)
    told.wait()
    assert "cut off" in told.args[0].message


def test_a_file_that_was_opened_with_the_program_is_in_the_library_and_selected(bench: Bench, tmp_path: Path) -> None:
    model(bench.folders.models / "mine" / "mine.gguf")
    elsewhere = model(tmp_path / "Téléchargements" / "another one.gguf", name="another")
    bench.open()
    with bench.qtbot.waitSignal(bench.controller.library_changed):
        bench.controller.add_file(elsewhere)
    bench.qtbot.waitUntil(lambda: (row := bench.table.row()) is not None and row.file.path == str(elsewhere))
    [added] = bench.library.models()
    assert Path(added.path) == elsewhere
    assert words(bench.page.message) == f"{added.name} is in the library now."


def test_a_file_can_be_opened_before_the_page_was_seen(bench: Bench, tmp_path: Path) -> None:
    elsewhere = model(tmp_path / "one.gguf")
    with bench.qtbot.waitSignal(bench.controller.library_changed):
        bench.controller.add_file(elsewhere)
    bench.open()
    assert bench.table.row() is not None
    assert [model.path for model in bench.library.models()] == [str(elsewhere)]


def test_a_file_that_is_no_model_is_told_and_not_kept(bench: Bench, tmp_path: Path) -> None:
    bench.open()
    letter = tmp_path / "letter.gguf"
    letter.write_text("Dear Ada")
    bench.controller.add_file(letter)
    bench.qtbot.waitUntil(lambda: "letter.gguf" in words(bench.page.message))
    assert not bench.view.reading.isVisible()
    assert bench.library.models() == []
