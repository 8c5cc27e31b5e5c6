"""The lessons page with models that answer what a test says, and a real history."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lab.errors import LabError
from lab.generation.protocol import Cancelled, WorkerLost
from lab.generation.runner import Envelope, LoadOptions
from lab.generation.schedule import Decision
from lab.lessons.casting import cast
from lab.lessons.lesson import Role
from lab.lessons.progress_file import ProgressFile
from lab.preferences import PreferencesFile
from lab.records import Kind, Model, Side, Vote
from lab.session.keeper import Keeper
from lab.storage import Store, comparisons, sessions, trash, votes
from tests.unit.lessons.players import model
from tests.unit.session.stand_ins import RunnerStandIn, answer
from ui.bridge import RunnerBridge
from ui.lessons.ballots import Ballots
from ui.lessons.controller import LessonsController
from ui.lessons.page import LessonsPage
from ui.lessons.runs import LessonRuns
from ui.lessons.shelves import Places
from ui.lessons.step_view import StepView
from ui.theme.palette import LIGHT

BASE, CHAT = model("the base", Kind.BASE), model("the chat", Kind.CHAT)

LESSON = """# Small

```lesson
id = "small"
shows = "How a lesson goes."
```

## Read

Some text.

## Guess

```predict
ask = "Who will be better?"
choices = ["The base model", "The chat model"]
```

## Try

```run
prompts = ["One?", "Two?"]
a = { model = "base" }
b = { model = "chat" }
blind = true
```

What to look for.

## Vote

```vote
ask = "Which is better?"
```

## Look

```reveal
```

## Judge

```vote
ask = "Is it correct?"
about = "correct"
```

## Think

