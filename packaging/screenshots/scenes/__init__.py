"""What is drawn, a function a scene. Each gets a stage with an open window, sets it, and takes pictures."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from lab.records import Kind, Side, VoteChoice

_HERE = Path(__file__).parent
Scene = Callable[[Any], None]


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
    _begin(stage, prompt)
    _finish(stage)


def _begin(stage: Any, prompt: str, *, until_characters: int = 0) -> None:
    """Send a prompt, and wait until A has written so much."""
    stage.desktop._page.composer.set_text(prompt)
    stage.desktop._page.composer.press()
    stage.until(lambda: len(stage.desktop._page.panes[Side.A].view.text()) >= until_characters)


def _finish(stage: Any) -> None:
    stage.until(lambda: not stage.desktop.compare.session.busy)
    stage.settle()


def first_start(stage: Any) -> None:
    """No model is there."""
    stage.until(lambda: stage.desktop._first_start is not None)
    stage.settle()
    stage.picture("first-start")


def compare(stage: Any) -> None:
    """The usual way: empty, answering, answered, voted, a second turn."""
    _players(stage, "base.toml", "chat.toml")
    stage.picture("compare-empty")
    _begin(stage, "Explain photosynthesis simply.", until_characters=200)
    stage.picture("compare-answering")
    _finish(stage)
    stage.desktop._page.vote_bar.choose(VoteChoice.B)
    stage.picture("compare-voted")
    _ask(stage, "And why are leaves green?")
    stage.picture("compare-second-turn")
    stage.desktop._page.header.settings_wanted.emit(True)
    stage.picture("compare-settings")


def compare_texts(stage: Any) -> None:
    """Markdown of all kinds, other scripts, emoji, a very long line."""
    _players(stage, "rich.toml", "rich.toml")
    _ask(stage, "Show me everything that you can write.")
    stage.picture("compare-rich-text")


def compare_crash(stage: Any) -> None:
    """A model's process is killed while it answers."""
    _players(stage, "base.toml", "chat.toml")
    _begin(stage, "Explain photosynthesis simply.", until_characters=100)
    os.kill(stage.desktop._runner.worker_pid(Side.A), signal.SIGKILL)
    _finish(stage)
    stage.picture("compare-crash")


def history(stage: Any) -> None:
    """Nothing kept, then some conversations."""
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


def settings(stage: Any) -> None:
    """The Settings page."""
    stage.desktop.window.show_page("settings")
    stage.settle()
    stage.picture("settings")


def readme(stage: Any) -> None:
    """The two starter models themselves, for README.md."""
    stage.until(lambda: all(pane.state() == "ready" for pane in stage.desktop._page.panes.values()))
    _ask(stage, "Explain photosynthesis simply.")
    stage.desktop._page.vote_bar.choose(VoteChoice.B)
    for pane in stage.desktop._page.panes.values():
        pane.view.verticalScrollBar().setValue(0)
    stage.settle()
    stage.picture("window")


REAL_SCENES: Mapping[str, Scene] = {"readme": readme}

SCENES: Mapping[str, Scene] = {
    "first-start": first_start,
    "compare": compare,
    "compare-texts": compare_texts,
    "compare-crash": compare_crash,
    "history": history,
    "settings": settings,
}
