"""What the window says of a recording."""

from __future__ import annotations

from PySide6.QtCore import QDate, QLocale

from lab.recording.shelf import KeptRecording
from lab.recording.words import recorded_on, told


def told_of(kept: KeptRecording) -> str:
    """When and by whom it was recorded, and that nothing is computed."""
    head = kept.recording.head
    moment = recorded_on(head)
    return told(head, QLocale().toString(QDate(moment.year, moment.month, moment.day), "d MMMM yyyy"))
