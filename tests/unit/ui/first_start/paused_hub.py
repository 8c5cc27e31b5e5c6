"""A Hub stand-in that gives half of a file and then waits, so that a test can do something in the middle."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import HTTPServer

from tests.hub.stand_in import online
from tests.unit.models.hub_stand_in import HubStandIn, _Handler


class PausedHub(HubStandIn):
    """A stand-in that stops in the middle of every file.

    Attributes:
        half_given: Set when half of a file is on its way.
        go_on: Lets it give the rest.
    """

    def __init__(self, endpoint: str) -> None:
        super().__init__(endpoint)
        self.half_given = threading.Event()
        self.go_on = threading.Event()


@contextmanager
def paused_hub() -> Iterator[PausedHub]:
    """Run one for the length of a block."""
    server = HTTPServer(("127.0.0.1", 0), _PausingHandler)
    state = PausedHub(f"http://127.0.0.1:{server.server_port}")
    server.state = state  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        with online():
            yield state
    finally:
        state.go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


class _PausingHandler(_Handler):
    def _give(self, state: HubStandIn, key: str) -> None:
        assert isinstance(state, PausedHub)
        data = state.files[key]
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # a client that was cancelled hangs up
            self.wfile.write(data[: len(data) // 2])
            self.wfile.flush()
            state.half_given.set()
            state.go_on.wait(20)
            self.wfile.write(data[len(data) // 2 :])
