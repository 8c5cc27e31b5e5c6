"""The formats in which the history can be taken out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import BinaryIO

from lab.exchange import battles, csv_files, jsonl, pairs
from lab.exchange.choice import ExportFormat, Undecided
from lab.exchange.progress import Report, tell_nobody
from lab.exchange.wanted import Wanted
from lab.storage.work import Work


@dataclass(frozen=True, slots=True, kw_only=True)
class Export:
    """What is to be taken out, and how."""

    format: ExportFormat
    wanted: Wanted = field(default_factory=Wanted)
    undecided: Undecided = field(default_factory=Undecided)
    """For preference pairs; the other formats have all votes."""


def write(work: Work, out: BinaryIO, export: Export, report: Report = tell_nobody) -> int:
    """Write an export to a stream, a piece at a time.

    Args:
        work: A reading transaction; see ``reading``.
        out: Where to; it stays open.
        export: What.
        report: Is told how many comparisons are done, and of how many. What it raises ends the export.

    Returns:
        How many comparisons (JSONL and comparisons), votes, pairs or battles were written.

    Raises:
        ValueError: The format is a report; see ``lab.report``.
    """
    match export.format:
        case ExportFormat.JSONL:
            return jsonl.write_jsonl(work, out, export.wanted, report)
        case ExportFormat.VOTES:
            return csv_files.write_votes(work, out, export.wanted, report)
        case ExportFormat.COMPARISONS:
            return csv_files.write_comparisons(work, out, export.wanted, report)
        case ExportFormat.TRL:
            return pairs.write_pairs(work, out, export.wanted, export.undecided, report)
        case ExportFormat.LMARENA:
            return battles.write_battles(work, out, export.wanted, report)
        case ExportFormat.REPORT_MARKDOWN | ExportFormat.REPORT_HTML:
            raise ValueError(f"{export.format} is a report")
