"""``counterpoint import``: take in what another computer exported."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.text import Text

from lab.cli import history_file
from lab.cli.exchange_progress import progress_bar, taken_in
from lab.cli.output import console, messages, print_json, visible
from lab.errors import HistoryReadOnly

if TYPE_CHECKING:
    from lab.exchange.importing import Checked
    from lab.exchange.raters import Naming
    from lab.exchange.summary import Summary
    from lab.storage import Store


def import_(
    file: Annotated[Path, typer.Argument(help="What `counterpoint export jsonl` wrote.")],
    me: Annotated[
        str,
        typer.Option(
            metavar="NAME",
            help="What to call whoever is 'me' on the other computer; 'me' if it is you. "
            "Without it they keep the name 'me@' and a number.",
        ),
    ] = "",
    same_names: Annotated[
        bool,
        typer.Option("--same-names", help="A rater whose name is known here is the same person. Else they stay apart."),
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Take in comparisons, votes and notes from another computer, as a whole or not at all.

    What is here already is not added again and not changed. A backup is made before.
    """
    from lab.exchange.importing import back_up, check
    from lab.exchange.raters import Naming
    from lab.exchange.summary_words import sentences

    with progress_bar("Checking") as report:
        checked = check(file, report)
    with history_file.opened() as store:
        if not store.lasting:
            raise HistoryReadOnly("Nothing can be taken in, because nothing can be kept.", store.notices[0].hint)
        backup = back_up(store)
        summary = _import(store, checked, Naming(me=me.strip(), same_names=same_names))
    if json:
        print_json({**_as_json(summary), "backup": str(backup.path) if backup else None})
        return
    for line in sentences(summary, more="All of them: --json"):
        console.print(Text(visible(line)), soft_wrap=True)
    if backup is not None:
        messages.print(Text(f"How it was before is kept in {visible(str(backup.path))}", style="dim"), soft_wrap=True)


def _import(store: Store, checked: Checked, naming: Naming) -> Summary:
    from lab.exchange.importing import import_checked

    stopped = threading.Event()
    with progress_bar("Importing") as report:
        future = import_checked(store, checked, naming, stopped.is_set, report)
        return taken_in(future, stopped)


def _as_json(summary: Summary) -> dict[str, Any]:
    return {
        "added": summary.added,
        "known": summary.known,
        "completed_answers": summary.completed_answers,
        "in_trash": summary.in_trash,
        "raters": summary.raters,
        "conflicts": summary.conflicts,
        "number_of_conflicts": summary.number_of_conflicts,
    }
