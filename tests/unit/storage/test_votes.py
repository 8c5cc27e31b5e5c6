"""Votes, judgements and notes; a change of mind is added, never written over."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.errors import NotInHistory
from lab.records import Side, VoteChoice
from lab.storage import Store, comparisons, votes
from tests.unit.storage.samples import compared


def test_a_vote_comes_back_as_it_was_cast(store: Store) -> None:
    comparison_id = compared(store)
    vote = store.write(
        votes.cast,
        comparison_id,
        VoteChoice.BOTH_BAD,
        reasons_a=["clear", "accurate"],
        reasons_b=["tone"],
        shown_first=Side.B,
        blind=True,
        time_taken_ms=1200,
    ).result()
    assert vote.reasons_a == ("accurate", "clear")
    assert store.read(votes.history, comparison_id).result() == [vote]


def test_a_changed_vote_counts_and_the_first_is_still_there(store: Store) -> None:
    comparison_id = compared(store)
    first = store.write(votes.cast, comparison_id, VoteChoice.A).result()
    second = store.write(votes.cast, comparison_id, VoteChoice.TIE).result()
    assert store.read(votes.history, comparison_id).result() == [first, second]
    assert store.read(votes.current, comparison_id).result() == [second]


def test_a_vote_that_was_taken_back_does_not_count(store: Store) -> None:
    comparison_id = compared(store)
    store.write(votes.cast, comparison_id, VoteChoice.A).result()
    store.write(votes.cast, comparison_id, None).result()
    assert store.read(votes.current, comparison_id).result() == []
    assert len(store.read(votes.history, comparison_id).result()) == 2


def test_a_blind_vote_is_locked_by_what_comes_after_the_reveal_until_it_is_taken_back(store: Store) -> None:
    comparison_id = compared(store)
    store.write(votes.cast, comparison_id, VoteChoice.TIE, blind=True).result()
    blind = store.write(votes.cast, comparison_id, VoteChoice.A, blind=True).result()
    seen = store.write(votes.cast, comparison_id, VoteChoice.B).result()
    assert store.read(votes.current, comparison_id).result() == [blind]
    assert store.read(comparisons.get_row, comparison_id).result()["choice"] == VoteChoice.A
    store.write(votes.cast, comparison_id, None, blind=True).result()
    assert store.read(votes.current, comparison_id).result() == [seen]


def test_a_repeat_with_the_sides_swapped_leaves_what_counts(store: Store) -> None:
    comparison_id = compared(store)
    first = store.write(votes.cast, comparison_id, VoteChoice.A, blind=True).result()
    repeat = store.write(votes.cast, comparison_id, VoteChoice.B, blind=True, shown_first=Side.B).result()
    assert store.read(votes.current, comparison_id).result() == [first]
    store.write(votes.cast, comparison_id, None, blind=True, shown_first=Side.B).result()
    assert store.read(votes.current, comparison_id).result() == [first]
    assert repeat in store.read(votes.history, comparison_id).result()


def test_raters_and_aspects_are_kept_apart(store: Store) -> None:
    comparison_id = compared(store)
    cast = [
        store.write(votes.cast, comparison_id, choice, rater=rater, aspect=aspect).result()
        for rater, aspect, choice in (
            ("Ada", "", VoteChoice.A), ("Ada", "clear", VoteChoice.B), ("Bo", "", VoteChoice.TIE),
        )
    ]  # fmt: skip
    assert store.read(votes.current, comparison_id).result() == cast


def test_a_vote_that_is_known_is_not_added_again(store: Store) -> None:
    vote = store.write(votes.cast, compared(store), VoteChoice.A).result()
    assert store.write(votes.keep, vote).result() is False


def test_what_is_correct_is_apart_from_what_is_better(store: Store) -> None:
    comparison_id = compared(store)
    said = [
        store.write(votes.judge, comparison_id, side, correct).result()
        for side, correct in ((Side.A, True), (Side.B, False), (Side.A, None))
    ]
    assert store.read(votes.judgements, comparison_id).result() == said
    assert store.read(votes.history, comparison_id).result() == []


def test_a_note_replaces_the_one_before_and_empty_takes_it_away(store: Store) -> None:
    comparison_id = compared(store)
    for text in ("First thought", "Second thought"):
        store.write(votes.write_note, comparison_id, text).result()
    assert [note.text for note in store.read(votes.notes, comparison_id).result()] == ["Second thought"]
    store.write(votes.write_note, comparison_id, "").result()
    assert store.read(votes.notes, comparison_id).result() == []


def test_a_vote_from_another_computer_needs_its_comparison_here(store: Store, tmp_path: Path) -> None:
    with Store(tmp_path / "other.db") as other:
        comparison_id = compared(other)
        vote = other.write(votes.cast, comparison_id, VoteChoice.A).result()
        judgement = other.write(votes.judge, comparison_id, Side.A, True).result()
    with pytest.raises(NotInHistory):
        store.write(votes.keep, vote).result()
    with pytest.raises(NotInHistory):
        store.write(votes.keep_judgement, judgement).result()


def test_a_vote_on_nothing_is_a_sentence(store: Store) -> None:
    with pytest.raises(NotInHistory):
        store.write(votes.cast, "nobody", VoteChoice.A).result()
