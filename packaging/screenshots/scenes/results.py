"""The results page: nothing yet, many votes, a measure explained, and what is said of an export."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path
from typing import Any

from lab.exchange.choice import ExportFormat, Undecided
from lab.generation.demo import scripted_model
from lab.records import Contestant, FinishReason, Framing, Kind, Response, SamplerSettings, Side, VoteChoice

_BASE = (
    "The sun is a star. The sun is a star. The sun is a star that is a star.",
    "\n\nA: Leaves are green.\n\nQ: Why are leaves green?\n\nA: They may be green, perhaps because of the light.",
    "is the process by which plants make food from light, water and air, and which is the process by which plants",
)
_CHAT = (
    "Plants make their own food from **light**, water and air.\n\n- Leaves catch the light\n- Roots drink the water",
    "Of course! You can think of a leaf as a small kitchen. I think the light is its stove.",
    "## In short\n\n1. Light falls on a leaf\n2. The leaf makes sugar\n\nWould you like to know more?",
)
_COUNT = 72
_BLIND, _EVEN, _BY_ADA, _SCHOOL = 0.8, 0.15, 0.3, 0.4
"""How many of the votes are so, 0 to 1."""


def results(stage: Any) -> None:
    """From no vote to many."""
    window = stage.desktop.window
    window.show_page("results")
    stage.until(lambda: stage.desktop._results.controller is not None and not stage.desktop._results.controller.busy)
    stage.settle()
    stage.picture("results-empty")
    window.show_page("compare")
    _vote(stage.desktop._store)
    window.show_page("results")
    opened = stage.desktop._results
    stage.until(lambda: opened.page.personality.chart is not None and not opened.controller.busy)
    stage.picture("results")
    bar = opened.page._scroll.verticalScrollBar()
    bar.setValue(bar.maximum())
    stage.picture("results-who-beat-whom")
    bar.setValue(0)
    path = Path(str(stage.desktop._store.path)).with_name("votes.csv")
    opened.exchange.files.to_write = lambda *_: path
    opened.page.header.export_asked.emit(ExportFormat.VOTES, Undecided())
    stage.until(lambda: not opened.exchange.busy)
    stage.picture("results-exported")


def _vote(store: Any) -> None:
    """A history in which the chat model is better, and two people voted."""
    from lab.storage import sessions, votes

    chance = random.Random(7)  # noqa: S311  (the pictures show the same every time)
    base, asked, chat = _contestants()
    school = store.write(sessions.create).result()
    store.write(sessions.tag, school, ["school"]).result()
    for _ in range(_COUNT):
        a, b = chance.sample((base, asked, chat), 2)
        comparison = _compared(store, a, b, chance, school if chance.random() < _SCHOOL else "")
        better = Side.A if _strength(a) + chance.gauss(0, 1.5) > _strength(b) else Side.B
        choice = VoteChoice.TIE if chance.random() < _EVEN else VoteChoice(better.value)
        rater = "Ada" if chance.random() < _BY_ADA else "me"
        store.write(votes.cast, comparison, choice, rater=rater, blind=chance.random() < _BLIND).result()


def _contestants() -> tuple[Contestant, Contestant, Contestant]:
    models = []
    for kind, name in ((Kind.BASE, "gemma-3-270m"), (Kind.CHAT, "smollm2-135m-instruct")):
        models.append(replace(scripted_model(kind), name=name, sha256=(name.encode().hex() + "0" * 64)[:64]))
    base, chat = models
    plain = SamplerSettings(seed=1)
    return (
        Contestant(model=base, framing=Framing.RAW, sampler=plain),
        Contestant(model=base, framing=Framing.IN_CONTEXT, sampler=plain),
        Contestant(model=chat, framing=Framing.CHAT, sampler=plain),
    )


def _strength(who: Contestant) -> int:
    return {Framing.RAW: 0, Framing.IN_CONTEXT: 1}.get(who.framing, 3)


def _compared(store: Any, a: Contestant, b: Contestant, chance: random.Random, session_id: str) -> str:
    from lab.storage import answers, comparisons, sessions

    session_id = session_id or store.write(sessions.create).result()
    ids = []
    for who in (a, b):
        chats = who.framing is Framing.CHAT
        ids.append(store.write(answers.begin, who).result())
        response = Response(
            contestant=who,
            rendered_prompt="",
            text=chance.choice(_CHAT if chats else _BASE),
            token_ids=(),
            finish_reason=FinishReason.END_OF_ANSWER if chats or chance.random() < _EVEN else FinishReason.LENGTH_LIMIT,
            prompt_tokens=12,
            cached_prompt_tokens=0,
            completion_tokens=30,
            dropped_turns=0,
            time_to_first_token_ms=90.0,
            tokens_per_second=chance.uniform(30, 60),
            prompt_tokens_per_second=None,
        )
        store.write(answers.finish, ids[-1], response).result()
    return store.write(comparisons.add, session_id, "Why are leaves green?", a=ids[0], b=ids[1]).result()
