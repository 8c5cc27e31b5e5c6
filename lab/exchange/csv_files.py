"""Votes and comparisons as tables for spreadsheets: CSV by RFC 4180, UTF-8 with the mark by which Excel knows it."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import BinaryIO

from lab.exchange.progress import Report, Steps
from lab.exchange.told import Told, told
from lab.exchange.wanted import Wanted, count_places
from lab.records import KeptAnswer
from lab.storage.votes import that_count
from lab.storage.work import Work

Cell = str | int | float | bool | None
_RowsOf = Callable[[Told], Iterable[tuple[Cell, ...]]]

_MARK = b"\xef\xbb\xbf"
_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@＝＋－＠]|[\t\r]")
"""Cells that begin so are run as formulas (OWASP, "CSV Injection"); the wide ones are taken for the narrow."""

VOTE_COLUMNS = (
    "vote_id", "comparison_id", "session_id", "cast_utc", "rater", "aspect", "choice", "counts", "blind", "shown_first",
    "time_taken_ms", "reasons_a", "reasons_b", "model_a", "model_b", "framing_a", "framing_b", "prompt",
)  # fmt: skip
_SIDE_COLUMNS = (
    "model", "sha256", "kind", "framing", "system_prompt", "temperature", "seed", "state", "text", "finish_reason",
    "prompt_tokens", "completion_tokens", "time_to_first_token_ms", "tokens_per_second", "engine",
)  # fmt: skip
COMPARISON_COLUMNS = (
    "comparison_id", "session_id", "session_title", "parent_id", "origin", "created_utc", "prompt",
    *(f"{name}_a" for name in _SIDE_COLUMNS), *(f"{name}_b" for name in _SIDE_COLUMNS),
    "choice", "votes", "notes",
)  # fmt: skip


def write_votes(work: Work, out: BinaryIO, wanted: Wanted, report: Report) -> int:
    """Write every vote that was ever cast; the column ``counts`` tells which ones are in force.

    Returns:
        How many.
    """
    return _write(work, out, wanted, report, VOTE_COLUMNS, _vote_rows, voted=True)


def write_comparisons(work: Work, out: BinaryIO, wanted: Wanted, report: Report) -> int:
    """Write every comparison with both answers, the vote on the whole that counts, and notes.

    Returns:
        How many.
    """
    return _write(work, out, wanted, report, COMPARISON_COLUMNS, _comparison_rows, voted=False)


def defused(cell: Cell) -> str:
    """A cell that no spreadsheet runs: text that begins like a formula gets an apostrophe before it.

    Empty stands for what is not known. Numbers are no formulas.
    """
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case str():
            shown = cell.replace("\0", "\u2400")  # which no reader of CSV gets past
            return f"'{shown}" if _FORMULA.match(cell) else shown
        case _:
            return str(cell)


def _write(
    work: Work, out: BinaryIO, wanted: Wanted, report: Report, columns: Sequence[str], rows_of: _RowsOf, *, voted: bool
) -> int:
    steps = Steps(report, count_places(work, wanted, voted=voted))
    text = io.TextIOWrapper(out, encoding="utf-8", newline="", write_through=True)
    try:
        out.write(_MARK)
        writer = csv.writer(text)
        writer.writerow(columns)
        written = 0
        for each in told(work, wanted, voted=voted):
            for row in rows_of(each):
                writer.writerow(map(defused, row))
                written += 1
            steps.one()
        return written
    finally:
        text.detach()  # the stream is the caller's to close


def _vote_rows(each: Told) -> Iterator[tuple[Cell, ...]]:
    counting = that_count(each.votes)
    a, b = each.comparison.a, each.comparison.b
    for vote in each.votes:
        yield (
            vote.id, vote.comparison_id, each.comparison.session_id, vote.cast_utc, vote.rater, vote.aspect,
            vote.choice or "taken_back", vote in counting, vote.blind, vote.shown_first, vote.time_taken_ms,
            "; ".join(vote.reasons_a), "; ".join(vote.reasons_b),
            a.contestant.model.name if a else "", b.contestant.model.name if b else "",
            a.contestant.framing if a else "", b.contestant.framing if b else "", each.comparison.prompt,
        )  # fmt: skip


def _comparison_rows(each: Told) -> Iterator[tuple[Cell, ...]]:
    comparison = each.comparison
    choices = [vote.choice for vote in that_count(each.votes) if not vote.aspect]
    yield (
        comparison.id, comparison.session_id, each.session_title, comparison.parent_id, comparison.origin,
        comparison.created_utc, comparison.prompt, *_side(comparison.a), *_side(comparison.b),
        choices[-1] if choices else "", len(choices), "\n".join(note.text for note in each.notes),
    )  # fmt: skip


def _side(answer: KeptAnswer | None) -> tuple[Cell, ...]:
    if answer is None:
        return ("",) * len(_SIDE_COLUMNS)
    contestant, response = answer.contestant, answer.response
    model = contestant.model
    return (
        model.name, model.sha256, model.verdict.kind, contestant.framing, contestant.system_prompt,
        contestant.sampler.temperature, contestant.sampler.seed, answer.state, answer.text,
        *((response.finish_reason, response.prompt_tokens, response.completion_tokens,
           response.time_to_first_token_ms, response.tokens_per_second) if response else ("",) * 5),
        answer.engine,
    )  # fmt: skip
