"""Runs with real worker processes: killed and gone on with, rows that fail, workers that die."""

from __future__ import annotations

import contextlib
import os
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
import pytest

from lab.errors import ModelFailed
from lab.generation.batch_runner import BatchRunner
from lab.records import AnswerState, Comparison, RunSettings, RunState, Side
from lab.runs.arranging import arrange
from lab.runs.performing import Performance
from lab.runs.plan import RunPlan, new_run
from lab.runs.progress import RunProgress
from lab.storage import Store, runs
from tests.app.environment import ROOT, environment
from tests.process.comparing import contestant
from tests.unit.runs.asking import suite

pytestmark = pytest.mark.process

ITEMS = [{"id": f"p{number}", "prompt": f"the sun and {number} stars"} for number in range(6)]
TALK: dict[str, Any] = {"id": "talk", "prompt": "the sun", "turns": ["and the moon"]}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "home" / "data" / "history.db") as opened:
        yield opened


def planned(store: Store, a: Path, b: Path, *items: dict[str, Any], tokens: int = 12) -> RunPlan:
    run = new_run(
        suite(*items),
        contestant(a, max_tokens=tokens),
        contestant(b, max_tokens=tokens),
        samples=1,
        settings=RunSettings(context_tokens=512),
    )
    store.write(runs.create, run).result()
    return RunPlan.of(store.read(runs.get, run.id).result())


def carried_out(store: Store, plan: RunPlan) -> list[Comparison]:
    arranged = arrange(plan)
    done = Performance(store, plan, arranged.lanes, in_turn=arranged.in_turn, threads=2).perform()
    assert done.finished
    return store.read(runs.compared, plan.run.id).result()


def texts(found: list[Comparison]) -> dict[str, tuple[str, str]]:
    return {
        f"{each.in_run.item_id} {each.prompt}": (each.a.text, each.b.text)
        for each in found
        if each.a and each.b and each.in_run
    }


def test_a_run_gives_the_same_answers_again(store: Store, tiny_base: Path, tiny_chat: Path) -> None:
    first, second = (
        texts(carried_out(store, planned(store, tiny_base, tiny_chat, *ITEMS[:3], TALK))) for _ in range(2)
    )
    assert first == second
    assert len(first) == 5


def test_a_prompt_that_does_not_fit_fails_with_a_sentence_and_the_run_goes_on(store: Store, tiny_base: Path) -> None:
    long = {"id": "long", "prompt": "sun " * 600}
    found = carried_out(store, planned(store, tiny_base, tiny_base, ITEMS[0], long, ITEMS[1]))
    by_item = {each.in_run.item_id: each for each in found if each.in_run}
    for side in ("a", "b"):
        failed = getattr(by_item["long"], side)
        assert failed.state is AnswerState.FAILED
        assert "this model's context holds" in failed.problem
        assert getattr(by_item["p1"], side).state is AnswerState.FINISHED


def test_a_worker_that_dies_is_started_again_and_the_run_is_whole(store: Store, tiny_base: Path) -> None:
    whole = texts(carried_out(store, planned(store, tiny_base, tiny_base, *ITEMS, tokens=200)))
    plan = planned(store, tiny_base, tiny_base, *ITEMS, tokens=200)
    (lane,) = arrange(plan).lanes
    assert isinstance(lane.engine, BatchRunner)
    killed: list[int] = []

    def kill_once(progress: RunProgress) -> None:
        pid = lane.engine.worker_pid
        if progress.latest and pid is not None and not killed:
            killed.append(pid)
            os.kill(pid, signal.SIGKILL)

    done = Performance(store, plan, [lane], in_turn=False, threads=2, tell=kill_once, tell_every_s=0).perform()
    assert killed
    assert (done.finished, done.restarts) == (True, 1)
    assert sum(side.failed for side in done.sides.values()) == 0
    assert texts(store.read(runs.compared, plan.run.id).result()) == whole


def test_a_file_that_is_no_model_ends_the_run_at_once(store: Store, tmp_path: Path, tiny_base: Path) -> None:
    broken = tmp_path / "broken.gguf"
    broken.write_bytes(tiny_base.read_bytes())
    plan = planned(store, broken, broken, *ITEMS)
    lanes = arrange(plan).lanes
    broken.write_bytes(tiny_base.read_bytes()[:2000])  # after it was looked at
    with pytest.raises(ModelFailed):
        Performance(store, plan, lanes, in_turn=True, threads=2).perform()
    assert store.read(runs.get, plan.run.id).result().state is RunState.STOPPED


