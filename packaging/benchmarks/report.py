"""The figures as a table for people and as JSON for whoever keeps them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from benchmarks.figures import Figure, Goal


def table(figures: Sequence[Figure]) -> Table:
    """One line a figure: what, goal, median (or p95), spread, met."""
    drawn = Table(title="Counterpoint, measured", title_justify="left")
    drawn.add_column("#", justify="right")
    drawn.add_column("what", overflow="fold")
    for name in ("goal", "median", "spread", "met?"):
        drawn.add_column(name, justify="right", no_wrap=True)
    last = None
    for figure in figures:
        if last not in (None, figure.number):
            drawn.add_section()
        last = figure.number
        low, high = figure.spread
        value = amount(figure.value, figure.unit)
        drawn.add_row(
            str(figure.number),
            Text(figure.what),
            goal_in_words(figure.goal, figure.unit),
            value if figure.statistic == "median" else f"{figure.statistic} {value}",
            f"{amount(low, '')} – {amount(high, '')}",
            verdict(figure.met),
        )
    return drawn


def amount(value: float, unit: str) -> str:
    """A value as it is printed: ratios with three digits, everything with a unit with one decimal.

    Args:
        value: The value.
        unit: Its unit; empty for a ratio.
    """
    if unit:
        return f"{value:.1f} {unit}"
    return f"{value:.3f}" if abs(value) < 10 else f"{value:.1f}"


def goal_in_words(goal: Goal | None, unit: str) -> str:
    """The goal with its direction; a dash where there is none."""
    if goal is None:
        return "–"
    return f"{'≥' if goal.at_least else '≤'} {goal.limit:g}{f' {unit}' if unit else ''}"


def verdict(met: bool | None) -> Text:
    """Yes or no, in a word as well as in a colour."""
    if met is None:
        return Text("–")
    return Text("yes", style="green") if met else Text("NO", style="bold red")


def as_json(figures: Sequence[Figure], machine: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that was measured, ready for ``json.dumps``.

    Args:
        figures: What was measured.
        machine: What it was measured on.

    Returns:
        ``{"machine": {…}, "all_met": …, "figures": [{"number": 1, "what": …, "value": …, "values": [ … ], …}, …]}``.
    """
    return {
        "machine": dict(machine),
        "all_met": all(figure.met is not False for figure in figures),
        "figures": [_figure_as_json(figure) for figure in figures],
    }


def _figure_as_json(figure: Figure) -> dict[str, Any]:
    low, high = figure.spread
    goal = figure.goal
    return {
        "number": figure.number,
        "what": figure.what,
        "unit": figure.unit or "ratio",
        "goal": None if goal is None else {"limit": goal.limit, "at_least": goal.at_least},
        "statistic": figure.statistic,
        "value": figure.value,
        "lowest": low,
        "highest": high,
        "met": figure.met,
        "values": list(figure.values),
        "parts": {name: list(part) if isinstance(part, list | tuple) else part for name, part in figure.parts.items()},
    }
