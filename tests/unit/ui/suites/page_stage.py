"""The suites page over a real history, with engines that answer when a test lets them."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from lab.errors import LabError
from lab.generation.batch_rows import Row, RowAnswered, RowFailed, RunEvent
from lab.models.library import Library
from lab.preferences import PreferencesFile
from lab.records import Contestant, Framing, Kind, RunState, Schedule, Side
from lab.runs.arranging import Arrangement
from lab.runs.lanes import Lane
from lab.runs.opened import OpenedFile
from lab.runs.performing import Performance
from lab.runs.plan import RunPlan
from lab.session.keeper import Keeper
from lab.storage import Store, runs
from tests.unit.lessons.players import model
from tests.unit.runs.asking import Puppet
from ui.suites import performer as performer_module
from ui.suites.controller import SuitesController
from ui.suites.looking import Looking
from ui.suites.new_run import Players
from ui.suites.origin import origin_of
from ui.suites.page import SuitesPage
from ui.suites.performer import Performer
from ui.suites.run_view import RunView
from ui.suites.voting_hidden import HiddenRuns
from ui.theme.palette import LIGHT

BASE, CHAT = model("the base", Kind.BASE), model("the chat", Kind.CHAT)
SMALL = """
id = "aaa-small"
title = "Small suite"
shows = "What a run is like."
samples = 2
max_tokens = 77
[[items]]
id = "sky"
prompt = "Why is the sky blue?"
checks = [{ kind = "contains", any = ["light"] }]
[[items]]
id = "cat"
prompt = "My cat is Mia."
turns = ["What is she called?"]
"""
PROMPTS = 3
"""Of the small suite; each is asked twice of both."""


@dataclass
class Gated(Puppet):
    """Gives an answer for each permit, and what it has not given when it is stopped it never gives."""

    permits: threading.Semaphore = field(default_factory=lambda: threading.Semaphore(0))

    def run(self, rows: Iterable[Row]) -> Iterator[RunEvent]:
        for event in super().run(rows):
            if isinstance(event, RowAnswered | RowFailed):
                while not self.permits.acquire(timeout=0.01):
                    if self.stopped.is_set():
                        return
            yield event


class Stage:
    """A page and hands to use it."""

    def __init__(self, qtbot: QtBot, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._qtbot, self._home = qtbot, home
        folder = home / "data" / "suites"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "small.toml").write_text(SMALL, encoding="utf-8")
        self.players = [self._player(BASE, Framing.RAW), self._player(CHAT, Framing.CHAT)]
        self.elsewhere = ""
        self.has_room_to_give = False
        self.room_given = 0
        self.gone: LabError | None = None
        self.refusals: list[LabError] = []
        """Raised one after the other when it is looked how a run can be carried out."""
        self.engines: dict[Side, Gated] = {}
        self.say: Any = None
        monkeypatch.setattr(performer_module, "arrange", self._arrange)
        monkeypatch.setattr(performer_module, "with_models_at_hand", self._at_hand)
        # Real models write all the time, so what is told is never old; these fall silent.
        monkeypatch.setattr(performer_module, "Performance", partial(Performance, tell_every_s=0.0))
        self.open()

    def open(self) -> None:
        """Open the window, perhaps once more."""
        data = self._home / "data"
        self.store: Store | None = Store(data / "history.db")
        self.preferences = PreferencesFile(data / "preferences.json")
        self.page = SuitesPage(LIGHT, RunView(LIGHT))
        page = self.page
        self.performer = Performer(
            lambda: self.store,
            Library(data / "library.json"),
            self.preferences,
            lambda: self.elsewhere,
            self._make_room,
            page,
        )
        self.keeper = Keeper(self.store, lambda _error: None)
        self.hidden = HiddenRuns(OpenedFile(data / "voting.json"), self.preferences, page)
        self.hidden.attach(self.store)
        find_origin = partial(origin_of, library=Library(data / "library.json"), folder=data / "recordings")
        looking = Looking(page.run, lambda: self.store, self.keeper, self.preferences, self.hidden, find_origin, page)
        self.controller = SuitesController(
            page, self.performer, lambda: self.store, self._offered, looking, data / "suites", page
        )
        self.controller.attach(self.store)
        self._opened_store = self.store
        self._qtbot.addWidget(page)
        page.resize(900, 640)
        page.show()
        self._qtbot.waitExposed(page)
        self.wait(lambda: page.shows_run or page._none.isVisible())

    def close(self) -> None:
        """Close the window and the history."""
        self.controller.close_down()
        self.hidden.close_down()
        self.page.hide()
        self._opened_store.close()

    # What one does.

    def new_run(self) -> None:
        """Open the form and choose the small suite."""
        self.page.new_asked.emit()
        picker = self.page.new.picker
        self.wait(lambda: picker.suite is not None)
        picker.list.setCurrentRow(picker.list.count() - 1)
        assert picker.suite is not None
        assert picker.suite.suite.id == "aaa-small"

    def start(self) -> None:
        """Begin a run of the small suite, and look at it."""
        self.new_run()
        self.page.new.start.click()
        self.wait(lambda: self.page.shows_run and set(self.engines) == set(Side) and bool(self.listed()))

    def let_answer(self, answers: int) -> None:
        """Let each side give so many answers, and see them come."""
        before = [row.bar.value() for row in self.panel.sides.values()]
        for engine in self.engines.values():
            engine.permits.release(answers)
        self.wait(lambda: [row.bar.value() for row in self.panel.sides.values()] == [each + answers for each in before])

    def finish(self) -> None:
        """Let both sides give all answers."""
        for engine in self.engines.values():
            engine.permits.release(1000)
        self.wait(lambda: not self.performer.run_id and self.state() == "Finished.")

    def stop(self) -> None:
        """Press “Stop”."""
        self.panel.stop.click()
        self.wait(lambda: not self.performer.run_id and self.panel.resume.isVisible())

    def wait(self, condition: Any) -> None:
        """Let the window live until something holds."""
        self._qtbot.waitUntil(condition, timeout=10_000)

    def resume(self) -> None:
        """Press “Resume”."""
        before = self.engines
        self.panel.resume.click()
        self.wait(lambda: self.engines is not before and self.panel.pause.isVisible())

    # What one sees.

    @property
    def panel(self) -> Any:
        return self.page.run.panel

    def state(self) -> str:
        """How the run stands, in words."""
        return str(self.panel._state.text())

    def fault(self) -> str:
        """Why it can't go on; empty if nothing is said."""
        return str(self.panel._fault.text()) if self.panel._fault.isVisible() else ""

    def refusal(self) -> str:
        """Why a new run can't begin."""
        return str(self.page.new._fault.text()) if self.page.new._fault.isVisible() else ""

    def listed(self) -> list[tuple[str, str]]:
        """Title and state of each run in the list."""
        rows = self.page.runs.rows
        return [(rows.texts(row)[0], rows.texts(row)[3]) for row in range(rows.rowCount())]

    def button(self, words: str) -> QPushButton:
        """The visible button that says so."""
        found = [each for each in self.page.findChildren(QPushButton) if each.isVisible() and each.text() == words]
        assert found, f"no button {words!r}"
        return found[0]

    def kept(self) -> list[RunState]:
        """The states of the runs in the history."""
        assert self.store is not None
        return [each.state for each in self.store.read(runs.listed).result()]

    def asked(self) -> list[tuple[str, str]]:
        """Who was asked what by the engines of now."""
        return [each for engine in self.engines.values() for each in engine.asked]

    def _player(self, which: Any, framing: Framing) -> Contestant:
        return Contestant(model=which, framing=framing)

    def _offered(self) -> Players:
        chosen = dict(zip(Side, self.players, strict=False))
        return Players(models=(BASE, CHAT), chosen=chosen, context_tokens=2048, schedule=Schedule.AUTO)

    def _make_room(self) -> bool:
        self.room_given += self.has_room_to_give
        return self.has_room_to_give

    def _at_hand(self, plan: RunPlan, _library: Library, _get: object) -> RunPlan:
        if self.gone is not None:
            raise self.gone
        return plan

    def _arrange(self, _plan: RunPlan, *, gpu_layers: int) -> Arrangement:
        assert gpu_layers == 0
        if self.refusals:
            raise self.refusals.pop(0)
        how = {} if self.say is None else {"say": self.say}
        self.engines = {side: Gated(**how) for side in Side}
        lanes = [Lane(sides=frozenset({side}), engine=engine) for side, engine in self.engines.items()]
        return Arrangement(lanes=lanes, in_turn=False, rows=dict.fromkeys(Side, 8), reason="")