def test_pause_and_stop_from_elsewhere_leave_nothing_half_kept(store: Store, tiny_base: Path) -> None:
    plan = planned(store, tiny_base, tiny_base, *ITEMS, tokens=400)
    (lane,) = arrange(plan).lanes
    paused_at: list[int] = []

    def pause_then_stop(progress: RunProgress) -> None:
        if progress.latest and not paused_at:
            going.pause()
            paused_at.append(progress.done)
            going.resume()
            going.stop()

    going = Performance(store, plan, [lane], in_turn=True, threads=2, tell=pause_then_stop, tell_every_s=0)
    assert not going.perform().finished
    assert paused_at
    kept = store.read(runs.compared, plan.run.id).result()
    assert all(answer.state is AnswerState.FINISHED for each in kept for answer in (each.a, each.b) if answer)


@pytest.mark.parametrize("together", [True, False], ids=["together", "in turn"])
def test_a_program_that_is_killed_has_lost_nothing_and_nothing_is_asked_twice(
    tmp_path: Path, tiny_base: Path, together: bool
) -> None:
    home = tmp_path / "home"
    path = tmp_path / "many.toml"
    path.write_text(
        'id = "many"\ntitle = "Many"\nmax_tokens = 150\n'
        + "".join(f'[[items]]\nid = "p{number}"\nprompt = "the sun and {number} stars"\n' for number in range(20))
    )
    arguments = ["run", str(path), "--a", str(tiny_base), "--b", str(tiny_base), "--framing-b", "qa", "--seed", "3"]
    arguments += ["--context", "512", "--schedule", "together" if together else "in-turn"]
    history = home / "data" / "history.db"
    kept: dict[str, tuple[str, str]] = {}
    for least in (3, 12):
        going = subprocess.Popen(
            [sys.executable, "-m", "lab", *arguments], env=environment(home), cwd=ROOT, start_new_session=True
        )
        while (now := answers_of(history)) is None or len(now) < least:
            assert going.poll() is None
        workers = psutil.Process(going.pid).children()
        going.kill()
        going.wait()
        psutil.wait_procs(workers)
        now = answers_of(history)
        assert now is not None
        # All that was kept before is there as it was.
        assert kept.items() <= now.items()
        kept = now
        arguments = ["run", "many", "--resume"]
    subprocess.run([sys.executable, "-m", "lab", *arguments], env=environment(home), cwd=ROOT, check=True)
    whole = answers_of(history)
    assert whole is not None
    assert kept.items() <= whole.items()
    assert len(whole) == 40
    with Store(history) as store:
        (run,) = store.read(runs.listed).result()
        found = store.read(runs.compared, run.id).result()
        assert sorted(each.in_run.item_id for each in found if each.in_run) == sorted(f"p{n}" for n in range(20))
        assert all(each.a and each.b and each.a.text and each.b.text for each in found)


def answers_of(history: Path) -> dict[str, tuple[str, str]] | None:
    """Each answer's time and text by its id, read beside whoever writes; None if nothing is there yet."""
    if not history.exists():
        return None
    with contextlib.closing(sqlite3.connect(f"file:{history}?mode=ro", uri=True, timeout=5)) as db:
        try:
            return {row[0]: (row[1], row[2]) for row in db.execute("SELECT id, saved_utc, text FROM answer")}
        except sqlite3.OperationalError:  # its tables are being made
            return None


def test_one_model_on_both_sides_is_loaded_once(store: Store, tiny_base: Path) -> None:
    plan = planned(store, tiny_base, tiny_base, *ITEMS[:2])
    lanes = arrange(plan).lanes
    assert [lane.sides for lane in lanes] == [frozenset(Side)]
    found = texts(carried_out(store, plan))
    assert len(found) == 2
    # Another seed for each side: the same model does not answer twice in the same words.
    assert all(a != b for a, b in found.values())
    assert replace(plan.run.a, sampler=plan.run.b.sampler) == plan.run.b
