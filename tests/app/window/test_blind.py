"""Comparing blind, as a person does it: with real workers, by clicks and keys."""

from __future__ import annotations

import re
from itertools import cycle
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from lab.records import Comparison, Framing, Side, Vote, VoteChoice
from lab.storage import comparisons, votes
from lab.words import FINISH_WORDS, KIND_BADGES
from tests.app.window.driving import Driver
from tests.app.window.seeing import everything_in
from ui.compare import blind_mode, words
from ui.compare.blind_strip import StripDeed

pytestmark = pytest.mark.process
A, B = Side.A, Side.B


@pytest.fixture
def ready(driver: Driver, tiny_base: Path, tiny_chat: Path) -> Driver:
    """Both models loaded, in a blind conversation in which they have changed places."""
    driver.prepare(tiny_base, tiny_chat)
    driver.preferences().change(blind=True)
    driver.open_ready()
    begin_with(driver, swapped=True)
    return driver


def begin_with(driver: Driver, *, swapped: bool) -> None:
    driver.desktop.compare.blind.coin = lambda: swapped
    driver.press("New", driver.desktop._page.header)
    driver.wait_ready()


def strip(driver: Driver) -> str:
    return driver.desktop._page.blind_strip.text()


def votes_on(driver: Driver, comparison: Comparison) -> list[Vote]:
    store = driver.desktop._store
    assert store is not None
    return store.read(votes.history, comparison.id).result()


def names(comparison: Comparison) -> tuple[str, str]:
    assert comparison.a is not None
    assert comparison.b is not None
    return comparison.a.contestant.model.name, comparison.b.contestant.model.name


def telling(driver: Driver) -> list[str]:
    """What the window lets out of all that would tell who is who."""
    models = driver.desktop._pairing.choices.values()
    facts = [fact for model in models for fact in (model.name, Path(model.path).stem, words.size(model.size_bytes))]
    facts += [model.quantization for model in models]
    facts += [*words.FRAMING.values(), *FINISH_WORDS.values(), "tok/s", "first token", "length limit", "sha256"]
    badges = set(KIND_BADGES.values())
    seen = everything_in(driver.desktop.window)
    assert "Hidden until you vote" in seen
    return [each for each in seen if each in badges or any(fact and fact.lower() in each.lower() for fact in facts)]


def test_nothing_that_is_shown_or_said_tells_who_is_who_until_the_reveal(ready: Driver) -> None:
    assert telling(ready) == []
    ready.ask("the sun and the water")
    assert telling(ready) == []
    ready.key(Qt.Key.Key_1)
    assert telling(ready) == []
    ready.ask("the leaf")
    assert telling(ready) == []
    ready.press("Earlier turn")
    assert telling(ready) == []
    ready.press("Inspector")
    ready.press("Settings", ready.desktop._page.header)
    assert telling(ready) == []
    ready.key(Qt.Key.Key_R, ready.page)
    seen = everything_in(ready.desktop.window)
    for model in ready.desktop._pairing.choices.values():
        assert any(model.name in each for each in seen)
    assert "Hidden until you vote" not in seen
    assert any("tok/s" in each for each in seen)


def test_the_comparison_says_who_stood_where_and_the_users_choice_stays(ready: Driver) -> None:
    chosen = ready.preferences().value
    assert names(ready.ask("the sun")) == (chosen.model_b, chosen.model_a)
    begin_with(ready, swapped=False)
    assert names(ready.ask("the sun")) == (chosen.model_a, chosen.model_b)
    now = ready.preferences().value
    assert (now.model_a, now.model_b) == (chosen.model_a, chosen.model_b)


def test_settings_and_framing_change_places_with_their_model(ready: Driver) -> None:
    settings = ready.preferences().value.settings.apart()
    own = settings.with_side(B, settings.b.__class__(system_prompt="for b", sampler=settings.b.sampler))
    ready.desktop._preferences.change(settings=own, framing_a=Framing.QA)
    ready.desktop.compare.players.refresh()
    comparison = ready.ask("the sun")
    assert comparison.a is not None
    assert comparison.b is not None
    assert (comparison.a.contestant.system_prompt, comparison.b.contestant.system_prompt) == ("for b", "")
    assert comparison.b.contestant.framing is Framing.QA


