"""Whether two models make a fair pair, and what each difference means."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lab.language import tr
from lab.models.pair import ASPECT_WORDS, PairCheck, PairFinding
from lab.records import Side
from lab.visible import visible


class PairView(QWidget):
    """A sentence, and a line for each thing that differs; what is alike is named in one line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = self._label("name")
        self._lines = [self._label("small") for _ in range(6)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for label in (self._sentence, *self._lines):
            layout.addWidget(label)

    def say(self, sentence: str) -> None:
        """Show a sentence instead."""
        self._show("", [sentence])

    def show_pair(self, check: PairCheck, other: str, other_side: Side) -> None:
        """Show what was found about a pair.

        Args:
            check: What was found.
            other: The name of the model that plays now.
            other_side: On which side.
        """
        alike = [ASPECT_WORDS[finding.aspect] for finding in check.findings if finding.good]
        lines = [_line(finding) for finding in check.differences]
        if alike:
            lines.append(tr("✓ Right for a comparison: {aspects}", aspects=", ".join(alike)))
        said = _lower(check.sentence)
        self._show(tr("Beside {model} ({side}): {said}", model=other, side=other_side.upper(), said=said), lines)

    def text(self) -> str:
        """All that is to be read."""
        return "\n".join(label.text() for label in (self._sentence, *self._lines) if label.text())

    def _show(self, sentence: str, lines: list[str]) -> None:
        for label, text in zip((self._sentence, *self._lines), (sentence, *lines, *[""] * 6), strict=False):
            label.setText(text)
            label.setVisible(bool(text))

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label


def _line(finding: PairFinding) -> str:
    values = finding.a if finding.a == finding.b else tr("{a} and {b}", a=finding.a, b=finding.b)
    aspect = ASPECT_WORDS[finding.aspect]
    return " ".join((tr("≠ {aspect}: {values}.", aspect=aspect, values=visible(values)), finding.meaning))


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
