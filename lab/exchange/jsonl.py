"""Writes the history as JSONL that another computer can take in; the format is in ``lines``."""

from __future__ import annotations

from typing import BinaryIO

from lab import __version__
from lab.exchange.history_lines import history_lines
from lab.exchange.lines import VERSION, WITHOUT_RUNS, End, Head, encoded
from lab.exchange.progress import Report, Steps
from lab.exchange.wanted import Wanted, count_places, has_runs
from lab.storage.work import Work


def write_jsonl(work: Work, out: BinaryIO, wanted: Wanted, report: Report) -> int:
    """Write it, a comparison at a time.

    Returns:
        How many comparisons there are in the file, with those that others go on from.
    """
    steps = Steps(report, count_places(work, wanted, with_way=True))
    version = VERSION if has_runs(work, wanted) else WITHOUT_RUNS
    out.write(encoded(Head(version=version, made_by=f"Counterpoint {__version__}")))
    lines, comparisons = 1, 0
    for piece in history_lines(work, wanted):
        out.write(b"".join(map(encoded, piece)))
        lines += len(piece)
        comparisons += any(line.__struct_config__.tag == "comparison" for line in piece)
        steps.one()
    out.write(encoded(End(lines=lines + 1)))
    return comparisons
