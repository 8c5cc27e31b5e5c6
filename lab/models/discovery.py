"""Finds the model files on this computer and says of each what it is, or why it is set aside.

Only names, sizes and headers are read, nothing is loaded and nothing is changed. It is made to run in the background:
files come one by one, progress is told, and it can be stopped at any moment.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from lab.errors import BadModelFile
from lab.language import number, tr
from lab.models.facts import facts_of
from lab.models.folder_walk import FolderWalk
from lab.models.found import FoundFile, ScanProgress
from lab.models.found_cache import FoundCache, Remembered
from lab.models.gguf_header import UnreadableModelFile, require_loadable
from lab.models.naming import plain_name
from lab.models.ollama import ollama_files
from lab.models.places import Layout, Place
from lab.models.split_files import first_part, part_name, parts_of, read_model, state_of

MAX_FILES = 20_000
"""More model files are not looked at."""

CACHE_FILE = "found-models.msgpack"
"""The name of the file in the cache folder."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    """A file that may be a model."""

    path: Path
    place: str
    source: str = ""
    name: str = ""
    """Given by the place; empty if it is to be made from the file."""
    reason: str = ""
    """Known already without reading it."""
    template_beside: bool = False
    """Whether the place keeps a template for conversations beside it."""


class Discovery:
    """One search; iterate over ``run()`` for the files.

    Args:
        places: Where to look; a file that is in several places is found in the first.
        cache_path: Where to keep what was read; None keeps nothing.
        on_progress: Told how far it has come, from the thread that iterates.
        stopped: Asked between folders and between files; True ends the search, and what was read is kept.

    Attributes:
        notes: Plain sentences about folders that could not be looked through.
    """

    def __init__(
        self,
        places: Iterable[Place],
        *,
        cache_path: Path | None = None,
        on_progress: Callable[[ScanProgress], None] | None = None,
        stopped: Callable[[], bool] | None = None,
    ) -> None:
        self.notes: list[str] = []
        self._places = tuple(places)
        self._cache_path = cache_path
        self._report = on_progress or (lambda _progress: None)
        self._stopped = stopped or (lambda: False)

    def run(self) -> Iterator[FoundFile]:
        """Look through all places, then read the headers.

        Returns:
            The files as they become known, each once, even if links or several places lead to it. A file that
            vanishes meanwhile is left out.
        """
        candidates = self._candidates()
        cache = FoundCache(self._cache_path)
        try:
            for number, candidate in enumerate(candidates):
                if self._stopped():
                    return
                self._report(_progress(candidate.path.name, len(candidates), number, reading=True))
                found = _look(candidate, cache)
                if found is not None:
                    yield found
            self._report(_progress("", len(candidates), len(candidates), reading=True))
        finally:
            cache.save()

    def _candidates(self) -> list[_Candidate]:
        found: list[_Candidate] = []
        seen = set[tuple[int, int]]()
        for place in self._places:
            self._report(_progress(place.name, len(found), 0, reading=False))
            walk = FolderWalk()
            for candidate in _in_place(place, walk, self._stopped):
                identity = _identity(candidate.path)
                if identity is None or identity in seen:
                    continue
                if not _is_text(f"{candidate.path}{candidate.source}"):
                    shown = os.fsencode(candidate.path).decode("utf-8", errors="replace")
                    note = tr("{file} has a name that is not proper text. Rename it to use it.", file=shown)
                    walk.notes.append(note)
                    continue
                seen.add(identity)
                found.append(candidate)
                if len(found) >= MAX_FILES:
                    most = number(MAX_FILES)
                    note = tr("There are more than {count} model files; the rest was not looked at.", count=most)
                    self.notes.append(note)
                    return found
            self.notes += walk.notes
        return found


def _progress(where: str, found: int, done: int, *, reading: bool) -> ScanProgress:
    return ScanProgress(where=where, files_found=found, files_done=done, reading=reading)


def _in_place(place: Place, walk: FolderWalk, stopped: Callable[[], bool]) -> Iterator[_Candidate]:
    if place.layout is Layout.OLLAMA:
        for file in ollama_files(place.folder, walk, stopped):
            yield _Candidate(
                path=_absolute(file.blob),
                place=place.name,
                source=file.name,
                name=file.name,
                reason=file.reason,
                template_beside=file.has_template,
            )
    elif place.layout is Layout.HUB_CACHE:
        for repository in _hub_repositories(place.folder):
            source = repository.name.removeprefix("models--").replace("--", "/")
            for path in _gguf_files(repository / "snapshots", walk, stopped):
                yield _Candidate(path=path, place=place.name, source=source)
    else:
        for path in _gguf_files(place.folder, walk, stopped):
            source = ""
            if place.layout is Layout.REPOSITORIES:
                source = path.parent.relative_to(_absolute(place.folder)).as_posix()
            yield _Candidate(path=path, place=place.name, source="" if source == "." else source)


def _hub_repositories(folder: Path) -> list[Path]:
    try:
        with os.scandir(folder) as entries:
            return sorted(Path(entry.path) for entry in entries if entry.name.startswith("models--"))
    except OSError:
        return []


def _gguf_files(folder: Path, walk: FolderWalk, stopped: Callable[[], bool]) -> Iterator[Path]:
    """The GGUF files below a folder; of a split model only one file, the first that is there."""
    split = set[Path]()
    for path in walk.files(_absolute(folder), lambda name: name.lower().endswith(".gguf"), stopped):
        if part_name(path.name) is not None:
            whole = first_part(path)
            if whole in split:
                continue
            split.add(whole)
        yield path


def _look(candidate: _Candidate, cache: FoundCache) -> FoundFile | None:
    """What a file is, from the cache if that knows it; None if it is gone."""
    path, parts = first_part(candidate.path), parts_of(candidate.path)
    there = [part for part in parts if part.is_file()]
    if not there:
        return None
    if candidate.reason:
        hint = tr("Choose the language model beside it.")
        return _found(candidate, _set_aside(path, _size(there), candidate.reason, hint))
    if not all(os.access(part, os.R_OK) for part in there):
        # Not remembered: permissions change without a trace in size and time.
        hint = tr("Give yourself permission to read the file.")
        return _found(candidate, _set_aside(path, _size(there), tr("{name} may not be read.", name=path.name), hint))
    if len(there) < len(parts):
        return _found(candidate, _read(candidate, path, _size(there), 0))
    try:
        size_bytes, mtime_ns = state_of(path)
    except OSError:
        return None
    known = cache.get(str(path), size_bytes, mtime_ns, candidate.source)
    if known is None:
        known = _read(candidate, path, size_bytes, mtime_ns)
        if not path.is_file():
            return None  # it went away while it was read
        cache.put(known)
    return _found(candidate, known)


def _read(candidate: _Candidate, path: Path, size_bytes: int, mtime_ns: int) -> Remembered:
    try:
        header = read_model(path)
        require_loadable(header)
    except UnreadableModelFile as error:
        # Without its time the cache knows nothing by it: rights and disks change without a trace in size and time.
        return _set_aside(path, size_bytes, _sentence(error, candidate, path), error.hint)
    except BadModelFile as error:
        return Remembered(
            path=str(path),
            size_bytes=size_bytes,
            mtime_ns=mtime_ns,
            source=candidate.source,
            reason=_sentence(error, candidate, path),
            hint=error.hint,
        )
    return Remembered(
        path=str(path),
        size_bytes=size_bytes,
        mtime_ns=mtime_ns,
        source=candidate.source,
        facts=facts_of(header, source=candidate.source, template_beside=candidate.template_beside),
    )


def _set_aside(path: Path, size_bytes: int, reason: str, hint: str) -> Remembered:
    return Remembered(path=str(path), size_bytes=size_bytes, mtime_ns=0, source="", reason=reason, hint=hint)


def _sentence(error: BadModelFile, candidate: _Candidate, path: Path) -> str:
    """Why a file is set aside; a blob is called by its model's name, a file by its own and not by its whole path."""
    sentence = error.message.replace(str(path), path.name)
    return sentence.replace(path.name, candidate.name) if candidate.name else sentence


def _found(candidate: _Candidate, known: Remembered) -> FoundFile:
    path = Path(known.path)
    # In a folder for a repository the file may only be called "model.gguf".
    title = candidate.source.rpartition("/")[2] or (known.facts.title if known.facts else "")
    return FoundFile(
        name=candidate.name or plain_name(path, title),
        path=known.path,
        size_bytes=known.size_bytes,
        place=candidate.place,
        source=candidate.source,
        facts=known.facts,
        reason=known.reason,
        hint=known.hint,
        parts=len(parts_of(path)),
    )


def _size(files: Iterable[Path]) -> int:
    total = 0
    for file in files:
        try:
            total += file.stat().st_size
        except OSError:
            continue
    return total


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        state = path.stat()
    except (OSError, ValueError):
        return None
    return state.st_dev, state.st_ino


def _is_text(name: str) -> bool:
    """Whether a name can be written down; on Linux any bytes can be one, and llama.cpp is given text."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return False
    return True


def _absolute(path: Path) -> Path:
    return Path(os.path.abspath(path))  # noqa: PTH100  (also takes out "..", without following links)
