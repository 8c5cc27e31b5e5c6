"""What sways a rater: found where it was put, and nothing claimed where it was not."""

from __future__ import annotations

import numpy as np

from lab.ratings.battles import Battles
from lab.ratings.sways import Sway, Verdict, sways
from lab.ratings.traits import AnswerTraits, Trait
from lab.records import Side
from tests.unit.ratings.voting import battle, simulated, together, voted


def of(trait: Trait, found: tuple[Sway, ...]) -> Sway:
    (sway,) = [sway for sway in found if sway.trait is trait]
    return sway


def lengths(battles: Battles, longer: str) -> AnswerTraits:
    """Answers of which in each battle A or B is the longer one, or neither."""
    return {
        f"{number}-{side}": {"characters": 200 if side == longer[number] else 100}
        for number in range(len(battles.battles))
        for side in "ab"
    }


def measured(draw: np.random.Generator, votes: int) -> dict[str, dict[str, float | None]]:
    return {
        f"{number}-{side}": {
            "characters": draw.lognormal(5, 0.6),
            "headings": float(draw.poisson(1)),
            "list_items": float(draw.poisson(2)),
            "bold": float(draw.poisson(1)),
            "hedging": draw.exponential(1),
            "politeness": draw.exponential(1),
            "reading_ease": draw.uniform(20, 90),
            "tokens_per_second": draw.uniform(10, 90),
        }
        for number in range(votes)
        for side in "ab"
    }


def test_who_picks_the_longer_answer_is_told_so() -> None:
    battles = voted(ann_bob="ab" * 20)
    sway = of(Trait.LENGTH, sways(battles, "me", lengths(battles, "ab" * 18 + "baba")))
    assert (sway.votes, sway.picked, sway.share) == (40, 36, 0.9)
    assert sway.low < 0.9 < sway.high
    assert sway.verdict is Verdict.TOWARDS
    assert sway.sentence() == (
        "You picked the longer answer in 36 of 40 votes (90%). "
        "It holds also when models and other traits are taken into account."
    )


def test_who_picks_the_shorter_answer_is_told_so() -> None:
    battles = voted(ann_bob="ab" * 20)
    sway = of(Trait.LENGTH, sways(battles, "me", lengths(battles, "ba" * 18 + "abab")))
    assert sway.verdict is Verdict.AWAY
    assert sway.sentence().startswith("You picked the longer answer in 4 of 40 votes (10%), so mostly the shorter one.")


def test_what_chance_explains_is_called_chance() -> None:
    battles = voted(ann_bob="ab" * 10)
    sway = of(Trait.LENGTH, sways(battles, "me", lengths(battles, "ab" * 6 + "ba" * 4)))
    assert sway.verdict is Verdict.WITHIN_CHANCE
    assert sway.sentence() == "You picked the longer answer in 12 of 20 votes (60%): chance alone may do that."


def test_seventeen_of_twenty_three_is_not_enough_when_seven_things_are_looked_at() -> None:
    battles = voted(ann_bob="a" * 23)
    traits = lengths(battles, "a" * 17 + "b" * 6)
    assert of(Trait.LENGTH, sways(battles, "me", traits)).verdict is Verdict.WITHIN_CHANCE
    assert of(Trait.LENGTH, sways(battles, "me", traits, looked_at=[Trait.LENGTH])).verdict is Verdict.TOWARDS


def test_few_votes_say_nothing() -> None:
    battles = voted(ann_bob="aaa=")
    found = sways(battles, "me", lengths(battles, "aaaa"))
    assert of(Trait.LENGTH, found).verdict is Verdict.TOO_FEW
    assert of(Trait.LENGTH, found).sentence() == "Only 3 votes say something about this so far; it takes 10."
    assert of(Trait.SPEED, found).sentence() == "No vote says anything about this yet; it takes 10."
    assert of(Trait.SPEED, found).share is None
    assert {sway.verdict for sway in sways(together([]), "me", {})} == {Verdict.TOO_FEW}


