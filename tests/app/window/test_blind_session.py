"""A blind session as a person walks through it: with real workers, by keys alone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from lab.ratings.agreement import with_oneself
from lab.ratings.battles import Judged, battles_of
from lab.records import Comparison, Side, Vote, VoteChoice
from lab.session.blind_session import plan
from lab.storage import comparisons, judged, votes
from lab.storage.work import Work
from tests.app.window.driving import Driver
from tests.app.window.seeing import everything_in
from tests.app.window.test_blind import telling
from ui.compare.blind_dialog import OWN, BlindDialog
from ui.compare.blind_run import NO_VOTE, VOTED
from ui.compare.blind_strip import StripDeed

pytestmark = pytest.mark.process
A, B = Side.A, Side.B
PROMPTS = [f"the sun and the {thing}" for thing in (
    "leaf", "tree", "sea", "moon", "wind", "rain", "stone", "fire", "bird", "fish", "snow", "sand",
)]  # fmt: skip
CHOICES = {
    Qt.Key.Key_1: VoteChoice.A, Qt.Key.Key_2: VoteChoice.TIE, Qt.Key.Key_3: VoteChoice.BOTH_BAD,
    Qt.Key.Key_4: VoteChoice.B,
}  # fmt: skip


@pytest.fixture
def ready(driver: Driver, tiny_base: Path, tiny_chat: Path) -> Driver:
    """Both models loaded; nothing is blind yet."""
    driver.prepare(tiny_base, tiny_chat, max_tokens=12)
    driver.open_ready()
    driver.desktop.compare.run.chance = random.Random(5)
    return driver


def key(driver: Driver, which: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Press a key wherever the keyboard is."""
    where = QApplication.focusWidget()
    assert where is not None, "nothing has the keyboard"
    driver._qtbot.keyClick(where, which, modifiers)


