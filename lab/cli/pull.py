"""``counterpoint pull``: download a pair of the catalogue, or a file of any repository on the Hub."""

from __future__ import annotations

import queue
from collections.abc import Sequence
from typing import Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TaskID, TextColumn
from rich.table import Table
from rich.text import Text

from lab.amounts import size
from lab.cli.output import console, messages, print_json, visible
from lab.models.catalogue import CatalogueEntry, catalogue
from lab.models.download_order import Download, DownloadOrder, DownloadState

_LOOK_EVERY_S = 0.2
"""So that Ctrl+C is noticed soon, also where a wait can't be interrupted."""


def pull(
    what: Annotated[
        str, typer.Argument(help="A pair of the catalogue, or owner/name on the Hub; without it, the pairs are listed.")
    ] = "",
    file: Annotated[
        str, typer.Argument(help="A file of the repository, or a quantization such as Q4_K_M; one is chosen for you.")
    ] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Download models. What was begun is gone on with; only a file with the right checksum is kept."""
    from lab.models import hub
    from lab.models.catalogue_orders import find_entry, order_entry, order_file
    from lab.models.token_store import token_store

    if not what:
        _list_pairs(json=json)
        return
    token = token_store().get()
    if "/" in what:
        orders = [order_file(hub.look_up(what, token=token), file)]
    else:
        entry = find_entry(what)
        if file:
            raise typer.BadParameter("A file is only named for a repository, which is written owner/name.")
        orders = order_entry(entry, token=token)
        _announce(entry)
    again = f"counterpoint pull {what} {file}".strip()
    ends = _fetch(orders, again)
    if json:
        print_json([_as_json(end) for end in ends])
    for end in ends:
        if end.model is not None and not json:
            text = Text.assemble(("✓ ", "green"), (visible(end.model.name), "bold"), f"  {end.path}")
            messages.print(text, soft_wrap=True)
    failed = [end for end in ends if end.error is not None]
    if failed and failed[0].error is not None:
        raise failed[0].error


def _fetch(orders: Sequence[DownloadOrder], again: str) -> list[Download]:
    """Download and show how far it is; gives each download as it ended."""
    from lab.models.download_queue import DownloadQueue

    news: queue.SimpleQueue[Download] = queue.SimpleQueue()
    ends: dict[str, Download] = {}
    line = DownloadQueue(news.put)
    bars = _Bars()
    try:
        with bars.progress:
            wanted = [line.add(order).id for order in orders]
            while any(identity not in ends for identity in wanted):
                try:
                    download = news.get(timeout=_LOOK_EVERY_S)
                except queue.Empty:
                    continue
                bars.show(download)
                if download.state.is_over:
                    ends[download.id] = download
    except KeyboardInterrupt:
        line.close()
        kept = sum(one.done_bytes for one in line.downloads() if one.state is not DownloadState.DONE)
        came = f"What came is kept ({size(kept)})." if kept else "Nothing had come yet."
        messages.print(f"Stopped. {came} To go on: {again}", soft_wrap=True)
        raise
    finally:
        line.close()
    return [ends[identity] for identity in wanted]


class _Bars:
    """A bar for each download, with its speed and the time that is left."""

    def __init__(self) -> None:
        self.progress = Progress(
            "{task.description}", BarColumn(), DownloadColumn(), TextColumn("{task.fields[note]}"),
            console=messages, transient=True,
        )  # fmt: skip
        self._tasks: dict[str, TaskID] = {}
        self._said: set[str] = set()

    def show(self, download: Download) -> None:
        """Move a bar."""
        name = visible(download.order.name or download.path.name)
        if download.id not in self._tasks:
            self._tasks[download.id] = self.progress.add_task(name, total=download.total_bytes, note="")
        self.progress.update(self._tasks[download.id], completed=download.done_bytes, note=_note(download))
        if download.state is DownloadState.RUNNING and download.id not in self._said:
            self._said.add(download.id)
            self._announce(download.order, name)
        if download.state is DownloadState.RETRYING and download.error and download.error.message not in self._said:
            self._said.add(download.error.message)
            messages.print(f"{visible(download.error.message)} Trying again.", soft_wrap=True)

    def _announce(self, order: DownloadOrder, name: str) -> None:
        text = Text.assemble("Fetching ", (name, "bold"), f" from {order.repository} ({size(order.size_bytes)}).")
        if order.licence:
            text.append(f"\nLicence: {visible(order.licence)}, {visible(order.licence_url)}", style="dim")
        messages.print(text, soft_wrap=True)


def _note(download: Download) -> str:
    if download.state is DownloadState.RETRYING:
        return f"again in {download.retry_in_s or 0:.0f} s"
    if download.state is DownloadState.RUNNING and download.bytes_per_second:
        left = f" · {_time(download.seconds_left)} left" if download.seconds_left is not None else ""
        return f"{size(round(download.bytes_per_second))}/s{left}"
    return {DownloadState.CHECKING: "checking what is here", DownloadState.ADDING: "entering it in the library"}.get(
        download.state, download.state.value
    )


def _time(seconds: float) -> str:
    whole = round(seconds)
    if whole < 60:
        return f"{whole} s"
    return f"{whole // 60} min" if whole < 3600 else f"{whole // 3600} h {whole % 3600 // 60} min"


def _announce(entry: CatalogueEntry) -> None:
    text = Text.assemble((entry.title, "bold"), f", made by {entry.made_by}. {entry.why}")
    if entry.terms:
        text.append(f"\n{entry.terms} By using the models you accept them.")
    messages.print(text, soft_wrap=True)


def _list_pairs(*, json: bool) -> None:
    if json:
        print_json(catalogue())
        return
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("Name", no_wrap=True)
    table.add_column("Models", no_wrap=True)
    table.add_column("About", justify="right", no_wrap=True)
    table.add_column("Why", overflow="fold")
    for entry in catalogue():
        stages = " → ".join(model.stage.value for model in entry.models)
        table.add_row(entry.id, stages, size(entry.size_bytes), entry.why)
    console.print(table)


def _as_json(end: Download) -> dict[str, object]:
    return {
        "state": end.state,
        "repository": end.order.repository,
        "commit": end.order.commit,
        "path": str(end.path),
        "size_bytes": end.total_bytes,
        "done_bytes": end.done_bytes,
        "sha256": [file.sha256 for file in end.order.files],
        "licence": end.order.licence,
        "model": end.model.name if end.model else None,
        "error": end.error.message if end.error else None,
    }
