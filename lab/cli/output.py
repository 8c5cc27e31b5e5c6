"""What every command prints with: one console, safe text, errors in plain words, JSON."""

from __future__ import annotations

import sys
from typing import Any

import msgspec
from rich.console import Console
from rich.text import Text

from lab.errors import LabError
from lab.visible import spelled_out, visible

# No markup: a model or a file that is called "[red]" must not colour anything, nor ":smile:" smile.
console = Console(highlight=False, markup=False, emoji=False)
messages = Console(stderr=True, highlight=False, markup=False, emoji=False)

__all__ = ["console", "messages", "print_json", "say_error", "visible"]


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
    sys.stdout.write(spelled_out(text.decode()) + "\n")
    sys.stdout.flush()
