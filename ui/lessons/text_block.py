"""The text of a lesson: Markdown that stands in the column as high as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.history.answer_text import AnswerText


class TextBlock(AnswerText):
    """Some paragraphs. Lessons may come from anybody, so nothing in them is loaded or opened.

    Args:
        text: Markdown.
        name: What a screen reader calls it.
        parent: Of the widget.
    """

    def __init__(self, text: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, markdown=True, name=name, parent=parent)
        self.setObjectName("lessonText")
        self.document().setDocumentMargin(0)
