"""What a conversation is drawn from: lines and tables with their runs of text, as plain values.

A line is one block of the text document. Because everything is a value, what is drawn can be compared with what should
be drawn, and only the difference is written.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntFlag, auto


class Kind(Enum):
    """What a line is."""

    HIDDEN = auto()
    """Takes no room: what a text document needs before its first line and behind a table."""
    PROMPT = auto()
    """Of the quoted prompt."""
    EARLIER = auto()
    """Says that there are earlier turns."""
    TEXT = auto()
    HEADING_1 = auto()
    HEADING_2 = auto()
    HEADING_3 = auto()
    CODE = auto()
    RULE = auto()
    """A horizontal line."""
    CELL = auto()
    """Of a table."""
    RAW = auto()
    """Of an answer that is shown as it is."""
    NOTE = auto()
    """Under an answer, from us."""


class Join(Enum):
    """What stands between a line and the one before it when they are copied as plain text."""

    GAP = "\n\n"
    LINE = "\n"
    CELL = "\t"
    CUT = ""
    """Nothing: a very long line that had to be cut. It goes on in a new block."""
    SAME = None
    """Nothing, and it goes on in the same block."""


class Style(IntFlag):
    """How letters look."""

    PLAIN = 0
    BOLD = auto()
    ITALIC = auto()
    STRIKE = auto()
    CODE = auto()
    """Inside a line of text."""
    MATH = auto()
    QUIET = auto()
    MARKER = auto()
    """The bullet or number of a list's item."""


class Tone(Enum):
    """What a piece of code is, for its colour."""

    PLAIN = auto()
    KEYWORD = auto()
    NAME = auto()
    """Of what is defined here: a function, a class, a tag."""
    BUILT_IN = auto()
    STRING = auto()
    NUMBER = auto()
    COMMENT = auto()
    ADDED = auto()
    REMOVED = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some text that looks the same from its first letter to its last."""

    text: str
    """Safe to show; U+2028 is a line break inside the cell of a table."""
    style: Style = Style.PLAIN
    tone: Tone = Tone.PLAIN
    address: str = ""
    """Of a link; never followed, only shown and copied."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """Everything about a line but its text."""

    kind: Kind
    path: str = ""
    """The containers around it, outermost first: ``l`` for a list's item, ``q`` for a quotation."""
    join: Join = Join.GAP
    hangs: bool = False
    """It begins with the bullet or number of a list's item, which stands to the left of the text."""
    goes_on: bool = False
    """Its paragraph goes on in the next line."""
    rtl: bool = False
    """Written from right to left."""
    opens: bool = False
    """The first line of a block of code."""
    closes: bool = False
    """The last line of a block of code."""
    language: str = ""
    """Of a block of code, as its author named it; on its first line only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One block of the document."""

    form: Form
    runs: tuple[Run, ...] = ()


Cell = tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A table, or some rows of a very long one."""

    form: Form
    rows: tuple[tuple[Cell, ...], ...]
    has_head: bool
    """Whether the first row names the columns."""
    alignments: tuple[str, ...]
    """One a column: ``left``, ``right``, ``center`` or empty."""
    widths: tuple[int, ...] = ()
    """One a column, in percent, for the parts of a table that was cut; empty lets the text decide."""


Item = Line | Table
