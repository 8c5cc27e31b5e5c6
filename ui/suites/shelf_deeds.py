"""What is done with suites in the form of a new run: they are read, written, taken in and deleted."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lab.suites.shelf import ShelvedSuite, shelf
from ui.controls.message_bar import MessageBar
from ui.controls.undo_notice import UndoNotice
from ui.deliveries import Deliveries
from ui.suites.editor import SuiteDesk
from ui.suites.suite_picker import SuitePicker


class ShelfDeeds(QObject):
    """Drives the list of suites.

    Args:
        picker: Shows them.
        message: Says what was done.
        undo: Takes a deletion back.
        folder: Where the user's own are.
        window: Over which dialogs open.
        parent: Owns it.

    Attributes:
        desk: Opens the editor.
    """

    def __init__(
        self,
        picker: SuitePicker,
        message: MessageBar,
        undo: UndoNotice,
        folder: Path,
        window: QWidget,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._picker, self._folder = picker, folder
        self._deliveries = Deliveries(self)
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="suites")
        self.desk = SuiteDesk(folder, window, self)
        self._asked = 0
        picker.new_asked.connect(self.desk.new)
        picker.import_asked.connect(self.desk.import_prompts)
        picker.deed_asked.connect(self._do)
        self.desk.saved.connect(self.read)
        self.desk.removed.connect(lambda _suite_id: self.read())
        self.desk.said.connect(message.say)
        self.desk.failed.connect(message.complain)
        self.desk.undo_offered.connect(undo.offer)

    def read(self, choose: str = "") -> None:
        """Read all suites anew.

        Args:
            choose: The id of the one to choose; empty for the one that is chosen.
        """
        self._asked += 1
        asked = self._asked
        self._deliveries.when_done(
            self._worker.submit(shelf, self._folder),
            lambda found: self._picker.show_shelf(found, choose) if asked == self._asked else None,
        )

    def close_down(self) -> None:
        """End the threads."""
        self.desk.close_down()
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _do(self, deed: str, each: ShelvedSuite) -> None:
        deeds = {
            "edit": self.desk.edit,
            "edit_copy": self.desk.edit_copy,
            "show_in_folder": self.desk.show_in_folder,
            "copy_path": self.desk.copy_path,
            "delete": self.desk.delete,
        }
        deeds[deed](each)
