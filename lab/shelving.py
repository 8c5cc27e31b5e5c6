"""What ships with the program and what users add in a folder of their own, brought together and found by name."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TypeVar

from lab.errors import LabError
from lab.language import tr

T = TypeVar("T")
E = TypeVar("E", bound=LabError)


def read_own(
    folder: Path,
    ending: str,
    read: Callable[[Path], T],
    id_of: Callable[[T], str],
    shipped: Iterable[str],
    *,
    most: int,
    fault: type[E],
) -> tuple[list[tuple[T, Path]], list[E]]:
    """Read the user's files. One that can't be used spoils none of the others.

    Args:
        folder: Where they are; it need not exist.
        ending: Of their names, with its dot.
        read: Reads one; raises ``fault``.
        id_of: What one is called.
        shipped: Ids that are taken already.
        most: So many files are looked at, in the order of their names.
        fault: What a file is that can't be used.

    Returns:
        What could be read, each with its file, and a fault for each of the others.
    """
    found: list[tuple[T, Path]] = []
    faults: list[E] = []
    taken = dict.fromkeys(shipped, tr("one that ships with the program"))
    for path in _files_of(folder, ending)[:most]:
        try:
            one = read(path)
        except fault as error:
            faults.append(error)
            continue
        id_ = id_of(one)
        if id_ in taken:
            faults.append(
                fault(
                    tr("{file}: the id {id} is that of {other}.", file=path.name, id=id_, other=taken[id_]),
                    tr("Give it another id."),
                )
            )
            continue
        taken[id_] = path.name
        found.append((one, path))
    return found, faults


def find_named(there: Mapping[str, T], name: str, noun: str, not_found: type[LabError]) -> T:
    """One by its id, or by a beginning of it that only one has.

    Args:
        there: By id.
        name: What was asked for.
        noun: What they are, for the sentence.
        not_found: Raised with a sentence if there is none, or if there are several.
    """
    wanted = name.strip().lower()
    if wanted in there:
        return there[wanted]
    beginning = [each for each in there if wanted and each.startswith(wanted)]
    if len(beginning) == 1:
        return there[beginning[0]]
    if beginning:
        raise not_found(
            tr("Several {noun}s begin with {name}.", noun=noun, name=repr(name)),
            tr("Say which: {names}.", names=", ".join(beginning)),
        )
    near = difflib.get_close_matches(wanted, there, n=1)
    raise not_found(
        tr("There is no {noun} {name}.", noun=noun, name=repr(name)),
        tr("Did you mean {name}?", name=near[0]) if near else tr("There are: {names}.", names=", ".join(there)),
    )


def _files_of(folder: Path, ending: str) -> Sequence[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ending)
    except OSError:
        return ()  # most people have none