def begin(driver: Driver, prompts: list[str], *, may_reveal: bool = False) -> None:
    """Open the dialog, write prompts and begin, by keys alone."""
    key(driver, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    dialog = driver.desktop._page.findChild(BlindDialog)
    assert dialog is not None
    driver._qtbot.waitExposed(dialog)
    dialog.activateWindow()
    driver.wait(lambda: QApplication.focusWidget() is dialog.source)
    driver.wait(lambda: dialog.source.count() > 10)  # the suites have come
    key(driver, Qt.Key.Key_End)
    assert dialog.source.currentText() == OWN
    key(driver, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.prompts
    QApplication.clipboard().setText("\n".join(prompts))
    key(driver, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    key(driver, Qt.Key.Key_Tab)
    key(driver, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is dialog.reveal
    if may_reveal:
        key(driver, Qt.Key.Key_Space)
    key(driver, Qt.Key.Key_Return)
    driver.wait(lambda: driver.desktop.compare.run.running)
    driver.desktop.window.activateWindow()


def answered(driver: Driver) -> Comparison:
    """Wait until both answers of the shown pair are there, and the keyboard with them."""
    strip = driver.desktop._page.blind_strip
    driver.wait(lambda: not driver.desktop.compare.session.busy and strip.offers(StripDeed.NEXT))
    driver.wait(lambda: driver.desktop.compare.display.shown() is not None)
    driver.wait(lambda: driver.desktop._page.vote_bar.has_focus())
    shown = driver.desktop.compare.display.shown()
    assert shown is not None
    return shown


def strip(driver: Driver) -> str:
    return driver.desktop._page.blind_strip.text()


def shown_answers(driver: Driver) -> list[str]:
    return [driver.pane(side).view.text() for side in Side]


def all_judged(driver: Driver) -> list[judged.VotedOn]:
    store = driver.desktop._store
    assert store is not None
    return store.read(judged.voted_on).result()


def votes_on(driver: Driver, comparison_id: str) -> list[Vote]:
    store = driver.desktop._store
    assert store is not None
    return store.read(votes.history, comparison_id).result()


def test_twelve_prompts_by_keys_alone_with_one_pair_shown_twice_the_other_way_round(ready: Driver) -> None:
    steps = plan(PROMPTS, chance=random.Random(5)).steps
    (again,) = [place for place, step in enumerate(steps) if step.repeat_of is not None]
    begin(ready, PROMPTS)
    keys = [list(CHOICES)[place % 4] for place in range(len(steps))]
    first = steps[again].repeat_of
    assert first is not None
    keys[first], keys[again] = Qt.Key.Key_1, Qt.Key.Key_4  # the same answer, which stands at the other side then
    seen: list[tuple[Comparison, list[str], bool]] = []
    for place, step in enumerate(steps):
        comparison = answered(ready)
        assert strip(ready).startswith(f"Pair {place + 1} of 13.")
        assert comparison.prompt == step.prompt
        assert ready.desktop._page.vote_bar.opinion().choice is None, "nothing of an earlier vote is shown"
        seen.append((comparison, shown_answers(ready), ready.desktop.compare.players.pairing.swapped))
        assert telling(ready) == []
        key(ready, Qt.Key.Key_R)
        assert ready.desktop.compare.display.blindfold.hidden, "all is revealed at the end"
        key(ready, keys[place])
        assert VOTED in strip(ready)
        assert telling(ready) == []
        key(ready, Qt.Key.Key_Return if place % 2 else Qt.Key.Key_N)
    assert not ready.desktop.compare.run.running

    assert seen[again][0].id == seen[first][0].id
    assert seen[again][1] == seen[first][1][::-1]
    assert seen[again][1][0] != seen[again][1][1]
    assert seen[again][2] is not seen[first][2]
    assert len({comparison.session_id for comparison, _, _ in seen}) == 12
    for place, (comparison, _, _) in enumerate(seen):
        cast = votes_on(ready, comparison.id)
        assert all(vote.blind and vote.time_taken_ms is not None for vote in cast)
        if place in (first, again):
            assert [(vote.choice, vote.shown_first) for vote in cast] == [(VoteChoice.A, A), (VoteChoice.A, B)]
        else:
            assert [(vote.choice, vote.shown_first) for vote in cast] == [(CHOICES[keys[place]], A)]
    battles = battles_of(Judged(comparison=each.comparison, votes=each.votes) for each in all_judged(ready))
    assert len(battles.battles) == 13
    assert len(battles.only(blind=True).battles) == 12, "no rating counts the repeat"
    agreement = with_oneself(battles, "me")
    assert (agreement.repeats, agreement.same) == (1, 1)

    said = everything_in(ready.desktop.window)
    assert "You voted on 12 pairs." in said
    assert any("you said the same again" in each for each in said)
    for model in ready.desktop._pairing.choices.values():
        assert any(model.name in each for each in said)
    key(ready, Qt.Key.Key_Return)
    assert ready.desktop.window.page() == "results"


def test_a_repeat_brings_its_own_reasons_and_leaves_what_was_said_first(ready: Driver) -> None:
    begin(ready, PROMPTS[:5])
    steps = plan(PROMPTS[:5], chance=random.Random(5)).steps
    (again,) = [place for place, step in enumerate(steps) if step.repeat_of is not None]
    bar = ready.desktop._page.vote_bar
    for place in range(again):
        answered(ready)
        key(ready, Qt.Key.Key_1)
        if place == steps[again].repeat_of:
            ready.press("+ note")
            ready._qtbot.keyClicks(QApplication.focusWidget(), "nr 1")
            key(ready, Qt.Key.Key_Return)
            assert bar.hasFocus(), "Enter ends the note and no more"
        key(ready, Qt.Key.Key_N)
    comparison = answered(ready)
    key(ready, Qt.Key.Key_1)
    chip = bar._why.chips["clear"]
    chip.setFocus()
    key(ready, Qt.Key.Key_Space)
    ready.press("+ note")
    assert bar.opinion().note == ""
    ready._qtbot.keyClicks(QApplication.focusWidget(), "again")
    key(ready, Qt.Key.Key_Return)
    store = ready.desktop._store
    assert store is not None
    last = votes_on(ready, comparison.id)[-1]
    assert (last.aspect, last.choice, last.shown_first) == ("clear", VoteChoice.B, B)
    counting = store.read(votes.current, comparison.id).result()
    assert [vote.choice for vote in counting if not vote.aspect] == [VoteChoice.A]
    assert [note.text for note in store.read(votes.notes, comparison.id).result()] == ["nr 1 · again"]

    ready.desktop._sessions.open(comparison.session_id, comparison.id)
    ready.wait(lambda: not ready.desktop.compare.run.running)
    assert bar.opinion().choice is VoteChoice.A, "what was said first is shown, not what was said again"
    assert [bool(each) for each in shown_answers(ready)] == [True, True]


def test_after_a_restart_what_was_said_first_is_shown(ready: Driver) -> None:
    begin(ready, PROMPTS[:5])
    steps = plan(PROMPTS[:5], chance=random.Random(5)).steps
    for _ in steps:
        comparison = answered(ready)
        key(ready, Qt.Key.Key_1)
        key(ready, Qt.Key.Key_N)
    (first,) = [step.repeat_of for step in steps if step.repeat_of is not None]
    store = ready.desktop._store
    assert store is not None

    def of_prompt(work: Work) -> Comparison:
        (found,) = [each for each in judged.voted_on(work) if each.comparison.prompt == steps[first].prompt]
        return comparisons.get(work, found.comparison.id)

    comparison = store.read(of_prompt).result()
    ready.close()
    ready.open_ready()
    assert ready.desktop._history is not None
    ready.desktop._history.opened.emit(comparison.session_id, comparison.id)
    ready.wait(lambda: ready.desktop._page.vote_bar.opinion().choice is VoteChoice.A)


def test_each_pair_may_be_revealed_if_one_wants_but_not_one_that_comes_again(ready: Driver) -> None:
    begin(ready, PROMPTS[:5], may_reveal=True)
    steps = plan(PROMPTS[:5], chance=random.Random(5)).steps
    firsts = [step.repeat_of for step in steps if step.repeat_of is not None]
    for place in range(len(steps)):
        answered(ready)
        key(ready, Qt.Key.Key_1)
        key(ready, Qt.Key.Key_R)
        hidden = ready.desktop.compare.display.blindfold.hidden
        assert hidden is (place in firsts)
        if not hidden:
            assert "locked" in strip(ready)
            names = [ready.pane(side).head._name.name() for side in Side]
            shown = ready.desktop.compare.display.shown()
            assert shown is not None
            assert shown.a is not None
            assert shown.b is not None
            by = [shown.a.contestant.model.name, shown.b.contestant.model.name]
            assert names == (by if steps[place].repeat_of is None else by[::-1])
        key(ready, Qt.Key.Key_N)
    assert "You voted on 5 pairs." in everything_in(ready.desktop.window)


def test_one_goes_on_only_after_a_vote_and_can_take_it_back_before(ready: Driver) -> None:
    begin(ready, PROMPTS[:2])
    answered(ready)
    for go_on in (Qt.Key.Key_N, Qt.Key.Key_Return):
        key(ready, go_on)
        assert strip(ready).startswith("Pair 1 of 2.")
    key(ready, Qt.Key.Key_1)
    key(ready, Qt.Key.Key_1)
    key(ready, Qt.Key.Key_N)
    assert strip(ready).startswith("Pair 1 of 2.")
    key(ready, Qt.Key.Key_4)
    key(ready, Qt.Key.Key_N)
    assert strip(ready).startswith("Pair 2 of 2.")


def test_meanwhile_the_history_keeps_still_about_every_pair_and_tells_after_the_end(ready: Driver) -> None:
    begin(ready, PROMPTS[:3])
    passed = answered(ready)
    key(ready, Qt.Key.Key_1)
    key(ready, Qt.Key.Key_N)
    now = answered(ready)
    assert [ready.desktop.compare.is_hidden(each.session_id) for each in (passed, now)] == [True, True]
    key(ready, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert "You voted on 1 pair." in everything_in(ready.desktop.window)
    assert [ready.desktop.compare.is_hidden(each.session_id) for each in (passed, now)] == [False, False]


def test_what_was_being_written_is_there_again_at_the_end_and_the_users_wish_for_blind_stays(ready: Driver) -> None:
    ready._qtbot.keyClicks(ready.field(), " half a thought")
    draft = ready.field().toPlainText()
    begin(ready, PROMPTS[:1])
    assert not ready.field().isVisible()
    assert not ready.desktop._page.header._blind.isEnabled()
    answered(ready)
    key(ready, Qt.Key.Key_2)
    key(ready, Qt.Key.Key_N)
    ready.press("Close")
    ready.wait(lambda: ready.field().toPlainText() == draft)
    assert QApplication.focusWidget() is ready.field()
    assert not ready.desktop.compare.display.blindfold.hidden
    assert not ready.desktop._pairing.swapped
    assert not ready.preferences().value.blind
    assert strip(ready) == ""


def test_a_side_that_fails_gives_nothing_to_vote_on_and_the_session_goes_on(ready: Driver) -> None:
    ready.desktop.compare.blind.coin = lambda: False
    stopped = ready.worker(B)
    stopped.suspend()  # so that nothing comes from it before it is ended
    begin(ready, PROMPTS[:2])
    ready.wait(lambda: ready.desktop.compare.session.answering == {B})
    stopped.kill()
    ready.idle()
    assert ready.pane(B).trouble() == "Side B failed."
    assert strip(ready) == f"Pair 1 of 2. {NO_VOTE}"
    assert telling(ready) == []
    key(ready, Qt.Key.Key_1)
    assert strip(ready) == f"Pair 1 of 2. {NO_VOTE}"
    key(ready, Qt.Key.Key_Return)
    answered(ready)
    assert strip(ready).startswith("Pair 2 of 2.")
    assert ready.pane(B).trouble() == ""
    key(ready, Qt.Key.Key_1)
    key(ready, Qt.Key.Key_Return)
    assert "You voted on 1 pair." in everything_in(ready.desktop.window)


def test_a_pair_without_a_vote_does_not_come_again(ready: Driver) -> None:
    ready.desktop.compare.blind.coin = lambda: False
    steps = plan(PROMPTS[:5], chance=random.Random(5)).steps
    (first,) = [step.repeat_of for step in steps if step.repeat_of is not None]
    begin(ready, PROMPTS[:5])
    for place in range(5):
        answered(ready)
        key(ready, Qt.Key.Key_1)
        if place + 1 != first:
            key(ready, Qt.Key.Key_N)
            continue
        stopped = ready.worker(B)
        stopped.suspend()
        key(ready, Qt.Key.Key_N)
        ready.wait(lambda: ready.desktop.compare.session.answering == {B})
        stopped.kill()
        ready.idle()
        assert strip(ready) == f"Pair {first + 1} of 6. {NO_VOTE}"
        key(ready, Qt.Key.Key_N)
        break
    for number in range(first + 2, 6):
        answered(ready)
        assert strip(ready).startswith(f"Pair {number} of 5.")
        key(ready, Qt.Key.Key_1)
        key(ready, Qt.Key.Key_N)
    assert "You voted on 4 pairs." in everything_in(ready.desktop.window)


def test_stop_leaves_what_was_said_to_be_voted_on(driver: Driver, tmp_path: Path) -> None:
    driver.open_scripted(tmp_path, "round and round " * 2000, "on and on " * 2000, tokens_per_second=300)
    begin(driver, PROMPTS[:1])
    session = driver.desktop.compare.session
    driver.wait(lambda: [each.completion_tokens > 20 for each in session._collectors.values()] == [True, True])
    key(driver, Qt.Key.Key_Escape)
    answered(driver)
    key(driver, Qt.Key.Key_3)
    key(driver, Qt.Key.Key_N)
    assert "You voted on 1 pair." in everything_in(driver.desktop.window)


def test_it_can_be_ended_while_both_are_at_work_and_the_window_closed(driver: Driver, tmp_path: Path) -> None:
    driver.open_scripted(tmp_path, "round and round " * 2000, "on and on " * 2000, tokens_per_second=300)
    begin(driver, PROMPTS[:2])
    driver.wait(lambda: driver.desktop.compare.session.busy)
    driver.press("End")
    driver.wait(lambda: "You have not voted." in everything_in(driver.desktop.window))
    assert not driver.desktop.compare.session.busy
    driver.press("Close")
    begin(driver, PROMPTS[:2])
    driver.wait(lambda: driver.desktop.compare.session.busy)


def test_new_ends_it_with_what_came_out(ready: Driver) -> None:
    begin(ready, PROMPTS[:3])
    answered(ready)
    key(ready, Qt.Key.Key_1)
    key(ready, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    ready.wait(lambda: "You voted on 1 pair." in everything_in(ready.desktop.window))
    key(ready, Qt.Key.Key_Tab)
    key(ready, Qt.Key.Key_Return)
    assert ready.field().isVisible()


def test_without_two_models_it_says_so(driver: Driver, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_ready()
    driver.desktop._pairing._chosen[B] = None
    key(driver, Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert driver.banner().startswith("A blind session needs two models.")
    assert driver.desktop._page.findChild(QDialog) is None


def test_with_other_players_it_is_over(driver: Driver, tmp_path: Path, tiny_base: Path, tiny_chat: Path) -> None:
    driver.prepare(tiny_base, tiny_chat)
    driver.open_scripted(tmp_path, "one", "two")
    begin(driver, PROMPTS[:2])
    answered(driver)
    driver.press("Get models")
    driver.wait_ready()
    assert not driver.desktop.compare.run.running
    assert driver.field().isVisible()
    assert not driver.desktop.compare.display.blindfold.hidden


def test_the_results_of_ended_sessions_are_there_and_another_can_begin_from_the_card(ready: Driver) -> None:
    for _ in range(2):
        begin(ready, PROMPTS[:1])
        answered(ready)
        key(ready, Qt.Key.Key_1)
        key(ready, Qt.Key.Key_N)
        assert "You voted on 1 pair." in everything_in(ready.desktop.window)
    assert [len(each.votes) for each in all_judged(ready)] == [1, 1]
