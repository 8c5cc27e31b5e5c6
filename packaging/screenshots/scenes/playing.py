"""What every scene needs: two who play, a prompt, an answer."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from lab.generation.demo import scripted_model
from lab.records import Kind, Side

HERE = Path(__file__).parent


def players(stage: Any, base: str, chat: str) -> None:
    """Let two scripts play, under the names of the starter models so that the pictures look as they will."""
    for side, kind, script, name, facts in (
        (Side.A, Kind.BASE, base, "gemma-3-270m", ("Q4_K_M", 253_113_024)),
        (Side.B, Kind.CHAT, chat, "smollm2-135m-instruct", ("Q4_1", 98_362_432)),
    ):
        model = scripted_model(kind)
        stage.desktop._pairing.replace_model(
            side,
            replace(model, name=name, path=str(HERE / script), quantization=facts[0], size_bytes=facts[1]),
        )
    stage.desktop._page.show_panes()
    stage.desktop.compare.show_models()
    stage.until(lambda: all(pane.state() == "ready" for pane in stage.desktop._page.panes.values()))


def ask(stage: Any, prompt: str) -> None:
    """Send a prompt, and wait until both have answered."""
    begin(stage, prompt)
    finish(stage)


def begin(stage: Any, prompt: str, *, until_characters: int = 0) -> None:
    """Send a prompt, and wait until A has written so much."""
    stage.desktop._page.composer.set_text(prompt)
    stage.desktop._page.composer.press()
    stage.until(lambda: len(stage.desktop._page.panes[Side.A].view.text()) >= until_characters)


def finish(stage: Any) -> None:
    """Wait until both have answered."""
    stage.until(lambda: not stage.desktop.compare.session.busy)
    stage.settle()
