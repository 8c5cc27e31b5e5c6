"""Agreement with oneself on repeats, and between raters by Krippendorff's alpha."""

from __future__ import annotations

import krippendorff
import numpy as np
import pytest

from lab.ratings.agreement import between_raters, with_oneself
from lab.ratings.battles import Battle, Battles
from lab.records import Side, VoteChoice
from tests.unit.ratings.voting import BY_LETTER, battle, together


def repeated(pairs: str) -> Battles:
    """Pairs of votes on the same answers, the second with the sides swapped: ``"aa ab ="`` and so on."""
    battles: list[Battle] = []
    for number, (first, second) in enumerate(pairs.split()):
        same = {"answer_a": f"{number}-a", "answer_b": f"{number}-b"}
        battles.append(battle("ann", "bob", BY_LETTER[first], number, **same))
        battles.append(battle("ann", "bob", BY_LETTER[second], 1000 + number, shown_first=Side.B, repeat=True, **same))
    return together(sorted(battles, key=lambda each: each.cast_utc))


def table(*raters: str) -> Battles:
    """A row of letters for each rater, a column for each comparison; a dot where there is no vote."""
    return together(
        [
            battle("ann", "bob", BY_LETTER[letter], unit, rater=f"rater {row}", vote_id=f"{row} {unit}")
            for row, letters in enumerate(raters)
            for unit, letter in enumerate(letters)
            if letter != "."
        ]
    )


def test_repeats_are_compared_by_answer_not_by_side() -> None:
    found = with_oneself(repeated("aa bb == -- ab a= ab ba"), "me")
    assert (found.repeats, found.same, found.same_place, found.share) == (8, 4, 3, 0.5)
    assert found.low < 0.5 < found.high
    assert found.sentence == (
        "Asked again with the sides swapped, the same was said 4 of 8 times (50%, between 20% and 80%). "
        "3 times the same side was picked instead of the same answer."
    )


def test_a_repeat_whose_answers_changed_their_letters_is_understood() -> None:
    first = battle("ann", "bob", VoteChoice.A, 1, answer_a="x", answer_b="y")
    again = battle("bob", "ann", VoteChoice.B, 2, answer_a="y", answer_b="x", repeat=True)
    assert with_oneself(together([first, again]), "me").same == 1


def test_few_repeats_say_nothing() -> None:
    assert with_oneself(together([]), "me").sentence == (
        "Nothing was asked again so far; it takes 5 to say how steady votes are."
    )
    assert with_oneself(together([]), "me").share is None
    assert with_oneself(repeated("aa"), "me").sentence.startswith("One pair was asked again so far")
    assert with_oneself(repeated("aa ab"), "me").sentence.startswith("2 pairs were asked again so far")


def test_other_raters_and_other_aspects_are_not_mixed_in() -> None:
    same = {"answer_a": "x", "answer_b": "y"}
    battles = together(
        [
            battle("ann", "bob", VoteChoice.A, 1, **same),
            battle("ann", "bob", VoteChoice.B, 2, rater="Eve", **same),
            battle("ann", "bob", VoteChoice.B, 3, aspect="clear", **same),
            battle("ann", "bob", VoteChoice.B, 4, aspect="clear", repeat=True, **same),
        ]
    )
    assert with_oneself(battles, "me").repeats == 1
    assert with_oneself(battles, "me").same == 1
    assert with_oneself(battles, "me", aspect="").repeats == 0


def test_alpha_is_that_of_published_examples() -> None:
    """Example A in Krippendorff, Computing Krippendorff's Alpha-Reliability, 2011; and the one that Wikipedia has."""
    assert between_raters(table("abaaaaaaaa", "bbbaabaaba")).alpha == pytest.approx(0.095, abs=5e-4)
    coders = (".....=-abaa==.=", "a.ba==-=.......", "..ba=--.baa==.-")
    assert between_raters(table(*coders)).alpha == pytest.approx(0.691, abs=5e-4)


@pytest.mark.parametrize("seed", range(20))
def test_alpha_is_that_of_another_implementation(seed: int) -> None:
    draw = np.random.default_rng(seed)
    truth = draw.integers(4, size=30)
    rows = np.where(draw.random((4, 30)) < 0.6, truth, draw.integers(4, size=(4, 30)))
    missing = draw.random((4, 30)) < 0.3
    found = between_raters(
        table(
            *(
                "".join("." if gone else "ab=-"[value] for value, gone in zip(row, lost, strict=True))
                for row, lost in zip(rows, missing, strict=True)
            )
        )
    )
    values = np.where(missing, np.nan, rows.astype(float))
    assert found.alpha == pytest.approx(krippendorff.alpha(values, level_of_measurement="nominal"))
    assert found.units == int(((~missing).sum(axis=0) > 1).sum())
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.alpha < found.high


def test_the_interval_of_alpha_holds_the_true_one_about_as_often_as_it_says() -> None:
    draw = np.random.default_rng(5)

    def votes(units: int) -> Battles:
        truth = draw.integers(4, size=units)
        rows = np.where(draw.random((3, units)) < 0.7, truth, draw.integers(4, size=(3, units)))
        return table(*("".join("ab=-"[value] for value in row) for row in rows))

    true = between_raters(votes(4000)).alpha
    assert true is not None
    held = 0
    for _ in range(150):
        found = between_raters(votes(60))
        assert found.low is not None
        assert found.high is not None
        held += found.low <= true <= found.high
    assert 0.9 <= held / 150 <= 0.98


def test_full_agreement_is_one_and_the_words_follow_the_interval() -> None:
    full = between_raters(table("ab=-" * 5, "ab=-" * 5))
    assert full.alpha == 1
    assert full.raters == 2
    assert full.sentence == "Krippendorff's alpha is 1.00, between 1.00 and 1.00: the raters agree well."
    none = between_raters(table("ab" * 10, "aabb" * 5))
    assert "no more than chance" in none.sentence


def test_where_alpha_has_no_value_it_says_why() -> None:
    assert between_raters(together([])).sentence == "No comparison was judged by two raters yet."
    assert between_raters(table("ab=-")).alpha is None
    same = between_raters(table("aaa", "aaa"))
    assert same.alpha is None
    assert same.sentence == "All votes on the 3 comparisons that several judged are the same."
    few = between_raters(table("ab=", "aba"))
    assert few.alpha is not None
    assert few.low is None
    assert few.sentence == "3 comparisons were judged by several raters; it takes 10 to say how far they agree."


def test_repeats_do_not_count_as_another_rater() -> None:
    battles = together([battle("ann", "bob", VoteChoice.A, 1), battle("ann", "bob", VoteChoice.A, 2, repeat=True)])
    assert between_raters(battles).units == 0
