"""A Hub on this machine that speaks as the real one does where the real client listens."""

from __future__ import annotations

import contextlib
import hashlib
import os
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from http.server import ThreadingHTTPServer
from typing import Any

from tests.hub.faults import Fault

COMMIT = "0123456789abcdef" * 2 + "01234567"
MOST_WAIT_S = 30


@dataclass(slots=True, kw_only=True)
class StoredRepository:
    """A repository of the stand-in."""

    files: dict[str, bytes] = field(default_factory=dict)
    commit: str = COMMIT
    gated: str | bool = False
    licence: str = "apache-2.0"
    downloads: int = 0
    likes: int = 0
    made_from: str = ""
    card: str = ""


@dataclass(frozen=True, slots=True)
class Request:
    """What a client asked for."""

    method: str
    path: str
    headers: dict[str, str]


class HubStandIn:
    """What the stand-in holds and how it behaves; a test may change all of it at any time.

    Attributes:
        endpoint: Its address.
        repositories: By owner and name.
        token: Who shows it may have gated repositories; anybody else may not.
        etags: By ``repository/file``; made from the bytes if none is set.
        asked: Everything that was asked for, in order.
        answering: How every description and every search goes wrong; None if all is well.
        go_on: Lets an answer go on that a fault has halted.
        halted: Set while one is.
        sent_bytes: Of files, in all.
    """

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self.repositories: dict[str, StoredRepository] = {}
        self.token = ""
        self.etags: dict[str, str] = {}
        self.asked: list[Request] = []
        self.answering: Fault | None = None
        self.go_on = threading.Event()
        self.halted = threading.Event()
        self.closing = threading.Event()
        self.sent_bytes = 0
        self._faults: list[Fault] = []
        self._lock = threading.Lock()

    def put(self, repository: str, file: str, data: bytes, **facts: Any) -> None:
        """Store a file; facts are those of ``StoredRepository``."""
        stored = self.repositories.setdefault(repository, StoredRepository())
        stored.files[file] = data
        for name, value in facts.items():
            setattr(stored, name, value)

    def fail(self, *faults: Fault) -> None:
        """Let the next downloads fail, one after the other; after that all is well."""
        with self._lock:
            self._faults = list(faults)

    def next_fault(self) -> Fault | None:
        """The fault for the download that begins now."""
        with self._lock:
            if not self._faults:
                return None
            fault = self._faults[0]
            if fault.times == 1:
                self._faults.pop(0)
            elif fault.times > 1:
                self._faults[0] = replace(fault, times=fault.times - 1)
            return fault

    def etag(self, repository: str, file: str) -> str:
        """How this version of a file is called."""
        data = self.repositories[repository].files[file]
        return self.etags.get(f"{repository}/{file}", f'"{hashlib.sha256(data).hexdigest()}"')

    def downloads_asked(self) -> list[Request]:
        """Only what asked for a file's bytes."""
        return [one for one in self.asked if one.method == "GET" and "/resolve/" in one.path]


@contextmanager
def hub_stand_in() -> Iterator[HubStandIn]:
    """Run a stand-in for the length of a block; the offline switch of the environment is off while it runs."""
    from tests.hub.handler import Handler

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    # So that closing waits for the threads that still answer.
    server.daemon_threads = False
    state = HubStandIn(f"http://127.0.0.1:{server.server_port}")
    server.state = state  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        with online():
            yield state
    finally:
        state.closing.set()
        state.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


@contextmanager
def online() -> Iterator[None]:
    """Let the Hub be asked, though tests are offline otherwise."""
    before = {name: os.environ.pop(name, None) for name in ("COUNTERPOINT_OFFLINE", "HF_HUB_OFFLINE", "HF_TOKEN")}
    try:
        yield
    finally:
        for name, value in before.items():
            with contextlib.suppress(KeyError):
                del os.environ[name]
            if value is not None:
                os.environ[name] = value
