"""Models that are fetched, through the whole window: pairs by their cards, files by the search, over a bad line."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lab.models.download_order import DownloadState
from lab.models.library import Library
from lab.models.starter_table import StarterModel
from lab.records import AnswerState, Comparison, Side
from lab.settings import folders
from tests.app.window.driving import Driver
from tests.app.window.models_page import ModelsHands, ring, user, work_offline
from tests.hub.faults import Fault
from tests.hub.stand_in import HubStandIn
from tests.hub.watching import QUICK
from tests.unit.models.test_starter import Shelf as Packages
from tests.unit.models.test_starter import shelf, table, weights
from tests.unit.ui.models.download_line import ALWAYS, BASE, CHAT, HALT, PAIR, grown, hub_with_the_pair
from tests.unit.ui.models.hub_stage import TOKEN, Ring
from ui.first_start.errand import Shelf
from ui.first_start.panel import FirstStartPanel
from ui.models.card import Card
from ui.models.card_face import Phase
from ui.models.card_offer import STARTER_ID
from ui.models.token_dialog import TokenDialog

__all__ = ["ring", "shelf", "table", "user", "weights"]
pytestmark = pytest.mark.process

OFFLINE = "You work offline."
BASE_FILE, CHAT_FILE = "tiny.Q4_K_M.gguf", "tiny-instruct.Q4_K_M.gguf"
GATED, CLOSED_FILE = "guarded/closed-GGUF", "closed-Q4_K_M.gguf"


@pytest.fixture(scope="module")
def pair_bytes(tiny_base: Path, tiny_chat: Path) -> tuple[bytes, bytes]:
    return grown(tiny_base, 1), grown(tiny_chat, 2)


@pytest.fixture
def hub(
    user: Path, ring: Ring, pair_bytes: tuple[bytes, bytes], monkeypatch: pytest.MonkeyPatch
) -> Iterator[HubStandIn]:
    """A Hub with a pair, and a catalogue that offers it."""
    monkeypatch.setattr("ui.models.cards.catalogue", lambda: (PAIR,))
    with hub_with_the_pair(*pair_bytes) as stand_in:
        monkeypatch.setenv("COUNTERPOINT_HUB", stand_in.endpoint)
        yield stand_in


@pytest.fixture
def window(hub: HubStandIn, driver: Driver, tiny_base: Path, tiny_chat: Path) -> Driver:
    """A window in which two models play already. It is closed before the Hub is."""
    driver.prepare(tiny_base, tiny_chat)
    return driver


def open_models(driver: Driver) -> ModelsHands:
    driver.open_ready()
    return ModelsHands(driver)


def until(driver: Driver, card: Card, phase: Phase) -> None:
    driver.wait(lambda: card.face.phase is phase)


def halt_in_the_middle(hands: ModelsHands, hub: HubStandIn) -> Card:
    """Begin to fetch the pair over a line that stands still after the first megabyte."""
    hub.fail(Fault(halt_after=HALT))
    card = hands.card("tiny")
    hands.press("Download 2 models", card)
    hands._driver.wait(hub.halted.is_set)
    hands.until_bytes_are_kept()
    until(hands._driver, card, Phase.UNDER_WAY)
    return card


def is_answered_by_both(comparison: Comparison, a: str, b: str) -> None:
    assert comparison.a is not None
    assert comparison.b is not None
    assert comparison.a.state is comparison.b.state is AnswerState.FINISHED
    assert (comparison.a.contestant.model.name, comparison.b.contestant.model.name) == (a, b)


def compare(hands: ModelsHands, driver: Driver, card: Card, names: tuple[str, str]) -> None:
    """Press the card's button; the Compare page must show the two, and they must answer."""
    hands.press("Compare these two", card)
    assert driver.desktop.window.page() == "compare"
    paths = {model.path for model in Library(folders().data / "library.json").models() if model.name in names}
    driver.wait(lambda: driver.worker_paths() == paths)
    driver.wait_ready()
    is_answered_by_both(driver.ask("the sun"), *names)


def test_a_card_brings_a_pair_that_is_compared_at_once(window: Driver, hub: HubStandIn) -> None:
    hands = open_models(window)
    hub.fail(Fault(pause_s=0.05, times=ALWAYS))
    card = hands.card("tiny")
    hands.press("Download 2 models", card)
    window.wait(lambda: "MB/s · " in card.words() and "left" in card.words())
    assert 0 < card.face.done_bytes < card.face.total_bytes
    assert "MB/s · " in hands.download_row(BASE_FILE).words()
    assert "Waits for its turn" in hands.download_row(CHAT_FILE).words()
    hub.fail()
    until(window, card, Phase.INSTALLED)
    window.wait(lambda: {"tiny", "tiny-instruct"} <= set(hands.names()))
    assert hands.row("tiny").where == "Hub · someone"
    compare(hands, window, card, ("tiny", "tiny-instruct"))


