"""The dialog that asks whose votes a file brings, where the file alone can't tell."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lab.exchange.raters import Naming
from lab.language import counted, number, tr
from lab.storage.votes import ME
from lab.visible import visible
from ui.controls.segmented import Segmented

_WIDTH = 500
_MOST_NAME_CHARACTERS = 40
_MOST_NAMED = 5
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
        self.setWindowTitle(tr("Import votes"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setFixedWidth(_WIDTH)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 16)
        self._layout.setSpacing(10)
        self._say("name", tr("Whose votes does {file} bring?", file=visible(file_name)))
        self.who = Segmented([(_SOMEBODY, tr("Somebody else")), (_MYSELF, tr("Me"))], name=tr("Who it is"), parent=self)
        self.who.button(_SOMEBODY).setToolTip(tr("Their votes are kept apart from yours"))
        self.who.button(_MYSELF).setToolTip(tr("You voted on that computer too"))
        self.name = QLineEdit(self)
        self.name.setAccessibleName(tr("What to call them"))
        self.name.setToolTip(tr("What they are called here"))
        self.name.setPlaceholderText(tr("Their name; without one they are {name}", name=about.stranger))
        self.name.setMaxLength(_MOST_NAME_CHARACTERS)
        self.same = Segmented(
            [(_APART, tr("Keep them apart")), (_SAME, tr("The same person"))], name=tr("Same names"), parent=self
        )
        self.same.button(_APART).setToolTip(tr("Whoever comes with the file gets a number: Ada (2)"))
        self.same.button(_SAME).setToolTip(tr("Whoever has the same name is the same person"))
        self._ask_about(about)
        self.take = self._button(tr("Import"), tr("Take it in (Enter)"))
        self.take.setProperty("role", "main")
        self.take.setDefault(True)
        self.take.clicked.connect(self._choose)
        cancel = self._button(tr("Cancel"), tr("Take nothing in (Esc)"))
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
            self._say("quiet", tr("On the other computer somebody voted who is “You” there. Who is it?"))
            self._layout.addWidget(self.who)
            self._layout.addWidget(self.name)
            self.name.setFocus()
        if about.known_names:
            self._say("quiet", _known_here(about.known_names))
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


def _known_here(known: Sequence[str]) -> str:
    names = ", ".join(visible(each) for each in known[:_MOST_NAMED])
    if len(known) > _MOST_NAMED:
        more = number(len(known) - _MOST_NAMED)
        return tr("{names} and {n} more are known here already. Are these the same people?", names=names, n=more)
    return counted(
        len(known),
        tr("{names} is known here already. Are these the same people?"),
        tr("{names} are known here already. Are these the same people?"),
        names=names,
    )
