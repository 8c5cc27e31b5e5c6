"""Reads a suite from TOML that anybody may have written, and writes one."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from lab.language import number, tr
from lab.suites.checks.registry import run_check
from lab.suites.checks.result import Answer, Verdict
from lab.suites.faults import BadSuite, fault
from lab.suites.suite import Suite

MOST_BYTES = 8 * 2**20
"""Of a file. Ten thousand prompts of a few sentences each weigh about three."""

# Python's reader of TOML needs the square of the number of names in one key, which nobody writes by hand.
_ENDLESS_KEY = re.compile(r"""(?<![\w-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')[ \t]*+\.[ \t]*+){64}""")
_MEND = tr("Mend it there and try again.")


def read_suite(path: Path) -> Suite:
    """Read a suite from a file.

    Raises:
        BadSuite: It is none; file, item and field are named.
    """
    with open_file(path) as file:
        try:
            data = file.read(MOST_BYTES + 1)
        except OSError as error:
            raise BadSuite(tr("{path} can't be read: {why}.", path=path, why=error.strerror or error)) from error
    return parse_suite(data, path.name)


def open_file(path: Path) -> BinaryIO:
    """Open a file of the user's.

    Raises:
        BadSuite: There is none, or it can't be read.
    """
    if not path.is_file():
        raise BadSuite(tr("There is no file {path}.", path=path), tr("Check the spelling of the path."))
    try:
        return path.open("rb")
    except OSError as error:
        raise BadSuite(
            tr("{path} can't be read: {why}.", path=path, why=error.strerror or error), tr("Check its permissions.")
        ) from error


def parse_suite(data: bytes, name: str) -> Suite:
    """Read a suite from TOML in UTF-8.

    Args:
        data: What is in the file.
        name: Of the file, for messages.

    Raises:
        BadSuite: It is none; file, item and field are named.
    """
    if len(data) > MOST_BYTES:
        raise BadSuite(
            tr("{name} is larger than {n} MB.", name=name, n=MOST_BYTES // 2**20), tr("Divide it into several suites.")
        )
    document = _document(data, name)
    try:
        suite = msgspec.convert(document, Suite)
    except msgspec.ValidationError as error:
        raise fault(name, str(error), document) from error
    places: dict[str, int] = {}
    for place, item in enumerate(suite.items):
        if places.setdefault(item.id, place) != place:
            same = tr("item {n} has the same id", n=number(places[item.id] + 1))
            raise fault(name, f"{same} - at `$.items[{place}].id`", document)
    return suite


def unsound(suite: Suite) -> list[str]:
    """Checks that do not do what their own examples say, a sentence each; none if all is well."""
    return [
        f"item {number} ({item.id}), checks[{place}], {field}: this text gives “{result.sentence}”"
        for number, item in enumerate(suite.items, 1)
        for place, check in enumerate(item.checks)
        for field, text, wanted in (
            ("passes", check.passes, Verdict.PASSED),
            ("fails", check.fails, Verdict.FAILED),
        )
        if text and (result := run_check(check, Answer(text=text))).verdict is not wanted
    ]


def as_toml(suite: Suite) -> str:
    """A suite as a file that a person can go on writing."""
    document = msgspec.to_builtins(suite)
    lines = [f"{key} = {_value(value)}" for key, value in document.items() if key != "items"]
    for item in document["items"]:
        lines += ["", "[[items]]"]
        for key, value in item.items():
            if key == "checks":
                lines += ["checks = [", *(f"    {_value(check)}," for check in value), "]"]
            else:
                lines.append(f"{key} = {_value(value)}")
    return "\n".join(lines) + "\n"


def _document(data: bytes, name: str) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise BadSuite(
            tr("{name}, line {line}: it is not UTF-8 text.", name=name, line=line), tr("Save the file as UTF-8.")
        ) from error
    if _ENDLESS_KEY.search(text):
        raise BadSuite(tr("{name}: a key has more than {n} names with dots between them.", name=name, n=60), _MEND)
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # of ValueErrors also numbers of more digits than Python reads
        said = tr("it is nested too deeply") if isinstance(error, RecursionError) else str(error)[:300].rstrip(".")
        raise BadSuite(tr("{name} is not TOML: {why}.", name=name, why=said), _MEND) from error


def _value(value: object) -> str:
    match value:
        case str():
            # What JSON makes of a text is what TOML makes of it, but for this one character.
            return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
        case Mapping():
            return "{ " + ", ".join(f"{key} = {_value(each)}" for key, each in value.items()) + " }"
        case list() | tuple():
            return "[" + ", ".join(map(_value, value)) + "]"
        case _:
            return json.dumps(value)
