"""Whose votes these are, on a computer that several people share."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QInputDialog, QMenu, QPushButton, QWidget

from lab.language import tr

ME = "me"
"""What the one rater of a computer that nobody shares is called, here as in the history."""
MOST_NAME_CHARACTERS = 40
_SHOWN_CHARACTERS = 12


class RaterButton(QPushButton):
    """Names the rater, and opens the list of those who vote here.

    Signals:
        chosen(str): Somebody else votes from now on.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("chip", "off")
        self.setToolTip(tr("Whose votes these are; each rater's votes are kept apart"))
        self.setMenu(QMenu(self))
        self.show_raters(ME, ())

    def show_raters(self, rater: str, others: Iterable[str]) -> None:
        """Show who votes, and who else does here."""
        whole = shown_rater(rater)
        short = whole if len(whole) <= _SHOWN_CHARACTERS else whole[: _SHOWN_CHARACTERS - 1] + "…"
        self.setText(tr("Voting as {rater}", rater=_in_a_menu(short)) + " ▾")
        self.setAccessibleName(tr("Voting as {rater}", rater=whole))
        menu = self.menu()
        menu.clear()
        for before in menu.findChildren(QActionGroup):
            before.deleteLater()
        group = QActionGroup(menu)
        for name in dict.fromkeys((ME, *others, rater)):
            action = menu.addAction(_in_a_menu(shown_rater(name)))
            action.setCheckable(True)
            action.setChecked(name == rater)
            action.triggered.connect(lambda _checked=False, who=name: self.chosen.emit(who))
            group.addAction(action)
        menu.addSeparator()
        menu.addAction(tr("Another name …")).triggered.connect(lambda: self.ask())

    def ask(self) -> None:
        """Ask for a name that is not in the list yet."""
        text, accepted = QInputDialog.getText(self, tr("Who votes?"), tr("Name:"))
        name = " ".join(text.split())[:MOST_NAME_CHARACTERS]
        if accepted and name:
            self.chosen.emit(name)


def shown_rater(rater: str) -> str:
    """A rater as people read the name; everybody's own names are theirs in every language."""
    return tr("me", "who votes") if rater == ME else rater


def _in_a_menu(name: str) -> str:
    return name.replace("&", "&&")
