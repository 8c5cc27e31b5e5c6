"""Voting through a run in the window, over a real history."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lab.preferences import PreferencesFile
from lab.recording.recording import TYPE, Head, Recorded, Recording
from lab.recording.shelf import KeptRecording
from lab.records import RunSettings, Side, Vote, VoteChoice
from lab.runs.opened import OpenedFile
from lab.runs.plan import RunPlan, new_run
from lab.session.keeper import Keeper
from lab.stamps import new_id
from lab.storage import Store, runs, votes
from lab.suites.suite import Suite
from tests.unit.runs.asking import Puppet, contestant, echo, performance, suite
from ui.suites.voting import VotingView
from ui.suites.voting_hidden import HiddenRuns
from ui.theme.palette import DARK, LIGHT

FIVE = [{"id": f"item-{number}", "prompt": f"Prompt {number}?", "look_for": "Truth."} for number in range(5)]
TWO = FIVE[:2]
TALK = [{"id": "talk", "prompt": "My cat is Mia.", "turns": ["What is she called?"], "system_prompt": "Be kind."}]


class Booth:
    """The view over a home, and hands to use it."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self.qtbot, self.data = qtbot, home / "data"
        self.data.mkdir(parents=True, exist_ok=True)
        self.open()

    def open(self) -> None:
        """Open the window, perhaps once more."""
        self.store: Store | None = Store(self.data / "history.db")
        self.preferences = PreferencesFile(self.data / "preferences.json")
        # Without an owner a collection of garbage, on whatever thread, might delete it.
        self.owner = QWidget()
        self.qtbot.addWidget(self.owner)
        self.keeper = Keeper(self.store, lambda _error: None)
        self.hidden = HiddenRuns(OpenedFile(self.data / "voting.json"), self.preferences, self.owner)
        self.hidden.attach(self.store)
        self.view = VotingView(LIGHT, self.keeper, lambda: self.store, self.preferences, self.hidden)
        self.qtbot.addWidget(self.view)
        self.view.resize(900, 600)
        self.view.show()
        self.view.activateWindow()
        self.qtbot.waitUntil(self.view.isActiveWindow)

    def close(self) -> None:
        self.view.close_down()
        self.hidden.close_down()
        self.view.hide()
        self.owner.deleteLater()
        if self.store is not None:
            self.store.close()

    def restart(self) -> None:
        self.close()
        self.open()

    @property
    def there(self) -> Store:
        assert self.store is not None
        return self.store

    def plan(self, asked: Suite, *, times: int = 1) -> RunPlan:
        run = new_run(asked, contestant("ann"), contestant("bob"), samples=times, settings=RunSettings())
        self.there.write(runs.create, run).result()
        return RunPlan.of(self.there.read(runs.get, run.id).result())

    def answer(self, plan: RunPlan, a: Puppet | None = None, b: Puppet | None = None) -> None:
        performance(self.there, plan, a or Puppet(), b or Puppet()).perform()

    def vote_on(self, items: list[dict[str, object]], a: Puppet | None = None, b: Puppet | None = None) -> RunPlan:
        """Make a run with its answers, and begin to vote."""
        plan = self.plan(suite(*items))
        self.answer(plan, a, b)
        self.show(plan)
        return plan

    def show(self, plan: RunPlan) -> None:
        self.view.show_run(self.there.read(runs.get, plan.run.id).result())
        self.wait(lambda: self.sees_pair or self.sees_end or self.notice != "Reading the pairs …")
        self.wait(lambda: not self.view.course._waits)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def press(self, key: Qt.Key) -> None:
        self.wait(lambda: not self.view.course._waits)
        self.qtbot.keyClick(self.view.window().focusWidget() or self.view, key)
        self.wait(lambda: not self.view.course._waits)

    def vote(self, choice: VoteChoice, number: int = 1) -> None:
        """Vote so on some pairs, and go on after each."""
        for _ in range(number):
            self.view.vote_bar.choose(choice)
            self.view.head.press_next()
            self.wait(lambda: not self.view.course._waits)

    @property
    def sees_pair(self) -> bool:
        return self.view.head.isVisible()

    @property
    def sees_end(self) -> bool:
        return self.view.end.isVisible()

    @property
    def notice(self) -> str:
        return self.view.notice._sentence.text() if self.view.notice.isVisible() else ""

    @property
    def where(self) -> str:
        return self.view.head._where.text()

    @property
    def shown_id(self) -> str:
        assert self.view.course._shown is not None
        return self.view.course._shown.comparison_id

    @property
    def names(self) -> list[str]:
        return [pane._name.text() for pane in self.view.panes.values()]

    @property
    def texts(self) -> list[str]:
        return [pane.view.toPlainText() for pane in self.view.panes.values()]

    @property
    def told(self) -> str:
        end = self.view.end
        labels = (end._title, end._votes, end._again, end._others)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def kept(self, comparison_id: str) -> list[Vote]:
        return self.there.read(votes.history, comparison_id).result()


