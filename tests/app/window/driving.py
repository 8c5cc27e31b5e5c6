"""The whole window in this process, driven as a person would: by clicks and keys, on real workers."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from lab.generation.demo import scripted_model
from lab.models.library import Library
from lab.preferences import ComparisonSettings, PreferencesFile, SideSettings
from lab.records import Comparison, Kind, SamplerSettings, Side
from lab.settings import folders
from ui.compare.pane import Pane
from ui.compare.prompt_edit import PromptEdit
from ui.desktop import Desktop
from ui.theme.theme import Theme

PATIENCE_MS = 30_000


class Driver:
    """A window and hands to use it.

    Attributes:
        desktop: What is driven; ``open`` makes it, ``close`` ends it, and it can be opened again.
    """

    def __init__(self, qtbot: QtBot, app: QApplication) -> None:
        self._qtbot = qtbot
        self._app = app
        self._theme: Theme | None = None
        self.desktop: Desktop

    def prepare(self, base: Path, chat: Path, *, max_tokens: int = 40, **sampler: float) -> None:
        """Put two models into the library and choose how long answers are."""
        library = Library(folders().data / "library.json")
        names = [library.add(path).name for path in (base, chat)]
        settings = SideSettings(sampler=replace(SamplerSettings(max_tokens=max_tokens), **sampler))  # type: ignore[arg-type]
        self.preferences().change(
            model_a=names[0], model_b=names[1], settings=ComparisonSettings(a=settings), context_tokens=1024
        )

    def preferences(self) -> PreferencesFile:
        """The preferences as they are on disk."""
        return PreferencesFile(folders().data / "preferences.json")

    def open(self, *, demo: bool = False) -> None:
        """Start the program."""
        preferences = self.preferences()
        self._theme = Theme(self._app, preferences.value.theme)
        self.desktop = Desktop(preferences, self._theme, demo=demo)
        self.desktop.open()
        self._qtbot.waitExposed(self.desktop.window)

    def open_ready(self) -> None:
        """Start it and wait until both models are loaded."""
        self.open()
        self.wait_ready()

    def wait_ready(self) -> None:
        """Wait until both models are loaded."""
        self.wait(lambda: all(self.pane(side).state() == "ready" for side in Side))

    def open_scripted(self, folder: Path, a: str, b: str, *, tokens_per_second: float = 100_000.0) -> None:
        """Start it with two scripts that each have one answer, of any length."""
        settings = SideSettings(sampler=SamplerSettings(max_tokens=1_000_000))
        self.preferences().change(settings=ComparisonSettings(a=settings))
        self.open(demo=True)
        self.wait_ready()
        for side, answer in ((Side.A, a), (Side.B, b)):
            script = folder / f"script-{side}.toml"
            script.write_text(
                f"tokens_per_second = {tokens_per_second}\nprompt_tokens_per_second = 100000.0\n"
                f"context_tokens = 1000000\nanswers = [{json.dumps(answer, ensure_ascii=False)}]\n",
                encoding="utf-8",
            )
            model = replace(scripted_model(Kind.BASE), name=f"script {side}", path=str(script))
            self.desktop._pairing.replace_model(side, model)
        self.desktop.compare.show_models()
        self.wait(lambda: self.worker_paths() == {str(folder / f"script-{side}.toml") for side in Side})
        self.wait_ready()

    def worker_paths(self) -> set[str]:
        """The files that the workers hold."""
        return {lane.loaded_path for lane in self.desktop._runner._lanes.values()}

    def close(self) -> None:
        """Close the window and end everything behind it."""
        self.desktop.window.close()
        self.desktop.close_down()
        if self._theme is not None:
            self._theme.deleteLater()

    def wait(self, condition: Callable[[], bool]) -> None:
        """Let the window live until something holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    @property
    def page(self) -> QWidget:
        """The compare page."""
        return self.desktop._page

    def pane(self, side: Side) -> Pane:
        """One side."""
        return self.desktop._page.panes[side]

    def field(self) -> PromptEdit:
        """Where the prompt is typed."""
        found = self.page.findChild(PromptEdit)
        assert found is not None
        return found

    def banner(self) -> str:
        """What the banner says; empty if it is hidden."""
        banner = self.desktop.window.banner
        return banner.text() if banner.isVisible() else ""

    def idle(self) -> None:
        """Wait until nobody answers."""
        self.wait(lambda: not self.desktop.compare.session.busy)

    def type(self, prompt: str) -> None:
        """Type a prompt over what is there, and press Enter."""
        self.field().selectAll()
        self._qtbot.keyClicks(self.field(), prompt)
        self._qtbot.keyClick(self.field(), Qt.Key.Key_Return)

    def ask(self, prompt: str) -> Comparison:
        """Type a prompt, send it, and wait for both answers."""
        with self._qtbot.waitSignal(self.desktop.compare.answered, timeout=PATIENCE_MS) as answered:
            self.type(prompt)
        assert answered.args is not None
        comparison: Comparison = answered.args[0]
        return comparison

    def press(self, name: str, within: QWidget | None = None) -> None:
        """Click the button of that accessible name or text."""
        self._qtbot.mouseClick(self.button(name, within), Qt.MouseButton.LeftButton)

    def button(self, name: str, within: QWidget | None = None) -> QPushButton | QToolButton:
        """The visible button of that accessible name or text."""
        where = within or self.desktop.window
        buttons = [*where.findChildren(QPushButton), *where.findChildren(QToolButton)]
        found = [each for each in buttons if each.isVisible() and name in (each.accessibleName(), each.text())]
        assert found, f"no visible button {name!r} among {sorted(each.text() for each in buttons if each.isVisible())}"
        return found[0]

    def key(self, key: Qt.Key, widget: QWidget | None = None) -> None:
        """Press a key where the keyboard is, or in a widget."""
        where = widget or QApplication.focusWidget()
        assert where is not None, "nothing has the keyboard"
        self._qtbot.keyClick(where, key)

    def worker(self, side: Side) -> psutil.Process:
        """The process of a side's model."""
        pid = self.desktop._runner.worker_pid(side)
        assert pid is not None
        return psutil.Process(pid)
