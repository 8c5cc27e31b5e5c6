"""The downloads of the window: one queue, made when it is first needed, and a picture of it to look at."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lab.errors import LabError
from lab.models.catalogue import CatalogueEntry
from lab.models.download_order import SIDECAR_SUFFIX, Download, DownloadOrder, DownloadState
from lab.models.library import Library
from lab.models.token_store import HubToken, token_store
from lab.settings import folders
from ui.deliveries import Deliveries

if TYPE_CHECKING:  # they bring the network's libraries, which the first window does not need
    from lab.models.download_queue import DownloadQueue
    from lab.models.download_transfer import Patience

_TELL_EVERY_MS = 200
_PATIENCE_S = 3.0
"""How long closing waits. A download looks at every piece that comes; only a keyring that waits for the user can hold
it for longer, and what came is on the disk already."""

_GONE = (DownloadState.DONE, DownloadState.CANCELLED)


class Downloads(QObject):
    """Owns the one queue of downloads in the window.

    What may wait for the disk is done on a thread of its own, one thing after the other; the Hub is asked on another.
    Everything here is called on the window's thread and returns at once.

    Args:
        library: Gets what is done.
        parent: Owns it.
        models: The folder for the files; the user's own by default.
        endpoint: Another Hub than the usual one.
        token: Gives the user's token; called on other threads, and may wait for the keyring.
        patience: How long to wait for the line, and how often to try again.

    Signals:
        changed(): Something about the downloads, or about a pair that is being asked for, is not as it was. At most
            about five times a second.
        finished(Model): A model is in the library and can be used.
        trouble(LabError): An order could not be taken. What goes wrong with a download is in its ``error``, and with a
            pair in ``refusal``.
    """

    changed = Signal()
    finished = Signal(object)
    trouble = Signal(object)

    def __init__(
        self,
        library: Library,
        parent: QObject | None = None,
        *,
        models: Path | None = None,
        endpoint: str | None = None,
        token: Callable[[], HubToken | None] | None = None,
        patience: Patience | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._models, self._endpoint = library, models or folders().models, endpoint
        self._token = token or (lambda: token_store().get())
        self._patience = patience
        self._deliveries = Deliveries(self)
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="downloads")
        self._queue: DownloadQueue | None = None
        self._hearing = threading.Lock()
        self._closed = False
        self._seen: dict[str, Download] = {}
        self._asking: dict[str, object] = {}
        self._refusals: dict[str, LabError] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_TELL_EVERY_MS)
        self._timer.timeout.connect(self._tell_if_untold)
        self._untold = False

    # What there is

    def all(self) -> list[Download]:
        """What is under way, rests or has failed, in the order in which it came."""
        return [one for one in self._seen.values() if one.state not in _GONE]

    def is_asking(self, entry_id: str) -> bool:
        """Whether the Hub is being asked for a pair or ladder."""
        return entry_id in self._asking

    def refusal(self, entry_id: str) -> LabError | None:
        """Why the last try to get a pair or ladder ended before anything was fetched; None if it did not."""
        return self._refusals.get(entry_id)

    # What the user wants

    def restore(self) -> None:
        """Take up what an earlier time has left unfinished, as paused.

        Nothing goes over the line until the user says so: the program may have been started for something else, on a
        line that costs money, and what was stopped in a terminal should not begin again by itself.
        """
        self._do(self._restore)

    def order(self, order: DownloadOrder) -> None:
        """Put a model at the end of the queue."""
        self._do(partial(self._add, [order]))

    def order_entry(self, entry: CatalogueEntry, *, without: frozenset[str] = frozenset()) -> None:
        """Ask the Hub for a pair or ladder as it stands now, then put its models into the queue.

        Args:
            entry: Of the catalogue.
            without: Names of models in it that are here already.
        """
        if self._closed or entry.id in self._asking:
            return
        asked = self._asking[entry.id] = object()
        self._refusals.pop(entry.id, None)
        future: Future[list[DownloadOrder]] = Future()
        wanted = [model for model in entry.models if model.name not in without]

        def ask() -> None:
            from lab.models.catalogue_orders import order_model

            try:
                token = self._token()
                orders = [order_model(model, token=token, endpoint=self._endpoint) for model in wanted]
            except BaseException as error:
                # It belongs to whoever waits, bugs too.
                future.set_exception(error)
            else:
                future.set_result(orders)

        def refuse(error: LabError) -> None:
            if self._asking.get(entry.id) is asked:
                del self._asking[entry.id]
                self._refusals[entry.id] = error
                self._tell_soon()

        def answered(ids: list[str]) -> None:
            if self._asking.get(entry.id) is asked:
                del self._asking[entry.id]
                self._tell_soon()
            else:
                self.cancel(*ids)  # it was no longer wanted when they had come into the queue

        def enter(orders: list[DownloadOrder]) -> None:
            if self._asking.get(entry.id) is asked and not self._closed:
                self._deliveries.when_done(self._desk.submit(self._add, orders), answered, refuse)

        self._deliveries.when_done(future, enter, refuse)
        # A daemon: a Hub that says nothing must not keep the program from ending.
        threading.Thread(target=ask, name="asking the Hub", daemon=True).start()
        self._tell_soon()

    def stop_asking(self, entry_id: str) -> None:
        """Want a pair or ladder no longer that the Hub is being asked for, and forget why it was refused."""
        self._asking.pop(entry_id, None)
        self._refusals.pop(entry_id, None)
        self._tell_soon()

    def pause(self, *ids: str) -> None:
        """Stop downloads and keep what came."""

        def work() -> None:
            # The last one first, so that none begins because the one before it was stopped.
            for identity in reversed(ids):
                self._made().pause(identity)

        self._do(work)

    def resume(self, *ids: str) -> None:
        """Go on with what is paused or has failed; each waits for its turn."""

        def work() -> None:
            for identity in ids:
                self._made().resume(identity)

        self._do(work)

    def cancel(self, *ids: str) -> None:
        """Stop downloads and throw away what came."""

        def work() -> None:
            for identity in reversed(ids):
                self._made().cancel(identity)

        self._do(work)

    def close_down(self) -> None:
        """Pause what is under way and end the threads; it comes back with ``restore`` the next time."""
        if self._closed:
            return
        self._closed = True
        self._timer.stop()
        done = self._desk.submit(self._close)
        self._desk.shutdown(wait=False)
        try:
            done.result(_PATIENCE_S)
        except TimeoutError:
            return

    # On the desk's thread

    def _made(self) -> DownloadQueue:
        if self._queue is None:
            from lab.models.download_queue import DownloadQueue

            self._queue = DownloadQueue(
                self._hear,
                models=self._models,
                library=self._library,
                endpoint=self._endpoint,
                token=self._token,
                patience=self._patience,
            )
        return self._queue

    def _restore(self) -> None:
        if any(self._models.glob(f"*@*/**/*{SIDECAR_SUFFIX}")):
            self._made().restore()

    def _add(self, orders: list[DownloadOrder]) -> list[str]:
        """Put them into the queue; gives their ids there."""
        line = self._made()
        self._require_room(line, orders)
        return [line.add(order).id for order in orders]

    def _require_room(self, line: DownloadQueue, orders: list[DownloadOrder]) -> None:
        """Make sure that the disk holds all of it, and what else is under way."""
        from lab.models.download_order import target_of
        from lab.models.download_part import done_bytes_of
        from lab.models.verified_file import require_room

        known = {one.path for one in line.downloads() if not one.state.is_over}
        missing = sum(one.total_bytes - one.done_bytes for one in line.downloads() if not one.state.is_over)
        for order in orders:
            targets = [target_of(self._models, file) for file in order.files]
            if targets[0] not in known:
                missing += order.size_bytes - sum(done_bytes_of(target) for target in targets)
        require_room(self._models, missing)

    def _close(self) -> None:
        if self._queue is not None:
            self._queue.close()

    # What comes from other threads

    def _do(self, work: Callable[[], object]) -> None:
        if not self._closed:
            self._deliveries.when_done(self._desk.submit(work), lambda _done: None, self.trouble.emit)

    def _hear(self, download: Download) -> None:
        """Comes on the queue's thread or the desk's.

        Two threads may come at once. Each looks again how it stands now, so that the last word here is the last there.
        """
        with self._hearing:
            assert self._queue is not None
            now = next((one for one in self._queue.downloads() if one.id == download.id), download)
            self._deliveries.call(partial(self._take, now))

    def _take(self, download: Download) -> None:
        before = self._seen.get(download.id)
        if before is download:
            return
        if before is not None and before.state.is_over and not download.state.is_over:
            del self._seen[download.id]  # begun again: it stands last in the queue
        self._seen[download.id] = download
        if download.model is not None:
            self.finished.emit(download.model)
        self._tell_soon()

    def _tell_soon(self) -> None:
        if self._timer.isActive():
            self._untold = True
        else:
            self._tell()

    def _tell_if_untold(self) -> None:
        if self._untold:
            self._tell()

    def _tell(self) -> None:
        self._untold = False
        if not self._closed:
            self._timer.start()
            self.changed.emit()
