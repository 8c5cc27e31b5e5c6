"""Puts the commands together, and turns what went wrong into a sentence and an exit code."""

from __future__ import annotations

import contextlib
import os
import sys
from typing import Annotated

import typer

from lab import __version__
from lab.cli import (
    compare,
    doctor,
    export,
    fit,
    history,
    import_,
    lessons,
    menu_entry,
    models,
    pull,
    record,
    replay,
    results,
    run_suite,
    runs,
    search,
    show,
    starter,
    suites,
    vote,
)
from lab.cli.output import messages, say_error
from lab.errors import LabError

FIRST_PROMPT = "Explain photosynthesis simply."

app = typer.Typer(
    name="counterpoint",
    help="Hear the difference between a base language model and a chat model, side by side, on your own computer.",
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("compare")(compare.compare)
app.command("history")(history.history)
app.command("show")(show.show)
app.command("vote")(vote.vote)
app.command("results")(results.results)
app.command("export")(export.export)
app.command("import")(import_.import_)
app.add_typer(models.app, name="models")
app.command("fit")(fit.fit)
app.command("starter")(starter.starter)
app.command("search")(search.search)
app.command("pull")(pull.pull)
app.add_typer(suites.app, name="suites")
app.command("run")(run_suite.run)
app.add_typer(runs.app, name="runs")
app.add_typer(lessons.app, name="lessons")
app.command("record")(record.record)
app.command("replay")(replay.replay)
app.command("doctor")(doctor.doctor)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"counterpoint {__version__}")
        raise typer.Exit


@app.callback(invoke_without_command=True)
def _start(
    context: typer.Context,
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
    install_desktop: Annotated[
        bool,
        typer.Option(
            "--install-desktop",
            callback=menu_entry.add_entry,
            is_eager=True,
            help="Put the program into the desktop's menu (Linux).",
        ),
    ] = False,
    remove_desktop: Annotated[
        bool,
        typer.Option(
            "--remove-desktop", callback=menu_entry.remove_entry, is_eager=True, help="Take it out of the menu."
        ),
    ] = False,
) -> None:
    """Without a command: one prompt to show what this is about, then a conversation with both models."""
    _obey_offline_switch()
    if context.invoked_subcommand is None:
        compare.show(FIRST_PROMPT)


def _obey_offline_switch() -> None:
    """Stay off the network too if the user has said so in the window. Reads only: a damaged file is the window's."""
    from lab.models.offline import set_offline
    from lab.preferences.document import DamagedDocument, preferences_from, read_document
    from lab.settings import folders

    with contextlib.suppress(DamagedDocument, OSError):
        set_offline(preferences_from(read_document(folders().data / "preferences.json") or {}).offline)


def run() -> None:
    """Run the command line and exit: 0 for success, 1 for a failure, 2 for wrong usage, 130 for Ctrl+C."""
    try:
        # Not standalone, so that a failure of ours is ours to tell; then what a command leaves with is returned.
        sys.exit(app(prog_name="counterpoint", standalone_mode=False))
    except LabError as error:
        say_error(error)
        sys.exit(1)
    except typer.TyperException as error:
        # Wrong usage. Typer keeps the methods that tell it in a part of its own that is not public.
        show = getattr(error, "show", None)
        show() if show else say_error(LabError(error.format_message()))
        sys.exit(2)
    except (typer.Abort, KeyboardInterrupt):
        messages.print("Stopped.")
        sys.exit(130)
    except BrokenPipeError:
        # Whoever read our output has had enough; closing quietly is what a filter does.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
