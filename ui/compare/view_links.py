"""What links of an answer can do: say where they would lead, and put that on the clipboard. They open nothing."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QObject, QUrl, Signal
from PySide6.QtGui import QCursor, QHelpEvent
from PySide6.QtWidgets import QTextBrowser, QToolTip

from lab.language import tr
from ui.compare.view_typesetter import EARLIER_ADDRESS

_SHOWN_CHARACTERS = 500
_WHAT_A_CLICK_DOES = tr("Click to copy the address. Nothing is opened.")


class Links(QObject):
    """The links of one view.

    Args:
        view: The view, which must not open links by itself.

    Signals:
        address_wanted(str): The reader has clicked on a link; its address shall be copied.
        earlier_wanted(): The reader wants to see earlier turns.
    """

    address_wanted = Signal(str)
    earlier_wanted = Signal()

    def __init__(self, view: QTextBrowser) -> None:
        super().__init__(view)
        self._view = view
        view.anchorClicked.connect(self._clicked)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        """Show where a link leads."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().eventFilter(watched, event)
        words = hint(self._view.anchorAt(event.pos()))
        QToolTip.showText(event.globalPos(), words, self._view)  # no words hide it
        return True

    def _clicked(self, url: QUrl) -> None:
        address = url.toString()
        if address == EARLIER_ADDRESS:
            self.earlier_wanted.emit()
            return
        self.address_wanted.emit(address)
        QToolTip.showText(QCursor.pos(), tr("The address is copied. Nothing was opened."), self._view)


def hint(address: str) -> str:
    """What a link says about itself; nothing if it is not the answer's own."""
    if not address or address == EARLIER_ADDRESS:
        return ""
    # A tool tip takes text with tags in it for HTML, and would load what they name.
    shown = html.escape(address[:_SHOWN_CHARACTERS])
    return f"<p>{shown}</p><p>{_WHAT_A_CLICK_DOES}</p>"
