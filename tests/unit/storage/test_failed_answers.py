"""What failed in a run can be asked again; what somebody has made of it stays."""

from __future__ import annotations

import pytest

from lab.errors import LabError, NotInHistory, PromptRejected
from lab.generation.batch_rows import Row
from lab.records import AnswerState, RunState, Side, VoteChoice
from lab.runs.plan import RunPlan
from lab.storage import Store, answers, comparisons, failed_answers, runs, search, votes
from lab.storage.search import Filter
from tests.unit.runs.asking import Puppet, again, echo, performance, planned


def fails_on(*prompts: str) -> Puppet:
    def say(row: Row, prompt: str) -> str:
        if prompt in prompts:
            raise PromptRejected("It is too long.")
        return echo(row, prompt)

    return Puppet(say=say)


def performed(store: Store, a: Puppet, b: Puppet) -> RunPlan:
    plan = planned(store)
    performance(store, plan, a, b).perform()
    return plan


def forget(store: Store, plan: RunPlan) -> int:
    return store.write(failed_answers.forget, plan.run.id).result()


def states(store: Store, plan: RunPlan) -> list[tuple[str, list[str]]]:
    """Each prompt with its answers: ``a`` for one of A, ``A`` for one that failed."""
    found = store.read(comparisons.of_session, plan.run.session_id).result()
    return [
        (
            each.prompt,
            [
                side.upper() if answer.state is AnswerState.FAILED else side.value
                for side, answer in ((Side.A, each.a), (Side.B, each.b))
                if answer is not None
            ],
        )
        for each in found
    ]


def test_only_what_failed_is_asked_again(store: Store) -> None:
    plan = performed(store, fails_on("What is she called?"), fails_on("I am tired."))
    assert forget(store, plan) == 2
    assert store.read(runs.get, plan.run.id).result().state is RunState.STOPPED
    a, b = Puppet(), Puppet()
    assert performance(store, again(store, plan.run.id), a, b).perform().finished
    assert [prompt for _, prompt in a.asked] == ["What is she called?", "And what is she?"]
    assert [prompt for _, prompt in b.asked] == ["I am tired."]
    assert all(sides == ["a", "b"] for _, sides in states(store, plan))


def test_where_both_failed_the_prompt_goes_from_list_and_search(store: Store) -> None:
    plan = performed(store, fails_on("I am tired."), fails_on("I am tired."))
    assert forget(store, plan) == 2
    assert "I am tired." not in [prompt for prompt, _ in states(store, plan)]
    assert store.read(search.find, Filter(text="tired")).result() == []


def test_without_failed_answers_a_finished_run_stays_finished(store: Store) -> None:
    plan = performed(store, Puppet(), Puppet())
    assert forget(store, plan) == 0
    assert store.read(runs.get, plan.run.id).result().state is RunState.FINISHED


def test_what_was_voted_on_stays(store: Store) -> None:
    plan = performed(store, fails_on("I am tired."), Puppet())
    (place,) = [each for each in store.read(runs.places, plan.run.id).result() if each.item_id == "coach"]
    store.write(votes.cast, place.comparison_id, VoteChoice.B, blind=False, shown_first=Side.A).result()
    assert forget(store, plan) == 0
    assert ("I am tired.", ["A", "b"]) in states(store, plan)


def test_what_somebody_went_on_from_stays(store: Store) -> None:
    plan = performed(store, fails_on("I am tired."), fails_on("I am tired."))
    (place,) = [each for each in store.read(runs.places, plan.run.id).result() if each.item_id == "coach"]
    answer_id = store.write(answers.begin, plan.run.a).result()
    store.write(comparisons.add, plan.run.session_id, "Why?", a=answer_id, parent_id=place.comparison_id).result()
    assert forget(store, plan) == 0
    assert ("I am tired.", ["A", "B"]) in states(store, plan)


def test_an_answer_that_stands_elsewhere_too_stays(store: Store) -> None:
    plan = performed(store, fails_on("I am tired."), Puppet())
    (place,) = [each for each in store.read(runs.places, plan.run.id).result() if each.item_id == "coach"]
    failed_id, _ = place.answers[Side.A]
    new_id = store.write(answers.begin, plan.run.b).result()
    store.write(comparisons.add, plan.run.session_id, "I am tired.", a=failed_id, b=new_id).result()
    assert forget(store, plan) == 0


def test_while_somebody_is_at_it_nothing_goes(store: Store) -> None:
    plan = performed(store, fails_on("I am tired."), Puppet())
    store.write(runs.claim, plan.run.id).result()
    with pytest.raises(LabError, match="This run is going on"):
        forget(store, plan)


def test_a_run_that_is_not_there_is_said_so(store: Store) -> None:
    with pytest.raises(NotInHistory):
        store.write(failed_answers.forget, "nothing").result()
