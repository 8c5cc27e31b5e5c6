"""The models that somebody has on this computer: a list of files with short names and what is known about them."""

from __future__ import annotations

import contextlib
import dataclasses
import os
from pathlib import Path

import msgspec

from lab.errors import LabError, ModelNotFound
from lab.language import tr
from lab.models.checksum import OnBytes, sha256_of_all
from lab.models.gguf_header import GgufHeader, require_loadable
from lab.models.kind import judge, overruled
from lab.models.library_file import LibraryContents, LibraryEntry, changing, read_library, write_library
from lab.models.naming import find_name, not_found, short_name, unique_name
from lab.models.split_files import first_part, parts_of, read_model, state_of
from lab.records import Kind, KindVerdict, Model
from lab.settings import folders


class Library:
    """The library as it stands on disk.

    Each change reads the file again, changes one thing and puts a whole new file in its place, one change at a time, so
    that threads, a window and a command line can share it. A change raises a plain ``LabError`` if somebody else is at
    it and does not end. Facts about a file are read again only if its size or time of change differ.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    @classmethod
    def open(cls) -> Library:
        """The library of this user; a file that is damaged is noticed at once.

        Raises:
            BadLibrary: The file can't be read.
        """
        library = cls(folders().data / "library.json")
        library.models()
        return library

    def models(self) -> list[Model]:
        """All models by name, also those whose file is gone (see ``is_missing``)."""
        return sorted((entry.model for entry in read_library(self._path).models), key=lambda model: model.name)

    def entries(self) -> list[LibraryEntry]:
        """All models by name with licence and source."""
        return sorted(read_library(self._path).models, key=lambda entry: entry.model.name)

    def add(
        self,
        path: Path,
        *,
        name: str = "",
        known: Kind | None = None,
        licence: str = "",
        licence_url: str = "",
        source: str = "",
        verified_sha256: str = "",
        on_progress: OnBytes | None = None,
    ) -> Model:
        """Put a file into the library; one that is there already is brought up to date and keeps its name.

        Args:
            path: The GGUF file, or any part of a model that is split. It stays where it is.
            name: What to call it; made from the file's name if empty, and made unique if taken.
            known: Base or chat, if our own table says so about exactly this file.
            licence: E.g. ``Apache-2.0``; taken from the header if empty.
            licence_url: Where the licence can be read.
            source: Where it came from, e.g. a repository.
            verified_sha256: Its checksum, if the caller has just found it to be what was promised: then it is kept
                as the promise too, and the file is not read again. Not for a model that is split.
            on_progress: Follows the hashing of the file in bytes; what it raises ends that, and nothing is kept.

        Raises:
            BadModelFile: It can't be loaded.
            BadLibrary: The library is damaged.
            NotEnoughDisk: The library can't be written.
        """
        path = first_part(_absolute(path))
        header = read_model(path)
        require_loadable(header)
        sha256 = verified_sha256 or _checksum(header, _of_path(read_library(self._path), path), on_progress)
        # Hashing may have taken a minute: what others changed meanwhile must stay.
        with changing(self._path) as contents:
            listed = _listed(contents, path)
            names = [entry.model.name for entry in contents.models if entry is not listed]
            wanted = name or (listed.model.name if listed else "")
            wanted = unique_name(wanted, header, names) if wanted else short_name(header, names)
            entry = _describe(header, wanted, sha256, _of_path(contents, path), known=known, source=source)
            entry = msgspec.structs.replace(
                entry,
                licence=licence or entry.licence,
                licence_url=licence_url or entry.licence_url,
                promised_sha256=verified_sha256 or entry.promised_sha256,
            )
            self._keep(contents, entry, listed=True)
        return entry.model

    def get(self, name_or_path: str, *, on_progress: OnBytes | None = None) -> Model:
        """Find a model by name, by the beginning of its name, or by the path of any GGUF file.

        Args:
            name_or_path: A name in any case, an unambiguous beginning, or a path.
            on_progress: Follows the hashing of a file that was not seen before or has changed; what it raises ends it.

        Returns:
            The model with its checksum. A file that is not in the library is not added to it.

        Raises:
            ModelNotFound: No such name, several that fit, or the file of that name is gone.
            BadModelFile: The path leads to no loadable model.
            BadLibrary: The library is damaged.
        """
        contents = read_library(self._path)
        by_name = {entry.model.name: entry for entry in contents.models}
        exact = next((name for name in by_name if name.lower() == name_or_path.lower()), None)
        path = _absolute(Path(name_or_path))
        if exact is None and _looks_like_a_path(name_or_path, path):
            path = first_part(path)
            return self._fresh(path, _of_path(contents, path), on_progress)
        name = exact or find_name(name_or_path, by_name)
        if name is None:
            raise not_found(name_or_path, by_name)
        entry = by_name[name]
        _require_there(entry.model)
        return self._fresh(Path(entry.model.path), entry, on_progress)

    def set_kind(self, name: str, kind: Kind | None) -> Model:
        """Let a person say whether a model is base or chat, or with None let its file say so again.

        Only the header is read for that; name, checksum and all else that is known stay.

        Raises:
            ModelNotFound: No such name, several that fit, or its file is gone and can say nothing.
            BadModelFile: The file is no model any more.
        """
        with changing(self._path) as contents:
            entry = _named(contents, name)
            verdict = _judged(entry) if kind is None else overruled(kind, entry.model.verdict)
            model = dataclasses.replace(entry.model, verdict=verdict)
            self._keep(contents, msgspec.structs.replace(entry, model=model), listed=True)
        return model

    def remove(self, name: str) -> Model:
        """Take a model out of the library; its file stays.

        Raises:
            ModelNotFound: No such name, or several that fit.
        """
        with changing(self._path) as contents:
            entry = _named(contents, name)
            left = tuple(other for other in contents.models if other.model.name != entry.model.name)
            write_library(self._path, msgspec.structs.replace(contents, models=left))
        return entry.model

    def folders(self) -> tuple[Path, ...]:
        """The folders that the user has added, to look for models in."""
        return tuple(Path(folder) for folder in read_library(self._path).folders)

    def add_folder(self, folder: Path) -> Path:
        """Look for models in a folder too, from now on.

        Returns:
            The folder as it is kept: absolute. One that is there already stays once.

        Raises:
            LabError: There is no such folder.
            NotEnoughDisk: The library can't be written.
        """
        kept = _absolute(folder)
        if not _is_folder(kept):
            raise LabError(tr("There is no folder {folder}.", folder=folder), tr("Check the spelling of the path."))
        with changing(self._path) as contents:
            if str(kept) not in contents.folders:
                write_library(self._path, msgspec.structs.replace(contents, folders=(*contents.folders, str(kept))))
        return kept

    def remove_folder(self, folder: Path) -> Path:
        """Look there no longer; the folder and what is in it stay.

        Raises:
            LabError: It was not added.
            NotEnoughDisk: The library can't be written.
        """
        kept = _absolute(folder)
        with changing(self._path) as contents:
            if str(kept) not in contents.folders:
                raise LabError(
                    tr("The folder {folder} was not added.", folder=folder),
                    tr("See which are: counterpoint models folders list"),
                )
            left = tuple(other for other in contents.folders if other != str(kept))
            write_library(self._path, msgspec.structs.replace(contents, folders=left))
        return kept

    def _fresh(self, path: Path, old: LibraryEntry | None, on_progress: OnBytes | None) -> Model:
        """The facts about a file: the old ones if it has not changed, else read and kept anew."""
        if old is not None and _unchanged(path, old):
            return old.model
        header = read_model(path)
        require_loadable(header)
        name = old.model.name if old else short_name(header, ())
        sha256 = _checksum(header, old, on_progress)
        entry = _describe(header, name, sha256, old)
        # The facts are only kept to save time; a full disk must not stand in the way of using the model.
        with contextlib.suppress(LabError), changing(self._path) as contents:
            now = _of_path(contents, path)
            entry = _describe(header, now.model.name if now else name, sha256, now)
            self._keep(contents, entry, listed=_listed(contents, path) is not None)
        return entry.model

    def _keep(self, contents: LibraryContents, entry: LibraryEntry, *, listed: bool) -> None:
        path = entry.model.path
        seen = tuple(other for other in contents.seen if other.model.path != path)
        models = contents.models
        if listed:
            models = (*(other for other in models if other.model.path != path), entry)
        else:
            seen = (*seen, entry)
        write_library(self._path, msgspec.structs.replace(contents, models=models, seen=seen))


def is_missing(model: Model) -> bool:
    """Whether a model's file, or a part of it, is not where it was."""
    return not all(part.is_file() for part in parts_of(Path(model.path)))


