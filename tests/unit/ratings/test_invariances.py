"""What must not matter, doesn't: the order of votes, the names, and which side is called A."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lab.ratings.agreement import between_raters, with_oneself
from lab.ratings.battles import Battle, Battles
from lab.ratings.standings import Ratings
from lab.ratings.strength import rate
from lab.ratings.style_control import control_style
from lab.ratings.sways import sways
from lab.ratings.traits import AnswerTraits
from lab.records import Side, VoteChoice
from tests.unit.ratings.voting import battle, together

CLOSE = 1e-3
"""In rating points."""
SWAPPED = {
    VoteChoice.A: VoteChoice.B,
    VoteChoice.B: VoteChoice.A,
    VoteChoice.TIE: VoteChoice.TIE,
    VoteChoice.BOTH_BAD: VoteChoice.BOTH_BAD,
}


@st.composite
def some_battles(draw: st.DrawFn) -> Battles:
    names = st.sampled_from(["ann", "bob", "cid", "dee"])
    votes = draw(
        st.lists(
            st.tuples(names, names, st.sampled_from(VoteChoice), st.sampled_from(Side), st.booleans()), max_size=40
        )
    )
    return together(
        [
            battle(a, b, choice, number, shown_first=side, rater="me" if mine else "Eve")
            for number, (a, b, choice, side, mine) in enumerate(votes)
        ]
    )


def traits_of(battles: Battles) -> AnswerTraits:
    draw = np.random.default_rng(0)
    names = (
        "characters",
        "headings",
        "list_items",
        "bold",
        "hedging",
        "politeness",
        "reading_ease",
        "tokens_per_second",
    )
    return {
        answer: {name: float(draw.integers(0, 9)) for name in names}
        for each in battles.battles
        for answer in (each.answer_a, each.answer_b)
    }


def shuffled(battles: Battles, seed: int) -> Battles:
    order = np.random.default_rng(seed).permutation(len(battles.battles))
    return together([battles.battles[number] for number in order])


def with_sides_swapped(battles: Battles, which: int) -> Battles:
    """Some of the battles with A called B and B called A; who stood on the left stays there."""

    def swapped(each: Battle) -> Battle:
        return replace(
            each,
            a=each.b,
            b=each.a,
            answer_a=each.answer_b,
            answer_b=each.answer_a,
            choice=SWAPPED[each.choice],
            shown_first=Side.B if each.shown_first is Side.A else Side.A,
        )

    return together([swapped(each) if number % which == 0 else each for number, each in enumerate(battles.battles)])


def renamed(battles: Battles) -> Battles:
    """Under names that also sort the other way round."""
    return together([replace(each, a=new_name(each.a), b=new_name(each.b)) for each in battles.battles])


def new_name(name: str) -> str:
    return "".join(chr(ord("z") - ord(letter) + ord("a")) for letter in name)


def by_name(ratings: Ratings) -> dict[str, tuple[float, ...]]:
    return {
        each.contestant: (each.rating, each.low or 0, each.high or 0, each.wins, each.losses, each.ties, each.both_bad)
        for each in ratings.standings
    }


def assert_same(one: Ratings, other: Ratings) -> None:
    mine, theirs = by_name(one), by_name(other)
    assert mine.keys() == theirs.keys()
    for name, values in mine.items():
        assert values == pytest.approx(theirs[name], abs=CLOSE)


@settings(max_examples=60, deadline=None)
@given(some_battles(), st.integers(0, 99))
def test_the_order_of_votes_does_not_matter(battles: Battles, seed: int) -> None:
    other, traits = shuffled(battles, seed), traits_of(battles)
    assert_same(rate(battles), rate(other))
    assert_same(control_style(battles, traits).controlled, control_style(other, traits).controlled)
    assert [sway.sentence() for sway in sways(battles, "me", traits)] == [
        sway.sentence() for sway in sways(other, "me", traits)
    ]


@settings(max_examples=60, deadline=None)
@given(some_battles())
def test_the_names_of_contestants_do_not_matter(battles: Battles) -> None:
    other, traits = renamed(battles), traits_of(battles)
    for one, two in (
        (rate(battles), rate(other)),
        (control_style(battles, traits).controlled, control_style(other, traits).controlled),
    ):
        back = {new_name(name): values for name, values in by_name(two).items()}
        assert by_name(one).keys() == back.keys()
        for name, values in by_name(one).items():
            assert values == pytest.approx(back[name], abs=CLOSE)


@settings(max_examples=60, deadline=None)
@given(some_battles(), st.integers(1, 3))
def test_which_side_is_called_a_does_not_matter(battles: Battles, which: int) -> None:
    other, traits = with_sides_swapped(battles, which), traits_of(battles)
    assert_same(rate(battles), rate(other))
    one, two = control_style(battles, traits), control_style(other, traits)
    assert_same(one.controlled, two.controlled)
    assert [effect.coefficient for effect in one.effects] == pytest.approx(
        [effect.coefficient for effect in two.effects], abs=1e-5
    )
    assert [sway.sentence() for sway in sways(battles, "me", traits)] == [
        sway.sentence() for sway in sways(other, "me", traits)
    ]
    assert with_oneself(battles, "me") == with_oneself(other, "me")


@settings(max_examples=60, deadline=None)
@given(some_battles())
def test_every_interval_holds_its_rating_and_every_rank_is_in_order(battles: Battles) -> None:
    ratings = rate(battles)
    assert sum(each.rating for each in ratings.standings) == pytest.approx(1000 * len(ratings.standings))
    for each in ratings.standings:
        assert (each.low is None) is (each.high is None) is (each.score is None)
        if each.low is not None and each.high is not None:
            assert each.low < each.rating < each.high
    for gap in ratings.neighbours:
        assert gap.low <= gap.points <= gap.high
        assert gap.separate is (gap.more_votes == 0)
        assert gap.sentence("one", "other")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("ab=-.", min_size=12, max_size=12), max_size=4))
def test_raters_names_and_order_do_not_matter_to_alpha(rows: list[str]) -> None:
    def judged(raters: list[str]) -> Battles:
        letters = {"a": VoteChoice.A, "b": VoteChoice.B, "=": VoteChoice.TIE, "-": VoteChoice.BOTH_BAD}
        return together(
            [
                battle("ann", "bob", letters[letter], unit, rater=f"rater {row}")
                for row, said in enumerate(raters)
                for unit, letter in enumerate(said)
                if letter in letters
            ]
        )

    one, other = between_raters(judged(rows)), between_raters(judged(rows[::-1]))
    assert one == other
    assert one.alpha is None or one.alpha <= 1
