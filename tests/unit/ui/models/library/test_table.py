"""The table: sorted, searched, filtered, and used with keys and clicks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication

from lab.records import Kind, Side
from tests import gguf_files
from tests.unit.ui.models.library.bench import Bench, choose, model, press, words
from ui.models.columns import Column, divide
from ui.models.table_view import TableView


@pytest.fixture
def stocked(bench: Bench) -> Bench:
    """A page with three models: a large and a small base, and a chat model."""
    folder = bench.user / ".lmstudio" / "models" / "someone"
    model(folder / "alpha-base" / "alpha-base.gguf", layers=3)
    model(folder / "beta-chat" / "beta-chat.gguf", chat_template=gguf_files.CHATML, n_ctx_train=4096)
    model(folder / "gamma-base" / "gamma-base.gguf", seed=3)
    bench.open()
    return bench


def test_a_click_on_a_title_sorts_and_a_second_turns_it_around(stocked: Bench) -> None:
    header = stocked.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(Column.SIZE) + 8, header.height() // 2)
    stocked.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stocked.names()[-1] == "alpha-base"
    stocked.qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stocked.names()[0] == "alpha-base"


def test_the_order_can_be_chosen_with_the_keyboard(stocked: Bench) -> None:
    stocked.key(Qt.Key.Key_Down)
    stocked.table.sort_by(Column.KIND)
    assert stocked.names() == ["alpha-base", "gamma-base", "beta-chat"]
    stocked.table.sort_by(Column.KIND)
    assert stocked.names() == ["beta-chat", "gamma-base", "alpha-base"]


@pytest.mark.parametrize("looked_for", ["beta", "CHAT", "someone beta", "lm studio chat"])
def test_a_search_looks_at_names_places_and_paths(stocked: Bench, looked_for: str) -> None:
    stocked.qtbot.keyClicks(stocked.view.filters.search, looked_for)
    stocked.qtbot.keyClick(stocked.view.filters.search, Qt.Key.Key_Return)
    assert stocked.names() == ["beta-chat"]
    assert stocked.view.filters.count.text() == "1 of 3 models"
    assert stocked.table.hasFocus() or not stocked.page.isActiveWindow()


def test_a_search_that_finds_nothing_offers_to_show_all(stocked: Bench) -> None:
    stocked.qtbot.keyClicks(stocked.view.filters.search, "zebra")
    stocked.qtbot.waitUntil(lambda: "No model here is like that." in words(stocked.view))
    press(stocked.view.notice, "Show all")
    assert len(stocked.names()) == 3


def test_models_of_one_kind_can_be_shown_alone(stocked: Bench) -> None:
    box = stocked.view.filters.kind
    box.setCurrentIndex(box.findText("Base model"))
    assert stocked.names() == ["alpha-base", "gamma-base"]
    stocked.view.filters.fit.setCurrentIndex(stocked.view.filters.fit.findText("Won't fit"))
    assert stocked.names() == []


def test_a_and_b_put_the_selected_model_on_a_side(stocked: Bench) -> None:
    stocked.select("gamma-base")
    stocked.key(Qt.Key.Key_A)
    stocked.qtbot.waitUntil(lambda: len(stocked.used) == 1)
    chosen, side = stocked.used[0]
    assert (chosen.name, side, len(chosen.sha256)) == ("gamma-base", Side.A, 64)
    assert [kept.name for kept in stocked.library.models()] == ["gamma-base"]
    stocked.qtbot.waitUntil(lambda: stocked.row("gamma-base").sides == (Side.A,))
    stocked.key(Qt.Key.Key_A)  # it plays there already
    stocked.key(Qt.Key.Key_B)
    assert [side for _model, side in stocked.used] == [Side.A, Side.B]


def test_enter_puts_a_chat_model_beside_the_base_model_that_plays(stocked: Bench) -> None:
    stocked.playing[Side.A] = stocked.library.add(stocked.row("alpha-base").path)
    stocked.controller.refresh()
    stocked.qtbot.waitUntil(lambda: stocked.row("alpha-base").sides == (Side.A,))
    stocked.select("beta-chat")
    stocked.key(Qt.Key.Key_Return)
    stocked.qtbot.waitUntil(lambda: bool(stocked.used))
    assert [(used.name, side) for used, side in stocked.used] == [("beta-chat", Side.B)]


def test_the_buttons_of_a_row_use_its_model(stocked: Bench) -> None:
    stocked.click(stocked.cell("beta-chat", Column.USE))
    stocked.qtbot.waitUntil(lambda: bool(stocked.used))
    assert [(used.name, side) for used, side in stocked.used] == [("beta-chat", Side.A)]


def test_a_model_that_the_library_knows_is_used_at_once_by_its_name_there(stocked: Bench) -> None:
    stocked.library.add(stocked.row("beta-chat").path, name="my-favourite")
    stocked.controller.refresh()
    stocked.qtbot.waitUntil(lambda: "my-favourite" in stocked.names())
    stocked.select("my-favourite")
    press(stocked.view.details, "Use as B")
    assert [(used.name, side) for used, side in stocked.used] == [("my-favourite", Side.B)]


def test_a_click_on_the_badge_overrules_the_kind_and_takes_it_back(stocked: Bench) -> None:
    stocked.click(stocked.cell("alpha-base", Column.KIND))
    choose(stocked.menu(), "Chat")
    stocked.qtbot.waitUntil(lambda: stocked.row("alpha-base").kind is Kind.CHAT)
    assert "You said that this is a chat model." in stocked.row("alpha-base").facts.verdict.evidence[0]
    (kept,) = stocked.library.models()
    assert (kept.name, kept.verdict.kind, kept.verdict.overruled) == ("alpha-base", Kind.CHAT, True)
    stocked.click(stocked.cell("alpha-base", Column.KIND))
    choose(stocked.menu(), "Judge it from the file")
    stocked.qtbot.waitUntil(lambda: stocked.row("alpha-base").kind is Kind.BASE)
    (kept,) = stocked.library.models()
    assert (kept.name, kept.verdict.kind, kept.verdict.overruled) == ("alpha-base", Kind.BASE, False)


def test_judging_from_the_file_again_keeps_what_else_is_known(stocked: Bench) -> None:
    path = stocked.row("alpha-base").path
    sha256 = stocked.library.add(path, licence="Apache-2.0", source="someone/alpha").sha256
    stocked.library.add(path, verified_sha256=sha256)
    stocked.library.set_kind("alpha-base", Kind.CHAT)
    stocked.controller.refresh()
    stocked.qtbot.waitUntil(lambda: stocked.row("alpha-base").kind is Kind.CHAT)
    before = stocked.library.entries()[0]
    stocked.controller.deeds.set_kind(stocked.row("alpha-base"), None)
    stocked.qtbot.waitUntil(lambda: stocked.row("alpha-base").kind is Kind.BASE)
    after = stocked.library.entries()[0]
    for field in ("licence", "source", "promised_sha256", "mtime_ns"):
        assert getattr(after, field) == getattr(before, field)
    assert after.model.sha256 == before.model.sha256


def test_selection_and_place_stay_when_it_is_looked_again(stocked: Bench) -> None:
    stocked.select("gamma-base")
    model(stocked.user / ".lmstudio" / "models" / "someone" / "aa" / "aardvark.gguf")
    stocked.look_again()
    assert len(stocked.names()) == 4
    selected = stocked.table.row()
    assert selected is not None
    assert selected.name == "gamma-base"
    assert [index.row() for index in stocked.table.selectionModel().selectedRows()] == [3]


def test_the_path_can_be_copied(stocked: Bench) -> None:
    stocked.select("beta-chat")
    stocked.qtbot.keyClick(stocked.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == stocked.row("beta-chat").file.path


def test_what_the_library_forgets_stays_on_the_disk_and_in_the_table(stocked: Bench) -> None:
    stocked.library.add(stocked.row("beta-chat").path)
    stocked.controller.refresh()
    stocked.qtbot.waitUntil(lambda: stocked.row("beta-chat").listed is not None)
    stocked.select("beta-chat")
    press(stocked.view.details, "More ▾")
    choose(stocked.menu(), "Forget it")
    stocked.qtbot.waitUntil(lambda: stocked.row("beta-chat").listed is None)
    assert stocked.library.models() == []
    assert stocked.row("beta-chat").path.is_file()


@pytest.mark.parametrize("width", [400, 740, 830, 1000, 1100, 1250, 2000])
def test_the_columns_fill_the_table(width: int) -> None:
    widths = divide(width)
    assert {Column.MODEL, Column.KIND, Column.SIZE, Column.FIT, Column.USE} <= set(widths.shown)
    assert sum(widths.shown.values()) == max(width, sum(divide(400).shown.values()))


def test_the_narrower_the_table_the_fewer_columns_it_shows() -> None:
    shown = [set(divide(width).shown) for width in (600, 700, 740, 1050, 1130, 1250)]
    for fewer, more in pairwise(shown):
        assert fewer < more
    assert Column.QUANTIZATION in shown[2]
    assert shown[-1] == set(Column)


def test_a_table_is_as_high_as_its_rows_and_no_lower_than_some(stocked: Bench) -> None:
    table: TableView = stocked.table
    assert table.maximumHeight() == table.minimumHeight()
    assert not table.verticalScrollBar().isVisible()
    folder: Path = stocked.user / ".lmstudio" / "models" / "someone"
    for number in range(12):
        model(folder / f"more-{number}" / f"more-{number}.gguf", seed=number)
    stocked.look_again()
    assert table.maximumHeight() > table.minimumHeight()
    assert table.verticalScrollBar().maximum() > 0
