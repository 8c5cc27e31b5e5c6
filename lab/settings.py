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
    """What must not be lost: the library's table, the database of answers and votes, the preferences."""
    models: Path
    """Model files that the program itself fetched."""
    cache: Path
    """What can be made again: unfinished downloads, worker logs."""

    @property
    def history(self) -> Path:
        """The database of what was compared and thought of it; its backups are beside it.

        ``COUNTERPOINT_HISTORY`` names another file, e.g. on a disk that is backed up.
        """
        elsewhere = os.environ.get("COUNTERPOINT_HISTORY")
        return Path(elsewhere).expanduser().absolute() if elsewhere else self.data / "history.db"


def folders() -> Folders:
    """The folders for this user, read from the environment at each call so that tests can move them."""
    home = os.environ.get("COUNTERPOINT_HOME")
    if home:
        base = Path(home).expanduser().absolute()
        return Folders(data=base / "data", models=base / "models", cache=base / "cache")
    data = Path(platformdirs.user_data_path(_APP_NAME, appauthor=False))
    cache = Path(platformdirs.user_cache_path(_APP_NAME, appauthor=False))
    return Folders(data=data, models=data / "models", cache=cache)
