"""The lessons that can be taken here: those on the shelf, and recorded ones that were opened."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from lab.lessons.progress import Progress
from lab.lessons.progress_file import ProgressFile
from lab.lessons.shelf import LessonShelf, lesson_shelf
from lab.recording import shelf as recordings
from lab.recording.shelf import KeptRecording
from ui.lessons.taking import Taking


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """Where the user's files are."""

    lessons: Path
    suites: Path
    recordings: Path


class Shelves:
    """Finds lessons, and how far a learner has come in each.

    Args:
        places: Where they are.
        file: Keeps the progress.

    Attributes:
        shelf: The lessons that ship and the user's own.
        recorded: The recorded ones by their keys, the latest first.
    """

    def __init__(self, places: Places, file: ProgressFile) -> None:
        self._places, self._file = places, file
        self.shelf = LessonShelf(lessons=(), faults=())
        self.recorded: dict[str, KeptRecording] = {}

    def read(self) -> None:
        """Look what there is now."""
        self.shelf = lesson_shelf(self._places.lessons)
        self.recorded = {each.key: each for each in recordings.recorded_lessons(self._places.recordings)}

    def progress(self, rater: str) -> dict[str, Progress]:
        """How far a learner has come in each lesson, by its key."""
        keys = [*(each.lesson.id for each in self.shelf.lessons), *self.recorded]
        return {key: self.take(key, rater).progress for key in keys}

    def take(self, key: str, rater: str) -> Taking:
        """A learner in a lesson.

        Raises:
            LessonNotFound: There is no such lesson.
        """
        recorded = self.recorded.get(key)
        if recorded is not None and recorded.recording.lesson is not None:
            return Taking(recorded.recording.lesson, rater, self._file, recorded)
        return Taking(self.shelf.find(key).lesson, rater, self._file)

    def begin_anew(self, key: str, rater: str) -> None:
        """Let a learner begin once more. In a recorded lesson the answers are the same, so who is who stays known."""
        seen = self.take(key, rater).progress.opened if key in self.recorded else ()
        self._file.forget(rater, key)
        if seen:
            self._file.change(rater, key, lambda before: replace(before, opened=seen))

    def remove(self, key: str) -> None:
        """Take a recorded lesson out of the list."""
        recordings.forget(self._places.recordings, self.recorded[key])
