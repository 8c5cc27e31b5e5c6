"""Reads a file of lines that came from elsewhere and believes nothing: what it gives is whole and in its place."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import BinaryIO, NoReturn

import msgspec

from lab.errors import BadImport
from lab.exchange.lines import (
    VERSION,
    AnswerLine,
    AnyLine,
    ComparisonLine,
    ContestantLine,
    End,
    Head,
    JudgementLine,
    Line,
    NoteLine,
    RaterLine,
    RunLine,
    SessionLine,
    VoteLine,
)
from lab.language import number, tr
from lab.records import AnswerState, Contestant, RunState, TokenDetail
from lab.storage import codec

MOST_LINE_BYTES = 64 * 2**20
"""An answer that fills a long context, with ten rivals a token, weighs about a tenth of that."""
MOST_LINES = 50_000_000
MOST_RATERS = 10_000
MOST_CONTESTANTS = 10_000
MOST_RUNS = 100_000
MOST_OF_A_SESSION = 1_000_000
"""Comparisons or answers: their ids are remembered while their session is read."""

_NOTHING_TAKEN = tr("Nothing was taken from it.")
_TIMES = {
    SessionLine: ("created_utc", "updated_utc"),
    RunLine: ("created_utc", "updated_utc"),
    AnswerLine: ("begun_utc", "saved_utc"),
    ComparisonLine: ("created_utc",),
    VoteLine: ("cast_utc",),
    JudgementLine: ("judged_utc",),
    NoteLine: ("written_utc",),
}
_decoder: msgspec.json.Decoder[Line] = msgspec.json.Decoder(AnyLine)


class _Beginning(msgspec.Struct):
    """What of a first line tells whether the rest can be read."""

    type: str = ""
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A line with its number, for whoever finds fault with it later."""

    number: int
    """From 1."""
    line: Line
    size_bytes: int
    """Of the line."""


@dataclass(slots=True)
class _Reader:
    """What has been read so far, as far as later lines may refer to it."""

    name: str
    number: int = 0
    raters: set[str] = field(default_factory=set)
    contestants: set[str] = field(default_factory=set)
    session_id: str | None = None
    run_id: str | None = None
    """The one that this session holds."""
    runs: set[str] = field(default_factory=set)
    answers: set[str] = field(default_factory=set)
    """Of this session, like the comparisons."""
    comparisons: set[str] = field(default_factory=set)
    comparison_id: str | None = None
    """The one that votes are on now."""

    def refuse(self, what: str, hint: str = "") -> NoReturn:
        raise refusal(self.name, self.number, what, hint)


def open_file(path: Path) -> BinaryIO:
    """Open a file to import.

    Raises:
        BadImport: There is none, or it can't be read.
    """
    if not path.is_file():
        raise BadImport(tr("There is no file {path}.", path=path), tr("Check the spelling of the path."))
    try:
        return path.open("rb", buffering=2**20)
    except OSError as error:
        raise BadImport(
            tr("{path} can't be read: {why}.", path=path, why=error.strerror or error), tr("Check its permissions.")
        ) from error


def refusal(name: str, number: int, what: str, hint: str = "") -> BadImport:
    """What is said of a line that can't be taken."""
    return BadImport(
        tr("{name}, line {line}: {what}", name=name, line=number, what=what),
        " ".join(filter(None, [hint, _NOTHING_TAKEN])),
    )


def incoming(file: BinaryIO, name: str) -> Iterator[Numbered]:
    """The lines between the first and the last, each checked by itself and against those before it.

    Args:
        file: At its beginning.
        name: For messages.

    Raises:
        BadImport: It is cut off, hostile, of another program or of a newer version; line and field are named.
    """
    reader = _Reader(name)
    head = _next(file, reader)
    _check_beginning(head, reader)
    if not isinstance(_decoded(head, reader), Head):
        reader.refuse(tr("it is not the first line of a history."))
    while True:
        data = _next(file, reader)
        line = _decoded(data, reader)
        if isinstance(line, End):
            if line.lines != reader.number:
                reader.refuse(
                    tr(
                        "there should be {wanted} lines, but there are {n} - at `$.lines`.",
                        wanted=number(line.lines),
                        n=number(reader.number),
                    )
                )
            if file.read(1):
                reader.refuse(tr("there is more after the end."))
            return
        _check_times(line, reader)
        _check_place(line, reader)
        yield Numbered(number=reader.number, line=line, size_bytes=len(data))


