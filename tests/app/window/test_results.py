"""From a vote to its result, in the whole window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel

from lab.records import VoteChoice
from tests.app.window.driving import Driver
from ui.results.page import ResultsPage
from ui.theme.palette import DARK

pytestmark = pytest.mark.process


@pytest.fixture
def ready(driver: Driver, tmp_path: Path) -> Driver:
    driver.open_scripted(tmp_path, "It goes on and on and on.", "- It answers.\n- And it stops.")
    return driver


def results(driver: Driver) -> ResultsPage:
    """Go to the results, and wait until everything is there."""
    driver.desktop.window.show_page("results")
    driver.wait(lambda: driver.desktop._results.page is not None)
    page, controller = driver.desktop._results.page, driver.desktop._results.controller
    assert page is not None
    assert controller is not None
    driver.wait(lambda: bool(shown(page)) and "Reading the votes" not in shown(page) and not controller.busy)
    return page


def shown(page: ResultsPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible() and label.text())


def test_without_votes_it_leads_to_the_compare_page(ready: Driver) -> None:
    page = results(ready)
    assert "There are no votes yet." in shown(page)
    ready.press("Compare", page)
    assert ready.desktop.window.page() == "compare"


def test_a_vote_is_a_result_and_another_changes_it(ready: Driver) -> None:
    ready.desktop._page.composer.set_text("the sun")
    ready.desktop._page.composer.press()
    ready.idle()
    ready.desktop._page.vote_bar.choose(VoteChoice.B)
    page = results(ready)
    assert page.header.facts.text() == "1 vote · 2 contestants · 1 rater"
    assert [item.text() for item in page.standings.table.items_of(1)] == ["script b", "script a"]
    assert "fewer than 5 votes" in shown(page)
    ready.desktop.window.show_page("compare")
    ready.desktop._page.vote_bar.choose(VoteChoice.A)
    page = results(ready)
    ready.wait(lambda: [item.text() for item in page.standings.table.items_of(1)] == ["script a", "script b"])
    ready.wait(lambda: page.personality.chart is not None and "List items" in {
        row.label for row in page.personality.chart.rows
    })  # fmt: skip


def test_it_is_drawn_in_the_windows_colours(ready: Driver) -> None:
    results(ready)
    ready.desktop._set_palette(DARK)
    page = ready.desktop._results.page
    assert page is not None
    assert page.standings._palette is DARK


def test_it_was_the_last_page_and_is_opened_with_the_window(ready: Driver) -> None:
    results(ready)
    ready.close()
    ready.open()
    ready.wait(lambda: ready.desktop._results.page is not None)
    page = ready.desktop._results.page
    assert page is not None
    ready.wait(lambda: "There are no votes yet." in shown(page))
