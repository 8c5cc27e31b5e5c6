"""The user's own suites as files: read to be changed, and saved so that none is lost by accident."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import msgspec

from lab.errors import LabError, NotEnoughDisk
from lab.language import number, tr
from lab.suites.faults import BadSuite
from lab.suites.importing import slug
from lab.suites.reading import open_file, parse_suite
from lab.suites.shelf import MOST_FILES, shelf
from lab.suites.suite import Suite
from lab.suites.writing import written
from lab.whole_file import write_whole

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
"""What no file may be called on Windows."""
_MOST_ID_CHARACTERS = 64


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSuite:
    """A suite of the user's, and its file as it was read or written."""

    suite: Suite
    path: Path
    data: bytes


class ChangedElsewhere(LabError):
    """The file is not any more as it was when it was read to be changed."""


def read_own_suite(path: Path) -> OwnSuite:
    """Read a suite that is to be changed.

    Raises:
        BadSuite: It can't be used; file, item and field are named.
    """
    with open_file(path) as file:
        try:
            data = file.read()
        except OSError as error:
            raise BadSuite(tr("{path} can't be read: {why}.", path=path, why=error.strerror or error)) from error
    return OwnSuite(suite=parse_suite(data, path.name), path=path, data=data)


def save_new(folder: Path, suite: Suite) -> OwnSuite:
    """Save a suite in a file of its own, under an id that is made from its title and that no other has.

    Args:
        folder: Where the user's suites are; it is made if need be.
        suite: The suite; its id counts for nothing.

    Raises:
        LabError: It can't be saved.
    """
    there = shelf(folder)
    files = {path.stem.lower() for path in folder.glob("*.toml")}
    if len(files) >= MOST_FILES:
        raise LabError(
            tr("There are {n} suites of your own already.", n=number(MOST_FILES)),
            tr("Delete some that you don't need."),
        )
    taken = files | {each.suite.id for each in there.suites}
    named = msgspec.structs.replace(suite, id=_free(slug(suite.title), taken))
    return _write(folder / f"{named.id}.toml", named, b"")


def save_over(own: OwnSuite, suite: Suite) -> OwnSuite:
    """Save a suite in the place of what it was.

    Args:
        own: What it was, as it was read.
        suite: What it is to be; its id counts for nothing.

    Raises:
        ChangedElsewhere: Somebody else has changed the file since; it is as they left it.
        LabError: It can't be saved.
    """
    try:
        now = own.path.read_bytes()
    except FileNotFoundError:
        now = own.data  # gone, so there is nothing to lose
    except OSError as error:
        raise BadSuite(tr("{path} can't be read: {why}.", path=own.path, why=error.strerror or error)) from error
    if now != own.data:
        raise ChangedElsewhere(
            tr("{name} was changed by another program meanwhile.", name=own.path.name),
            tr("Save yours as a copy, then compare the two."),
        )
    return _write(own.path, msgspec.structs.replace(suite, id=own.suite.id), own.data)


def put_back(own: OwnSuite) -> OwnSuite:
    """Put a suite's file back where it was before it was deleted.

    Raises:
        LabError: Another file is there now, or it can't be written.
    """
    if own.path.exists():
        raise LabError(tr("Another {name} is there now.", name=own.path.name), tr("Take yours out of the trash."))
    _put(own.path, own.data)
    return own


def _write(path: Path, suite: Suite, before: bytes) -> OwnSuite:
    data = written(suite, before.decode("utf-8-sig")).encode()
    parse_suite(data, path.name)  # of so many bytes that it can be read again
    _put(path, data)
    return OwnSuite(suite=suite, path=path, data=data)


def _put(path: Path, data: bytes) -> None:
    try:
        write_whole(path, data)
    except OSError as error:
        raise NotEnoughDisk(
            tr("{path} can't be written: {why}.", path=path, why=error.strerror or error),
            tr("Check the free space and the permissions of its folder."),
        ) from error


def _free(name: str, taken: set[str]) -> str:
    name = f"suite-{name}" if name in _RESERVED else name
    if name not in taken:
        return name
    number = 2
    while (other := f"{name[: _MOST_ID_CHARACTERS - 5].rstrip('-')}-{number}") in taken:
        number += 1
    return other
