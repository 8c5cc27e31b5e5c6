"""One learner taking one lesson: where they are, and what they have done."""

from __future__ import annotations

from collections.abc import Callable

from lab.errors import LabError
from lab.lessons import progress as deeds
from lab.lessons.lesson import Act, Lesson, Run
from lab.lessons.progress import Asking, Progress
from lab.lessons.progress_file import ProgressFile
from lab.recording.shelf import KeptRecording


class Taking:
    """Reads and changes the progress.

    Args:
        lesson: What is taken.
        rater: Who takes it.
        file: Keeps it.
        recorded: The recording whose answers are shown; None if models answer.

    Attributes:
        key: What the progress is kept under.
    """

    def __init__(self, lesson: Lesson, rater: str, file: ProgressFile, recorded: KeptRecording | None = None) -> None:
        self.lesson, self.rater, self.recorded, self._file = lesson, rater, recorded, file
        self.key = recorded.key if recorded else lesson.id

    @property
    def progress(self) -> Progress:
        """How far the learner has come."""
        return deeds.fitting(self._file.get(self.rater, self.key), self.lesson)

    @property
    def place(self) -> int:
        """The step where they are, from 0."""
        return self.progress.step

    @property
    def act(self) -> Act | None:
        """What is done there."""
        return self.lesson.steps[self.place].act

    @property
    def run(self) -> int | None:
        """The place of the run that the step is about; None if it is about none."""
        return self.lesson.run_before(self.place)

    @property
    def comparisons(self) -> tuple[str, ...]:
        """The ids of that run's answers."""
        return () if self.run is None else self.progress.asking(self.run).comparisons

    @property
    def recorded_asking(self) -> Asking:
        """What was recorded of the step where they are; nothing if it was not asked."""
        return self.recorded.recording.asking(self.place) if self.recorded else Asking()

    @property
    def was_not_recorded(self) -> bool:
        """True at a run that a recording has no answers for."""
        return self.recorded is not None and isinstance(self.act, Run) and not self.recorded_asking.comparisons

    @property
    def hidden(self) -> bool:
        """True while it is hidden who is who in that run."""
        return self.run is not None and deeds.is_hidden(self.lesson, self.progress, self.run)

    @property
    def closed(self) -> bool:
        """True once it is known who was who in a blind run: what is said then would not be blind."""
        act = None if self.run is None else self.lesson.steps[self.run].act
        return isinstance(act, Run) and act.blind and not self.hidden

    def change(self, change: Callable[[Progress], Progress]) -> LabError | None:
        """Change the progress and keep it; says what is wrong if the disk does not take it."""
        self._file.change(self.rater, self.key, lambda before: change(deeds.fitting(before, self.lesson)))
        return self._file.problem