def _require_there(model: Model) -> None:
    if is_missing(model):
        raise ModelNotFound(
            tr("The file of {name} is gone: {path}.", name=model.name, path=model.path),
            tr("Put it back, or take it out of the library: counterpoint models remove {name}", name=model.name),
        )


def _judged(entry: LibraryEntry) -> KindVerdict:
    """What a file says that it is, whatever a person has said."""
    _require_there(entry.model)
    path = Path(entry.model.path)
    header = read_model(path)
    require_loadable(header)
    return judge(header, known=entry.known if _unchanged(path, entry) else None, source=entry.source)


def _checksum(header: GgufHeader, old: LibraryEntry | None, on_progress: OnBytes | None) -> str:
    if old is not None and _unchanged(header.path, old):
        return old.model.sha256
    return sha256_of_all(parts_of(header.path), on_progress)


def _describe(
    header: GgufHeader,
    name: str,
    sha256: str,
    old: LibraryEntry | None,
    *,
    known: Kind | None = None,
    source: str = "",
) -> LibraryEntry:
    source = source or (old.source if old else "")
    if old is not None and old.model.sha256 == sha256:
        known = known or old.known
    verdict = judge(header, known=known, source=source)
    if old is not None and old.model.verdict.overruled:
        verdict = overruled(old.model.verdict.kind, verdict)
    model = Model(
        name=name,
        path=str(header.path),
        size_bytes=header.file_bytes,
        sha256=sha256,
        verdict=verdict,
        architecture=header.architecture,
        quantization=header.quantization,
        parameters=header.parameters,
        context_tokens=header.context_tokens,
        has_chat_template=header.chat_template is not None,
        tokenizer_sha256=header.tokenizer_sha256,
    )
    return LibraryEntry(
        model=model,
        mtime_ns=header.mtime_ns,
        licence=old.licence if old else header.text("general.license"),
        licence_url=old.licence_url if old else "",
        promised_sha256=old.promised_sha256 if old else "",
        source=source,
        known=known,
    )


