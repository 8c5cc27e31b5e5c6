"""Looks what of the cards is here already, and what room this computer has; reads the disk, so it runs on a thread."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from pathlib import Path

from lab.models import starter
from lab.models.catalogue import CatalogueEntry, CatalogueModel
from lab.models.download_order import folder_name
from lab.models.library import Library, is_missing
from lab.models.library_file import LibraryEntry
from lab.models.memory_now import MemoryNow
from lab.models.split_files import part_name
from lab.models.starter_table import StarterModel
from lab.records import Model
from lab.settings import folders
from ui.models.card_offer import STARTER_ID

_ANY_COMMIT = "0" * 40
"""Where only the repository's part of a folder's name is wanted."""

Present = Mapping[str, Model]
"""What of a card is in the library, by the name that the card gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What this computer has at one moment."""

    present: Mapping[str, Present]
    """By the card's id."""
    memory: MemoryNow
    free_bytes: int | None
    """On the disk that models go to; None if it does not say."""


def survey(
    library: Library,
    entries: Sequence[CatalogueEntry],
    packed: Sequence[StarterModel],
    memory: Callable[[], MemoryNow],
) -> Survey:
    """Look at the library, the memory and the disk.

    Args:
        library: The models that are here.
        entries: The pairs and ladders of the cards.
        packed: The starter pair, as it comes in packages.
        memory: Says what memory there is.

    Raises:
        BadLibrary: The library is damaged.
    """
    kept = [one for one in library.entries() if not is_missing(one.model)]
    present: dict[str, Present] = {entry.id: _present(entry, kept) for entry in entries}
    there = starter.plan(library=library, table=tuple(packed)).present
    present[STARTER_ID] = {Path(model.path).parent.name: model for model in there}
    return Survey(present=present, memory=memory(), free_bytes=_free_bytes(folders().models))


def is_of(model: CatalogueModel, repository: str, file_name: str) -> bool:
    """Whether a file of a repository is a model of the catalogue; any part of one that is split is."""
    part = part_name(file_name)
    name = f"{part.stem}{part.ending}" if part else file_name
    pattern = model.pattern.rpartition("/")[2]
    return repository == model.repository and fnmatchcase(name.lower(), pattern.lower())


def with_model(found: Survey, entries: Sequence[CatalogueEntry], model: Model) -> Survey:
    """What a survey would find too, now that a model has come into its folder of repository and commit."""
    path = Path(model.path)
    present = dict(found.present)
    for entry in entries:
        for wanted in entry.models:
            folder = folder_name(wanted.repository, _ANY_COMMIT).rpartition("@")[0] + "@"
            if is_of(wanted, wanted.repository, path.name) and any(part.startswith(folder) for part in path.parts):
                present[entry.id] = {**present.get(entry.id, {}), wanted.name: model}
    return replace(found, present=present)


def _present(entry: CatalogueEntry, kept: Sequence[LibraryEntry]) -> Present:
    found = {}
    for model in entry.models:
        for one in kept:
            if is_of(model, one.source.partition("@")[0], Path(one.model.path).name):
                found[model.name] = one.model
    return found


def _free_bytes(folder: Path) -> int | None:
    existing = next((place for place in (folder, *folder.parents) if place.exists()), None)
    try:
        return shutil.disk_usage(existing).free if existing else None
    except OSError:
        return None
