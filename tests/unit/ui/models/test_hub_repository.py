"""A repository in the window: its files, its terms, its card, the other half of its pair."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from lab.models import offline
from lab.models.download_order import Download, DownloadState
from lab.models.fit_verdict import Fit
from lab.models.hub_values import Gate, HubFile, HubRepository
from lab.models.memory_now import MemoryNow
from tests.hub.handler import Handler
from tests.hub.stand_in import COMMIT
from tests.unit.ui.models.hub_stage import BASE, CHAT, GATED, TOKEN, Stage, open_stage
from tests.unit.ui.strangers import HOSTILE, named
from ui.models.hub_file_row import FileRow
from ui.models.hub_questions import offer
from ui.models.hub_repository import CARD
from ui.models.token_dialog import TokenDialog


@pytest.fixture
def stage(qtbot: QtBot, home: Path) -> Iterator[Stage]:
    yield from open_stage(qtbot, home)


def row(stage: Stage, quantization: str) -> FileRow:
    return next(row for row in stage.view.repository.rows if row.offered.group.quantization == quantization)


def open_card(stage: Stage) -> None:
    stage.view.repository.which.button(CARD).click()


def repository(*files: tuple[str, float]) -> HubRepository:
    """One with files of some gigabytes."""
    made = [
        HubFile(repository="a/b", file=name, commit=COMMIT, size_bytes=round(size * 1e9), sha256="0" * 64, url="")
        for name, size in files
    ]
    return HubRepository(
        repository="a/b", commit=COMMIT, files=tuple(made), licence="", licence_url="", gate=Gate.OPEN, downloads=0,
        likes=0,
    )  # fmt: skip


def memory(gigabytes: float) -> MemoryNow:
    return MemoryNow(available=int(gigabytes * 1e9), total=int(2 * gigabytes * 1e9))


LADDER = (("m-Q8_0.gguf", 8.0), ("m-Q2_K.gguf", 2.8), ("m-Q3_K_M.gguf", 3.5), ("m-Q4_K_M.gguf", 4.4))


@pytest.mark.parametrize(
    ("free", "best", "fits"),
    [
        (30, "Q4_K_M", [Fit.FITS] * 4),
        (6, "Q3_K_M", [Fit.FITS, Fit.FITS, Fit.WONT_FIT, Fit.WONT_FIT]),
        (8.6, "Q3_K_M", [Fit.FITS, Fit.FITS, Fit.SLOW, Fit.WONT_FIT]),
        (4.3, "Q2_K", [Fit.FITS, Fit.SLOW, Fit.WONT_FIT, Fit.WONT_FIT]),
        (3.6, "Q2_K", [Fit.SLOW, Fit.WONT_FIT, Fit.WONT_FIT, Fit.WONT_FIT]),
        (2, None, [Fit.WONT_FIT] * 4),
    ],
)
def test_the_recommended_file_is_one_that_this_computer_can_run(free: float, best: str | None, fits: list[Fit]) -> None:
    offered = offer(repository(*LADDER), 4096, memory(free), has_token=False)
    assert [one.verdict.fit for one in offered.files if one.verdict] == fits
    assert [one.group.quantization for one in offered.files if one.is_recommended] == ([best] if best else [])


def test_files_of_one_quantization_stand_together_and_what_is_no_model_at_the_end() -> None:
    files = (("small-Q4_0.gguf", 1), ("small-Q8_0.gguf", 2), ("large-Q4_0.gguf", 3), ("mmproj-F16.gguf", 0.1))
    offered = offer(repository(*files), 4096, memory(30), has_token=False)
    assert [one.group.name for one in offered.files] == ["small-Q4_0", "large-Q4_0", "small-Q8_0", "mmproj-F16"]
    assert offered.files[-1].order is None


def test_each_file_becomes_an_order_for_itself_and_parts_for_one_together() -> None:
    parts = tuple((f"m-Q8_0-0000{number}-of-00002.gguf", 2.0) for number in (1, 2))
    lost = ("n-Q6_K-00001-of-00002.gguf", 1.0)
    # The same name twice, whole and in parts: what is pressed is what is ordered.
    offered = offer(repository(*parts, lost, ("m-Q8_0.gguf", 4.1)), 4096, memory(30), has_token=False)
    orders = {len(one.order.files): one for one in offered.files if one.order is not None}
    order = orders[2].order
    assert order is not None
    assert [file.file for file in order.files] == [name for name, _ in parts]
    assert orders[1].group.size_bytes == 4_100_000_000
    (incomplete,) = [one for one in offered.files if one.order is None]
    assert incomplete.verdict is None


def test_files_are_shown_with_size_fit_and_the_recommended_one(stage: Stage) -> None:
    stage.find("tiny")
    stage.choose(CHAT)
    said = stage.words()
    assert "For conversations of 4,096 tokens" in said
    assert "not a model by itself" in said
    assert "Licence: apache-2.0" in said
    rows = stage.view.repository.rows
    assert [one.offered.group.quantization for one in rows] == ["Q2_K", "Q4_K_M", "Q8_0", "F16"]
    assert [one.offered.is_recommended for one in rows] == [False, True, False, False]
    row(stage, "Q4_K_M").fit.click()
    assert "in all, with a conversation of 4,096 tokens" in stage.words()
    row(stage, "Q4_K_M").fit.click()
    assert "in all" not in stage.words()


def test_what_its_author_has_written_is_read_as_it_is(stage: Stage) -> None:
    stage.hub.put("maker/hostile-GGUF", f"{HOSTILE}-Q4_K_M.gguf", bytes(10), licence=f"{HOSTILE} licence " * 20)
    stage.find("hostile")
    stage.choose("maker/hostile-GGUF")
    stage.view.grab()  # what is cut gets its tooltip when it is painted
    seen = list(named(stage.view))
    assert any(text.startswith("Licence: <img") for text in seen)
    assert any(text.startswith(f"{HOSTILE}-Q4_K_M") for text in seen)
    assert any(text.startswith("<p>Licence: &lt;img") for text in seen)


def test_a_download_is_ordered_once_pinned_and_followed(stage: Stage) -> None:
    stage.find("tiny")
    stage.choose(CHAT)
    one = row(stage, "Q8_0")
    one.button.click()
    one.button.click()
    (order,) = stage.orders
    assert (order.files[0].file, order.commit, order.licence) == ("tiny-Q8_0.gguf", COMMIT, "apache-2.0")
    assert one.button.text() == "Asked for ✓"

    def state(of: DownloadState) -> Download:
        return Download(id="1", order=order, state=of, done_bytes=200, total_bytes=800, path=Path("x"))

    stage.view.show_downloads([state(DownloadState.RUNNING)], [])
    assert (one.button.text(), one.button.isEnabled()) == ("25 %", False)
    stage.view.show_downloads([state(DownloadState.FAILED)], [])
    assert (one.button.text(), one.button.isEnabled()) == ("Download", True)
    stage.view.show_downloads([], [order.files[0].sha256])
    assert (one.button.text(), one.button.isEnabled()) == ("Here ✓", False)
    assert row(stage, "Q2_K").button.text() == "Download"
    stage.view.read()  # shown anew, it is still known
    stage.qtbot.waitUntil(lambda: stage.view.repository.isVisible() and row(stage, "Q8_0") is not one)
    assert row(stage, "Q8_0").button.text() == "Here ✓"


def test_an_order_that_could_not_be_taken_may_be_given_again(stage: Stage) -> None:
    stage.find("tiny")
    stage.choose(CHAT)
    one = row(stage, "Q2_K")
    one.button.click()
    stage.view.show_downloads([], [])
    assert not one.button.isEnabled()  # it may not have arrived yet
    stage.view.order_refused()
    one.button.click()
    assert len(stage.orders) == 2


def test_the_other_half_of_the_pair_is_one_click_away(stage: Stage) -> None:
    stage.find("instruct")
    stage.choose(CHAT)
    stage.until_words("Its base:")
    stage.press(BASE)  # not in the list of results
    stage.until_shown(BASE)
    stage.until_words("Its chat model:")
    stage.press(CHAT)  # which is
    stage.until_shown(CHAT)
    assert stage.view.column.list.currentIndex().isValid()


def test_a_repository_that_asks_for_terms_says_what_to_do(stage: Stage) -> None:
    stage.find("closed")
    stage.choose(GATED)
    assert "given to everybody who accepts its terms" in stage.words()
    assert "give Counterpoint a token" in stage.words()
    stage.press("Copy the page’s address")
    assert QGuiApplication.clipboard().text() == f"{stage.hub.endpoint}/{GATED}"
    stage.view.repository.access.token_button.click()
    dialog = stage.view.findChild(TokenDialog)
    assert dialog is not None
    dialog.field.setText(TOKEN)
    stage.qtbot.waitUntil(dialog.keep_button.isEnabled)
    dialog.keep_button.click()
    stage.until_words("If that is done with the account of your token")
    dialog.reject()


def test_the_card_is_read_when_it_is_wanted(stage: Stage) -> None:
    stage.find("tiny")
    stage.choose(CHAT)
    assert not any("README" in one.path for one in stage.hub.asked)
    open_card(stage)
    card = stage.view.repository.card
    stage.qtbot.waitUntil(lambda: "It is small." in card.toPlainText())
    stage.choose(BASE)
    open_card(stage)
    stage.until_words("It has no model card.")


def test_a_card_that_fails_can_be_asked_for_again(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.find("tiny")
    stage.choose(CHAT)
    with monkeypatch.context() as trouble:
        trouble.setattr(Handler, "_resolve", lambda self, *_file, with_body: self._send(500, b"", {}))
        open_card(stage)
        stage.until_words("trouble of its own")
    stage.press("Try again")
    stage.qtbot.waitUntil(lambda: stage.view.repository.card.isVisible())


def test_a_card_loads_nothing_and_a_link_gives_its_address(stage: Stage) -> None:
    stage.hub.repositories[
        CHAT
    ].card = (
        f'![p]({stage.hub.endpoint}/picture.png)\n\n<img src="{stage.hub.endpoint}/other.png">\n\n[link](https://a.b/c)'
    )
    stage.find("tiny")
    stage.choose(CHAT)
    open_card(stage)
    card = stage.view.repository.card
    stage.qtbot.waitUntil(lambda: "link" in card.toPlainText() and card.is_whole)
    card.grab()
    assert "[picture: p]" in card.toPlainText()
    assert not any(".png" in one.path for one in stage.hub.asked)
    with stage.qtbot.waitSignal(card.copied):
        card.anchorClicked.emit(QUrl("https://a.b/c"))
    assert QGuiApplication.clipboard().text() == "https://a.b/c"


def test_a_repository_that_can_not_be_had_can_be_asked_for_again(stage: Stage) -> None:
    stage.find("tiny")
    kept = stage.hub.repositories.pop(BASE)
    stage.view.column.list.select(BASE)
    stage.until_words("The Hub does not give")
    stage.hub.repositories[BASE] = kept
    stage.press("Try again")
    stage.until_shown(BASE)


def test_going_offline_while_results_are_shown_is_told(stage: Stage) -> None:
    stage.find("tiny")
    offline.set_offline(True)
    stage.view.column.list.select(BASE)
    stage.until_words("You work offline.")
    assert not any(BASE in one.path for one in stage.hub.asked)
