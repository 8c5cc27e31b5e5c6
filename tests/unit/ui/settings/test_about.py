from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from lab.doctor import Finding
from lab.errors import LabError
from lab.licences import Component
from ui.settings import about, problem_report
from ui.settings.about import AboutCard
from ui.settings.licences_dialog import LicencesDialog

PARTS = (
    Component(name="alpha", version="1.0", licence="MIT", url="https://alpha.example", text="Do <b>what</b> you like."),
    Component(name="omega", version="", licence="LGPL-3.0-only", url="", text=""),
)


@pytest.fixture
def card(qapp: QApplication) -> Iterator[AboutCard]:
    made = AboutCard()
    made.show()
    yield made
    delete(made)  # and with it the thread that was asked


def test_licences_are_shown_one_by_one(card: AboutCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "components", lambda: PARTS)
    card.licences_button.click()
    assert not card.licences_button.isEnabled()
    qtbot.waitUntil(lambda: card.findChild(LicencesDialog) is not None)
    dialog = card.findChild(LicencesDialog)
    assert isinstance(dialog, LicencesDialog)
    assert card.licences_button.isEnabled()
    assert [dialog.list.item(row).text() for row in range(dialog.list.count())] == ["alpha 1.0", "omega"]
    assert dialog.facts.text() == "MIT\nhttps://alpha.example"
    assert dialog.text.toPlainText() == "Do <b>what</b> you like."
    dialog.list.setCurrentRow(1)
    assert dialog.facts.text() == "LGPL-3.0-only"
    assert "not here" in dialog.text.toPlainText()
    dialog.close_button.click()
    assert not dialog.isVisible()


def test_without_a_library_the_dialog_is_empty_and_does_not_stumble(qtbot: QtBot) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    dialog = LicencesDialog((), parent)
    assert dialog.text.toPlainText() == ""


def test_a_report_tells_versions_and_nothing_of_the_user_s_own(
    card: AboutCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings = [
        Finding(name="Python", value="3.12.1, /home/ada/python"),
        Finding(name="Memory", value="3.0 GB free of 8.0 GB", problem="Little."),
        Finding(name="Models folder", value="/mnt/ada/models"),
        Finding(name="Library", value="1 models", problem="Their files are gone: secret-model."),
        Finding(name="Qt", value="PySide6", problem=f"It can't be loaded: {Path.home() / 'lib.so'}."),
    ]
    monkeypatch.setattr(problem_report, "examine", lambda: iter(findings))
    card.report_button.click()
    assert not card.report_button.isEnabled()
    qtbot.waitUntil(card.report_button.isEnabled)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("Counterpoint ")
    assert "Memory: 3.0 GB free of 8.0 GB Little." in copied
    assert "Qt: PySide6 It can't be loaded: ~" in copied
    assert not any(private in copied for private in ("ada", "secret", str(Path.home())))
    assert "on the clipboard" in card._report_sentence.text()


def test_a_report_that_can_t_be_made_says_why(card: AboutCard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise LabError("The computer is out of memory.", "Close something.")

    monkeypatch.setattr(about, "problem_report", fail)
    card.report_button.click()
    qtbot.waitUntil(card.report_button.isEnabled)
    assert card._report_sentence.text() == "The computer is out of memory. Close something."
