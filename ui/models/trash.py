"""Moving a model to the trash: whether it is the user's to delete here, and doing it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFile

from lab.errors import LabError
from lab.language import tr
from ui.first_start.words import all_of
from ui.models.rows import ModelRow
from ui.models.words import ADDED_PLACE, ELSEWHERE, HUB_CACHE, OWN_PLACE

_OWN = frozenset((OWN_PLACE, ADDED_PLACE, ELSEWHERE))


def refusal(row: ModelRow) -> str:
    """Why a model is not moved to the trash from here, and what to do instead; empty if it may be."""
    place = row.file.place
    if row.sides:
        sides = all_of(side.upper() for side in row.sides)
        return tr("It plays on side {sides} now. Choose another model there first.", sides=sides)
    if place == "Ollama":
        return tr(
            "Ollama keeps it in a store in which models share files. Delete it there: ollama rm {name}",
            name=row.file.name,
        )
    if place == HUB_CACHE:
        return tr(
            "It is in the cache of the Hugging Face programs, which share its files. Delete it there: hf cache rm"
        )
    if place not in _OWN:
        return tr(
            "{place} keeps a list of its files. Delete it in {place}, so that nothing there points to a lost file.",
            place=place,
        )
    return ""


def move_to_trash(parts: Iterable[Path]) -> None:
    """Move files to the system's trash.

    Raises:
        LabError: The system did not take one of them; those before it are in the trash.
    """
    for part in parts:
        if not QFile(str(part)).moveToTrash() and part.exists():
            raise LabError(
                tr("{name} could not be moved to the trash.", name=part.name),
                tr(
                    "The disk that it is on may have no trash, or it is not yours to delete. "
                    "Show its folder and delete it there."
                ),
            )
