"""The rows of the list, ready to be drawn; made on the storage thread, so that the window only paints."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import datetime

from lab.language import tr
from lab.records import KeptSession, SearchHit
from lab.storage import search, sessions, trash
from lab.storage.full_text import MOST_CHARACTERS
from lab.storage.search import Filter
from lab.storage.trash import Trashed
from lab.storage.work import Work
from lab.visible import visible
from ui.history.days import clock_time, day_heading, deletion_heading, local, short_when
from ui.history.words import NOTHING_ASKED, one_line, title_of, turns

PINNED = tr("Pinned")
"""The heading above what is kept on top."""
_ALONE = tr("one comparison and what goes on from it")


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A row: a conversation, or a comparison that a search found."""

    session_id: str
    comparison_id: str = ""
    """Empty if the row is a whole conversation."""
    title: str
    """One line."""
    beneath: str = ""
    """A quiet line below the title; empty if there is an excerpt."""
    excerpt: str = ""
    """A piece of the text around what was found."""
    found: tuple[tuple[int, int], ...] = ()
    """(start, length) of each place in the excerpt that was searched for."""
    when: str
    """In few letters."""
    group: str = ""
    """The heading that it belongs below; empty if the list has none."""
    tags: tuple[str, ...] = ()
    pinned: bool = False

    @property
    def key(self) -> tuple[str, str]:
        """What tells it from every other row."""
        return (self.session_id, self.comparison_id)

    @property
    def spoken(self) -> str:
        """The row in one sentence, for a screen reader."""
        tags = tr("tags {tags}", tags=", ".join(self.tags)) if self.tags else ""
        return ". ".join(filter(None, (self.title, self.beneath, self.excerpt, self.group, self.when, tags)))


def read_sessions(work: Work, now: datetime, *, limit: int, offset: int) -> list[Entry]:
    """A page of the conversations: pinned ones first, then the latest."""
    return [of_session(session, now) for session in sessions.listed(work, limit=limit, offset=offset)]


def read_found(work: Work, wanted: Filter, now: datetime, *, limit: int, offset: int) -> list[Entry]:
    """A page of what a search finds."""
    return [of_hit(hit, wanted.text, now) for hit in search.find(work, wanted, limit=limit, offset=offset)]


def read_trash(work: Work, now: datetime, *, limit: int, offset: int) -> list[Entry]:
    """A page of the trash, what was deleted last first."""
    return [of_trashed(gone, now) for gone in trash.listed(work, limit=limit, offset=offset)]


def of_session(session: KeptSession, now: datetime) -> Entry:
    """The row of a conversation."""
    moment = local(session.updated_utc)
    return Entry(
        session_id=session.id,
        title=title_of(session),
        beneath=turns(session.comparisons),
        when=short_when(moment, now) if session.pinned else clock_time(moment),
        group=PINNED if session.pinned else day_heading(moment, now),
        tags=session.tags,
        pinned=session.pinned,
    )


def of_hit(hit: SearchHit, text: str, now: datetime) -> Entry:
    """The row of a comparison that was found by a text."""
    moment = local(hit.created_utc)
    excerpt = " ".join(visible(hit.excerpt).split())
    return Entry(
        session_id=hit.session_id,
        comparison_id=hit.comparison_id,
        title=one_line(hit.prompt),
        beneath="" if excerpt or not hit.session_title else tr("in “{title}”", title=one_line(hit.session_title)),
        excerpt=excerpt,
        found=places(excerpt, text),
        # The best match comes first, so days are no order for it; without a text they are.
        when=short_when(moment, now) if text else clock_time(moment),
        group="" if text else day_heading(moment, now),
    )


def of_trashed(gone: Trashed, now: datetime) -> Entry:
    """The row of what lies in the trash."""
    moment = local(gone.trashed_utc)
    return Entry(
        session_id=gone.session_id,
        comparison_id=gone.comparison_id,
        title=one_line(gone.title) or one_line(gone.prompt) or NOTHING_ASKED,
        beneath=_ALONE if gone.comparisons is None else turns(gone.comparisons),
        when=short_when(moment, now),
        group=deletion_heading(moment, now),
    )


def places(excerpt: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where the words of a text begin a word of an excerpt, as (start, length), in order.

    Letters are compared without accents and case, as the search compares them; and as there, a single letter has to be
    a word of its own, and scripts that set no spaces between words may be found anywhere.
    """
    plain = "".join(map(_plain, excerpt))
    found: dict[int, int] = {}
    for word in {"".join(map(_plain, word)) for word in _words(text)}:
        start = plain.find(word)
        while start >= 0:
            end = start + len(word)
            begins = start == 0 or not plain[start - 1].isalnum()
            ends = len(word) > 1 or not plain[end : end + 1].isalnum()
            if (begins and ends) or unicodedata.category(word[0]) == "Lo":
                found[start] = max(found.get(start, 0), len(word))
            start = plain.find(word, start + 1)
    return tuple(sorted(found.items()))


def _words(text: str) -> list[str]:
    return "".join(letter if letter.isalnum() else " " for letter in text[:MOST_CHARACTERS]).split()


def _plain(letter: str) -> str:
    """One letter for one letter, so that places stay places."""
    return unicodedata.normalize("NFD", letter)[:1].lower()[:1] or letter
