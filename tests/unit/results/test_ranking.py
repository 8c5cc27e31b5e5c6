"""A ranking says who is better, and what must be known before it is believed."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lab.results.ballots import gather
from lab.results.question import Question
from lab.results.ranking import Ranking, rank
from lab.storage import Store
from tests.unit.results.casting import player, say_again, voted

ANN, BOB, CARL = player("ann"), player("bob"), player("carl")


def ranked(store: Store, **question: object) -> Ranking:
    return rank(gather(store), Question(**question))  # type: ignore[arg-type]


def order(ranking: Ranking) -> list[str]:
    return [ranking.names[each.contestant] for each in ranking.ratings.standings]


def test_who_wins_more_stands_higher(store: Store) -> None:
    voted(store, ANN, BOB, "aaaaaab")
    voted(store, BOB, CARL, "aaaaaab")
    found = ranked(store)
    assert order(found) == ["ann", "bob", "carl"]
    assert (found.votes, found.raters) == (14, 1)


def test_few_votes_are_said_to_say_little_and_how_many_more_are_needed(store: Store) -> None:
    voted(store, ANN, BOB, "aab", blind=True)
    found = ranked(store)
    assert found.notices == ("2 contestants have fewer than 5 votes, so the rank says next to nothing.",)
    (sentence,) = found.unseparated
    assert "can't separate ann and bob yet" in sentence


def test_enough_votes_separate_and_then_nothing_is_said(store: Store) -> None:
    voted(store, ANN, BOB, "aaaaaaaaaaaaaaaaaaaa", blind=True)
    found = ranked(store)
    assert (found.notices, found.unseparated) == ((), ())


@pytest.mark.parametrize(
    ("blind", "said"),
    [
        ("", "All votes were cast with the names in view. Blind votes say more."),
        ("aaaaa", "5 of 10 votes were cast with the names in view."),
    ],
)
def test_open_votes_are_named(store: Store, blind: str, said: str) -> None:
    voted(store, ANN, BOB, "aaaaa")
    voted(store, ANN, BOB, blind, blind=True)
    assert ranked(store).notices[-1] == said


def test_a_contestant_that_plays_against_itself_is_not_ranked(store: Store) -> None:
    voted(store, ANN, ANN, "aab", blind=True)
    found = ranked(store)
    assert found.notices == (
        "There is nothing to rank yet: it takes votes on at least two contestants.",
        "3 votes compare a contestant with itself; that says nothing about who is better.",
    )
    assert found.unseparated == ()


def test_all_ties_leave_all_level(store: Store) -> None:
    voted(store, ANN, BOB, "======", blind=True)
    found = ranked(store)
    assert found.notices == ("Every vote is undecided, so all are level.",)
    assert {each.rank for each in found.ratings.standings} == {1}


def test_a_question_that_lets_nothing_through_has_an_empty_ranking(store: Store) -> None:
    voted(store, ANN, BOB, "a")
    found = ranked(store, blind=True)
    assert (found.votes, found.ratings.standings, found.unseparated) == (0, (), ())


def test_repeats_are_counted_apart(store: Store) -> None:
    (comparison_id,) = voted(store, ANN, BOB, "a", blind=True)
    say_again(store, comparison_id, "b")
    found = ranked(store)
    assert (found.votes, found.repeats) == (1, 1)


def test_many_neighbours_that_cannot_be_told_apart_are_summed_up(store: Store) -> None:
    players = [player(f"player {number}") for number in range(7)]
    for one, other in pairwise(players):
        voted(store, one, other, "ab", blind=True)
    said = ranked(store).unseparated
    assert len(said) == 4
    assert said[-1] == "3 more neighbours can't be told apart."
