"""The lessons that there are: those that ship with the program, and the user's own in a folder beside the history."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from lab.language import language, tr
from lab.lessons.faults import BadLesson, LessonNotFound
from lab.lessons.lesson import Lesson
from lab.lessons.reading import parse_lesson, read_lesson
from lab.lessons.variants import read_variant
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
        return find_named({each.lesson.id: each for each in self.lessons}, name, tr("lesson"), LessonNotFound)


def lesson_shelf(folder: Path) -> LessonShelf:
    """Look what there is, in the language that is spoken where it can be. A bad file spoils none of the others.

    Args:
        folder: Where the user's lessons are; it need not exist.
    """
    shipped = [ShelvedLesson(lesson=lesson, path=None) for lesson in shipped_lessons()]
    ids = [each.lesson.id for each in shipped]
    bad_variants: list[BadLesson] = []

    def read(path: Path) -> Lesson:
        lesson, variant = read_lesson(path), path.parent / language() / path.name
        try:
            return read_variant(lesson, variant) if variant.is_file() else lesson
        except BadLesson as error:
            bad_variants.append(error)
            return lesson

    own, faults = read_own(folder, ".md", read, lambda lesson: lesson.id, ids, most=MOST_FILES, fault=BadLesson)
    shelved = [*shipped, *(ShelvedLesson(lesson=lesson, path=path) for lesson, path in own)]
    return LessonShelf(lessons=tuple(shelved), faults=(*faults, *bad_variants))


def shipped_lessons() -> tuple[Lesson, ...]:
    """The lessons that ship, in the order of their files and in the language that is spoken."""
    return _shipped(language())


@functools.cache
def _shipped(code: str) -> tuple[Lesson, ...]:
    folder = files("resources") / "lessons"
    names = sorted(each.name for each in folder.iterdir() if each.name.endswith(".md"))
    variants = ((name, folder / code / name) for name in names)
    found = ((name, variant if variant.is_file() else folder / name) for name, variant in variants)
    return tuple(parse_lesson(file.read_bytes(), name) for name, file in found)
