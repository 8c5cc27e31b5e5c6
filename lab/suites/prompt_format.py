"""What a user picks from when prompts are taken in; apart from the reading, which takes longer to import."""

from __future__ import annotations

from enum import StrEnum


class PromptFormat(StrEnum):
    """In what form prompts come."""

    TEXT = "text"
    """A prompt a line."""
    CSV = "csv"
    """A prompt a row, with a first line that names the columns."""
    JSONL = "jsonl"
    """An object a line: our own, MT-Bench's or AlpacaEval's."""
