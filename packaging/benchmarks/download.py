"""Figure 12: a download of 500 MB with its checksum, beside ``curl`` and ``sha256sum``, and what memory it takes."""

from __future__ import annotations

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import psutil

from benchmarks.figures import Figure, Goal, Say, paired_runs, ratios
from benchmarks.workers import WorkerFailed

SIZE_BYTES = 500_000_000
GOAL_SPEED = Goal(limit=0.8, at_least=True)
GOAL_MEMORY = Goal(limit=50, at_least=False)
_BLOCK_BYTES = 1 << 20
_PACKAGING = Path(__file__).resolve().parents[1]
_LIMIT_S = 300
_COMMIT = "0" * 40


def measure(repeats: int, say: Say, size_bytes: int = SIZE_BYTES) -> list[Figure]:
    """Download the same file again and again from a server on this machine, in turn with curl.

    Both sides begin with a new process and no file, and end with a file whose sha256 is known. Ours is also on the
    disk by then, for a file that a power cut can empty must not be called verified; curl's is in the system's memory.

    Args:
        repeats: How many pairs of runs.
        say: Told what is going on.
        size_bytes: Of the file.

    Raises:
        WorkerFailed: A side did not come to its end, or curl or sha256sum is missing.
    """
    for program in ("curl", "sha256sum"):
        if shutil.which(program) is None:
            raise WorkerFailed(f"Without {program} there is nothing to compare a download with.")
    say(f"Downloading {size_bytes / 1e6:,.0f} MB with their checksum, MB/s")
    memory_mb: list[float] = []
    with tempfile.TemporaryDirectory(prefix="counterpoint-bench-") as name:
        folder = Path(name)
        sha256 = _make(folder / "source.gguf", size_bytes)
        with _server(folder / "source.gguf") as url:
            speeds = paired_runs(
                repeats,
                {
                    "ours": partial(_ours, folder, url, size_bytes, sha256, memory_mb),
                    "curl and sha256sum": partial(_theirs, folder, url, size_bytes, sha256),
                },
                say,
            )
    counted = tuple(memory_mb[-repeats:])
    say(f"  memory: {max(counted):.0f} MB more at most")
    ours, theirs = speeds["ours"], speeds["curl and sha256sum"]
    return [
        Figure(
            number=12,
            what="download with checksum, as fast as curl and sha256sum",
            values=ratios(ours, theirs),
            goal=GOAL_SPEED,
            parts={"ours_mb_per_s": ours, "curl_and_sha256sum_mb_per_s": theirs},
        ),
        Figure(
            number=12,
            what="download, memory more than before",
            values=counted,
            goal=GOAL_MEMORY,
            unit="MB",
            statistic="p95",
        ),
    ]


def _make(path: Path, size_bytes: int) -> str:
    digest = hashlib.sha256()
    block = random.Random(12).randbytes(_BLOCK_BYTES)  # noqa: S311 - nothing secret
    with path.open("wb") as file:
        left = size_bytes
        while left:
            piece = block[:left]
            file.write(piece)
            digest.update(piece)
            left -= len(piece)
    return digest.hexdigest()


def _ours(folder: Path, url: str, size_bytes: int, sha256: str, memory_mb: list[float]) -> float:
    """One run of our own in a process of its own; MB/s as it measured them itself."""
    wanted = {"url": url, "size_bytes": size_bytes, "sha256": sha256, "models": str(folder / "models")}
    try:
        done = subprocess.run(
            _command("fetch", json.dumps(wanted)),
            cwd=_PACKAGING, env=_environment(), capture_output=True, text=True, timeout=_LIMIT_S, check=False,
        )  # fmt: skip
    finally:
        shutil.rmtree(folder / "models", ignore_errors=True)
    if done.returncode:
        raise WorkerFailed(f"The download failed:\n{done.stderr[-2000:]}")
    told = json.loads(done.stdout)
    memory_mb.append(told["memory_mb"])
    return size_bytes / 1e6 / float(told["seconds"])


