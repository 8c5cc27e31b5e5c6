"""What would be fetched: each model with its kind, size, licence and terms, and what it takes in all."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lab.amounts import size
from lab.language import tr
from lab.models.starter import StarterPlan
from lab.models.starter_table import StarterModel
from lab.records import Kind
from ui.first_start.words import KIND_SENTENCES, sources

_BADGES = {Kind.BASE: ("BASE", "a"), Kind.CHAT: ("CHAT", "b"), Kind.UNSURE: (tr("KIND UNKNOWN"), "a")}
_SPARE_BYTES = 50_000_000
"""What a disk should still have afterwards."""


class Offer(QWidget):
    """A list of models with a line below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(12)

    def show_plan(self, plan: StarterPlan, free_bytes: int | None) -> None:
        """Show what is there and what would come."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for present in plan.present:
            self._layout.addWidget(_label(tr("✓ {name} is here already.", name=present.name), "quiet", self))
        for model in plan.to_fetch:
            self._layout.addWidget(_ModelOffer(model, self))
        self._layout.addWidget(_wrapped(_label(_in_all(plan, free_bytes), "name", self)))
        if free_bytes is not None and free_bytes < (needed := room_bytes(plan)):
            self._layout.addWidget(
                _label(tr("That is too little room: about {size} is needed.", size=size(needed)), "danger", self)
            )


class _ModelOffer(QFrame):
    """One model."""

    def __init__(self, model: StarterModel, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("starterModel")
        words, colour = _BADGES[model.kind]
        badge = QLabel(words, self)
        badge.setProperty("badge", colour)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(badge)
        head.addWidget(_label(model.name, "name", self))
        head.addWidget(
            _label(tr("{size} · made by {maker}", size=size(model.download_bytes), maker=model.made_by), "quiet", self)
        )
        head.addStretch()
        licence = _label(tr("Licence: {licence}", licence=model.licence), "quiet", self)
        address = _label(model.licence_url, "quiet", self)
        address.setObjectName("termsAddress")
        address.setAccessibleName(
            tr("Address of the licence of {model}: {address}", model=model.name, address=model.licence_url)
        )
        address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        terms = QHBoxLayout()
        terms.setSpacing(8)
        terms.addWidget(licence)
        terms.addWidget(address)
        terms.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(4)
        layout.addLayout(head)
        layout.addWidget(_wrapped(_label(KIND_SENTENCES[model.kind], "", self)))
        layout.addLayout(terms)
        if model.terms:
            notice = _wrapped(_label(tr("{terms} By using the model you accept them.", terms=model.terms), "", self))
            notice.setObjectName("starterTerms")
            notice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            layout.addSpacing(4)
            layout.addWidget(notice)


def room_bytes(plan: StarterPlan) -> int:
    """About how much room on the disk is needed: the models, what is spared, and packages before they are opened."""
    wheels = [wheel.size_bytes for model in plan.to_fetch for wheel in model.wheels]
    return sum(model.size_bytes for model in plan.to_fetch) + 2 * max(wheels, default=0) + _SPARE_BYTES


def _in_all(plan: StarterPlan, free_bytes: int | None) -> str:
    said = tr("The download is {size}, from {sources}.", size=size(plan.download_bytes), sources=sources(plan.to_fetch))
    if free_bytes is None:
        return said
    return f"{said} " + tr("{size} is free on this disk.", size=size(free_bytes))


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _wrapped(label: QLabel) -> QLabel:
    label.setWordWrap(True)
    return label
