"""What is drawn, a function a scene. Each gets a way to make a stage, sets it, and takes pictures."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lab.records import Kind, Side, VoteChoice

_HERE = Path(__file__).parent
Make = Callable[[], Any]


def _players(stage: Any, base: str, chat: str) -> None:
    """Let two scripts play, under the names of the starter models so that the pictures look as they will."""
    from dataclasses import replace

    from lab.generation.demo import scripted_model

    for side, kind, script, name, facts in (
        (Side.A, Kind.BASE, base, "gemma-3-270m", ("Q4_K_M", 253_113_024)),
        (Side.B, Kind.CHAT, chat, "smollm2-135m-instruct", ("Q4_1", 98_362_432)),
    ):
        model = scripted_model(kind)
        stage.desktop._pairing.replace_model(
            side,
            replace(model, name=name, path=str(_HERE / script), quantization=facts[0], size_bytes=facts[1]),
        )
    stage.desktop._page.show_panes()
    stage.desktop.compare.show_models()
    stage.until(lambda: all(pane.state() == "ready" for pane in stage.desktop._page.panes.values()))


def _ask(stage: Any, prompt: str) -> None:
    stage.desktop._page.composer.set_text(prompt)
    stage.desktop._page.composer.press()
    stage.until(lambda: not stage.desktop.compare.session.busy)
    stage.settle()


def first_start(make: Make) -> None:
    """No model is there."""
    stage = make()
    stage.open()
    stage.until(lambda: stage.desktop._first_start is not None)
    stage.settle()
    stage.picture("first-start")
    stage.close()


def compare(make: Make) -> None:
    """The usual way: empty, answering, answered, voted, a second turn."""
    stage = make()
    stage.open()
    _players(stage, "base.toml", "chat.toml")
    stage.picture("compare-empty")
    stage.desktop._page.composer.set_text("Explain photosynthesis simply.")
    stage.desktop._page.composer.press()
    stage.until(lambda: len(stage.desktop._page.panes[Side.A].view.text()) > 200)
    stage.picture("compare-answering")
    stage.until(lambda: not stage.desktop.compare.session.busy)
    stage.settle()
    stage.desktop._page.vote_bar.choose(VoteChoice.B)
    stage.picture("compare-voted")
    _ask(stage, "And why are leaves green?")
    stage.picture("compare-second-turn")
    stage.desktop._page.header.settings_wanted.emit(True)
    stage.picture("compare-settings")
    stage.close()


def compare_texts(make: Make) -> None:
    """Markdown of all kinds, other scripts, emoji, a very long line."""
    stage = make()
    stage.open()
    _players(stage, "rich.toml", "rich.toml")
    _ask(stage, "Show me everything that you can write.")
    stage.picture("compare-rich-text")
    stage.close()


def compare_crash(make: Make) -> None:
    """A model's process is killed while it answers."""
    stage = make()
    stage.open()
    _players(stage, "base.toml", "chat.toml")
    stage.desktop._page.composer.set_text("Explain photosynthesis simply.")
    stage.desktop._page.composer.press()
    stage.until(lambda: len(stage.desktop._page.panes[Side.A].view.text()) > 100)
    pid = stage.desktop._runner.worker_pid(Side.A)
    os.kill(pid, signal.SIGKILL)
    stage.until(lambda: not stage.desktop.compare.session.busy)
    stage.settle()
    stage.picture("compare-crash")
    stage.close()


def history(make: Make) -> None:
    """Nothing kept, then some conversations."""
    stage = make()
    stage.open()
    _players(stage, "base.toml", "chat.toml")
    stage.desktop.window.show_page("history")
    stage.settle()
    stage.picture("history-empty")
    stage.desktop.window.show_page("compare")
    for prompt in ("Explain photosynthesis simply.", "Say hello.", "Write a short message to thank a teacher."):
        _ask(stage, prompt)
        stage.desktop._page.vote_bar.choose(VoteChoice.B)
        stage.desktop.compare.begin_new()
    stage.desktop.window.show_page("history")
    stage.settle()
    stage.settle()
    stage.picture("history")
    stage.close()


def settings(make: Make) -> None:
    """The Settings page."""
    stage = make()
    stage.open()
    stage.desktop.window.show_page("settings")
    stage.settle()
    stage.picture("settings")
    stage.close()


def readme(make: Make) -> None:
    """The two starter models themselves, for README.md."""
    stage = make()
    stage.open()
    stage.until(lambda: all(pane.state() == "ready" for pane in stage.desktop._page.panes.values()))
    _ask(stage, "Explain photosynthesis simply.")
    stage.desktop._page.vote_bar.choose(VoteChoice.B)
    for pane in stage.desktop._page.panes.values():
        pane.view.verticalScrollBar().setValue(0)
    stage.settle()
    stage.picture("window")
    stage.close()


REAL_SCENES: Mapping[str, Callable[[Make], None]] = {"readme": readme}

SCENES: Mapping[str, Callable[[Make], None]] = {
    "first-start": first_start,
    "compare": compare,
    "compare-texts": compare_texts,
    "compare-crash": compare_crash,
    "history": history,
    "settings": settings,
}
