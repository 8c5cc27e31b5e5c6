"""The recordings that were opened on this computer: what each is, without its answers, which are in the history."""

from __future__ import annotations

import contextlib
import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from lab.errors import LabError, NotEnoughDisk
from lab.exchange.lines import Name
from lab.language import tr
from lab.recording.archive import MOST_HEAD_BYTES
from lab.recording.reading import parse_head, parse_recorded_lesson
from lab.recording.recording import HEAD, LESSON, Recorded, Recording
from lab.whole_file import write_whole

MOST_FILES = 200
"""The rest of the folder is not looked at."""
_SUFFIX = ".json"
_MOST_BYTES = 8 * MOST_HEAD_BYTES
_KEY = "recorded."


class _Document(msgspec.Struct, forbid_unknown_fields=True, frozen=True, kw_only=True):
    """One file of the folder."""

    head: msgspec.Raw
    lesson: str
    """Empty in the recording of a run."""
    raters: dict[Name, Name]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptRecording:
    """A recording whose answers and votes are in the history."""

    recording: Recording
    names: Mapping[str, str]
    """What each of its raters is called in this history."""

    @property
    def key(self) -> str:
        """What a learner's progress in it is kept under."""
        return f"{_KEY}{self.recording.head.id}"

    @property
    def raters(self) -> tuple[str, ...]:
        """Who voted in it, as they are called in this history; the recorder is the first."""
        recorder = self.recorder_here
        return tuple(sorted(self.names.values(), key=lambda name: (name != recorder, name)))

    @property
    def recorder_here(self) -> str:
        """What the recorder is called in this history; empty without votes of theirs."""
        return self.names.get(self.recording.head.rater, "")


def keep(folder: Path, kept: KeptRecording) -> None:
    """Remember a recording.

    Raises:
        NotEnoughDisk: The folder can't take it.
    """
    lesson = kept.recording.lesson
    document = _Document(
        head=msgspec.Raw(msgspec.json.encode(kept.recording.head)),
        lesson=lesson.source if lesson else "",
        raters=dict(kept.names),
    )
    try:
        write_whole(folder / f"{kept.recording.head.id}{_SUFFIX}", msgspec.json.encode(document))
    except OSError as error:
        raise NotEnoughDisk(
            tr("{folder} can't be written: {why}.", folder=folder, why=error.strerror or error),
            tr("Check the free space and the permissions of the folder."),
        ) from error


def recordings(folder: Path) -> list[KeptRecording]:
    """All that are remembered, the latest first; what can't be read is passed over: its file can be opened again."""
    found = [each for path in _files(folder) if (each := _read(path)) is not None]
    return sorted(found, key=lambda each: each.recording.head.recorded_utc, reverse=True)


def recorded_lessons(folder: Path) -> list[KeptRecording]:
    """The lessons among them, the latest first."""
    return [each for each in recordings(folder) if each.recording.lesson is not None]


def recorded_run(folder: Path, run_id: str) -> KeptRecording | None:
    """The recording that a run of the history came out of; None if it came out of none."""
    of_run = (each for each in recordings(folder) if each.recording.head.recorded is Recorded.RUN)
    return next((each for each in of_run if each.recording.head.run_id == run_id), None)


def forget(folder: Path, kept: KeptRecording) -> None:
    """Let one go. Its answers and votes stay in the history."""
    with contextlib.suppress(OSError):
        (folder / f"{kept.recording.head.id}{_SUFFIX}").unlink(missing_ok=True)


def _files(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        yield from sorted(path for path in folder.iterdir() if path.suffix == _SUFFIX)[:MOST_FILES]


def _read(path: Path) -> KeptRecording | None:
    try:
        with path.open("rb") as file:
            return _parsed(file.read(_MOST_BYTES + 1))
    except OSError:
        return None


@functools.lru_cache(maxsize=MOST_FILES)
def _parsed(data: bytes) -> KeptRecording | None:
    """What a file says; the list of lessons asks again and again."""
    try:
        document = msgspec.json.decode(data, type=_Document)
        head = parse_head(bytes(document.head), HEAD)
        is_lesson = head.recorded is Recorded.LESSON
        lesson = parse_recorded_lesson(head, document.lesson.encode(), LESSON) if is_lesson else None
    except (msgspec.MsgspecError, UnicodeError, RecursionError, LabError):
        return None
    return KeptRecording(recording=Recording(head=head, lesson=lesson), names=document.raters)
