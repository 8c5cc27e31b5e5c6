"""Lines of a file from elsewhere: UTF-8, bounded in length and number, and numbered for messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, NoReturn

from lab.errors import BadImport
from lab.language import number, tr

MOST_LINE_BYTES = 4 * 2**20
"""Twenty turns of the longest prompt, if most of it is ASCII."""
MOST_LINES = 1_000_000
MOST_FILE_BYTES = 256 * 2**20

_NOTHING_TAKEN = tr("Nothing was taken from it.")


def refuse(name: str, place: int, what: str, hint: str = "") -> NoReturn:
    """Say what is wrong with a line.

    Raises:
        BadImport: Always.
    """
    raise BadImport(
        tr("{name}, line {line}: {what}", name=name, line=number(place), what=what),
        " ".join(filter(None, [hint, _NOTHING_TAKEN])),
    )


def text_lines(file: BinaryIO, name: str) -> Iterator[tuple[int, str]]:
    """Each line with its number, from 1, and with its end; a mark of UTF-8 at the beginning is left out.

    Raises:
        BadImport: A line is not UTF-8 or too long, or there are too many; or the disk does not give them.
    """
    place = size = 0
    while line := _next(file, name):
        place += 1
        size += len(line)
        if len(line) > MOST_LINE_BYTES:
            refuse(name, place, tr("it is longer than {n} MB.", n=MOST_LINE_BYTES // 2**20))
        if place > MOST_LINES or size > MOST_FILE_BYTES:
            refuse(name, place, tr("the file goes on for too long."), tr("Divide it into several."))
        try:
            yield place, line.decode("utf-8-sig" if place == 1 else "utf-8")
        except UnicodeDecodeError as error:
            refuse(
                name,
                place,
                tr("it is not UTF-8 text (byte {n} of the line).", n=error.start + 1),
                tr("Save it as UTF-8."),
            )


def _next(file: BinaryIO, name: str) -> bytes:
    try:
        return file.readline(MOST_LINE_BYTES + 1)
    except OSError as error:
        raise BadImport(
            tr("{path} can't be read: {why}.", path=name, why=error.strerror or error), _NOTHING_TAKEN
        ) from error
