"""Writes a report to a stream."""

from __future__ import annotations

from typing import BinaryIO

from lab.exchange.choice import ExportFormat
from lab.exchange.progress import Report, tell_nobody
from lab.exchange.wanted import Wanted
from lab.report import html, markdown
from lab.report.findings import find
from lab.storage import Store


def write_report(
    store: Store, out: BinaryIO, format: ExportFormat, wanted: Wanted, report: Report = tell_nobody
) -> int:
    """Write what a part of the history says, as UTF-8.

    Args:
        store: The history. Answers that have no measures yet are measured first, some 10 ms for each.
        out: Where to; it stays open.
        format: One of the reports.
        wanted: Which part.
        report: Is told how much of each of several pieces of work is done, and of how much. What it raises ends it.

    Returns:
        How many comparisons it is about.

    Raises:
        LabError: The history can't be read.
        ValueError: The format is no report.
    """
    if not format.is_report:
        raise ValueError(f"{format} is no report")
    found = find(store, wanted, report)
    text = html.document(found) if format is ExportFormat.REPORT_HTML else markdown.document(found)
    out.write(text.encode())
    return len(found.seen.comparison_ids)
