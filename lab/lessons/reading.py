"""Reads a lesson from Markdown that anybody may have written.

A heading begins a step. A fenced block whose first word is the kind of a step says, in TOML, what is done there. All
else is text for the learner. So a lesson reads well in whatever shows Markdown.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec
from markdown_it import MarkdownIt
from markdown_it.token import Token

from lab.language import tr
from lab.lessons import faults
from lab.lessons.faults import BadLesson
from lab.lessons.lesson import MOST_STEPS, Act, Ballot, Head, Lesson, Predict, Question, Reveal, Run, Step
from lab.suites.faults import split

MOST_BYTES = 256 * 1024
"""Of a file. A lesson of ten minutes has about eight thousand."""
_MOST_TITLE_CHARACTERS = 100

HEAD = "lesson"
KINDS: Mapping[str, type[Act]] = {
    "run": Run,
    "predict": Predict,
    "vote": Ballot,
    "reveal": Reveal,
    "question": Question,
}
"""What a fence may say, and what then stands in its block."""

# Python's reader of TOML needs the square of the number of names in one key, which nobody writes by hand.
_ENDLESS_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")
_LINE_IN_TOML = re.compile(r" \(at line (\d+), column \d+\)")
_NAME = re.compile(r"[\w-]+")

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Block:
    """A fenced block of ours."""

    kind: str
    toml: str
    first: int
    """Its fence's line, from 0."""
    end: int
    """Behind its last line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A heading and all up to the next one."""

    title: str
    first: int
    """Its heading's line, from 0."""
    begin: int
    """Behind the heading."""
    end: int
    blocks: tuple[_Block, ...]


def read_lesson(path: Path) -> Lesson:
    """Read a lesson from a file.

    Raises:
        BadLesson: It is none; file, line and field are named.
    """
    if not path.is_file():
        raise BadLesson(tr("There is no file {file}.", file=path), tr("Check the spelling of the path."))
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        said = tr("{file} can't be read: {why}.", file=path, why=error.strerror or error)
        raise BadLesson(said, tr("Check its permissions.")) from error
    return parse_lesson(data, path.name)


def parse_lesson(data: bytes, name: str) -> Lesson:
    """Read a lesson from Markdown in UTF-8.

    Args:
        data: What is in the file.
        name: Of the file, for messages.

    Raises:
        BadLesson: It is none; file, line and field are named.
    """
    if len(data) > MOST_BYTES:
        said = tr("{file} is larger than {kilobytes} KB.", file=name, kilobytes=MOST_BYTES // 1024)
        raise BadLesson(said, tr("Divide it into several lessons."))
    try:
        # As markdown-it does it, so that its lines are ours.
        text = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "\ufffd")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise faults.at(name, line, tr("it is not UTF-8 text"), tr("Save the file as UTF-8.")) from error
    lines = text.split("\n")
    parts = _parts(name, text, len(lines))
    first, *rest = parts
    head = _head(name, first)
    steps = tuple(_step(name, part, lines) for part in rest)
    if not steps:
        hint = tr("A line that begins with ## begins a step.")
        raise faults.at(name, first.first + 1, tr("there are no steps"), hint)
    if len(steps) > MOST_STEPS:
        raise faults.at(name, steps[MOST_STEPS].line, tr("there are more than {n} steps", n=MOST_STEPS))
    lesson = Lesson(head=head, title=first.title, steps=steps, source=text)
    for place, step in enumerate(steps):
        if isinstance(step.act, Ballot | Reveal) and lesson.run_before(place) is None:
            raise faults.at(name, step.line, tr("there is no run before this step, so there are no answers yet"))
    return lesson


def _parts(name: str, text: str, end: int) -> list[_Part]:
    """The title and the steps; only headings and blocks that stand by themselves count, not those in a quotation."""
    tokens = [token for token in _markdown().parse(text) if token.level == 0 and token.map]
    headings = [token for token in tokens if token.type == "heading_open" and token.tag in ("h1", "h2")]
    if not headings or headings[0].tag != "h1":
        line = _first(headings[0]) + 1 if headings else 1
        hint = tr("Write it in the first line: # My lesson")
        raise faults.at(name, line, tr("a lesson begins with its title"), hint)
    texts = text.split("\n")
    parts: list[_Part] = []
    for heading, following in zip(headings, [*headings[1:], None], strict=True):
        first, begin = heading.map or (0, 0)
        until = _first(following) if following else end
        title = texts[first].strip().strip("#").strip()
        if not title:
            raise faults.at(name, first + 1, tr("the heading has no words"))
        if len(title) > _MOST_TITLE_CHARACTERS:
            raise faults.at(name, first + 1, tr("the heading is longer than {n} characters", n=_MOST_TITLE_CHARACTERS))
        if heading.tag == "h1" and parts:
            raise faults.at(name, first + 1, tr("there is a second title"), tr("Let steps begin with ##."))
        blocks = tuple(_blocks(token) for token in tokens if first <= _first(token) < until and _is_ours(token))
        parts.append(_Part(title=title, first=first, begin=begin, end=until, blocks=blocks))
    return parts


