"""Sorts a repository's files: what belongs together, how its weights are stored, and which one to take."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath

from lab.errors import DownloadFailed
from lab.language import tr
from lab.models.hub_values import HubFile
from lab.models.naming import STORED_AS

RECOMMENDED = "Q4_K_M"
"""A good half of the full size at little loss; what most people run."""

_SPLIT = re.compile(r"-(\d{5})-of-(\d{5})$", re.ASCII)
_QUANTIZATION = re.compile(
    rf"(?<![a-z0-9])((?:UD-(?=[ITQ]))?(?:{STORED_AS})|MXFP4(?:_MOE)?)(?![a-z0-9])", re.IGNORECASE
)
_NO_MODEL = re.compile(r"(^|[-_.])(mmproj|imatrix|vocab|lora|adapter)([-_.]|$)", re.IGNORECASE)

_BITS = {
    "IQ1_S": 1.6, "IQ1_M": 1.8, "TQ1_0": 1.7, "TQ2_0": 2.1, "IQ2_XXS": 2.1, "IQ2_XS": 2.3, "IQ2_S": 2.5, "IQ2_M": 2.7,
    "Q2_K": 3.0, "Q2_K_S": 2.8, "Q2_K_L": 3.1, "Q2_K_XL": 3.1, "IQ3_XXS": 3.1, "IQ3_XS": 3.3, "IQ3_S": 3.4,
    "IQ3_M": 3.7, "Q3_K_S": 3.5, "Q3_K_M": 3.9, "Q3_K_L": 4.3, "Q3_K_XL": 4.3, "MXFP4": 4.3, "MXFP4_MOE": 4.3,
    "IQ4_XS": 4.3, "IQ4_NL": 4.5, "Q4_0": 4.6, "Q4_1": 5.1, "Q4_K_S": 4.6, "Q4_K": 4.9, "Q4_K_M": 4.9, "Q4_K_L": 5.0,
    "Q4_K_XL": 5.0, "Q5_0": 5.5, "Q5_1": 6.0, "Q5_K_S": 5.5, "Q5_K": 5.7, "Q5_K_M": 5.7, "Q5_K_L": 5.8, "Q5_K_XL": 5.8,
    "Q6_K": 6.6, "Q6_K_L": 6.7, "Q6_K_XL": 6.8, "Q8_0": 8.5, "Q8_K_XL": 9.5, "F16": 16.0, "BF16": 16.0, "F32": 32.0,
}  # fmt: skip
"""Bits a weight, about; only to tell which of two is nearer to a third."""

_UNKNOWN_BITS = 100.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FileGroup:
    """A model of a repository: one file, or all parts of one that was split."""

    name: str
    """The file's path in the repository, without the number of a part and without ``.gguf``."""
    quantization: str
    """E.g. ``Q4_K_M``; empty if the name does not say."""
    files: tuple[HubFile, ...]
    """In the order of their parts."""
    is_complete: bool
    """Whether all parts are there."""
    is_model: bool
    """Whether it is a model by its name, and not a projector, an adapter or a helping table."""

    @property
    def size_bytes(self) -> int:
        """Of all parts together."""
        return sum(file.size_bytes for file in self.files)


def group_files(files: Iterable[HubFile]) -> tuple[FileGroup, ...]:
    """Put the parts of split files together and read the quantization from each name; the smallest comes first."""
    parts: dict[tuple[str, int], dict[int, HubFile]] = {}
    for file in files:
        path = PurePosixPath(file.file)
        if path.suffix.lower() != ".gguf":
            continue
        found = _SPLIT.search(path.stem)
        # 0 parts: a whole file, which may have the name of one that was split.
        stem, number, of = (path.stem[: found.start()], int(found[1]), int(found[2])) if found else (path.stem, 0, 0)
        parts.setdefault((str(path.with_name(stem)), of), {})[number] = file
    groups = [
        FileGroup(
            name=name,
            quantization=quantization_of(name),
            files=tuple(numbered[number] for number in sorted(numbered)),
            is_complete=of == 0 or sorted(numbered) == list(range(1, of + 1)),
            is_model=not _NO_MODEL.search(PurePosixPath(name).name),
        )
        for (name, of), numbered in parts.items()
    ]
    return tuple(sorted(groups, key=lambda group: (not group.is_model, group.size_bytes, group.name)))


def quantization_of(name: str) -> str:
    """How a file's weights are stored, by its name; the folder counts if the file's own name does not say."""
    for part in reversed(PurePosixPath(name).parts):
        found = _QUANTIZATION.findall(part)
        if found:
            return _tidy(found[-1])
    return ""


def recommended(groups: Sequence[FileGroup]) -> FileGroup | None:
    """The one to take: Q4_K_M, else the one whose weights are nearest to its size; None if there is no whole model."""
    whole = [group for group in groups if group.is_model and group.is_complete]
    wanted = _BITS[RECOMMENDED]

    def distance(group: FileGroup) -> tuple[bool, float, bool, str]:
        bits = _bits(group.quantization)
        # Of two that are equally far, the one that loses less.
        return group.quantization != RECOMMENDED, round(abs(bits - wanted), 3), bits < wanted, group.name

    return min(whole, key=distance, default=None)


def choose(groups: Sequence[FileGroup], wanted: str, repository: str) -> FileGroup:
    """The group that somebody meant.

    Args:
        groups: All of the repository.
        wanted: A file's name, a part of one, or a quantization; empty for the recommended one.
        repository: For the sentence.

    Raises:
        DownloadFailed: None fits, several fit, or parts are missing; the sentence names what there is.
    """
    if not wanted:
        best = recommended(groups)
        if best is None:
            raise DownloadFailed(
                tr("{repository} has no whole GGUF model.", repository=repository), tr("Look for another repository.")
            )
        return best
    low = wanted.lower().removesuffix(".gguf")
    fitting = [group for group in groups if low in (group.name.lower(), _file_stem(group), group.quantization.lower())]
    fitting = fitting or [group for group in groups if any(wanted == file.file for file in group.files)]
    fitting = fitting or [group for group in groups if low in group.name.lower()]
    models = [group for group in fitting if group.is_model]
    if len(models) == 1:
        fitting = models  # a projector of the same quantization is not meant
    there = ", ".join(group.quantization or group.name for group in groups) or tr("no GGUF file")
    if not fitting:
        raise DownloadFailed(
            tr("{repository} has no file '{wanted}'.", repository=repository, wanted=wanted),
            tr("There are: {names}.", names=there),
        )
    if len(fitting) > 1:
        raise DownloadFailed(
            tr(
                "'{wanted}' fits several files: {names}.",
                wanted=wanted,
                names=", ".join(group.name for group in fitting),
            ),
            tr("Write more of the name."),
        )
    if not fitting[0].is_complete:
        raise DownloadFailed(
            tr("Parts of {name} are missing on the Hub.", name=fitting[0].name), tr("There are: {names}.", names=there)
        )
    return fitting[0]


def _file_stem(group: FileGroup) -> str:
    return PurePosixPath(group.name).name.lower()


def _tidy(text: str) -> str:
    return {"FP16": "F16", "FP32": "F32"}.get(text.upper(), text.upper())


def _bits(quantization: str) -> float:
    return _BITS.get(quantization.removeprefix("UD-"), _UNKNOWN_BITS)
