"""One download from its first byte to its place in the library; runs on the queue's thread."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lab.errors import LabError
from lab.models.checksum import sha256_of
from lab.models.download_order import Download, DownloadState, sidecars_of, target_of
from lab.models.download_part import Part, discard, part_of, sidecar_of
from lab.models.download_speed import SpeedMeter
from lab.models.download_transfer import Patience, Stopped, Transfer
from lab.models.hub_values import HubFile
from lab.models.library import Library
from lab.models.token_store import HubToken
from lab.models.verified_file import require_room
from lab.records import Model

_TELL_EVERY_S = 0.1


class Job:
    """Fetches the files of one download, one after the other, and enters the model in the library.

    Args:
        download: As it stands.
        tell: Receives it each time that it changes.
        models: The folder for the files.
        library: Gets the model; None for the user's own.
        endpoint: The Hub's address.
        token: Gives the user's token, if there is one; it may wait for the keyring to be unlocked.
        patience: How long to wait, and how often to try again.
    """

    def __init__(
        self,
        download: Download,
        tell: Callable[[Download], None],
        *,
        models: Path,
        library: Library | None,
        endpoint: str,
        token: Callable[[], HubToken | None],
        patience: Patience,
    ) -> None:
        self._download = download
        self._tell = tell
        self._models = models
        self._library = library
        self._endpoint = endpoint
        self._token = token
        self._patience = patience
        self._meter = SpeedMeter()
        self._told = 0.0
        self._before_bytes = 0
        self._stopped = threading.Event()
        self._transfer: Transfer | None = None

    def stop(self) -> None:
        """End it soon, from another thread; what came is kept."""
        self._stopped.set()
        transfer = self._transfer
        if transfer is not None:
            transfer.stop()

    def run(self) -> Model:
        """Do it all.

        Returns:
            The model, as the library knows it.

        Raises:
            Stopped: ``stop`` was called. What came is kept.
            LabError: It can't be had or can't be used.
        """
        files = self._download.order.files
        targets = [target_of(self._models, file) for file in files]
        self._require_room(targets)
        for file, target in zip(files, targets, strict=True):
            if not self._is_there(file, target):
                self._fetch(target, position=files.index(file))
            self._before_bytes += file.size_bytes
        self._say(DownloadState.ADDING, done_bytes=self._download.total_bytes)
        order = self._download.order
        library = self._library or Library.open()
        model = library.add(
            targets[0],
            name=order.name,
            known=order.kind,
            licence=order.licence,
            licence_url=order.licence_url,
            source=f"{order.repository}@{order.commit}",
            # Nobody has promised a checksum of the parts of a split model together; each was held against its own.
            verified_sha256=files[0].sha256 if len(files) == 1 else "",
            on_progress=lambda _done, _total: self._stop_if_told(),
        )
        for target in targets:
            discard(target)
        return model

    def _require_room(self, targets: list[Path]) -> None:
        missing = self._download.total_bytes
        for target in targets:
            for path in (target, part_of(target)):
                with contextlib.suppress(OSError):
                    missing -= path.stat().st_size
        require_room(self._models, max(missing, 0))

    def _is_there(self, file: HubFile, target: Path) -> bool:
        """Whether the file stands in its place from an earlier time. It was verified then, but who knows since."""
        if not _has_its_size(target, file):
            return False
        self._say(DownloadState.CHECKING)
        return sha256_of(target, lambda done, _total: self._on_checked(done)) == file.sha256

    def _fetch(self, target: Path, *, position: int) -> None:
        sidecar = sidecars_of(self._download.id, self._download.order)[position]
        part = Part(target, sidecar)
        self._say(DownloadState.CHECKING)
        try:
            part.open(self._on_checked)
            self._meter.begin(part.done_bytes)
            self._say(DownloadState.RUNNING, done_bytes=self._before_bytes + part.done_bytes)
            self._transfer = Transfer(
                part,
                endpoint=self._endpoint,
                token=self._token(),
                on_bytes=lambda: self._on_bytes(part.done_bytes),
                on_retry=lambda error, wait_s: self._on_retry(part, error, wait_s),
                patience=self._patience,
            )
            self._stop_if_told()
            self._transfer.run()
        finally:
            self._transfer = None
            part.close()

    def _on_checked(self, done_bytes: int) -> None:
        self._stop_if_told()
        if self._is_time_to_tell():
            self._say(DownloadState.CHECKING, done_bytes=self._before_bytes + done_bytes)

    def _on_bytes(self, done_bytes: int) -> None:
        self._meter.add(done_bytes)
        if self._download.state is not DownloadState.RUNNING or self._is_time_to_tell():
            total = self._before_bytes + done_bytes
            self._say(
                DownloadState.RUNNING,
                done_bytes=total,
                bytes_per_second=self._meter.bytes_per_second(),
                seconds_left=self._meter.seconds_left(self._download.total_bytes - total),
            )

    def _on_retry(self, part: Part, error: LabError, wait_s: float) -> None:
        self._meter.begin(part.done_bytes)
        done = self._before_bytes + part.done_bytes
        self._say(DownloadState.RETRYING, done_bytes=done, error=error, retry_in_s=wait_s)

    def _is_time_to_tell(self) -> bool:
        return time.monotonic() - self._told >= _TELL_EVERY_S

    def _stop_if_told(self) -> None:
        if self._stopped.is_set():
            raise Stopped

    def _say(
        self,
        state: DownloadState,
        *,
        done_bytes: int | None = None,
        bytes_per_second: float | None = None,
        seconds_left: float | None = None,
        error: LabError | None = None,
        retry_in_s: float | None = None,
    ) -> None:
        self._told = time.monotonic()
        self._download = replace(
            self._download,
            state=state,
            done_bytes=self._download.done_bytes if done_bytes is None else done_bytes,
            bytes_per_second=bytes_per_second,
            seconds_left=seconds_left,
            error=error,
            retry_in_s=retry_in_s,
        )
        self._tell(self._download)


def throw_away(download: Download, models: Path) -> None:
    """Remove the unfinished files of a download, and of a model that was split the finished parts too.

    A model that is whole stays: perhaps it was here before, and was only asked for once more.
    """
    files = download.order.files
    targets = [target_of(models, file) for file in files]
    is_whole = all(map(_has_its_size, targets, files))
    for target in targets:
        belongs_to_unfinished = len(targets) > 1 and not is_whole and sidecar_of(target).exists()
        if discard(target) and belongs_to_unfinished:
            with contextlib.suppress(OSError):
                target.unlink(missing_ok=True)
                target.parent.rmdir()


def _has_its_size(target: Path, file: HubFile) -> bool:
    try:
        return target.stat().st_size == file.size_bytes
    except OSError:
        return False
