"""The list of downloads: each with its file, how far it is, what is wrong, and what can be done."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from lab.models import offline
from lab.models.download_order import DownloadState
from tests.hub.faults import Fault
from tests.unit.ui.models.download_line import ALWAYS, BASE, PAIR, Line
from ui.models import download_words
from ui.models.download_row import DownloadRow
from ui.models.downloads import Downloads
from ui.models.downloads_panel import DownloadsPanel


@pytest.fixture
def downloads(line: Line) -> Downloads:
    return line.open()


@pytest.fixture
def panel(qtbot: QtBot, downloads: Downloads) -> DownloadsPanel:
    panel = DownloadsPanel(downloads)
    panel.resize(800, 300)
    qtbot.addWidget(panel)
    return panel


def press(line: Line, button: QPushButton) -> None:
    assert button.isVisible()
    line.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def buttons(row: DownloadRow) -> list[str]:
    return [button.text() for button in row.findChildren(QPushButton) if button.isVisible()]


def test_it_is_hidden_while_there_is_nothing(line: Line, panel: DownloadsPanel, downloads: Downloads) -> None:
    assert not panel.isVisible()
    line.halted(downloads, lambda: downloads.order(line.order(BASE)))
    line.until(panel.isVisible)
    line.stand_in.go_on.set()
    line.until(lambda: not panel.isVisible())
    assert panel.rows() == []


def test_a_row_says_what_how_far_and_how_much(line: Line, panel: DownloadsPanel, downloads: Downloads) -> None:
    line.halted(downloads, lambda: downloads.order_entry(PAIR))
    line.until(lambda: len(panel.rows()) == 2 and "%" in panel.rows()[0].words())
    first, second = panel.rows()
    assert first.words().startswith("tiny.Q4_K_M.gguf\nsomeone/tiny-GGUF\n")
    assert " of 4 MB" in first.words()
    assert "Waits for its turn" in second.words()
    assert buttons(first) == buttons(second) == ["Pause", "Cancel"]


def test_one_can_be_paused_resumed_and_cancelled(line: Line, panel: DownloadsPanel, downloads: Downloads) -> None:
    line.halted(downloads, lambda: downloads.order(line.order(BASE)))
    line.until(lambda: len(panel.rows()) == 1)
    (row,) = panel.rows()
    press(line, row.go)
    line.until(lambda: "Paused" in row.words())
    assert buttons(row) == ["Resume", "Cancel"]
    line.stand_in.go_on.clear()
    line.stand_in.fail(Fault(halt_after=1000))
    press(line, row.go)
    line.until(lambda: buttons(row) == ["Pause", "Cancel"])
    press(line, row.cancel)
    line.until(lambda: panel.rows() == [])
    assert line.files() == []


def test_all_are_paused_and_resumed_with_one_button(line: Line, panel: DownloadsPanel, downloads: Downloads) -> None:
    line.halted(downloads, lambda: downloads.order_entry(PAIR))
    line.until(lambda: len(panel.rows()) == 2)
    assert panel.every.text() == "Pause all"
    press(line, panel.every)
    line.until_state(downloads, DownloadState.PAUSED, DownloadState.PAUSED)
    line.until(lambda: panel.every.text() == "Resume all")
    assert "nothing is being fetched" in panel._sum.text()
    line.stand_in.go_on.set()
    press(line, panel.every)
    line.until(lambda: not panel.isVisible())
    assert len(line.library.models()) == 2


def test_one_that_failed_says_why_and_can_be_tried_again_or_removed(
    line: Line, panel: DownloadsPanel, downloads: Downloads
) -> None:
    line.stand_in.fail(Fault(cut_after=0, times=ALWAYS))
    downloads.order(line.order(BASE))
    line.until(lambda: bool(panel.rows()) and "was cut off" in panel.rows()[0].words())
    (row,) = panel.rows()
    assert "Check the network" in row.words()
    assert buttons(row) == ["Try again", "Remove"]
    asked = len(line.stand_in.downloads_asked())
    press(line, row.go)
    line.until(lambda: len(line.stand_in.downloads_asked()) > asked)
    line.until_state(downloads, DownloadState.FAILED)
    press(line, row.cancel)
    line.until(lambda: not panel.isVisible())
    assert line.files() == []


def test_offline_nothing_is_resumed(line: Line, panel: DownloadsPanel, downloads: Downloads) -> None:
    begun = line.halted(downloads, lambda: downloads.order(line.order(BASE)))
    downloads.pause(begun.id)
    line.until_state(downloads, DownloadState.PAUSED)
    offline.set_offline(True)
    try:
        panel.refresh()
        assert buttons(panel.rows()[0]) == ["Cancel"]
        assert "You work offline" in panel._sum.text()
    finally:
        offline.set_offline(False)
    panel.refresh()
    assert buttons(panel.rows()[0]) == ["Resume", "Cancel"]


def test_the_keyboard_goes_to_what_is_left(line: Line, panel: DownloadsPanel, downloads: Downloads) -> None:
    line.halted(downloads, lambda: downloads.order_entry(PAIR))
    line.until(lambda: len(panel.rows()) == 2)
    first, second = panel.rows()
    second.cancel.setFocus()
    line.qtbot.keyClick(second.cancel, Qt.Key.Key_Space)
    line.until(lambda: panel.rows() == [first])
    assert QApplication.focusWidget() is first.go
    first.cancel.setFocus()
    with line.qtbot.waitSignal(panel.emptied):
        line.qtbot.keyClick(first.cancel, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("done", "total", "words"),
    [
        (130_000_000, 210_000_000, "130 of 210 MB"),
        (1_200_000_000, 4_470_000_000, "1.2 of 4.5 GB"),
        (3_000_000_000, 17_900_000_000, "3 of 18 GB"),
    ],
)
def test_sizes_are_said_in_the_unit_of_the_whole(done: int, total: int, words: str) -> None:
    assert download_words.of_size(done, total) == words


def test_a_hundred_percent_is_only_said_of_all() -> None:
    assert download_words.percent(999_999, 1_000_000) == 99
    assert download_words.percent(1_000_000, 1_000_000) == 100


@pytest.mark.parametrize(
    ("hint", "address"),
    [
        ("Open https://huggingface.co/a/b and accept them.", "https://huggingface.co/a/b"),
        ("Open https://huggingface.co/a/b, accept its terms.", "https://huggingface.co/a/b"),
        ("See http://127.0.0.1:80/a/b-1.0.", "http://127.0.0.1:80/a/b-1.0"),
        ("Try again later.", ""),
    ],
)
def test_the_address_of_a_hint_is_found_without_its_stop(hint: str, address: str) -> None:
    assert download_words.address_in(hint) == address
