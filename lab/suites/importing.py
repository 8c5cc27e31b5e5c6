"""Makes a suite of prompts that come in another form: plain text, CSV, JSONL."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from lab.errors import BadImport
from lab.language import number, tr
from lab.suites.csv_in import CsvItems
from lab.suites.faults import plain, split
from lab.suites.jsonl_in import JsonlItems
from lab.suites.lines import refuse, text_lines
from lab.suites.prompt_format import PromptFormat
from lab.suites.reading import open_file
from lab.suites.suite import MOST_ITEMS, Item, Suite

_NO_SLUG = re.compile(r"[^a-z0-9]+")


_ENDINGS = {
    ".csv": PromptFormat.CSV,
    ".tsv": PromptFormat.CSV,
    ".jsonl": PromptFormat.JSONL,
    ".ndjson": PromptFormat.JSONL,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What was made of a file."""

    suite: Suite
    left_out: tuple[str, ...]
    """Columns or fields that a suite has no place for, by name."""


def import_prompts(path: Path, format: PromptFormat | None = None) -> Imported:
    """Read a file of prompts, as a whole or not at all.

    Args:
        path: The file. The suite is named after it.
        format: In what form; None to go by the file's ending, where anything unknown is plain text.

    Raises:
        BadSuite: There is no such file.
        BadImport: It is not what it must be; the line is named.
    """
    with open_file(path) as file:
        return read_prompts(file, path.name, format or _ENDINGS.get(path.suffix.lower(), PromptFormat.TEXT))


def read_prompts(file: BinaryIO, name: str, format: PromptFormat) -> Imported:
    """Read prompts from a stream.

    Args:
        file: At its beginning.
        name: Of the file, for messages and for the suite's title and id.
        format: In what form.

    Raises:
        BadImport: It is not what it must be; the line is named.
    """
    rows: TextItems | CsvItems | JsonlItems
    match format:
        case PromptFormat.TEXT:
            rows = TextItems(file, name)
        case PromptFormat.CSV:
            rows = CsvItems(file, name)
        case PromptFormat.JSONL:
            rows = JsonlItems(file, name)
    items = tuple(_items(rows, name))
    if not items:
        raise BadImport(tr("There is no prompt in {name}.", name=name), tr("Give it one a line."))
    stem = (name.rpartition(".")[0] or name).encode("utf-8", "replace").decode()
    suite = Suite(id=slug(stem), title=" ".join(stem.split())[:100].strip() or tr("Prompts"), items=items)
    return Imported(suite=suite, left_out=tuple(sorted(rows.left_out)))


def slug(text: str) -> str:
    """An id made of any text."""
    return _NO_SLUG.sub("-", text.lower())[:64].strip("-") or "prompts"


class TextItems:
    """Reads plain text: each line that is not empty is a prompt.

    Attributes:
        left_out: Always empty; a line has no fields.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.left_out: set[str] = set()
        self._file = file
        self._name = name

    def __iter__(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The number of a line, and its prompt."""
        for place, line in text_lines(self._file, self._name):
            if line.strip():
                yield place, {"prompt": line.rstrip("\r\n")}


def _items(rows: Iterable[tuple[int, dict[str, Any]]], name: str) -> Iterator[Item]:
    ids: dict[str, int] = {}
    for count, (line, fields) in enumerate(rows, 1):
        if count > MOST_ITEMS:
            refuse(
                name,
                line,
                tr("there are more than {n} prompts.", n=number(MOST_ITEMS)),
                tr("Divide the file into several."),
            )
        fields.setdefault("id", f"p{count}")
        try:
            item = msgspec.convert(fields, Item)
        except msgspec.ValidationError as error:
            what, path = split(str(error))
            refuse(name, line, _said(plain(what, path), path[1:]))
        if ids.setdefault(item.id, line) != line:
            refuse(name, line, tr("the id {id} is that of line {line} already.", id=item.id, line=number(ids[item.id])))
        yield item


def _said(what: str, field: str) -> str:
    return tr("{what} (in {field}).", what=what, field=field) if field else f"{what}."
