"""What a user can choose of an export. Knows no database, so that a command line can ask without opening one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lab.records import VoteChoice


class ExportFormat(StrEnum):
    """What an export is for."""

    JSONL = "jsonl"
    """All that matters, for another computer to take in."""
    VOTES = "votes-csv"
    """A row a vote, for a spreadsheet."""
    COMPARISONS = "comparisons-csv"
    """A row a comparison, for a spreadsheet."""
    TRL = "trl"
    """Preference pairs for training with TRL's ``DPOTrainer``."""
    LMARENA = "lmarena"
    """Battles, as LMArena publishes them."""
    REPORT_MARKDOWN = "report-md"
    """What the votes say, for people."""
    REPORT_HTML = "report-html"
    """The same with plots, in one file that any browser shows and that loads nothing."""

    @property
    def is_report(self) -> bool:
        """Whether it tells what the history says, instead of what is in it; then ``lab.report`` writes it."""
        return self in (ExportFormat.REPORT_MARKDOWN, ExportFormat.REPORT_HTML)

    @property
    def counts(self) -> str:
        """What its size is told in, in the singular: what a row of it stands for, or what a report is about."""
        return _COUNTS.get(self, "comparison")


_COUNTS = {ExportFormat.VOTES: "vote", ExportFormat.TRL: "pair", ExportFormat.LMARENA: "battle"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """What becomes of votes that prefer neither. Kept, each gives two rows, one each way, which pull equally."""

    ties: bool = False
    both_bad: bool = False

    def keeps(self, choice: VoteChoice | None) -> bool:
        """Whether such a vote is kept."""
        return (choice is VoteChoice.TIE and self.ties) or (choice is VoteChoice.BOTH_BAD and self.both_bad)
