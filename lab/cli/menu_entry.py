"""``counterpoint --install-desktop`` and ``--remove-desktop``: the program in the desktop's menu."""

from __future__ import annotations

import typer

from lab.cli.output import console
from lab.desktop_entry import data_home, install, remove
from lab.own_program import own_command


def add_entry(wanted: bool) -> None:
    """Put it there, say where, and exit."""
    if wanted:
        entry = install(own_command(), data_home())
        console.print(f"Counterpoint is in the menu now: {entry}", soft_wrap=True)
        raise typer.Exit


def remove_entry(wanted: bool) -> None:
    """Take it out, and exit."""
    if wanted:
        was_there = remove(data_home())
        console.print("Counterpoint is no longer in the menu." if was_there else "It was not in the menu.")
        raise typer.Exit
