"""The cards: what fits comes first, one button fetches a pair, and each state has its words and its way out."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from lab.models import offline
from lab.models.catalogue import CatalogueEntry, Stage, catalogue
from lab.models.library import is_missing
from lab.models.memory_now import MemoryNow
from lab.models.starter_table import StarterModel, Wheel
from lab.records import Model
from tests.hub.faults import Fault
from tests.unit.models.test_starter import Shelf as Packages
from tests.unit.models.test_starter import shelf, table, weights
from tests.unit.ui.models.download_line import ALWAYS, BASE, CHAT, PAIR, Line, model
from ui.first_start.errand import Shelf
from ui.models.card import Card
from ui.models.card_face import Phase
from ui.models.card_offer import STARTER_ID
from ui.models.cards import Cards
from ui.models.downloads import Downloads
from ui.models.downloads_panel import DownloadsPanel
from ui.models.page import ModelsPage
from ui.models.words import FIT_WORDS

__all__ = ["shelf", "table", "weights"]

GB = 1_000_000_000
LADDER = CatalogueEntry(
    id="ladder", title="Ladder", family="Tiny", made_by="us", why="Each step of its training.", terms="Read the terms.",
    models=tuple(
        model(stage, f"step-{stage}", f"someone/step-{stage}-GGUF") for stage in (Stage.BASE, Stage.SFT, Stage.CHAT)
    ),
)  # fmt: skip
MakeCards = Callable[..., Cards]


def plenty() -> MemoryNow:
    return MemoryNow(available=8 * GB, total=16 * GB)


@pytest.fixture
def downloads(line: Line) -> Downloads:
    return line.open()


@pytest.fixture
def make_cards(
    qtbot: QtBot, line: Line, downloads: Downloads, table: tuple[StarterModel, ...], shelf: Packages
) -> Iterator[MakeCards]:
    made: list[Cards] = []

    def make(
        *entries: CatalogueEntry,
        memory: Callable[[], MemoryNow] = plenty,
        width: int = 1236,
        packages: Packages = shelf,
    ) -> Cards:
        cards = Cards(
            line.library, downloads, lambda: 4096, memory=memory,
            shelf=Shelf(table=table, fetch_one_wheel=packages), entries=entries or (PAIR,),
        )  # fmt: skip
        made.append(cards)
        qtbot.addWidget(cards)
        cards.resize(width, 700)
        cards.show()
        line.until(lambda: bool(cards.cards()))
        return cards

    yield make
    for cards in made:
        cards.close_down()


def until_phase(line: Line, card: Card, phase: Phase) -> None:
    line.until(lambda: card.face.phase is phase)


def press(line: Line, button: QPushButton) -> None:
    assert button.isVisible()
    line.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def offered(card: Card) -> list[str]:
    return [button.text() for button in card.findChildren(QPushButton) if button.isVisible()]


def test_one_press_brings_a_pair_that_can_be_compared(line: Line, make_cards: MakeCards) -> None:
    cards = make_cards()
    card = cards.card("tiny")
    assert offered(card) == ["Download 2 models"]
    read = card.words()
    for words in ("Tiny", "fits", "base + chat · 8 MB · MIT · us", "It is tiny.", "Needs\u00a08\u00a0MB, "):
        assert words in read
    press(line, card.fetch)
    until_phase(line, card, Phase.ASKING)
    until_phase(line, card, Phase.INSTALLED)
    assert offered(card) == ["Compare these two"]
    assert "Installed ✓" in card.words()
    with line.qtbot.waitSignal(cards.compare_asked) as asked:
        press(line, card.compare)
    one, other = asked.args
    assert [one, other] == line.library.models()
    assert [one.name, other.name] == ["tiny", "tiny-instruct"]
    assert not is_missing(one)
    assert not is_missing(other)


def test_a_pair_never_seems_to_be_missing_while_it_arrives(line: Line, make_cards: MakeCards) -> None:
    card = make_cards().card("tiny")
    seen: list[Phase] = []
    show = card.show_face
    card.show_face = lambda face: (seen.append(face.phase), show(face))[1]  # type: ignore[method-assign]
    press(line, card.fetch)
    until_phase(line, card, Phase.INSTALLED)
    assert list(dict.fromkeys(seen)) == [Phase.ASKING, Phase.UNDER_WAY, Phase.INSTALLED]


def test_pausing_and_going_on_in_the_card(line: Line, make_cards: MakeCards, downloads: Downloads) -> None:
    card = make_cards().card("tiny")
    line.halted(downloads, lambda: press(line, card.fetch))
    line.until(lambda: card.pause.isVisible())
    assert offered(card) == ["Pause", "Cancel"]
    assert "of 7 MB" in card.words()
    press(line, card.pause)
    until_phase(line, card, Phase.PAUSED)
    assert offered(card) == ["Resume", "Cancel"]
    assert card.words().splitlines()[-1].startswith("Paused · ")
    line.stand_in.go_on.set()
    press(line, card.pause)
    until_phase(line, card, Phase.INSTALLED)


def test_cancelling_in_the_card_leaves_nothing(line: Line, make_cards: MakeCards, downloads: Downloads) -> None:
    card = make_cards().card("tiny")
    line.halted(downloads, lambda: press(line, card.fetch))
    line.until(lambda: len(downloads.all()) == 2 and card.cancel.isVisible())
    press(line, card.cancel)
    until_phase(line, card, Phase.OFFERED)
    assert line.files() == []
    assert offered(card) == ["Download 2 models"]


def test_the_half_that_is_here_is_not_fetched_again(line: Line, make_cards: MakeCards, downloads: Downloads) -> None:
    with line.qtbot.waitSignal(downloads.finished):
        downloads.order_entry(PAIR, without=frozenset({"tiny-instruct"}))
    card = make_cards().card("tiny")
    assert offered(card) == ["Download 1 model"]
    asked = len(line.stand_in.downloads_asked())
    press(line, card.fetch)
    until_phase(line, card, Phase.INSTALLED)
    assert [CHAT in one.path for one in line.stand_in.downloads_asked()[asked:]] == [True]


def test_what_was_left_from_last_time_goes_on_in_its_card(line: Line, make_cards: MakeCards) -> None:
    before = line.open()
    line.halted(before, lambda: before.order_entry(PAIR))
    line.until(lambda: len(before.all()) == 2)
    before.close_down()
    line.stand_in.go_on.set()
    cards = make_cards()
    cards._downloads.restore()
    card = cards.card("tiny")
    until_phase(line, card, Phase.PAUSED)
    press(line, card.pause)
    until_phase(line, card, Phase.INSTALLED)


def test_a_gated_pair_says_before_anything_is_fetched_what_to_do_and_gives_the_address(
    line: Line, make_cards: MakeCards
) -> None:
    line.stand_in.repositories[BASE].gated = "manual"
    card = make_cards().card("tiny")
    press(line, card.fetch)
    until_phase(line, card, Phase.FAILED)
    line.until(lambda: card.fetch.isVisible())
    assert f"{BASE} is only given to people who have accepted its terms." in card.words()
    assert "Make a token" in card.words()
    assert offered(card) == ["Copy the address", "Try again", "Close"]
    assert line.stand_in.downloads_asked() == []
    press(line, card._trouble.copy)
    assert QApplication.clipboard().text() == f"{line.stand_in.endpoint}/{BASE}"


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (Fault(status=404, times=ALWAYS), "is not in someone/tiny-GGUF any more"),
        (Fault(status=500, times=ALWAYS), "The Hub has trouble of its own (it answered 500)"),
        (Fault(change_last_byte=True, times=ALWAYS), "arrived changed"),
        (Fault(cut_after=0, times=ALWAYS), "was cut off"),
    ],
)
def test_each_fault_of_the_line_is_said_in_words(line: Line, make_cards: MakeCards, fault: Fault, words: str) -> None:
    card = make_cards().card("tiny")
    line.stand_in.fail(fault)
    press(line, card.fetch)
    until_phase(line, card, Phase.FAILED)
    assert words in card.words()
    assert "Try again" in offered(card)
    line.stand_in.fail()
    press(line, card.fetch)
    until_phase(line, card, Phase.INSTALLED)


def test_what_is_refused_before_the_first_byte_can_be_closed(line: Line, make_cards: MakeCards) -> None:
    stored = line.stand_in.repositories.pop(CHAT)
    card = make_cards().card("tiny")
    press(line, card.fetch)
    until_phase(line, card, Phase.FAILED)
    assert f"The Hub does not give {CHAT}" in card.words()
    assert offered(card) == ["Try again", "Close"]
    line.stand_in.repositories[CHAT] = stored
    press(line, card.cancel)
    until_phase(line, card, Phase.OFFERED)


class Usage(NamedTuple):
    free: int


def test_what_does_not_go_on_the_disk_is_not_offered(
    line: Line, make_cards: MakeCards, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: Usage(free=7_000_000))
    card = make_cards().card("tiny")
    assert offered(card) == []
    assert "Too little room on the disk: it needs 8 MB and 7 MB is free. Make room first." in card.words()


def test_offline_every_card_says_so_and_nothing_is_offered(
    line: Line, make_cards: MakeCards, downloads: Downloads
) -> None:
    cards = make_cards(PAIR, LADDER)
    offline.set_offline(True)
    try:
        asked = len(line.stand_in.asked)
        cards.refresh()
        for card in cards.cards():
            assert offered(card) == []
            assert "You work offline." in card.words()
        line.qtbot.wait(50)
        assert len(line.stand_in.asked) == asked
    finally:
        offline.set_offline(False)
    cards.refresh()
    assert offered(cards.card("tiny")) == ["Download 2 models"]


def test_terms_stand_on_the_card_before_they_are_accepted(make_cards: MakeCards) -> None:
    card = make_cards(LADDER).card("ladder")
    assert "Read the terms. By using the models you accept them." in card.words()
    assert offered(card) == ["Accept and download 3 models"]
    assert "base → SFT → chat · 3 × 4 MB · MIT · us" in card.words()


def test_the_starter_pair_comes_from_packages(line: Line, make_cards: MakeCards, shelf: Packages) -> None:
    cards = make_cards()
    card = cards.card(STARTER_ID)
    asked = len(line.stand_in.asked)
    with line.qtbot.waitSignal(cards.fetched, timeout=20_000) as fetched:
        press(line, card.fetch)
        line.until(lambda: offered(card) in (["Cancel"], ["Compare these two"]))
    until_phase(line, card, Phase.INSTALLED)
    models: list[Model] = fetched.args[0]
    assert [one.name for one in models] == ["packed-base", "packed-chat"]
    with line.qtbot.waitSignal(cards.compare_asked) as compared:
        press(line, card.compare)
    assert compared.args == models
    assert len(line.stand_in.asked) == asked
    assert shelf.asked == ["packed-base==1.0", "packed-chat==1.0"]


def test_a_package_that_can_not_be_had_is_said_and_tried_again(
    line: Line, make_cards: MakeCards, shelf: Packages
) -> None:
    shelf.broken.add("packed-chat")
    card = make_cards().card(STARTER_ID)
    press(line, card.fetch)
    until_phase(line, card, Phase.FAILED)
    assert "Could not get the chat model." in card.words()
    shelf.broken.clear()
    press(line, card.fetch)
    until_phase(line, card, Phase.INSTALLED)
    assert shelf.asked.count("packed-base==1.0") == 1


def test_the_starter_pair_can_be_stopped(line: Line, make_cards: MakeCards, shelf: Packages) -> None:
    class Slow(Packages):
        def __call__(self, wheel: Wheel, folder: Path, on_done: Callable[[int], None]) -> Path:
            while True:  # ends by what is raised in the report
                on_done(1)

    card = make_cards(packages=Slow(shelf.weights)).card(STARTER_ID)
    press(line, card.fetch)
    until_phase(line, card, Phase.UNDER_WAY)
    assert offered(card) == ["Cancel"]
    press(line, card.cancel)
    until_phase(line, card, Phase.OFFERED)
    assert line.files() == []


def test_what_fits_comes_first_and_of_that_the_smallest(make_cards: MakeCards) -> None:
    cards = make_cards(*catalogue(), memory=lambda: MemoryNow(available=6 * GB, total=8 * GB))
    chips = [card._chip.text() for card in cards.cards()]
    order = list(FIT_WORDS.values())
    assert chips == sorted(chips, key=order.index)
    fitting = [card.offer.size_bytes for card in cards.cards() if card._chip.text() == "fits"]
    assert fitting == sorted(fitting)
    assert len(fitting) > 4
    assert cards.cards()[-1].offer.id == "olmo-2-7b-stages"
    assert "The larger one alone needs about" in cards.cards()[-1].words()
    assert "alone needs" not in cards.cards()[0].words()


@pytest.mark.parametrize(("width", "columns"), [(1236, 3), (776, 2), (400, 1)])
def test_one_row_is_shown_or_all(line: Line, make_cards: MakeCards, width: int, columns: int) -> None:
    cards = make_cards(*catalogue(), width=width)
    shown = [card for card in cards.cards() if card.isVisible()]
    assert shown == cards.cards()[:columns]
    assert len({card.y() for card in shown}) == 1
    assert cards.all.text() == "Show all 15"
    with line.qtbot.waitSignal(cards.opened):
        press(line, cards.all)
    assert all(card.isVisible() for card in cards.cards())
    assert cards.all.text() == "Show fewer"
    press(line, cards.all)
    assert [card for card in cards.cards() if card.isVisible()] == shown


def test_the_keyboard_stays_on_the_card(line: Line, make_cards: MakeCards, downloads: Downloads) -> None:
    card = make_cards().card("tiny")
    card.fetch.setFocus()

    def begin() -> None:
        line.qtbot.keyClick(card.fetch, Qt.Key.Key_Space)

    line.halted(downloads, begin)
    until_phase(line, card, Phase.UNDER_WAY)
    assert QApplication.focusWidget() is card.pause  # not on Cancel, which a second press would mean
    line.qtbot.keyClick(card.pause, Qt.Key.Key_Space)
    until_phase(line, card, Phase.PAUSED)
    assert QApplication.focusWidget() is card.pause
    line.stand_in.go_on.set()
    line.qtbot.keyClick(card.pause, Qt.Key.Key_Space)
    until_phase(line, card, Phase.INSTALLED)
    assert QApplication.focusWidget() is card.compare


def test_tab_comes_to_cards_and_downloads_where_they_are_seen(
    line: Line, make_cards: MakeCards, downloads: Downloads
) -> None:
    page = ModelsPage()
    line.qtbot.addWidget(page)
    cards, panel = make_cards(), DownloadsPanel(downloads)
    page.set_cards(cards)
    page.set_downloads(panel)
    page.resize(1236, 900)
    page.show()
    line.halted(downloads, lambda: downloads.order(line.order(BASE)))
    line.until(lambda: bool(panel.rows()))
    reached: list[QWidget] = []
    widget = page.header.search.nextInFocusChain()
    while widget is not page.library.filters.search:
        if widget.isVisible() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            reached.append(widget)
        widget = widget.nextInFocusChain()
        assert widget is not page.header.search
    (row,) = panel.rows()
    assert {cards.all, cards.card("tiny").pause, row.go, row.cancel} <= set(reached)
    tops = [each.mapTo(page, each.rect().topLeft()).y() for each in (cards.all, cards.card("tiny").pause, row.go)]
    assert tops == sorted(tops)
    assert reached.index(cards.all) < reached.index(cards.card("tiny").pause) < reached.index(row.go)


def test_every_control_of_a_card_has_a_name_and_a_tooltip(line: Line, make_cards: MakeCards) -> None:
    card = make_cards().card("tiny")
    for button in card.findChildren(QPushButton):
        if button.isVisible():
            assert card.offer.title in button.accessibleName()
            assert button.toolTip()


def test_a_damaged_library_is_said_and_looked_at_again(
    qtbot: QtBot, line: Line, downloads: Downloads, table: tuple[StarterModel, ...], shelf: Packages
) -> None:
    path = line.home / "data" / "library.json"
    path.parent.mkdir(parents=True)
    path.write_text("{", encoding="utf-8")
    cards = Cards(
        line.library, downloads, lambda: 4096, shelf=Shelf(table=table, fetch_one_wheel=shelf), entries=[PAIR]
    )
    qtbot.addWidget(cards)
    cards.show()
    line.until(cards._again.isVisible)
    assert "library" in cards._note.text()
    path.unlink()
    press(line, cards._again)
    line.until(lambda: bool(cards.cards()))
    assert not cards._again.isVisible()
    cards.close_down()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
