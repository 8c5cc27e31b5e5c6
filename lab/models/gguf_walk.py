"""Walks through a file that may be broken or hostile, forwards only, within fixed budgets.

The file is read, not mapped: a mapped file that shrinks meanwhile (a download that is replaced, a stick that is
pulled out) kills the whole program with SIGBUS, while a read just fails. Skipping stays cheap because a list of
numbers is jumped over and a list of texts is walked by its length prefixes inside one window of the file.
"""

from __future__ import annotations

import hashlib
import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO

from lab.errors import BadModelFile
from lab.language import number, tr
from lab.models.gguf_types import ARRAY, SCALAR_BYTES, SCALAR_FORMATS, STRING, VALUE_TYPE_NAMES

if TYPE_CHECKING:
    from hashlib import _Hash

MAX_HEADER_BYTES = 256 << 20
"""No header is longer. The largest known one, of a 262,144-token vocabulary with merges, has 16 MB."""

MAX_TEXT_BYTES = 1 << 20
"""No single text is longer; the longest chat templates have about 100 KB."""

MAX_KEPT_BYTES = 4 << 20
"""Everything that is kept, together, takes no more memory."""

MAX_LIST_ITEMS = 4_000_000
"""All lists of texts, together, have no more items."""

MAX_DEPTH = 4
"""Lists of lists go no deeper."""

KEPT_ITEMS = 512
"""A list this short is kept with its values, e.g. one number a layer; of a longer one only its length."""

_WINDOW_BYTES = 1 << 20
_OBJECT_BYTES = 32  # what Python needs for a value at the least
_LENGTH = struct.Struct("<Q")

_STEP_TEXTS = 256
_SHORT_TEXT_BYTES = 48
_SHORT_TEXTS = re.compile(
    b"(?s:(?:%s){%d})"
    % (
        b"|".join(re.escape(_LENGTH.pack(length)) + b".{%d}" % length for length in range(_SHORT_TEXT_BYTES + 1)),
        _STEP_TEXTS,
    )
)
"""So many short texts in a row, each behind its length. As an expression they are passed four times as fast as one by
one. Nothing in it can be read in two ways, so there is one way through or none."""

Scalar = int | float | bool | str


@dataclass(frozen=True, slots=True, kw_only=True)
class GgufList:
    """A list in the metadata."""

    item_type: str
    """E.g. ``float32`` or ``string``."""
    length: int
    values: tuple[Scalar, ...] = ()
    """The items of a short list; empty for a long or nested one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextMark:
    """A place inside a list of texts."""

    passed: int
    """How many texts of the list stand before it."""
    position: int
    """In the file, in bytes."""


def damaged(detail: str) -> BadModelFile:
    """The error for a file that says what can't be true."""
    return BadModelFile(
        tr("This is not a sound model file: {detail}.", detail=detail),
        tr("Download it again, and compare its checksum if there is one."),
    )


