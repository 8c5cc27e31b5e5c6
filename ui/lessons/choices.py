"""Choices of a prediction or a question: buttons as high as their words, with what is said about them below."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lab.language import tr
from lab.lessons.lesson import Choice, Predict, Question


class ChoiceButton(QPushButton):
    """A button whose words may take several lines.

    Args:
        number: Its key.
        words: What it says.
        parent: Of the widget.
    """

    def __init__(self, number: int, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("lesson", "choice")
        self.setCheckable(True)
        self.setAccessibleName(words)
        self.setToolTip(tr("Choose this ({key})", key=number))
        key = QLabel(str(number), self)
        key.setProperty("role", "lessonKey")
        key.setAlignment(Qt.AlignmentFlag.AlignCenter)
        key.setFixedSize(22, 22)
        self._words = QLabel(words, self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 14, 9)
        row.setSpacing(10)
        row.addWidget(key, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1, Qt.AlignmentFlag.AlignVCenter)
        for label in (key, self._words):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As its words need it."""
        layout = self.layout()
        assert layout is not None
        return layout.sizeHint()

    def minimumSizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """As its words need it."""
        layout = self.layout()
        assert layout is not None
        return layout.minimumSize()


class Choices(QWidget):
    """A question and its choices. The first choice is the answer; after it the others may be looked at.

    Args:
        act: What is asked.
        parent: Of the widget.

    Signals:
        chosen(int): The first choice was made.
    """

    chosen = Signal(int)

    def __init__(self, act: Predict | Question, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._explained: Sequence[Choice] = act.choices if isinstance(act, Question) else ()
        self._answer: int | None = None
        ask = QLabel(act.ask, self)
        ask.setProperty("role", "lessonAsk")
        ask.setTextFormat(Qt.TextFormat.PlainText)
        ask.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(ask)
        layout.addSpacing(2)
        self.buttons: list[ChoiceButton] = []
        says = [each.says for each in act.choices] if isinstance(act, Question) else list(act.choices)
        for number, words in enumerate(says, 1):
            button = ChoiceButton(number, words, self)
            button.clicked.connect(lambda _checked=False, which=number - 1: self.choose(which))
            self.buttons.append(button)
            layout.addWidget(button)
        self._said = QLabel(self)
        self._said.setProperty("role", "lessonWhy")
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.hide()
        layout.addSpacing(4)
        layout.addWidget(self._said)

    def choose(self, which: int) -> None:
        """Choose, by hand or by a key."""
        if not 0 <= which < len(self.buttons):
            return
        if self._answer is None:
            self._answer = which
            self._show(which)
            self.chosen.emit(which)
        elif self._explained:
            self._show(which)
        else:  # a prediction stands
            self._show(self._answer)

    def show_answer(self, which: int | None) -> None:
        """Show what was chosen before; None for nothing."""
        self._answer = which
        if which is not None:
            self._show(which)

    def _show(self, which: int) -> None:
        for place, button in enumerate(self.buttons):
            button.setChecked(place == which)
        if self._explained:
            choice = self._explained[which]
            verdict = tr("Right.") if choice.right else tr("Not quite.")
            self._said.setText(f"{verdict} {choice.why}")
            state = "right" if choice.right else "wrong"
        else:
            self._said.setText(tr("Kept. Go on and see."))
            state = "kept"
        self._said.setProperty("state", state)
        self._said.style().unpolish(self._said)
        self._said.style().polish(self._said)
        self._said.show()
