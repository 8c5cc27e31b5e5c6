"""What needs the measures of the answers: measured in the background, explained by examples, saved as pictures."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFileDialog

from lab.errors import LabError
from lab.records import Framing, Kind
from lab.results import measures
from lab.storage import Store
from lab.storage import measured as kept
from lab.storage.work import Work
from tests.unit.results.casting import compared, player, voted
from tests.unit.ui.results.conftest import Stage
from ui.results import controller

ANN, BOB = player("ann", kind=Kind.CHAT, framing=Framing.CHAT), player("bob")
LISTS = ("- one\n- two\n- three", "plain and simple words")


def with_lists(store: Store, number: int = 3) -> None:
    for _ in range(number):
        compared(store, ANN, BOB, texts=LISTS, prompt="Count.")
    voted(store, ANN, BOB, "aaab")


def test_answers_are_measured_by_themselves_and_only_once(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_lists(store)
    monkeypatch.setattr(controller, "_FIRST_MEASURED", 2)
    stage.controller._measure_next = 2
    stage.open()
    assert measures.read(store).missing == ()
    assert "ann: 7 answers" in stage.words(stage.page.personality)
    assert "left out" not in stage.words(stage.page.style_card)
    taken: list[Any] = []
    monkeypatch.setattr(measures, "fill", lambda *given: taken.append(given))
    stage.press("By model")
    stage.settle()
    assert taken == []


def test_voted_answers_are_measured_first(stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with_lists(store)
    order: list[str] = []
    monkeypatch.setattr(measures, "fill", lambda _store, ids, *_: order.extend(ids) or 0)
    stage.open()
    assert stage.controller._ranked is not None
    voted_on = {each.answer_a for each in stage.controller._ranked.ballots.battles.battles}
    voted_on |= {each.answer_b for each in stage.controller._ranked.ballots.battles.battles}
    assert set(order[:8]) == voted_on
    assert len(set(order)) == 14


def test_measuring_stops_when_the_page_is_left_and_goes_on_when_it_is_seen(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_lists(store)
    monkeypatch.setattr(measures, "_MEASURED_AT_ONCE", 1)
    whole = kept.keep
    hidden: list[bool] = []

    def keep(work: Work, *given: Any) -> None:
        whole(work, *given)
        if not hidden:
            hidden.append(True)
            stage.controller._stop_measuring.set()  # as leaving the page does, but at a moment that is known

    monkeypatch.setattr(kept, "keep", keep)
    stage.open()
    assert len(measures.read(store).missing) == 13
    stage.page.hide()
    stage.open()
    assert measures.read(store).missing == ()


def test_a_disk_that_is_full_stops_measuring_and_says_so(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_lists(store)

    def full(work: Work, *given: Any) -> None:
        raise LabError("The disk is full.", "Make room.")

    monkeypatch.setattr(kept, "keep", full)
    stage.open()
    assert stage.page.message.text() == "The disk is full. Make room."
    assert stage.contestants() == ["ann", "bob"]
    assert "left out here, because an answer is not measured yet" in stage.words(stage.page.style_card) or (
        "still to be measured" in stage.words(stage.page.style_card)
    )


def test_a_measure_is_explained_by_two_real_answers(stage: Stage, store: Store) -> None:
    with_lists(store)
    stage.open()
    card = stage.page.personality
    assert card.chart is not None
    assert card.chart.series == ("ann", "bob")
    stage.press("Examples of “List items”")
    stage.until(lambda: LISTS[0] in stage.words(card._examples))
    said = stage.words(card._examples)
    assert "ann: 3.0; on average 1.3." in said
    assert LISTS[0] in said
    assert "Prompt: Count." in said
    assert "bob: 0.0; on average 0.0." in said


def test_who_is_at_a_measure_stays_there_when_more_is_known(stage: Stage, store: Store) -> None:
    with_lists(store)
    stage.open()
    card = stage.page.personality
    button = next(each for each in card._labels if each.accessibleName() == "Examples of “List items”")
    button.setFocus()
    before = card.chart
    voted(store, ANN, BOB, "b")
    stage.until(lambda: card.chart is not before and not stage.controller.busy)
    assert button in card._labels
    assert stage.page.focusWidget() is button


def test_what_has_no_examples_leads_nowhere(stage: Stage, store: Store) -> None:
    with_lists(store)
    stage.open()
    card = stage.page.personality
    assert card.chart is not None
    assert [row.label for row in card.chart.rows if not row.leads_on] == ["Preferred"]
    assert card._plot is not None
    card._plot.row_pressed.emit(0)
    stage.settle()
    assert not card._examples.isVisible()


def test_a_click_on_the_plot_shows_examples_too(stage: Stage, store: Store) -> None:
    with_lists(store)
    stage.open()
    plot = stage.page.personality._plot
    assert plot is not None
    assert stage.page.personality.chart is not None
    row = [each.label for each in stage.page.personality.chart.rows].index("List items")
    plot.row_pressed.emit(row)
    stage.until(lambda: LISTS[0] in stage.words(stage.page.personality._examples))


def test_another_pair_is_shown_and_stays_chosen(stage: Stage, store: Store) -> None:
    with_lists(store)
    voted(store, BOB, player("carl"), "a")
    stage.open()
    card = stage.page.personality
    card.second_one.setCurrentIndex(card.second_one.findText("carl"))
    card.second_one.activated.emit(card.second_one.currentIndex())
    assert card.chart is not None
    assert card.chart.series == ("ann", "carl")
    stage.press("Which votes: Blind only")
    stage.press("Which votes: All votes")
    stage.settle()
    assert card.chart.series == ("ann", "carl")


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_card_is_saved_as_a_picture(
    stage: Stage, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    with_lists(store)
    stage.open()
    path = tmp_path / f"picture.{ending}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    card = stage.page.standings
    card.save.click()
    assert card.save.isVisible()
    if ending == "png":
        assert QImage(str(path)).width() == 2 * card.width()
    else:
        drawing = ElementTree.parse(path).getroot()
        texts = " ".join("".join(each.itertext()) for each in drawing.iter("{http://www.w3.org/2000/svg}text"))
        assert "ann" in texts
        assert "Save picture" not in texts


def test_a_picture_that_cannot_be_written_is_said(
    stage: Stage, store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_lists(store)
    stage.open()
    for ending in ("png", "svg"):
        path = tmp_path / "no such folder" / f"picture.{ending}"
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, to=path: (str(to), ""))
        stage.page.message.clear()
        stage.page.matrix.save.click()
        assert "could not be written" in stage.page.message.text()
