"""What is said of a lesson that is not as it must be: file, line and field, in words for whoever wrote it."""

from __future__ import annotations

from lab.errors import LabError
from lab.language import tr
from lab.suites.faults import plain, split

MEND = tr("Mend it there and try again.")


class BadLesson(LabError):
    """A lesson can't be used as it is."""


class LessonNotFound(LabError):
    """There is no lesson of that name."""


def at(name: str, line: int, what: str, hint: str = MEND) -> BadLesson:
    """A fault in a line of a file.

    Args:
        name: Of the file.
        line: From 1.
        what: The fault, without a full stop.
        hint: What to do.
    """
    return BadLesson(tr("{file}, line {line}: {what}.", file=name, line=line, what=what), hint)


def in_block(name: str, line: int, kind: str, said: str) -> BadLesson:
    """A fault in a field of a block.

    Args:
        name: Of the file.
        line: Of the field, or where the block begins, from 1.
        kind: Of the block, as its fence says.
        said: What msgspec said, with a place like ``$.choices[2].why`` at its end.
    """
    what, path = split(said)
    field = path.lstrip(".")
    return at(name, line, f"{kind}{f', {field}' if field else ''}: {plain(what, path)}")
