"""The Settings page: a narrow column of cards."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from lab.errors import LabError
from lab.preferences import Preferences, PreferencesFile
from lab.settings import Folders
from ui.models.token_keeper import TokenKeeper
from ui.settings.about import AboutCard, PrivacyCard
from ui.settings.kept import KeptCard
from ui.settings.look_and_keys import AppearanceCard, WritingCard
from ui.settings.network import NetworkCard
from ui.settings.running import RunningCard

if TYPE_CHECKING:  # at run time it would bring the whole database along
    from lab.storage.backups import Backup

_WIDEST = 720


class SettingsPage(QWidget):
    """What the user can set about the program. Each change holds and is kept at once.

    Args:
        preferences: Where it is kept.
        folders: Where the program keeps things.
        tokens: Knows of the Hub token.
        parent: Of the widget.

    Signals:
        backup_asked(): The user wants a backup now; answer with ``set_backups`` or ``show_backup_trouble``.
        restore_asked(Path): The user wants to go back to this backup and has confirmed it; answer likewise.
        start_again_asked(): The user wants the program to be started again, in another language.
    """

    backup_asked = Signal()
    restore_asked = Signal(object)
    start_again_asked = Signal()

    def __init__(
        self, preferences: PreferencesFile, folders: Folders, tokens: TokenKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "page")
        self.setObjectName("settingsPage")
        self._preferences = preferences
        self.appearance = AppearanceCard(preferences, self)
        self.writing = WritingCard(preferences, self)
        self.running = RunningCard(preferences, self)
        self.network = NetworkCard(preferences, tokens, self)
        self.kept = KeptCard(folders.data, self)
        self.about = AboutCard(self)
        self.appearance.start_again_asked.connect(self.start_again_asked)
        self.kept.backup_asked.connect(self.backup_asked)
        self.kept.restore_asked.connect(self.restore_asked)
        self.trouble = QLabel(self)
        self.trouble.setObjectName("settingsTrouble")
        self.trouble.setWordWrap(True)
        self.trouble.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.destroyed.connect(preferences.subscribe(self._show))
        app = QCoreApplication.instance()
        assert app is not None
        app.aboutToQuit.connect(self.running.flush)
        self._show(preferences.value)

    def set_backups(self, backups: Sequence[Backup]) -> None:
        """Show the backups that there are."""
        self.kept.set_backups(backups)

    def show_backup_trouble(self, error: LabError) -> None:
        """Say that a backup or its restoration has failed."""
        self.kept.show_trouble(error)

    def set_engine(self, engine: str) -> None:
        """Say what runs the models."""
        self.about.set_engine(engine)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802  (Qt's name)
        """Find out whether there is a token; the keyring may have changed since."""
        super().showEvent(event)
        self.network.look()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802  (Qt's name)
        """Who goes to another page is done typing."""
        self.running.flush()
        super().hideEvent(event)

    def _lay_out(self) -> None:
        column = QWidget(self)
        column.setProperty("role", "column")
        column.setMaximumWidth(_WIDEST)
        cards = QVBoxLayout(column)
        cards.setContentsMargins(20, 20, 20, 28)
        cards.setSpacing(16)
        for widget in (
            self.trouble,
            self.appearance,
            self.writing,
            self.running,
            self.network,
            self.kept,
            PrivacyCard(self),
            self.about,
        ):
            cards.addWidget(widget)
        cards.addStretch()
        middle = QWidget(self)
        middle.setProperty("role", "column")
        row = QHBoxLayout(middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(column, 1000)  # all the width that there is, up to its own limit
        row.addStretch(1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(middle)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def _show(self, preferences: Preferences) -> None:
        self.appearance.show_preferences(preferences)
        self.writing.show_preferences(preferences)
        self.running.show_preferences(preferences)
        self.network.show_preferences(preferences)
        problem = self._preferences.problem
        self.trouble.setVisible(problem is not None)
        if problem is not None:
            self.trouble.setText(f"{problem.message} {problem.hint}".strip())
