"""Puts the program into the menu of a Linux desktop for one user, and takes it out again.

An installer does the same for everybody. This is for who has it from pip or from the archive.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from lab.errors import LabError
from lab.language import tr

_OURS = {
    Path("icons/hicolor/scalable/apps/counterpoint.svg"): ("icons", "counterpoint.svg"),
    Path("mime/packages/counterpoint.xml"): ("desktop", "counterpoint-mime.xml"),
}
"""Files below the data folder, and where they are in the resources."""
_ENTRY = Path("applications/counterpoint.desktop")
_REFRESH = (("update-desktop-database", "applications"), ("update-mime-database", "mime"))
"""Desktops look into caches that these programs of theirs bring up to date."""
_ESCAPED = '"`$\\'


def install(command: Sequence[str], data: Path) -> Path:
    """Put the program into the menu, with its icon, for models and recordings that are double-clicked.

    Args:
        command: The words that start it.
        data: The folder for the user's data; see ``data_home``.

    Returns:
        The menu entry.

    Raises:
        LabError: This is no system with such menus, or the folder can't be written to.
    """
    _require_linux()
    entry = (files("resources") / "desktop" / "counterpoint.desktop").read_text(encoding="utf-8")
    quoted = " ".join(map(_quoted, command))
    entry = entry.replace("\nExec=counterpoint %f\n", f"\nExec={quoted} %f\n")
    try:
        _write(data / _ENTRY, entry.encode())
        for place, source in _OURS.items():
            _write(data / place, files("resources").joinpath(*source).read_bytes())
    except OSError as error:
        raise LabError(
            tr("The menu entry could not be written: {reason}.", reason=error.strerror or str(error)),
            tr("Check who may write to {folder}.", folder=data),
        ) from error
    _refresh(data)
    return data / _ENTRY


def remove(data: Path) -> bool:
    """Take the program out of the menu; what people have made stays.

    Args:
        data: The folder for the user's data; see ``data_home``.

    Returns:
        False if it was not there.

    Raises:
        LabError: This is no system with such menus.
    """
    _require_linux()
    there = [data / place for place in (_ENTRY, *_OURS) if (data / place).exists()]
    for file in there:
        file.unlink()
    if there:
        _refresh(data)
    return bool(there)


def data_home(environment: Mapping[str, str] = os.environ) -> Path:
    """Where a Linux desktop looks for a user's own menu entries."""
    named = environment.get("XDG_DATA_HOME", "")
    return Path(named) if named.startswith("/") else Path.home() / ".local" / "share"


def _require_linux() -> None:
    if sys.platform in ("win32", "darwin"):
        raise LabError(
            tr("There is no menu entry to make on this system."),
            tr("Use the installer, which makes one, or put a shortcut to the program where you want it."),
        )


def _quoted(word: str) -> str:
    """A word of ``Exec``: first quoted as the key wants it, then escaped as the file wants it."""
    inner = "".join(f"\\{letter}" if letter in _ESCAPED else letter for letter in word)
    return f'"{inner}"'.replace("\\", "\\\\").replace("%", "%%")


def _write(file: Path, content: bytes) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


def _refresh(data: Path) -> None:
    for program, folder in _REFRESH:
        found = shutil.which(program)
        if found and (data / folder).is_dir():
            # Without it, the desktop finds out at the next login.
            subprocess.run([found, data / folder], capture_output=True, timeout=60, check=False)  # noqa: S603  (the desktop's own)
