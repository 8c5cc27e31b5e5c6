"""Fills a history with comparisons and votes, written out by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from lab.records import Contestant, FinishReason, Framing, Kind, KindVerdict, Side, VoteChoice
from lab.storage import Store, answers, comparisons, sessions, votes
from tests.unit.storage.samples import contestant, response

BY_LETTER = {"a": VoteChoice.A, "b": VoteChoice.B, "=": VoteChoice.TIE, "-": VoteChoice.BOTH_BAD}


def player(name: str, framing: Framing = Framing.RAW, kind: Kind = Kind.BASE) -> Contestant:
    """A contestant whose model has that name, and a file that no other name has."""
    made = contestant(name)
    sha256 = (name.encode("utf-8", "surrogatepass").hex() + "0" * 64)[:64]
    verdict = KindVerdict(kind=kind, confidence=1.0)
    return replace(made, framing=framing, model=replace(made.model, sha256=sha256, verdict=verdict))


def compared(
    store: Store,
    a: Contestant,
    b: Contestant,
    *,
    texts: tuple[str, str] = ("One answer.", "Another answer."),
    session_id: str = "",
    prompt: str = "Why?",
    reason: FinishReason = FinishReason.END_OF_ANSWER,
) -> str:
    """A finished comparison; in a session of its own unless told otherwise."""
    session_id = session_id or store.write(sessions.create).result()
    ids = []
    for who, text in zip((a, b), texts, strict=True):
        ids.append(store.write(answers.begin, who).result())
        finished = replace(response(text, of=who), finish_reason=reason, details=())
        store.write(answers.finish, ids[-1], finished).result()
    return store.write(comparisons.add, session_id, prompt, a=ids[0], b=ids[1]).result()


def voted(store: Store, a: Contestant, b: Contestant, letters: str, **vote: Any) -> list[str]:
    """A comparison for each letter, with that vote on it: ``aab=`` has A win twice, lose once and tie once."""
    made = []
    for letter in letters:
        made.append(compared(store, a, b))
        store.write(votes.cast, made[-1], BY_LETTER[letter], **vote).result()
    return made


def say_again(store: Store, comparison_id: str, letter: str, shown_first: Side = Side.B) -> None:
    """A blind vote on the same answers with the sides swapped."""
    store.write(votes.cast, comparison_id, BY_LETTER[letter], blind=True, shown_first=shown_first).result()
