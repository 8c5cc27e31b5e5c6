"""Ratings: against another implementation, and where there is little or nothing to rate."""

from __future__ import annotations

import choix
import numpy as np
import pytest

from lab.ratings.battles import Battles
from lab.ratings.standings import Ratings, Standing, win_chances
from lab.ratings.strength import bootstrap, elo, rate
from lab.ratings.tally import BothBad, tally
from tests.unit.ratings.voting import battle, interval, simulated, together, voted


def by_choix(battles: Battles) -> dict[str, float]:
    """Strengths by choix (iterated Luce spectral ranking), with the prior put in as an imagined contestant."""
    counted = tally(battles.battles)
    size = len(counted.contestants)
    won = np.zeros((size + 1, size + 1))
    won[:size, :size] = counted.wins + (counted.ties + counted.both_bad) / 2
    won[size, :size] = won[:size, size] = 0.5
    strengths = choix.ilsr_pairwise_dense(won, max_iter=10_000, tol=1e-10)[:size]
    return dict(zip(counted.contestants, strengths - strengths.mean(), strict=True))


def width(standing: Standing) -> float:
    low, high = interval(standing)
    return high - low


def standing(ratings: Ratings, contestant: str) -> Standing:
    (found,) = [each for each in ratings.standings if each.contestant == contestant]
    return found


@pytest.mark.parametrize("seed", range(5))
def test_strengths_are_those_of_another_implementation(seed: int) -> None:
    draw = np.random.default_rng(seed)
    battles = simulated(draw.normal(0, 1.5, size=8), 300, draw, ties=0.5)
    ratings = rate(battles)
    expected = by_choix(battles)
    found = dict(zip(ratings.tally.contestants, ratings.strengths, strict=True))
    assert found == pytest.approx(expected, abs=1e-5)


def test_so_are_those_of_someone_who_always_wins() -> None:
    battles = voted(ann_bob="a" * 30, bob_cid="a" * 20)
    ratings = rate(battles)
    found = dict(zip(ratings.tally.contestants, ratings.strengths, strict=True))
    assert found == pytest.approx(by_choix(battles), abs=1e-5)


def test_ratings_stand_around_a_thousand_with_four_hundred_points_for_ten_to_one() -> None:
    ratings = rate(voted(ann_bob="a" * 10_000 + "b" * 1000))
    ann, bob = ratings.standings
    assert (ann.rating + bob.rating) / 2 == pytest.approx(1000)
    assert ann.rating - bob.rating == pytest.approx(400, abs=1)
    assert (ann.wins, ann.losses, bob.wins, bob.losses) == (10_000, 1000, 1000, 10_000)
    assert ann.score == pytest.approx(10 / 11)
    assert win_chances(ratings, ["ann", "bob"])[0, 1] == pytest.approx(10 / 11, abs=0.001)


def test_one_who_always_wins_has_a_rating_and_an_interval_that_votes_make_narrower() -> None:
    few, many = (standing(rate(voted(ann_bob="a" * votes)), "ann") for votes in (10, 1000))
    low, high = interval(few)
    assert 1000 < low < few.rating < high < 2000
    assert few.rating < many.rating < 3000
    assert interval(many)[0] > low


def test_three_wins_are_not_called_certain_and_thirty_are() -> None:
    assert not rate(voted(ann_bob="aaa")).neighbours[0].separate
    assert rate(voted(ann_bob="a" * 30)).neighbours[0].separate


def test_all_ties_are_level_but_not_for_certain() -> None:
    ratings = rate(voted(ann_bob="=" * 10, bob_cid="=" * 10))
    assert [each.rating for each in ratings.standings] == pytest.approx([1000] * 3)
    assert {each.rank for each in ratings.standings} == {1}
    assert all(interval(each)[0] < 950 for each in ratings.standings)
    assert "Every vote is undecided, so all are level." in ratings.notices


