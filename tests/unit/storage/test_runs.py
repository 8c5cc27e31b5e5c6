"""Runs in the history: each answer once, one program at a time, gone with their conversation."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psutil
import pytest

from lab.errors import LabError, NotInHistory
from lab.records import InRun, KeptRun, RunSettings, RunState, Schedule, Side, VoteChoice
from lab.stamps import new_id
from lab.storage import Store, comparisons, judged, migrate, owner, runs, search, sessions, trash, votes
from lab.storage.connection import close, connect, raw_connection, set_for_writing
from lab.storage.search import Filter
from tests.unit.storage.samples import compared, contestant, response

WHEN = "2026-01-01T00:00:00.000Z"


def a_run(suite_id: str = "small") -> KeptRun:
    whole = '{"id":"small","title":"Small"}'
    return KeptRun(
        id=new_id(),
        session_id=new_id(),
        suite_id=suite_id,
        suite_title="Small",
        suite=whole,
        suite_sha256=runs.sha256_of(whole),
        a=contestant("ann", seed=0),
        b=contestant("bob", seed=0),
        samples=2,
        settings=RunSettings(seed=9, context_tokens=1024, schedule=Schedule.IN_TURN),
        state=RunState.STOPPED,
        created_utc="",
        updated_utc="",
    )


@pytest.fixture
def run(store: Store) -> KeptRun:
    made = a_run()
    store.write(runs.create, made).result()
    return made


def answered(run: KeptRun, side: Side = Side.A, item_id: str = "sky", **other: object) -> runs.Answered:
    who = run.a if side is Side.A else run.b
    made = runs.Answered(
        in_run=InRun(run_id=run.id, suite_id=run.suite_id, item_id=item_id, sample=0),
        session_id=run.session_id,
        comparison_id=f"c-{item_id}",
        parent_id=None,
        prompt="Why?",
        side=side,
        answer_id=f"{side}-{item_id}",
        contestant=who,
        response=response(f"said by {side}", of=who),
        problem="",
        engine="llama.cpp b1",
        begun_utc=WHEN,
    )
    return replace(made, **other)  # type: ignore[arg-type]


def test_a_run_is_read_as_it_was_kept(store: Store, run: KeptRun) -> None:
    kept = store.read(runs.get, run.id).result()
    assert replace(kept, created_utc="", updated_utc="") == run
    assert store.read(runs.listed).result() == [kept]
    assert store.read(runs.listed, suite_id="other").result() == []
    assert store.read(runs.resolve, run.id[:8]).result() == run.id
    with pytest.raises(NotInHistory):
        store.read(runs.resolve, "zz").result()


def test_the_first_answer_makes_the_comparison_and_the_second_completes_it(store: Store, run: KeptRun) -> None:
    assert store.write(runs.keep_answer, answered(run)).result()
    half = store.read(comparisons.get, "c-sky").result()
    assert (half.a is not None, half.b, half.in_run) == (True, None, answered(run).in_run)
    assert store.write(runs.keep_answer, answered(run, Side.B)).result()
    whole = store.read(comparisons.get, "c-sky").result()
    assert whole.a is not None
    assert whole.b is not None
    assert (whole.a.text, whole.b.text, whole.b.engine, whole.b.begun_utc) == (
        "said by a", "said by b", "llama.cpp b1", WHEN,
    )  # fmt: skip
    (hit,) = store.read(search.find, Filter(text='"said by b"')).result()
    assert (hit.model_a, hit.model_b) == ("ann", "bob")
    assert store.read(runs.counts, run.id).result() == (2, 0)


def test_an_answer_is_kept_once(store: Store, run: KeptRun) -> None:
    store.write(runs.keep_answer, answered(run)).result()
    again = answered(run, response=response("something else", of=run.a))
    assert not store.write(runs.keep_answer, again).result()
    kept = store.read(comparisons.get, "c-sky").result().a
    assert kept is not None
    assert kept.text == "said by a"
    # Nor is an answer of another name put in its place.
    assert not store.write(runs.keep_answer, answered(run, answer_id="another")).result()


def test_an_answer_goes_in_whole_or_not_at_all(store: Store, run: KeptRun) -> None:
    orphan = answered(run, session_id="gone")
    with pytest.raises(NotInHistory):
        store.write(runs.keep_answer, orphan).result()
    assert store.read(runs.counts, run.id).result() == (0, 0)
    assert store.write(runs.keep_answer, answered(run)).result()


def test_one_at_a_time(store: Store, run: KeptRun) -> None:
    store.write(runs.claim, run.id).result()
    with pytest.raises(LabError, match="going on already"):
        store.write(runs.claim, run.id).result()
    store.write(runs.claim, run.id, left_by_this_process=True).result()
    store.write(runs.release, run.id, finished=True).result()
    assert store.read(runs.get, run.id).result().state is RunState.FINISHED
    store.write(runs.claim, run.id).result()


def test_a_run_whose_program_was_killed_is_stopped(store: Store, run: KeptRun) -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as other:
        name = f"{other.pid}@{psutil.Process(other.pid).create_time():.2f}"
        assert owner.is_alive(name)
        store.write(lambda work: runs._set_state(work, run.id, RunState.RUNNING, name)).result()
        assert store.read(runs.get, run.id).result().state is RunState.RUNNING
        other.kill()
    assert store.read(runs.get, run.id).result().state is RunState.STOPPED
    store.write(runs.claim, run.id).result()


def test_a_run_goes_with_its_conversation_and_its_players_with_it(store: Store, run: KeptRun) -> None:
    other = a_run()
    store.write(runs.create, other).result()
    store.write(runs.keep_answer, answered(run)).result()
    store.write(trash.put_session, run.session_id).result()
    assert [each.id for each in store.read(runs.listed).result()] == [other.id]
    later = datetime.now(UTC) + timedelta(days=60)
    store.write(trash.purge, later).result()
    with pytest.raises(NotInHistory):
        store.read(runs.get, run.id).result()
    # The other run has no answer yet, but it is still to be played by its players.
    assert store.read(runs.get, other.id).result().a == other.a


def test_votes_know_the_suite(store: Store, run: KeptRun) -> None:
    for side in Side:
        store.write(runs.keep_answer, answered(run, side)).result()
    store.write(votes.cast, "c-sky", VoteChoice.A).result()
    store.write(votes.judge, "c-sky", Side.B, True).result()
    by_hand = compared(store)
    store.write(votes.cast, by_hand, VoteChoice.B).result()
    found = {each.comparison.id: each.suite for each in store.read(judged.voted_on).result()}
    assert found == {"c-sky": "small", by_hand: ""}
    assert [each.suite for each in store.read(judged.judgements).result()] == ["small"]


def test_places_tell_how_far_it_is(store: Store, run: KeptRun) -> None:
    store.write(runs.keep_answer, answered(run)).result()
    failed = answered(run, Side.B, "sea", response=None, problem="Too long.")
    store.write(runs.keep_answer, failed).result()
    found = store.read(runs.places, run.id).result()
    assert [(each.item_id, {side: state.value for side, (_, state) in each.answers.items()}) for each in found] == [
        ("sky", {Side.A: "finished"}),
        ("sea", {Side.B: "failed"}),
    ]
    assert store.read(runs.counts, run.id).result() == (2, 1)
    assert [each.id for each in store.read(runs.compared, run.id, limit=1).result()] == ["c-sea"]
    assert [each.id for each in store.read(runs.compared, run.id, after="c-sea").result()] == ["c-sky"]
    assert store.read(sessions.get, run.session_id).result().comparisons == 2


def test_a_history_of_the_version_before_gets_runs_and_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    connection = connect(path)
    set_for_writing(connection)
    migrate.upgrade(connection, "0004")
    raw = raw_connection(connection)
    raw.execute("INSERT INTO session VALUES ('s', 'Skies', 0, ?, ?, NULL)", (WHEN, WHEN))
    raw.execute(
        "INSERT INTO comparison (id, session_id, origin, prompt, created_utc) VALUES ('c', 's', 'prompt', 'Why?', ?)",
        (WHEN,),
    )
    close(connection)
    with Store(path) as store:
        kept = store.read(comparisons.get, "c").result()
        assert (kept.prompt, kept.in_run) == ("Why?", None)
        run = a_run()
        store.write(runs.create, run).result()
        assert store.write(runs.keep_answer, answered(run)).result()
