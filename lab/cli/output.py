"""What every command prints with: one console, safe text, errors in plain words, JSON."""

from __future__ import annotations

import sys
import unicodedata
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from lab.errors import LabError

console = Console(highlight=False)
messages = Console(stderr=True, highlight=False)

_BIDI_CONTROLS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def visible(text: str) -> str:
    """Text from a model or a file that can't steer the terminal.

    Control characters (escape codes among them) become their pictures, and marks that turn the direction of writing
    around become U+FFFD. Line breaks and tabs stay.
    """
    return "".join(_visible_character(character) for character in text)


def _visible_character(character: str) -> str:
    if character in "\n\t" or character.isprintable():
        return character
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if character in _BIDI_CONTROLS or unicodedata.category(character) == "Cc":
        return "\ufffd"
    return character


def say_error(error: LabError) -> None:
    """Print what went wrong and what to do about it, on standard error."""
    text = Text("Error: ", style="bold red").append(visible(error.message), style="default not bold")
    if error.hint:
        text.append("\n" + visible(error.hint), style="dim not bold")
    messages.print(text, soft_wrap=True)


def print_json(value: Any) -> None:
    """Print a value as JSON on standard output and nothing else: on one line, or indented for a person to read."""
    data = msgspec.json.encode(value)
    text = msgspec.json.format(data, indent=2) if sys.stdout.isatty() else data
    sys.stdout.write(text.decode() + "\n")
    sys.stdout.flush()


def megabytes(size_bytes: int) -> str:
    """A size as people say it: ``253 MB``, ``4.5 GB`` (powers of ten, as on a disk's label)."""
    return f"{size_bytes / 1e9:.1f} GB" if size_bytes >= 1e9 else f"{size_bytes / 1e6:.0f} MB"
