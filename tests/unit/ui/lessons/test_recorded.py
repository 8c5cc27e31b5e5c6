"""A lesson that was recorded on one computer is taken on another one, which has no models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lab.lessons.lesson import Lesson
from lab.lessons.progress import Progress
from lab.lessons.reading import parse_lesson
from lab.recording.saving import Telling, save_lesson
from lab.recording.shelf import KeptRecording
from lab.recording.taking import take_in
from lab.records import Side, VoteChoice
from lab.storage import Store
from tests.unit.recording.making import LESSON, taken
from tests.unit.ui.lessons.stage import BASE, CHAT, LOOK, THINK, TRY, VOTE, Stage


@pytest.fixture
def file(stage: Stage, tmp_path: Path) -> Path:
    """Recorded by Ada up to the reveal; her votes are B and A."""
    stage.go_to(THINK)
    path = tmp_path / "small.counterpoint"
    assert stage.controller.taking is not None
    taking = stage.controller.taking
    save_lesson(stage.store, taking.lesson, taking.progress, path, Telling(by="Ada"))
    return path


class Class:
    """Another computer."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self.stage = Stage(qtbot, home)
        self.stage.models = ()
        self._qtbot, self._home = qtbot, home

    def open(self, file: Path) -> KeptRecording:
        """Open a recording in the window."""
        kept = take_in(self.stage.store, file, self._home / "data" / "recordings").kept
        self.stage.controller.open_recorded(kept.key)
        return kept

    def show_answers(self, *, at_once: bool = True) -> None:
        """Press the button of the step, and wait for the answers."""
        self.stage.ask()
        self._qtbot.waitUntil(lambda: self.stage.controller.running)
        if at_once:
            self.stage.step.stop_asked.emit()
        self._qtbot.waitUntil(lambda: not self.stage.controller.running, timeout=20_000)

    def go_to(self, place: int) -> None:
        """Do what must be done before a step."""
        while self.stage.place < place:
            if self.stage.place == TRY:
                self.show_answers()
            else:
                self.stage.do()
            self._qtbot.waitUntil(self.stage.next.isEnabled)
            self.stage.next.click()

    def shown(self, side: Side) -> str:
        return self.stage.shown(side)

    def told(self) -> str:
        """What is said of the recorded votes."""
        label = self.stage.step._recorded
        return "" if label.isHidden() else label.text()


@pytest.fixture
def there(qtbot: QtBot, tmp_path: Path) -> Iterator[Class]:
    other = Class(qtbot, tmp_path / "class")
    yield other
    other.stage.close()


def test_it_needs_no_model_and_says_where_its_answers_are_from(there: Class, file: Path) -> None:
    there.open(file)
    assert there.stage.page.lesson._recorded.isVisible()
    assert "by Ada. Nothing is computed here." in there.stage.page.lesson._recorded.text()
    there.go_to(TRY)
    assert there.stage.step._run.text() == "Show the answers"
    there.show_answers()
    assert there.stage.runner.asked == []
    assert there.stage.next.isEnabled()
    assert "base two" in there.shown(Side.A)


def test_answers_of_a_blind_step_stay_nameless_until_the_reveal(there: Class, file: Path) -> None:
    there.open(file)
    there.go_to(VOTE)
    assert "Hidden" in there.shown(Side.A)
    assert BASE.name not in there.shown(Side.A) + there.shown(Side.B)
    there.go_to(LOOK)
    assert BASE.name in there.shown(Side.A) + there.shown(Side.B)
    assert CHAT.name in there.shown(Side.A) + there.shown(Side.B)


def test_who_is_who_is_hidden_on_other_pages_from_the_opening_to_the_reveal(there: Class, file: Path) -> None:
    kept = there.open(file)
    (step,) = kept.recording.head.steps.values()
    progress = there.stage.controller._file
    assert progress.is_hidden(step.session_id)
    there.go_to(LOOK)
    assert not progress.is_hidden(step.session_id)


def test_what_the_recorder_voted_is_seen_only_after_ones_own_vote(there: Class, file: Path, qtbot: QtBot) -> None:
    there.open(file)
    there.go_to(VOTE)
    assert there.told() == ""
    there.stage.press(2)
    qtbot.waitUntil(lambda: there.told() == "Prompt 1: Vote of Ada: B is better.")
    there.stage.press(4)
    assert there.told() == "Vote of Ada: A is better."