def _head(name: str, part: _Part) -> Head:
    ours = [block for block in part.blocks if block.kind == HEAD]
    if len(ours) != 1 or len(part.blocks) != 1:
        said = tr("under the title stands one block ```{block}, and nothing else is done there", block=HEAD)
        raise faults.at(name, part.first + 1, said)
    return _convert(name, ours[0], Head)


def _step(name: str, part: _Part, lines: list[str]) -> Step:
    if len(part.blocks) > 1:
        said = tr("a step does one thing, but here is a second block ```{block}", block=part.blocks[1].kind)
        raise faults.at(name, part.blocks[1].first + 1, said, tr("Begin another step before it, with ##."))
    if not part.blocks:
        text = _joined(lines, part.begin, part.end)
        if not text:
            raise faults.at(name, part.first + 1, tr("there is nothing in this step"))
        return Step(title=part.title, before=text, act=None, after="", line=part.first + 1)
    block = part.blocks[0]
    if block.kind not in KINDS:
        raise faults.at(name, block.first + 1, tr("the block ```{block} belongs under the title", block=HEAD))
    return Step(
        title=part.title,
        before=_joined(lines, part.begin, block.first),
        act=_convert(name, block, KINDS[block.kind]),
        after=_joined(lines, block.end, part.end),
        line=part.first + 1,
    )


def _convert(name: str, block: _Block, kind: type[_T]) -> _T:
    line = block.first + 1
    if _ENDLESS_KEY.search(block.toml):
        raise faults.at(
            name, line, tr("{block}: a key has more than 60 names with dots between them", block=block.kind)
        )
    try:
        document = tomllib.loads(block.toml)
    except RecursionError as error:
        raise faults.at(name, line, tr("{block}: it is nested too deeply", block=block.kind)) from error
    except ValueError as error:  # also numbers of more digits than Python reads
        said = str(error)[:300].rstrip(".")
        if found := _LINE_IN_TOML.search(said):
            line, said = line + int(found[1]), _LINE_IN_TOML.sub("", said)
        raise faults.at(name, line, tr("{block} is not TOML: {what}", block=block.kind, what=said)) from error
    try:
        return msgspec.convert(document, kind)
    except msgspec.ValidationError as error:
        raise faults.in_block(name, line + _line_of(str(error), block.toml), block.kind, str(error)) from error


def _line_of(said: str, toml: str) -> int:
    """How far below its fence the field stands that is spoken of; 0 if that is not plain."""
    what, path = split(said)
    named = re.search(r"field `([^`]*)`", what) if "unknown" in what else None
    names = [part for part in _NAME.findall(path) if not part.isdigit()]
    wanted = named[1] if named else (names[-1] if names else "")
    if not wanted:
        return 0
    key = re.compile(rf"(?:^|[{{,])\s*(?:\[\[)?\"?{re.escape(wanted)}\"?\s*(?:=|\]\])")
    found = [number for number, line in enumerate(toml.split("\n"), 1) if key.search(line)]
    index = re.search(r"\[(\d+)\]", path)
    # The third choice's `why` is most likely the third `why`.
    place = int(index[1]) if index and len(names) > 1 else 0
    return found[min(place, len(found) - 1)] if found else 0


def _is_ours(token: Token) -> bool:
    return token.type == "fence" and _kind(token) in (HEAD, *KINDS)


def _kind(token: Token) -> str:
    return (token.info.split() or [""])[0].lower()


def _blocks(token: Token) -> _Block:
    first, end = token.map or (0, 0)
    return _Block(kind=_kind(token), toml=token.content, first=first, end=end)


def _first(token: Token) -> int:
    return token.map[0] if token.map else 0


def _joined(lines: list[str], begin: int, end: int) -> str:
    return "\n".join(lines[begin:end]).strip()


@cache
def _markdown() -> MarkdownIt:
    """Only what stands in which line matters here; the text itself is read when it is shown."""
    parser = MarkdownIt("commonmark", {"html": False})
    parser.core.ruler.enableOnly(["normalize", "block"])
    return parser
