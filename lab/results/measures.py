"""What answers are like, as numbers for thousands of them: measured once, kept, and read in little memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lab.analysis import DEFINITIONS, profile
from lab.records import Contestant, KeptAnswer
from lab.results.progress import Progress, Report, Stage, Stopped, go_on, never, nobody
from lab.storage import Store, answers
from lab.storage import measured as kept

SPEED = "tokens_per_second"
NAMES = (*DEFINITIONS, SPEED)
"""What is kept of each answer, in this order."""

_TAKEN = 2
"""Count it up whenever an answer would be measured otherwise than before under the same name."""

VERSION = f"{_TAKEN}-{zlib.crc32(' '.join(NAMES).encode()):08x}"
"""Changes by itself with the measures that there are and their order."""

_MEASURED_AT_ONCE = 20


class Measures(Mapping[str, Mapping[str, float | None]]):
    """Measures by answer id, then by name; a table of single floats, since a mapping for each would take tenfold.

    Attributes:
        table: Answers by ``NAMES``; not a number where an answer can't be measured so.
        contestants: By row, the history's own name for who gave the answer.
    """

    def __init__(self, ids: Iterable[str], contestants: Iterable[str], table: NDArray[np.float32]) -> None:
        """Take what was read, row by row."""
        self.ids = tuple(ids)
        self.contestants = tuple(contestants)
        self.table = table
        self._rows = {answer_id: row for row, answer_id in enumerate(self.ids)}

    def __getitem__(self, answer_id: str) -> Mapping[str, float | None]:
        """The measures of one answer.

        Raises:
            KeyError: It has none.
        """
        return _Row(self.table[self._rows[answer_id]])

    def __iter__(self) -> Iterator[str]:
        """The ids."""
        return iter(self.ids)

    def __len__(self) -> int:
        """How many answers."""
        return len(self.ids)


_COLUMNS = {name: column for column, name in enumerate(NAMES)}


class _Row(Mapping[str, float | None]):
    """One row of the table, under its names."""

    __slots__ = ("_values",)

    def __init__(self, values: NDArray[np.float32]) -> None:
        self._values = values

    def __getitem__(self, name: str) -> float | None:
        value = float(self._values[_COLUMNS[name]])
        return None if value != value else value

    def __iter__(self) -> Iterator[str]:
        return iter(_COLUMNS)

    def __len__(self) -> int:
        return len(_COLUMNS)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Measured:
    """All measures that a history has."""

    measures: Measures
    contestants: Mapping[str, Contestant]
    """By the history's own names."""
    missing: tuple[str, ...]
    """Ids of the answers that are still to be measured, the latest first."""


def read(store: Store, report: Report = nobody, stopped: Stopped = never) -> Measured:
    """Read the measures that are kept, of answers that are not in the trash.

    Raises:
        GaveUp: It was stopped.
        LabError: The history can't be read.
    """
    missing = store.read(kept.missing, VERSION).result()
    go_on(stopped)
    total = store.read(kept.count, VERSION).result()
    ids: list[str] = []
    contestants: list[str] = []
    tables = [np.zeros((0, len(NAMES)), dtype=np.float32)]
    known: dict[str, str] = {}
    while piece := store.read(kept.measured, VERSION, after=ids[-1] if ids else "").result():
        go_on(stopped)
        ids += [each.answer_id for each in piece]
        contestants += [known.setdefault(each.contestant_id, each.contestant_id) for each in piece]
        tables.append(np.array([each.values for each in piece], dtype=np.float32))
        report(Progress(stage=Stage.READING_MEASURES, done=min(len(ids), total), total=total))
    return Measured(
        measures=Measures(ids, contestants, np.concatenate(tables)),
        contestants=store.read(kept.contestants).result(),
        missing=tuple(missing),
    )


def fill(
    store: Store,
    answer_ids: Iterable[str],
    report: Report = nobody,
    stopped: Stopped = never,
) -> int:
    """Measure answers, and keep what came out. It takes some 10 ms for each; what is done is done if it is stopped.

    Args:
        store: The history; it must be writable.
        answer_ids: Which; those that are gone meanwhile are passed over.
        report: Is told how far it is.
        stopped: Is asked whether to stop.

    Returns:
        How many were measured.

    Raises:
        LabError: The history can't be read or written.
    """
    wanted = list(answer_ids)
    for start in range(0, len(wanted), _MEASURED_AT_ONCE):
        report(Progress(stage=Stage.MEASURING, done=start, total=len(wanted)))
        if stopped():
            return start
        piece = store.read(answers.by_id, wanted[start : start + _MEASURED_AT_ONCE], with_details=False).result()
        measured = {answer_id: values_of(answer) for answer_id, answer in piece.items()}
        store.write(kept.keep, VERSION, measured).result()
    report(Progress(stage=Stage.MEASURING, done=len(wanted), total=len(wanted)))
    return len(wanted)


def values_of(answer: KeptAnswer) -> list[float | None]:
    """The measures of one answer, in the order of ``NAMES``."""
    response = answer.response
    measured = profile(
        answer.text, response.token_ids if response else None, response.finish_reason if response else None
    )
    return [*(each.value for each in measured.measures), response.tokens_per_second if response else None]