@pytest.fixture
def booth(qtbot: QtBot, home: Path) -> Iterator[Booth]:
    opened = Booth(qtbot, home)
    yield opened
    opened.close()


def test_names_are_hidden_in_heads_and_answers(booth: Booth) -> None:
    booth.vote_on(TWO, Puppet(say=lambda _row, _prompt: "I am Gemma."), Puppet(say=lambda _row, _prompt: "I am ann."))
    assert booth.names == ["Hidden until the reveal"] * 2
    assert not any(name in text for name in ("Gemma", "ann") for text in booth.texts)
    assert booth.where == "Pair 1 of 2"
    assert booth.view.head._look_for.text() == "What to look for: Truth."


def test_a_vote_means_the_same_answer_wherever_it_stood(booth: Booth) -> None:
    items = [{"id": f"i{number}", "prompt": f"P{number}?"} for number in range(8)]
    booth.vote_on(items, Puppet(say=lambda _row, _prompt: "One thing."), Puppet(say=lambda _row, _prompt: "Two."))
    placed = set()
    while booth.sees_pair:
        shown_first = Side.A if "One thing." in booth.texts[0] else Side.B
        booth.press(Qt.Key.Key_1)
        cast = booth.kept(booth.shown_id)[-1]
        assert (cast.choice, cast.shown_first, cast.blind, cast.rater) == (
            VoteChoice(shown_first.value), shown_first, True, "me",
        )  # fmt: skip
        assert cast.time_taken_ms is not None
        placed.add(shown_first)
        booth.press(Qt.Key.Key_N)
        booth.wait(lambda: booth.sees_pair or booth.sees_end)
    assert placed == set(Side)


