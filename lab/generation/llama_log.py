"""What llama.cpp says while it works: kept in short, and passed on to the worker's log file."""

from __future__ import annotations

import sys
from collections import deque

import llama_cpp as llama

_INFO, _WARN, _ERROR, _CONTINUED = 2, 3, 4, 5
_KEPT_LINES = 60
_MAX_WRITTEN_BYTES = 512 * 1024


class LlamaLog:
    """Catches llama.cpp's log lines for the whole process; make one, before the first model is loaded.

    The lines also go to standard error, which in a worker is its log file: if the process dies they are still there.
    """

    def __init__(self) -> None:
        self._lines: deque[str] = deque(maxlen=_KEPT_LINES)
        self._errors: deque[str] = deque(maxlen=_KEPT_LINES)
        self._level = _INFO
        self._written = 0
        self._callback = llama.llama_log_callback(self._take)  # kept alive as long as llama.cpp may call it
        llama.llama_log_set(self._callback, None)

    def tail(self) -> str:
        """The last lines."""
        return "\n".join(self._lines)

    def last_error(self) -> str:
        """The most telling error line, without the name of the function that wrote it; empty if there was none."""
        if not self._errors:
            return ""
        # The first error is the cause; later ones only say that loading failed because of it.
        _, colon, rest = self._errors[0].partition(": ")
        return (rest if colon else self._errors[0]).strip().removeprefix("error loading model: ").rstrip(".")

    def _take(self, level: int, text: bytes, _data: object) -> None:
        if level == _CONTINUED:
            level = self._level
        self._level = level
        if level < _INFO:
            return
        line = text.decode("utf-8", errors="replace").rstrip("\n")
        if not line:
            return
        self._lines.append(line)
        if level == _ERROR:
            self._errors.append(line)
        if self._written < _MAX_WRITTEN_BYTES:
            self._written += len(line)
            print(line, file=sys.stderr, flush=True)
