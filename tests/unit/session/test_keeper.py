from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from lab.errors import LabError, NotEnoughDisk, NotInHistory
from lab.records import AnswerState, Comparison, KeptAnswer, Origin, Side
from lab.session import keeping
from lab.session.keeper import Keeper
from lab.session.keeping import keep
from lab.session.session import Session
from lab.storage import Store, comparisons, sessions
from tests.unit.session.stand_ins import Notes, RunnerStandIn, answer
from tests.unit.storage.samples import contestant, response

BOTH = {Side.A: contestant("a-model"), Side.B: contestant("b-model")}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "history.db") as opened:
        yield opened


def begun(text: str = "") -> KeptAnswer:
    return KeptAnswer(
        id=f"answer {text}",
        state=AnswerState.STREAMING,
        contestant=contestant(),
        text="",
        response=None,
        engine="",
        problem="",
        begun_utc="",
        saved_utc="",
    )


def comparison(name: str = "one", answer_a: KeptAnswer | None = None) -> Comparison:
    return Comparison(
        id=name,
        session_id="s",
        parent_id=None,
        origin=Origin.PROMPT,
        prompt="Why?",
        created_utc="",
        trashed_utc=None,
        a=answer_a or begun(name),
        b=None,
    )


def done(each: Comparison, text: str = "Because.") -> Comparison:
    assert each.a is not None
    finished = replace(each.a, state=AnswerState.FINISHED, text=text, response=response(text, of=contestant()))
    return replace(each, a=finished)


def test_a_whole_exchange_is_in_the_history_with_everything_that_made_it(store: Store) -> None:
    session = Session(RunnerStandIn(), Keeper(store, print), Notes())  # type: ignore[arg-type]
    session.send("Why?", BOTH)
    for envelope in (*answer(Side.A, "from a"), *answer(Side.B, "from b")):
        session.take(envelope)
    (kept,) = store.read(comparisons.of_session, session.id).result()
    assert kept.prompt == "Why?"
    assert kept.a is not None
    assert kept.a.response is not None
    assert (kept.a.state, kept.a.text, kept.a.engine) == (AnswerState.FINISHED, "from a", "engine 1")
    assert kept.a.response.token_ids == (1, 2)
    assert kept.id == session.current


def test_what_streams_is_there_before_the_answer_ends(store: Store) -> None:
    keeper = Keeper(store, print)
    keeper.keep(comparison())
    keeper.append("answer one", "half an ")
    keeper.append("answer one", "answer")
    kept = store.read(comparisons.get, "one").result()
    assert kept.a is not None
    assert (kept.a.state, kept.a.text) == (AnswerState.STREAMING, "half an answer")


def test_keeping_the_same_twice_changes_nothing(store: Store) -> None:
    for _ in range(2):
        store.write(keep, comparison()).result()
    for _ in range(2):
        store.write(keep, done(comparison())).result()
    assert len(store.read(sessions.listed).result()) == 1
    kept = store.read(comparisons.get, "one").result()
    assert kept.a is not None
    assert kept.a.text == "Because."


def test_a_finished_answer_is_kept_even_if_its_beginning_was_not(store: Store) -> None:
    store.write(keep, done(comparison())).result()
    kept = store.read(comparisons.get, "one").result()
    assert kept.a is not None
    assert (kept.a.state, kept.a.text) == (AnswerState.FINISHED, "Because.")


def test_what_a_full_disk_refused_is_kept_with_the_next_and_nothing_is_lost(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[LabError | None] = []
    keeper = Keeper(store, told.append)

    def full(*_: Any) -> None:
        raise NotEnoughDisk("The history can't be written: the disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(keeping, "keep", full)
        keeper.keep(done(comparison("one")))
        store.read(sessions.listed).result()  # whatever was asked before is over now
    assert [type(each) for each in told] == [NotEnoughDisk]
    keeper.keep(done(comparison("two")))
    assert {each.id for each in store.read(comparisons.of_session, "s").result()} == {"one", "two"}
    assert told[-1] is None


def test_trying_again_keeps_what_was_refused(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    fine = threading.Event()
    keeper = Keeper(store, lambda error: fine.set() if error is None else None)

    def full(*_: Any) -> None:
        raise NotEnoughDisk("The history can't be written: the disk is full.")

    with monkeypatch.context() as patched:
        patched.setattr(keeping, "keep", full)
        keeper.keep(done(comparison()))
        store.read(sessions.listed).result()
    keeper.retry()
    assert fine.wait(10)
    assert store.read(comparisons.get, "one").result().a is not None


def test_without_a_history_everything_waits_for_one(store: Store) -> None:
    done_with: list[str] = []
    keeper = Keeper(None, print)
    keeper.keep(done(comparison()))
    keeper.do(lambda work: done_with.append(comparisons.get(work, "one").prompt))
    assert keeper.waits
    keeper.attach(store)
    store.read(sessions.listed).result()
    assert not keeper.waits
    assert done_with == ["Why?"]  # it found what it is about


def test_after_letting_go_of_a_history_nothing_more_comes_into_it(store: Store) -> None:
    keeper = Keeper(store, print)
    keeper.keep(comparison("one"))
    store.read(sessions.listed).result()
    keeper.detach()
    keeper.keep(comparison("two"))
    keeper.append("answer one", "too late")
    assert keeper.waits
    keeper.detach()
    assert not keeper.waits
    (kept,) = store.read(comparisons.of_session, "s").result()
    assert kept.id == "one"
    assert kept.a is not None
    assert kept.a.text == ""


def test_what_was_kept_in_memory_only_is_kept_again_in_a_real_history(tmp_path: Path, store: Store) -> None:
    (tmp_path / "a file").touch()
    keeper = Keeper(None, print)
    with Store(tmp_path / "a file" / "history.db") as fleeting:
        assert not fleeting.lasting
        keeper.attach(fleeting)
        keeper.keep(done(comparison()))
        assert fleeting.read(comparisons.get, "one").result().a is not None
        keeper.attach(store)
    assert store.read(comparisons.get, "one").result().a is not None


def test_what_can_never_be_kept_is_told_and_stands_in_nobodys_way(store: Store) -> None:
    told: list[LabError | None] = []
    keeper = Keeper(store, told.append)
    keeper.keep(replace(done(comparison("lost")), parent_id="deleted for good"))
    keeper.keep(done(comparison("one")))
    for _ in range(2):
        store.read(sessions.listed).result()
    assert [each.id for each in store.read(comparisons.of_session, "s").result()] == ["one"]
    assert isinstance(told[0], NotInHistory)
    assert not keeper.waits


def test_each_vote_is_written_once(store: Store) -> None:
    keeper = Keeper(store, print)
    keeper.keep(done(comparison()))
    written: list[int] = []
    for number in range(50):
        keeper.do(lambda _work, number=number: written.append(number))
    store.read(sessions.listed).result()
    assert written == list(range(50))
