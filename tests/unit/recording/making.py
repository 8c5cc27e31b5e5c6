"""Runs and lessons to record, for the tests."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from lab.lessons.lesson import Lesson
from lab.lessons.progress import Asking, Progress
from lab.lessons.reading import parse_lesson
from lab.recording.recording import HISTORY
from lab.records import KeptRun, Side, VoteChoice
from lab.storage import Store, comparisons, runs, sessions, votes
from tests.unit.storage.samples import compared
from tests.unit.storage.test_runs import a_run, answered

LESSON = """# Small

```lesson
id = "small"
shows = "How a lesson goes."
```

## Read

Some text.

## Try

```run
prompts = ["One?", "Two?"]
a = { model = "base" }
b = { model = "chat" }
blind = true
```

## Vote

```vote
ask = "Which is better?"
```
"""
TRY = 1


def lesson() -> Lesson:
    return parse_lesson(LESSON.encode(), "small.md")


def taken(store: Store) -> Progress:
    """A lesson whose prompts have been answered; the answers are voted on, judged and noted."""
    session_id = store.write(sessions.create, "Small: Try").result()
    first, second = (compared(store, prompt, session_id=session_id) for prompt in ("One?", "Two?"))
    store.write(votes.cast, first, VoteChoice.A, blind=True).result()
    store.write(votes.cast, second, VoteChoice.TIE, rater="Bo").result()
    store.write(votes.judge, first, Side.A, True).result()
    store.write(votes.write_note, first, "a secret thought").result()
    asking = Asking(comparisons=(first, second), sides=(Side.A, Side.B), session_id=session_id, blind=True)
    return Progress(step=2, furthest=2, runs={str(TRY): asking})


def ran(store: Store, *sides: Side, **of_an_answer: Any) -> KeptRun:
    """A run with one prompt that some sides have answered."""
    suite = '{"id":"small","title":"Small","items":[{"id":"sky","prompt":"Why?"}]}'
    run = replace(a_run(), suite=suite, suite_sha256=runs.sha256_of(suite))
    store.write(runs.create, run).result()
    for side in sides or tuple(Side):
        store.write(runs.keep_answer, answered(run, side, **of_an_answer)).result()
    if sides in ((), tuple(Side)):
        store.write(votes.cast, "c-sky", VoteChoice.B, blind=True).result()
    return run


def texts(store: Store) -> list[tuple[str, str, str]]:
    """Prompt and both answers of all that is in a history."""
    found = [
        each
        for session in store.read(sessions.listed).result()
        for each in store.read(comparisons.of_session, session.id).result()
    ]
    return [(each.prompt, each.a.text if each.a else "", each.b.text if each.b else "") for each in found]


def members(path: Path) -> dict[str, bytes]:
    """The files of a recording."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def rewritten(path: Path, change: Mapping[str, bytes | None], *, compression: int = zipfile.ZIP_DEFLATED) -> None:
    """Put other files into a recording, or None to leave one out."""
    files = {**members(path), **change}
    with zipfile.ZipFile(path, "w", compression) as archive:
        for name, data in files.items():
            if data is not None:
                archive.writestr(name, data)


def with_head(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change what a recording says of itself."""
    head = json.loads(members(path)["recording.json"])
    change(head)
    rewritten(path, {"recording.json": json.dumps(head).encode()})


def history_of(path: Path) -> list[dict[str, Any]]:
    """The lines of a recording's history."""
    return [json.loads(line) for line in io.BytesIO(members(path)[HISTORY])]
