"""The sum of the memory that a model needs, part by part, alone and together with the one that it is compared with."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lab.amounts import size
from lab.language import tr
from lab.models.fit import MemoryNeed, total_bytes
from ui.controls.elided_label import ElidedLabel
from ui.models.rows import Around, ModelRow

_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_PARTS = (
    (tr("Weights"), tr("The file, which is mapped into memory")),
    (tr("Rearranged copies"), tr("Copies of weights in the order that this processor likes")),
    (tr("KV cache"), tr("The memory of the conversation; it grows with the context")),
    (tr("Compute buffer"), tr("llama.cpp's working memory")),
    (tr("Worker"), tr("The process around it")),
)
_IN_ALL = tr("In all")


class FitSum(QWidget):
    """A small table: parts down, the model alone and both together across."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(20)
        self._grid.setVerticalSpacing(3)
        self._alone, self._together = self._number("small"), ElidedLabel(parent=self)
        self._together.setProperty("role", "small")
        self._together.setAlignment(_AT_RIGHT)
        self._grid.addWidget(self._alone, 0, 1)
        self._grid.addWidget(self._together, 0, 2)
        self._lines: list[tuple[QLabel, QLabel, QLabel]] = []
        for number, (name, tip) in enumerate((*_PARTS, (_IN_ALL, ""), (tr("Free now"), "")), start=1):
            role = "sum" if name == _IN_ALL else "quiet"
            label = QLabel(name, self)
            label.setProperty("role", role)
            label.setToolTip(tip)
            alone, together = self._number(role), self._number(role)
            for column, widget in enumerate((label, alone, together)):
                self._grid.addWidget(widget, number, column)
            self._lines.append((label, alone, together))

    def show_sum(self, row: ModelRow, partner: ModelRow | None, around: Around) -> None:
        """Show what a model needs, and what it and its partner need together."""
        need = row.facts.memory.need(around.context_tokens)
        both = [need] if partner is None else [need, partner.facts.memory.need(around.context_tokens)]
        self._alone.setText(tr("alone"))
        self._together.setText(tr("with {name}", name=partner.name) if partner else "")
        sums = [*zip(_parts([need]), _parts(both), strict=True), (need.total, total_bytes(both))]
        for line, (alone, together) in zip(self._lines, sums, strict=False):
            self._show(line, alone, together if partner else None, hide=not (alone or together))
        self._show(self._lines[-1], around.memory.available, around.memory.available if partner else None)

    def _show(
        self, line: tuple[QLabel, QLabel, QLabel], alone: int, together: int | None, *, hide: bool = False
    ) -> None:
        _label, one, other = line
        one.setText(size(alone))
        other.setText(size(together) if together is not None else "")
        for widget in line:
            widget.setVisible(not hide)

    def _number(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setAlignment(_AT_RIGHT)
        return label


def _parts(needs: list[MemoryNeed]) -> list[int]:
    """The parts, added up; weights that two share count once."""
    files = {need.path: need.weights for need in needs}
    return [
        sum(files.values()),
        sum(need.repacked for need in needs),
        sum(need.kv_cache for need in needs),
        sum(need.compute for need in needs),
        sum(need.worker for need in needs),
    ]
