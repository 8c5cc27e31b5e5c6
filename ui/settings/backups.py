"""Makes backups of the history when the settings page asks for them, and shows which there are."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from lab.errors import LabError
from lab.language import tr
from lab.settings import folders
from ui.deliveries import Deliveries
from ui.models.hub_asker import Asker
from ui.open_history import OpenHistory
from ui.settings.page import SettingsPage

_BACKUPS = "backups"


class Backups(QObject):
    """Stands between the page and the history.

    Args:
        page: Asks, and shows.
        history: What is backed up.
        parent: Owns it.
    """

    def __init__(self, page: SettingsPage, history: OpenHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._page, self._history = page, history
        self._deliveries = Deliveries(self)
        self._asker = Asker("backups", self)
        page.backup_asked.connect(self._back_up)

    def show(self) -> None:
        """Show which there are, also where the history can't be opened: then one of them is needed."""
        from lab.storage import backups  # late, like the history itself

        look = partial(backups.backups, folders().history)
        self._asker.ask(_BACKUPS, look, self._page.set_backups, self._page.show_backup_trouble)

    def close_down(self) -> None:
        """Want to know no more."""
        self._asker.close_down()

    def _back_up(self) -> None:
        if self._history.store is None:
            not_yet = LabError(tr("The history is not open yet."), tr("Try again in a moment."))
            self._page.show_backup_trouble(self._history.refusal or not_yet)
            return
        made = self._history.store.back_up()
        self._deliveries.when_done(made, lambda _made: self.show(), self._page.show_backup_trouble)
