"""What is drawn, a function a scene. Each gets a stage with an open window, sets it, and takes pictures."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Mapping
from typing import Any

from lab.records import Side, VoteChoice
from scenes.blind import blind_session
from scenes.lessons import lessons
from scenes.models import models, models_empty, models_hub, models_offline, settings_network
from scenes.playing import ask, begin, finish, players
from scenes.results import results
from scenes.suites import suites

Scene = Callable[[Any], None]


def first_start(stage: Any) -> None:
    """No model is there."""
    stage.until(lambda: stage.desktop._first_start is not None)
    stage.settle()
    stage.picture("first-start")


def compare(stage: Any) -> None:
    """The usual way: empty, answering, answered, voted, a second turn."""
    players(stage, "base.toml", "chat.toml")
    stage.picture("compare-empty")
    begin(stage, "Explain photosynthesis simply.", until_characters=200)
    stage.picture("compare-answering")
    finish(stage)
    stage.desktop._page.vote_bar.choose(VoteChoice.B)
    stage.picture("compare-voted")
    stage.desktop._page.vote_bar.show_detail(True)
    stage.settle()
    stage.picture("compare-in-detail")
    stage.desktop._page.vote_bar.show_detail(False)
    ask(stage, "And why are leaves green?")
    stage.picture("compare-second-turn")
    stage.desktop._page.header.settings_wanted.emit(True)
    stage.picture("compare-settings")


def compare_texts(stage: Any) -> None:
    """Markdown of all kinds, other scripts, emoji, a very long line."""
    players(stage, "rich.toml", "rich.toml")
    ask(stage, "Show me everything that you can write.")
    stage.picture("compare-rich-text")


def compare_crash(stage: Any) -> None:
    """A model's process is killed while it answers."""
    players(stage, "base.toml", "chat.toml")
    begin(stage, "Explain photosynthesis simply.", until_characters=100)
    os.kill(stage.desktop._runner.worker_pid(Side.A), signal.SIGKILL)
    finish(stage)
    stage.picture("compare-crash")


def history(stage: Any) -> None:
    """Nothing kept, then some conversations."""
    players(stage, "base.toml", "chat.toml")
    stage.desktop.window.show_page("history")
    stage.settle()
    stage.picture("history-empty")
    stage.desktop.window.show_page("compare")
    for prompt in ("Explain photosynthesis simply.", "Say hello.", "Write a short message to thank a teacher."):
        ask(stage, prompt)
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
    ask(stage, "Explain photosynthesis simply.")
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
    "blind-session": blind_session,
    "lessons": lessons,
    "suites": suites,
    "history": history,
    "results": results,
    "models": models,
    "models-empty": models_empty,
    "models-hub": models_hub,
    "models-offline": models_offline,
    "settings": settings,
    "settings-network": settings_network,
}
