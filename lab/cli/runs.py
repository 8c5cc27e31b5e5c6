"""``counterpoint runs``: which suites have been run, and what came of each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from lab.cli import history_file
from lab.cli.history import local_time
from lab.cli.output import console, print_json, visible
from lab.cli.run_report import as_json, player_name, print_summary, run_json
from lab.cli.show import require_history
from lab.errors import LabError
from lab.records import KeptRun, RunState

if TYPE_CHECKING:
    from lab.storage.work import Work

app = typer.Typer(help="List the runs of suites, and show what came of one.", no_args_is_help=True)

_NONE_YET = "No suite has been run yet. Run one: counterpoint run first-meeting"
_STATES = {RunState.RUNNING: "running", RunState.STOPPED: "stopped", RunState.FINISHED: "finished"}

_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("list")
def list_runs(
    limit: Annotated[int, typer.Option(help="Show at most this many.", min=1, max=100_000)] = 20, json: _Json = False
) -> None:
    """List the runs, the latest first."""
    if not history_file.is_there():
        print_json([]) if json else console.print(_NONE_YET, soft_wrap=True)
        return
    with history_file.opened() as store:
        found = store.read(_listed, limit).result()
        if json:
            print_json([run_json(run) for run, _, _ in found])
            return
    if not found:
        console.print(_NONE_YET, soft_wrap=True)
        return
    table = Table(box=None, header_style="dim", pad_edge=False)
    for name in ("Id", "When", "State", "Answers"):
        table.add_column(name, no_wrap=True, justify="right" if name == "Answers" else "left")
    table.add_column("Suite", overflow="fold")
    for run, short_id, done in found:
        what = Text(visible(run.suite_title))
        what.append(f"\n{player_name(run.a)} / {player_name(run.b)}", style="dim")
        table.add_row(
            Text(short_id, style="bold"),
            local_time(run.created_utc),
            _STATES[run.state],
            f"{done:,}{_of(run)}",
            what,
        )
    console.print(table)


@app.command("show")
def show_run(
    run: Annotated[str, typer.Argument(metavar="ID", help="A run's id, or so much of it that it is no other's.")],
    json: _Json = False,
) -> None:
    """Show what came of a run: checks, lengths, how answers ended, and how alike repeated ones are."""
    require_history()
    from lab.runs.reading import read_plan, read_progress, read_summary
    from lab.storage import runs

    with history_file.opened() as store:
        plan = read_plan(store, store.read(runs.resolve, run).result())
        progress, summary = read_progress(store, plan), read_summary(store, plan)
        short_id = store.read(runs.short_id, plan.run.id).result()
    if json:
        print_json(as_json(plan, progress, summary))
    else:
        print_summary(plan, progress, summary, short_id)


def _of(run: KeptRun) -> str:
    from lab.runs.plan import RunPlan

    try:
        return f" of {2 * RunPlan.of(run).answers_of_a_side:,}"
    except LabError:  # of a suite of another version; its answers are there all the same
        return ""


def _listed(work: Work, limit: int) -> list[tuple[KeptRun, str, int]]:
    from lab.storage import runs

    return [(run, runs.short_id(work, run.id), runs.counts(work, run.id)[0]) for run in runs.listed(work, limit=limit)]
