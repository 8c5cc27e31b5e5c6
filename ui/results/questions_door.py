"""The door to what takes a second to import: whoever goes through it on the thread has it imported there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lab.results.question import Question
from lab.storage.store import Store

if TYPE_CHECKING:
    from lab.results.ballots import Ballots
    from lab.results.progress import Report, Stopped
    from ui.results.questions import Ranked


def ranked(store: Store, known: Ballots | None, question: Question, report: Report, stopped: Stopped) -> Ranked | None:
    """See ``questions.ranked``."""
    from ui.results import questions

    return questions.ranked(store, known, question, report, stopped)