def test_changing_places_starts_no_process(ready: Driver) -> None:
    before = {side: ready.worker(side).pid for side in Side}
    throws = cycle([False, True, True, False])
    ready.desktop.compare.blind.coin = lambda: next(throws)
    for across in (True, False, False, True):
        ready.press("New", ready.desktop._page.header)
        ready.wait_ready()
        ready.ask("the sun")
        now = {side: ready.worker(side).pid for side in Side}
        assert now == ({A: before[B], B: before[A]} if across else before)


def test_both_answers_appear_together(driver: Driver, tmp_path: Path) -> None:
    driver.preferences().change(blind=True)
    driver.open_scripted(tmp_path, "done soon", "and so on " * 25, tokens_per_second=60)
    session = driver.desktop.compare.session
    driver.type("the sun")
    driver.wait(lambda: len(session.answering) == 1)
    for side in Side:
        shown = driver.pane(side).view.toPlainText()
        assert "the sun" in shown
        assert "done soon" not in shown
        assert "and so on" not in shown
    assert strip(driver).startswith(blind_mode.WORKING)
    assert driver.button("Stop", driver.desktop._page.blind_strip).isVisible()
    driver.idle()
    shown_now = {driver.pane(side).view.text().strip()[:9] for side in Side}
    assert shown_now == {"done soon", "and so on"}
    assert strip(driver) == blind_mode.ANSWERED


def test_both_are_drawn_alike(ready: Driver) -> None:
    ready.ask("the sun")
    fonts = {tuple(ready.pane(side).view.document().lastBlock().charFormat().fontFamilies() or ()) for side in Side}
    assert len(fonts) == 1
    assert all(not ready.pane(side)._foot.isVisible() for side in Side)


def test_names_in_answers_are_hidden_in_the_view_and_in_copies_and_kept_whole(driver: Driver, tmp_path: Path) -> None:
    driver.preferences().change(blind=True)
    driver.open_scripted(tmp_path, "I am **Gemma**, by Google. 🌱 OpenAI!", "Chapter 2")
    comparison = driver.ask("Who are you, ChatGPT?")
    assert comparison.a is not None
    side = A if "Gemma" in comparison.a.text else B
    view = driver.pane(side).view
    assert view.text() == "I am **▮▮▮**, by ▮▮▮. 🌱 ▮▮▮!"
    assert view.marks.texts() == ["▮▮▮"] * 3
    assert "ChatGPT" in view.toPlainText(), "what the user wrote is the user's"
    view.selectAll()
    view.copy()
    copied = QGuiApplication.clipboard().text()
    assert "▮▮▮" in copied
    assert not re.search("Gemma|Google|OpenAI", copied)
    assert view.marks.tip_at(view.document().find("▮▮▮").selectionStart()).startswith("A name of a model")
    driver.key(Qt.Key.Key_1, driver.page)
    driver.key(Qt.Key.Key_R, driver.page)
    assert view.text() == "I am **Gemma**, by Google. 🌱 OpenAI!"
    assert view.marks.texts() == ["Gemma", "Google", "OpenAI"]
    store = driver.desktop._store
    assert store is not None
    kept = store.read(comparisons.get, comparison.id).result()
    assert "OpenAI" in (kept.a.text + kept.b.text)


