"""How likely one is to beat another, beside how often it did; and rankings that are made in other ways."""

from __future__ import annotations

import pytest

from lab.results import ranking
from lab.results.ballots import gather
from lab.results.chances import Chance, chances
from lab.results.progress import GaveUp, Progress, Stage
from lab.results.question import Method, Question
from lab.results.ranking import Ranking, rank
from lab.storage import Store
from tests.unit.results.casting import player, voted

ANN, BOB, CARL, DORA, EVE = (player(name) for name in ("ann", "bob", "carl", "dora", "eve"))


def against(found: Ranking, one: str, other: str) -> Chance:
    ids = {name: id_ for id_, name in found.names.items()}
    chance = chances(found, [ids[one], ids[other]])[0][1]
    assert chance is not None
    return chance


def test_a_chance_is_that_of_the_ratings_with_its_interval_and_stands_beside_what_was_counted(store: Store) -> None:
    voted(store, ANN, BOB, "aaaaaaab=-")
    found = rank(gather(store), Question())
    chance = against(found, "ann", "bob")
    points = found.ratings.standings[0].rating - found.ratings.standings[1].rating
    assert chance.share == pytest.approx(1 / (1 + 10 ** (-points / 400)))
    assert chance.low is not None
    assert chance.high is not None
    assert chance.share is not None
    assert 0 < chance.low < chance.share < chance.high < 1
    assert (chance.won, chance.lost, chance.ties, chance.both_bad, chance.met) == (7, 1, 1, 1, 10)


def test_the_other_one_has_what_is_left(store: Store) -> None:
    voted(store, ANN, BOB, "aaaab=")
    found = rank(gather(store), Question())
    one, other = against(found, "ann", "bob"), against(found, "bob", "ann")
    assert (one.share or 0) + (other.share or 0) == pytest.approx(1)
    assert (one.low or 0) + (other.high or 0) == pytest.approx(1)
    assert (other.won, other.lost, other.ties, other.both_bad) == (1, 4, 1, 0)


def test_who_met_through_others_has_a_chance_and_who_never_did_has_none(store: Store) -> None:
    voted(store, ANN, BOB, "aaab")
    voted(store, BOB, CARL, "aaab")
    voted(store, DORA, EVE, "a")
    found = rank(gather(store), Question())
    through_bob = against(found, "ann", "carl")
    assert through_bob.met == 0
    assert through_bob.share is not None
    assert through_bob.share > (against(found, "ann", "bob").share or 1)
    never = against(found, "ann", "dora")
    assert (never.share, never.low, never.high) == (None, None, None)


def test_nobody_meets_themselves(store: Store) -> None:
    voted(store, ANN, BOB, "a")
    found = rank(gather(store), Question())
    table = chances(found, found.order)
    assert table[0][0] is None
    assert table[1][1] is None


def test_elo_orders_by_what_came_last(store: Store) -> None:
    voted(store, ANN, BOB, "aaaabbb")
    by_strength, by_elo = (rank(gather(store), Question(method=each)) for each in (Method.BRADLEY_TERRY, Method.ELO))
    assert by_strength.elo is None
    assert by_elo.elo is not None
    assert [by_elo.names[each] for each in by_strength.order] == ["ann", "bob"]
    assert [by_elo.names[each] for each in by_elo.order] == ["bob", "ann"]
    assert sum(by_elo.elo.values()) == pytest.approx(2000)


def test_who_fought_nobody_else_stays_where_elo_begins(store: Store) -> None:
    voted(store, ANN, ANN, "a")
    voted(store, BOB, CARL, "a")
    found = rank(gather(store), Question(method=Method.ELO))
    assert found.elo is not None
    assert {found.names[each]: rating == 1000 for each, rating in found.elo.items()}["ann"]


def test_bootstrap_intervals_say_how_many_samples_they_come_from(store: Store) -> None:
    voted(store, ANN, BOB, "aaaabb")
    told: list[Progress] = []
    found = rank(gather(store), Question(method=Method.BOOTSTRAP), told.append)
    directly = rank(gather(store), Question())
    assert (found.ratings.samples, directly.ratings.samples) == (ranking.SAMPLES, 0)
    assert found.ratings.standings[0].rating == pytest.approx(directly.ratings.standings[0].rating)
    assert found.ratings.standings[0].low != directly.ratings.standings[0].low
    assert told[-1] == Progress(stage=Stage.SAMPLING, done=ranking.SAMPLES, total=ranking.SAMPLES)
    assert told[-1].sentence == "Working out intervals: 200 of 200 samples"


def test_a_bootstrap_can_be_stopped(store: Store) -> None:
    voted(store, ANN, BOB, "ab")
    with pytest.raises(GaveUp):
        rank(gather(store), Question(method=Method.BOOTSTRAP), stopped=lambda: True)
