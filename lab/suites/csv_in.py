"""Items out of a table: CSV with a first line that names the columns, as spreadsheets write it."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from typing import Any, BinaryIO

from lab.language import tr
from lab.suites.lines import refuse, text_lines

COLUMNS = ("id", "prompt", "system_prompt", "tags", "look_for")
_DIVIDERS = ",;\t"


class CsvItems:
    """Reads a table, a row at a time.

    Attributes:
        left_out: Names of columns that are not known; filled when the first row has been read.
    """

    def __init__(self, file: BinaryIO, name: str) -> None:
        self.left_out: set[str] = set()
        self._lines = text_lines(file, name)
        self._name = name
        self._number = 0

    def __iter__(self) -> Iterator[tuple[int, dict[str, Any]]]:
        """The number of the line on which a row begins, and its fields.

        Raises:
            BadImport: There is no column ``prompt``, a quote never ends, or a row has more fields than columns.
        """
        head = next(self._counted(), "")
        rows = csv.reader(self._with(head), delimiter=_divider(head), strict=True)
        columns: list[str] | None = None
        while True:
            begins = self._number + (columns is not None)
            try:
                row = next(rows, None)
            except csv.Error as error:
                refuse(
                    self._name,
                    max(begins, 1),
                    tr("it is not CSV: {why}.", why=error),
                    tr("See that every quote has its other half."),
                )
            if row is None:
                return
            if columns is None:
                columns = self._columns(row)
                continue
            if not any(cell.strip() for cell in row):
                continue
            if len(row) > len(columns):
                refuse(
                    self._name,
                    begins,
                    tr("it has {n} fields, but there are {columns} columns.", n=len(row), columns=len(columns)),
                )
            yield begins, _fields(dict(zip(columns, row, strict=False)))

    def _columns(self, row: list[str]) -> list[str]:
        columns = [cell.strip().lower().replace(" ", "_") for cell in row]
        if "prompt" not in columns:
            known = ", ".join(COLUMNS)
            refuse(
                self._name,
                1,
                tr("no column is called prompt."),
                tr("The first line names the columns: {columns}.", columns=known),
            )
        if twice := {each for each in columns if columns.count(each) > 1 and each in COLUMNS}:
            refuse(self._name, 1, tr("two columns are called {name}.", name=sorted(twice)[0]))
        self.left_out |= {each[:60] for each in columns if each not in COLUMNS and each}
        return columns

    def _counted(self) -> Iterator[str]:
        for number, line in self._lines:
            self._number = number
            yield line

    def _with(self, head: str) -> Iterator[str]:
        if head:
            yield head
        yield from self._counted()


def _divider(head: str) -> str:
    """What stands between the columns; spreadsheets of many countries write semicolons."""
    return max(_DIVIDERS, key=head.count)


def _fields(row: dict[str, str]) -> dict[str, Any]:
    found: dict[str, Any] = {key: cell for key, cell in row.items() if key in COLUMNS and cell.strip()}
    if "tags" in found:
        found["tags"] = [tag.strip() for tag in found["tags"].replace(",", ";").split(";") if tag.strip()]
    return found
