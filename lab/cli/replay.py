"""``counterpoint replay``: open a recording here; with a window, ``ui.launch`` has opened it there instead."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from lab.cli import history_file, replay_report
from lab.cli.exchange_progress import progress_bar, taken_in
from lab.cli.output import messages, print_json, visible
from lab.settings import folders

if TYPE_CHECKING:
    from lab.recording.taking import Taken
    from lab.storage import Store


def replay(
    file: Annotated[Path, typer.Argument(help="A recording: a file that ends with .counterpoint.")],
    text: Annotated[bool, typer.Option("--text", help="Print it here instead of opening the window.")] = False,
    list_: Annotated[bool, typer.Option("--list", help="Only tell what is in it; nothing is taken in.")] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON, and open no window.")] = False,
) -> None:
    """Replay a recorded lesson or run: no models are needed, and nothing is computed.

    Its answers and votes come into the history of this computer, where you can vote on them, too. Without a display, or
    with --text, it is printed: the answers side by side, and what was voted.
    """
    del text  # that it is printed is why we are here
    from lab.recording.reading import look

    recording = look(file)
    if list_:
        print_json(replay_report.head_json(recording)) if json else replay_report.print_head(recording)
        return
    with history_file.opened() as store:
        taken = _taken(store, file)
        steps = store.read(replay_report.read, taken.kept.recording).result()
    if json:
        print_json(replay_report.as_json(taken, steps))
        return
    replay_report.print_all(taken, steps)
    if taken.backup is not None:
        path = visible(str(taken.backup.path))
        messages.print(Text(f"How the history was before is kept in {path}", style="dim"), soft_wrap=True)


def _taken(store: Store, file: Path) -> Taken:
    from lab.recording.taking import take_in

    stopped = threading.Event()
    with progress_bar("Opening") as report, ThreadPoolExecutor(1) as thread:
        future = thread.submit(take_in, store, file, folders().data / "recordings", stopped.is_set, report)
        return taken_in(future, stopped)
