"""Brings one file over: goes on where it stopped, tries again where that can help, and takes only the right bytes."""

from __future__ import annotations

import contextlib
import email.utils
import re
import socket
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import httpx2

from lab.errors import DownloadFailed, LabError
from lab.language import number, tr
from lab.models.download_part import Part
from lab.models.hub_http import CONNECT_TIMEOUT_S, STALL_TIMEOUT_S, HubClient, no_answer, plain, timeouts
from lab.models.hub_words import access_refused, broke_off, file_gone, not_given, refused
from lab.models.offline import require_hub
from lab.models.token_store import HubToken

_RANGE = re.compile(r"bytes (\d{1,18})-(\d{1,18})/(\d{1,18})", re.ASCII)


class Stopped(Exception):
    """Somebody called ``Transfer.stop``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long to wait, and how often to try again."""

    connect_s: float = CONNECT_TIMEOUT_S
    stall_s: float = STALL_TIMEOUT_S
    """How long nothing may come before the line counts as broken."""
    first_wait_s: float = 1.0
    """Before the second try; doubled with each further one."""
    longest_wait_s: float = 30.0
    tries: int = 6
    """In a row without a byte; every byte makes it count anew."""
    longest_obeyed_s: float = 900.0
    """A server that asks for a longer wait than this is told to the user instead."""

    def wait_s(self, failures: int) -> float:
        """The wait after so many tries in a row that brought nothing."""
        wait: float = self.first_wait_s * 2.0 ** max(failures - 1, 0)
        return min(wait, self.longest_wait_s)


class _TryAgain(Exception):
    """This try failed in a way that another may not."""

    def __init__(self, error: LabError, wait_s: float | None = None) -> None:
        super().__init__(error.message)
        self.error = error
        self.wait_s = wait_s


