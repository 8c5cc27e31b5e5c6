"""``counterpoint models folders``: where to look for models besides the usual places."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from lab.cli.output import console, print_json, visible
from lab.models.library import Library
from lab.models.places import known_places, own_places
from lab.settings import folders

app = typer.Typer(help="Say where to look for models besides the usual places.", no_args_is_help=True)

_Folder = Annotated[Path, typer.Argument(help="A folder with GGUF files in it, or in folders below it.")]
_Json = Annotated[bool, typer.Option("--json", help="Print JSON.")]


@app.command("add")
def add(folder: _Folder, json: _Json = False) -> None:
    """Look for models in a folder too; nothing in it is changed."""
    library = Library.open()
    added = library.add_folder(folder)
    if json:
        print_json({"folders": [str(each) for each in library.folders()]})
    else:
        console.print(f"Added {visible(str(added))}. See what is in it: counterpoint models scan", soft_wrap=True)


@app.command("remove")
def remove(folder: _Folder, json: _Json = False) -> None:
    """Look for models there no longer; the folder stays as it is."""
    library = Library.open()
    removed = library.remove_folder(folder)
    if json:
        print_json({"folders": [str(each) for each in library.folders()]})
    else:
        console.print(f"{visible(str(removed))} is no longer looked through. It stays as it is.", soft_wrap=True)


@app.command("list")
def list_folders(json: _Json = False) -> None:
    """List the folders that are looked through and are there."""
    added = Library.open().folders()
    places = (*own_places(folders().models, added), *known_places())
    there = [place for place in places if place.folder.is_dir() or place.folder in added]
    if json:
        print_json(
            {
                "folders": [str(folder) for folder in added],
                "places": [{"name": place.name, "folder": str(place.folder)} for place in there],
            }
        )
        return
    for place in there:
        gone = "" if place.folder.is_dir() else " (gone)"
        console.print(f"{place.name:<14}{visible(str(place.folder))}{gone}", soft_wrap=True)
    if not there:
        console.print("There is none yet. Add one with: counterpoint models folders add FOLDER")
