"""Prompts from the command line and from a pipe, checked before any model is loaded."""

from __future__ import annotations

from typing import BinaryIO

from lab.errors import PromptRejected

_MAX_LINE_BYTES = 4_000_000


def require_text(text: str) -> None:
    """Refuse an argument that a model can't be given.

    Raises:
        PromptRejected: It holds bytes that are no text; Python hands those on as halves of characters.
    """
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise PromptRejected(
            f"The prompt is not UTF-8 text (character {error.start + 1}).", "Nothing was sent to the models."
        ) from error


def prompts_from_pipe(stream: BinaryIO) -> list[str]:
    """All prompts of a stream; empty lines are passed over.

    Raises:
        PromptRejected: A line is not UTF-8 or far too long, or there is no prompt at all. Names the line.
    """
    prompts = []
    number = 0
    while line := stream.readline(_MAX_LINE_BYTES + 1):
        number += 1
        if len(line) > _MAX_LINE_BYTES:
            raise PromptRejected(f"Line {number} is longer than {_MAX_LINE_BYTES:,} bytes.")
        try:
            text = line.decode("utf-8-sig" if number == 1 else "utf-8").rstrip("\r\n")
        except UnicodeDecodeError as error:
            raise PromptRejected(
                f"Line {number} is not UTF-8 text (byte {error.start + 1} of the line).",
                "Save the prompts as UTF-8 and try again. Nothing was sent to the models.",
            ) from error
        if text.strip():
            prompts.append(text)
    if not prompts:
        raise PromptRejected("There is no prompt.", 'Give one, e.g. counterpoint compare "Why is the sky blue?"')
    return prompts