def test_a_model_that_is_liked_and_always_longer_leaves_the_reason_open() -> None:
    """Every vote is for Ann, whose answers are the longer ones: nobody can tell which of the two it is."""
    battles = voted(ann_bob="a" * 25 + "b" * 5)
    sway = of(Trait.LENGTH, sways(battles, "me", lengths(battles, "a" * 30)))
    assert sway.verdict is Verdict.TOWARDS
    assert not sway.by_itself
    assert sway.sentence().endswith("It may come from something else: which model wrote them, or another trait.")


def test_the_side_is_found_and_has_nothing_to_do_with_who_is_a() -> None:
    letters = "ab" * 20
    battles = together(
        [
            battle(each.a, each.b, each.choice, number, shown_first=Side(each.choice.value))
            for number, each in enumerate(voted(ann_bob=letters).battles)
        ]
    )
    sway = of(Trait.LEFT, sways(battles, "me", {}))
    assert (sway.votes, sway.picked, sway.verdict, sway.by_itself) == (40, 40, Verdict.TOWARDS, True)
    assert sway.sentence("Ann").startswith("Ann picked the answer on the left in 40 of 40 votes (100%).")


def test_ties_answers_that_are_alike_and_unmeasured_ones_do_not_count() -> None:
    battles = voted(ann_bob="ab=-ab")
    traits = {**lengths(battles, "ab..."[:3] + "...")}
    traits["4-a"] = {"characters": None}
    sway = of(Trait.LENGTH, sways(battles, "me", traits))
    assert (sway.votes, sway.picked) == (2, 2)


def test_only_the_votes_of_this_rater_and_aspect_count_and_no_repeats() -> None:
    letters = "a" * 12
    mine = voted(ann_bob=letters).battles
    others = [battle("ann", "bob", each.choice, 50 + number, rater="Eve") for number, each in enumerate(mine)]
    clear = [battle("ann", "bob", each.choice, 80 + number, aspect="clear") for number, each in enumerate(mine)]
    again = [battle("ann", "bob", mine[0].choice, 99, repeat=True)]
    found = sways(together([*mine, *others, *clear, *again]), "me", {})
    assert of(Trait.LEFT, found).votes == 12


def test_planted_sways_are_found_among_others_that_do_nothing() -> None:
    draw = np.random.default_rng(11)
    votes = 1500
    traits = measured(draw, votes)

    def difference(name: str) -> np.ndarray:
        a, b = (np.array([traits[f"{number}-{side}"][name] for number in range(votes)]) for side in "ab")
        return a - b

    sway = 0.01 * difference("characters") / 2 - 0.6 * difference("hedging") + 0.03 * difference("reading_ease")
    battles = simulated([-0.5, 0, 0.5], votes, draw, sway=sway, ties=0.3)
    found = sways(battles, "me", traits)
    verdicts = {sway.trait: (sway.verdict, sway.by_itself) for sway in found}
    assert verdicts[Trait.LENGTH] == (Verdict.TOWARDS, True)
    assert verdicts[Trait.HEDGING] == (Verdict.AWAY, True)
    assert verdicts[Trait.READING_EASE] == (Verdict.TOWARDS, True)
    for trait in (Trait.LEFT, Trait.STRUCTURE, Trait.POLITENESS, Trait.SPEED):
        assert verdicts[trait][0] is Verdict.WITHIN_CHANCE


def test_raters_whom_nothing_sways_are_rarely_told_that_something_does() -> None:
    """Of a hundred such raters, at most about five are told so of any of the seven traits."""
    draw = np.random.default_rng(12)
    told = 0
    for _ in range(100):
        traits = measured(draw, 40)
        found = sways(simulated([-0.5, 0.5], 40, draw), "me", traits)
        told += any(sway.verdict in (Verdict.TOWARDS, Verdict.AWAY) for sway in found)
    assert told <= 10