def contestant_of(raw: bytes) -> Contestant:
    """A contestant out of a line, with no path that a stranger chose and no seed.

    Raises:
        msgspec.MsgspecError: It is none.
    """
    whole = codec.from_json(raw, Contestant)
    return codec.with_seed(replace(whole, model=replace(whole.model, path="")), 0)


def details_of(raw: bytes) -> tuple[TokenDetail, ...]:
    """Token probabilities out of a line.

    Raises:
        msgspec.MsgspecError: They are none.
    """
    return codec.from_json(raw, tuple[TokenDetail, ...])


def _next(file: BinaryIO, reader: _Reader) -> bytes:
    reader.number += 1
    try:
        data = file.readline(MOST_LINE_BYTES + 1)
    except OSError as error:
        raise BadImport(
            tr("{path} can't be read: {why}.", path=reader.name, why=error.strerror or error), _NOTHING_TAKEN
        ) from error
    if len(data) > MOST_LINE_BYTES:
        reader.refuse(tr("it is longer than {n} MB.", n=MOST_LINE_BYTES // 2**20))
    if reader.number > MOST_LINES:
        reader.refuse(tr("there are more than {n} lines.", n=number(MOST_LINES)))
    if not data.endswith(b"\n"):
        if reader.number == 1:
            _check_beginning(data, reader)
        reader.refuse(tr("the file is cut off here."), tr("Copy or export it again."))
    return data


def _check_beginning(data: bytes, reader: _Reader) -> None:
    try:
        beginning = msgspec.json.decode(data, type=_Beginning)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        beginning = _Beginning()
    if beginning.type != "counterpoint":
        reader.refuse(
            tr("this is not a history of Counterpoint."),
            tr("Only what `counterpoint export jsonl` wrote can be taken in."),
        )
    if beginning.version > VERSION:
        reader.refuse(
            tr(
                "it was written by a newer version of Counterpoint (format {version}) - at `$.version`.",
                version=beginning.version,
            ),
            tr("Use the newer version."),
        )
    if beginning.version < 1:
        reader.refuse(tr("there is no such version of the format - at `$.version`."))


def _decoded(data: bytes, reader: _Reader) -> Line:
    try:
        return _decoder.decode(data)
    except msgspec.MsgspecError as error:
        reader.refuse(f"{str(error)[:500]}.")
    except (UnicodeDecodeError, RecursionError):
        reader.refuse(tr("it is not JSON in UTF-8."))


def _check_part(read: Callable[[bytes], object], raw: msgspec.Raw, where: str, reader: _Reader) -> None:
    """Check what a line holds as JSON of its own."""
    try:
        read(bytes(raw))
    except msgspec.MsgspecError as error:
        text = str(error)[:500]
        reader.refuse(f"{text.replace('`$', f'`$.{where}')}." if "`$" in text else f"{text} - at `$.{where}`.")
    except (UnicodeDecodeError, RecursionError):
        reader.refuse(tr("it is not JSON in UTF-8 - at `$.{where}`.", where=where))


def _check_times(line: Line, reader: _Reader) -> None:
    for name in _TIMES.get(type(line), ()):
        try:
            datetime.fromisoformat(getattr(line, name))
        except ValueError:
            reader.refuse(tr("there is no such day or time - at `$.{name}`.", name=name))


def _check_place(line: Line, reader: _Reader) -> None:
    match line:
        case SessionLine():
            reader.session_id, reader.run_id, reader.comparison_id = line.id, None, None
            reader.answers.clear()
            reader.comparisons.clear()
        case ContestantLine():
            _check_part(contestant_of, line.whole, "whole", reader)
            _remember(line.id, reader.contestants, MOST_CONTESTANTS, reader)
        case RaterLine():
            _remember(line.name, reader.raters, MOST_RATERS, reader)
        case RunLine():
            _check_run(line, reader)
        case AnswerLine():
            _check_answer(line, reader)
        case ComparisonLine():
            _check_comparison(line, reader)
        case VoteLine() | JudgementLine() | NoteLine():
            if line.comparison_id != reader.comparison_id:
                reader.refuse(tr("it is not about the comparison before it - at `$.comparison_id`."))
            if line.rater not in reader.raters:
                reader.refuse(tr("the rater has no line before it - at `$.rater`."))
        case _:
            reader.refuse(tr("such a line can't stand here - at `$.type`."))


def _check_run(line: RunLine, reader: _Reader) -> None:
    if line.session_id != reader.session_id:
        reader.refuse(tr("it is not in the session before it - at `$.session_id`."))
    if reader.run_id is not None or reader.comparisons:
        reader.refuse(tr("a session holds one run, which stands before its comparisons - at `$.type`."))
    for side, contestant_id in (("a", line.a), ("b", line.b)):
        if contestant_id not in reader.contestants:
            reader.refuse(tr("the contestant has no line before it - at `$.{side}`.", side=side))
    if line.state is RunState.RUNNING:
        reader.refuse(tr("a run in a file can't be running - at `$.state`."))
    if hashlib.sha256(line.suite.encode("utf-8", "replace")).hexdigest() != line.suite_sha256:
        reader.refuse(tr("the suite is another than its checksum says - at `$.suite_sha256`."))
    _check_part(_object_of, msgspec.Raw(line.suite.encode("utf-8", "replace")), "suite", reader)
    _remember(line.id, reader.runs, MOST_RUNS, reader)
    reader.run_id = line.id


def _object_of(raw: bytes) -> dict[str, object]:
    """The suite's own fields are looked at when it is used: this history may be newer or older than the suite."""
    return msgspec.json.decode(raw, type=dict[str, object])


def _check_answer(line: AnswerLine, reader: _Reader) -> None:
    if line.contestant not in reader.contestants:
        reader.refuse(tr("the contestant has no line before it - at `$.contestant`."))
    if line.state is AnswerState.STREAMING:
        reader.refuse(tr("an answer in a file can't be streaming - at `$.state`."))
    if line.response is not None:
        _check_part(details_of, line.response.details, "response.details", reader)
    _remember(line.id, reader.answers, MOST_OF_A_SESSION, reader)


def _check_comparison(line: ComparisonLine, reader: _Reader) -> None:
    if line.session_id != reader.session_id:
        reader.refuse(tr("it is not in the session before it - at `$.session_id`."))
    if line.parent_id is not None and line.parent_id not in reader.comparisons:
        reader.refuse(tr("what it goes on from does not stand before it - at `$.parent_id`."))
    if line.in_run is not None and line.in_run.run_id != reader.run_id:
        reader.refuse(tr("its run does not stand before it - at `$.in_run.run_id`."))
    for side, answer_id in (("a", line.a), ("b", line.b)):
        if answer_id is not None and answer_id not in reader.answers:
            reader.refuse(tr("the answer does not stand before it - at `$.{side}`.", side=side))
    _remember(line.id, reader.comparisons, MOST_OF_A_SESSION, reader)
    reader.comparison_id = line.id


def _remember(what: str, known: set[str], most: int, reader: _Reader) -> None:
    if what in known:
        reader.refuse(tr("the same is there already, further up."))
    if len(known) >= most:
        reader.refuse(tr("there are more than {n} of these.", n=number(most)))
    known.add(what)
