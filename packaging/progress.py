"""One step of the set-up at a time: what it does, a sign of life, how long it took, and its output kept in a log."""

from __future__ import annotations

import collections
import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

_LINES_SHOWN = 30
_QUIET_SECONDS = 30.0
_NINJA_STEP = re.compile(r"^\s*\[(\d+)/(\d+)\]")
_LEADS_ASTRAY = frozenset({"PYTHONHOME", "PYTHONPATH", "PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT"})
_PIP_NOTES = (
    (re.compile(r"^\s*Collecting ([A-Za-z0-9_.-]+)"), "{}"),
    (re.compile(r"^\s*Downloading (?!\S+\.metadata )([A-Za-z0-9_.]+)\S* \(([\d.]+ [kMG]B)\)"), "downloading {}, {}"),
    (re.compile(r"^\s*(?:\S+ )?Installing build dependencies"), "getting the build tools"),
    (re.compile(r"^\s*\*+ Configuring CMake"), "looking at the compiler"),
    (re.compile(r"^\s*Installing collected packages"), "putting the files in place"),
)


class StepFailed(Exception):
    """A step ended with an error.

    Attributes:
        title: What the step was doing.
        last_lines: The end of its output.
    """

    def __init__(self, title: str, last_lines: Sequence[str]) -> None:
        super().__init__(title)
        self.title = title
        self.last_lines = tuple(last_lines)


def note_from_line(line: str) -> str | None:
    """What a line of pip's or ninja's output says about how far it is, in a few words, or None."""
    if step := _NINJA_STEP.match(line):
        return f"file {step[1]} of {step[2]}"
    for pattern, words in _PIP_NOTES:
        if found := pattern.match(line):
            return words.format(*found.groups())
    return None


def duration(seconds: float) -> str:
    """A time as people say it: ``0.4 s``, ``42 s``, ``3 min 5 s``."""
    if seconds < 10:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest} s" if minutes else f"{rest} s"


def surroundings(environ: Mapping[str, str], scratch: str) -> dict[str, str]:
    """The environment of a step: ours, without what would make pip or Python look or install elsewhere.

    Args:
        environ: Our environment.
        scratch: The folder for temporary files.
    """
    kept = {name: value for name, value in environ.items() if name not in _LEADS_ASTRAY}
    return kept | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), scratch)


class Steps:
    """Runs commands one after the other and tells the user about each.

    On a terminal one line is drawn over and over. Elsewhere (CI, a pipe) a line is written at the start, at the end,
    and every half minute, so that nobody takes a long compile for a hang.
    """

    def __init__(self, log: Path, scratch: Path, keep_open: Sequence[int] = ()) -> None:
        """Start a log.

        Args:
            log: Where the whole output of every step goes; made anew.
            scratch: Where the commands put their temporary files; a stopped compile leaves 400 MB of them.
            keep_open: File descriptors that the commands inherit (the lock: a child that outlives us holds it).
        """
        self.log = log
        self._scratch = str(scratch)
        self._keep_open = tuple(keep_open) if os.name == "posix" else ()
        self._live = sys.stdout.isatty()
        log.write_text("", encoding="utf-8")

    def run(self, title: str, command: Sequence[str | Path], env: Mapping[str, str] | None = None) -> None:
        """Run a command to its end.

        Args:
            title: What it does, as the user reads it.
            command: The program and its arguments.
            env: What its environment has besides ours.

        Raises:
            StepFailed: The command ended with an error or could not be started.
            KeyboardInterrupt: The user stopped it; nothing that it started is left running.
        """
        began = time.monotonic()
        lines: collections.deque[str] = collections.deque(maxlen=_LINES_SHOWN)
        notes: collections.deque[str] = collections.deque(maxlen=1)
        self._begin(title)
        with self.log.open("a", encoding="utf-8") as log:
            log.write(f"== {title}\n$ {' '.join(map(str, command))}\n")
            log.flush()
            try:
                process = self._start(command, env)
            except OSError as error:
                raise StepFailed(title, [str(error)]) from error
            reader = threading.Thread(target=_read, args=(process, log.write, lines, notes))
            reader.start()
            try:
                self._watch(process, title, began, notes)
            except BaseException:
                _end_with_children(process)
                raise
            finally:
                reader.join()
        took = duration(time.monotonic() - began)
        if process.returncode:
            self._draw(f"- {title}: failed after {took}", final=True)
            raise StepFailed(title, lines)
        self._draw(f"- {title}: {took}", final=True)

    def _start(self, command: Sequence[str | Path], env: Mapping[str, str] | None) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [str(word) for word in command],
            env=surroundings(os.environ, self._scratch) | dict(env or {}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            pass_fds=self._keep_open,
            # A group of its own, so that Ctrl+C reaches us alone and we can end the compilers with their parents.
            start_new_session=os.name == "posix",
        )

    def _watch(self, process: subprocess.Popen[str], title: str, began: float, notes: Sequence[str]) -> None:
        next_sign = began + (0.0 if self._live else _QUIET_SECONDS)
        while process.poll() is None:
            now = time.monotonic()
            if now >= next_sign:
                note = f", {notes[-1]}" if notes else ""
                self._draw(f"- {title}: {duration(int(now - began))}{note}", final=not self._live)
                next_sign = now + (0.2 if self._live else _QUIET_SECONDS)
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=0.2)

    def _begin(self, title: str) -> None:
        if not self._live:
            print(f"- {title} ...", flush=True)

    def _draw(self, text: str, *, final: bool) -> None:
        if self._live:
            # A line that wraps can't be drawn over, so it is cut; the last one may be as long as it likes. Blanks wipe
            # out what was there, because not every Windows console knows the escape sequence for it.
            width = shutil.get_terminal_size().columns - 1
            print(f"\r{(text if final else text[:width]).ljust(width)}", end="\n" if final else "", flush=True)
        else:
            print(text, flush=True)


def _read(
    process: subprocess.Popen[str],
    write: Callable[[str], object],
    lines: collections.deque[str],
    notes: collections.deque[str],
) -> None:
    assert process.stdout is not None
    with process.stdout:
        for line in process.stdout:
            write(line)
            lines.append(line.rstrip())
            if note := note_from_line(line):
                notes.append(note)


def _end_with_children(process: subprocess.Popen[str]) -> None:
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)
        return
    for strength in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, strength)
        try:
            process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            continue
        # The group's leader is gone; what it started may not be.
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        return
