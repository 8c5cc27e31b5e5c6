"""A model that won't fit leads to the Hub's search for a smaller file of it."""

from __future__ import annotations

import pytest

from lab.models.memory_now import MemoryNow
from lab.settings import folders
from tests import gguf_files
from tests.app.window.driving import Driver
from tests.unit.ui.models.hub_stage import words
from ui.models.hub_view import HubView

pytestmark = pytest.mark.process

NAME = "tiny-0.5b-instruct"


def test_the_search_opens_with_the_family_and_the_size(driver: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ui.models.stock.memory_now", lambda: MemoryNow(available=1_000_000, total=8_000_000_000))
    models = folders().models / "tiny"
    models.mkdir(parents=True)
    gguf_files.tiny_model(models / f"{NAME}.gguf", name="Tiny 0.5B Instruct")
    driver.open()
    driver.desktop.window.show_page("models")
    page = driver.desktop._library_page.page
    assert page is not None
    driver.wait(lambda: NAME in [row.name for row in page.library.table.rows.rows])
    row = next(row for row in page.library.table.rows.rows if row.name == NAME)
    assert page.library.table.select_path(row.file.path)
    driver.press("Look for a smaller one", page.library.details)
    driver.wait(lambda: page.elsewhere)
    hub = page.findChild(HubView)
    assert hub is not None
    assert hub.bar.text == "tiny 0.5b"
    edges = hub.layout().contentsMargins(), page.header.layout().contentsMargins()
    assert [(edge.left(), edge.right()) for edge in edges] == [(20, 20), (20, 20)]
    assert "You work offline" in words(hub)
