"""The suites that there are: those that ship with the program, and the user's own in a folder beside the history."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lab.language import language, tr
from lab.shelving import find_named, read_own
from lab.suites.faults import BadSuite, SuiteNotFound
from lab.suites.reading import parse_suite, read_suite
from lab.suites.suite import Suite
from lab.suites.wording import worded

MOST_FILES = 1000
"""Of the user's; the rest of the folder is not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedSuite:
    """A suite, and where it is from."""

    suite: Suite
    path: Path | None
    """Its file if it is the user's own; None if it ships."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All suites that can be run."""

    suites: tuple[ShelvedSuite, ...]
    """Those that ship, in the order in which a newcomer should meet them, then the user's by their files' names."""
    faults: tuple[BadSuite, ...]
    """Of the user's files that can't be used, one each."""

    def find(self, name: str) -> ShelvedSuite:
        """A suite by its id, or by a beginning of it that only one has.

        Raises:
            SuiteNotFound: There is none, or there are several.
        """
        return find_named({each.suite.id: each for each in self.suites}, name, tr("suite"), SuiteNotFound)


def shelf(folder: Path) -> Shelf:
    """Look what there is. A file that can't be used spoils none of the others.

    Args:
        folder: Where the user's suites are; it need not exist.
    """
    shipped = [ShelvedSuite(suite=suite, path=None) for suite in shipped_suites()]
    ids = [each.suite.id for each in shipped]
    own, faults = read_own(folder, ".toml", read_suite, lambda suite: suite.id, ids, most=MOST_FILES, fault=BadSuite)
    shelved = [*shipped, *(ShelvedSuite(suite=suite, path=path) for suite, path in own)]
    return Shelf(suites=tuple(shelved), faults=tuple(faults))


def shipped_suites() -> tuple[Suite, ...]:
    """The suites that ship, in the order of their files; what is said about them, in the language that is spoken."""
    return _shipped(language())


@functools.cache
def _shipped(code: str) -> tuple[Suite, ...]:
    folder = files("resources") / "suites"
    found = []
    for name in sorted(each.name for each in folder.iterdir() if each.name.endswith(".toml")):
        suite, wording = parse_suite((folder / name).read_bytes(), name), folder / code / name
        found.append(worded(suite, wording.read_bytes()) if wording.is_file() else suite)
    return tuple(found)
