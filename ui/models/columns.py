"""The columns of the table: what each shows, how wide it is, and which make room when the window is narrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from lab.amounts import size, weights
from lab.language import tr
from lab.models.fit_verdict import Fit
from lab.records import Kind
from lab.visible import visible
from lab.words import KIND_BADGES
from ui.models import words
from ui.models.rows import ModelRow


class Column(IntEnum):
    """The columns from left to right."""

    MODEL = 0
    KIND = 1
    FAMILY = 2
    PARAMETERS = 3
    QUANTIZATION = 4
    SIZE = 5
    CONTEXT = 6
    FIT = 7
    WHERE = 8
    USE = 9


TITLES = {
    Column.MODEL: tr("Model"),
    Column.KIND: tr("Kind"),
    Column.FAMILY: tr("Family"),
    Column.PARAMETERS: tr("Weights"),
    Column.QUANTIZATION: tr("Quantization"),
    Column.SIZE: tr("Size"),
    Column.CONTEXT: tr("Context"),
    Column.FIT: tr("On this computer"),
    Column.WHERE: tr("Where"),
    Column.USE: "",
}
TIPS = {
    Column.MODEL: tr("Its name, here and on the Compare page"),
    Column.KIND: tr("Base models go on with a text, chat models answer"),
    Column.FAMILY: tr("What base and chat models of one maker share"),
    Column.PARAMETERS: tr("How many weights it has"),
    Column.QUANTIZATION: tr("How the weights are stored: fewer bits are smaller and coarser"),
    Column.SIZE: tr("Of its file"),
    Column.CONTEXT: tr("The longest conversation it was trained for, in tokens"),
    Column.FIT: tr("Whether it fits into the memory that is free now"),
    Column.WHERE: tr("Where its file comes from"),
    Column.USE: "",
}
SHORT_TITLES = TITLES | {Column.FIT: tr("Fit"), Column.QUANTIZATION: tr("Quant."), Column.USE: tr("Use as")}
"""Where there is little room."""

_ROOMY = {
    Column.MODEL: 190,
    Column.KIND: 88,
    Column.FAMILY: 108,
    Column.PARAMETERS: 80,
    Column.QUANTIZATION: 110,
    Column.SIZE: 84,
    Column.CONTEXT: 86,
    Column.FIT: 136,
    Column.WHERE: 150,
    Column.USE: 196,
}
_CLOSE = {
    Column.MODEL: 166,
    Column.KIND: 80,
    Column.QUANTIZATION: 84,
    Column.SIZE: 78,
    Column.FIT: 108,
    Column.WHERE: 126,
    Column.USE: 190,
}
_LETTERS = 92
_WIDER_WHERE = 24
_FIRST_TO_GO = (Column.FAMILY, Column.CONTEXT, Column.PARAMETERS)
_LAST_TO_GO = (Column.QUANTIZATION, Column.WHERE)
_FIT_ORDER = (Fit.FITS, Fit.ONE_AT_A_TIME, Fit.SLOW, Fit.WONT_FIT)
_KIND_ORDER = (Kind.BASE, Kind.CHAT, Kind.UNSURE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Widths:
    """How a table of a certain width is divided."""

    shown: Mapping[Column, int]
    """The widths in pixels of the columns that are shown; together they are the table's."""
    close: bool
    """Whether titles should be short."""
    letters: bool
    """Whether there is room for a letter only on the buttons."""


def divide(width: int) -> Widths:
    """Divide a table's width; what there is no room for is left out, the least important first."""
    wanted, close, letters = dict(_ROOMY), False, False
    for column in _FIRST_TO_GO:
        if sum(wanted.values()) > width:
            del wanted[column]
    if sum(wanted.values()) > width:
        wanted, close = dict(_CLOSE), True
    if sum(wanted.values()) > width:
        wanted[Column.USE], letters = _LETTERS, True
    for column in _LAST_TO_GO:
        if sum(wanted.values()) > width:
            del wanted[column]
    if Column.WHERE in wanted:
        wanted[Column.WHERE] += min(_WIDER_WHERE, max(0, width - sum(wanted.values())) // 2)
    wanted[Column.MODEL] += max(0, width - sum(wanted.values()))
    return Widths(shown=wanted, close=close, letters=letters)


def text_of(row: ModelRow, column: Column) -> str:
    """What stands in a cell."""
    facts = row.facts
    match column:
        case Column.MODEL:
            return row.name
        case Column.KIND:
            return KIND_BADGES[row.kind]
        case Column.FAMILY:
            return visible(facts.family)
        case Column.PARAMETERS:
            return weights(facts.parameters)
        case Column.QUANTIZATION:
            return visible(facts.quantization)
        case Column.SIZE:
            return size(row.file.size_bytes)
        case Column.CONTEXT:
            return words.context(facts.context_tokens)
        case Column.FIT:
            return words.FIT_WORDS[row.fit]
        case Column.WHERE:
            return row.where
        case Column.USE:
            return tr("Use as A or B")


def order_of(row: ModelRow, column: Column) -> Any:
    """By what a column is sorted; rows that are alike there stand by name."""
    facts = row.facts
    match column:
        case Column.KIND:
            return _KIND_ORDER.index(row.kind)
        case Column.PARAMETERS:
            return facts.parameters
        case Column.SIZE:
            return row.file.size_bytes
        case Column.CONTEXT:
            return facts.context_tokens
        case Column.FIT:
            return _FIT_ORDER.index(row.fit), row.alone.need_bytes
        case _:
            return text_of(row, column).casefold()
