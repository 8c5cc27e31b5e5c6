"""What is said of a suite that is not as it must be: file, item and field, in words for whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from lab.errors import LabError
from lab.language import number, tr

_PLACE = re.compile(r"(.*?)(?: - at `\$(.*)`)?", re.DOTALL)
_ITEM = re.compile(r"\.items\[(\d+)\]")
_LAST_NAME = re.compile(r"(\w+)(?:\[\d+\])?\Z")
_MOST_CHARACTERS = 300

_TYPES = {
    "str": tr("text"), "int": tr("a whole number"), "float": tr("a number"), "bool": tr("true or false"),
    "null": tr("nothing"), "object": tr("a table"), "array": tr("a list"), "datetime": tr("a time"),
    "date": tr("a day"),
}  # fmt: skip
_PATTERNS = {
    "id": tr("an id is made of small letters, digits, hyphens and dots, 64 at most"),
    "prompt": tr("there is nothing in it"),
    "turns": tr("there is nothing in it"),
    "title": tr("a title is one line that begins with no space"),
    "tags": tr("a tag is made of letters, digits, spaces and hyphens, 40 at most"),
}
_SAYINGS: list[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]] = [
    (
        re.compile(r"Object contains unknown field `(.*)`", re.DOTALL),
        lambda m: tr("there is no field `{name}`", name=m[1][:60]),
    ),
    (re.compile(r"Object missing required field `(.*)`"), lambda m: tr("the field `{name}` is missing", name=m[1])),
    (
        re.compile(r"Expected `(.+)`, got `(.+)`"),
        lambda m: tr("it should be {wanted}, not {found}", wanted=_types(m[1]), found=_types(m[2])),
    ),
    (re.compile(r"Expected `int` >= (\d+)"), lambda m: tr("it should be {n} or more", n=number(int(m[1])))),
    (re.compile(r"Expected `int` <= (\d+)"), lambda m: tr("it should be {n} or less", n=number(int(m[1])))),
    (
        re.compile(r"Expected `str` of length <= (\d+)"),
        lambda m: tr("it is longer than {n} characters", n=number(int(m[1]))),
    ),
    (re.compile(r"Expected `array` of length <= (\d+)"), lambda m: tr("there are more than {n}", n=number(int(m[1])))),
    (re.compile(r"Expected `(?:str|array)` of length >= 1"), lambda _: tr("there is nothing in it")),
    (
        re.compile(r"Invalid (?:enum )?value (.*)", re.DOTALL),
        lambda m: tr("there is no {value} to choose", value=m[1][:60]),
    ),
]


class BadSuite(LabError):
    """A suite can't be used as it is."""


class SuiteNotFound(LabError):
    """There is no suite of that name."""


def fault(name: str, said: str, document: dict[str, Any]) -> BadSuite:
    """Turn what msgspec said of a file into a sentence.

    Args:
        name: Of the file.
        said: The message, with a place like ``$.items[2].prompt`` at its end.
        document: What was in the file, to name the item.
    """
    what, path = split(said)
    return BadSuite(f"{name}{_where(path, document)}: {plain(what, path)}.", tr("Mend it there and try again."))


def split(said: str) -> tuple[str, str]:
    """What msgspec said, and where: a path without its ``$``, empty for the whole."""
    match = _PLACE.fullmatch(said)
    assert match is not None
    return match[1], match[2] or ""


def plain(said: str, path: str) -> str:
    """What msgspec said of the value at a path, in other words, without a full stop."""
    if said.startswith("Expected `str` matching regex"):
        name = _LAST_NAME.search(path)
        return _PATTERNS.get(name[1] if name else "", tr("it has characters that can't stand there"))
    for pattern, in_words in _SAYINGS:
        if match := pattern.fullmatch(said):
            return in_words(match)
    short = said if len(said) <= _MOST_CHARACTERS else f"{said[:_MOST_CHARACTERS]} …"
    return short.rstrip(".")


def _where(path: str, document: dict[str, Any]) -> str:
    item = _ITEM.match(path)
    if item is None:
        return f", {path.lstrip('.')}" if path else ""
    field = path[item.end() :].lstrip(".")
    called = _name_of(document, int(item[1]))
    place = tr("item {n}", n=number(int(item[1]) + 1))
    return f", {place}{called}{f', {field}' if field else ''}"


def _name_of(document: dict[str, Any], place: int) -> str:
    items = document.get("items")
    item = items[place] if isinstance(items, list) and place < len(items) else None
    found = item.get("id") if isinstance(item, dict) else None
    return f" ({found[:64]})" if isinstance(found, str) else ""


def _types(names: str) -> str:
    return tr(" or ").join(_TYPES.get(name, name) for name in names.split(" | "))
