"""Takes a model that is split into several files (``…-00001-of-00003.gguf``) as one.

llama.cpp opens the first part and finds the others beside it by their names, so that is what counts here too. The first
part holds the whole description; weights may be in every part.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from lab.errors import BadModelFile
from lab.language import counted, tr
from lab.models.gguf_header import GgufHeader, read_header
from lab.models.gguf_walk import damaged

MAX_PARTS = 1000
"""No model is split into more files; a name may claim 99,999."""

_PART = re.compile(r"(?P<stem>.+)-(?P<number>\d{5})-of-(?P<count>\d{5})(?P<ending>\.gguf)", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartName:
    """What the name of one part says."""

    stem: str
    """The name without the number, the same for all parts."""
    number: int
    """From 1."""
    count: int
    """How many parts there are."""
    ending: str
    """``.gguf`` as it is written here."""

    def file_name(self, number: int) -> str:
        """The name of another part."""
        return f"{self.stem}-{number:05}-of-{self.count:05}{self.ending}"


def part_name(file_name: str) -> PartName | None:
    """Read the name of a part; None if it is not one."""
    match = _PART.fullmatch(file_name)
    if match is None:
        return None
    number, count = int(match["number"]), int(match["count"])
    if not 1 <= number <= count or not 1 < count <= MAX_PARTS:
        return None
    return PartName(stem=match["stem"], number=number, count=count, ending=match["ending"])


def parts_of(path: Path) -> tuple[Path, ...]:
    """The files that belong together, the first part first; only ``path`` itself if it is not split.

    They need not be there.
    """
    part = part_name(path.name)
    if part is None:
        return (path,)
    return tuple(path.with_name(part.file_name(number)) for number in range(1, part.count + 1))


def first_part(path: Path) -> Path:
    """The file that stands for the whole model: the first part, or ``path`` itself."""
    part = part_name(path.name)
    return path if part is None else path.with_name(part.file_name(1))


def state_of(path: Path) -> tuple[int, int]:
    """Size in bytes and time of change of a model, all parts together: the sum and the latest.

    Raises:
        OSError: A part can't be looked at.
    """
    states = [part.stat() for part in parts_of(path)]
    return sum(state.st_size for state in states), max(state.st_mtime_ns for state in states)


def read_model(path: Path) -> GgufHeader:
    """Read the header of a model, of all its parts if it is split.

    Args:
        path: Its file, or any of its parts.

    Returns:
        What the model says about itself, with the sizes of all parts added up; its path is that of the first part.

    Raises:
        BadModelFile: A part is missing or is not what it should be, or ``read_header`` refuses it.
    """
    part = part_name(path.name)
    if part is None:
        return read_header(path)
    files = parts_of(path)
    _require_all(part, files)
    headers = [read_header(file) for file in files]
    for number, header in enumerate(headers):
        if header.number("split.count") != part.count or header.number("split.no") != number:
            raise damaged(f"{header.path.name} does not say that it is part {number + 1} of {part.count}")
    matrix_bytes: Counter[str] = Counter()
    for header in headers:
        matrix_bytes.update(header.matrix_bytes_by_type)
    return dataclasses.replace(
        headers[0],
        file_bytes=sum(header.file_bytes for header in headers),
        mtime_ns=max(header.mtime_ns for header in headers),
        tensor_count=sum(header.tensor_count for header in headers),
        parameters=sum(header.parameters for header in headers),
        matrix_bytes_by_type=dict(matrix_bytes),
        parts_read=len(headers),
    )


def _require_all(part: PartName, files: tuple[Path, ...]) -> None:
    missing = [number for number, file in enumerate(files, start=1) if not file.is_file()]
    if not missing:
        return
    named = ", ".join(map(str, missing[:3]))
    if len(missing) > 3:
        named = tr("{numbers} and more", numbers=named)
    raise BadModelFile(
        counted(
            len(missing),
            tr("{name} is in {parts} parts, and part {missing} is missing."),
            tr("{name} is in {parts} parts, and part {missing} are missing."),
            name=part.stem,
            parts=part.count,
            missing=named,
        ),
        tr("Download what is missing into the same folder."),
    )