def _theirs(folder: Path, url: str, size_bytes: int, sha256: str) -> float:
    target = folder / "curl.gguf"
    began = time.perf_counter()
    subprocess.run(["curl", "-sS", "--fail", "-o", target, url], check=True, timeout=_LIMIT_S)
    done = subprocess.run(["sha256sum", target], check=True, capture_output=True, text=True, timeout=_LIMIT_S)
    seconds = time.perf_counter() - began
    target.unlink()
    if not done.stdout.startswith(sha256):
        raise WorkerFailed("curl brought something else.")
    return size_bytes / 1e6 / seconds


def _command(*words: str) -> list[str]:
    return [sys.executable, "-m", "benchmarks.download", *words]


def _environment() -> dict[str, str]:
    offline = ("COUNTERPOINT_OFFLINE", "HF_HUB_OFFLINE")
    return {name: value for name, value in os.environ.items() if name not in offline}


@contextmanager
def _server(file: Path) -> Iterator[str]:
    """A server in a process of its own, so that it takes nothing from either side."""
    process = subprocess.Popen(
        _command("serve", str(file)), cwd=_PACKAGING, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL, text=True
    )
    try:
        assert process.stdout is not None
        port = process.stdout.readline().strip()
        if not port:
            raise WorkerFailed("The server for the downloads did not start.")
        yield f"http://127.0.0.1:{port}/source.gguf"
    finally:
        process.terminate()
        process.communicate()


class _Giver(BaseHTTPRequestHandler):
    """Gives one file, whatever is asked for, by the quickest way that the system knows."""

    def do_GET(self) -> None:
        path: Path = self.server.file  # type: ignore[attr-defined]
        self.send_response(200)
        self.send_header("Content-Length", str(path.stat().st_size))
        self.send_header("ETag", '"bench"')
        self.end_headers()
        self.wfile.flush()
        with path.open("rb") as file:
            self.connection.sendfile(file)

    def log_message(self, *_: object) -> None:
        """It says nothing."""


def _serve(file: Path) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Giver)
    server.file = file  # type: ignore[attr-defined]
    print(server.server_port, flush=True)
    server.serve_forever()


def _fetch(wanted: dict[str, Any]) -> None:
    """Download as the queue does, and print how long it took and how much memory it took more than before."""
    from lab.models.download_order import DownloadOrder, sidecars_of, target_of
    from lab.models.download_part import Part
    from lab.models.download_transfer import Patience, Transfer
    from lab.models.hub_values import HubFile

    source = HubFile(
        repository="bench/file",
        file="file.gguf",
        commit=_COMMIT,
        size_bytes=wanted["size_bytes"],
        sha256=wanted["sha256"],
        url=wanted["url"],
    )
    process = psutil.Process()
    before = process.memory_info().rss
    highest = before
    pieces = 0

    def look() -> None:
        nonlocal highest, pieces
        pieces += 1
        if pieces % 100 == 0:
            highest = max(highest, process.memory_info().rss)

    began = time.perf_counter()
    target = target_of(Path(wanted["models"]), source)
    part = Part(target, sidecars_of("0" * 32, DownloadOrder(files=(source,)))[0])
    try:
        part.open(lambda _done: None)
        Transfer(
            part,
            endpoint=wanted["url"],
            token=None,
            on_bytes=look,
            on_retry=lambda error, _wait_s: print(error.message, file=sys.stderr),
            patience=Patience(),
        ).run()
    finally:
        part.close()
    seconds = time.perf_counter() - began
    highest = max(highest, process.memory_info().rss)
    print(json.dumps({"seconds": seconds, "memory_mb": (highest - before) / 1e6}))


if __name__ == "__main__":
    if sys.argv[1] == "serve":
        _serve(Path(sys.argv[2]))
    else:
        _fetch(json.loads(sys.argv[2]))