def test_a_download_goes_on_after_the_program_was_closed(window: Driver, hub: HubStandIn) -> None:
    hands = open_models(window)
    card = halt_in_the_middle(hands, hub)
    hands.press("Pause", card)
    until(window, card, Phase.PAUSED)
    window.close()
    hub.go_on.set()
    asked = len(hub.downloads_asked())
    hands = open_models(window)
    hands.until_states(DownloadState.PAUSED, DownloadState.PAUSED)
    card = hands.card("tiny")
    until(window, card, Phase.PAUSED)
    assert len(hub.downloads_asked()) == asked, "nothing goes over the line before the user says so"
    hands.press("Resume", card)
    until(window, card, Phase.INSTALLED)
    first = hub.downloads_asked()[asked]
    assert BASE in first.path
    assert int(first.headers["Range"].removeprefix("bytes=").removesuffix("-")) > 0
    compare(hands, window, card, ("tiny", "tiny-instruct"))


def test_a_download_that_is_closed_in_the_middle_is_there_as_paused(window: Driver, hub: HubStandIn) -> None:
    hands = open_models(window)
    halt_in_the_middle(hands, hub)
    window.close()
    hands = open_models(window)
    hands.until_states(DownloadState.PAUSED, DownloadState.PAUSED)
    hands.press(f"Cancel: {CHAT_FILE}")
    hands.press(f"Cancel: {BASE_FILE}")
    window.wait(lambda: hands.downloads() == [])
    until(window, hands.card("tiny"), Phase.OFFERED)
    assert not [path for path in folders().models.rglob("*") if path.is_file()]