class Transfer:
    """One file on its way.

    Args:
        part: Opened already; what it holds is gone on with.
        endpoint: The Hub's address; the token is shown to it alone.
        token: The user's, if there is one.
        on_bytes: Called after each block.
        on_retry: Called before each wait with the reason and its seconds.
        patience: How long to wait, and how often to try again.
    """

    def __init__(
        self,
        part: Part,
        *,
        endpoint: str,
        token: HubToken | None,
        on_bytes: Callable[[], None],
        on_retry: Callable[[LabError, float], None],
        patience: Patience,
    ) -> None:
        self._part = part
        self._endpoint = endpoint
        self._token = token
        self._on_bytes = on_bytes
        self._on_retry = on_retry
        self._patience = patience
        self._stopped = threading.Event()
        self._socket: socket.socket | None = None
        self._range_was_refused = False
        self._began_anew = False

    def stop(self) -> None:
        """End it soon, from another thread; what came is kept."""
        self._stopped.set()
        line = self._socket
        if line is not None:
            # The plain socket's own way: an encrypted one would pull its encryption away from under the reader.
            with contextlib.suppress(OSError):
                socket.socket.shutdown(line, socket.SHUT_RDWR)

    def run(self) -> None:
        """Bring the file over and put it in its place.

        Raises:
            Stopped: ``stop`` was called. What came is kept.
            DownloadFailed: It could not be had; what came is kept unless it was wrong.
            NotEnoughDisk: The disk does not take it. What came is kept.
        """
        failures = 0
        with HubClient(self._endpoint, timeout=self._timeouts(), token=self._token) as client:
            while not self._is_complete():
                before = self._part.done_bytes
                try:
                    self._try(client)
                except _TryAgain as trouble:
                    # A try that threw away what was there and got less is no progress, nor is one that got nothing.
                    failures = 1 if self._part.done_bytes > before else failures + 1
                    self._wait(trouble, failures)
        self._part.finish()

    def _timeouts(self) -> httpx2.Timeout:
        return timeouts(connect_s=self._patience.connect_s, stall_s=self._patience.stall_s)

    def _is_complete(self) -> bool:
        if self._part.done_bytes < self._part.sidecar.size_bytes:
            return False
        if self._part.is_right():
            return True
        error, may_be_the_pieces = self._part.arrived_changed(), self._part.is_resumed and not self._began_anew
        self._part.restart()
        if not may_be_the_pieces:
            raise error
        self._began_anew = True
        # It came in pieces, and one of them was another's or was spoilt by a power cut: once more, from the start.
        return False

    def _try(self, client: HubClient) -> None:
        if self._stopped.is_set():
            raise Stopped
        sidecar, done = self._part.sidecar, self._part.done_bytes
        headers = {"Accept-Encoding": "identity"}
        if done:
            headers["Range"] = f"bytes={done}-"
            if _is_strong(sidecar.etag):
                headers["If-Range"] = sidecar.etag
        try:
            with client.stream("GET", sidecar.url, headers=headers, extensions={"trace": self._on_line}) as response:
                if self._stopped.is_set():
                    raise Stopped
                self._accept(response, done)
                # As they come: what is gathered into larger blocks would be lost if the line breaks.
                for block in response.iter_raw():
                    # Before the bytes are kept: the switch may have been turned since the last ones.
                    require_hub()
                    self._part.write(block)
                    self._on_bytes()
                    if self._stopped.is_set():
                        raise Stopped
        except (httpx2.TransportError, OSError) as error:
            if self._stopped.is_set():
                raise Stopped from None
            raise _TryAgain(self._broke_off(error)) from None
        except (httpx2.HTTPError, httpx2.InvalidURL) as error:
            raise no_answer(error) from None
        if self._part.done_bytes < sidecar.size_bytes:
            # A server that closes early without having said how much would come.
            raise _TryAgain(self._broke_off(None))

    def _on_line(self, event: str, facts: Mapping[str, Any]) -> None:
        """Remember the socket as soon as there is one, so that a silent server can be hung up on."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = facts["return_value"].get_extra_info("socket")
            if self._stopped.is_set():
                self.stop()

    def _broke_off(self, error: Exception | None) -> DownloadFailed:
        sidecar, done = self._part.sidecar, self._part.done_bytes
        detail = plain(error) if error else ""
        if isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.ProxyError):
            return DownloadFailed(
                tr("The Hugging Face Hub does not answer."), tr("What came is kept. Check the network, then go on."),
                detail=detail,
            )  # fmt: skip
        return broke_off(self._part.target.name, done, sidecar.size_bytes, detail=detail)

    def _accept(self, response: httpx2.Response, done: int) -> None:
        """Look at the answer's head: is this the file, and from which byte on does it come?"""
        status, sidecar = response.status_code, self._part.sidecar
        etag = response.headers.get("ETag", "")
        if status == 206 and done:
            found = _RANGE.fullmatch(response.headers.get("Content-Range", ""))
            fits = found is not None and (int(found[1]), int(found[3])) == (done, sidecar.size_bytes)
            same = not etag or not sidecar.etag or etag == sidecar.etag
            if fits and same:
                self._part.is_resumed = True
                return
            # Not the rest of what we have: begin anew, with a request that asks for no range.
            self._part.restart()
            raise _TryAgain(not_given(sidecar.file, status), 0.0)
        if status == 416 and done and not self._range_was_refused:
            self._range_was_refused = True
            self._part.restart()
            raise _TryAgain(not_given(sidecar.file, status), 0.0)
        if status != 200:
            raise self._refusal(response)
        if response.headers.get("Content-Type", "").startswith("text/html"):
            raise DownloadFailed(
                tr("A web page came instead of {file}.", file=sidecar.file),
                tr("Perhaps this network wants you to log in first: open any page in a browser, then go on."),
            )
        length = response.headers.get("Content-Length", "")
        if length.isdigit() and int(length) != sidecar.size_bytes:
            self._part.restart()
            raise DownloadFailed(
                tr(
                    "The Hub gives another file than it promised: {found} bytes instead of {promised} for {file}.",
                    found=number(int(length)),
                    promised=number(sidecar.size_bytes),
                    file=sidecar.file,
                ),
                tr("Nothing was kept. Search for the model again."),
            )
        if done:
            self._part.restart()  # it changed since, or the server does not give parts
        self._part.keep_etag(etag)

    def _refusal(self, response: httpx2.Response) -> Exception:
        status, sidecar = response.status_code, self._part.sidecar
        has_token = self._token is not None
        if status == 404:
            return file_gone(sidecar.file, sidecar.repository)
        if status == 403 or response.headers.get("X-Error-Code") == "GatedRepo":
            return access_refused(sidecar.repository, self._endpoint, has_token=has_token)
        error = refused(status, sidecar.repository, self._endpoint, has_token=has_token)
        if status in (408, 429) or status >= 500:
            wait_s = _retry_after_s(response.headers.get("Retry-After", ""))
            if wait_s is not None and wait_s > self._patience.longest_obeyed_s:
                return DownloadFailed(
                    tr("The Hub asks us to wait {minutes} minutes.", minutes=number(wait_s / 60)),
                    tr("What came is kept. Go on after that."),
                )
            return _TryAgain(error, wait_s)
        return error

    def _wait(self, trouble: _TryAgain, failures: int) -> None:
        if failures >= self._patience.tries:
            raise trouble.error
        wait_s = self._patience.wait_s(failures) if trouble.wait_s is None else trouble.wait_s
        if wait_s > 0:
            self._on_retry(trouble.error, wait_s)
        if self._stopped.wait(wait_s):
            raise Stopped
        require_hub()


def _is_strong(etag: str) -> bool:
    """Whether an ETag stands for these very bytes, so that a server may be asked to go on with them."""
    return etag.startswith('"') and etag.isascii() and etag.isprintable()


def _retry_after_s(text: str) -> float | None:
    """The seconds that a ``Retry-After`` asks for, be it a number or a date; None if it says nothing sensible."""
    if text.isascii() and text.isdigit():
        return float(text)
    moment = email.utils.parsedate_tz(text)
    try:
        return None if moment is None else max(0.0, email.utils.mktime_tz(moment) - time.time())
    except (ValueError, OverflowError):  # a day that no calendar has
        return None
