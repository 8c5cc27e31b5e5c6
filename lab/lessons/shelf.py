"""The lessons that there are: those that ship with the program, and the user's own in a folder beside the history."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lab.lessons.faults import BadLesson, LessonNotFound
from lab.lessons.lesson import Lesson
from lab.lessons.reading import parse_lesson, read_lesson
from lab.shelving import find_named, read_own

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
        return find_named({each.lesson.id: each for each in self.lessons}, name, "lesson", LessonNotFound)


def lesson_shelf(folder: Path) -> LessonShelf:
    """Look what there is. A file that can't be used spoils none of the others.

    Args:
        folder: Where the user's lessons are; it need not exist.
    """
    shipped = [ShelvedLesson(lesson=lesson, path=None) for lesson in shipped_lessons()]
    ids = [each.lesson.id for each in shipped]
    own, faults = read_own(folder, ".md", read_lesson, lambda lesson: lesson.id, ids, most=MOST_FILES, fault=BadLesson)
    shelved = [*shipped, *(ShelvedLesson(lesson=lesson, path=path) for lesson, path in own)]
    return LessonShelf(lessons=tuple(shelved), faults=tuple(faults))


@functools.cache
def shipped_lessons() -> tuple[Lesson, ...]:
    """The lessons that ship, in the order of their files."""
    found = [each for each in (files("resources") / "lessons").iterdir() if each.name.endswith(".md")]
    return tuple(parse_lesson(each.read_bytes(), each.name) for each in sorted(found, key=lambda each: each.name))
