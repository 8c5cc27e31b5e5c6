"""Two answers side by side in a terminal, live while they come and whole when they are done."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence

from rich.console import Console, Group, RenderableType
from rich.live import Live
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from lab.cli.output import visible
from lab.generation.collector import Collector
from lab.records import Response, Side
from lab.words import FINISH_WORDS, left_out

COLOURS = {Side.A: "#62b0ef", Side.B: "#f0a15c"}
_QUIET = "grey50"
_FRAMES_PER_SECOND = 12
_ROWS_AROUND = 8
"""Rows of the terminal that the frame around the live text takes."""
_FRAME_COLUMNS = 5
"""Columns of a pane that its frame and the gap beside it take."""
_NARROW = 60
"""Below this width the columns are put one above the other."""


class LiveColumns:
    """Shows collectors side by side and redraws them at a steady pace, whatever the speed of the models."""

    def __init__(self, console: Console, collectors: Mapping[Side, Collector]) -> None:
        self._console = console
        self._collectors = collectors
        self._live = Live(console=console, auto_refresh=False, transient=True)
        self._drawn = 0.0

    def __enter__(self) -> LiveColumns:
        self._live.__enter__()
        self.refresh(now=True)
        return self

    def __exit__(self, *_exception: object) -> None:
        self._live.update(Text(""))
        self._live.__exit__(None, None, None)

    def refresh(self, *, now: bool = False) -> None:
        """Draw again if it is time to."""
        if now or time.monotonic() - self._drawn >= 1 / _FRAMES_PER_SECOND:
            rows = max(4, self._console.height - _ROWS_AROUND)
            if _is_narrow(self._console):
                rows = max(3, rows // 2 - 3)
            self._live.update(_grid(self._console, self._collectors, rows), refresh=True)
            self._drawn = time.monotonic()


def print_columns(console: Console, collectors: Mapping[Side, Collector]) -> None:
    """Print both answers whole."""
    console.print(_grid(console, collectors, None))


def print_sections(console: Console, collectors: Mapping[Side, Collector], *, prompt: str = "") -> None:
    """Print the answers one after the other, for a file or a pipe."""
    if prompt:
        console.print(Text(f"> {visible(prompt)}"), soft_wrap=True)
    for side, collector in collectors.items():
        model = collector.request.contestant.model
        console.print(Rule(f"{side.upper()} · {visible(model.name)} · {model.verdict.kind}", style="none"))
        console.print(_body(collector), soft_wrap=True)
        console.print(_foot(collector), soft_wrap=True)


def _is_narrow(console: Console) -> bool:
    return console.width < _NARROW


def _grid(console: Console, collectors: Mapping[Side, Collector], rows: int | None) -> RenderableType:
    """All panes, equally high; showing at most the last ``rows`` rows of each text, or everything."""
    narrow = _is_narrow(console)
    width = max(10, (console.width if narrow else console.width // len(collectors)) - _FRAME_COLUMNS)
    bodies = {side: _last_rows(console, _body(collector), width, rows) for side, collector in collectors.items()}
    feet = {side: _foot(collector).wrap(console, width) for side, collector in collectors.items()}
    panels = []
    for side, collector in collectors.items():
        # Side by side, the shorter text is filled up, so that both feet stand on one line.
        missing = 0 if narrow else max(map(len, bodies.values())) - len(bodies[side])
        below = 0 if narrow else max(map(len, feet.values())) - len(feet[side])
        rows_of_pane = [*bodies[side], *[Text()] * missing, Rule(style=_QUIET), *feet[side], *[Text()] * below]
        panels.append(_pane(side, collector, Group(*rows_of_pane)))
    if narrow:
        return Group(*panels)
    table = Table.grid(expand=True, padding=(0, 1, 0, 0))
    for _ in panels:
        table.add_column(ratio=1)
    table.add_row(*panels)
    return table


def _last_rows(console: Console, text: Text, width: int, rows: int | None) -> Sequence[Text]:
    if rows is None:
        return list(text.wrap(console, width))
    # Only the end can be seen, so only the end is wrapped: a long answer stays cheap to draw.
    most_characters = rows * width
    return list(text[max(0, len(text) - most_characters) :].wrap(console, width))[-rows:]


def _pane(side: Side, collector: Collector, content: RenderableType) -> RenderableType:
    contestant = collector.request.contestant
    title = Text.assemble(
        (f" {side.upper()} ", f"reverse bold {COLOURS[side]}"),
        " ",
        (visible(contestant.model.name), "bold"),
        "  ",
        (contestant.model.verdict.kind.upper(), COLOURS[side]),
        (f" · {contestant.framing} ", "dim"),
    )
    return Panel(content, title=title, title_align="left", border_style=_QUIET)


def _body(collector: Collector) -> Text:
    text = Text(visible(collector.text))
    if collector.error:
        if collector.text:
            text.append("\n\n")
        text.append(visible(collector.error.message), style="red")
        if collector.error.hint:
            text.append("\n" + visible(collector.error.hint), style="dim")
    elif not collector.text and not collector.done:
        text.append(collector.stage + " …", style="dim italic")
    elif not collector.text:
        text.append("(nothing)", style="dim italic")
    return text


def _foot(collector: Collector) -> Text:
    if not collector.done:
        return Text(collector.stage, style="dim")
    response = collector.response()
    if collector.error:
        return Text("failed", style="red")
    return Text(facts(response) if response else "stopped", style="dim")


def facts(response: Response) -> str:
    """Speed, time to the first token and length of an answer, and on a second line why it ended."""
    parts = []
    if response.tokens_per_second is not None:
        parts.append(f"{response.tokens_per_second:.1f} tok/s")
    if response.time_to_first_token_ms is not None:
        parts.append(f"{response.time_to_first_token_ms / 1000:.2f} s to first token")
    parts.append(f"{response.completion_tokens} tokens")
    end = FINISH_WORDS[response.finish_reason]
    if response.dropped_turns:
        end += f" · {left_out(response.dropped_turns)}"
    return " · ".join(parts) + "\n" + end
