"""``counterpoint export``: take the history out in a format that other tools read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, BinaryIO

import typer
from rich.text import Text

from lab.cli import history_file
from lab.cli.exchange_progress import progress_bar
from lab.cli.output import messages, print_json, visible
from lab.cli.show import require_history
from lab.exchange.choice import ExportFormat, Undecided
from lab.exchange.own_files import refuse_own_files
from lab.settings import folders

if TYPE_CHECKING:
    from lab.exchange.progress import Report
    from lab.storage import Store


def export(
    format: Annotated[
        ExportFormat,
        typer.Argument(
            help="jsonl: all that matters, for another computer. votes-csv, comparisons-csv: for a spreadsheet. "
            "trl: preference pairs for DPOTrainer. lmarena: battles, as LMArena publishes them. "
            "report-md, report-html: what the votes say, for people."
        ),
    ],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="The file; without it: standard output.")
    ] = None,
    session: Annotated[
        list[str] | None,
        typer.Option(help="Only this session: its id, or the beginning of it; may be repeated."),
    ] = None,
    blind: Annotated[bool, typer.Option("--blind", help="Only votes that were cast blind.")] = False,
    rater: Annotated[str, typer.Option(help="Only what this rater thought; 'me' is you.")] = "",
    ties: Annotated[
        bool, typer.Option("--ties", help="trl: keep ties, each as two pairs, one each way. Else they are left out.")
    ] = False,
    both_bad: Annotated[bool, typer.Option("--both-bad", help="trl: keep votes for neither, in the same way.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON: what was written; with -o.")] = False,
) -> None:
    """Take out what was compared and voted, for other computers, spreadsheets, training and people.

    What is in the trash stays out.
    """
    if json and output is None:
        raise typer.BadParameter("--json needs -o: without it the export itself goes to standard output.")
    if (ties or both_bad) and format is not ExportFormat.TRL:
        raise typer.BadParameter("--ties and --both-bad are for trl; the other formats have all votes.")
    require_history()
    if output is not None:
        refuse_own_files(output, folders().history)
    with (
        history_file.opened() as store,
        _target(output) as out,
        progress_bar("Exporting", hidden=output is None and sys.stdout.isatty()) as report,
    ):
        written = _write(
            store, out, format, tuple(session or ()), blind, rater, Undecided(ties=ties, both_bad=both_bad), report
        )
    noun = format.counts + ("" if written == 1 else "s")
    if json:
        print_json({"format": format, "path": str(output), format.counts + "s": written})
    elif output is not None:
        what = f"A report on {written:,} {noun}" if format.is_report else f"{written:,} {noun}"
        messages.print(Text(f"{what} written to {visible(str(output))}."), soft_wrap=True)
    elif not written and not format.is_report:
        messages.print(Text("There is nothing of that kind.", style="dim"))


def _write(
    store: Store,
    out: BinaryIO,
    format: ExportFormat,
    sessions: tuple[str, ...],
    blind: bool,
    rater: str,
    undecided: Undecided,
    report: Report,
) -> int:
    from lab.exchange.formats import Export, write
    from lab.exchange.reading import reading
    from lab.exchange.wanted import Wanted, find_sessions, require_rater

    with reading(store) as work:
        if rater:
            require_rater(work, rater)
        wanted = Wanted(session_ids=find_sessions(work, sessions), blind_only=blind, rater=rater)
        if not format.is_report:
            return write(work, out, Export(format=format, wanted=wanted, undecided=undecided), report)
    from lab.report.writing import write_report

    return write_report(store, out, format, wanted, report)


@contextmanager
def _target(output: Path | None) -> Iterator[BinaryIO]:
    from lab.exchange.target import whole_file

    if output is None:
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    else:
        with whole_file(output) as file:
            yield file
