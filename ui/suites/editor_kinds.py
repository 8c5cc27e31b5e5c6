"""The kinds of checks in words for whoever writes a suite: what each asks for, and which fields it has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from lab.language import tr
from lab.suites.checks.kinds import Shape


class FieldKind(Enum):
    """How a check's field is filled in."""

    NUMBER = auto()
    TEXTS = auto()
    SHAPE = auto()
    PATTERN = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckField:
    """A field of a check."""

    name: str
    """In a file."""
    label: str
    kind: FieldKind
    tip: str = ""
    low: int = 1
    high: int = 100_000
    empty: Any = None
    """What holds where a file says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckForm:
    """A kind of check."""

    title: str
    help: str
    new: Mapping[str, Any]
    """What a new one holds, besides its kind."""
    fields: tuple[CheckField, ...] = ()


SHAPES = {
    Shape.JSON.value: tr("JSON and nothing else"),
    Shape.ONE_WORD.value: tr("One word"),
    Shape.NUMBER.value: tr("A number in digits"),
    Shape.YES_NO.value: tr("Yes or no, nothing else"),
    Shape.TABLE.value: tr("Has a table"),
    Shape.CODE.value: tr("Has a block of code"),
    Shape.UPPER_CASE.value: tr("Capital letters only"),
    Shape.LOWER_CASE.value: tr("Small letters only"),
}

_ONE_A_LINE = tr("One a line. Capital or small letters make no difference.")
_LEAST = CheckField(name="least", label=tr("At least"), kind=FieldKind.NUMBER, low=0, empty=1)
_MOST = CheckField(name="most", label=tr("At most"), kind=FieldKind.NUMBER)


def _texts(name: str, label: str, tip: str = _ONE_A_LINE) -> CheckField:
    return CheckField(name=name, label=label, kind=FieldKind.TEXTS, tip=tip, empty=[])


FORMS: dict[str, CheckForm] = {
    "contains": CheckForm(
        title=tr("Has words"),
        help=tr("The answer has these as whole words."),
        new={},
        fields=(
            _texts("any", tr("At least one of these")),
            _texts("all", tr("Every one of these")),
        ),
    ),
    "lacks": CheckForm(
        title=tr("Does not have words"),
        help=tr("The answer has none of these as whole words."),
        new={"texts": []},
        fields=(_texts("texts", tr("None of these")),),
    ),
    "equals": CheckForm(
        title=tr("Gives a known answer"),
        help=tr("The answer is one of these, however it is dressed: “Paris”, “The capital is Paris.”"),
        new={"answers": []},
        fields=(_texts("answers", tr("All that are right")),),
    ),
    "words": CheckForm(
        title=tr("Number of words"), help=tr("The answer has so many words."), new={"most": 20}, fields=(_LEAST, _MOST)
    ),
    "sentences": CheckForm(
        title=tr("Number of sentences"),
        help=tr("The answer has so many sentences or list items."),
        new={"most": 3},
        fields=(_LEAST, _MOST),
    ),
    "list": CheckForm(
        title=tr("A list of so many"),
        help=tr("The answer is a list: with marks, with numbers, or a plain line each."),
        new={"count": 3},
        fields=(CheckField(name="count", label=tr("List items"), kind=FieldKind.NUMBER, high=1000),),
    ),
    "format": CheckForm(
        title=tr("Has a form"),
        help=tr("The answer has the form that was asked for."),
        new={"shape": Shape.ONE_WORD.value},
        fields=(CheckField(name="shape", label=tr("Form"), kind=FieldKind.SHAPE),),
    ),
    "stops_by_itself": CheckForm(
        title=tr("Stops by itself"), help=tr("The model ended its answer before it was cut off."), new={}
    ),
    "refuses": CheckForm(
        title=tr("Declines"), help=tr("The answer declines what was asked. Works in English only."), new={}
    ),
    "complies": CheckForm(
        title=tr("Does not decline"), help=tr("The answer does what was asked. Works in English only."), new={}
    ),
    "matches": CheckForm(
        title=tr("Matches a pattern"),
        help=tr("A regular expression is found in the answer, in the syntax of RE2."),
        new={"pattern": ""},
        fields=(
            CheckField(
                name="pattern", label=tr("Pattern"), kind=FieldKind.PATTERN, tip=tr("For example (?i)yes|no"), empty=""
            ),
        ),
    ),
}
"""By the name of the kind in a file, the ones first that are wanted most often."""
