"""The dialog that asks whose votes a file brings, where the file alone can't tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lab.exchange.raters import Naming
from lab.storage.votes import ME
from lab.visible import visible
from ui.controls.segmented import Segmented

_WIDTH = 500
_MOST_NAME_CHARACTERS = 40
_SOMEBODY, _MYSELF = "somebody", "myself"
_APART, _SAME = "apart", "same"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unclear:
    """What the user must be asked of a file's raters."""

    stranger: str = ""
    """The only one who is “me” on a computer that is not known here; empty if there is none, or more than one."""
    known_names: tuple[str, ...] = ()
    """Raters whose names somebody here has too."""

    def __bool__(self) -> bool:
        """Whether there is anything to ask."""
        return bool(self.stranger or self.known_names)


def unclear(names: Mapping[str, str]) -> Unclear:
    """What to ask.

    Args:
        names: By a rater's name in the file: what they would be called here if nobody is asked.
    """
    strangers = [name for name, here in names.items() if name.startswith(f"{ME}@") and here == name]
    others = (name for name, here in names.items() if not name.startswith(f"{ME}@"))
    return Unclear(
        stranger=strangers[0] if len(strangers) == 1 else "",
        known_names=tuple(name for name in others if names[name].startswith(f"{name} (")),
    )


class NamingDialog(QDialog):
    """Asks whose votes these are; closing it deletes it. Open it with ``open()``.

    Args:
        file_name: Of the file.
        about: What is unclear.
        parent: The widget that asks.

    Signals:
        chosen(Naming): Take the file in, with these names.
    """

    chosen = Signal(object)

    def __init__(self, file_name: str, about: Unclear, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import votes")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 16)
        self._layout.setSpacing(10)
        self._say("name", f"Whose votes does {visible(file_name)} bring?")
        self.who = Segmented([(_SOMEBODY, "Somebody else"), (_MYSELF, "Me")], name="Who it is", parent=self)
        self.who.button(_SOMEBODY).setToolTip("Their votes are kept apart from yours")
        self.who.button(_MYSELF).setToolTip("You voted on that computer too")
        self.name = QLineEdit(self)
        self.name.setAccessibleName("What to call them")
        self.name.setToolTip("What they are called here")
        self.name.setPlaceholderText(f"Their name; without one they are {about.stranger}")
        self.name.setMaxLength(_MOST_NAME_CHARACTERS)
        self.same = Segmented([(_APART, "Keep them apart"), (_SAME, "The same person")], name="Same names", parent=self)
        self.same.button(_APART).setToolTip("Whoever comes with the file gets a number: Ada (2)")
        self.same.button(_SAME).setToolTip("Whoever has the same name is the same person")
        self._ask_about(about)
        self.take = self._button("Import", "Take it in (Enter)")
        self.take.setProperty("role", "main")
        self.take.setDefault(True)
        self.take.clicked.connect(self._choose)
        cancel = self._button("Cancel", "Take nothing in (Esc)")
        cancel.setAutoDefault(False)
        cancel.clicked.connect(self.reject)
        self.who.chosen.connect(self._show_name)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        self._layout.addSpacing(6)
        self._layout.addLayout(buttons)
        QWidget.setTabOrder(self.same, cancel)
        QWidget.setTabOrder(cancel, self.take)

    def naming(self) -> Naming:
        """What the user says."""
        me = ME if self.who.value() == _MYSELF else " ".join(self.name.text().split())
        return Naming(me=me, same_names=self.same.value() == _SAME)

    def _ask_about(self, about: Unclear) -> None:
        if about.stranger:
            self._say("quiet", "On the other computer somebody voted who is “You” there. Who is it?")
            self._layout.addWidget(self.who)
            self._layout.addWidget(self.name)
            self.name.setFocus()
        if about.known_names:
            some = ", ".join(visible(each) for each in about.known_names[:5])
            more = f" and {len(about.known_names) - 5} more" if len(about.known_names) > 5 else ""
            verb = "is" if len(about.known_names) == 1 else "are"
            self._say("quiet", f"{some}{more} {verb} known here already. Are these the same people?")
            self._layout.addWidget(self.same)
        for control, wanted in (
            (self.who, about.stranger),
            (self.name, about.stranger),
            (self.same, about.known_names),
        ):
            control.setVisible(bool(wanted))

    def _show_name(self, who: str) -> None:
        self.name.setVisible(who == _SOMEBODY)
        self.adjustSize()

    def _choose(self) -> None:
        naming = self.naming()
        self.accept()
        self.chosen.emit(naming)

    def _say(self, role: str, text: str) -> None:
        label = QLabel(text, self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        self._layout.addWidget(label)

    def _button(self, words: str, tip: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setAccessibleName(words)
        button.setToolTip(tip)
        return button
