"""Names with tags in them, from a file or a person, are read as they are: no label and no tooltip follows them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox

from lab.models.library import Library
from lab.preferences import Preset, SideSettings
from lab.settings import folders
from tests import gguf_files
from tests.app.window.driving import Driver
from tests.unit.ui.strangers import HOSTILE, follows, named
from ui.models.rows import ModelRow

pytestmark = pytest.mark.process

LONG = f"{HOSTILE} {'and so on ' * 12}".strip()
"""Too long for every label, so that the whole of it is in a tooltip."""


@pytest.fixture
def stranger(driver: Driver, tmp_path: Path) -> Driver:
    paths = []
    for name, options in (("a", {}), ("b", {"chat_template": gguf_files.CHATML, "seed": 1})):
        path = tmp_path / HOSTILE / f"{HOSTILE}-{name}.gguf"
        path.parent.mkdir(exist_ok=True)
        paths.append(gguf_files.tiny_model(path, name=f"{HOSTILE} title", **options))
    driver.prepare(*paths)
    library = Library(folders().data / "library.json")
    for name, model in zip("ab", library.models(), strict=True):
        library.remove(model.name)
        library.add(Path(model.path), name=f"{LONG} {name}", licence=HOSTILE, source=f"{HOSTILE}/{HOSTILE}")
    driver.preferences().change(
        model_a=f"{LONG} a", model_b=f"{LONG} b", presets=(Preset(name=LONG[:60], settings=SideSettings()),)
    )
    driver.open_ready()
    driver.ask(f"{LONG}?")
    return driver


def shown_at(driver: Driver, page: str) -> list[str]:
    """All texts and tooltips of a page that name the stranger; none of them may be taken for HTML."""
    window = driver.desktop.window
    window.resize(900, 600)
    window.show_page(page)
    QApplication.processEvents()
    window.grab()  # what is cut gets its tooltip when it is painted
    return list(named(window))


def test_what_would_be_followed_is_known() -> None:
    assert follows(HOSTILE)
    assert not follows(HOSTILE.replace("<", "&lt;"))


def test_the_compare_page_shows_them_as_they_are(stranger: Driver) -> None:
    stranger.desktop._page.header.settings_wanted.emit(True)
    seen = shown_at(stranger, "compare")
    assert any("Choose the model of side A" in text for text in seen)
    assert any("&lt;img src=x&gt;" in text for text in seen)


def test_the_history_shows_them_as_they_are(stranger: Driver) -> None:
    page = stranger.desktop.window
    page.show_page("history")
    stranger.wait(lambda: len(list(named(page))) > 2)
    assert shown_at(stranger, "history")


def test_the_models_page_shows_them_as_they_are(stranger: Driver) -> None:
    stranger.desktop.window.show_page("models")
    page = stranger.desktop._library_page.page
    assert page is not None
    table = page.library.table

    def strangers() -> list[ModelRow]:
        return [row for row in table.rows.rows if row.name.startswith(HOSTILE)]

    stranger.wait(lambda: len(strangers()) == 2)
    row = strangers()[0]
    assert table.select_path(row.file.path)
    stranger.wait(page.library.details.isVisible)
    seen = shown_at(stranger, "models")
    assert any(text.startswith("with <img") for text in seen)
    assert any("title" in text for text in seen)
    stranger.desktop._library_page._controller.deeds.ask_to_trash(row)
    (question,) = page.findChildren(QMessageBox)
    stranger.wait(question.isVisible)
    assert any("<img" in text for text in named(question))
    question.reject()
