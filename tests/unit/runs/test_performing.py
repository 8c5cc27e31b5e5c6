"""A run is carried out once, whatever ends it in between."""

import threading
from collections.abc import Callable

import pytest

from lab.errors import HistoryBusy, LabError, ModelFailed, NotInHistory, PromptRejected
from lab.generation.batch_rows import Row
from lab.records import AnswerState, Comparison, RunState, Side
from lab.runs.progress import RunProgress
from lab.storage import Store, answers, comparisons, runs, sessions, trash
from tests.unit.runs.asking import Puppet, again, echo, performance, planned

ALL_PROMPTS = [
    "Why is the sky blue?", "My cat is Mia.", "What is she called?", "And what is she?", "I am tired.",
]  # fmt: skip


def compared(store: Store, run_id: str) -> list[Comparison]:
    return store.read(runs.compared, run_id).result()


def state(store: Store, run_id: str) -> RunState:
    return store.read(runs.get, run_id).result().state


def test_every_prompt_is_asked_of_both_and_kept_as_an_ordinary_conversation(store: Store) -> None:
    plan = planned(store)
    done = performance(store, plan, Puppet(), Puppet()).perform()
    assert done.finished
    assert (done.done, done.planned) == (10, 10)
    tree = store.read(comparisons.of_session, plan.run.session_id).result()
    assert [each.prompt for each in tree] == ALL_PROMPTS
    assert [(each.a.text, each.b.text) for each in tree if each.a and each.b] == [
        (f"ann on {prompt}", f"bob on {prompt}") for prompt in ALL_PROMPTS
    ]
    first, second = tree[1], tree[2]
    assert (first.parent_id, second.parent_id) == (None, first.id)
    assert store.read(sessions.get, plan.run.session_id).result().title == "Small suite"
    assert state(store, plan.run.id) is RunState.FINISHED
    assert tree[0].a is not None
    assert tree[0].a.engine == "puppet 1"


@pytest.mark.parametrize("in_turn", [True, False])
@pytest.mark.parametrize("most", range(6))
def test_what_was_stopped_anywhere_goes_on_without_asking_anything_twice(
    store: Store, most: int, in_turn: bool
) -> None:
    plan = planned(store)
    stopped = [Puppet(most=most), Puppet(most=most)]
    assert not performance(store, plan, *stopped, in_turn=in_turn).perform().finished or most == 5
    rest = [Puppet(), Puppet()]
    assert performance(store, again(store, plan.run.id), *rest, in_turn=in_turn).perform().finished
    for first, second in zip(stopped, rest, strict=True):
        assert [prompt for _, prompt in first.asked + second.asked] == ALL_PROMPTS
    assert len(compared(store, plan.run.id)) == len(ALL_PROMPTS)


def test_a_conversation_goes_on_with_what_was_said_in_it(store: Store) -> None:
    plan = planned(store)
    performance(store, plan, Puppet(most=2), Puppet()).perform()
    rest = Puppet()
    performance(store, again(store, plan.run.id), rest, Puppet()).perform()
    going_on = rest.rows[0]
    assert (going_on.prompt, going_on.then) == ("What is she called?", ("And what is she?",))
    (turn,) = going_on.turns
    assert (turn.prompt, turn.response, turn.response_token_ids) == (
        "My cat is Mia.",
        "ann on My cat is Mia.",
        (1, 2, 3),
    )


def test_a_row_that_fails_ends_with_a_sentence_and_the_run_goes_on(store: Store) -> None:
    def too_long(row: Row, prompt: str) -> str:
        if prompt == "What is she called?":
            raise PromptRejected("The prompt is 9,000 tokens long; this model's context holds 4,096.")
        return echo(row, prompt)

    plan = planned(store)
    done = performance(store, plan, Puppet(too_long), Puppet()).perform()
    assert done.finished
    of_a = done.sides[Side.A]
    assert (of_a.done, of_a.failed, of_a.never_asked) == (4, 1, 1)
    failed = next(each.a for each in compared(store, plan.run.id) if each.prompt == "What is she called?")
    assert failed is not None
    assert (failed.state, failed.problem) == (
        AnswerState.FAILED, "The prompt is 9,000 tokens long; this model's context holds 4,096.",
    )  # fmt: skip
    # It is over: nobody asks it again.
    rest = Puppet()
    assert performance(store, again(store, plan.run.id), rest, Puppet()).perform().finished
    assert rest.asked == []


def test_a_model_that_cannot_be_loaded_ends_the_run_and_keeps_what_the_other_said(store: Store) -> None:
    class Unloadable(Puppet):
        def run(self, rows):  # type: ignore[no-untyped-def]
            raise ModelFailed("It can't be loaded.")
            yield

    plan = planned(store)
    with pytest.raises(ModelFailed):
        performance(store, plan, Unloadable(), Puppet(), in_turn=False).perform()
    assert sum(each.b is not None for each in compared(store, plan.run.id)) == len(ALL_PROMPTS)
    assert state(store, plan.run.id) is RunState.STOPPED


