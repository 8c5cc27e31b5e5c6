"""The text of one side: prompts and answers, of which the last one streams, as raw text or as Markdown.

Nothing in it can reach outside: there is no HTML, no picture is loaded, no link is followed.
"""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.compare.view_follow import EndFollower
from ui.compare.view_look import Look
from ui.compare.view_marks import Marks
from ui.compare.view_pace import Pace
from ui.compare.view_paint import Backdrop, mark_rect
from ui.compare.view_places import top_of_last_turn, zoom_wanted
from ui.compare.view_stranger import StrangersText
from ui.compare.view_turns import SHOWN_CHARACTERS, ShownTurn, first_shown
from ui.compare.view_typesetter import Typesetter
from ui.theme.palette import LIGHT, Palette

__all__ = ["ConversationView", "ShownTurn"]

MOST_CHARACTERS = 300_000
"""When a conversation has grown longer than this, its first half is taken out of sight."""
_MARGIN_PIXELS = 16
_AT_ONCE_SECONDS = 0.060
"""What a call that must be done at once may take before it returns; what is left follows in the next moments."""
_DRAW_SECONDS = 0.010
_MOST_ZOOM = 10


class ConversationView(StrangersText):
    """A conversation that grows at its end and keeps up with it, unless the reader has scrolled away.

    Attributes:
        marks: What stands out in the answers.

    Signals:
        zoom_changed(int): The reader has changed the size of the text; in steps from the normal one.
    """

    zoom_changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_MARGIN_PIXELS, parent)
        self.setObjectName("conversation")
        self._palette = LIGHT
        self._markdown = False
        self._zoom = 0
        self._turns: list[ShownTurn] = []
        self._hidden_turns = 0
        self._prompt = ""
        self._answer: list[str] = []
        self._streams = False
        self._kept_part: float | None = None
        """Where the reader was in a document that is being set again, as a part of its height."""
        self._pace = Pace(self, self._draw)
        self._follower = EndFollower(self)
        self.marks = Marks(self)
        self._links.earlier_wanted.connect(self._show_earlier)
        self._begin_document()

    # What the owner says.

    def set_palette(self, palette: Palette) -> None:
        """Show everything in other colours."""
        if palette != self._palette:
            self._palette = palette
            self._show_anew()

    def set_markdown(self, markdown: bool) -> None:
        """Show answers as Markdown, or letter by letter in a monospace font."""
        if markdown != self._markdown:
            self._markdown = markdown
            self._show_anew()

    def set_zoom(self, steps: int) -> None:
        """Show larger text (or smaller, with negative steps)."""
        steps = max(-_MOST_ZOOM, min(steps, _MOST_ZOOM))
        if steps != self._zoom:
            self._zoom = steps
            self._show_anew()

    def set_turns(self, turns: Sequence[ShownTurn]) -> None:
        """Show a conversation that is over; of a very long one its end, with a way to see the rest.

        If it is shown already, nothing changes, and the reader stays where they are.
        """
        if not self._streams and list(turns) == self._turns:
            return
        self._turns = list(turns)
        self._streams = False
        self._answer = [turns[-1].answer] if turns else []
        self._hidden_turns = first_shown(self._turns, SHOWN_CHARACTERS)
        self._begin_document()
        self._set_all()
        self.follow()

    def begin(self, prompt: str) -> None:
        """Begin a turn: quote its prompt and wait for text."""
        if self._streams:
            self.finish()
        self._prompt, self._answer = prompt, []
        self._streams = True
        if self.document().characterCount() > MOST_CHARACTERS:
            self._hidden_turns = self._typesetter.forget_turns(MOST_CHARACTERS // 2, self._hidden_turns)
        self._typesetter.prompt(prompt)
        self._draw_at_once()
        self.follow()

    def append_text(self, text: str) -> None:
        """Add to the answer; drawn with the next frame."""
        if text and self._streams:
            self._answer.append(text)
            self._typesetter.text(text)
            self._pace.want()

    def finish(self, note: str = "") -> None:
        """The answer is complete: draw what is pending, now. What is very long follows within moments."""
        if not self._streams:
            return
        self._streams = False
        self._turns.append(ShownTurn(prompt=self._prompt, answer=self.text(), note=note))
        self._typesetter.end(note)
        self._draw_at_once(is_new=True)
        self.viewport().update()

    def text(self) -> str:
        """The last answer, as the model wrote it."""
        self._answer = ["".join(self._answer)]
        return self._answer[0]

    def follow(self) -> None:
        """Go to the end and follow it."""
        self._follower.follow()

    def go_to_last_turn(self) -> None:
        """Show the last turn from its beginning, and stay there."""
        self._follower.leave()
        self.verticalScrollBar().setValue(top_of_last_turn(self.document(), self._look))

    @property
    def is_setting(self) -> bool:
        """Whether there is text that is not drawn yet; what is very long takes some moments."""
        return self._typesetter.is_pending

    # Setting and drawing.

    def _begin_document(self) -> None:
        self._look = Look(self._palette, self.font(), self._zoom)
        self.document().setDefaultFont(self._look.font)
        self.setTabStopDistance(self.fontMetrics().horizontalAdvance(" ") * 8 * self._look.scale)
        self._typesetter = Typesetter(
            self.document(), self._look, markdown=self._markdown, earlier_turns=self._hidden_turns
        )

    def _set_all(self) -> None:
        for turn in self._turns[self._hidden_turns :]:
            self._typesetter.prompt(turn.prompt)
            self._typesetter.text(turn.answer)
            self._typesetter.end(turn.note)
        if self._streams:
            self._typesetter.prompt(self._prompt)
            self._typesetter.text(self.text())
        self._draw_at_once()

    def _show_anew(self) -> None:
        """Set everything again and keep the place, as a part of the whole."""
        bar = self.verticalScrollBar()
        self._kept_part = None if self._follower.follows else bar.value() / max(1, bar.maximum())
        self._begin_document()
        self._set_all()

    def _draw_at_once(self, *, is_new: bool = False) -> None:
        self._pace.rest()
        until = time.perf_counter() + _AT_ONCE_SECONDS
        self._work(is_new=is_new)
        while self._typesetter.is_pending and time.perf_counter() < until:
            self._work(is_new=is_new)

    def _draw(self) -> None:
        self._work(is_new=self._streams)

    def _work(self, *, is_new: bool) -> None:
        selected = self.textCursor()
        anchor, position = selected.anchor(), selected.position()
        open_place = self._typesetter.open_place
        bar = self.verticalScrollBar()
        place = bar.value()
        changed = self._typesetter.work(seconds=_DRAW_SECONDS)
        if max(anchor, position) >= open_place:
            self._select(anchor, position)
        if self._kept_part is not None:
            place = round(self._kept_part * bar.maximum())
        if not self._follower.follows and bar.value() != place:
            bar.setValue(place)
        self._follower.keep_up(is_new=is_new)
        self._update_from(changed)
        if self._typesetter.is_pending:
            self._pace.want(hurry=not self._streams)
        else:
            self._kept_part = None
            if not self._streams:
                self.marks.draw(self._look)

    def _select(self, anchor: int, position: int) -> None:
        """Select what had been selected, as far as it is still there."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        if (cursor.anchor(), cursor.position()) == (anchor, position):
            return
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        place = self.verticalScrollBar().value()
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    def _update_from(self, place: int) -> None:
        """Paint anew from a place of the document on; Qt knows of the text only, not of what is behind it."""
        block = self.document().findBlock(max(0, place - 1))
        rect = self.document().documentLayout().blockBoundingRect(block)
        top = int(rect.top() - self._look.code_head) - self.verticalScrollBar().value()
        area = self.viewport().rect()
        self.viewport().update(area.adjusted(0, max(0, min(top, area.height())), 0, 0))
        self._place_buttons()

    # What Qt asks.

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """Draw what is behind the text, then the text."""
        painter = QPainter(self.viewport())
        painter.setClipRect(event.rect())
        Backdrop(self, self._look).paint(painter)
        if self._streams:
            painter.fillRect(mark_rect(self, self._look), QColor(self._palette.quiet))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802  (Qt's name)
        """Lay the text out for another width."""
        super().resizeEvent(event)
        self._follower.keep_up()
        self._place_buttons()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802  (Qt's name)
        """Take over another font."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_typesetter"):
            self._show_anew()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  (Qt's name)
        """Change the size of the text with Ctrl and plus, minus or 0."""
        zoom = zoom_wanted(event, self._zoom)
        if zoom is None:
            super().keyPressEvent(event)
        else:
            self._zoom_by_hand(zoom)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802  (Qt's name)
        """Go to the next link, and stay with it."""
        taken = super().focusNextPrevChild(forward)
        if taken and self.textCursor().hasSelection():
            self._follower.leave()
        return taken

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name)
        """Scroll, or change the size of the text with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            delta = event.angleDelta().y()
            self._zoom_by_hand(self._zoom + (delta > 0) - (delta < 0))
            event.accept()
            return
        super().wheelEvent(event)

    def _zoom_by_hand(self, steps: int) -> None:
        before = self._zoom
        self.set_zoom(steps)
        if self._zoom != before:
            self.zoom_changed.emit(self._zoom)

    def _show_earlier(self) -> None:
        shown = sum(len(turn.answer) for turn in self._turns[self._hidden_turns :])
        self._hidden_turns = first_shown(self._turns, shown + 2 * SHOWN_CHARACTERS)
        self._begin_document()
        self._set_all()
        self._follower.leave()
        self.verticalScrollBar().setValue(0)
