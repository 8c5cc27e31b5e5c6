"""What a run asks follows from what is kept of it, and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lab.errors import LabError
from lab.generation.sampler_ranges import MAX_SEED
from lab.records import Framing, RunSettings, Side
from lab.runs.plan import RunPlan, new_run, seed_of
from lab.storage import Store
from tests.unit.runs.asking import again, contestant, planned, suite


def plan(times: int = 2) -> RunPlan:
    made = new_run(suite(), contestant("ann"), contestant("bob"), samples=times, settings=RunSettings())
    return RunPlan.of(made)


def test_every_item_is_asked_of_each_side_as_often_as_it_is_sampled() -> None:
    rows = list(plan().rows())
    assert [(row.item.id, row.sample, row.side) for row in rows[:4]] == [
        ("sky", 0, Side.A), ("sky", 0, Side.B), ("sky", 1, Side.A), ("sky", 1, Side.B),
    ]  # fmt: skip
    assert [row.number for row in rows] == list(range(3 * 2 * 2))
    assert plan().answers_of_a_side == (1 + 3 + 1) * 2 == sum(len(row.prompts) for row in rows) / 2


def test_a_kept_plan_is_the_same_plan(store: Store) -> None:
    made = planned(store, times=3)
    assert list(again(store, made.run.id).rows()) == list(made.rows())


def test_no_two_answers_and_no_two_prompts_share_an_id() -> None:
    made, other = plan(), plan()
    ids = [each.answer_id(row, place) for each in (made, other) for row in each.rows() for place in range(3)]
    assert len(set(ids)) == len(ids)
    of_a, of_b = (next(row for row in made.rows() if row.side is side) for side in Side)
    assert made.comparison_id(of_a, 0) == made.comparison_id(of_b, 0)
    assert made.comparison_id(of_a, 0) != made.comparison_id(of_a, 1)


@given(st.integers(0, MAX_SEED), st.integers(0, 49))
def test_seeds_are_of_the_row_alone_and_in_range(base: int, sample: int) -> None:
    seed = seed_of(base, "sky", sample, Side.A)
    assert 0 <= seed <= MAX_SEED
    assert seed == seed_of(base, "sky", sample, Side.A)
    assert len({seed, seed_of(base, "sky", sample, Side.B), seed_of(base, "sky", sample + 1, Side.A)}) == 3


def test_each_sample_has_a_seed_of_its_own() -> None:
    seeds = [row.contestant.sampler.seed for row in plan(5).rows()]
    assert len(set(seeds)) == len(seeds)


def test_an_items_system_prompt_is_for_those_who_are_told_something() -> None:
    chat = replace(contestant("bob"), framing=Framing.CHAT, system_prompt="Be brief.")
    made = RunPlan.of(new_run(suite(), contestant("ann"), chat, samples=1, settings=RunSettings()))
    told = {(row.item.id, row.side): row.contestant.system_prompt for row in made.rows()}
    assert told["coach", Side.B] == "You are a coach."
    assert told["sky", Side.B] == "Be brief."
    # A raw prompt is continued; whatever stands before it would be continued too.
    assert told["coach", Side.A] == ""


def test_a_suite_of_another_version_is_a_sentence() -> None:
    kept = replace(plan().run, suite='{"id":"small","title":"x","items":[],"new_field":1}')
    with pytest.raises(LabError, match="Small suite"):
        RunPlan.of(kept)
