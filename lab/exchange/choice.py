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


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """What becomes of votes that prefer neither. Kept, each gives two rows, one each way, which pull equally."""

    ties: bool = False
    both_bad: bool = False

    def keeps(self, choice: VoteChoice | None) -> bool:
        """Whether such a vote is kept."""
        return (choice is VoteChoice.TIE and self.ties) or (choice is VoteChoice.BOTH_BAD and self.both_bad)