def test_keys_vote_go_on_go_back_and_take_back(booth: Booth) -> None:
    booth.vote_on(FIVE)
    first = booth.shown_id
    booth.press(Qt.Key.Key_N)
    assert booth.shown_id == first  # without a vote one skips, knowing it
    booth.press(Qt.Key.Key_2)
    booth.press(Qt.Key.Key_Return)
    assert booth.where == "Pair 2 of 6"
    booth.press(Qt.Key.Key_S)
    assert booth.where.startswith("Pair 3 of ")
    booth.press(Qt.Key.Key_P)
    booth.press(Qt.Key.Key_P)
    assert booth.shown_id == first
    booth.wait(lambda: booth.view.vote_bar.opinion().choice is VoteChoice.TIE)
    booth.press(Qt.Key.Key_3)
    assert [vote.choice for vote in booth.kept(first)] == [VoteChoice.TIE, VoteChoice.BOTH_BAD]
    booth.qtbot.keyClick(booth.view.vote_bar, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert [vote.choice for vote in booth.kept(first)][-1] is VoteChoice.TIE


def test_no_key_votes_on_a_pair_that_is_on_its_way_out(booth: Booth) -> None:
    booth.vote_on(FIVE)
    first = booth.shown_id
    booth.view.vote_bar.choose(VoteChoice.TIE)
    booth.view.head.press_next()
    booth.view.vote_bar.choose(VoteChoice.A)  # before the next one is in sight
    booth.view.head.press_next()
    booth.wait(lambda: booth.where == "Pair 2 of 6" and not booth.view.course._waits)
    assert [vote.choice for vote in booth.kept(first)] == [VoteChoice.TIE]
    assert booth.view.vote_bar.opinion().choice is None
    assert booth.view.vote_bar.has_focus()


def test_one_goes_on_after_a_restart_and_finds_what_one_said(booth: Booth) -> None:
    plan = booth.vote_on([{"id": f"i{number}", "prompt": f"P{number}?"} for number in range(4)])
    said = {}
    for choice in (VoteChoice.A, VoteChoice.B, VoteChoice.A):
        said[booth.shown_id] = choice
        booth.vote(choice)
    booth.restart()
    booth.show(plan)
    assert booth.where == "Pair 4 of 4"
    while booth.view.head._back.isEnabled():
        booth.press(Qt.Key.Key_P)
        expected = said[booth.shown_id]
        booth.wait(lambda expected=expected: booth.view.vote_bar.opinion().choice is expected)
    assert booth.where == "Pair 1 of 4"


def test_a_run_is_hidden_elsewhere_from_the_first_vote_to_the_last(booth: Booth) -> None:
    plan = booth.vote_on(TWO)
    session = plan.run.session_id
    assert not booth.hidden.is_hidden(session)
    booth.vote(VoteChoice.A)
    assert booth.hidden.is_hidden(session)
    booth.restart()
    booth.wait(lambda: booth.hidden.is_hidden(session))
    booth.show(plan)
    booth.vote(VoteChoice.B)
    booth.wait(lambda: booth.sees_end)
    assert not booth.hidden.is_hidden(session)
    booth.restart()
    booth.show(plan)
    assert booth.sees_end
    assert not booth.hidden.is_hidden(session)


def test_a_run_that_goes_on_stays_hidden_though_all_that_is_there_was_voted_on(booth: Booth) -> None:
    plan = booth.plan(suite(*FIVE))
    booth.answer(plan, Puppet(most=1), Puppet(most=1))
    booth.there.write(runs.claim, plan.run.id).result()
    booth.show(plan)
    booth.vote(VoteChoice.A)
    assert booth.notice == "You have voted on all that is there."
    assert booth.hidden.is_hidden(plan.run.session_id)
    booth.there.write(runs.release, plan.run.id, finished=False).result()
    booth.answer(plan)
    booth.view.course._look_for_more()
    booth.wait(lambda: booth.sees_pair and booth.where.startswith("Pair 2 of "))
    assert booth.names == ["Hidden until the reveal"] * 2


def test_the_end_says_who_was_who_how_steady_and_how_far_others_agree(booth: Booth, qtbot: QtBot) -> None:
    plan = booth.plan(suite(*FIVE))
    booth.answer(plan)
    for place in booth.there.read(runs.places, plan.run.id).result():
        booth.there.write(votes.cast, place.comparison_id, VoteChoice.TIE, rater="Ada").result()
    booth.show(plan)
    booth.vote(VoteChoice.TIE, 6)
    booth.wait(lambda: booth.sees_end)
    assert "You voted on 5 pairs." in booth.told
    assert "1 pair came twice, the second time with its sides swapped: you said the same 1 of 1 times." in booth.told
    assert "“Ada” voted on 5 of these pairs, too: the same as you 5 of 5 times." in booth.told
    with qtbot.waitSignal(booth.view.outcome_asked):
        booth.view.end._outcome.click()


def test_what_was_skipped_can_be_voted_on_from_the_end(booth: Booth) -> None:
    booth.vote_on(TWO)
    booth.press(Qt.Key.Key_S)
    booth.vote(VoteChoice.B)
    booth.wait(lambda: booth.sees_end)
    assert "1 has no vote yet." in booth.told
    booth.view.end._rest.click()
    booth.wait(lambda: booth.sees_pair)
    assert booth.names == ["Hidden until the reveal"] * 2
    booth.vote(VoteChoice.B)
    booth.wait(lambda: booth.sees_end and "You voted on 2 pairs." in booth.told)
    assert not booth.view.end._rest.isVisible()


def test_whoever_ends_early_sees_the_names_and_may_go_on_blind(booth: Booth) -> None:
    plan = booth.vote_on([{"id": f"i{number}", "prompt": f"P{number}?"} for number in range(3)])
    booth.vote(VoteChoice.A)
    booth.view.head._end.click()
    booth.wait(lambda: booth.sees_end)
    assert not booth.hidden.is_hidden(plan.run.session_id)
    booth.view.end._rest.click()
    booth.wait(lambda: booth.sees_pair and not booth.view.course._waits)
    assert booth.names == ["Hidden until the reveal"] * 2
    booth.wait(lambda: booth.hidden.is_hidden(plan.run.session_id))


def test_without_blind_the_names_are_there_and_votes_are_not_blind(booth: Booth) -> None:
    booth.vote_on(TWO)
    shown = booth.shown_id
    booth.view.head.blind.click()
    booth.wait(lambda: booth.names == ["ann", "bob"])
    assert booth.shown_id == shown
    booth.press(Qt.Key.Key_1)
    (cast,) = booth.kept(shown)
    assert (cast.choice, cast.blind, cast.shown_first) == (VoteChoice.A, False, Side.A)
    # What was seen can't be made unseen: hidden again is only what comes.
    booth.view.head.blind.click()
    booth.wait(lambda: "You have seen" in booth.view.head._state.text())
    assert booth.names == ["ann", "bob"]
    booth.press(Qt.Key.Key_N)
    assert booth.names == ["Hidden until the reveal"] * 2


def test_a_certain_pair_shows_names_only_if_nothing_is_hidden(booth: Booth) -> None:
    booth.vote_on(TWO)
    first = booth.shown_id
    booth.vote(VoteChoice.A)
    second = booth.shown_id
    booth.view.go_to(first)
    booth.wait(lambda: booth.shown_id == first)
    assert booth.names == ["Hidden until the reveal"] * 2
    booth.view.go_to(second)
    booth.wait(lambda: booth.shown_id == second and not booth.view.course._waits)
    booth.vote(VoteChoice.A)
    booth.wait(lambda: booth.sees_end)
    booth.view.go_to(first)
    booth.wait(lambda: booth.sees_pair)
    assert booth.names == ["ann", "bob"]
    booth.wait(lambda: "locked" in booth.view.head._state.text())
    before = [vote for vote in booth.kept(first) if vote.blind]
    booth.view.vote_bar.choose(VoteChoice.BOTH_BAD)
    assert [vote for vote in booth.kept(first) if vote.blind] == before
    assert not booth.kept(first)[-1].blind


def test_each_rater_has_a_way_of_their_own(booth: Booth) -> None:
    booth.vote_on(TWO)
    booth.vote(VoteChoice.A)
    with booth.qtbot.waitSignal(booth.view.rater_chosen):
        booth.view.vote_bar.rater_button.chosen.emit("Ada")
    booth.wait(lambda: booth.where == "Pair 1 of 2" and not booth.view.course._waits)
    shown = booth.shown_id
    booth.press(Qt.Key.Key_4)
    assert booth.kept(shown)[-1].rater == "Ada"
    booth.preferences.change(rater="")
    booth.wait(lambda: booth.where == "Pair 2 of 2")


def test_turns_before_and_what_was_told_are_shown(booth: Booth) -> None:
    booth.vote_on(TALK)
    booth.vote(VoteChoice.TIE)
    assert booth.view.head._told.text() == "Told before: “Be kind.”"
    assert all("My cat is Mia." in text and "What is she called?" in text for text in booth.texts)
    assert (
        sorted("on My cat is Mia." in text and "on What is she called?" in text for text in booth.texts) == [True] * 2
    )


def test_a_run_without_a_pair_says_so(booth: Booth) -> None:
    plan = booth.plan(suite(*TWO))
    booth.show(plan)
    assert booth.notice == "There is nothing to vote on."
    booth.there.write(runs.claim, plan.run.id).result()
    booth.show(plan)
    booth.wait(lambda: booth.notice == "There is no pair yet.")
    booth.there.write(runs.release, plan.run.id, finished=False).result()


def test_a_history_that_is_not_open_says_so_and_can_be_tried_again(booth: Booth) -> None:
    plan = booth.plan(suite(*TWO))
    booth.answer(plan)
    run = booth.there.read(runs.get, plan.run.id).result()
    store, booth.store = booth.store, None
    booth.view.show_run(run)
    assert booth.notice == "The history is not open."
    booth.store = store
    booth.view.notice.pressed.emit()
    booth.wait(lambda: booth.sees_pair)


def test_a_history_that_can_only_be_read_takes_no_vote(booth: Booth, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Store, "writable", property(lambda _self: False))
    booth.vote_on(TWO)
    assert "no vote can be kept" in booth.view.head._state.text()
    assert not booth.view.vote_bar.isEnabled()
    booth.press(Qt.Key.Key_S)
    assert booth.where == "Pair 2 of 2"


def test_a_run_that_is_gone_says_what_is_wrong(booth: Booth) -> None:
    plan = booth.plan(suite(*TWO))
    booth.view.show_run(replace(plan.run, id="gone"))
    booth.wait(lambda: booth.notice.startswith("There is no such run"))


def test_an_answer_without_a_word_can_be_voted_on(booth: Booth) -> None:
    booth.vote_on(TWO, Puppet(say=lambda _row, _prompt: ""), Puppet(say=echo))
    assert booth.view.head._state.text() == "One of the answers has no text."
    shown = booth.shown_id
    booth.press(Qt.Key.Key_3)
    assert [vote.choice for vote in booth.kept(shown)] == [VoteChoice.BOTH_BAD]


def test_escape_leaves_and_colours_change(booth: Booth) -> None:
    booth.vote_on(TWO)
    booth.view.set_palette(DARK)
    with booth.qtbot.waitSignal(booth.view.closed):
        booth.press(Qt.Key.Key_Escape)


def test_a_pair_that_comes_too_late_is_not_shown_to_the_next_rater(booth: Booth) -> None:
    booth.vote_on(FIVE)
    booth.vote(VoteChoice.A)
    first = booth.shown_id
    booth.view.head._skip.click()  # the next one is being read
    booth.preferences.change(rater="Ada")
    assert booth.view.course.voting is None
    booth.view.vote_bar.choose(VoteChoice.B)
    booth.wait(lambda: booth.where == "Pair 1 of 6" and not booth.view.course._waits)
    assert not [vote for vote in booth.kept(first) if vote.rater == "Ada"]


def test_what_is_in_sight_stays_when_the_run_ends_or_one_comes_back(booth: Booth) -> None:
    plan = booth.plan(suite(*FIVE))
    booth.answer(plan, Puppet(most=3), Puppet(most=3))
    booth.there.write(runs.claim, plan.run.id).result()
    booth.show(plan)
    first = booth.shown_id
    booth.vote(VoteChoice.A)
    booth.press(Qt.Key.Key_P)
    assert booth.shown_id == first
    booth.there.write(runs.release, plan.run.id, finished=False).result()
    booth.show(plan)
    booth.wait(lambda: booth.view.course._found is not None and not booth.view.course._found.running)
    assert booth.shown_id == first
    assert booth.names == ["Hidden until the reveal"] * 2


def test_what_came_out_stays_in_sight_while_more_pairs_come(booth: Booth) -> None:
    plan = booth.plan(suite(*FIVE))
    booth.answer(plan, Puppet(most=1), Puppet(most=1))
    booth.there.write(runs.claim, plan.run.id).result()
    booth.show(plan)
    booth.vote(VoteChoice.A)
    booth.view.notice.pressed.emit()
    booth.wait(lambda: booth.sees_end)
    assert not booth.view.end._rest.isVisible()
    booth.there.write(runs.release, plan.run.id, finished=False).result()
    booth.answer(plan)
    booth.view.course._look_for_more()
    booth.wait(lambda: booth.view.end._rest.text() == "Vote on the rest (4)")
    assert booth.sees_end


def test_a_run_that_cant_be_read_is_not_read_again_and_again(booth: Booth) -> None:
    plan = booth.plan(suite(*TWO))
    booth.view.show_run(replace(plan.run, id="gone"))
    booth.wait(lambda: booth.notice.startswith("There is no such run"))
    booth.view.course._look_for_more()
    assert booth.notice.startswith("There is no such run")  # and not “Reading …”


def test_after_ones_own_vote_the_recorded_one_is_told_by_where_the_answers_stand(booth: Booth) -> None:
    plan = booth.plan(suite(*TWO))
    booth.answer(plan, Puppet(say=lambda _row, _prompt: "One thing."), Puppet(say=lambda _row, _prompt: "Two."))
    for place in booth.there.read(runs.places, plan.run.id).result():
        booth.there.write(votes.cast, place.comparison_id, VoteChoice.B, rater="Ada").result()
    booth.view.show_recording(recording_of(plan, "Ada"))
    booth.show(plan)
    for _ in TWO:
        assert "Ada" not in booth.view.head._state.text()
        place = "B" if "Two." in booth.texts[1] else "A"
        booth.press(Qt.Key.Key_2)
        assert booth.view.head._state.text() == f"Vote of Ada: {place} is better."
        booth.press(Qt.Key.Key_N)


def recording_of(plan: RunPlan, rater: str) -> KeptRecording:
    head = Head(
        type=TYPE,
        version=1,
        id=new_id(),
        recorded=Recorded.RUN,
        title=plan.run.suite_title,
        rater=rater,
        recorded_utc="2026-11-23T10:00:00.000Z",
        made_by="Counterpoint",
        run_id=plan.run.id,
        pieces={},
    )
    return KeptRecording(recording=Recording(head=head, lesson=None), names={rater: rater})