def _unchanged(path: Path, entry: LibraryEntry) -> bool:
    try:
        return state_of(path) == (entry.model.size_bytes, entry.mtime_ns)
    except OSError:
        return False


def _named(contents: LibraryContents, name: str) -> LibraryEntry:
    by_name = {entry.model.name: entry for entry in contents.models}
    found = find_name(name, by_name)
    if found is None:
        raise not_found(name, by_name)
    return by_name[found]


def _listed(contents: LibraryContents, path: Path) -> LibraryEntry | None:
    return next((entry for entry in contents.models if entry.model.path == str(path)), None)


def _of_path(contents: LibraryContents, path: Path) -> LibraryEntry | None:
    return next((entry for entry in (*contents.models, *contents.seen) if entry.model.path == str(path)), None)


def _looks_like_a_path(text: str, path: Path) -> bool:
    separators = [sign for sign in (os.sep, os.altsep) if sign]
    if text.lower().endswith(".gguf") or any(sign in text for sign in separators) or text.startswith("~"):
        return True
    return "\0" in text or path.is_file()


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _absolute(path: Path) -> Path:
    with contextlib.suppress(RuntimeError):  # "~nobody"
        path = path.expanduser()
    return Path(os.path.abspath(path))  # noqa: PTH100  (also takes out "..", without following links)
