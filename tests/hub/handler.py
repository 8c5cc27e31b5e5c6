"""The stand-in's answers: descriptions, searches, and files with their faults."""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
from http.server import BaseHTTPRequestHandler
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

from tests.hub.faults import Fault
from tests.hub.stand_in import MOST_WAIT_S, HubStandIn, Request, StoredRepository

_BLOCK_BYTES = 65536
_MOST_EXTRA_BYTES = 1 << 30


class Handler(BaseHTTPRequestHandler):
    """One connection; it is closed after each answer, so that a stopping server waits for nobody."""

    @property
    def hub(self) -> HubStandIn:
        """The stand-in."""
        state: HubStandIn = self.server.state  # type: ignore[attr-defined]
        return state

    def do_GET(self) -> None:
        """Describe, search, or give a file."""
        with contextlib.suppress(OSError):  # a client that has had enough hangs up
            self._answer(with_body=True)

    def do_HEAD(self) -> None:
        """As a GET without its bytes."""
        with contextlib.suppress(OSError):
            self._answer(with_body=False)

    def _answer(self, *, with_body: bool) -> None:
        self.hub.asked.append(Request(self.command, self.path, dict(self.headers)))
        address = urlsplit(self.path)
        path, query = unquote(address.path).strip("/"), parse_qs(address.query)
        if path == "api/models":
            self._list(query)
        elif path.startswith("api/models/"):
            self._describe(path.removeprefix("api/models/"))
        elif found := re.fullmatch(r"([^/]+/[^/]+)/resolve/([^/]+)/(.+)", path):
            self._resolve(*found.groups(), with_body=with_body)
        else:
            self._refuse(404, "EntryNotFound")

    def _list(self, query: dict[str, list[str]]) -> None:
        words = query.get("search", [""])[0].lower().split()
        found = [
            (name, stored)
            for name, stored in self.hub.repositories.items()
            if all(word in name.lower() for word in words)
            and ("gguf" not in query.get("filter", []) or any(file.endswith(".gguf") for file in stored.files))
        ]
        key = query.get("sort", ["downloads"])[0]
        found.sort(key=lambda pair: getattr(pair[1], key), reverse=True)
        limit = int(query.get("limit", ["1000"])[0])
        self._send_json([self._facts(name, stored) for name, stored in found[:limit]])

    def _describe(self, rest: str) -> None:
        found = re.fullmatch(r"([^/]+/[^/]+?)(?:/revision/([^/]+)|/tree/([^/]+))?", rest)
        stored = self.hub.repositories.get(found[1]) if found else None
        if found is None or stored is None:
            self._refuse(404, "RepoNotFound")
        elif (found[2] or found[3]) not in (None, "main", stored.commit):
            self._refuse(404, "RevisionNotFound")
        elif found[3]:
            self._send_json([{"type": "file", "path": one["rfilename"], **one} for one in _siblings(stored)])
        else:
            self._send_json(self._facts(found[1], stored) | {"siblings": _siblings(stored)})

    def _facts(self, name: str, stored: StoredRepository) -> dict[str, Any]:
        card = {"license": stored.licence} | ({"base_model": stored.made_from} if stored.made_from else {})
        return {
            "id": name,
            "sha": stored.commit,
            "gated": stored.gated,
            "downloads": stored.downloads,
            "likes": stored.likes,
            "lastModified": "2025-03-01T12:00:00.000Z",
            "tags": ["gguf", f"license:{stored.licence}"],
            "cardData": card,
        }

    def _resolve(self, repository: str, revision: str, file: str, *, with_body: bool) -> None:
        stored = self.hub.repositories.get(repository)
        if stored is None:
            self._refuse(404, "RepoNotFound")
            return
        if revision not in ("main", stored.commit):
            self._refuse(404, "RevisionNotFound")
            return
        if file == "README.md" and stored.card:
            self._send(200, stored.card.encode(), {"Content-Type": "text/markdown"})
            return
        if file not in stored.files:
            self._refuse(404, "EntryNotFound")
            return
        if stored.gated and self.headers.get("Authorization") != f"Bearer {self.hub.token}":
            self._refuse(403 if self.headers.get("Authorization") else 401, "GatedRepo")
            return
        self._give(repository, file, stored, (self.hub.next_fault() if with_body else None) or Fault(), with_body)

    def _give(self, repository: str, file: str, stored: StoredRepository, fault: Fault, with_body: bool) -> None:
        data, etag = stored.files[file], self.hub.etag(repository, file)
        if fault.redirect_to:
            self._send(302, b"", {"Location": fault.redirect_to, "X-Linked-Etag": etag})
            return
        if fault.status:
            self._send(fault.status, b"", fault.headers)
            return
        if fault.mute:
            self.hub.halted.set()
            self.hub.closing.wait(MOST_WAIT_S)
            return
        if fault.web_page:
            self._send(200, b"<html>Log in, please</html>", {"Content-Type": "text/html; charset=utf-8"})
            return
        if fault.change_last_byte:
            data = data[:-1] + bytes([data[-1] ^ 1])
        first = self._first_byte(etag, fault)
        if first is not None and first >= len(data):
            self._send(416, b"", {"Content-Range": f"bytes */{len(data)}"})
            return
        headers = {
            "ETag": etag,
            "X-Linked-Etag": etag,
            "X-Linked-Size": str(len(data)),
            "X-Repo-Commit": stored.commit,
            "Accept-Ranges": "bytes",
        }
        if first is not None:
            headers["Content-Range"] = f"bytes {first}-{len(data) - 1}/{len(data)}"
        body = data[first or 0 :]
        self.send_response(206 if first is not None else 200)
        for name, value in headers.items():
            self.send_header(name, value)
        if not fault.endless:
            self.send_header("Content-Length", str(fault.wrong_length or len(body)))
        self.end_headers()
        if with_body:
            self._pour(body, fault)

    def _first_byte(self, etag: str, fault: Fault) -> int | None:
        """The byte that a client wants to go on from; None if it gets the whole file."""
        found = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range", ""))
        if found is None or fault.ignore_range or self.headers.get("If-Range", etag) != etag:
            return None
        return int(found[1])

    def _pour(self, body: bytes, fault: Fault) -> None:
        stop = next((one for one in (fault.cut_after, fault.silent_after, fault.halt_after) if one is not None), None)
        self._write(body[:stop], fault.pause_s)
        # After a cut nothing follows: the line is closed when this returns.
        if fault.silent_after is not None:
            self.hub.closing.wait(MOST_WAIT_S)
        elif fault.halt_after is not None:
            self.hub.halted.set()
            self.hub.go_on.wait(MOST_WAIT_S)
            self._write(body[fault.halt_after :])
        elif fault.endless:
            extra = 0
            while extra < _MOST_EXTRA_BYTES and not self.hub.closing.is_set():
                self._write(bytes(_BLOCK_BYTES), fault.pause_s)
                extra += _BLOCK_BYTES

    def _write(self, body: bytes, pause_s: float = 0.0) -> None:
        for start in range(0, len(body), _BLOCK_BYTES):
            block = body[start : start + _BLOCK_BYTES]
            self.wfile.write(block)
            self.hub.sent_bytes += len(block)
            if pause_s:
                self.hub.closing.wait(pause_s)
        self.wfile.flush()

    def _send_json(self, value: object) -> None:
        body, kind, fault = json.dumps(value).encode(), {"Content-Type": "application/json"}, self.hub.answering
        if fault is None:
            self._send(200, body, kind)
        elif fault.pages_without_end:
            self._send(200, b"[]", kind | {"Link": f'<{self.hub.endpoint}/api/models?cursor=more>; rel="next"'})
        else:
            self.send_response(302 if fault.redirect_to else 200)
            self.send_header(*(("Location", fault.redirect_to) if fault.redirect_to else ("Content-Type", "text/json")))
            self.end_headers()
            self._pour(body, fault)

    def _refuse(self, status: int, code: str) -> None:
        self._send(status, b"", {"X-Error-Code": code, "X-Error-Message": f"{code} of the stand-in"})

    def _send(self, status: int, body: bytes, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Tests print nothing."""


def _siblings(stored: StoredRepository) -> list[dict[str, Any]]:
    return [
        {
            "rfilename": name,
            "size": len(data),
            "lfs": {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data), "pointerSize": 130},
        }
        for name, data in stored.files.items()
    ]