def test_both_bad_is_kept_apart_and_can_be_left_out() -> None:
    battles = voted(ann_bob="aab" + "-" * 9)
    as_tie, left_out = rate(battles), rate(battles, both_bad=BothBad.LEFT_OUT)
    ann = standing(as_tie, "ann")
    assert (ann.wins, ann.losses, ann.ties, ann.both_bad, ann.counted) == (2, 1, 0, 9, 12)
    assert ann.score == pytest.approx(6.5 / 12)
    assert standing(left_out, "ann").score == pytest.approx(2 / 3)
    assert standing(left_out, "ann").few_votes
    assert not ann.few_votes
    assert standing(left_out, "ann").rating > ann.rating
    assert as_tie.tally.ties.sum() == 0
    assert as_tie.tally.both_bad.sum() == 18  # each stands in both places


def test_no_votes_give_an_empty_ranking_that_says_so() -> None:
    ratings = rate(together([]))
    assert ratings.standings == ()
    assert ratings.neighbours == ()
    assert ratings.notices == ("There is nothing to rank yet: it takes votes on at least two contestants.",)


def test_one_contestant_against_itself_is_not_ranked() -> None:
    ratings = rate(voted(ann_ann="aab="))
    (ann,) = ratings.standings
    assert (ann.rating, ann.low, ann.high, ann.score, ann.counted) == (1000, None, None, None, 0)
    assert ratings.tally.against_itself == 4
    assert len(ratings.notices) == 1


def test_a_rank_on_fewer_than_five_votes_says_so() -> None:
    ratings = rate(voted(ann_bob="aabab", bob_cid="ab"))
    assert standing(ratings, "cid").few_votes
    assert not standing(ratings, "ann").few_votes
    assert ratings.notices == ("One contestant has fewer than 5 votes, so the rank says next to nothing.",)


def test_groups_that_never_met_are_named_and_not_separated() -> None:
    ratings = rate(voted(ann_bob="a" * 900 + "b", cid_dee="a" * 900 + "b"))
    assert any("2 groups" in notice for notice in ratings.notices)
    gap = ratings.gap("ann", "dee")
    assert (gap.met, gap.separate, gap.more_votes) == (False, False, None)
    assert gap.sentence("Ann", "Dee") == "No votes compare Ann and Dee: they never met, not even through others."
    assert [each.rank for each in ratings.standings] == [1, 1, 2, 2]


def test_a_group_that_is_linked_by_one_vote_is_one_group() -> None:
    linked = rate(voted(ann_bob="ab" * 5, cid_dee="ab" * 5, bob_cid="-"))
    assert linked.notices == ()
    assert linked.gap("ann", "dee").met
    apart = rate(voted(ann_bob="ab" * 5, cid_dee="ab" * 5, bob_cid="-"), both_bad=BothBad.LEFT_OUT)
    assert not apart.gap("ann", "dee").met


def test_repeats_do_not_count() -> None:
    battles = voted(ann_bob="aab")
    again = together([*battles.battles, battle("ann", "bob", battles.battles[2].choice, 3, repeat=True)])
    assert rate(again).standings == rate(battles).standings


def test_ranks_are_shared_until_the_votes_tell_them_apart() -> None:
    close = rate(voted(ann_bob="aabb", bob_cid="a" * 30, ann_cid="a" * 30))
    assert [(each.contestant, each.rank) for each in close.standings] == [("ann", 1), ("bob", 1), ("cid", 3)]


def test_as_many_votes_more_as_were_said_do_separate_two() -> None:
    gap = rate(voted(ann_bob="a" * 12 + "b" * 8)).gap("bob", "ann")
    assert (gap.better, gap.worse, gap.separate) == ("ann", "bob", False)
    assert gap.more_votes is not None
    assert 60 <= gap.more_votes <= 100
    assert gap.sentence("Ann", "Bob") == (
        "These votes can't separate Ann and Bob yet. If they stay as far apart, "
        f"about {gap.more_votes} more votes on them would."
    )
    more = round(gap.more_votes * 1.1 / 5)
    assert rate(voted(ann_bob="a" * (12 + 3 * more) + "b" * (8 + 2 * more))).gap("ann", "bob").separate
    fewer = round(gap.more_votes * 0.7 / 5)
    assert not rate(voted(ann_bob="a" * (12 + 3 * fewer) + "b" * (8 + 2 * fewer))).gap("ann", "bob").separate


