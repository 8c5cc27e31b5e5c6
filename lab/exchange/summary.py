"""What an import did."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

MOST_NAMED = 100
"""Of the conflicts, so many are named; the others are counted."""


class What(StrEnum):
    """A kind of thing that is kept."""

    SESSION = "session"
    RUN = "run"
    COMPARISON = "comparison"
    ANSWER = "answer"
    VOTE = "vote"
    JUDGEMENT = "judgement"
    NOTE = "note"


class Winner(StrEnum):
    """Which of two that should be the same is kept."""

    HERE = "here"
    FILE = "file"


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Something that the file tells otherwise than the history does."""

    what: What
    id: str
    """A note's is that of its comparison."""
    line: int
    """Of the file."""
    kept: Winner


@dataclass(slots=True, kw_only=True)
class Summary:
    """What was taken from a file."""

    added: dict[What, int] = field(default_factory=lambda: dict.fromkeys(What, 0))
    known: dict[What, int] = field(default_factory=lambda: dict.fromkeys(What, 0))
    """What was here already."""
    completed_answers: int = 0
    """Answers that had been cut off here and are whole in the file."""
    in_trash: int = 0
    """Comparisons of the file that lie in the trash here, and stay there."""
    conflicts: list[Conflict] = field(default_factory=list)
    """The first of them."""
    number_of_conflicts: int = 0
    raters: dict[str, str] = field(default_factory=dict)
    """What each rater of the file is called here."""

    @property
    def changed(self) -> bool:
        """False if all of it was known."""
        return any(self.added.values()) or bool(self.completed_answers or self.number_of_conflicts)

    def disagree(self, what: What, id: str, line: int, kept: Winner) -> None:
        """Note a conflict."""
        self.number_of_conflicts += 1
        if len(self.conflicts) < MOST_NAMED:
            self.conflicts.append(Conflict(what=what, id=id, line=line, kept=kept))