def test_a_line_that_breaks_for_good_is_told_and_a_second_try_goes_on(
    window: Driver, hub: HubStandIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lab.models.download_queue.Patience", lambda: QUICK)
    hands = open_models(window)
    hub.fail(Fault(cut_after=HALT), Fault(cut_after=0, times=ALWAYS))
    hands.press("Download 2 models", hands.card("tiny"))
    hands.until_states(DownloadState.FAILED, DownloadState.FAILED)
    row = hands.download_row(BASE_FILE)
    window.wait(lambda: f"The download of {BASE_FILE} was cut off: 1 MB of" in row.words())
    assert "What came is kept. Check the network, then go on." in row.words()
    hub.fail()
    asked = len(hub.downloads_asked())
    hands.press(f"Try again: {BASE_FILE}")
    window.wait(lambda: [one.path.name for one in hands.downloads()] == [CHAT_FILE])
    assert "Range" in hub.downloads_asked()[asked].headers
    hands.press("Try again", hands.card("tiny"))
    until(window, hands.card("tiny"), Phase.INSTALLED)


def test_what_came_wrong_is_never_in_the_library(window: Driver, hub: HubStandIn) -> None:
    hands = open_models(window)
    hub.fail(Fault(change_last_byte=True, times=ALWAYS))
    card = hands.card("tiny")
    hands.press("Download 2 models", card)
    hands.until_states(DownloadState.FAILED, DownloadState.FAILED)
    until(window, card, Phase.FAILED)
    assert "tiny" not in hands.names()
    assert not list(folders().models.rglob("*.gguf"))


def test_a_file_that_the_search_finds_is_fetched_and_used(window: Driver, hub: HubStandIn) -> None:
    hands = open_models(window)
    hands.search("instruct")
    hands.open_repository(CHAT)
    window.wait(lambda: "tiny-GGUF" in hands.words())  # the base model of the same maker
    (row,) = hands.hub.repository.rows
    hands.press("Download", row)
    window.wait(lambda: row.button.text() == "Here ✓")
    hands.press("Back to the models")
    window.wait(lambda: "tiny-instruct" in hands.names())
    hands.use("tiny-instruct", Side.B)
    window.press("Compare", window.desktop.window.rail)
    window.wait(lambda: any(CHAT_FILE in path for path in window.worker_paths()))
    window.wait_ready()
    is_answered_by_both(window.ask("the sun"), "tiny-base", "tiny-instruct")


def test_offline_nothing_is_asked_and_what_runs_stops_and_is_kept(window: Driver, hub: HubStandIn) -> None:
    hands = open_models(window)
    card = halt_in_the_middle(hands, hub)
    work_offline(window, True)
    hub.go_on.set()
    hands = ModelsHands(window)
    window.wait(lambda: all(one.state.is_over for one in hands.downloads()))
    assert len(hands.downloads()) == 2
    assert hands.downloads()[0].done_bytes > 0
    asked = len(hub.asked)
    window.wait(lambda: OFFLINE in card.words())
    assert OFFLINE in hands.words()
    assert not any(button.isVisible() for button in (card.fetch, card.pause))
    assert not hands.download_row(BASE_FILE).go.isVisible()
    hands.search("tiny")
    hands.until_words(OFFLINE)
    hands.press("Open the settings")
    assert window.desktop.window.page() == "settings"
    assert len(hub.asked) == asked
    work_offline(window, False)
    hands = ModelsHands(window)
    window.wait(lambda: hands.hub.column.list.rows.rowCount() == 2)  # what was searched for in vain
    hands.press("Back to the models")
    while hands.card("tiny").face.phase is not Phase.UNDER_WAY:
        hands.press("Try again" if card.face.phase is Phase.FAILED else "Resume", card)
        window.wait(lambda: card.face.phase not in (Phase.FAILED, Phase.PAUSED))
    until(window, card, Phase.INSTALLED)


def test_turning_offline_on_shows_at_once_on_what_is_paused(window: Driver, hub: HubStandIn) -> None:
    hands = open_models(window)
    card = halt_in_the_middle(hands, hub)
    hands.press("Pause", card)
    until(window, card, Phase.PAUSED)
    work_offline(window, True)
    hands = ModelsHands(window)
    row = hands.download_row(BASE_FILE)
    window.wait(lambda: not row.go.isVisible())
    work_offline(window, False)
    hands = ModelsHands(window)
    window.wait(row.go.isVisible)


def test_a_token_opens_what_asks_for_one_and_is_in_no_file(
    window: Driver, hub: HubStandIn, ring: Ring, pair_bytes: tuple[bytes, bytes]
) -> None:
    hub.token = TOKEN
    hub.put(GATED, CLOSED_FILE, pair_bytes[1], gated="auto")
    hands = open_models(window)
    hands.search("closed")
    hands.open_repository(GATED)
    hands.until_words("This is given to everybody who accepts its terms.")
    hands.press("Token: there is none")
    dialog = hands.dialog(TokenDialog)
    window._qtbot.keyClicks(dialog.field, TOKEN)
    assert dialog.field.displayText() != TOKEN
    window.wait(dialog.keep_button.isEnabled)
    window.key(Qt.Key.Key_Return, dialog.field)
    window.wait(lambda: list(ring.kept.values()) == [TOKEN])
    window.wait(lambda: hands.hub.bar.token_button.text() == "Token ✓")
    window.key(Qt.Key.Key_Escape, dialog)
    hands.open_repository(GATED)
    (row,) = hands.hub.repository.rows
    hands.press("Download", row)
    window.wait(lambda: hands.hub.repository.rows[0].button.text() == "Here ✓")
    assert hub.downloads_asked()[-1].headers["Authorization"] == f"Bearer {TOKEN}"
    kept = [path for path in folders().data.parent.rglob("*") if path.is_file()]
    assert kept
    assert not [path for path in kept if TOKEN.encode() in path.read_bytes()]
    window.press("Settings", window.desktop.window.rail)
    window.press("Forget the Hugging Face token")
    window.wait(lambda: ring.kept == {})


@pytest.mark.parametrize(
    ("identity", "names"), [("tiny", ("tiny", "tiny-instruct")), (STARTER_ID, ("packed-base", "packed-chat"))]
)
def test_a_fresh_home_comes_to_a_comparison_by_the_cards_too(
    driver: Driver,
    hub: HubStandIn,
    table: tuple[StarterModel, ...],
    shelf: Packages,
    monkeypatch: pytest.MonkeyPatch,
    identity: str,
    names: tuple[str, str],
) -> None:
    source = Shelf(table=table, fetch_one_wheel=shelf)
    monkeypatch.setattr("ui.models.cards.Shelf", lambda: source)
    driver.open()
    driver.wait(lambda: driver.page.findChild(FirstStartPanel) is not None)
    hands = ModelsHands(driver)
    hands.until_words("There is no model on this computer yet.")
    card = hands.card(identity)
    hands.press("Download 2 models", card)
    until(driver, card, Phase.INSTALLED)
    assert driver.desktop.window.page() == "models", "the page that one looks at stays"
    driver.wait(lambda: set(hands.names()) == set(names))
    compare(hands, driver, card, names)
