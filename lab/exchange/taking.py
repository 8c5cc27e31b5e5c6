"""Puts the lines of a file into the history, inside one transaction that is the caller's.

What has the same id is the same thing; the history's own stays, with four exceptions: an answer that was cut off here
and is whole in the file is completed; a comparison of a run that has one answer here gets the other one; of two notes
of a rater the later one stays; a session that gets more comparisons is as new as the newer of both. What differs all
the same is reported, and votes on a comparison that is another one here are left out. What lies in the trash stays
there, and what goes on from it joins it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from lab.exchange import afterwards
from lab.exchange.answers_in import AnswersIn
from lab.exchange.comparisons_in import ComparisonsIn
from lab.exchange.incoming import Numbered
from lab.exchange.lines import (
    AnswerLine,
    ComparisonLine,
    ContestantLine,
    JudgementLine,
    Line,
    NoteLine,
    RaterLine,
    RunLine,
    SessionLine,
    VoteLine,
)
from lab.exchange.opinions_in import OpinionsIn
from lab.exchange.runs_in import RunsIn
from lab.exchange.summary import Summary
from lab.storage.work import Area, Work

_LINES_AT_ONCE = 400
"""Their ids have to fit into one query."""
_BYTES_AT_ONCE = 8 * 2**20

L = TypeVar("L", bound=Line)


def take(work: Work, lines: Iterable[Numbered], names: dict[str, str], file: str, tell: Callable[[], None]) -> Summary:
    """Put all lines in.

    Args:
        work: The transaction; all of it is undone if this raises.
        lines: As they come from the file, checked.
        names: What each rater of the file is called here.
        file: Its name, for messages.
        tell: Called every now and then; what it raises ends the import.

    Raises:
        BadImport: What the file says of a conversation can't be true together with what is here.
    """
    summary = Summary(raters=names)
    answers = AnswersIn(work, summary)
    runs = RunsIn(work, summary, file, answers.name_here, answers.name_abroad)
    comparisons = ComparisonsIn(work, summary, file)
    opinions = OpinionsIn(work, summary, names)

    def put(batch: list[Numbered]) -> None:
        comparisons.put_sessions(_of(SessionLine, batch))
        answers.put_contestants(_of(ContestantLine, batch))
        runs.put(_of(RunLine, batch))
        answers.put(_of(AnswerLine, batch))
        comparisons.put(_of(ComparisonLine, batch), answers.others)
        opinions.put_votes(_of(VoteLine, batch), comparisons.others)
        opinions.put_judgements(_of(JudgementLine, batch), comparisons.others)
        opinions.put_notes(_of(NoteLine, batch), comparisons.others)
        afterwards.index(work, [*comparisons.new, *opinions.noted, *answers.shown_by_completed()])
        afterwards.choose(work, opinions.voted)
        tell()

    for batch in _batches(lines):
        put(batch)
    if summary.changed:
        for area in Area:
            work.changed(area)
    return summary


def _batches(lines: Iterable[Numbered]) -> Iterable[list[Numbered]]:
    """A few lines at a time, none of which are the same thing, so that all of a batch can be looked up at once."""
    batch: list[Numbered] = []
    ids: set[tuple[type[Line], str]] = set()
    size_bytes = 0
    for each in lines:
        key = type(each.line), _key(each.line)
        if len(batch) >= _LINES_AT_ONCE or size_bytes >= _BYTES_AT_ONCE or key in ids:
            yield batch
            batch, ids, size_bytes = [], set(), 0
        batch.append(each)
        ids.add(key)
        size_bytes += each.size_bytes
    yield batch


def _key(line: Line) -> str:
    match line:
        case NoteLine(comparison_id=comparison_id, rater=rater):
            return f"{comparison_id} {rater}"
        case RaterLine(name=name):
            return name
        case _:
            return str(getattr(line, "id", ""))


def _of(kind: type[L], batch: list[Numbered]) -> list[tuple[int, L]]:
    """The lines of one kind, each with its number."""
    return [(each.number, each.line) for each in batch if isinstance(each.line, kind)]
