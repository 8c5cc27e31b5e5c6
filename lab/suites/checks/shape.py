"""Does the answer have the form that was asked for?"""

from __future__ import annotations

import re
from collections.abc import Callable

import msgspec

from lab.analysis.outline import outline_of
from lab.analysis.writing import words_of
from lab.language import counted, number, tr
from lab.suites.checks.kinds import Shape
from lab.suites.checks.result import Answer, CheckResult, cannot_tell, failed, passed

_FENCE = re.compile(r"```[\w-]*[ \t]*\n(.*?)\n?```", re.DOTALL)
_NUMBER = re.compile(r"[-+−]?\d[\d,'’ ]*(?:\.\d+)?\s?%?")
_AROUND = " \t\n*_`\"'“”‘’.!"


def has_shape(answer: Answer, shape: Shape) -> CheckResult:
    """Whether it has the shape."""
    text = answer.beginning
    if not text:
        return failed(tr("Nothing was written."))
    return _SHAPES[shape](text)


def is_list(answer: Answer, count: int) -> CheckResult:
    """Whether it is a list of so many items.

    Marks and numbers are read as Markdown. Without any, each line is an item, but for a first one that ends in a colon.
    """
    text = answer.beginning
    found = outline_of(text).list_items
    if not found:
        lines = [line for line in text.splitlines() if line.strip()]
        found = len(lines) - (len(lines) > 1 and lines[0].rstrip().endswith(":"))
    there = counted(found, tr("{n} list item"), tr("{n} list items"))
    sentence = tr("It has {found}; {wanted} asked for.", found=there, wanted=number(count))
    if found <= count and answer.may_be_cut_off:
        return cannot_tell(tr("It has {found} but was cut off, so it is not known how many follow.", found=there))
    return passed(sentence) if found == count else failed(sentence)


def _json(text: str) -> CheckResult:
    fenced = _FENCE.fullmatch(text)
    try:
        value = msgspec.json.decode((fenced[1] if fenced else text).encode("utf-8", "replace"))
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return failed(tr("It is not JSON, or there is other text around the JSON."))
    if not isinstance(value, dict | list):
        return failed(tr("It is a single value, not a JSON object or list."))
    return passed(tr("It is JSON."))


def _one_word(text: str) -> CheckResult:
    count = len(words_of(text))
    if count == 1:
        return passed(tr("It is one word."))
    return failed(counted(count, tr("It has {n} word; one asked for."), tr("It has {n} words; one asked for.")))


def _number(text: str) -> CheckResult:
    if _NUMBER.fullmatch(text.strip(_AROUND)):
        return passed(tr("It is a number."))
    return failed(tr("It is not a number in digits alone."))


def _yes_no(text: str) -> CheckResult:
    words = words_of(text)
    if words in (("yes",), ("no",)):
        return passed(tr("It says {word} and nothing else.", word=words[0]))
    if words and words[0] in ("yes", "no"):
        return failed(tr("It says {word}, but goes on.", word=words[0]))
    return failed(tr("It says neither yes nor no."))


def _table(text: str) -> CheckResult:
    return passed(tr("It has a table.")) if outline_of(text).tables else failed(tr("It has no table."))


def _code(text: str) -> CheckResult:
    return (
        passed(tr("It has a block of code."))
        if outline_of(text).code_blocks
        else failed(tr("It has no block of code."))
    )


def _upper_case(text: str) -> CheckResult:
    return passed(tr("All letters are capitals.")) if text.isupper() else failed(tr("Not all letters are capitals."))


def _lower_case(text: str) -> CheckResult:
    return passed(tr("All letters are small.")) if text.islower() else failed(tr("Not all letters are small."))


_SHAPES: dict[Shape, Callable[[str], CheckResult]] = {
    Shape.JSON: _json,
    Shape.ONE_WORD: _one_word,
    Shape.NUMBER: _number,
    Shape.YES_NO: _yes_no,
    Shape.TABLE: _table,
    Shape.CODE: _code,
    Shape.UPPER_CASE: _upper_case,
    Shape.LOWER_CASE: _lower_case,
}
