"""What is done to runs that are kept: put into the trash and taken out again, and rid of what failed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from lab.errors import LabError
from lab.language import tr
from lab.records import KeptRun
from lab.runs.plan import RunPlan
from lab.storage import Store, failed_answers, trash
from lab.visible import visible
from ui.controls.message_bar import MessageBar
from ui.controls.undo_notice import UndoNotice
from ui.deliveries import Deliveries


class RunDeeds(QObject):
    """Changes the history.

    Args:
        message: Says what went wrong.
        undo: Takes a deletion back.
        store: Gives the history; None while there is none.
        parent: Owns it.
    """

    def __init__(
        self, message: MessageBar, undo: UndoNotice, store: Callable[[], Store | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._message, self._undo, self._store = message, undo, store
        self._deliveries = Deliveries(self)

    def delete(self, run: KeptRun, *, goes_on: bool) -> None:
        """Put a run with its answers into the trash, and offer to take it out again.

        Args:
            run: Which.
            goes_on: This window is at it, so it stays.
        """
        if goes_on:
            self._message.complain(LabError(tr("This run is going on."), tr("Stop it first.")))
            return
        store = self._store()
        if store is None:
            return

        def offer(_: object) -> None:
            said = tr("The run of “{title}” is in the trash.", title=visible(run.suite_title))
            self._undo.offer(said, lambda: store.write(trash.restore_session, run.session_id))

        self._deliveries.when_done(store.write(trash.put_session, run.session_id), offer, self._message.complain)

    def forget_failed(self, plan: RunPlan, then: Callable[[], None]) -> None:
        """Take the failed answers of a run away, so that they are missing.

        Args:
            plan: The run.
            then: What comes after, if there were any that may go.
        """
        store = self._store()
        if store is None:
            return

        def go_on(number: int) -> None:
            if number:
                then()
            else:
                self._message.say(
                    tr("Nothing can be asked again: what failed was voted on, gone on from, or is in the trash.")
                )

        self._deliveries.when_done(store.write(failed_answers.forget, plan.run.id), go_on, self._message.complain)
