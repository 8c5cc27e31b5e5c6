"""A field for a number that can't be out of range, shows no needless zeros, and leaves the wheel to the page."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QValidator, QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QStyle, QStyleOptionSpinBox, QWidget


class NumberField(QDoubleSpinBox):
    """A number with arrows. Takes a point or a comma, and words for some numbers.

    Args:
        low: The least that can be entered.
        high: The most.
        step: What an arrow adds.
        decimals: How many places after the point; 0 for whole numbers.
        words: Shown in place of a number, e.g. ``{0: "All"}``; may be typed too.
        parent: Of the widget.
    """

    def __init__(
        self,
        low: float,
        high: float,
        *,
        step: float = 1,
        decimals: int = 0,
        words: Mapping[float, str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._words = dict(words or {})
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.setSingleStep(step)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccelerated(True)

    def number(self) -> int | float:
        """The number; an ``int`` if there are no places after the point."""
        return round(self.value()) if self.decimals() == 0 else self.value()

    def textFromValue(self, value: float) -> str:  # noqa: N802  (Qt's name)
        """A word if there is one, else as few digits as say it."""
        for number, word in self._words.items():
            if value == number:
                return word
        text = f"{value:.{self.decimals()}f}"
        return text.rstrip("0").rstrip(".").replace(".", self.locale().decimalPoint()) if "." in text else text

    def valueFromText(self, text: str) -> float:  # noqa: N802  (Qt's name)
        """The number that a text means; the one from before if it means none."""
        number = self._read(text)
        return self.value() if number is None else number

    def validate(self, text: str, place: int) -> tuple[QValidator.State, str, int]:
        """Let nothing be typed that can't become a number in range."""
        number = self._read(text)
        if number is not None:
            if self.minimum() <= number <= self.maximum() and self._has_few_decimals(text):
                return QValidator.State.Acceptable, text, place
            return self._while_typing(text, number), text, place
        typed = text.strip().casefold()
        may_become = any(word.casefold().startswith(typed) for word in self._words.values())
        if may_become or (
            typed in ("", "-", ".", ",", "-.", "-,") and (self.minimum() < 0 or not typed.startswith("-"))
        ):
            return QValidator.State.Intermediate, text, place
        return QValidator.State.Invalid, text, place

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  (Qt's name)
        """Only where the user is at work: who scrolls a page past it must not change it."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The field as the style sheet has it, and arrows, for which the style sheet has no lines."""
        super().paintEvent(event)
        option = QStyleOptionSpinBox()
        self.initStyleOption(option)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = self.palette().text().color()
        arrows = (
            (QStyle.SubControl.SC_SpinBoxUp, -1, self.value() < self.maximum()),
            (QStyle.SubControl.SC_SpinBoxDown, 1, self.value() > self.minimum()),
        )
        for part, direction, works in arrows:
            rect = self.style().subControlRect(QStyle.ComplexControl.CC_SpinBox, option, part, self)
            colour.setAlphaF(0.75 if works and self.isEnabled() else 0.25)
            painter.setPen(QPen(colour, 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            painter.drawPolyline(_chevron(rect, direction))

    def _read(self, text: str) -> float | None:
        typed = text.strip()
        for number, word in self._words.items():
            if word.casefold() == typed.casefold():
                return number
        plain = typed.replace(",", ".").removeprefix("-")
        if not plain or not all(letter in "0123456789." for letter in plain) or plain.count(".") > 1 or plain == ".":
            return None
        return -float(plain) if typed.startswith("-") else float(plain)

    def _has_few_decimals(self, text: str) -> bool:
        after = text.replace(",", ".").partition(".")[2]
        return len(after.strip()) <= self.decimals() and ("." not in text.replace(",", ".") or self.decimals() > 0)

    def _while_typing(self, text: str, number: float) -> QValidator.State:
        """Too small may still grow, digit by digit; too large or too precise may not."""
        too_far = number > self.maximum() if number >= 0 else number < self.minimum()
        if too_far or not self._has_few_decimals(text):
            return QValidator.State.Invalid
        return QValidator.State.Intermediate


def _chevron(rect: QRect, direction: int) -> list[QPointF]:
    middle = QPointF(rect.center()) + QPointF(0.5, 0.5)
    return [middle + QPointF(x, y * direction) for x, y in ((-3.0, -1.5), (0.0, 1.5), (3.0, -1.5))]
