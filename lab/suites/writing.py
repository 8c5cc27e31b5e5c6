"""Writes a suite as TOML; of a file that a person has written, their comments and their order of things stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec
import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import AoT, Item, Table

from lab.suites.faults import BadSuite
from lab.suites.reading import as_toml, parse_suite
from lab.suites.suite import Suite

_ITEMS = "items"
_CHECKS = "checks"


def written(suite: Suite, before: str = "") -> str:
    """A suite as the text of a file.

    Args:
        suite: What is to be in it.
        before: The file as it was. What did not change stays as it stands there, with its comments; a prompt that moved
            takes along what is written between it and the next.

    Returns:
        A text that reads as this suite. Where that can't be had with the old text, it is a new one.
    """
    if "#" in before:  # else there is no comment to keep, and a new text is written much faster
        try:
            text = _edited(suite, before)
            if parse_suite(text.encode(), "") == suite:
                return text
        except (TOMLKitError, BadSuite, ValueError, RecursionError):
            pass  # a new text is right for sure
    return as_toml(suite)


def _edited(suite: Suite, before: str) -> str:
    document = tomlkit.parse(before)
    wanted = msgspec.json.decode(msgspec.json.encode(suite))  # with lists, as TOML has them
    items = wanted.pop(_ITEMS)
    there = document.get(_ITEMS)
    if not isinstance(there, AoT):
        raise ValueError("the prompts are one list")  # noqa: TRY004  (a file of that kind is allowed)
    _bring_up_to_date(document, wanted, keep=_ITEMS)
    tables = {table["id"]: table for table in there}
    for item in items:
        if item["id"] in tables:
            _bring_up_to_date(tables[item["id"]], item)
    if [table["id"] for table in there] != [item["id"] for item in items]:
        document[_ITEMS] = AoT([tables.get(item["id"]) or _table(item) for item in items])
    return tomlkit.dumps(document)


def _bring_up_to_date(table: Table | tomlkit.TOMLDocument, wanted: Mapping[str, Any], keep: str = "") -> None:
    for key in [key for key in table if key not in wanted and key != keep]:
        del table[key]
    for key, value in wanted.items():
        if key not in table or table[key] != value:
            table[key] = _value(key, value)


def _table(item: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    for key, value in item.items():
        table.append(key, _value(key, value))
    table.add(tomlkit.nl())
    return table


def _value(key: str, value: Any) -> Item:
    if key != _CHECKS:
        item: Item = tomlkit.item(value)
        return item
    checks = tomlkit.array().multiline(True)
    for check in value:
        inline = tomlkit.inline_table()
        inline.update(check)
        checks.append(inline)
    return checks
