"""Which runs a rater who votes blind wanted to see before the last vote; in one small file beside the history."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import msgspec

from lab.file_lock import locked
from lab.whole_file import write_whole

_PATIENCE_S = 0.3
"""A window waits for it, so not long."""


class OpenedFile:
    """Remembers for which raters the names of a run are not hidden any more, though there are pairs left.

    Where the file can't be written, it holds while the program runs. Then, and where the file is damaged, names are
    hidden again, which does no harm.

    Args:
        path: The file; it need not exist.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._changed: dict[tuple[str, str], bool] = {}
        self._document = self._read()

    def is_open(self, run_id: str, rater: str) -> bool:
        """True if this rater has wanted to see who is who in this run."""
        if (run_id, rater) in self._changed:
            return self._changed[run_id, rater]
        return rater in _names(self._document, run_id)

    def set_open(self, run_id: str, rater: str, opened: bool) -> None:
        """Remember that a rater wants to see who is who, or wants it hidden again."""
        if self.is_open(run_id, rater) == opened:
            return
        self._changed[run_id, rater] = opened
        # A disk that can't take it is told of where more is lost than this.
        with contextlib.suppress(OSError), locked(self._path, patience_s=_PATIENCE_S):
            document = self._read()
            for (run, who), value in self._changed.items():
                others = [name for name in _names(document, run) if name != who]
                document[run] = [*others, who] if value else others
            write_whole(self._path, msgspec.json.encode({run: names for run, names in document.items() if names}))
            self._document, self._changed = document, {}

    def _read(self) -> dict[str, Any]:
        try:
            return msgspec.json.decode(self._path.read_bytes(), type=dict[str, Any])
        except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
            return {}


def _names(document: dict[str, Any], run_id: str) -> list[str]:
    names = document.get(run_id)
    return [name for name in names if isinstance(name, str)] if isinstance(names, list) else []
