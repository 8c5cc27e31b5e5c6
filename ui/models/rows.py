"""The rows of the table: what was found and what the library knows, put together and held against the memory."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lab.models.facts import FileFacts
from lab.models.fit_verdict import Fit, FitVerdict, judge_fit
from lab.models.found import FoundFile
from lab.models.library_file import LibraryEntry
from lab.models.memory_now import MemoryNow
from lab.models.split_files import parts_of
from lab.records import Kind, Model, Side
from lab.visible import visible
from ui.models import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What the verdicts on the rows depend on besides the files."""

    memory: MemoryNow
    """With what our own workers would give back."""
    context_tokens: int
    """The conversation that there should be room for."""
    playing: Mapping[Side, Path]
    """The files of the models that play now; a side without one is left out."""
    folders: tuple[Path, ...]
    """Those that the user has added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelRow:
    """One model that can be used."""

    file: FoundFile
    """Where it is."""
    facts: FileFacts
    """What it is; its kind is the library's word if that has one, e.g. the user's own."""
    listed: LibraryEntry | None
    """What the library keeps about it; None if it is not in there."""
    where: str
    """Where it comes from, in a few words."""
    sides: tuple[Side, ...]
    """Which sides it plays now."""
    alone: FitVerdict
    """Whether it fits by itself."""
    fit: Fit
    """The same, or that it does not fit at the same time as the model that it would be compared with."""
    why: str
    """Why, in a sentence."""

    @property
    def name(self) -> str:
        """What to call it: as the library does, so that it has one name everywhere."""
        return visible(self.listed.model.name if self.listed else self.file.name)

    @property
    def path(self) -> Path:
        """Its file, or the first of them."""
        return Path(self.file.path)

    @property
    def kind(self) -> Kind:
        """Base or chat."""
        return self.facts.verdict.kind

    @property
    def model(self) -> Model | None:
        """What can play a side; None if its file must be read through first."""
        return self.listed.model if self.listed else None


@dataclass(frozen=True, slots=True, kw_only=True)
class AsideFile:
    """A file that can't be used, and why."""

    name: str
    path: Path
    where: str
    reason: str
    """In a plain sentence."""
    hint: str
    """What could be done about it; may be empty."""
    listed_name: str = ""
    """Its name in the library, which can forget it; empty if it is not in there."""


def rows_of(files: Iterable[FoundFile], entries: Mapping[str, LibraryEntry], around: Around) -> list[ModelRow]:
    """Make the rows for all files that can be used.

    Args:
        files: What was found.
        entries: What the library knows, by the path under which the file was found.
        around: Memory, context and who plays.
    """
    usable = [(file, _facts(file.facts, entries.get(file.path))) for file in files if file.facts is not None]
    players = {side: facts for file, facts in usable for side in _sides(file, entries.get(file.path), around)}
    return [_row(file, facts, entries.get(file.path), players, around) for file, facts in usable]


def aside_of(files: Iterable[FoundFile], folders: Sequence[Path]) -> list[AsideFile]:
    """What was found and can't be used."""
    return [
        AsideFile(
            name=visible(Path(file.path).name if file.place != "Ollama" else file.name),
            path=Path(file.path),
            where=words.where(file, file.source, folders),
            reason=visible(file.reason),
            hint=visible(file.hint),
        )
        for file in files
        if file.facts is None
    ]


def natural_side(kind: Kind, others: Mapping[Side, Kind]) -> Side:
    """The side on which a model of this kind makes a pair of base and chat; A if both do or none.

    Args:
        kind: Of the model.
        others: Of the models that play now, by side.
    """
    for side, other in ((Side.A, Side.B), (Side.B, Side.A)):
        if {kind, others.get(other, Kind.UNSURE)} == {Kind.BASE, Kind.CHAT}:
            return side
    return Side.B if kind is Kind.CHAT and Side.B not in others else Side.A


def other_side(side: Side) -> Side:
    """The one across."""
    return Side.B if side is Side.A else Side.A


def all_parts(row: ModelRow) -> tuple[Path, ...]:
    """The files of a model: one, or all parts of a split one that are there."""
    return tuple(part for part in parts_of(row.path) if part.exists())


def _facts(facts: FileFacts, entry: LibraryEntry | None) -> FileFacts:
    return facts if entry is None else dataclasses.replace(facts, verdict=entry.model.verdict)


def _sides(file: FoundFile, entry: LibraryEntry | None, around: Around) -> tuple[Side, ...]:
    """Which sides a file plays; the library may know it by another path, through a link."""
    paths = {Path(file.path), Path(entry.model.path if entry else file.path)}
    return tuple(side for side, path in around.playing.items() if path in paths)


def _row(
    file: FoundFile,
    facts: FileFacts,
    entry: LibraryEntry | None,
    players: Mapping[Side, FileFacts],
    around: Around,
) -> ModelRow:
    sides = _sides(file, entry, around)
    alone = judge_fit([facts.memory], around.context_tokens, around.memory)
    fit, why = alone.fit, alone.sentence
    kinds = {side: player.verdict.kind for side, player in players.items()}
    partner = players.get(other_side(sides[0] if sides else natural_side(facts.verdict.kind, kinds)))
    if fit is Fit.FITS and partner is not None:
        both = judge_fit([facts.memory, partner.memory], around.context_tokens, around.memory)
        if both.fit is Fit.ONE_AT_A_TIME:  # that the other one alone is too large would be no fault of this one
            fit, why = both.fit, both.sentence
    return ModelRow(
        file=file,
        facts=facts,
        listed=entry,
        where=words.where(file, (entry.source if entry else "") or file.source, around.folders),
        sides=sides,
        alone=alone,
        fit=fit,
        why=why,
    )
