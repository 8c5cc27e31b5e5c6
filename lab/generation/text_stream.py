"""From the bytes of tokens to text that can be shown: whole characters only, and nothing of a stop text."""

from __future__ import annotations

import codecs
from collections.abc import Sequence


class TextStream:
    """Turns token pieces into text.

    A character whose bytes are spread over several tokens is held back until it is whole; bytes that can't become a
    character turn into U+FFFD at once. Text that may be the beginning of a stop text is held back until it is clear.

    Attributes:
        stopped: True once a stop text has been found; what follows it is dropped.
    """

    def __init__(self, stop_texts: Sequence[str] = ()) -> None:
        self.stopped = False
        self._decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self._stop_texts = tuple(text for text in stop_texts if text)
        self._held = ""

    def feed(self, piece: bytes) -> str:
        """Take the next piece and give the text that is now certain; may be empty."""
        return self._release(self._decoder.decode(piece))

    def finish(self) -> str:
        """Give what was still held back; an unfinished character becomes U+FFFD."""
        certain = self._release(self._decoder.decode(b"", final=True))
        if self.stopped:
            return certain
        held, self._held = self._held, ""
        return certain + held

    def _release(self, text: str) -> str:
        if self.stopped:
            return ""
        if not self._stop_texts:
            return text
        self._held += text
        found = [at for at in (self._held.find(stop) for stop in self._stop_texts) if at >= 0]
        if found:
            self.stopped = True
            certain, self._held = self._held[: min(found)], ""
            return certain
        keep = max(self._overlap(stop) for stop in self._stop_texts)
        cut = len(self._held) - keep
        certain, self._held = self._held[:cut], self._held[cut:]
        return certain

    def _overlap(self, stop: str) -> int:
        """Length of the longest end of the held text that is a beginning of ``stop``."""
        for length in range(min(len(stop) - 1, len(self._held)), 0, -1):
            if stop.startswith(self._held[-length:]):
                return length
        return 0
