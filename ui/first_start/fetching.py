"""Shows a download: which model, how much of how much, how fast, how long."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QVBoxLayout, QWidget

from lab.language import tr
from ui.first_start.meter import Reading
from ui.first_start.words import of_megabytes, speed, time_left

_FINEST = 1000


class Fetching(QWidget):
    """A line, a bar, a line."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step = QLabel(self)
        self._step.setProperty("role", "name")
        self._step.setTextFormat(Qt.TextFormat.PlainText)
        self._step.setWordWrap(True)
        self._bar = QProgressBar(self)
        self._bar.setObjectName("starterProgress")
        self._bar.setRange(0, _FINEST)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(tr("Download"))
        self._facts = QLabel(self)
        self._facts.setProperty("role", "quiet")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 8, 0, 8)
        layout.setSpacing(8)
        layout.addWidget(self._step)
        layout.addWidget(self._bar)
        layout.addWidget(self._facts)

    def show_reading(self, reading: Reading) -> None:
        """Show how far it is."""
        self._step.setText(reading.step)
        self._bar.setValue(round(_FINEST * reading.done_bytes / max(1, reading.total_bytes)))
        facts = [of_megabytes(reading.done_bytes, reading.total_bytes)]
        if reading.bytes_per_second is not None:
            facts.append(speed(reading.bytes_per_second))
        if reading.seconds_left is not None:
            facts.append(time_left(reading.seconds_left))
        self._facts.setText(" · ".join(facts))

    def say(self, step: str) -> None:
        """Say what is being waited for."""
        self._step.setText(step)

    def step(self) -> str:
        """What is being done."""
        return self._step.text()

    def facts(self) -> str:
        """How much, how fast, how long."""
        return self._facts.text()

    def fraction(self) -> float:
        """How far the bar is, from 0 to 1."""
        return self._bar.value() / _FINEST
