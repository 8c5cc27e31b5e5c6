"""A model file that was found on this computer."""

from __future__ import annotations

from dataclasses import dataclass

from lab.models.facts import FileFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file that can be used, or the reason why it can't."""

    name: str
    """To show and to type; not unique."""
    path: str
    """Absolute; of the first part if the model is split."""
    size_bytes: int
    """Of all parts that are there."""
    place: str
    """Where it was found, e.g. ``LM Studio``."""
    source: str
    """The repository or the model's name there, as far as the place tells; may be empty."""
    facts: FileFacts | None
    """What it is; None if it is set aside."""
    reason: str = ""
    """Why it is set aside, in a plain sentence."""
    hint: str = ""
    """What could be done about that."""
    parts: int = 1
    """In how many files it is."""

    @property
    def usable(self) -> bool:
        """Whether it is a model that can be loaded."""
        return self.facts is not None


@dataclass(frozen=True, slots=True, kw_only=True)
class ScanProgress:
    """How far a search has come."""

    where: str
    """The place that is looked through, or the file that is read."""
    files_found: int
    """How many model files there are, as far as is known."""
    files_done: int
    """Of how many the header is known."""
    reading: bool
    """False while folders are looked through, True once the headers are read and ``files_found`` is final."""
