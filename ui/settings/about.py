"""The cards "Privacy" and "About"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from lab import __version__
from lab.errors import LabError
from lab.language import tr
from lab.licences import Component, components
from ui.models.hub_asker import Asker
from ui.settings.card import Card, quiet_label
from ui.settings.licences_dialog import LicencesDialog
from ui.settings.problem_report import problem_report

_PRIVACY = tr(
    "Nothing leaves this computer. Models run here, and prompts, answers, votes and notes stay in the folder above. "
    "There is no account, and nobody counts what you do. The program goes online only when you search for a model or "
    "fetch one, and, as long as there is none, to ask where the starter models can be had. An answer can't load "
    "pictures or open links by itself."
)
_REPORT = tr("For a bug report: versions and what this computer has. No prompts, answers, votes, names or folders.")
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
        self._asker = Asker("about", self)
        self.licences_button = QPushButton(tr("Licences …"), self)
        self.licences_button.setToolTip(tr("The libraries that are in the program, and their licences"))
        self.licences_button.clicked.connect(self._ask_for_licences)
        self.add_row(tr("Made with"), self.licences_button, tr("Qt, llama.cpp, Python and other free software."))
        self.report_button = QPushButton(tr("Copy report"), self)
        self.report_button.setToolTip(tr("Put versions and what this computer has on the clipboard"))
        self.report_button.clicked.connect(self._ask_for_report)
        self._report_sentence = self.add_row(tr("Report a problem"), self.report_button, _REPORT)

    def set_engine(self, engine: str) -> None:
        """Say what runs the models, e.g. ``llama.cpp 0.3.36``; empty if that is not known yet."""
        self._engine.setText(engine or _NO_ENGINE)

    def _ask_for_licences(self) -> None:
        self.licences_button.setEnabled(False)
        self._asker.ask("licences", components, self._show_licences, self._complain)

    def _show_licences(self, found: Sequence[Component]) -> None:
        self.licences_button.setEnabled(True)
        LicencesDialog(found, self).open()

    def _ask_for_report(self) -> None:
        self.report_button.setEnabled(False)
        self._report_sentence.setText(tr("Looking at what there is …"))
        self._asker.ask("report", problem_report, self._copy, self._complain)

    def _copy(self, report: str) -> None:
        QGuiApplication.clipboard().setText(report)
        self._say(tr("It is on the clipboard: versions and this computer's parts, and nothing that you wrote."))

    def _complain(self, error: LabError) -> None:
        self.licences_button.setEnabled(True)
        self._say(f"{error.message} {error.hint}".strip())

    def _say(self, sentence: str) -> None:
        self.report_button.setEnabled(True)
        self._report_sentence.setText(sentence)

    def _add(self, name: str, fact: str) -> QLabel:
        row = self._facts.rowCount()
        value = quiet_label(fact, self)
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._facts.addWidget(QLabel(name, self), row, 0, Qt.AlignmentFlag.AlignTop)
        self._facts.addWidget(value, row, 1)
        return value
