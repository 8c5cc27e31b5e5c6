"""The cards "Privacy" and "About"."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from lab import __version__
from lab.language import tr
from ui.settings.card import Card, quiet_label

_PRIVACY = tr(
    "Nothing leaves this computer. Models run here, and prompts, answers, votes and notes stay in the folder above. "
    "There is no account, and nobody counts what you do. The program goes online only when you search for a model or "
    "fetch one, and then it asks for that and nothing else. An answer can't load pictures or open links by itself."
)
_NO_ENGINE = tr("No model has been loaded yet.")


class PrivacyCard(Card):
    """What is sent where: nothing.

    Args:
        parent: Of the widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("Privacy"), parent)
        self.body.addWidget(quiet_label(_PRIVACY, self))


class AboutCard(Card):
    """Versions and licence.

    Args:
        parent: Of the widget.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("About"), parent)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(24)
        self._facts.setVerticalSpacing(6)
        self._facts.setColumnStretch(1, 1)
        self._add("Counterpoint", tr("Version {number}", number=__version__))
        self._engine = self._add(tr("Models run by"), _NO_ENGINE)
        self._add(tr("Licence"), tr("MIT. You may use, change and share it, also in class and at work."))
        self.body.addLayout(self._facts)

    def set_engine(self, engine: str) -> None:
        """Say what runs the models, e.g. ``llama.cpp 0.3.36``; empty if that is not known yet."""
        self._engine.setText(engine or _NO_ENGINE)

    def _add(self, name: str, fact: str) -> QLabel:
        row = self._facts.rowCount()
        value = quiet_label(fact, self)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.addWidget(QLabel(name, self), row, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, row, 1)
        return value