def test_votes_of_both_are_kept_apart(there: Class, file: Path) -> None:
    there.open(file)
    there.go_to(VOTE)
    there.stage.press(2)
    there.stage.press(4)
    cast = {(vote.rater, vote.choice) for vote in there.stage.votes()}
    assert cast == {
        ("Ada (recorded)", VoteChoice.B), ("Ada (recorded)", VoteChoice.A),
        ("me", VoteChoice.TIE), ("me", VoteChoice.B),
    }  # fmt: skip
    assert all(vote.blind for vote in there.stage.votes())


def test_the_reveal_tells_the_votes_of_both(there: Class, file: Path, qtbot: QtBot) -> None:
    there.open(file)
    there.go_to(LOOK)
    told = there.stage.step._told
    qtbot.waitUntil(lambda: "Votes of Ada – the base: 1, the chat: 1" in told.text())
    assert "Your votes – the base: 1, the chat: 1" in told.text()


def test_progress_in_it_is_ones_own_and_lasts(there: Class, file: Path) -> None:
    kept = there.open(file)
    there.go_to(VOTE)
    there.stage.close()
    there.stage.open()
    card = there.stage.page.list.cards[kept.key]
    assert card.button.text() == "Go on"
    card.button.click()
    assert there.stage.place == VOTE


def test_open_answers_stream_and_are_the_recorded_ones(there: Class, file: Path, qtbot: QtBot) -> None:
    there.open(file)
    there.go_to(LOOK)
    there.stage.page.lesson._back.click()
    there.stage.page.lesson._back.click()
    there.show_answers(at_once=False)
    there.stage.step.pairs.go_to(1)  # type: ignore[union-attr]
    assert "two" in there.shown(Side.A)


def test_seeing_it_again_opens_no_votes_that_the_reveal_has_closed(there: Class, file: Path) -> None:
    kept = there.open(file)
    there.go_to(LOOK)
    there.stage.controller.leave()
    there.stage.page.list.begun_anew.emit(kept.key)
    there.stage.do()
    there.stage.next.click()
    there.go_to(TRY)
    there.show_answers()
    there.stage.next.click()
    assert not there.stage.step.ballot.isEnabled()  # type: ignore[union-attr]
    assert there.stage.next.isEnabled()


def test_a_second_opening_leads_to_where_one_was(there: Class, file: Path) -> None:
    there.open(file)
    there.go_to(VOTE)
    there.open(file)
    assert there.stage.place == VOTE
    assert len(there.stage.kept_sessions()) == 1


def test_deleted_answers_are_told_and_the_lesson_can_be_removed(there: Class, file: Path, qtbot: QtBot) -> None:
    kept = there.open(file)
    there.go_to(TRY)
    there.stage.delete_answers()
    there.stage.ask()
    qtbot.waitUntil(lambda: "not in the history any more" in there.stage.step._hint.text())
    there.stage.controller.leave()
    there.stage.page.list.removed.emit(kept.key)
    assert kept.key not in there.stage.page.list.cards


def test_the_menu_of_a_lesson_asks_to_save_it(stage: Stage, qtbot: QtBot) -> None:
    stage.go_to(TRY)
    more = stage.page.lesson._more
    assert not more.isEnabled()
    stage.do()
    assert more.isEnabled()
    asked: list[tuple[Lesson, Progress, bool]] = []
    stage.controller.record_asked.connect(lambda *what: asked.append(what))
    for action in more.menu().actions():
        action.trigger()
    assert [(lesson.id, votes) for lesson, _, votes in asked] == [("small", True), ("small", False)]
    assert len(asked[0][1].asking(TRY).comparisons) == 2


MORE = """
## Try more

```run
prompts = ["Three?"]
a = { model = "base" }
b = { model = "chat" }
```

## Vote on that

```vote
ask = "Which is better?"
```
"""


def test_a_step_that_was_not_recorded_is_passed_over(there: Class, tmp_path: Path) -> None:
    with Store(tmp_path / "recorder.db") as store:
        whole = parse_lesson((LESSON + MORE).encode(), "small.md")
        save_lesson(store, whole, taken(store), tmp_path / "part.counterpoint", Telling())
    there.open(tmp_path / "part.counterpoint")
    there.stage.next.click()
    assert there.stage.step._hint.text() == "2 prompts were asked."
    there.show_answers()
    there.stage.next.click()
    for key in (1, 2):
        there.stage.press(key)
    there.stage.next.click()
    assert there.stage.step._hint.text() == "This step was not recorded. Go on without it."
    assert not there.stage.step._run.isEnabled()
    assert there.stage.next.isEnabled()
    there.stage.next.click()
    assert there.stage.next.isEnabled()