def test_stop_ends_it_soon_and_starts_no_other_model(store: Store) -> None:
    def stop(row: Row, prompt: str) -> str:
        going.stop()
        return echo(row, prompt)

    plan, b = planned(store), Puppet()
    going = performance(store, plan, Puppet(stop), b)
    assert not going.perform().finished
    assert b.asked == []
    assert state(store, plan.run.id) is RunState.STOPPED


def test_an_answer_that_cannot_be_kept_ends_the_run_with_the_reason(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    plan = planned(store)
    monkeypatch.setattr(runs, "keep_answer", _refusing(HistoryBusy("It is in use."), 10**9))
    with pytest.raises(HistoryBusy):
        performance(store, plan, Puppet(), Puppet()).perform()
    assert state(store, plan.run.id) is RunState.STOPPED
    assert compared(store, plan.run.id) == []


def test_a_history_that_is_busy_for_a_moment_costs_nothing(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    plan = planned(store)
    monkeypatch.setattr(runs, "keep_answer", _refusing(HistoryBusy("It is in use."), 2))
    assert performance(store, plan, Puppet(), Puppet()).perform().finished


def _refusing(error: LabError, times: int) -> Callable[..., bool]:
    keep, left = runs.keep_answer, [times]

    def refuse(*arguments: object) -> bool:
        left[0] -= 1
        if left[0] >= 0:
            raise error
        return keep(*arguments)  # type: ignore[arg-type]

    return refuse


def test_two_cannot_be_at_one_run(store: Store) -> None:
    def meanwhile(row: Row, prompt: str) -> str:
        with pytest.raises(LabError, match="going on already"):
            performance(store, plan, Puppet(), Puppet()).perform()
        return echo(row, prompt)

    plan = planned(store)
    assert performance(store, plan, Puppet(meanwhile), Puppet()).perform().finished


def test_what_somebody_threw_away_is_not_asked_again(store: Store) -> None:
    plan = planned(store)
    performance(store, plan, Puppet(most=2), Puppet(most=0)).perform()
    cat = next(each for each in compared(store, plan.run.id) if each.prompt == "My cat is Mia.")
    store.write(trash.put_comparison, cat.id).result()
    a, b = Puppet(), Puppet()
    done = performance(store, again(store, plan.run.id), a, b).perform()
    assert done.finished
    assert [prompt for _, prompt in a.asked] == ["I am tired."]
    assert [prompt for _, prompt in b.asked] == ["Why is the sky blue?", "I am tired."]
    assert [side.never_asked for side in done.sides.values()] == [2, 3]


def test_a_run_in_the_trash_is_not_gone_on_with(store: Store) -> None:
    plan = planned(store)
    store.write(trash.put_session, plan.run.session_id).result()
    with pytest.raises(NotInHistory):
        performance(store, plan, Puppet(), Puppet()).perform()


def test_together_the_threads_are_shared_and_the_last_one_has_them_all(store: Store) -> None:
    both = threading.Barrier(2)

    def wait(row: Row, prompt: str) -> str:
        if prompt == ALL_PROMPTS[0]:
            both.wait()  # neither is done before the other has begun
        return echo(row, prompt)

    a, b = Puppet(wait), Puppet(wait)
    performance(store, planned(store), a, b, in_turn=False, threads=3).perform()
    assert a.threads[:2] == [3, 2]
    assert b.threads[0] == 1
    assert 3 in (a.threads[-1], b.threads[-1])


def test_progress_is_told_and_ends_whole(store: Store) -> None:
    told: list[RunProgress] = []
    ticks = iter(range(1000))
    performance(
        store, planned(store), Puppet(), Puppet(), tell=told.append, tell_every_s=0, clock=lambda: next(ticks)
    ).perform()
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert told[-1].done == 10
    assert max(each.sides[Side.A].writing for each in told) == 1
    assert [side.writing for side in told[-1].sides.values()] == [0, 0]
    assert told[-1].left_s == 0
    assert any(each.left_s for each in told[:-1])


def test_pause_reaches_the_engines(store: Store) -> None:
    a, b = Puppet(), Puppet()
    going = performance(store, planned(store), a, b)
    going.pause()
    assert (a.paused, b.paused, going.progress().paused) == (True, True, True)
    going.resume()
    assert (a.paused, b.paused, going.progress().paused) == (False, False, False)


def test_a_pause_is_told_at_once(store: Store) -> None:
    told: list[RunProgress] = []

    def pause(row: Row, prompt: str) -> str:
        if len(a.asked) == 1:
            going.pause()
        if len(a.asked) == 2:
            going.resume()
        return echo(row, prompt)

    a = Puppet(pause)
    going = performance(store, planned(store), a, Puppet(), tell=told.append, tell_every_s=10**9)
    going.perform()
    assert len(told) == 3  # the pause, its end, and the end of it all
    assert not told[-1].paused


def test_answers_have_the_seeds_of_their_rows(store: Store) -> None:
    plan = planned(store, times=2)
    performance(store, plan, Puppet(), Puppet()).perform()
    for row in plan.rows():
        kept = store.read(answers.get, plan.answer_id(row, 0)).result()
        assert kept.contestant.sampler.seed == row.contestant.sampler.seed
