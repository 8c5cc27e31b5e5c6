"""The lessons that there are: those that ship with the program, and the user's own in a folder beside the history."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lab.lessons.faults import BadLesson, LessonNotFound
from lab.lessons.lesson import Lesson
from lab.lessons.reading import parse_lesson, read_lesson

MOST_FILES = 300
"""Of the user's; the rest of the folder is not looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShelvedLesson:
    """A lesson, and where it is from."""

    lesson: Lesson
    path: Path | None
    """Its file if it is the user's own; None if it ships."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LessonShelf:
    """All lessons that can be taken."""

    lessons: tuple[ShelvedLesson, ...]
    """Those that ship, in the order in which they should be taken, then the user's by their files' names."""
    faults: tuple[BadLesson, ...]
    """Of the user's files that can't be used, one each."""

    def find(self, name: str) -> ShelvedLesson:
        """A lesson by its id, or by a beginning of it that only one has.

        Raises:
            LessonNotFound: There is none, or there are several.
        """
        ids = {each.lesson.id: each for each in self.lessons}
        wanted = name.strip().lower()
        if wanted in ids:
            return ids[wanted]
        beginning = [each for each in ids if wanted and each.startswith(wanted)]
        if len(beginning) == 1:
            return ids[beginning[0]]
        if beginning:
            raise LessonNotFound(f"Several lessons begin with {name!r}.", f"Say which: {', '.join(beginning)}.")
        near = difflib.get_close_matches(wanted, ids, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"There are: {', '.join(ids)}."
        raise LessonNotFound(f"There is no lesson {name!r}.", hint)


def lesson_shelf(folder: Path) -> LessonShelf:
    """Look what there is. A file that can't be used spoils none of the others.

    Args:
        folder: Where the user's lessons are; it need not exist.
    """
    lessons = [ShelvedLesson(lesson=lesson, path=None) for lesson in shipped_lessons()]
    faults: list[BadLesson] = []
    taken = {each.lesson.id: "one that ships with the program" for each in lessons}
    for path in _files_of(folder):
        try:
            lesson = read_lesson(path)
        except BadLesson as error:
            faults.append(error)
            continue
        if lesson.id in taken:
            said = f"{path.name}: the id {lesson.id} is that of {taken[lesson.id]}."
            faults.append(BadLesson(said, "Give it another id."))
            continue
        taken[lesson.id] = path.name
        lessons.append(ShelvedLesson(lesson=lesson, path=path))
    return LessonShelf(lessons=tuple(lessons), faults=tuple(faults))


@functools.cache
def shipped_lessons() -> tuple[Lesson, ...]:
    """The lessons that ship, in the order of their files."""
    found = [each for each in (files("resources") / "lessons").iterdir() if each.name.endswith(".md")]
    return tuple(parse_lesson(each.read_bytes(), each.name) for each in sorted(found, key=lambda each: each.name))


def _files_of(folder: Path) -> Sequence[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.suffix == ".md")[:MOST_FILES]
    except OSError:
        return ()  # most people have none
