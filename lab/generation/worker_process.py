"""The app's end of a worker: starts the process, sends messages down, hands every event to one callback.

``subprocess`` and not ``multiprocessing``: the child needs nothing from its parent, so it need not import the parent's
main module again; its standard error can be a file from the first byte on, which is where the last words of a crash
are; and it gets a session of its own, so that Ctrl+C in a terminal reaches only the app.
"""

from __future__ import annotations

import contextlib
import itertools
import os
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, cast

import msgspec

from lab import WORKER_ARGUMENT
from lab.generation.protocol import (
    Cancel,
    Down,
    Event,
    Generate,
    Heartbeat,
    Hold,
    Load,
    SetThreads,
    WorkerLost,
    pack,
    read_up,
)
from lab.language import tr
from lab.own_program import own_command
from lab.records import Framing, SamplerSettings, Turn

SILENCE_LIMIT_S = 20.0
"""A worker beats once a second; one that is silent this long has stopped for good and is ended."""
GRACE_S = 0.5
"""How long a worker that was told to end may take, before it is ended by force."""
_TAIL_BYTES = 6000
# The same on Windows as a new session elsewhere; and no black window behind the app.
_NEW_GROUP = getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0) | getattr(subprocess, "CREATE_NO_WINDOW", 0)
_SPIN_COUNT = "10000"
"""How long llama.cpp's threads wait for each other actively (libgomp). Its default is for ever, as it were: with one
other busy program on 2 cores, SmolLM2 135M fell from 73 to 3.5 tokens/s, with this to 22; alone both are as fast."""