```question
ask = "Why?"

[[choices]]
says = "So"
why = "Because."
right = true

[[choices]]
says = "Or so"
why = "Hardly."
```
"""
READ, GUESS, TRY, VOTE, LOOK, JUDGE, THINK = range(7)


class RunnerOnStage(RunnerStandIn):
    """Has workers to unload."""

    def __init__(self) -> None:
        super().__init__()
        self.unloaded: list[Side] = []
        self.options, self.threads = LoadOptions(), 0
        self.closed = False

    def unload(self, side: Side) -> None:
        self.unloaded.append(side)

    def worker_pid(self, _side: Side) -> int | None:
        return None

    def close(self) -> None:
        self.closed = True


class LoadingStandIn(QObject):
    """Finds that all is well, or what a test says."""

    decided = Signal(object)
    refused = Signal(object)
    failed = Signal(object, object)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.refusal: LabError | None = None

    def prepare(self, *_what: object) -> None:
        if self.refusal is not None:
            self.refused.emit(self.refusal)
        else:
            self.decided.emit(Decision(in_turn=False, one_loaded_at_a_time=False, reason=""))
        self.done.emit()

    def close_down(self) -> None:
        pass


class Stage:
    """A page over a home, and hands to use it."""

    def __init__(self, qtbot: QtBot, home: Path) -> None:
        self._qtbot, self._home = qtbot, home
        folder = home / "data" / "lessons"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "small.md").write_text(LESSON, encoding="utf-8")
        self.models: tuple[Model, ...] = (BASE, CHAT)
        self.swaps = False
        self.busy_elsewhere: LabError | None = None
        self.open()

    def open(self) -> None:
        """Open the window, perhaps once more."""
        data = self._home / "data"
        self.store = Store(data / "history.db")
        self.runner, self.loading = RunnerOnStage(), LoadingStandIn()
        self.preferences = PreferencesFile(data / "preferences.json")
        self.keeper = Keeper(self.store, lambda _error: None)
        self.page = LessonsPage(LIGHT)
        self.bridge = RunnerBridge(self.page)
        runner: Any = self.runner
        loading: Any = self.loading
        runs = LessonRuns(
            runner, self.bridge, loading, self.keeper, self.preferences, lambda: self.busy_elsewhere, self.page
        )
        self.controller = LessonsController(
            self.page,
            runs,
            Ballots(self.keeper, lambda: self.store, self.page),
            ProgressFile(data / "lessons.json"),
            self.preferences,
            self._cast,
            Places(lessons=data / "lessons", suites=data / "suites", recordings=data / "recordings"),
            coin=lambda: self.swaps,
            parent=self.page,
        )
        self._qtbot.addWidget(self.page)
        self.page.resize(900, 700)
        self.page.show()
        self._qtbot.waitExposed(self.page)

    def close(self) -> None:
        """Close the window and the history."""
        self.controller.close_down()
        self.page.hide()
        self.store.close()

    @property
    def step(self) -> StepView:
        assert self.page.lesson.step is not None
        return self.page.lesson.step

    @property
    def place(self) -> int:
        assert self.controller.taking is not None
        return self.controller.taking.place

    @property
    def next(self) -> QPushButton:
        return self.page.lesson._next

    def go_to(self, place: int) -> None:
        """Open the lesson and do what must be done before a step."""
        if self.controller.taking is None:
            self.controller.open("small")
        while self.place < place:
            self.do()
            self.next.click()

    def do(self) -> None:
        """Do what the step asks for."""
        match self.place:
            case 1 | 6:
                self.press(1)
            case 2:
                self.ask()
                self.say("base one", "chat one")
                self.say("base two", "chat two")
            case 3:
                self.press(4)
                self.press(1)
            case 5:
                for key in (1, 4, 1, 4):
                    self.press(key)

    def press(self, number: int) -> None:
        """Press a number key."""
        self.page.lesson._press(number)

    def ask(self) -> None:
        """Press “Run this”."""
        self.page.lesson._press_run()

    def say(self, a: str, b: str) -> None:
        """Let both sides answer; A is the left one."""
        for envelope in (*answer(Side.A, a), *answer(Side.B, b)):
            self.bridge.arrived.emit(envelope)

    def cancel(self) -> None:
        """Let both sides be stopped."""
        for side in Side:
            self.bridge.arrived.emit(Envelope(side, 1, Cancelled(request_id=2)))

    def die(self) -> None:
        """Let both workers die."""
        for side in Side:
            self.bridge.arrived.emit(Envelope(side, 1, WorkerLost(exit_code=1, message="The model's process stopped.")))

    def votes(self) -> list[Vote]:
        """All votes in the history on the answers of the open lesson."""
        assert self.controller.taking is not None
        ids = self.controller.taking.progress.asking(TRY).comparisons
        return [vote for each in ids for vote in self.store.read(votes.history, each).result()]

    def correct(self) -> list[bool | None]:
        """All judgements in the history."""
        assert self.controller.taking is not None
        ids = self.controller.taking.progress.asking(TRY).comparisons
        return [each.correct for one in ids for each in self.store.read(votes.judgements, one).result()]

    def kept_sessions(self) -> list[tuple[str, tuple[str, ...], int]]:
        """Title, tags and number of comparisons of each conversation in the history."""
        found = self.store.read(sessions.listed).result()
        return [(each.title, each.tags, each.comparisons) for each in found]

    def delete_answers(self) -> None:
        """Put what was asked into the trash."""
        for each in self.store.read(sessions.listed).result():
            for comparison in self.store.read(comparisons.of_session, each.id).result():
                self.store.write(trash.put_comparison, comparison.id).result()

    def shown(self, side: Side) -> str:
        """What a card says: who it is from, the answer, how it ended."""
        assert self.step.pairs is not None
        card = self.step.pairs.cards[side]
        return f"{card._name.text()} | {card.view.toPlainText()} | {card._facts.text()}"

    def is_hidden(self, session_id: str) -> bool:
        """Whether a program that has just been started would hide who is who in a conversation."""
        return ProgressFile(self._home / "data" / "lessons.json").is_hidden(session_id)

    def _cast(self) -> Mapping[Role, Model]:
        return cast((), self.models)


__all__ = ["BASE", "CHAT", "GUESS", "JUDGE", "LOOK", "READ", "THINK", "TRY", "VOTE", "Stage"]
