"""The queue of downloads: one thread of its own that fetches one model after the other.

Everything that must outlive the process stands beside the unfinished files. So quitting, a crash or a power cut lose
nothing, and another process can go on.
"""

from __future__ import annotations

import hashlib
import threading
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import msgspec

from lab.errors import LabError, ModelNotFound
from lab.language import tr
from lab.models.download_job import Job, throw_away
from lab.models.download_order import (
    SIDECAR_SUFFIX,
    Download,
    DownloadOrder,
    DownloadState,
    Sidecar,
    order_of,
    sidecars_of,
    target_of,
)
from lab.models.download_part import done_bytes_of, is_taken, read_sidecar, write_sidecar
from lab.models.download_transfer import Patience, Stopped
from lab.models.hub_http import endpoint_in_use
from lab.models.library import Library
from lab.models.token_store import HubToken, token_store
from lab.records import Model
from lab.settings import folders

OnDownload = Callable[[Download], None]
"""Receives a download each time that something about it changes, on the queue's thread or on the caller's."""


class DownloadQueue:
    """Downloads that wait, run and rest.

    Its methods may be called from any thread and don't wait for the network.

    Args:
        on_change: Told each change; must be quick, e.g. put it into a queue.
        models: The folder for the files; the user's own by default.
        library: Gets what is done; the user's own by default.
        endpoint: Another Hub than the usual one.
        token: Gives the user's token, asked before each download; that of ``token_store`` by default.
        patience: How long to wait, and how often to try again.
    """

    def __init__(
        self,
        on_change: OnDownload,
        *,
        models: Path | None = None,
        library: Library | None = None,
        endpoint: str | None = None,
        token: Callable[[], HubToken | None] | None = None,
        patience: Patience | None = None,
    ) -> None:
        self._on_change = on_change
        self._models = models or folders().models
        self._library = library
        self._endpoint = endpoint or endpoint_in_use()
        self._token = token or token_store().get
        self._patience = patience or Patience()
        self._news = threading.Condition()
        self._downloads: dict[str, Download] = {}
        self._job: Job | None = None
        self._job_id = ""
        self._wish: DownloadState | None = None
        """What the running download becomes once it has stopped."""
        self._closing = False
        self._thread: threading.Thread | None = None

    def add(self, order: DownloadOrder) -> Download:
        """Put a model at the end of the queue. One that was begun earlier is gone on with.

        Raises:
            DownloadFailed: A file's name can't be used on this computer.
            NotEnoughDisk: The folder can't be written.
        """
        targets = [target_of(self._models, file) for file in order.files]
        identity = _identity(order)
        with self._news:
            known = self._downloads.get(identity)
            if known is not None and not known.state.is_over:
                return known
        for target, sidecar in zip(targets, sidecars_of(identity, order), strict=True):
            old = read_sidecar(target)
            etag = old.etag if old is not None and old.sha256 == sidecar.sha256 else ""
            write_sidecar(target, msgspec.structs.replace(sidecar, etag=etag))
        download = self._make(identity, order, DownloadState.WAITING)
        self._enter(download)
        return download

    def restore(self) -> list[Download]:
        """Take up what an earlier process has left unfinished, as paused; what another one works on is left to it."""
        found: dict[str, list[Sidecar]] = {}
        for path in sorted(self._models.glob(f"*@*/**/?*{SIDECAR_SUFFIX}")):
            sidecar = read_sidecar(path.with_name(path.name.removesuffix(SIDECAR_SUFFIX)))
            if sidecar is not None:
                found.setdefault(sidecar.order, []).append(sidecar)
        restored = []
        for identity, sidecars in found.items():
            order = order_of(sidecars)
            if order is None or identity in self._downloads:
                continue
            if not any(is_taken(target_of(self._models, file)) for file in order.files):
                restored.append(self._make(identity, order, DownloadState.PAUSED))
        for download in restored:
            self._enter(download)
        return restored

    def downloads(self) -> list[Download]:
        """All downloads, in the order in which they came."""
        with self._news:
            return list(self._downloads.values())

    def get(self, identity: str) -> Download:
        """One download.

        Raises:
            ModelNotFound: There is none of that id.
        """
        with self._news:
            if identity not in self._downloads:
                raise ModelNotFound(tr("This download is not in the queue."), tr("Add it again."))
            return self._downloads[identity]

    def pause(self, identity: str) -> None:
        """Stop a download and keep what came; nothing happens to one that is over."""
        self._stop(identity, DownloadState.PAUSED)

    def cancel(self, identity: str) -> None:
        """Stop a download and throw away what came; one that is done stays as it is."""
        self._stop(identity, DownloadState.CANCELLED)

    def resume(self, identity: str) -> None:
        """Go on with a download that is paused, has failed or was cancelled; it waits for its turn."""
        download = self.get(identity)
        if download.state in (DownloadState.PAUSED, DownloadState.FAILED, DownloadState.CANCELLED):
            self.add(download.order)

    def forget(self, identity: str) -> None:
        """Take a download that is over out of the list; what came of a paused or failed one is kept on the disk."""
        with self._news:
            if identity in self._downloads and self._downloads[identity].state.is_over:
                del self._downloads[identity]

    def close(self) -> None:
        """Stop what runs, keep what came, and end the thread."""
        with self._news:
            self._closing = True
            if self._job is not None:
                self._wish = self._wish or DownloadState.PAUSED
                self._job.stop()
            self._news.notify_all()
            thread = self._thread
        if thread is not None:
            thread.join()

    def _make(self, identity: str, order: DownloadOrder, state: DownloadState) -> Download:
        targets = [target_of(self._models, file) for file in order.files]
        return Download(
            id=identity,
            order=order,
            state=state,
            done_bytes=sum(done_bytes_of(target) for target in targets),
            total_bytes=order.size_bytes,
            path=targets[0],
        )

    def _enter(self, download: Download) -> None:
        with self._news:
            self._downloads.pop(download.id, None)  # so that it comes last
            self._downloads[download.id] = download
        self._on_change(download)
        with self._news:
            if self._thread is None and not self._closing:
                self._thread = threading.Thread(target=self._work, name="downloads")
                self._thread.start()
            self._news.notify_all()

    def _stop(self, identity: str, wish: DownloadState) -> None:
        with self._news:
            download = self.get(identity)
            if identity == self._job_id and self._job is not None:
                # A cancel that follows a pause counts, not the other way round.
                if self._wish is not DownloadState.CANCELLED:
                    self._wish = wish
                self._job.stop()
                return
            if download.state in (DownloadState.DONE, DownloadState.CANCELLED, wish):
                return
            if wish is DownloadState.PAUSED and download.state is DownloadState.FAILED:
                return
            download = self._ended(download, wish)
        self._on_change(download)

    def _ended(self, download: Download, state: DownloadState, **changes: object) -> Download:
        """A download that nothing happens to any more, put into the list; called with the lock."""
        if state is DownloadState.CANCELLED:
            throw_away(download, self._models)
        targets = [target_of(self._models, file) for file in download.order.files]
        ended = replace(
            download,
            state=state,
            done_bytes=sum(done_bytes_of(target) for target in targets),
            bytes_per_second=None,
            seconds_left=None,
            retry_in_s=None,
            error=None,
        )
        ended = replace(ended, **changes)  # type: ignore[arg-type]
        self._downloads[download.id] = ended
        return ended

    def _work(self) -> None:
        while True:
            with self._news:
                self._news.wait_for(lambda: self._closing or self._next() is not None)
                waiting = self._next()
                if self._closing or waiting is None:
                    return
                self._job_id, self._wish = waiting.id, None
                job = self._job = Job(
                    waiting,
                    self._tell,
                    models=self._models,
                    library=self._library,
                    endpoint=self._endpoint,
                    token=self._token,
                    patience=self._patience,
                )
            self._end(waiting.id, *_outcome(job))

    def _next(self) -> Download | None:
        return next((one for one in self._downloads.values() if one.state is DownloadState.WAITING), None)

    def _tell(self, download: Download) -> None:
        with self._news:
            self._downloads[download.id] = download
        self._on_change(download)

    def _end(self, identity: str, model: Model | None, error: LabError | None) -> None:
        with self._news:
            wish, self._wish = self._wish, None
            self._job, self._job_id = None, ""
            download = self._downloads[identity]
            if model is not None:
                download = self._ended(download, DownloadState.DONE, model=model)
            elif error is not None:
                download = self._ended(
                    download, DownloadState.CANCELLED if wish is DownloadState.CANCELLED else DownloadState.FAILED,
                    error=error,
                )  # fmt: skip
            else:
                download = self._ended(download, wish or DownloadState.PAUSED)
        self._on_change(download)


def _outcome(job: Job) -> tuple[Model | None, LabError | None]:
    try:
        return job.run(), None
    except Stopped:
        return None, None
    except LabError as error:
        return None, error
    except Exception as bug:
        # The queue must go on, and the user must see that this one does not.
        return None, LabError(
            tr("The download stopped for a reason that Counterpoint does not know."),
            tr("Please report this."),
            detail="".join(traceback.format_exception(bug)),
        )


def _identity(order: DownloadOrder) -> str:
    """The same for the same files, so that a second process or a second wish finds what was begun."""
    text = "\n".join([order.repository, order.commit, *(file.file for file in order.files)])
    return hashlib.sha256(text.encode()).hexdigest()[:32]
