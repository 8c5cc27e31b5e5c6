"""A blind session: at work, answered, voted, over."""

from __future__ import annotations

from typing import Any

from lab.records import VoteChoice
from scenes.playing import finish, players
from ui.compare.blind_strip import StripDeed

_PROMPTS = ("Explain photosynthesis simply.", "Say hello.", "What is 7 times 8?", "Name three fruits.", "Why?")


def blind_session(stage: Any) -> None:
    """From the first pair to what came out."""
    players(stage, "base.toml", "chat.toml")
    page, compare = stage.desktop._page, stage.desktop.compare
    compare.run.begin(_PROMPTS, may_reveal=True)
    stage.until(lambda: len(compare.session.answering) == 2)
    stage.picture("blind-working")
    for number in range(6):
        stage.until(page.vote_bar.isEnabled)
        finish(stage)
        if number == 0:
            stage.picture("blind-answered")
        page.vote_bar.choose(VoteChoice.A if number % 2 else VoteChoice.TIE)
        if number == 0:
            stage.picture("blind-voted")
        page.blind_strip.press(StripDeed.NEXT)
    stage.settle()
    stage.picture("blind-over")
