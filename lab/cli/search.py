"""``counterpoint search``: look for models on the Hugging Face Hub."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer
from rich.table import Table
from rich.text import Text

from lab.amounts import size
from lab.cli.output import console, messages, print_json, visible
from lab.errors import DownloadFailed
from lab.models.hub_values import Gate, HubSort, SearchPage

if TYPE_CHECKING:
    from lab.models.hub_siblings import Sibling
    from lab.models.token_store import HubToken

_GATES = {Gate.OPEN: "", Gate.ASK: "asks for terms", Gate.APPROVAL: "asks for approval"}


def search(
    text: Annotated[str, typer.Argument(help="Words of the name, e.g. 'smollm2 135m'; with --files, owner/name.")],
    sort: Annotated[HubSort, typer.Option(help="What comes first.")] = HubSort.DOWNLOADS,
    page: Annotated[int, typer.Option(help="Which page.", min=1, max=50)] = 1,
    files: Annotated[
        bool, typer.Option("--files", help="List one repository's files, and the other half of its pair.")
    ] = False,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Search the Hugging Face Hub for GGUF models."""
    from lab.models import hub
    from lab.models.token_store import token_store

    token = token_store().get()
    if files:
        _list_files(text, token, json=json)
        return
    found = hub.search(text, sort=sort, page=page, token=token)
    if json:
        print_json(found)
        return
    if not found.repositories:
        console.print("Nothing was found. Try fewer words." if page == 1 else "There is nothing on this page.")
        return
    console.print(_table(found))
    messages.print("Its files: counterpoint search --files OWNER/NAME", style="dim")
    if found.has_more:
        messages.print(f"There is more: --page {page + 1}", style="dim")


def _table(found: SearchPage) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("Repository", overflow="fold")
    table.add_column("Downloads", justify="right", no_wrap=True)
    table.add_column("Likes", justify="right", no_wrap=True)
    table.add_column("Licence", overflow="fold")
    table.add_column("Changed", no_wrap=True)
    table.add_column("Access")
    for one in found.repositories:
        table.add_row(
            visible(one.repository),
            f"{one.downloads:,}",
            f"{one.likes:,}",
            visible(one.licence),
            one.changed,
            _GATES[one.gate],
        )
    return table


def _siblings(repository: str, token: HubToken | None) -> list[Sibling]:
    """The other half of the pair. It is said if nobody can be asked, and the list of files stands without it."""
    from lab.models.hub_siblings import find_siblings

    try:
        return find_siblings(repository, token=token)
    except DownloadFailed as error:
        messages.print(
            Text(f"What to compare it with could not be found: {visible(error.message)}", style="yellow"),
            soft_wrap=True,
        )
        return []


def _list_files(repository: str, token: HubToken | None, *, json: bool) -> None:
    from lab.models import hub
    from lab.models.hub_files import group_files, recommended

    found = hub.look_up(repository, token=token)
    groups = group_files(found.files)
    best = recommended(groups)
    siblings = _siblings(repository, token)
    if json:
        listed = [
            {
                "name": group.name,
                "quantization": group.quantization,
                "size_bytes": group.size_bytes,
                "files": group.files,
                "complete": group.is_complete,
                "model": group.is_model,
                "recommended": group is best,
            }
            for group in groups
        ]
        print_json(
            {
                "repository": found.repository,
                "commit": found.commit,
                "licence": found.licence,
                "licence_url": found.licence_url,
                "gate": found.gate,
                "downloads": found.downloads,
                "likes": found.likes,
                "made_from": found.made_from,
                "files": listed,
                "siblings": [sibling.repository.repository for sibling in siblings],
            }
        )
        return
    if not groups:
        console.print("It has no GGUF file.")
        return
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("Quant.", no_wrap=True)
    table.add_column("Size", justify="right", no_wrap=True)
    table.add_column("File", overflow="fold")
    table.add_column("Note", no_wrap=True)
    for group in groups:
        note = Text("recommended", style="green") if group is best else Text("")
        if not group.is_model:
            note = Text("not a model by itself", style="dim")
        elif not group.is_complete:
            note = Text("parts are missing", style="dim")
        parts = f" ({len(group.files)} parts)" if len(group.files) > 1 else ""
        table.add_row(group.quantization, size(group.size_bytes), visible(group.name) + parts, note)
    console.print(table)
    licence = f"Licence: {found.licence or 'unknown'}" + (f", {found.licence_url}" if found.licence_url else "")
    access = f" · {_GATES[found.gate]}" if _GATES[found.gate] else ""
    messages.print(Text(visible(licence + access), style="dim"), soft_wrap=True)
    for sibling in siblings[:3]:
        messages.print(Text(f"To compare with: {visible(sibling.repository.repository)}", style="dim"), soft_wrap=True)
