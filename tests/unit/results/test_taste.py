"""What goes with votes is found where it was planted, and nothing is claimed where it was not."""

from __future__ import annotations

import numpy as np

from lab.ratings.sways import Verdict
from lab.ratings.traits import Trait
from lab.records import VoteChoice
from lab.results import ballots, measures, taste
from lab.results.ballots import Ballots
from lab.results.measures import Measures
from lab.results.question import Question
from lab.storage import Store, votes
from tests.unit.results.casting import compared, player, say_again

ANN, BOB = player("ann"), player("bob")
SHORT, LONG = "Short it is.", "This answer goes on for rather longer than the other one does. " * 4


def prefers_long(store: Store, number: int = 30) -> tuple[Ballots, Measures]:
    """Ann and Bob write long and short answers alike; the rater picks the long ones."""
    draw = np.random.default_rng(3)
    for _ in range(number):
        a_is_long = bool(draw.random() < 0.5)
        comparison_id = compared(store, ANN, BOB, texts=(LONG, SHORT) if a_is_long else (SHORT, LONG))
        store.write(votes.cast, comparison_id, VoteChoice.A if a_is_long else VoteChoice.B).result()
    measures.fill(store, measures.read(store).missing)
    return ballots.gather(store), measures.read(store).measures


def test_a_taste_for_long_answers_is_found(store: Store) -> None:
    votes_, measured = prefers_long(store)
    found = taste.taste_of(votes_, Question(), measured, "me")
    sways = {sway.trait: sway for sway in found.sways}
    assert sways[Trait.LENGTH].verdict is Verdict.TOWARDS
    assert (sways[Trait.LENGTH].picked, sways[Trait.LENGTH].votes) == (30, 30)
    assert sways[Trait.LEFT].verdict is Verdict.WITHIN_CHANCE
    assert found.sentences[0].startswith("You picked the longer answer in 30 of 30 votes")
    assert found.votes == 30


def test_style_control_takes_length_for_what_it_is(store: Store) -> None:
    votes_, measured = prefers_long(store)
    control = taste.style_control(votes_, Question(), measured)
    (length,) = (effect for effect in control.effects if effect.trait is Trait.LENGTH)
    assert length.certain
    assert taste.effect_sentence(length).startswith("Longer answer: picked")
    assert control.unmeasured == 0


def test_votes_on_answers_without_measures_are_left_out_and_counted(store: Store) -> None:
    comparison_id = compared(store, ANN, BOB)
    store.write(votes.cast, comparison_id, VoteChoice.A).result()
    control = taste.style_control(ballots.gather(store), Question(), measures.read(store).measures)
    assert (control.unmeasured, control.shifts) == (1, ())


def test_each_rater_is_looked_at_alone_and_those_who_agree_are_found_to(store: Store) -> None:
    for number in range(12):
        comparison_id = compared(store, ANN, BOB)
        for rater in ("me", "Ada"):
            store.write(votes.cast, comparison_id, VoteChoice.A if number % 2 else VoteChoice.B, rater=rater).result()
    votes_ = ballots.gather(store)
    found = taste.tastes(votes_, Question(), measures.read(store).measures)
    assert {each.rater: (each.who, each.votes) for each in found} == {"me": ("You", 12), "Ada": ("Ada", 12)}
    assert taste.agreement(votes_, Question(rater="me")).alpha == 1.0
    assert taste.raters(votes_, Question(blind=True)) == ()


def test_what_was_said_again_measures_the_rater(store: Store) -> None:
    for letter in "aaaab":
        comparison_id = compared(store, ANN, BOB)
        store.write(votes.cast, comparison_id, VoteChoice.A, blind=True).result()
        say_again(store, comparison_id, letter)
    found = taste.taste_of(ballots.gather(store), Question(), measures.read(store).measures, "me")
    assert (found.votes, found.again.repeats, found.again.same) == (5, 5, 4)
