"""The suites that there are: those that ship with the program, and the user's own in a folder beside the history."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lab.suites.faults import BadSuite, SuiteNotFound
from lab.suites.reading import parse_suite, read_suite
from lab.suites.suite import Suite

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
        ids = {each.suite.id: each for each in self.suites}
        wanted = name.strip().lower()
        if wanted in ids:
            return ids[wanted]
        beginning = [each for each in ids if wanted and each.startswith(wanted)]
        if len(beginning) == 1:
            return ids[beginning[0]]
        if beginning:
            raise SuiteNotFound(f"Several suites begin with {name!r}.", f"Say which: {', '.join(beginning)}.")
        near = difflib.get_close_matches(wanted, ids, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(ids)}."
        raise SuiteNotFound(f"There is no suite {name!r}.", hint)


def shelf(folder: Path) -> Shelf:
    """Look what there is. A file that can't be used spoils none of the others.

    Args:
        folder: Where the user's suites are; it need not exist.
    """
    suites = [ShelvedSuite(suite=suite, path=None) for suite in shipped_suites()]
    faults: list[BadSuite] = []
    taken = {each.suite.id: "one that ships with the program" for each in suites}
    for path in _files_of(folder):
        try:
            suite = read_suite(path)
        except BadSuite as error:
            faults.append(error)
            continue
        if suite.id in taken:
            said = f"{path.name}: the id {suite.id} is that of {taken[suite.id]}."
            faults.append(BadSuite(said, "Give it another id."))
            continue
        taken[suite.id] = path.name
        suites.append(ShelvedSuite(suite=suite, path=path))
    return Shelf(suites=tuple(suites), faults=tuple(faults))


@functools.cache
def shipped_suites() -> tuple[Suite, ...]:
    """The suites that ship, in the order of their files."""
    found = [each for each in (files("resources") / "suites").iterdir() if each.name.endswith(".toml")]
    return tuple(parse_suite(each.read_bytes(), each.name) for each in sorted(found, key=lambda each: each.name))


def _files_of(folder: Path) -> Sequence[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".toml")[:MOST_FILES]
    except OSError:
        return ()  # most people have none
