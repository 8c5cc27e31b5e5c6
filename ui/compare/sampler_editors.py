"""The fields in which settings are changed; each has the same three doors: ``value``, ``set_value`` and ``edited``."""

from __future__ import annotations

import secrets
from typing import Any

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontDatabase, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from lab.generation.sampler_ranges import MAX_SEED
from lab.language import tr
from ui.compare.sampler_controls import Control, Editor
from ui.compare.words import short_number
from ui.controls.number_field import NumberField
from ui.controls.switch import Switch

_NUMBER_WIDTH = 88
_SEED_WIDTH = 124
_CODE_PIXELS = 12


class ValueEditor(QWidget):
    """Base of the fields.

    Signals:
        edited(object): The user has given it another value.
    """

    edited = Signal(object)

    wide = False
    """True if it needs a row of its own."""

    def value(self) -> Any:
        """What it holds."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show another value; says no signal."""
        raise NotImplementedError

    def describe(self, name: str, sentence: str) -> None:
        """Say what it is, for a screen reader and under the pointer."""
        target = self.focusProxy()
        assert target is not None
        target.setAccessibleName(name)
        target.setAccessibleDescription(sentence)


class NumberEditor(ValueEditor):
    """A number; for the seed with a die beside it."""

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        low, high = control.range
        self._field = NumberField(low, high, step=control.step, decimals=control.decimals, parent=self)
        self._field.setFixedWidth(_SEED_WIDTH if control.editor is Editor.SEED else _NUMBER_WIDTH)
        self._field.setToolTip(
            tr(
                "From {low} to {high}. The arrow keys change it step by step.",
                low=short_number(low),
                high=short_number(high),
            )
        )
        self._field.valueChanged.connect(lambda _value: self.edited.emit(self.value()))
        self.setFocusProxy(self._field)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._field)
        if control.editor is Editor.SEED:
            die = Die(self)
            die.clicked.connect(lambda: self._field.setValue(secrets.randbelow(MAX_SEED + 1)))
            layout.addWidget(die)

    def value(self) -> float | int:
        """An ``int`` for whole numbers."""
        return self._field.number()

    def set_value(self, value: Any) -> None:
        """Show a number."""
        if value != self.value():  # what is being typed stays as it is typed
            self._field.blockSignals(True)
            self._field.setValue(value)
            self._field.blockSignals(False)


class SwitchEditor(ValueEditor):
    """On or off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._switch = Switch(parent=self)
        self._switch.clicked.connect(lambda on: self.edited.emit(on))
        self.setFocusProxy(self._switch)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._switch)

    def value(self) -> bool:
        """True for on."""
        return self._switch.isChecked()

    def set_value(self, value: Any) -> None:
        """Turn it."""
        self._switch.setChecked(value)


class TextEditor(ValueEditor):
    """Several lines: prose, a list of texts, or code."""

    wide = True

    def __init__(self, control: Control, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_list = control.editor is Editor.LINES
        self._edit = QPlainTextEdit(self)
        self._edit.setProperty("role", "field")
        self._edit.setTabChangesFocus(True)
        self._edit.setPlaceholderText(control.placeholder)
        if control.editor is not Editor.TEXT:
            font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
            font.setPixelSize(_CODE_PIXELS)
            self._edit.setFont(font)
            self._edit.setProperty("code", True)
            self._edit.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        rows = 3 if self._is_list else 4
        self._edit.setFixedHeight(rows * QFontMetrics(self._edit.font()).lineSpacing() + 22)
        self._edit.textChanged.connect(lambda: self.edited.emit(self.value()))
        self.setFocusProxy(self._edit)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._edit)

    def value(self) -> str | tuple[str, ...]:
        """The text, or the texts."""
        text = self._edit.toPlainText()
        return texts_of(text) if self._is_list else text

    def set_value(self, value: Any) -> None:
        """Show a text, or texts."""
        if value == self.value():
            return
        self._edit.blockSignals(True)
        self._edit.setPlainText(lines_of(value) if self._is_list else value)
        self._edit.blockSignals(False)


class Die(QPushButton):
    """A button with the five of a die on it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("die")
        self.setAccessibleName(tr("New random seed"))
        self.setToolTip(tr("New random seed"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802  (Qt's name)
        """A square, as high as a field."""
        return QSize(32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802  (Qt's name)
        """The button as the style sheet has it, and the die."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink = self.palette().buttonText().color()
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(ink, 1.4))
        painter.drawRoundedRect(QRectF(middle.x() - 8, middle.y() - 8, 16, 16), 3.5, 3.5)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        for x, y in ((-4, -4), (4, -4), (0, 0), (-4, 4), (4, 4)):
            painter.drawEllipse(middle + QPointF(x, y), 1.5, 1.5)


def editor_for(control: Control, parent: QWidget | None = None) -> ValueEditor:
    """The field for a control."""
    match control.editor:
        case Editor.NUMBER | Editor.SEED:
            return NumberEditor(control, parent)
        case Editor.SWITCH:
            return SwitchEditor(parent)
        case Editor.TEXT | Editor.LINES | Editor.CODE:
            return TextEditor(control, parent)


def texts_of(lines: str) -> tuple[str, ...]:
    r"""The texts that are written one a line; ``\n`` stands for a line break, ``\\`` for a backslash."""
    texts = (_unescaped(line) for line in lines.split("\n"))
    return tuple(text for text in texts if text)


def lines_of(texts: tuple[str, ...]) -> str:
    """The texts written one a line."""
    return "\n".join(text.replace("\\", "\\\\").replace("\n", "\\n") for text in texts)


def _unescaped(line: str) -> str:
    # Split at the doubled ones first, so that what is left of a backslash belongs to a line break.
    return "\\".join(part.replace("\\n", "\n") for part in line.split("\\\\"))