class WorkerProcess:
    """One running worker.

    Args:
        on_event: Called with every event but heartbeats, on the worker's reader thread; must be quick. The last event
            is ``WorkerLost``, unless the worker was closed on purpose.
        silence_limit_s: After this long without a sign of life the process is killed.
    """

    def __init__(self, on_event: Callable[[Event], None], *, silence_limit_s: float = SILENCE_LIMIT_S) -> None:
        self._on_event = on_event
        self._silence_limit_s = silence_limit_s
        self._request_ids = itertools.count(1)
        self._closing = threading.Event()
        self._sending = threading.Lock()
        self._fell_silent = False
        # Opened for appending, so that reading here does not move the place where the worker writes.
        self._log = cast(BinaryIO, tempfile.TemporaryFile("a+b", prefix="counterpoint-worker-"))  # noqa: SIM115
        self._process = subprocess.Popen(  # noqa: S603  (our own program)
            own_command(WORKER_ARGUMENT),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env=_environment(),
            start_new_session=True,
            creationflags=_NEW_GROUP,
        )
        self._heard = time.monotonic()
        self._reader = threading.Thread(target=self._read_events, name=f"worker {self.pid} events", daemon=True)
        self._watchdog = threading.Thread(target=self._watch, name=f"worker {self.pid} watchdog", daemon=True)
        self._reader.start()
        self._watchdog.start()

    @property
    def pid(self) -> int:
        """The process id."""
        return self._process.pid

    def load(
        self,
        path: Path,
        *,
        context_tokens: int,
        threads: int,
        gpu_layers: int = 0,
        repack_weights: bool = True,
        rows: int = 0,
    ) -> int:
        """Ask to load a model file; gives the request's id."""
        return self._request(
            lambda request_id: Load(
                request_id=request_id,
                path=str(path),
                context_tokens=context_tokens,
                threads=threads,
                gpu_layers=gpu_layers,
                repack_weights=repack_weights,
                rows=rows,
            )
        )

    def generate(
        self,
        *,
        framing: Framing,
        prompt: str,
        sampler: SamplerSettings,
        threads: int,
        system_prompt: str = "",
        turns: tuple[Turn, ...] = (),
        rivals: int = 0,
    ) -> int:
        """Ask for an answer; gives the request's id."""
        return self._request(
            lambda request_id: Generate(
                request_id=request_id,
                framing=framing,
                system_prompt=system_prompt,
                turns=turns,
                prompt=prompt,
                sampler=sampler,
                threads=threads,
                rivals=rivals,
            )
        )

    def set_threads(self, threads: int) -> None:
        """Use this many threads from the next token on."""
        self._send(SetThreads(threads=threads))

    def hold(self, held: bool) -> None:
        """Halt a batch, or let it go on."""
        self._send(Hold(held=held))

    def cancel(self, request_id: int) -> None:
        """Give up a request."""
        self._send(Cancel(request_id=request_id))

    def log_tail(self) -> str:
        """The last lines that the process wrote, llama.cpp's among them."""
        size = self._log.seek(0, os.SEEK_END)
        self._log.seek(max(0, size - _TAIL_BYTES))
        return self._log.read(_TAIL_BYTES).decode("utf-8", errors="replace").strip()

    def close(self) -> None:
        """End the process: by closing its pipe, then by force. Safe to call twice, and on a dead worker."""
        close_together([self])

    def _tell_to_end(self) -> None:
        self._closing.set()
        with contextlib.suppress(OSError):
            self._stdin.close()

    def _end_by_force_at(self, deadline: float) -> None:
        """Give the process until then, by ``time.monotonic``."""
        try:
            self._process.wait(max(0.0, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            self._process.kill()

    def _clean_up(self) -> None:
        self._process.wait()
        if threading.current_thread() is not self._reader:
            self._reader.join()
        if threading.current_thread() is not self._watchdog:
            self._watchdog.join()
        self._stdout.close()
        self._log.close()

    def kill(self) -> None:
        """End the process at once; ``WorkerLost`` follows."""
        self._process.kill()

    @property
    def _stdin(self) -> BinaryIO:
        assert self._process.stdin is not None
        return cast(BinaryIO, self._process.stdin)

    @property
    def _stdout(self) -> BinaryIO:
        assert self._process.stdout is not None
        return cast(BinaryIO, self._process.stdout)

    def _request(self, make: Callable[[int], Load | Generate]) -> int:
        request_id = next(self._request_ids)
        self._send(make(request_id))
        return request_id

    def _send(self, message: Down) -> None:
        data = pack(message)
        # A dead worker is reported by the reader, once, as WorkerLost; here it is no news.
        with self._sending, contextlib.suppress(OSError, ValueError):
            self._stdin.write(data)
            self._stdin.flush()

    def _read_events(self) -> None:
        complaint = ""
        try:
            while (event := read_up(self._stdout)) is not None:
                self._heard = time.monotonic()
                if not isinstance(event, Heartbeat) and not self._closing.is_set():
                    self._on_event(event)
        except (msgspec.MsgspecError, OSError, ValueError) as error:
            complaint = tr("it sent something that is no message ({error})", error=error)
            self._process.kill()
        exit_code = self._process.wait()
        if not self._closing.is_set():
            if self._fell_silent:
                complaint = tr("it gave no sign of life for {seconds} seconds", seconds=f"{self._silence_limit_s:g}")
            why = complaint or describe_exit(exit_code)
            message = tr("The model's process stopped: {why}.", why=why)
            self._on_event(WorkerLost(exit_code=exit_code, message=message, detail=self.log_tail()))

    def _watch(self) -> None:
        while not self._closing.wait(min(1.0, self._silence_limit_s / 4)):
            if self._process.poll() is not None:
                return
            if time.monotonic() - self._heard > self._silence_limit_s:
                self._fell_silent = True
                self._process.kill()
                return


def close_together(workers: Sequence[WorkerProcess]) -> None:
    """End several workers in the time that one takes; one that was closed already costs nothing."""
    for worker in workers:
        worker._tell_to_end()
    deadline = time.monotonic() + GRACE_S
    for worker in workers:
        worker._end_by_force_at(deadline)
    for worker in workers:
        worker._clean_up()


def describe_exit(exit_code: int) -> str:
    """Say in words how a process ended."""
    reasons = {
        -4: tr("this computer's processor lacks an instruction it was built for (SIGILL)"),
        -6: tr("llama.cpp gave up on the model (SIGABRT)"),
        -7: tr("the model file changed or could not be read while in use (SIGBUS)"),
        -9: tr("it was killed, perhaps because memory ran out (SIGKILL)"),
        -11: tr("llama.cpp crashed (SIGSEGV)"),
        -15: tr("it was told to end (SIGTERM)"),
    }
    return reasons.get(exit_code, tr("it ended with exit code {code}", code=exit_code))


def _environment() -> dict[str, str]:
    # The worker must find this very package, wherever the app was started from.
    package_root = str(Path(__file__).resolve().parents[2])
    search_path = os.pathsep.join(filter(None, [package_root, os.environ.get("PYTHONPATH", "")]))
    return {"GOMP_SPINCOUNT": _SPIN_COUNT, **os.environ, "PYTHONPATH": search_path, "PYTHONUNBUFFERED": "1"}
