"""A plot as values: rows, and on each some marks with their intervals. It can be drawn, and told as a table."""

from __future__ import annotations

from dataclasses import dataclass

from lab.language import tr


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A point with its interval."""

    series: int
    """Which of the chart's series it belongs to; decides shape and colour."""
    value: float
    low: float | None
    """Where the interval begins; None without one."""
    high: float | None
    words: str
    """The value with its interval, for people: "62 %, 58 to 66"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartRow:
    """One line of a chart."""

    label: str
    marks: tuple[Mark, ...]
    said: str = ""
    """A few words at the right end."""
    tip: str = ""
    """What the row means, as a sentence."""
    leads_on: bool = True
    """Whether there is more to know, where rows can be pressed at all."""
    scale: tuple[float, float] | None = None
    """Where this row begins and ends; None for the chart's own scale."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """Rows of marks."""

    name: str
    """For a screen reader and for the name of a file."""
    series: tuple[str, ...]
    """What the marks stand for, such as the contestants."""
    rows: tuple[ChartRow, ...]
    scale: tuple[float, float]
    reference: float | None = None
    """Where a line stands that means something, such as chance."""
    ends: tuple[str, str] = ("", "")
    """What it means to be far on the left and on the right."""
    said_again: bool = False
    """Whether what is said at the right end only repeats the marks, so that a table can do without."""

    def place(self, row: ChartRow, value: float) -> float:
        """Where a value stands on its row, 0 to 1."""
        low, high = row.scale or self.scale
        return min(1.0, max(0.0, (value - low) / (high - low))) if high > low else 0.5

    @property
    def columns(self) -> tuple[str, ...]:
        """The heads of the table that says the same."""
        told = ("",) if self._tells_more else ()
        return ("", *self.series, *told)

    def cells(self, row: ChartRow) -> tuple[str, ...]:
        """A row of that table."""
        by_series = {mark.series: mark.words for mark in row.marks}
        told = (row.said,) if self._tells_more else ()
        return (row.label, *(by_series.get(series, "–") for series in range(len(self.series))), *told)

    @property
    def sentence(self) -> str:
        """All of it in one text, for a screen reader that comes to the plot."""
        lines = []
        for row in self.rows:
            marks = ", ".join(f"{self.series[mark.series]} {mark.words}" for mark in row.marks) or tr("nothing")
            lines.append(tr("{name}: {values}.", name=row.label, values=marks))
            if row.said and not self.said_again:
                lines.append(f"{row.said}.")
        return " ".join(lines)

    @property
    def _tells_more(self) -> bool:
        return not self.said_again and any(row.said for row in self.rows)