def test_a_blind_vote_can_be_changed_until_the_reveal_and_is_locked_by_it(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    reveal = ready.desktop._page.blind_strip._buttons[StripDeed.REVEAL]
    assert not reveal.isEnabled()
    ready.key(Qt.Key.Key_R)
    assert ready.desktop.compare.display.blindfold.hidden, "there is nothing to reveal before a vote"
    ready.key(Qt.Key.Key_1)
    ready.key(Qt.Key.Key_2)
    assert strip(ready) == blind_mode.VOTED
    ready.key(Qt.Key.Key_R)
    assert strip(ready) == blind_mode.LOCKED
    assert [(vote.choice, vote.blind) for vote in votes_on(ready, comparison)] == [
        (VoteChoice.A, True),
        (VoteChoice.TIE, True),
    ]
    ready.key(Qt.Key.Key_4)
    assert strip(ready) == blind_mode.CHANGED
    last = votes_on(ready, comparison)[-1]
    assert (last.choice, last.blind, last.shown_first) == (VoteChoice.B, False, A)


def test_a_vote_that_is_taken_back_can_not_be_revealed_by_mistake(ready: Driver) -> None:
    ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    ready.key(Qt.Key.Key_1)
    ready.key(Qt.Key.Key_R)
    assert strip(ready) == blind_mode.ANSWERED


def test_after_the_reveal_answers_stream_as_ever_and_votes_are_not_blind(ready: Driver) -> None:
    ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    ready.press("Reveal")
    second = ready.ask("the water")
    assert strip(ready) == blind_mode.REVEALED
    assert "tok/s" in ready.pane(A).state()
    ready.key(Qt.Key.Key_1)
    assert [vote.blind for vote in votes_on(ready, second)] == [False]
    ready.press("Earlier turn")
    ready.wait(lambda: strip(ready) == blind_mode.LOCKED)


def test_the_next_prompt_may_be_sent_without_a_reveal_and_is_blind_too(ready: Driver) -> None:
    first = ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    second = ready.ask("the water")
    assert names(second) == names(first)
    assert strip(ready) == blind_mode.ANSWERED
    ready.key(Qt.Key.Key_4, ready.page)
    assert [vote.blind for vote in (*votes_on(ready, first), *votes_on(ready, second))] == [True, True]


def test_both_can_answer_again_in_the_dark(ready: Driver) -> None:
    first = ready.ask("the sun")
    with ready._qtbot.waitSignal(ready.desktop.compare.answered, timeout=60_000):
        ready.press("Both answers again")
    assert telling(ready) == []
    ready.press("Other version before")
    assert telling(ready) == []
    assert first.a is not None


def test_stop_stops_both_and_what_they_said_appears(driver: Driver, tmp_path: Path) -> None:
    driver.preferences().change(blind=True)
    driver.open_scripted(tmp_path, "round and round " * 2000, "on and on " * 2000, tokens_per_second=300)
    session = driver.desktop.compare.session
    driver.type("the sun")
    driver.wait(lambda: [each.completion_tokens > 20 for each in session._collectors.values()] == [True, True])
    driver.press("Stop", driver.desktop._page.blind_strip)
    driver.idle()
    assert {driver.pane(side).view.text().strip()[:5] for side in Side} == {"round", "on an"}
    assert not any("Stopped" in each for each in everything_in(driver.desktop.window))
    driver.key(Qt.Key.Key_3, driver.page)
    assert strip(driver) == blind_mode.VOTED


def test_after_a_restart_it_is_open_and_what_was_voted_blind_stays_so(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    pids = {side: ready.worker(side).pid for side in Side}
    ready.close()
    ready.open_ready()
    assert ready.desktop._history is not None
    ready.desktop._history.opened.emit(comparison.session_id, comparison.id)
    ready.wait(lambda: strip(ready) == blind_mode.LOCKED)
    assert [ready.pane(side).head._name.name() for side in Side] == list(names(comparison))
    assert ready.desktop._page.vote_bar.opinion().choice is VoteChoice.A
    assert {side: ready.worker(side).pid for side in Side} != pids
    chosen = ready.preferences().value
    assert names(comparison) == (chosen.model_b, chosen.model_a), "to open it changes nobody's choice"
    assert names(ready.ask("the water")) == names(comparison)


def test_the_switch_counts_at_once_in_an_empty_conversation(driver: Driver, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    driver._qtbot.keyClick(driver.page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: driver.desktop.compare.display.blindfold.hidden)
    assert strip(driver) == blind_mode.EXPLAINED
    assert telling(driver) == []
    driver.press("Got it")
    assert strip(driver) == blind_mode.BEGINS
    driver._qtbot.keyClick(driver.page, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: not driver.desktop.compare.display.blindfold.hidden)
    assert strip(driver) == ""
    assert not driver.desktop._pairing.swapped
    assert driver.preferences().value.blind_explained


def test_the_switch_counts_from_the_next_conversation_on_where_something_was_said(
    driver: Driver, tiny_base: Path, tiny_chat: Path
) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    driver.ask("the sun")
    switch = driver.desktop._page.header._blind
    driver._qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert strip(driver) == blind_mode.BLIND_NEXT
    assert not driver.desktop.compare.display.blindfold.hidden
    driver.press("New", driver.desktop._page.blind_strip)
    assert driver.desktop.compare.display.blindfold.hidden
    driver.ask("the water")
    driver._qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert strip(driver) == blind_mode.OPEN_NEXT
    assert telling(driver) == []
    driver.press("Reveal")
    assert not driver.desktop.compare.display.blindfold.hidden
    driver.press("New", driver.desktop._page.header)
    assert strip(driver) == ""
    assert not driver.desktop._pairing.swapped


def test_letters_that_are_typed_into_the_prompt_reveal_nothing(ready: Driver) -> None:
    ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    ready.field().setFocus()
    ready._qtbot.keyClicks(ready.field(), "r R")
    assert ready.desktop.compare.display.blindfold.hidden
    assert ready.field().toPlainText() == "r R"
    assert QApplication.focusWidget() is ready.field()


def test_the_keyboard_is_never_lost_with_a_button_that_goes(ready: Driver) -> None:
    ready.press("Got it")
    assert QApplication.focusWidget() is ready.field()
    ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    ready.press("Reveal")
    assert QApplication.focusWidget() is ready.desktop._page.vote_bar
    ready.press("New", ready.desktop._page.blind_strip)
    assert QApplication.focusWidget() is ready.field()


def test_a_key_reveals_while_one_types(ready: Driver) -> None:
    ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    ready.field().setFocus()
    ready._qtbot.keyClick(ready.field(), Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier)
    ready.wait(lambda: not ready.desktop.compare.display.blindfold.hidden)
    assert ready.field().toPlainText() == ""


def test_another_model_for_the_users_a_takes_the_place_where_that_stands(ready: Driver, tiny_chat: Path) -> None:
    chat = ready.desktop._pairing.choices[B]
    ready.desktop._models.use(chat, A)
    ready.wait_ready()
    assert ready.desktop._playing() == {A: chat, B: chat}
    assert ready.preferences().value.model_a == chat.name
    assert telling(ready) == []


def test_several_raters_vote_apart(ready: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    comparison = ready.ask("the sun")
    ready.key(Qt.Key.Key_1)
    bar = ready.desktop._page.vote_bar
    monkeypatch.setattr("ui.compare.rater_button.QInputDialog.getText", lambda *_: ("  Ada  & Co ", True))
    bar.rater_button.ask()
    assert bar.rater_button.accessibleName() == "Voting as Ada & Co"
    assert bar.opinion().choice is None
    ready.key(Qt.Key.Key_4, ready.page)
    ready.press("A correct?")
    found = votes_on(ready, comparison)
    assert [(vote.rater, vote.choice) for vote in found] == [("me", VoteChoice.A), ("Ada & Co", VoteChoice.B)]
    next(action for action in bar.rater_button.menu().actions() if action.text() == "me").trigger()
    assert bar.opinion().choice is VoteChoice.A
    assert bar.opinion().correct_a is None
    assert (ready.preferences().value.rater, ready.preferences().value.raters) == ("", ("Ada & Co",))


def test_other_pages_are_told_of_which_conversation_they_must_keep_still(ready: Driver) -> None:
    comparison = ready.ask("the sun")
    assert ready.desktop.compare.is_hidden(comparison.session_id)
    ready.key(Qt.Key.Key_1)
    ready.press("Reveal")
    assert not ready.desktop.compare.is_hidden(comparison.session_id)


def test_the_history_keeps_still_about_it_until_the_reveal(ready: Driver) -> None:
    ready.ask("the sun")
    history = ready.desktop._history
    assert history is not None
    ready.desktop.window.show_page("history")
    ready.wait(lambda: history.column.list.rows.rowCount() > 0)
    rows = history.column.list.rows
    history.column.list.setCurrentIndex(rows.index(rows.rowCount() - 1))
    ready.wait(lambda: "This conversation is blind." in everything_in(history))
    assert not history.preview.isVisible()
    ready.desktop.window.show_page("compare")
    ready.key(Qt.Key.Key_1)
    ready.press("Reveal", ready.desktop._page)
    ready.desktop.window.show_page("history")
    ready.wait(history.preview.isVisible)
