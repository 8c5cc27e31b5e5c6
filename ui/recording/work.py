"""What is done with recordings on a thread. It is imported there, too, because it brings the database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from lab.exchange.progress import Report
from lab.lessons.lesson import Lesson
from lab.lessons.progress import Progress
from lab.recording.saving import Saved, Telling, save_lesson, save_run
from lab.recording.taking import ImportStopped, Taken, take_in
from lab.storage import Store

Stopped = Callable[[], bool]


def run(store: Store, run_id: str, path: Path, telling: Telling, report: Report, stopped: Stopped) -> Saved | None:
    """Save a run; None if it was stopped. See ``save_run``."""
    try:
        return save_run(store, run_id, path, telling, _stoppable(report, stopped))
    except ImportStopped:
        return None


def lesson(
    store: Store,
    lesson: Lesson,
    progress: Progress,
    path: Path,
    telling: Telling,
    report: Report,
    stopped: Stopped,
) -> Saved | None:
    """Save a lesson; None if it was stopped. See ``save_lesson``."""
    try:
        return save_lesson(store, lesson, progress, path, telling, _stoppable(report, stopped))
    except ImportStopped:
        return None


def take(store: Store, path: Path, folder: Path, report: Report, stopped: Stopped) -> Taken | None:
    """Open a recording; None if it was stopped. See ``take_in``."""
    try:
        return take_in(store, path, folder, stopped, report)
    except ImportStopped:
        return None


def _stoppable(report: Report, stopped: Stopped) -> Report:
    def tell(done: int, total: int) -> None:
        if stopped():
            raise ImportStopped
        report(done, total)

    return tell
