"""The lessons page: the list, or the lesson that is being taken."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ui.lessons.lesson_view import LessonView
from ui.lessons.list_view import LessonList
from ui.theme.palette import Palette


class LessonsPage(QWidget):
    """Lays the two out.

    Args:
        palette: The colours.
        parent: Of the widget.

    Attributes:
        list: The lessons.
        lesson: The one that is being taken.

    Signals:
        shown(): It can be seen again.
        hidden(): It can't be seen any more.
        models_asked(): The learner wants to get a model.
        rater_chosen(str): Somebody else learns and votes from now on.
    """

    shown = Signal()
    hidden = Signal()
    models_asked = Signal()
    rater_chosen = Signal(str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lessonsPage")
        self.list = LessonList(self)
        self.lesson = LessonView(palette, self)
        self.list.rater_button.chosen.connect(self.rater_chosen)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.lesson)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def show_list(self) -> None:
        """Show the lessons."""
        self._stack.setCurrentWidget(self.list)

    def show_lesson(self) -> None:
        """Show the one that is being taken."""
        self._stack.setCurrentWidget(self.lesson)

    def set_palette(self, palette: Palette) -> None:
        """Draw in other colours."""
        self.lesson.set_palette(palette)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so."""
        super().showEvent(event)
        self.shown.emit()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Say so."""
        super().hideEvent(event)
        self.hidden.emit()
