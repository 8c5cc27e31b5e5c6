"""What a person sees of the votes, and what changes when they ask about others."""

from __future__ import annotations

import threading
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QTableWidget

from lab.errors import LabError
from lab.records import Framing, Kind, VoteChoice
from lab.storage import Store, judged, sessions, votes
from lab.storage.work import Work
from tests.unit.results.casting import compared, player, voted
from tests.unit.ui.results.conftest import Stage
from ui.results import controller
from ui.theme.palette import DARK

ANN, BOB = player("ann", kind=Kind.CHAT, framing=Framing.CHAT), player("bob")
BOB_ASKS = player("bob", Framing.QA)


def some_votes(store: Store) -> None:
    voted(store, ANN, BOB, "aaaaaaab=", blind=True)
    voted(store, BOB, BOB_ASKS, "ab-")


def test_without_votes_it_says_how_to_vote_and_leads_there(stage: Stage) -> None:
    stage.open()
    assert "There are no votes yet." in stage.words()
    with stage.qtbot.waitSignal(stage.page.compare_asked):
        stage.press("Compare")


def test_plots_are_drawn_also_if_the_first_vote_came_late(stage: Stage, store: Store) -> None:
    stage.open()
    assert "There are no votes yet." in stage.words()
    voted(store, ANN, BOB, "aab")
    stage.until(lambda: stage.page.personality.chart is not None and not stage.controller.busy)
    assert stage.page.standings._plot is not None
    assert stage.page.sways._plot is not None
    assert stage.page.sways._plot.isVisible()


