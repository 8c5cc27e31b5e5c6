"""Style control finds what was put into the votes, and gives back what style had hidden."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from lab.ratings.battles import Battles
from lab.ratings.strength import rate
from lab.ratings.style_control import control_style
from lab.ratings.tally import BothBad
from lab.ratings.traits import AnswerTraits, Trait, differences
from lab.records import Side
from tests.unit.ratings.voting import battle, interval, name_of, simulated, together, voted

NO_STYLE = {"characters": 100.0, "headings": 0.0, "list_items": 0.0, "bold": 0.0}


def same_style(battles: Battles) -> AnswerTraits:
    return {answer: NO_STYLE for each in battles.battles for answer in (each.answer_a, each.answer_b)}


def styled(draw: np.random.Generator, votes: int) -> tuple[AnswerTraits, NDArray[np.float64], NDArray[np.float64]]:
    """Answers of random style, and their standardised differences in length and in lists."""
    characters = draw.lognormal(5, 0.5, size=(votes, 2)).round() + 1
    items = draw.poisson(3, size=(votes, 2)).astype(float)
    headings, bold = draw.poisson(1, size=(2, votes, 2)).astype(float)
    traits = {
        f"{vote}-{side}": {
            "characters": characters[vote, place],
            "headings": headings[vote, place],
            "list_items": items[vote, place],
            "bold": bold[vote, place],
        }
        for vote in range(votes)
        for place, side in enumerate("ab")
    }

    def standardised(amounts: NDArray[np.float64]) -> NDArray[np.float64]:
        difference = (amounts[:, 0] - amounts[:, 1]) / np.maximum(amounts.sum(axis=1), 1)
        return difference / np.sqrt(np.mean(difference**2))

    return traits, standardised(characters), standardised(items)


def test_planted_effects_of_length_and_lists_are_found_and_no_others() -> None:
    draw = np.random.default_rng(5)
    traits, longer, listier = styled(draw, 4000)
    battles = simulated([-1, 0, 1], 4000, draw, sway=0.6 * longer - 0.3 * listier)
    control = control_style(battles, traits)
    found = {effect.trait: effect for effect in control.effects}
    assert found[Trait.LENGTH].coefficient == pytest.approx(0.6, abs=0.1)
    assert found[Trait.LISTS].coefficient == pytest.approx(-0.3, abs=0.1)
    assert found[Trait.LENGTH].certain
    assert found[Trait.LISTS].certain
    for trait in (Trait.HEADINGS, Trait.BOLD):
        assert found[trait].low < 0 < found[trait].high
    low, high = found[Trait.LENGTH].picked_interval
    assert low < found[Trait.LENGTH].picked_share < high
    assert found[Trait.LENGTH].picked_share == pytest.approx(1 / (1 + np.exp(-0.6)), abs=0.03)


def test_a_contestant_that_is_only_liked_for_its_length_loses_its_lead() -> None:
    """Two equals; the first one's answers are longer as a rule, and longer answers are picked."""
    draw = np.random.default_rng(6)
    votes = 3000
    sizes = {"c00": draw.lognormal(5.5, 0.5, size=votes), "c01": draw.lognormal(5.0, 0.5, size=votes)}
    plain = simulated([0, 0], votes, np.random.default_rng(1))
    traits = {
        answer: {**NO_STYLE, "characters": float(sizes[who][number])}
        for number, each in enumerate(plain.battles)
        for answer, who in ((each.answer_a, each.a), (each.answer_b, each.b))
    }
    longer = differences(plain.battles, traits, Trait.LENGTH)
    battles = simulated([0, 0], votes, np.random.default_rng(1), sway=2.5 * longer)
    control = control_style(battles, traits)
    (first, second) = control.shifts
    assert (first.contestant, first.without.rank, second.without.rank) == ("c00", 1, 2)
    assert first.without.rating > 1040
    low, high = interval(first.controlled)
    assert low <= 1000 <= high
    assert first.controlled.rank == second.controlled.rank == 1


def test_planted_effects_of_the_side_are_found() -> None:
    draw = np.random.default_rng(8)
    left_is_a = draw.random(3000) < 0.5
    battles = simulated([-0.5, 0.5], 3000, draw, sway=np.where(left_is_a, 0.4, -0.4))
    stood = together(
        [
            battle(each.a, each.b, each.choice, number, shown_first=Side.A if left_is_a[number] else Side.B)
            for number, each in enumerate(battles.battles)
        ]
    )
    (effect,) = control_style(stood, {}, style=[Trait.LEFT]).effects
    assert effect.coefficient == pytest.approx(0.4, abs=0.1)
    assert effect.step == 1
    assert effect.votes == 3000


def test_without_any_difference_in_style_control_changes_nothing() -> None:
    battles = voted(ann_bob="aab=-" * 5, bob_cid="abb" * 5)
    control = control_style(battles, same_style(battles))
    assert control.effects == ()
    for shift in control.shifts:
        assert shift.controlled.rating == pytest.approx(shift.without.rating, abs=1e-3)
        assert interval(shift.controlled) == pytest.approx(interval(shift.without), abs=1e-3)


def test_votes_on_answers_of_unknown_style_are_left_out_of_both_and_counted() -> None:
    battles = voted(ann_bob="aab=" * 5)
    traits = {name: dict(style) for name, style in same_style(battles).items()}
    del traits["0-a"]
    traits["1-b"] = {**NO_STYLE, "characters": None}
    control = control_style(battles, traits)
    assert control.unmeasured == 2
    assert control.without.standings == rate(together(battles.battles[2:])).standings


def test_one_who_always_picks_the_longer_answer_has_a_finite_effect() -> None:
    battles = voted(ann_bob="ab" * 10)
    traits = {
        f"{number}-{side}": {**NO_STYLE, "characters": 200.0 if side == each.choice.value else 100.0}
        for number, each in enumerate(battles.battles)
        for side in "ab"
    }
    (effect,) = control_style(battles, traits).effects
    assert 0.5 < effect.low < effect.coefficient < effect.high < 8
    assert effect.votes == 20


def test_both_bad_can_be_left_out_here_too() -> None:
    battles = voted(ann_bob="aaab" + "-" * 20)
    traits = same_style(battles)
    as_tie = control_style(battles, traits).controlled.standings[0]
    left_out = control_style(battles, traits, both_bad=BothBad.LEFT_OUT).controlled.standings[0]
    assert left_out.contestant == as_tie.contestant == "ann"
    assert left_out.rating > as_tie.rating + 50


@pytest.mark.parametrize(
    "battles", [together([]), voted(ann_ann="ab="), voted(ann_bob="-")], ids=["none", "self", "one"]
)
def test_next_to_nothing_is_no_trouble(battles: Battles) -> None:
    control = control_style(battles, same_style(battles))
    assert control.effects == ()
    assert len(control.shifts) == len(rate(battles).standings)


def test_many_contestants_keep_their_places_in_the_fit() -> None:
    draw = np.random.default_rng(9)
    strengths = np.linspace(-1.5, 1.5, 12)
    traits, longer, _ = styled(draw, 6000)
    control = control_style(simulated(strengths, 6000, draw, sway=0.5 * longer), traits)
    found = dict(zip(control.controlled.tally.contestants, control.controlled.strengths, strict=True))
    assert found == pytest.approx({name_of(number): strength for number, strength in enumerate(strengths)}, abs=0.25)
