"""A tiny Hub on this machine: describes files and gives them, or misbehaves as it is told. See also tests/hub."""

from __future__ import annotations

import contextlib
import hashlib
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer

from tests.hub.stand_in import online

COMMIT = "c0ffee" * 6 + "beef"


class HubStandIn:
    """What the stand-in holds and how it behaves.

    Attributes:
        files: Bytes by ``repository/file``.
        sent: What is sent in place of a file, by the same key.
        asked: Every path that was asked for.
        status: The answer to downloads; 200 is a good one.
        cut_after: If set, the line is cut after so many bytes.
    """

    def __init__(self, endpoint: str) -> None:
        self.endpoint = endpoint
        self.files: dict[str, bytes] = {}
        self.sent: dict[str, bytes] = {}
        self.asked: list[str] = []
        self.status = 200
        self.cut_after: int | None = None


@contextmanager
def hub_stand_in() -> Iterator[HubStandIn]:
    """Run a stand-in for the length of a block; the offline switch of the environment is off while it runs."""
    server = HTTPServer(("127.0.0.1", 0), _Handler)
    server.state = HubStandIn(f"http://127.0.0.1:{server.server_port}")  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        with online():
            yield server.state  # type: ignore[attr-defined]
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


class _Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        state: HubStandIn = self.server.state  # type: ignore[attr-defined]
        path = self.path.partition("?")[0].strip("/")
        state.asked.append(path)
        if path.startswith("api/models/"):
            self._describe(state, path.removeprefix("api/models/"))
        elif f"/resolve/{COMMIT}/" in path:
            self._give(state, path.replace(f"/resolve/{COMMIT}/", "/"))
        else:
            self.send_error(404)

    def _describe(self, state: HubStandIn, repository: str) -> None:
        own = {key.rpartition("/")[2]: data for key, data in state.files.items() if key.startswith(repository + "/")}
        if not own:
            self.send_response(404)
            self.send_header("X-Error-Code", "RepoNotFound")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        siblings = [
            {
                "rfilename": name,
                "size": len(data),
                "lfs": {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 130},
            }
            for name, data in own.items()
        ]
        body = json.dumps({"id": repository, "sha": COMMIT, "siblings": siblings}).encode()
        self.send_response(200)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _give(self, state: HubStandIn, key: str) -> None:
        data = state.sent.get(key, state.files.get(key))
        if data is None or state.status != 200:
            self.send_error(404 if data is None else state.status)
            return
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # a client that was sent too much hangs up
            self.wfile.write(data[: state.cut_after])

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""
