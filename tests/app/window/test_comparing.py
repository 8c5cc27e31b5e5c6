from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lab.records import AnswerState, Origin, Side, VoteChoice
from lab.storage import votes
from tests.app.window.driving import Driver

pytestmark = pytest.mark.process


@pytest.fixture
def ready(driver: Driver, tiny_base: Path, tiny_chat: Path) -> Driver:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    return driver


def test_one_prompt_goes_to_both_and_both_answers_are_shown(ready: Driver) -> None:
    comparison = ready.ask("the sun and the water")
    for side, answer in ((Side.A, comparison.a), (Side.B, comparison.b)):
        assert answer is not None
        assert answer.state is AnswerState.FINISHED
        assert ready.pane(side).view.text() == answer.text
        assert "the sun and the water" in ready.pane(side).view.toPlainText()
    assert "tokens" in ready.pane(Side.A).state()


def test_a_first_prompt_is_there_to_be_sent_and_gives_way_to_what_is_typed(ready: Driver, qtbot: QtBot) -> None:
    ready.wait(lambda: ready.field().toPlainText() == "Explain photosynthesis simply.")
    qtbot.keyClicks(ready.field(), "Say hello.")
    assert ready.field().toPlainText() == "Say hello."


def test_a_vote_by_key_is_kept_with_what_speaks_for_it_and_the_next_key_goes_to_the_next_prompt(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    ready.key(Qt.Key.Key_4)
    ready.press("clear: not said")
    store = ready.desktop._store
    assert store is not None
    cast = store.read(votes.current, comparison.id).result()
    assert [(vote.aspect, vote.choice) for vote in cast] == [("", VoteChoice.B), ("clear", VoteChoice.B)]
    assert all(vote.time_taken_ms is not None for vote in cast)
    assert len(store.read(votes.history, comparison.id).result()) == 2
    ready.key(Qt.Key.Key_N, ready.page)
    assert QApplication.focusWidget() is ready.field()


def test_digits_that_are_typed_into_the_prompt_are_no_votes(ready: Driver, qtbot: QtBot) -> None:
    comparison = ready.ask("the sun")
    ready.field().setFocus()
    qtbot.keyClicks(ready.field(), "1 2 3 4")
    assert ready.field().toPlainText() == "1 2 3 4"
    store = ready.desktop._store
    assert store is not None
    assert store.read(votes.history, comparison.id).result() == []


def test_everything_is_found_again_after_a_restart(ready: Driver) -> None:
    comparison = ready.ask("the sun and the leaf")
    ready.key(Qt.Key.Key_1)
    ready.close()
    ready.open_ready()
    assert ready.desktop._history is not None
    ready.desktop._history.opened.emit(comparison.session_id, comparison.id)
    ready.wait(lambda: "the sun and the leaf" in ready.pane(Side.A).view.toPlainText())
    bar = ready.desktop._page.vote_bar
    ready.wait(lambda: bar.opinion().choice is VoteChoice.A)
    assert ready.ask("the water").parent_id == comparison.id


def test_one_side_answers_again_and_both_versions_can_be_paged_through(ready: Driver) -> None:
    first = ready.ask("the sun")
    answered = ready.desktop.compare.answered
    with ready._qtbot.waitSignal(answered, timeout=60_000) as again:
        ready.press("Answer of A again")
    assert again.args is not None
    second = again.args[0]
    assert second.origin is Origin.REGENERATE
    assert second.b == first.b
    assert second.a.contestant.sampler.seed == first.a.contestant.sampler.seed + 1
    ready.press("Other version before")
    assert ready.pane(Side.A).view.text() == first.a.text
    ready.press("Other version after")
    assert ready.pane(Side.A).view.text() == second.a.text


def test_an_edited_prompt_keeps_the_old_version(ready: Driver) -> None:
    first = ready.ask("the sun")
    ready.press("Edit the prompt")
    assert ready.field().toPlainText() == "the sun"
    edited = ready.ask("the moon")
    assert edited.origin is Origin.EDIT
    assert ready.desktop.compare.session.tree.siblings(edited.id) == [first.id, edited.id]


def test_escape_leaves_an_edited_prompt_as_it_was(ready: Driver) -> None:
    ready.ask("the sun")
    ready.press("Edit the prompt")
    ready.key(Qt.Key.Key_Escape, ready.page)
    assert ready.field().toPlainText() == ""
    assert ready.ask("the moon").origin is Origin.PROMPT


def test_sending_from_an_earlier_turn_branches(ready: Driver) -> None:
    first = ready.ask("the sun")
    ready.ask("the water")
    ready.press("Earlier turn")
    assert "the water" not in ready.pane(Side.A).view.toPlainText()
    branch = ready.ask("the leaf")
    assert branch.origin is Origin.BRANCH
    assert branch.parent_id == first.id


def test_only_one_side_can_be_asked(ready: Driver) -> None:
    target = ready.desktop._page.composer._to.menu()
    next(action for action in target.actions() if action.text() == "Only B").trigger()
    comparison = ready.ask("the sun")
    assert comparison.a is None
    assert comparison.b is not None
    assert not ready.desktop._page.vote_bar.isEnabled()


def test_a_draft_is_there_again_after_a_restart(ready: Driver) -> None:
    ready.field().selectAll()
    ready._qtbot.keyClicks(ready.field(), "half a thought")
    ready.close()
    ready.open()
    ready.wait(lambda: ready.field().toPlainText() == "half a thought")


def test_the_window_comes_back_on_the_page_where_it_was_left(ready: Driver) -> None:
    ready.press("Settings", ready.desktop.window.rail)
    ready.close()
    ready.open()
    assert ready.desktop.window.page() == "settings"
