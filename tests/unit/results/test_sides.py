"""What two sides are like over some answers, and nobody else's."""

from dataclasses import replace

import pytest

from lab.records import Contestant, Framing, Side
from lab.results import measures
from lab.results.progress import GaveUp
from lab.results.sides import side_names, side_profiles
from lab.runs.plan import RunPlan
from lab.storage import Store
from tests.unit.runs.asking import Puppet, contestant, performance, planned

ITEM = {"id": "sky", "prompt": "Why is the sky blue?"}


def ran(store: Store, a: str, b: str) -> RunPlan:
    plan = planned(store, ITEM, times=3)
    performance(store, plan, Puppet(lambda row, prompt: a), Puppet(lambda row, prompt: b)).perform()
    return plan


def ids(plan: RunPlan) -> dict[Side, list[str]]:
    return {side: [plan.answer_id(row, 0) for row in plan.rows() if row.side is side] for side in Side}


def players(plan: RunPlan) -> dict[Side, Contestant]:
    return {Side.A: plan.run.a, Side.B: plan.run.b}


def test_each_side_has_the_averages_of_its_own_answers(store: Store) -> None:
    plan = ran(store, "one two three", "one")
    found = side_profiles(store, players(plan), ids(plan))
    assert [found[side].answers for side in Side] == [3, 3]
    assert [found[side].means["words"].value for side in Side] == [3.0, 1.0]
    assert [found[side].name for side in Side] == ["ann", "bob"]
    assert found[Side.A].means["stopped_by_itself"].value == 1.0


def test_answers_of_other_runs_do_not_count_and_are_not_measured(store: Store) -> None:
    other = ran(store, "one two three four five", "one")
    plan = ran(store, "one two three", "one")
    found = side_profiles(store, players(plan), ids(plan))
    assert (found[Side.A].answers, found[Side.A].means["words"].value) == (3, 3.0)
    assert set(measures.read(store).missing) == {each for of in ids(other).values() for each in of}


def test_answers_that_are_not_there_are_passed_over(store: Store) -> None:
    plan = planned(store, ITEM, times=3)
    performance(store, plan, Puppet(most=1), Puppet(most=0)).perform()
    found = side_profiles(store, players(plan), ids(plan))
    assert [found[side].answers for side in Side] == [1, 0]
    assert found[Side.B].means == {}


def test_it_can_be_given_up(store: Store) -> None:
    plan = ran(store, "one", "two")
    with pytest.raises(GaveUp):
        side_profiles(store, players(plan), ids(plan), stopped=lambda: True)


def test_names_are_as_short_as_tells_the_sides_apart() -> None:
    ann, bob = contestant("ann"), contestant("bob")
    assert side_names({Side.A: ann, Side.B: bob}) == {Side.A: "ann", Side.B: "bob"}
    raw, asked = replace(ann, framing=Framing.RAW), replace(ann, framing=Framing.QA)
    assert side_names({Side.A: raw, Side.B: asked}) == {Side.A: "ann · raw", Side.B: "ann · qa"}
    assert side_names({Side.A: ann, Side.B: ann}) == {Side.A: "ann", Side.B: "ann"}