class GgufWalk:
    """A bounded place in an open file; every method moves it forwards and raises ``BadModelFile`` on nonsense."""

    def __init__(self, file: BinaryIO, file_bytes: int, *, position: int = 0) -> None:
        self._file = file
        self._file_bytes = file_bytes
        self._window = b""
        self._start = position  # where in the file the window begins
        self._at = 0  # where in the window we stand
        self._kept_bytes = 0
        self._list_items = 0

    @property
    def position(self) -> int:
        """How many bytes of the file are behind us."""
        return self._start + self._at

    @property
    def remaining_bytes(self) -> int:
        """How many bytes of the file are still ahead."""
        return self._file_bytes - self.position

    def number(self, letter: str) -> int:
        """The next whole number, little endian; ``letter`` is its ``struct`` format."""
        (value,) = struct.unpack("<" + letter, self._take(struct.calcsize("<" + letter)))
        return int(value)

    def text(self, what: str, limit: int = MAX_TEXT_BYTES) -> str:
        """The next text; bytes that are not UTF-8 become replacement characters."""
        length = self._text_length(what, limit)
        self._keep(length)
        return self._take(length).decode("utf-8", errors="replace")

    def passing_text(self, what: str, limit: int) -> str:
        """Like ``text``, for one that the caller looks at and does not keep."""
        return self._take(self._text_length(what, limit)).decode("utf-8", errors="replace")

    def value(self, value_type: int, key: str) -> Scalar | GgufList:
        """The value of a metadata entry: a number, a text, or a list of which only a short one is kept."""
        if value_type == STRING:
            return self.text(f"the text of {key!r}")
        if value_type == ARRAY:
            return self.list_(key)
        if value_type not in SCALAR_BYTES:
            raise damaged(f"{key!r} has the unknown value type {value_type}")
        (value,) = struct.unpack("<" + SCALAR_FORMATS[value_type], self._take(SCALAR_BYTES[value_type]))
        assert isinstance(value, int | float)
        return value

    def list_(
        self, key: str, digest: _Hash | None = None, depth: int = 1, marks: list[TextMark] | None = None
    ) -> GgufList:
        """The next list, skipped or kept.

        Args:
            key: Whose value it is, for error sentences.
            digest: Takes the raw bytes of a list of texts (each with its length) as they are passed.
            depth: How many lists we are inside of.
            marks: Takes places on the way through a list of texts, so that one of them can be found again quickly.
        """
        item_type, length = self.number("I"), self.number("Q")
        if depth > MAX_DEPTH:
            raise damaged(f"{key!r} is a list nested more than {MAX_DEPTH} deep")
        if item_type not in VALUE_TYPE_NAMES:
            raise damaged(f"{key!r} is a list of the unknown type {item_type}")
        name = VALUE_TYPE_NAMES[item_type]
        if item_type in SCALAR_BYTES:
            return GgufList(item_type=name, length=length, values=self._numbers(item_type, length, key))
        self._list_items += length
        if self._list_items > MAX_LIST_ITEMS:
            raise damaged(f"{key!r} claims to be a list of {length:,} items")
        if item_type == ARRAY:
            for _ in range(length):
                self.list_(key, depth=depth + 1)
            return GgufList(item_type=name, length=length)
        if length <= KEPT_ITEMS and digest is None:
            texts = tuple(self.text(f"an item of {key!r}") for _ in range(length))
            return GgufList(item_type=name, length=length, values=texts)
        self.pass_texts(length, key, digest, marks)
        return GgufList(item_type=name, length=length)

    def _numbers(self, item_type: int, length: int, key: str) -> tuple[Scalar, ...]:
        size = SCALAR_BYTES[item_type] * length
        if size > min(self.remaining_bytes, MAX_HEADER_BYTES):
            raise damaged(f"{key!r} claims to be a list of {length:,} numbers, more than the file holds")
        if length > KEPT_ITEMS:
            self._skip(size)
            return ()
        self._keep(length * _OBJECT_BYTES)
        return struct.unpack(f"<{length}{SCALAR_FORMATS[item_type]}", self._take(size))

    def _text_length(self, what: str, limit: int) -> int:
        length = self.number("Q")
        if length > limit:
            raise damaged(f"{what} claims to be {length:,} bytes long")
        return length

    def pass_texts(
        self, count: int, key: str, digest: _Hash | None = None, marks: list[TextMark] | None = None
    ) -> None:
        """Step over ``count`` texts by their length prefixes; the hot loop, 0.05 to 0.2 µs a text."""
        unpack = _LENGTH.unpack_from
        left = count
        while left:
            if marks is not None:
                marks.append(TextMark(passed=count - left, position=self.position))
            self._refill(8)
            window, begin, at = self._window, self._at, self._at
            last = len(window) - 8
            while left and at <= last:
                while left >= _STEP_TEXTS and (short := _SHORT_TEXTS.match(window, at)):
                    at = short.end()
                    left -= _STEP_TEXTS
                # A long text is among the next ones, or the end of the window or of the list is near.
                for _ in range(min(left, _STEP_TEXTS)):
                    if at > last:
                        break
                    (length,) = unpack(window, at)
                    if length > MAX_TEXT_BYTES:
                        raise damaged(f"an item of {key!r} claims to be {length:,} bytes long")
                    at += 8 + length
                    left -= 1
            # The last text may reach beyond the window: what is there is hashed here, the rest after it is read.
            inside = min(at, len(window))
            if digest is not None:
                digest.update(memoryview(window)[begin:inside])
            self._at = inside
            self._pass_rest(at - inside, digest)

    def _keep(self, size: int) -> None:
        self._kept_bytes += size + _OBJECT_BYTES
        if self._kept_bytes > MAX_KEPT_BYTES:
            raise damaged(f"its descriptions are longer than {MAX_KEPT_BYTES:,} bytes together")

    def _pass_rest(self, size: int, digest: _Hash | None) -> None:
        if not size:
            return
        if digest is None:
            self._skip(size)
        else:
            digest.update(self._take(size))

    def _take(self, size: int) -> bytes:
        """The next ``size`` bytes; ``size`` is at most ``MAX_TEXT_BYTES``."""
        self._refill(size)
        taken = self._window[self._at : self._at + size]
        self._at += size
        return taken

    def _skip(self, size: int) -> None:
        self._check_ahead(size)
        if self._at + size <= len(self._window):
            self._at += size
        else:
            self._start, self._at, self._window = self.position + size, 0, b""

    def _refill(self, size: int) -> None:
        """Make sure that ``size`` bytes from here on stand in the window."""
        if self._at + size <= len(self._window):
            return
        self._check_ahead(size)
        self._start, self._at = self.position, 0
        self._file.seek(self._start)
        self._window = self._file.read(max(size, _WINDOW_BYTES))
        if len(self._window) < size:
            raise cut_off_in_header(self._start + len(self._window))

    def _check_ahead(self, size: int) -> None:
        if self.position + size > MAX_HEADER_BYTES:
            raise damaged(f"its header is longer than {MAX_HEADER_BYTES:,} bytes")
        if size > self.remaining_bytes:
            raise cut_off_in_header(self._file_bytes)


def cut_off_in_header(file_bytes: int) -> BadModelFile:
    """The error for a file that ends before its description does."""
    return BadModelFile(
        tr(
            "The file is cut off: only {count} bytes are there and its header is not complete.",
            count=number(file_bytes),
        ),
        tr("The download was probably interrupted. Download it again."),
    )


def tokens_digest() -> _Hash:
    """A new hash for a token list."""
    return hashlib.sha256()
