"""What stands under an answer, and an answer put into a file."""

from __future__ import annotations

from html import escape
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from lab.errors import LabError
from lab.language import number, tr
from lab.records import Model, Response
from ui.compare import words


def facts_line(response: Response, model: Model | None) -> str:
    """The facts under an answer, as rich text.

    Args:
        response: The answer.
        model: Whom the head of the pane names: who is asked next, and that need not be who said this.
    """
    parts = []
    by = response.contestant.model.name
    if model is None or by != model.name:
        parts.append(tr("said by <b>{by}</b>", by=escape(by)))
    for strong, weak in words.foot(response):
        part = f"<b>{escape(strong)}</b> {escape(weak)}".rstrip()
        parts.append(f'<span style="white-space: nowrap">{part}</span>')
    return " &nbsp; ".join(parts)


def answering_line(completion_tokens: int, tokens_per_second: float | None) -> str:
    """What stands there while an answer comes, as rich text."""
    tokens = number(completion_tokens)
    if not tokens_per_second:
        return tr("answering &nbsp; <b>{tokens}</b> tokens", tokens=tokens)
    speed = number(tokens_per_second, 1)
    return tr("answering &nbsp; <b>{speed}</b> tok/s &nbsp; <b>{tokens}</b> tokens", speed=speed, tokens=tokens)


def save_answer(parent: QWidget, name: str, text: str) -> None:
    """Ask for a file and write an answer into it; nothing happens if the user has second thoughts.

    Raises:
        LabError: The file can't be written.
    """
    chosen, _ = QFileDialog.getSaveFileName(parent, tr("Save answer"), name)
    if not chosen:
        return
    try:
        Path(chosen).write_text(text, encoding="utf-8")
    except OSError as error:
        raise LabError(tr("The answer can't be saved: {error}.", error=error), tr("Choose another folder.")) from error
