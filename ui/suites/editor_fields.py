"""The fields of the editor's forms: a label, a control, and under it what is wrong with what stands in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ui.controls.number_field import NumberField
from ui.suites.editor_text import GrowingText, LeavesUndo


class Field(QWidget):
    """A named field of a form. Its kinds say how a value is shown and read.

    Args:
        label: Its name for people.
        control: What is typed or chosen in.
        tip: What it is for.
        parent: Of the widget.

    Signals:
        edited(object): The user has given it another value.
    """

    edited = Signal(object)

    def __init__(self, label: str, control: QWidget, tip: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.control = control
        self.label = QLabel(label, self)
        self.label.setProperty("role", "small")
        self.label.setBuddy(control)
        self._tip = tip
        control.setAccessibleName(label)
        control.setToolTip(tip)
        control.installEventFilter(LeavesUndo(self))
        self._fault = QLabel(self)
        self._fault.setProperty("role", "suiteFault")
        self._fault.setTextFormat(Qt.TextFormat.PlainText)
        self._fault.setWordWrap(True)
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.label)
        layout.addWidget(control)
        layout.addWidget(self._fault)
        self.label.setVisible(bool(label))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def value(self) -> Any:
        """What stands in it, as a file holds it."""
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        """Show a value; says no signal, and leaves alone what means the same already."""
        if value != self.value():
            self.control.blockSignals(True)
            self._put(value)
            self.control.blockSignals(False)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong; empty if nothing is."""
        if sentence == self.fault():
            return
        self._fault.setText(sentence)
        self._fault.setVisible(bool(sentence))
        self.control.setAccessibleDescription(sentence or self._tip)
        self.control.setProperty("faulty", bool(sentence))
        self.control.style().unpolish(self.control)
        self.control.style().polish(self.control)

    def fault(self) -> str:
        """What it says is wrong."""
        return self._fault.text()

    def _put(self, value: Any) -> None:
        raise NotImplementedError

    def _tell(self) -> None:
        self.edited.emit(self.value())


class LineField(Field):
    """One line of text."""

    def __init__(self, label: str, tip: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        self._line = QLineEdit()
        super().__init__(label, self._line, tip, parent)
        self._line.setPlaceholderText(hint)
        self._line.setMaxLength(2000)
        self._line.textChanged.connect(self._tell)

    def value(self) -> str:
        """The line."""
        return _clean(self._line.text())

    def _put(self, value: Any) -> None:
        self._line.setText(value)


class TextField(Field):
    """Several lines of text."""

    def __init__(
        self,
        label: str,
        tip: str = "",
        hint: str = "",
        *,
        rows: tuple[int, int] = (2, 8),
        parent: QWidget | None = None,
    ) -> None:
        self._text = GrowingText(*rows)
        super().__init__(label, self._text, tip, parent)
        self._text.setPlaceholderText(hint)
        self._text.textChanged.connect(self._tell)

    def value(self) -> str:
        """The text."""
        return _clean(self._text.toPlainText())

    def show_value(self, value: Any) -> None:
        """As others do; the field must still learn how high its text is."""
        super().show_value(value)
        self._text._fit()

    def _put(self, value: Any) -> None:
        place = self._text.textCursor().position()
        self._text.setPlainText(value)
        cursor = self._text.textCursor()
        cursor.setPosition(min(place, len(self._text.toPlainText().encode("utf-16-le", "surrogatepass")) // 2))
        self._text.setTextCursor(cursor)


class LinesField(TextField):
    """Several texts, a line each."""

    def value(self) -> list[str]:  # type: ignore[override]
        """The lines that are not empty."""
        return [line.strip() for line in super().value().splitlines() if line.strip()]

    def _put(self, value: Any) -> None:
        super()._put("\n".join(value))


class TagsField(LineField):
    """Some words with commas between them."""

    def value(self) -> list[str]:  # type: ignore[override]
        """The words."""
        return [tag.strip() for tag in super().value().split(",") if tag.strip()]

    def _put(self, value: Any) -> None:
        super()._put(", ".join(value))


class WholeNumberField(Field):
    """A whole number in bounds.

    Args:
        label: Its name for people.
        low: The least.
        high: The most.
        tip: What it is for.
        none: Words that stand for no number at all, which is then one less than ``low``; empty if there must be one.
        parent: Of the widget.
    """

    def __init__(
        self, label: str, low: int, high: int, tip: str = "", *, none: str = "", parent: QWidget | None = None
    ) -> None:
        self._nothing = low - 1 if none else None
        words = {float(low - 1): none} if none else {}
        self._number = NumberField(low - 1 if none else low, high, words=words)
        super().__init__(label, self._number, tip, parent)
        self._number.lineEdit().installEventFilter(LeavesUndo(self))
        self._number.valueChanged.connect(self._tell)

    def value(self) -> int | None:
        """The number; None for the words."""
        number = int(self._number.number())
        return None if number == self._nothing else number

    def _put(self, value: Any) -> None:
        self._number.setValue(self._nothing if value is None and self._nothing is not None else value)


class ChoiceField(Field):
    """One of some.

    Args:
        label: Its name for people.
        choices: What a file holds, and its words.
        tip: What it is for.
        parent: Of the widget.
    """

    def __init__(self, label: str, choices: Mapping[Any, str], tip: str = "", *, parent: QWidget | None = None) -> None:
        self._box = QComboBox()
        self._values = list(choices)
        self._box.addItems(list(choices.values()))
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # who scrolls past must not change it
        self._box.installEventFilter(_NoWheel(self._box))
        super().__init__(label, self._box, tip, parent)
        self._box.currentIndexChanged.connect(self._tell)

    def value(self) -> Any:
        """What is chosen."""
        return self._values[self._box.currentIndex()]

    def _put(self, value: Any) -> None:
        self._box.setCurrentIndex(self._values.index(value) if value in self._values else 0)


class _NoWheel(LeavesUndo):
    def eventFilter(self, watched: Any, event: Any) -> bool:  # noqa: N802  (Qt's name)
        """Let the wheel scroll the form."""
        if event.type() == event.Type.Wheel:
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def show_faults(fields: Mapping[str, Field], faults: Mapping[str, str]) -> None:
    """Say under each field what is wrong with it.

    Args:
        fields: By name.
        faults: Sentences by the field's name, or by the name of a part of it, e.g. ``tags[2]``.
    """
    for name, field in fields.items():
        own = (said for path, said in faults.items() if path == name or path.startswith((f"{name}[", f"{name}.")))
        field.show_fault(next(own, ""))


def connect_all(fields: Mapping[str, Field], told: Callable[[str, Any], None]) -> None:
    """Have somebody told of each change, with the field's name."""
    for name, field in fields.items():
        field.edited.connect(lambda value, which=name: told(which, value))


def column(parent: QWidget, widgets: Sequence[QWidget], spacing: int = 14) -> QVBoxLayout:
    """Stack widgets in a widget."""
    layout = QVBoxLayout(parent)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(spacing)
    for widget in widgets:
        layout.addWidget(widget)
    return layout


def _clean(text: str) -> str:
    """Without halves of characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()