def test_that_holds_too_if_most_votes_are_ties_which_tell_more_than_chance_would() -> None:
    def fifteens(times: int) -> Battles:
        return voted(ann_bob=("aaabb" + "=" * 10) * times)

    gap = rate(fifteens(3)).gap("ann", "bob")
    assert not gap.separate
    assert gap.more_votes is not None
    assert rate(fifteens(3 + round(gap.more_votes * 1.1 / 15))).gap("ann", "bob").separate
    assert not rate(fifteens(3 + round(gap.more_votes * 0.7 / 15))).gap("ann", "bob").separate


def test_two_that_are_level_are_not_promised_to_be_told_apart() -> None:
    gap = rate(voted(ann_bob="ab" * 20)).gap("ann", "bob")
    assert gap.more_votes is None
    assert "may take thousands" in gap.sentence("Ann", "Bob")


def test_two_that_are_separate_are_said_to_be() -> None:
    gap = rate(voted(ann_bob="a" * 90 + "b" * 10)).gap("ann", "bob")
    assert gap.more_votes == 0
    assert gap.sentence("Ann", "Bob").startswith("Ann is better than Bob in these votes, by 3")


def test_the_bootstrap_comes_to_the_same_intervals_with_many_votes() -> None:
    draw = np.random.default_rng(7)
    battles = simulated([-1, -0.5, 0, 0.5, 1], 2000, draw, ties=0.7)
    direct, sampled = rate(battles), bootstrap(battles, samples=400, seed=1)
    assert sampled is not None
    assert sampled.samples == 400
    for one, other in zip(direct.standings, sampled.standings, strict=True):
        assert other.rating == one.rating
        assert width(other) == pytest.approx(width(one), rel=0.12)


def test_the_bootstrap_is_not_sure_of_one_who_always_wins() -> None:
    ratings = bootstrap(voted(ann_bob="a" * 10), seed=1)
    assert ratings is not None
    assert width(standing(ratings, "ann")) > 200


def test_the_bootstrap_is_the_same_with_the_same_seed_only() -> None:
    battles = voted(ann_bob="aabab", bob_cid="aab")
    one, same, other = (bootstrap(battles, samples=20, seed=seed) for seed in (1, 1, 2))
    assert one
    assert same
    assert other
    assert one.standings == same.standings
    assert one.standings != other.standings


def test_the_bootstrap_tells_how_far_it_is_and_can_be_stopped() -> None:
    battles, told = voted(ann_bob="aabab"), []
    assert bootstrap(battles, samples=50, progress=told.append, stopped=lambda: len(told) == 3) is None
    assert told == [1, 2, 3]


def test_the_bootstrap_takes_what_rating_takes() -> None:
    for battles in (together([]), voted(ann_ann="a"), voted(ann_bob="-")):
        ratings = bootstrap(battles, samples=5)
        assert ratings is not None
        assert [each.contestant for each in ratings.standings] == [each.contestant for each in rate(battles).standings]


def test_elo_is_that_of_a_published_example() -> None:
    """The meals in evalica's README, at k = 30."""
    meals = voted(pizza_burger="a", burger_sushi="b", pizza_sushi="=")
    assert elo(meals, k=30) == pytest.approx(
        {"pizza": 1014.972058, "burger": 970.647200, "sushi": 1014.380742}, abs=1e-6
    )


def test_elo_gives_and_takes_nothing_for_battles_with_oneself_and_repeats() -> None:
    assert elo(together([])) == {}
    assert elo(voted(ann_ann="a")) == {}
    assert elo(together([battle("ann", "bob", voted(x_y="a").battles[0].choice, repeat=True)])) == {}
