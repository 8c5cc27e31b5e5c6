"""Where things are kept on this computer. ``COUNTERPOINT_HOME`` puts everything below one folder of your own."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import platformdirs

_APP_NAME = "Counterpoint"


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """The folders of the program; none is created until something is written to it."""

    data: Path
    """What must not be lost: the library's table, later the database of answers and votes."""
    models: Path
    """Model files that the program itself fetched."""
    cache: Path
    """What can be made again: unfinished downloads, worker logs."""


def folders() -> Folders:
    """The folders for this user, read from the environment at each call so that tests can move them."""
    home = os.environ.get("COUNTERPOINT_HOME")
    if home:
        base = Path(home).expanduser().absolute()
        return Folders(data=base / "data", models=base / "models", cache=base / "cache")
    data = Path(platformdirs.user_data_path(_APP_NAME, appauthor=False))
    cache = Path(platformdirs.user_cache_path(_APP_NAME, appauthor=False))
    return Folders(data=data, models=data / "models", cache=cache)