def test_the_ranking_is_a_table_with_intervals(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    assert stage.contestants() == ["ann", "bob · qa", "bob · raw"]
    assert stage.page.header.facts.text() == "12 votes · 3 contestants · 1 rater"
    table = stage.page.standings.table
    interval = table.items_of(4)[0]
    low, high = interval.data(Qt.ItemDataRole.AccessibleTextRole).split(" to ")
    assert int(low) < int(table.items_of(3)[0].text().split()[0]) < int(high)
    assert interval.text() == ""  # it is drawn
    assert [item.text() for item in table.items_of(2)] == ["CHAT", "BASE", "BASE"]
    assert "fewer than 5 votes" in stage.words(stage.page.standings)


def test_each_plot_says_in_words_what_it_shows(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    for card in (stage.page.sways, stage.page.personality, stage.page.style_card):
        plot = card._plot
        assert plot is not None
        assert card.chart is not None
        assert plot.accessibleDescription() == card.chart.sentence
        assert len(card.chart.rows) > 1
        assert plot.height() == 28 * len(card.chart.rows)


def test_a_plot_can_be_read_as_a_table(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    card = stage.page.style_card
    assert not card._table.isVisible()
    card.table_shown.click()
    assert card._table.isVisible()
    assert card.chart is not None
    assert [item.text() for item in card._table.items_of(1)] == [row.marks[0].words for row in card.chart.rows]
    card.table_shown.click()
    assert not card._table.isVisible()


def test_who_beat_whom_is_counted(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    table = stage.page.matrix.table
    assert [item.text() for item in table.items_of(0)] == ["1  ann", "2  bob · qa", "3  bob · raw"]
    assert [item.text() for item in table.items_of(3)] == ["7 : 1  (1 tie)", "1 : 1  (1 both bad)", "·"]
    assert [item.text() for item in table.items_of(1)][1] == "–"


def test_how_likely_a_win_is_stands_below_what_was_counted(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    card = stage.page.matrix
    share, interval = card.chances.items_of(3)[0].text().split("  ")
    low, high = interval.strip("()").split(" to ")
    assert int(low.rstrip("%")) < int(share.rstrip("%")) < int(high.rstrip("%"))
    assert int(share.rstrip("%")) > 50
    assert card.chances.items_of(1)[0].text() == "·"
    assert "95 % interval" in stage.words(card)
    assert [each.text() for each in card.chances.items_of(0)] == [each.text() for each in card.table.items_of(0)]


def test_the_ratings_can_be_made_in_other_ways(stage: Stage, store: Store) -> None:
    voted(store, ANN, BOB, "aaaabbb")
    stage.open()
    card = stage.page.standings
    assert stage.contestants() == ["ann", "bob"]
    assert "worked out from the fit" in stage.words(card)
    choose(card.methods, "Rating: Elo")
    stage.settle()
    assert stage.contestants() == ["bob", "ann"]  # who won last
    assert [item.text() for item in card.table.items_of(0)] == ["1", "2"]
    assert [item.data(Qt.ItemDataRole.AccessibleTextRole) for item in card.table.items_of(4)] == ["no interval"] * 2
    assert "Elo: everyone begins with 1000" in stage.words(card)
    choose(card.methods, "Rating: bootstrap")
    stage.settle()
    assert stage.contestants() == ["ann", "bob"]
    assert "come from 200 random samples of these votes" in stage.words(card)


def test_a_bootstrap_says_how_far_it_is(stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    voted(store, ANN, BOB, "aab")
    stage.open()
    monkeypatch.setattr(controller, "_WORK_SHOWN_AFTER_S", 0)
    said: list[str] = []
    whole = stage.page.work.say
    monkeypatch.setattr(stage.page.work, "say", lambda *given: (said.append(given[0]), whole(*given)))
    choose(stage.page.standings.methods, "Rating: bootstrap")
    stage.settle()
    assert "Working out intervals: 100 of 200 samples" in said


def test_a_name_in_a_tooltip_is_a_name_and_no_markup(stage: Stage, store: Store) -> None:
    voted(store, player("<b>ann</b>"), BOB, "a")
    stage.open()
    assert "&lt;b&gt;ann" in stage.page.standings.table.items_of(1)[0].toolTip()


def test_the_header_goes_into_a_small_window(stage: Stage, store: Store) -> None:
    some_votes(store)
    session_id = store.write(sessions.create).result()
    store.write(sessions.tag, session_id, ["a tag with a rather long name, as teachers give them"]).result()
    comparison_id = compared(store, ANN, BOB, session_id=session_id)
    store.write(votes.cast, comparison_id, VoteChoice.B, rater="Maximilian Beispielhuber").result()
    store.write(votes.cast, comparison_id, VoteChoice.A, aspect="follows the instruction").result()
    stage.open()
    stage.page.resize(816, 600)
    header = stage.page.header
    stage.until(lambda: header.width() == 816)
    assert header.minimumSizeHint().width() <= 816
    shown = (header.blind, header.raters, header.tags, header.aspects, header.models)
    for part in shown:
        assert part.isVisible()
        assert part.width() >= min(part.minimumSizeHint().width(), part.maximumWidth())
    places = [part.geometry() for part in shown]
    assert all(left.right() < right.left() for left, right in pairwise(places))


def test_other_votes_are_asked_about(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    stage.press("Which votes: Blind only")
    stage.settle()
    assert stage.contestants() == ["ann", "bob"]
    stage.press("Which votes: All votes")
    stage.press("By model")
    stage.settle()
    assert stage.contestants() == ["ann", "bob"]
    assert stage.page.header.facts.text().startswith("12 votes · 2 contestants")


def test_raters_tags_and_aspects_are_offered_once_there_are_some(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    header = stage.page.header
    assert not any(combo.isVisible() for combo in (header.raters, header.tags, header.aspects))
    session_id = store.write(sessions.create).result()
    store.write(sessions.tag, session_id, ["school"]).result()
    comparison_id = compared(store, ANN, BOB, session_id=session_id)
    store.write(votes.cast, comparison_id, VoteChoice.B, rater="Ada").result()
    store.write(votes.cast, comparison_id, VoteChoice.A, aspect="clear").result()
    stage.until(lambda: header.raters.isVisible() and header.tags.isVisible() and header.aspects.isVisible())
    for combo, words, facts in (
        (header.raters, "Ada", "1 vote · 2 contestants · 1 rater"),
        (header.tags, "school", "1 vote · 2 contestants · 1 rater"),
        (header.aspects, "clear", ""),
    ):
        choose(combo, words)
        stage.settle()
        assert header.facts.text() == facts, words
    assert "No vote is like that." in stage.words()
    stage.press("Show all votes")
    stage.settle()
    assert header.facts.text() == "13 votes · 3 contestants · 2 raters"


def choose(combo: QComboBox, words: str) -> None:
    combo.setCurrentIndex(combo.findText(words))
    combo.activated.emit(combo.currentIndex())


def test_a_vote_that_is_cast_while_it_is_open_is_counted(stage: Stage, store: Store) -> None:
    voted(store, ANN, BOB, "a")
    stage.open()
    voted(store, ANN, BOB, "a")
    stage.until(lambda: stage.page.header.facts.text().startswith("2 votes"))


def test_a_vote_that_is_cast_while_it_is_hidden_is_counted_when_it_is_seen(stage: Stage, store: Store) -> None:
    voted(store, ANN, BOB, "a")
    stage.open()
    stage.page.hide()
    voted(store, ANN, BOB, "a")
    stage.qtbot.wait(0)
    stage.page.show()
    stage.until(lambda: stage.page.header.facts.text().startswith("2 votes"))


def test_a_vote_that_is_cast_while_the_votes_are_read_is_not_missed(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "a")
    whole = judged.judgements
    late = [compared(store, ANN, BOB)]

    def and_then_a_vote(work: Work) -> Any:
        if late:  # the votes have been read by now
            store.write(votes.cast, late.pop(), VoteChoice.A)
        return whole(work)

    monkeypatch.setattr(judged, "judgements", and_then_a_vote)
    stage.open()
    stage.until(lambda: stage.page.header.facts.text().startswith("2 votes"))


def test_the_latest_question_wins(stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    some_votes(store)
    reached, go_on = threading.Event(), threading.Event()
    whole = judged.voted_on

    def held(work: Work, **given: Any) -> Any:
        reached.set()
        go_on.wait(20)
        return whole(work, **given)

    monkeypatch.setattr(judged, "voted_on", held)
    stage.page.show()
    stage.until(reached.is_set)
    stage.press("Which votes: Blind only")
    go_on.set()
    stage.settle()
    assert stage.contestants() == ["ann", "bob"]


def test_long_work_says_how_far_it_is_and_can_be_stopped_and_gone_on_with(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "aaab")
    monkeypatch.setattr(controller, "_WORK_SHOWN_AFTER_S", 0)
    go_on = threading.Event()
    whole = judged.voted_on

    def slowly(work: Work, after: int = 0) -> Any:
        if after:
            go_on.wait(20)
        return whole(work, after=after, limit=2)

    monkeypatch.setattr(judged, "voted_on", slowly)
    stage.page.show()
    stage.until(lambda: stage.page.work.text() == "Reading votes: 2 of 4 comparisons")
    stage.press("Work it out no further")
    assert stage.page.work.text() == ""
    assert "Stopped." in stage.words()
    go_on.set()
    stage.press("Go on")
    stage.settle()
    assert stage.page.header.facts.text().startswith("4 votes")


def test_a_history_that_cannot_be_read_is_said_and_tried_again(
    stage: Stage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    voted(store, ANN, BOB, "a")

    def broken(work: Work) -> int:
        raise LabError("The disk can't be read.", "Is it still there?")

    with monkeypatch.context() as patch:
        patch.setattr(judged, "count", broken)
        stage.open()
        assert "The disk can't be read.\nIs it still there?" in stage.words()
    stage.press("Try again")
    stage.settle()
    assert stage.contestants() == ["ann", "bob"]


def test_one_contestant_only_and_all_ties_make_a_sensible_page(stage: Stage, store: Store) -> None:
    voted(store, ANN, ANN, "a=")
    stage.open()
    assert "it takes votes on at least two contestants" in stage.words(stage.page.standings)
    assert "it takes votes on at least two contestants" in stage.words(stage.page.style_card)
    voted(store, ANN, BOB, "=====")
    stage.until(lambda: "Every vote is undecided" in stage.words(stage.page.standings))


def test_everything_has_a_name_and_a_tip(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    stage.page.header.raters.setVisible(True)
    for kind in (QAbstractButton, QComboBox, QTableWidget):
        for each in stage.page.findChildren(kind):
            if each.isVisible() and not isinstance(each.parentWidget(), QComboBox | QTableWidget):
                assert each.accessibleName() or getattr(each, "text", str)(), each.objectName()


def test_cards_stand_below_each_other_where_there_is_little_room(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    assert stage.page.personality.y() == stage.page.sways.y()
    stage.page.resize(900, 600)
    stage.until(lambda: stage.page.personality.y() > stage.page.sways.y())
    assert stage.page.standings.width() <= 900


def test_other_colours_are_drawn(stage: Stage, store: Store) -> None:
    some_votes(store)
    stage.open()
    before = stage.page.sways._plot.grab().toImage()  # type: ignore[union-attr]
    stage.page.set_palette(DARK)
    assert stage.page.sways._plot.grab().toImage() != before  # type: ignore[union-attr]
