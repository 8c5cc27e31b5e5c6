"""The order of a blind session and what is made of its votes."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.records import VoteChoice
from lab.session.blind_session import LEAST_STEPS_BETWEEN, BlindSession, plan

A, B, TIE, BAD = VoteChoice.A, VoteChoice.B, VoteChoice.TIE, VoteChoice.BOTH_BAD

prompts = st.lists(st.text(max_size=5), min_size=1, max_size=60)
seeds = st.integers(0, 2**32)
choices = st.sampled_from([A, B, TIE, BAD, None])


def walked(session: BlindSession, votes: list[VoteChoice | None]) -> tuple[BlindSession, list[int]]:
    """A session to its end, with a vote at each place, and the places that were shown."""
    places = []
    while session.current is not None:
        places.append(session.place)
        session = session.voted(votes[session.place]).next()
    return session, places


@given(prompts, st.floats(0, 1), seeds)
def test_the_prompts_come_in_their_order_and_each_repeat_long_after_its_first(
    given_prompts: list[str], share: float, seed: int
) -> None:
    steps = plan(given_prompts, share, random.Random(seed)).steps
    assert [step.prompt for step in steps if step.repeat_of is None] == given_prompts
    repeats = [(place, step) for place, step in enumerate(steps) if step.repeat_of is not None]
    for place, step in repeats:
        assert step.repeat_of is not None
        assert place - step.repeat_of >= LEAST_STEPS_BETWEEN
        assert steps[step.repeat_of].repeat_of is None
        assert steps[step.repeat_of].prompt == step.prompt
    assert len({step.repeat_of for _, step in repeats}) == len(repeats), "no pair comes three times"


@pytest.mark.parametrize(("count", "repeats"), [(1, 0), (4, 0), (5, 1), (12, 1), (16, 2), (40, 4), (500, 50)])
@given(seed=seeds)
def test_a_tenth_comes_again_and_from_five_prompts_on_at_least_one(count: int, repeats: int, seed: int) -> None:
    steps = plan([str(number) for number in range(count)], chance=random.Random(seed)).steps
    assert sum(step.repeat_of is not None for step in steps) == repeats


def test_which_one_comes_again_and_when_is_drawn() -> None:
    orders = {plan("abcdef", chance=random.Random(seed)).steps for seed in range(200)}
    firsts = {step.repeat_of for steps in orders for step in steps if step.repeat_of is not None}
    assert firsts == {0, 1, 2, 3}
    assert len(orders) == 4 + 3 + 2 + 1, "each place that is late enough"


def test_without_a_share_nothing_comes_again() -> None:
    assert all(step.repeat_of is None for step in plan("abcdefghij", 0.0).steps)


def test_a_session_needs_a_prompt() -> None:
    with pytest.raises(ValueError, match="prompt"):
        plan([])


@given(prompts, seeds, st.data())
def test_a_session_ends_and_shows_what_it_said_it_would(
    given_prompts: list[str], seed: int, data: st.DataObject
) -> None:
    session = plan(given_prompts, 0.5, random.Random(seed))
    votes = data.draw(st.lists(choices, min_size=len(session.steps), max_size=len(session.steps)))
    over, places = walked(session, votes)
    assert over.current is None
    assert over.vote is None
    assert over.count == len(places)
    shown = {place for place, step in enumerate(session.steps) if step.repeat_of is None or votes[step.repeat_of]}
    assert places == sorted(shown)
    summary = over.summary()
    assert summary.pairs == sum(votes[place] is not None for place in places if session.steps[place].repeat_of is None)
    assert 0 <= summary.same <= summary.repeats <= summary.pairs


@given(prompts, seeds, st.data())
def test_its_numbers_go_up_by_one_to_the_last(given_prompts: list[str], seed: int, data: st.DataObject) -> None:
    session = plan(given_prompts, 0.5, random.Random(seed))
    numbers = []
    while session.current is not None:
        session = session.voted(data.draw(choices))
        numbers.append(session.number)
        assert session.number <= session.count <= len(session.steps)
        session = session.next()
    assert numbers[0] == 1
    assert all(later - earlier == 1 for earlier, later in pairwise(numbers))
    assert numbers[-1] == session.count


def repeated_once() -> tuple[BlindSession, int, int]:
    session = plan("abcdef", chance=random.Random(3))
    again = next(place for place, step in enumerate(session.steps) if step.repeat_of is not None)
    first = session.steps[again].repeat_of
    assert first is not None
    return session, first, again


@pytest.mark.parametrize(
    ("before", "after", "same"), [(A, A, 1), (A, B, 0), (TIE, TIE, 1), (BAD, TIE, 0), (BAD, BAD, 1), (TIE, A, 0)]
)
def test_agreement_is_the_same_vote_on_the_same_answers(before: VoteChoice, after: VoteChoice, same: int) -> None:
    session, first, again = repeated_once()
    votes: list[VoteChoice | None] = [B] * len(session.steps)
    votes[first], votes[again] = before, after
    summary = walked(session, votes)[0].summary()
    assert (summary.pairs, summary.repeats, summary.same) == (6, 1, same)


def test_a_repeat_of_what_was_not_voted_on_is_passed_over() -> None:
    session, first, again = repeated_once()
    votes: list[VoteChoice | None] = [B] * len(session.steps)
    votes[first] = None
    over, places = walked(session, votes)
    assert again not in places
    assert over.count == 6
    assert (over.summary().pairs, over.summary().repeats) == (5, 0)


def test_only_a_pair_that_is_still_to_come_again_must_stay_hidden() -> None:
    session, first, again = repeated_once()
    hidden = []
    while session.current is not None:
        if session.comes_again:
            hidden.append(session.place)
        session = session.voted(A).next()
    assert hidden == [first]
    assert again not in hidden


def test_a_vote_can_be_changed_and_taken_back_until_one_goes_on() -> None:
    session = plan("ab").voted(A).voted(TIE)
    assert session.vote is TIE
    assert session.voted(None).summary().pairs == 0


def test_nothing_can_be_said_once_it_is_over() -> None:
    over = plan("a").next()
    for action in (over.next, lambda: over.voted(A)):
        with pytest.raises(ValueError, match="over"):
            action()


def test_the_summary_says_no_more_than_there_is() -> None:
    session, _, _ = repeated_once()
    assert session.summary().sentence == "You have not voted."
    assert session.summary().agreement == ""
    over = walked(session, [A] * len(session.steps))[0]
    assert over.summary().sentence == "You voted on 6 pairs."
    assert "you said the same again" in over.summary().agreement
    many = walked(plan([str(each) for each in range(30)]), [A] * 33)[0]
    assert many.summary().agreement.endswith("you said the same again 3 of 3 times.")
    assert walked(plan("a"), [A])[0].summary().sentence == "You voted on 1 pair."
