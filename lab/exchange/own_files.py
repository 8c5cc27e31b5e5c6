"""Keeps an export from taking the place of the history that it is made of."""

from __future__ import annotations

from pathlib import Path

from lab.errors import LabError
from lab.language import tr

_ENDINGS = ("", "-wal", "-shm")
"""SQLite's files of one database."""


def refuse_own_files(target: Path, history: Path) -> None:
    """Refuse what is no ordinary file (a folder, /dev/null), and the history itself.

    Args:
        target: Where an export would go.
        history: The file of the history.

    Raises:
        LabError: It may not go there.
    """
    if target.is_dir():
        raise LabError(tr("{target} is a folder.", target=target), tr("Name a file in it."))
    if target.exists() and not target.is_file():
        raise LabError(tr("{target} is no ordinary file.", target=target), tr("Name another one."))
    if target.absolute().resolve() in {Path(f"{history}{ending}").resolve() for ending in _ENDINGS}:
        raise LabError(tr("{target} is the history itself.", target=target), tr("Name another file."))
