"""How far a download of several models is, how fast it goes and how long it will take."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from lab.language import tr
from lab.models.starter import StarterProgress
from lab.models.starter_table import StarterModel

_LOOK_BACK_S = 6.0
"""Speed is taken over so long: long enough to be calm, short enough to be true."""

_KNOWN_AFTER_S = 1.0
_CHECKING = tr("Checking {name}", name="")
"""How the step is called in which a file is hashed; nothing comes over the line meanwhile."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What is shown of a download at one moment."""

    step: str
    """What is being done, e.g. ``Fetching gemma-3-270m``."""
    done_bytes: int
    total_bytes: int
    """Of all models together; while a file is checked, of that file."""
    bytes_per_second: float | None
    """None if it is not known yet, or nothing comes."""

    @property
    def seconds_left(self) -> float | None:
        """None if nobody can know."""
        if not self.bytes_per_second:
            return None
        return (self.total_bytes - self.done_bytes) / self.bytes_per_second


class Meter:
    """Adds up the progress of one model after the other.

    Args:
        models: What is to be fetched.
    """

    def __init__(self, models: Sequence[StarterModel]) -> None:
        self._left = {model.kind: model.download_bytes for model in models}
        self._before = 0
        self._kind = next(iter(self._left), None)
        self._name = ""
        self._came: deque[tuple[float, int]] = deque()
        self._checking: StarterProgress | None = None
        self._done = 0

    def begin(self, model: StarterModel) -> None:
        """The download of a model begins; one of the same kind that was tried before has failed."""
        if self._kind is not None and model.kind != self._kind:
            self._before += self._left.pop(self._kind, 0)
        self._kind = model.kind
        self._name = model.name
        self._left[model.kind] = model.download_bytes
        self._done = self._before
        self._came.clear()

    def take(self, progress: StarterProgress, now_s: float) -> None:
        """Take a report.

        Args:
            progress: What the download says.
            now_s: The time, on a clock that only goes forward.
        """
        if progress.step.startswith(_CHECKING):
            self._checking = progress
            self._came.clear()
            return
        self._checking = None
        if self._kind is not None:
            self._left[self._kind] = progress.total_bytes
        self._done = self._before + progress.done_bytes
        self._came.append((now_s, self._done))

    def reading(self, now_s: float) -> Reading:
        """What to show now."""
        if self._checking is not None:
            return Reading(
                step=self._checking.step,
                done_bytes=self._checking.done_bytes,
                total_bytes=self._checking.total_bytes,
                bytes_per_second=None,
            )
        return Reading(
            step=tr("Fetching {name}", name=self._name) if self._name else tr("Beginning …"),
            done_bytes=self._done,
            total_bytes=self._before + sum(self._left.values()),
            bytes_per_second=self._speed(now_s),
        )

    def _speed(self, now_s: float) -> float | None:
        while self._came and now_s - self._came[0][0] > _LOOK_BACK_S:
            self._came.popleft()
        if not self._came:
            return None
        (first_s, first), (_, last) = self._came[0], self._came[-1]
        took_s = now_s - first_s
        return (last - first) / took_s if took_s >= _KNOWN_AFTER_S and last > first else None
