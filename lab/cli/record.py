"""``counterpoint record``: save a run or a lesson with its answers, for computers that have no models."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.text import Text

from lab.cli import history_file
from lab.cli.exchange_progress import progress_bar
from lab.cli.output import console, print_json, visible
from lab.cli.show import require_history
from lab.errors import LabError, NotInHistory
from lab.settings import folders

if TYPE_CHECKING:
    from lab.exchange.progress import Report
    from lab.lessons.lesson import Lesson
    from lab.recording.saving import Saved, Telling
    from lab.storage import Store


def record(
    what: Annotated[
        str,
        typer.Argument(
            metavar="ID", help="A lesson's id or a run's, or the beginning of it; `counterpoint runs list`."
        ),
    ],
    file: Annotated[Path, typer.Argument(help="The recording. Its name should end with .counterpoint.")],
    votes: Annotated[bool, typer.Option("--votes/--no-votes", help="With the votes on the answers or without.")] = True,
    notes: Annotated[bool, typer.Option("--notes", help="With the notes on the answers, too.")] = False,
    by: Annotated[str, typer.Option(metavar="NAME", help="Who recorded it, for those who open it.")] = "",
    rater: Annotated[str, typer.Option(help="Whose lesson; 'me' is you. Else whoever voted here last.")] = "",
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Save the run of a suite or a lesson with its answers and votes in one file.

    It can be replayed on a computer without models: counterpoint replay FILE.
    """
    require_history()
    from lab.preferences import PreferencesFile
    from lab.recording.recording import SUFFIX, Recorded
    from lab.recording.saving import Telling
    from lab.storage.votes import ME

    path = file if file.suffix else file.with_suffix(SUFFIX)
    whose = rater.strip() or PreferencesFile(folders().data / "preferences.json").value.rater or ME
    named = by.strip() or ("" if whose == ME else whose)
    telling = Telling(votes=votes, notes=notes, by=named, rater=whose)
    with history_file.opened() as store, progress_bar("Recording") as report:
        kind, saved = _save(store, what, path, telling, report)
    if json:
        print_json({"path": str(path), "recorded": kind, "comparisons": saved.comparisons, "votes": saved.votes})
        return
    pairs = f"{saved.comparisons:,} pair{'' if saved.comparisons == 1 else 's'} of answers"
    opinions = f"{saved.votes:,} vote{'' if saved.votes == 1 else 's'}"
    noun = "run" if kind is Recorded.RUN else "lesson"
    console.print(Text(visible(f"The {noun} with {pairs} and {opinions} written to {path}.")), soft_wrap=True)


def _save(store: Store, what: str, path: Path, telling: Telling, report: Report) -> tuple[str, Saved]:
    from lab.lessons.progress import fitting
    from lab.lessons.progress_file import ProgressFile
    from lab.recording.recording import Recorded
    from lab.recording.saving import save_lesson, save_run
    from lab.storage import runs

    lesson = _lesson(what)
    if lesson is not None:
        progress = fitting(ProgressFile(folders().data / "lessons.json").get(telling.rater, lesson.id), lesson)
        return Recorded.LESSON, save_lesson(store, lesson, progress, path, telling, report)
    try:
        run_id = store.read(runs.resolve, what).result()
    except NotInHistory as error:
        raise LabError(
            f"There is no lesson and no run whose id begins with “{what}”, or there are several.",
            "See `counterpoint lessons list` and `counterpoint runs list`.",
        ) from error
    return Recorded.RUN, save_run(store, run_id, path, telling, report)


def _lesson(name: str) -> Lesson | None:
    """The lesson that is meant, if one is."""
    from lab.lessons.faults import LessonNotFound
    from lab.lessons.shelf import lesson_shelf

    try:
        return lesson_shelf(folders().data / "lessons").find(name).lesson
    except LessonNotFound:
        return None
