"""What can be said beside the vote, through the whole window: by aspect, of each answer, blind and open."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lab.records import Comparison, Side, Vote, VoteChoice
from lab.results.ballots import gather
from lab.results.question import Question
from lab.session.blind_session import plan
from lab.storage import Store, votes
from tests.app.window.driving import Driver
from ui.compare.detail_panel import DetailPanel
from ui.compare.vote_bar import VoteBar

pytestmark = pytest.mark.process
PROMPTS = ("the sun", "the water", "the leaf", "the light", "the food")


@pytest.fixture
def ready(driver: Driver, tmp_path: Path) -> Driver:
    driver.open_scripted(tmp_path, "It is the sun.", "It is the water, and it is good.")
    return driver


def store_of(driver: Driver) -> Store:
    assert driver.desktop._store is not None
    return driver.desktop._store


def votes_on(driver: Driver, comparison: Comparison) -> list[Vote]:
    return store_of(driver).read(votes.history, comparison.id).result()


def bar_of(driver: Driver) -> VoteBar:
    return driver.desktop._page.vote_bar


def panel_of(driver: Driver) -> DetailPanel:
    return bar_of(driver)._panel


def keys(driver: Driver, *pressed: Qt.Key) -> None:
    for each in pressed:
        driver.key(each)


def state(driver: Driver) -> str:
    return bar_of(driver)._state.text()


def test_what_is_rated_by_keys_is_kept_ranked_and_found_again(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    keys(ready, Qt.Key.Key_4, Qt.Key.Key_D, Qt.Key.Key_1, Qt.Key.Key_2)
    ready.press("B: list-heavy")
    ready.wait(lambda: state(ready) == "Saved")
    assert [(vote.aspect, vote.choice, vote.reasons_b) for vote in votes_on(ready, comparison)] == [
        ("", VoteChoice.B, ()),
        ("helpful", VoteChoice.A, ()),
        ("follows the instruction", VoteChoice.TIE, ()),
        ("", VoteChoice.B, ("list-heavy",)),
    ]
    ballots = gather(store_of(ready))
    assert set(ballots.aspects) == {"helpful", "follows the instruction"}
    assert list(ballots.described(Question()).values()) == [{"list-heavy": 1}]
    said = bar_of(ready).opinion()
    ready.close()
    ready.open(demo=True)
    ready.wait(lambda: ready.desktop._history is not None)
    ready.desktop._sessions.open(comparison.session_id, comparison.id)
    ready.wait(lambda: bar_of(ready).opinion() == said)
    assert panel_of(ready).isVisible(), "who rates in detail does so the next time"
    ready.wait(lambda: state(ready) == "Saved")


def test_what_an_answer_is_like_is_kept_without_any_vote_and_counts_as_none(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    keys(ready, Qt.Key.Key_D)
    ready.press("A: chatty")
    store = store_of(ready)
    ready.wait(lambda: state(ready) == "Saved")
    assert store.read(votes.current, comparison.id).result() == []
    ballots = gather(store)
    assert (ballots.battles.battles, list(ballots.described(Question()).values())) == ((), [{"chatty": 1}])


def test_undo_takes_back_what_was_said_last_but_leaves_what_is_typed(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    keys(ready, Qt.Key.Key_1, Qt.Key.Key_D, Qt.Key.Key_3)
    undo = Qt.KeyboardModifier.ControlModifier
    ready._qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, undo)
    assert [(vote.aspect, vote.choice) for vote in votes_on(ready, comparison)][-1] == ("helpful", None)
    ready._qtbot.keyClicks(ready.field(), "d1")
    ready._qtbot.keyClick(ready.field(), Qt.Key.Key_Z, undo)
    assert panel_of(ready).isVisible(), "letters that are typed into the prompt are no commands"
    assert bar_of(ready).opinion().choice is VoteChoice.A
    bar_of(ready).focus()
    ready._qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, undo)
    assert [(vote.aspect, vote.choice) for vote in votes_on(ready, comparison)][-1] == ("", None)


def test_what_is_rated_blind_is_locked_by_the_reveal(driver: Driver, tmp_path: Path) -> None:
    driver.preferences().change(blind=True)
    driver.open_scripted(tmp_path, "It is the sun.", "It is the water.")
    comparison = driver.ask("the sun")
    keys(driver, Qt.Key.Key_1, Qt.Key.Key_D, Qt.Key.Key_1)
    driver.press("A: cautious")
    keys(driver, Qt.Key.Key_R)
    assert not driver.desktop.compare.display.blindfold.hidden
    panel_of(driver).focus_first()
    keys(driver, Qt.Key.Key_4, Qt.Key.Key_2)
    driver.press("B: chatty")
    said = [(vote.aspect, vote.choice, vote.blind) for vote in votes_on(driver, comparison)]
    assert said == [
        ("", VoteChoice.A, True),
        ("helpful", VoteChoice.A, True),
        ("", VoteChoice.A, True),
        ("helpful", VoteChoice.B, False),
        ("follows the instruction", VoteChoice.TIE, False),
        ("", VoteChoice.A, False),
    ]
    counting = store_of(driver).read(votes.current, comparison.id).result()
    assert {(vote.aspect, vote.choice, vote.blind, vote.reasons_a) for vote in counting} == {
        ("", VoteChoice.A, True, ("cautious",)),
        ("helpful", VoteChoice.A, True, ()),
        ("follows the instruction", VoteChoice.TIE, False, ()),
    }
    assert driver.desktop._page.blind_strip.text().startswith("Your blind vote is locked.")


def test_a_blind_session_goes_by_the_same_few_keys_whether_details_are_open_or_not(ready: Driver) -> None:
    ready.desktop._preferences.change(rate_in_detail=True)
    bar_of(ready).show_detail(True)
    run = ready.desktop.compare.run
    run.chance = random.Random(5)
    run.begin(PROMPTS, may_reveal=False)
    steps = plan(PROMPTS, chance=random.Random(5)).steps
    for step in steps:
        ready.wait(lambda: bar_of(ready).isEnabled() and not ready.desktop.compare.session.busy)
        assert bar_of(ready).hasFocus()
        comparison = ready.desktop.compare.display.shown()
        assert comparison is not None
        keys(ready, Qt.Key.Key_1)
        if step.repeat_of is not None:
            assert bar_of(ready).opinion().aspects == {}, "nothing of what was said first is shown"
            panel_of(ready).focus_first()
            keys(ready, Qt.Key.Key_1)
            ready.press("A: reflective")
            again = votes_on(ready, comparison)[-2:]
            assert [(vote.aspect, vote.choice, vote.shown_first, vote.reasons_b) for vote in again] == [
                ("helpful", VoteChoice.B, Side.B, ()),
                ("", VoteChoice.B, Side.B, ("reflective",)),
            ]
        keys(ready, Qt.Key.Key_N)
    assert not run.running


def test_raters_rate_apart(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    keys(ready, Qt.Key.Key_D, Qt.Key.Key_1)
    ready.press("A: chatty")
    bar = bar_of(ready)
    bar.rater_button.chosen.emit("Ada")
    assert (dict(bar.opinion().aspects), bar.opinion().tags_a) == ({}, ())
    panel_of(ready).focus_first()
    keys(ready, Qt.Key.Key_4)
    bar.rater_button.chosen.emit("me")
    assert (dict(bar.opinion().aspects), bar.opinion().tags_a) == ({"helpful": VoteChoice.A}, ("chatty",))
    said = [(vote.rater, vote.choice) for vote in votes_on(ready, comparison) if vote.aspect]
    assert said == [("me", VoteChoice.A), ("Ada", VoteChoice.B)]


def test_reasons_of_older_votes_are_seen_as_what_the_answer_is_like(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    store = store_of(ready)
    ready.wait(lambda: not ready.desktop._keeper.waits)
    store.write(votes.cast, comparison.id, VoteChoice.A, reasons_a=("clear",), reasons_b=("rude",)).result()
    ready.desktop._sessions.open(comparison.session_id, comparison.id)
    ready.wait(lambda: bar_of(ready).opinion().choice is VoteChoice.A)
    keys(ready, Qt.Key.Key_D)
    assert panel_of(ready).columns[Side.B].chips["rude"].isChecked()
    ready.press("A: chatty")
    last = votes_on(ready, comparison)[-1]
    assert (last.choice, last.reasons_a, last.reasons_b) == (VoteChoice.A, ("chatty", "clear"), ("rude",))


def test_own_aspects_are_offered_after_a_restart(ready: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    ready.ask("the sun")
    monkeypatch.setattr("ui.compare.vote_bar.QInputDialog.getText", lambda *_: ("wit", True))
    keys(ready, Qt.Key.Key_D)
    ready.press("+ aspect")
    ready.close()
    ready.open(demo=True)
    assert "wit" in panel_of(ready).rows
    ready.desktop._page.vote_bar._panel.aspect_removed.emit("wit")
    assert ready.preferences().value.aspects == ()
