"""Reads a recording that may come from anybody: what it gives is whole, and nothing else is ever raised than said."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from lab.errors import LabError
from lab.exchange.incoming import incoming, open_file
from lab.exchange.lines import ComparisonLine, RunLine
from lab.exchange.progress import Report, tell_nobody
from lab.language import tr
from lab.lessons.lesson import Lesson, Run
from lab.lessons.reading import parse_lesson
from lab.recording import archive
from lab.recording.archive import AGAIN, Archive
from lab.recording.faults import BadRecording
from lab.recording.recording import HEAD, HISTORY, LESSON, TYPE, VERSION, Head, Recorded, Recording

_FOLDER = "counterpoint-"


class _Beginning(msgspec.Struct):
    """What of a head tells whether the rest can be read."""

    type: str = ""
    version: int = 0


def look(path: Path) -> Recording:
    """What is in a recording; its answers are not read for that.

    Raises:
        BadRecording: It is none, it is damaged, or a newer program made it.
    """
    with archive.opened(path) as opened:
        return _read(opened, path.name)


@contextmanager
def unpacked(path: Path, report: Report = tell_nobody) -> Iterator[tuple[Recording, Path]]:
    """A recording, and a file with its history that is there inside the block.

    Args:
        path: The recording.
        report: Is told how many bytes have been unpacked, and of how many. What it raises ends it.

    Raises:
        BadRecording: It is none, it is damaged, a newer program made it, or the history is about something else.
        NotEnoughDisk: There is no room to unpack it.
    """
    with archive.opened(path) as opened, tempfile.TemporaryDirectory(prefix=_FOLDER) as folder:
        recording = _read(opened, path.name)
        history = Path(folder) / HISTORY
        with history.open("xb") as out:
            opened.copy(HISTORY, recording.head.pieces[HISTORY], out, report)
        with told_of(path.name):
            _check_history(recording, history, path.name)
        yield recording, history


@contextmanager
def told_of(name: str) -> Iterator[None]:
    """Let what is wrong inside a recording be told of it: the line that is named stands in a file that nobody sees."""
    try:
        yield
    except BadRecording:
        raise
    except LabError as error:
        raise BadRecording(f"{name}: {error.message}", error.hint, detail=error.detail) from error


def parse_head(data: bytes, name: str) -> Head:
    """The head of a recording.

    Args:
        data: ``recording.json``.
        name: Of the recording, for messages.

    Raises:
        BadRecording: It is none, or of a newer version.
    """
    try:
        beginning = msgspec.json.decode(data, type=_Beginning)
        if beginning.type == TYPE and beginning.version > VERSION:
            raise BadRecording(
                tr("{name} was recorded with a newer version of Counterpoint.", name=name), tr("Use the newer version.")
            )
        head = msgspec.json.decode(data, type=Head)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        what = str(error)[:300]
        said = tr("{name} is no recording: {member} in it is wrong: {what}.", name=name, member=HEAD, what=what)
        raise BadRecording(said, AGAIN) from error
    wanted = {HISTORY, LESSON} if head.recorded is Recorded.LESSON else {HISTORY}
    of_a_run = head.recorded is Recorded.RUN
    belongs = (head.run_id is not None) is of_a_run and bool(head.steps) is not of_a_run
    if head.type != TYPE or head.version < 1 or head.pieces.keys() != wanted or not belongs:
        said = tr("{name} is no recording: {member} in it contradicts itself.", name=name, member=HEAD)
        raise BadRecording(said, AGAIN)
    return head


def parse_recorded_lesson(head: Head, data: bytes, name: str) -> Lesson:
    """The lesson of a recording.

    Raises:
        BadRecording: It is none, or the recorded steps are not its own.
    """
    with told_of(name):
        lesson = parse_lesson(data, LESSON)
    runs = {str(place) for place, step in enumerate(lesson.steps) if isinstance(step.act, Run)}
    if not head.steps.keys() <= runs:
        raise BadRecording(tr("{name} is damaged: it has answers to other steps than its lesson.", name=name), AGAIN)
    return lesson


def _read(opened: Archive, name: str) -> Recording:
    head = parse_head(opened.small(HEAD), name)
    if head.recorded is Recorded.RUN:
        return Recording(head=head, lesson=None)
    data = opened.small(LESSON)
    opened.check(LESSON, len(data), hashlib.sha256(data).hexdigest(), head.pieces[LESSON])
    return Recording(head=head, lesson=parse_recorded_lesson(head, data, name))


def _check_history(recording: Recording, history: Path, name: str) -> None:
    """Refuse a history of anything but what the head tells: it would come in unseen."""
    runs: list[str] = []
    where: dict[str, str] = {}
    number = 0
    with open_file(history) as file:
        for each in incoming(file, HISTORY):
            match each.line:
                case RunLine(id=run_id):
                    runs.append(run_id)
                case ComparisonLine(id=comparison_id, session_id=session_id):
                    number += 1
                    where[comparison_id] = session_id
    head = recording.head
    if head.recorded is Recorded.RUN:
        fits = runs == [head.run_id] and len(set(where.values())) == 1
    else:
        wanted = {each: step.session_id for step in head.steps.values() for each in step.comparisons}
        fits = not runs and where == wanted
    if not fits or number != len(where):
        raise BadRecording(tr("{name} is damaged: its history is of something else.", name=name), AGAIN)
