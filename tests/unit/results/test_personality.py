"""Profiles are averages over all answers, with intervals that hold what they promise."""

from __future__ import annotations

import numpy as np
import pytest

from lab.records import FinishReason, Framing, Side
from lab.results import ballots, examples, measures, personality
from lab.results.personality import Personality
from lab.results.question import Question
from lab.storage import Store, votes
from tests.unit.results.casting import compared, player, voted

ANN, BOB, BOB_ASKS = player("ann"), player("bob"), player("bob", Framing.QA)
LIST = "- one\n- two"


def profiles(store: Store, **question: object) -> dict[str, Personality]:
    measures.fill(store, measures.read(store).missing)
    found = personality.personalities(
        ballots.gather(store),
        Question(**question),  # type: ignore[arg-type]
        measures.read(store),
    )
    return {each.name: each for each in found}


def test_a_profile_is_over_all_answers_also_those_that_nobody_voted_on(store: Store) -> None:
    for text in (LIST, "plain", "plain"):
        compared(store, ANN, BOB, texts=(text, "plain"))
    voted(store, ANN, BOB, "a")
    found = profiles(store)
    assert found["ann"].answers == 4
    items = found["ann"].means["list_items"]
    assert (items.value, items.answers) == (0.5, 4)
    assert items.low == 0
    assert items.high is not None
    assert items.high > 0.5
    assert found["bob"].means["list_items"].value == 0


def test_endings_are_shares(store: Store) -> None:
    for reason in (FinishReason.END_OF_ANSWER, FinishReason.LENGTH_LIMIT, FinishReason.LENGTH_LIMIT):
        compared(store, ANN, BOB, reason=reason)
    ended = profiles(store)["ann"].means["stopped_by_itself"]
    assert ended.value == pytest.approx(1 / 3)
    assert ended.low is not None
    assert ended.high is not None
    assert 0 < ended.low < 1 / 3 < ended.high < 1


def test_correct_stands_beside_preferred(store: Store) -> None:
    made = voted(store, ANN, BOB, "aaab")
    for comparison_id in made:
        store.write(votes.judge, comparison_id, Side.A, False).result()
        store.write(votes.judge, comparison_id, Side.B, True, rater="Ada").result()
    found = profiles(store)
    assert found["ann"].preferred is not None
    assert (found["ann"].preferred.share, found["ann"].preferred.of) == (0.75, 4)
    assert found["ann"].preferred.low < 0.75 < found["ann"].preferred.high
    assert found["ann"].correct is not None
    assert (found["ann"].correct.share, found["ann"].correct.of) == (0.0, 4)
    assert found["bob"].correct is not None
    assert found["bob"].correct.share == 1.0
    assert profiles(store, rater="Ada")["ann"].correct is None


def test_folding_brings_the_answers_of_a_model_together(store: Store) -> None:
    compared(store, ANN, BOB)
    voted(store, ANN, BOB_ASKS, "a", reasons_b=["tone"])
    voted(store, ANN, BOB, "a")
    apart, together = profiles(store), profiles(store, fold_to_models=True)
    assert {name: each.answers for name, each in apart.items()} == {"ann": 3, "bob · raw": 2, "bob · qa": 1}
    assert {name: each.answers for name, each in together.items()} == {"ann": 3, "bob": 3}
    assert dict(together["bob"].described) == {"tone": 1}


def test_intervals_hold_the_true_average_as_often_as_they_say() -> None:
    draw = np.random.default_rng(5)
    for yes_no in (True, False):
        held = 0
        for _ in range(600):
            values = (draw.random(30) < 0.3 if yes_no else draw.normal(50, 10, 12)).astype(np.float32)
            mean = personality.mean_of(values, yes_no=yes_no)
            assert mean is not None
            assert mean.low is not None
            assert mean.high is not None
            held += mean.low <= (0.3 if yes_no else 50) <= mean.high
        assert 0.92 <= held / 600 <= 0.98, yes_no


def test_one_answer_has_no_interval_and_none_has_no_average() -> None:
    single = personality.mean_of(np.array([3.0, np.nan], dtype=np.float32), yes_no=False)
    assert single is not None
    assert (single.value, single.low, single.high, single.answers) == (3.0, None, None, 1)
    assert personality.mean_of(np.array([np.nan], dtype=np.float32), yes_no=False) is None


def test_an_example_is_a_real_answer_that_has_some_of_what_it_explains(store: Store) -> None:
    for text in ("plain words", LIST, "- only one", "plain words again"):
        compared(store, ANN, BOB, texts=(text, "plain"), prompt="List them.")
    measures.fill(store, measures.read(store).missing)
    votes_, measured = ballots.gather(store), measures.read(store)
    ids = {each.name: each.contestant.id for each in personality.personalities(votes_, Question(), measured)}
    found = examples.example_of(store, votes_, measured, ids["ann"], "list_items")
    assert found is not None
    assert (found.text, found.prompt, found.value, found.mean) == ("- only one", "List them.", 1.0, 0.75)
    none = examples.example_of(store, votes_, measured, ids["bob"], "list_items")
    assert none is not None
    assert (none.text, none.value) == ("plain", 0.0)
    assert examples.example_of(store, votes_, measured, "nobody", "list_items") is None
