"""Puts together, on a thread of its own, what a search has found, what the library knows and what is free."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from lab.errors import BadModelFile, LabError
from lab.language import tr
from lab.models.discovery import MAX_FILES
from lab.models.facts import FileFacts, facts_of
from lab.models.found import FoundFile
from lab.models.gguf_header import require_loadable
from lab.models.library import Library, is_missing
from lab.models.library_file import LibraryEntry
from lab.models.memory_now import MemoryNow, held_bytes, memory_now
from lab.models.split_files import parts_of, read_model, state_of
from lab.records import Model, Side
from ui.deliveries import Deliveries
from ui.models.rows import Around, AsideFile, ModelRow, aside_of, rows_of
from ui.models.words import ELSEWHERE

_Identity = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """All that the page shows."""

    rows: tuple[ModelRow, ...]
    aside: tuple[AsideFile, ...]
    """What can't be used."""
    folders: tuple[Path, ...]
    """Those that the user has added."""
    around: Around
    """What the verdicts were made with."""
    free_memory_bytes: int
    """Without what our own workers hold."""
    free_disk_bytes: int
    """Where our own models are kept; negative if it can't be told."""
    complete: bool
    """Whether a search has come to its end; before that more may come."""


class Stock(QObject):
    """Makes the page's contents anew whenever something is asked to have changed; the latest wish counts.

    Args:
        library: The models that are kept.
        models: The folder of the models that the program fetched.
        playing: Who plays which side now; asked on the window's thread.
        worker_pids: Our own workers, whose memory would be given back; asked on the window's thread.
        parent: Owns it.

    Signals:
        changed(Contents): What there is now.
        failed(LabError): The library can't be read.
    """

    changed = Signal(object)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        models: Path,
        playing: Callable[[], Mapping[Side, Model]],
        worker_pids: Callable[[], Iterable[int]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._models = library, models
        self._playing, self._worker_pids = playing, worker_pids
        self._deliveries = Deliveries(self)
        self._thread: ThreadPoolExecutor | None = None
        self._files: tuple[FoundFile, ...] = ()
        self._known = _KnownFiles()
        self._busy = self._again = self._closed = self._complete = False
        self.context_tokens = 4096

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._busy

    def set_files(self, files: Sequence[FoundFile], *, complete: bool) -> None:
        """Take over what a search has found, so far or in all."""
        self._files, self._complete = tuple(files), complete or self._complete
        self.refresh()

    def refresh(self) -> None:
        """Look anew at the library, the memory and who plays."""
        if self._closed:
            return
        if self._busy:
            self._again = True
            return
        self._busy = True
        if self._thread is None:
            self._thread = ThreadPoolExecutor(1, thread_name_prefix="stock")
        playing = {side: Path(model.path) for side, model in self._playing().items()}
        future = self._thread.submit(
            self._put_together, self._files, self._complete, playing, tuple(self._worker_pids()), self.context_tokens
        )
        self._deliveries.when_done(future, self._tell, self._give_up)

    def close_down(self) -> None:
        """End the thread."""
        self._closed = True
        if self._thread is not None:
            self._thread.shutdown(wait=False, cancel_futures=True)

    def _put_together(
        self,
        files: tuple[FoundFile, ...],
        complete: bool,
        playing: Mapping[Side, Path],
        pids: tuple[int, ...],
        context_tokens: int,
    ) -> Contents:
        """Runs on the thread."""
        listed, folders = self._library.entries(), self._library.folders()
        entries, alone = self._known.match(files, listed)
        gone = [entry for entry in alone if is_missing(entry.model)]
        files = (*files, *(self._known.look(entry) for entry in alone if entry not in gone))
        entries |= {entry.model.path: entry for entry in alone}
        free, held = memory_now(), held_bytes(pids)
        around = Around(
            memory=MemoryNow(available=min(free.available + held, free.total), total=free.total),
            context_tokens=context_tokens,
            playing=playing,
            folders=folders,
        )
        return Contents(
            rows=tuple(rows_of(files, entries, around)),
            aside=(*(_gone(entry) for entry in gone), *aside_of(files, folders)),
            folders=folders,
            around=around,
            free_memory_bytes=free.available,
            free_disk_bytes=_free_disk(self._models),
            complete=complete,
        )

    def _tell(self, contents: Contents) -> None:
        if self._rest():
            self.changed.emit(contents)

    def _give_up(self, error: LabError) -> None:
        if self._rest():
            self.failed.emit(error)

    def _rest(self) -> bool:
        """Look once more if something has changed meanwhile; False if the page is closed."""
        self._busy = False
        if self._again:
            self._again = False
            self.refresh()
        return not self._closed


class _KnownFiles:
    """Which files of the library are which of those found; headers that were read stay known. Lives on one thread."""

    def __init__(self) -> None:
        self._facts: dict[tuple[str, int, int, str], FileFacts] = {}
        self._identities: dict[str, _Identity | None] = {}

    def match(
        self, files: Sequence[FoundFile], listed: Iterable[LibraryEntry]
    ) -> tuple[dict[str, LibraryEntry], list[LibraryEntry]]:
        """Give each file its entry.

        Returns:
            The entries by the paths of the files that were found, and those whose file no search has found.
        """
        by_path = {file.path: file for file in files}
        entries = {entry.model.path: entry for entry in listed if entry.model.path in by_path}
        left = [entry for entry in listed if entry.model.path not in by_path]
        if not left or not files:
            return entries, left
        found = {identity: file.path for file in files if (identity := self._identity(file.path)) is not None}
        alone = []
        for entry in left:  # the same file may have been added by another path, through a link
            identity = _identity_of(entry.model.path)
            path = found.get(identity) if identity else None
            if path is None or path in entries:
                alone.append(entry)
            else:
                entries[path] = entry
        return entries, alone

    def look(self, entry: LibraryEntry) -> FoundFile:
        """What a file of the library is that no search has found; it may have gone bad."""
        model = entry.model
        path = Path(model.path)
        facts: FileFacts | None = None
        reason = hint = ""
        try:
            key = (model.path, *state_of(path), entry.source)
            facts = self._facts.get(key)
            if facts is None:
                header = read_model(path)
                require_loadable(header)
                facts = self._facts[key] = facts_of(header, source=entry.source)
        except BadModelFile as error:
            reason, hint = error.message, error.hint
        except OSError as error:
            reason = tr("{name} can't be read: {why}.", name=path.name, why=error.strerror or error)
            hint = tr("Check the disk that it is on.")
        return FoundFile(
            name=model.name,
            path=model.path,
            size_bytes=model.size_bytes,
            place=ELSEWHERE,
            source=entry.source,
            facts=facts,
            reason=reason,
            hint=hint,
            parts=len(parts_of(path)),
        )

    def _identity(self, path: str) -> _Identity | None:
        if path not in self._identities:
            if len(self._identities) > MAX_FILES:
                self._identities.clear()
            self._identities[path] = _identity_of(path)
        return self._identities[path]


def _identity_of(path: str) -> _Identity | None:
    try:
        state = Path(path).stat()
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def _gone(entry: LibraryEntry) -> AsideFile:
    path = Path(entry.model.path)
    return AsideFile(
        name=entry.model.name,
        path=path,
        where=tr("In the library"),
        reason=tr("The file of {name} is gone, or a part of it: {path}.", name=entry.model.name, path=path),
        hint=tr("Put it back, or let the library forget it."),
        listed_name=entry.model.name,
    )


def _free_disk(folder: Path) -> int:
    existing = next((place for place in (folder, *folder.parents) if place.exists()), None)
    try:
        return shutil.disk_usage(existing).free if existing else -1
    except OSError:
        return -1
