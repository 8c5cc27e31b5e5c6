"""``counterpoint models scan``: the model files on this computer, wherever a program keeps them."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

import typer
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn
from rich.table import Table
from rich.text import Text

from lab.amounts import size, weights
from lab.cli.output import console, messages, print_json, visible
from lab.errors import LabError, ModelNotFound
from lab.models.discovery import CACHE_FILE, Discovery
from lab.models.facts import FileFacts
from lab.models.fit_verdict import Fit, judge_fit
from lab.models.found import FoundFile, ScanProgress
from lab.models.library import Library
from lab.models.memory_now import memory_now
from lab.models.naming import find_name, not_found
from lab.models.places import Place, known_places, own_places
from lab.records import Kind
from lab.settings import folders

_CONTEXT_TOKENS = 4096  # what "compare" asks for


@dataclass(frozen=True, slots=True, kw_only=True)
class Search:
    """What a search has found."""

    files: tuple[FoundFile, ...]
    notes: tuple[str, ...]
    """What could not be looked through."""


def scan(
    folder: Annotated[Path | None, typer.Option(help="Look through this folder only.")] = None,
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Find the model files on this computer: our own, added folders, and what other programs keep."""
    if folder is not None and not folder.expanduser().is_dir():
        raise LabError(f"There is no folder {folder}.", "Check the spelling of the path.")
    searched = search(folder.expanduser() if folder else None)
    if json:
        print_json(as_json(searched))
    else:
        show(searched)


def search(folder: Path | None = None) -> Search:
    """Look through one folder or all places, with a progress bar on standard error."""
    if folder is not None:
        places: tuple[Place, ...] = (Place(name="Folder", folder=folder),)
    else:
        here = folders()
        places = (*own_places(here.models, Library.open().folders()), *known_places())
    with Progress(
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        console=messages,
        transient=True,
        disable=not messages.is_terminal,
    ) as bar:
        task = bar.add_task("Looking for models", total=None)

        def report(progress: ScanProgress) -> None:
            doing = "Reading" if progress.reading else "Looking in"
            total = progress.files_found if progress.reading else None
            said = f"{doing} {visible(progress.where)}"
            bar.update(task, description=said, completed=progress.files_done, total=total)

        discovery = Discovery(places, cache_path=folders().cache / CACHE_FILE, on_progress=report)
        files = tuple(discovery.run())
    return Search(files=files, notes=tuple(discovery.notes))


def find(name: str) -> FoundFile:
    """The model of that name, or of a name that begins so, on this computer.

    Raises:
        ModelNotFound: There is none, or there are several.
    """
    usable = [file for file in search().files if file.usable]
    wanted = find_name(name, {file.name for file in usable})
    fitting = [file for file in usable if file.name == wanted]
    if not fitting:
        raise not_found(name, {*(model.name for model in Library.open().models()), *(file.name for file in usable)})
    if len(fitting) > 1:
        paths = ", ".join(file.path for file in fitting)
        raise ModelNotFound(f"There are {len(fitting)} models called '{wanted}': {paths}.", "Name one by its path.")
    return fitting[0]


def is_path(text: str) -> bool:
    """Whether somebody means a file by its path, not by a model's name."""
    return text.lower().endswith(".gguf") or text.startswith((".", "~", os.sep)) or Path(text).is_file()


def show(searched: Search, *, leave_out: Collection[str] = (), heading: str = "") -> None:
    """Print what was found: models in a table, then what was set aside and why.

    Args:
        searched: What was found.
        leave_out: Paths that were shown already.
        heading: Above the table; empty for none.
    """
    models = [file for file in searched.files if file.path not in leave_out]
    usable = sorted((file for file in models if file.facts), key=lambda file: (file.name, file.path))
    aside = [file for file in models if not file.facts]
    if heading and models:
        console.print(f"\n{heading}", style="bold")
    if usable:
        console.print(_table(usable))
        console.print("To use one, add it to the library: counterpoint models add NAME", style="dim")
    elif not leave_out:
        console.print(
            "No model was found. Fetch the starter pair with: counterpoint starter. "
            "Or say where yours are: counterpoint models folders add FOLDER"
        )
    if aside:
        console.print(f"\nSet aside: {len(aside)} {'file' if len(aside) == 1 else 'files'}", style="bold")
        for file in aside:
            where = Text(f"  {visible(file.place)}: {visible(file.path)}", style="dim")
            console.print(Text(f"· {visible(file.reason)}"), where, sep="\n", soft_wrap=True)
    for note in searched.notes:
        console.print(Text(visible(note), style="yellow"), soft_wrap=True)


def _table(files: list[FoundFile]) -> Table:
    table = Table(box=None, header_style="dim", pad_edge=False)
    table.add_column("Name", overflow="fold")
    for title in ("Kind", "Quant.", "Fit"):
        table.add_column(title, no_wrap=True)
    for title in ("Params", "Size"):
        table.add_column(title, justify="right", no_wrap=True)
    table.add_column("Where", overflow="fold")
    memory = memory_now()
    for file in files:
        facts = file.facts
        assert facts is not None
        kind = facts.verdict.kind
        fit = judge_fit([facts.memory], _CONTEXT_TOKENS, memory).fit
        table.add_row(
            visible(file.name),
            Text(kind, style="dim" if kind is Kind.UNSURE else ""),
            visible(facts.quantization),
            Text(fit, style="" if fit is Fit.FITS else "yellow"),
            weights(facts.parameters),
            size(file.size_bytes),
            Text(visible(_where(file)), style="dim"),
        )
    return table


def _where(file: FoundFile) -> str:
    """The place, and what tells the file from others there: its repository, or its path."""
    if file.source:
        return file.place if file.source == file.name else f"{file.place}: {file.source}"
    home = f"{Path.home()}{os.sep}"
    path = f"~{os.sep}{file.path.removeprefix(home)}" if file.path.startswith(home) else file.path
    return f"{file.place}: {path}"


def as_json(searched: Search) -> dict[str, Any]:
    """What was found, to print as JSON."""
    usable = [(file, file.facts) for file in searched.files if file.facts]
    aside = [file for file in searched.files if not file.facts]
    return {
        "found": [_model(file, facts) for file, facts in usable],
        "set_aside": [{**_whereabouts(file), "reason": file.reason, "hint": file.hint} for file in aside],
        "notes": searched.notes,
    }


def _whereabouts(file: FoundFile) -> dict[str, Any]:
    return {
        "name": file.name,
        "path": file.path,
        "place": file.place,
        "source": file.source,
        "size_bytes": file.size_bytes,
        "parts": file.parts,
    }


def _model(file: FoundFile, facts: FileFacts) -> dict[str, Any]:
    return _whereabouts(file) | {
        "kind": facts.verdict,
        "family": facts.family,
        "architecture": facts.architecture,
        "quantization": facts.quantization,
        "parameters": facts.parameters,
        "context_tokens": facts.context_tokens,
        "has_chat_template": facts.has_chat_template,
        "tokenizer_sha256": facts.tokenizer_sha256,
        "licence": facts.licence,
    }
