"""Turns the course of a conversation (a prompt, some text, an end) into a document, a little at a time."""

from __future__ import annotations

import time
from collections import deque
from dataclasses import dataclass

from PySide6.QtGui import QTextCursor, QTextDocument

from lab.language import counted, tr
from ui.compare.view_items import Form, Item, Join, Kind, Line, Run
from ui.compare.view_lines import note_lines, prompt_lines
from ui.compare.view_look import Look
from ui.compare.view_readers import MarkdownReader, RawReader, Reader
from ui.compare.view_writer import Writer

EARLIER_ADDRESS = "counterpoint:earlier"
"""Of the link that shows earlier turns."""
NOTHING_SAID = tr("The model ended its answer without a word.")
_SLICE_CHARACTERS = 500
_CHARACTERS_AT_FIRST = 4_000
"""How many are set at a time, until it has turned out how long that takes."""
_LEAST_CHARACTERS = 500
_MOST_CHARACTERS = 40_000


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prompt:
    text: str


@dataclass(slots=True, kw_only=True)
class _Text:
    text: str
    place: int = 0
    """What is before it has been set."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _End:
    note: str


class Typesetter:
    """Sets the turns of one document.

    Args:
        document: Emptied first.
        look: The formats.
        markdown: Whether answers are read as Markdown, or shown as they are.
        earlier_turns: How many turns there are that are not shown.
    """

    def __init__(self, document: QTextDocument, look: Look, *, markdown: bool, earlier_turns: int = 0) -> None:
        self._document = document
        self._look = look
        self._markdown = markdown
        self._writer = Writer(document, look)
        self._steps: deque[_Prompt | _Text | _End] = deque()
        self._reader: Reader | None = None
        self._is_empty = True
        """The answer that is being read has no text so far."""
        self._most_characters = _CHARACTERS_AT_FIRST
        """As many are set at a time."""
        if earlier_turns:
            self._writer.write([_earlier(earlier_turns)], [])

    @property
    def is_pending(self) -> bool:
        """Whether there is something left to set."""
        return bool(self._steps)

    @property
    def open_place(self) -> int:
        """Where in the document what may still change begins."""
        return self._writer.open_place

    def prompt(self, text: str) -> None:
        """A turn begins."""
        self._steps.append(_Prompt(text=text))

    def text(self, text: str) -> None:
        """Some more of the answer."""
        if text:
            self._steps.append(_Text(text=text))

    def end(self, note: str) -> None:
        """The answer is complete."""
        self._steps.append(_End(note=note))

    def work(self, *, seconds: float) -> int:
        """Set what is pending, or as much of it as can be set in a time; a little in any case.

        Returns:
            Where in the document something changed first.
        """
        began = time.perf_counter()
        finished: list[Item] = []
        characters = 0
        edit = QTextCursor(self._document)
        edit.beginEditBlock()
        try:
            while self._steps and characters < self._most_characters:
                characters += self._take_step(finished)
                if characters > _LEAST_CHARACTERS and time.perf_counter() - began > seconds:
                    break
            changed = self._writer.write(finished, self._rest())
        finally:
            edit.endEditBlock()
        self._adapt(characters, seconds, time.perf_counter() - began)
        return changed

    def forget_turns(self, most_characters: int, already_hidden: int) -> int:
        """Take turns away from the beginning of the document until it is short enough.

        Args:
            most_characters: How long it may be.
            already_hidden: How many turns had been left out before.

        Returns:
            How many are left out now.
        """
        hidden = already_hidden - 1
        block = self._document.firstBlock()
        while block.isValid():
            form = self._look.form_of(block.blockFormat())
            if form.kind is Kind.PROMPT and form.opens:
                hidden += 1
                if self._writer.end - block.position() <= most_characters:
                    break
            block = block.next()
        if not block.isValid() or hidden <= already_hidden:
            return already_hidden
        self._writer.forget_before(block.position(), _earlier(hidden))
        return hidden

    def _adapt(self, characters: int, seconds: float, took_s: float) -> None:
        """Qt lays out what was written when all of it is there, so it can't be stopped then; write less next time."""
        if took_s > 1.5 * seconds:
            self._most_characters = max(_LEAST_CHARACTERS, min(self._most_characters, characters) // 2)
        elif characters >= self._most_characters and took_s < seconds / 2:
            self._most_characters = min(_MOST_CHARACTERS, self._most_characters * 2)

    def _take_step(self, finished: list[Item]) -> int:
        """Take the next step, or a part of it; gives how many characters that were."""
        step = self._steps[0]
        if isinstance(step, _Text):
            text = step.text[step.place : step.place + _SLICE_CHARACTERS]
            step.place += len(text)
            if step.place >= len(step.text):
                self._steps.popleft()
            self._read(text, finished)
            return len(text)
        self._steps.popleft()
        if isinstance(step, _End):
            self._end(step.note, finished)
            return len(step.note)
        self._finish(finished)
        lines = prompt_lines(step.text, is_first=not finished and self._writer.is_empty)
        finished += lines
        self._reader = MarkdownReader() if self._markdown else RawReader()
        self._is_empty = True
        return sum(len(run.text) for line in lines for run in line.runs)

    def _read(self, text: str, finished: list[Item]) -> None:
        if self._reader is None:
            return
        self._reader.feed(text)
        finished += self._reader.take()
        self._is_empty = self._is_empty and not text.strip()

    def _end(self, note: str, finished: list[Item]) -> None:
        if self._reader is None:
            return
        self._finish(finished)
        if self._is_empty and not note:
            note = NOTHING_SAID
        finished += note_lines(note) if note else []

    def _finish(self, finished: list[Item]) -> None:
        if self._reader:
            finished += self._reader.take(final=True)
        self._reader = None

    def _rest(self) -> list[Item]:
        if self._reader is None:
            return []
        rest = self._reader.rest()
        if not rest and self._is_empty:
            # An empty line holds the place of the answer while the model has not begun.
            return [Line(form=Form(kind=Kind.TEXT if self._markdown else Kind.RAW))]
        return rest


def _earlier(turns: int) -> Line:
    words = counted(turns, tr("Show {n} earlier turn"), tr("Show {n} earlier turns"))
    return Line(
        form=Form(kind=Kind.EARLIER, join=Join.LINE),
        runs=(Run(text="↑ ", address=""), Run(text=words, address=EARLIER_ADDRESS)),
    )
