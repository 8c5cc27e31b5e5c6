"""What a check looks at, and what it says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lab.records import FinishReason

READ_CHARACTERS = 100_000
"""How much of an answer is read. Answers are shorter; no text can make a check take long."""


class Verdict(StrEnum):
    """How a check came out."""

    PASSED = "passed"
    FAILED = "failed"
    CANNOT_TELL = "cannot_tell"
    """A plain rule can't decide; a person has to look."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What is checked."""

    text: str
    """As the model wrote it; may hold anything, even NULs and lone surrogates."""
    finish_reason: FinishReason | None = None
    """None if it is not known."""

    @property
    def beginning(self) -> str:
        """As much of the text as is read, without the space around it."""
        return self.text[:READ_CHARACTERS].strip()

    @property
    def may_be_cut_off(self) -> bool:
        """Whether it would have gone on if it had been let: it was cut off, or somebody stopped it."""
        return self.finish_reason in (FinishReason.LENGTH_LIMIT, FinishReason.CONTEXT_FULL, FinishReason.CANCELLED)


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """What a check says of an answer."""

    verdict: Verdict
    sentence: str
    """Why, for a person to read."""


def passed(sentence: str) -> CheckResult:
    """It is as asked."""
    return CheckResult(verdict=Verdict.PASSED, sentence=sentence)


def failed(sentence: str) -> CheckResult:
    """It is not as asked."""
    return CheckResult(verdict=Verdict.FAILED, sentence=sentence)


def cannot_tell(sentence: str) -> CheckResult:
    """A person has to look."""
    return CheckResult(verdict=Verdict.CANNOT_TELL, sentence=sentence)
