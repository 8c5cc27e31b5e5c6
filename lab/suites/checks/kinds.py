"""The kinds of checks that a suite's file can name, each with what it has to be told.

In a file a check is a table with ``kind`` and its fields, e.g. ``{ kind = "sentences", most = 1 }``. Every check may
carry two texts, one that ``passes`` and one that ``fails``. So whoever writes a suite sees that the check does what
they mean (``counterpoint suites check``).
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta

from lab.language import tr
from lab.suites.checks.pattern import objection_to

_Piece = Annotated[str, Meta(min_length=1, max_length=500)]
_Pieces = Annotated[tuple[_Piece, ...], Meta(min_length=1, max_length=50)]
_Example = Annotated[str, Meta(max_length=10_000)]
_Most = Annotated[int, Meta(ge=1, le=100_000)]
_Least = Annotated[int, Meta(ge=0, le=100_000)]


class Shape(StrEnum):
    """What the whole answer has to be, and nothing else."""

    JSON = "json"
    ONE_WORD = "one_word"
    NUMBER = "number"
    """In digits."""
    YES_NO = "yes_no"
    """The word "yes" or the word "no"."""
    TABLE = "table"
    """Holds a table in Markdown."""
    CODE = "code"
    """Holds a block of code in Markdown."""
    UPPER_CASE = "upper_case"
    LOWER_CASE = "lower_case"


class Check(
    msgspec.Struct, tag_field="kind", forbid_unknown_fields=True, frozen=True, kw_only=True, omit_defaults=True
):
    """One check of an answer."""

    label: Annotated[str, Meta(max_length=100)] = ""
    """What it asks for, in a few words for a learner; empty for words of our own."""
    passes: _Example = ""
    """A text that passes; empty if none is given."""
    fails: _Example = ""
    """A text that fails; empty if none is given."""


class StopsByItself(Check, tag="stops_by_itself", frozen=True):
    """The model gave the sign that its answer is over."""


class Sentences(Check, tag="sentences", frozen=True):
    """So many sentences or list items in the running text."""

    most: _Most
    least: _Least = 1

    def __post_init__(self) -> None:
        _require_room(self.least, self.most)


class Words(Check, tag="words", frozen=True):
    """So many words in all."""

    most: _Most
    least: _Least = 1

    def __post_init__(self) -> None:
        _require_room(self.least, self.most)


class ListOf(Check, tag="list", frozen=True):
    """A list of so many items, with marks, with numbers or a plain line each."""

    count: Annotated[int, Meta(ge=1, le=1000)]


class Format(Check, tag="format", frozen=True):
    """The answer has the shape that was asked for."""

    shape: Shape


class Contains(Check, tag="contains", frozen=True):
    """The answer holds these as whole words, in capital or small letters."""

    any: _Pieces = ()
    """At least one of these."""
    all: _Pieces = ()
    """Every one of these."""

    def __post_init__(self) -> None:
        if not self.any and not self.all:
            raise ValueError(tr("name the words in `any` or in `all`"))


class Lacks(Check, tag="lacks", frozen=True):
    """The answer holds none of these as whole words, in capital or small letters."""

    texts: _Pieces


class Equals(Check, tag="equals", frozen=True):
    """The answer is this one, however it is dressed: case, punctuation, "The answer is …"."""

    answers: _Pieces
    """All that are right."""


class Matches(Check, tag="matches", frozen=True):
    """A regular expression is found in the answer, in the syntax of RE2."""

    pattern: Annotated[str, Meta(min_length=1, max_length=500)]

    def __post_init__(self) -> None:
        if objection := objection_to(self.pattern):
            raise ValueError(tr("the pattern is no regular expression of RE2: {why}", why=objection))


class Refuses(Check, tag="refuses", frozen=True):
    """The answer declines what was asked; English only."""


class Complies(Check, tag="complies", frozen=True):
    """The answer does not decline what was asked; English only."""


AnyCheck = (
    StopsByItself | Sentences | Words | ListOf | Format | Contains | Lacks | Equals | Matches | Refuses | Complies
)


def _require_room(least: int, most: int) -> None:
    if least > most:
        raise ValueError(tr("`least` is {least}, which is above `most`, {most}", least=least, most=most))
