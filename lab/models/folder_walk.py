"""Goes through folders in which anything may be, and ends: loops, endless depth and countless files are cut short."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

from lab.language import number, tr

MAX_ENTRIES = 250_000
"""So many files and folders are looked at in one place, no more; it takes about a second."""

MAX_DEPTH = 12
"""No program keeps its models deeper."""


class FolderWalk:
    """One walk with its limits and with what it had to leave out.

    Hidden files and folders are passed over: rubbish bins, version control, half of a copy from a Mac.

    Attributes:
        seen: How many files and folders were looked at.
        notes: Plain sentences about what was left out.
    """

    def __init__(self, *, max_entries: int = MAX_ENTRIES) -> None:
        self.seen = 0
        self.notes: list[str] = []
        self._max_entries = max_entries
        self._folders = set[tuple[int, int]]()

    def files(self, top: Path, wanted: Callable[[str], bool], stopped: Callable[[], bool]) -> Iterator[Path]:
        """All files below a folder whose names are wanted, folder by folder, in the order of their names.

        A link to a folder is followed, but no folder is entered twice. A folder that does not exist is empty.

        Args:
            top: Where to begin.
            wanted: Told a file's name.
            stopped: Asked before every folder; True ends the walk.
        """
        waiting = [(top, 0)]
        while waiting and not stopped():
            folder, depth = waiting.pop()
            if not self._enter(folder):
                continue
            names, folders = self._list(folder)
            yield from (folder / name for name in sorted(names) if wanted(name))
            if depth < MAX_DEPTH:
                # The last one in is the next one out.
                waiting += [(folder / name, depth + 1) for name in sorted(folders, reverse=True)]
            if self.seen >= self._max_entries:
                if waiting:
                    most = number(self._max_entries)
                    note = tr(
                        "{folder} holds more than {count} files; the rest was not looked at.", folder=top, count=most
                    )
                    self._note(note)
                return

    def _enter(self, folder: Path) -> bool:
        """Whether this is a folder in which we were not yet."""
        try:
            state = folder.stat()
        except (OSError, ValueError):
            return False
        identity = (state.st_dev, state.st_ino)
        if identity in self._folders:
            return False
        self._folders.add(identity)
        return True

    def _list(self, folder: Path) -> tuple[list[str], list[str]]:
        """The names of the files and of the folders in a folder."""
        names: list[str] = []
        folders: list[str] = []
        try:
            with os.scandir(folder) as entries:
                for entry in entries:
                    self.seen += 1
                    if self.seen > self._max_entries:
                        self._note(tr("{folder} holds very many files; not all were looked at.", folder=folder))
                        break
                    if entry.name.startswith("."):
                        continue
                    if _is_folder(entry):
                        folders.append(entry.name)
                    else:
                        names.append(entry.name)
        except NotADirectoryError:
            pass
        except OSError:
            self._note(tr("{folder} may not be read.", folder=folder))
        return names, folders

    def _note(self, sentence: str) -> None:
        if len(self.notes) < 20:
            self.notes.append(sentence)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False
