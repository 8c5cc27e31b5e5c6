"""Real workers that answer many rows: what is told, how they die, how it goes on."""

from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from lab.errors import BadModelFile, LabError, ModelFailed, PromptRejected, WorkerDied
from lab.generation.batch_rows import (
    ModelReady,
    Row,
    RowAnswered,
    RowFailed,
    RowProgress,
    RowStarted,
    RunEvent,
    WorkerRestarted,
)
from lab.generation.batch_runner import BatchOptions, BatchRunner
from lab.records import FinishReason
from tests import gguf_files
from tests.process.comparing import contestant, model_of

pytestmark = pytest.mark.process


@pytest.fixture
def script(tmp_path: Path) -> Path:
    path = tmp_path / "player.toml"
    path.write_text(
        'answers = ["one two three four", "five six seven"]\ntokens_per_second = 2000\n'
        "prompt_tokens_per_second = 100000\ncontext_tokens = 300\n"
    )
    return path


def rows_for(path: Path, count: int, **more: object) -> list[Row]:
    return [
        Row(number=number, contestant=contestant(path, seed=number), prompt=f"prompt {number}", **more)  # type: ignore[arg-type]
        for number in range(count)
    ]


def runner_for(path: Path, rows: int = 8, context_tokens: int = 512) -> BatchRunner:
    options = BatchOptions(rows=rows, context_tokens=context_tokens)
    return BatchRunner(model_of(path), options=options, threads=1)


def answers_of(events: Iterable[RunEvent]) -> dict[tuple[int, int], RowAnswered]:
    return {(event.row.number, event.place): event for event in events if isinstance(event, RowAnswered)}


def test_all_rows_are_answered_and_each_once(script: Path) -> None:
    events = list(runner_for(script).run(rows_for(script, 40)))
    assert any(isinstance(event, ModelReady) for event in events)
    answered = [event for event in events if isinstance(event, RowAnswered)]
    assert sorted(event.row.number for event in answered) == list(range(40))
    assert sum(isinstance(event, RowStarted) for event in events) == 40
    for event in answered:
        assert event.last
        assert event.response.text in ("one two three four", "five six seven")
        assert event.response.finish_reason is FinishReason.END_OF_ANSWER
        assert event.turn.response_token_ids == event.response.token_ids


def test_rows_are_asked_for_as_there_is_room(script: Path) -> None:
    taken = 0

    def source() -> Iterator[Row]:
        nonlocal taken
        for row in rows_for(script, 500):
            taken += 1
            yield row

    events = runner_for(script).run(source())
    next(event for event in events if isinstance(event, RowStarted))
    assert taken <= 2 * 8 + 1
    events.close()  # type: ignore[attr-defined]


def test_what_follows_is_asked_with_what_was_answered(script: Path) -> None:
    (row,) = rows_for(script, 1, then=("and?", "why?"))
    answers = answers_of(runner_for(script).run([row]))
    assert [answers[0, place].last for place in range(3)] == [False, False, True]
    last = answers[0, 2].response.rendered_prompt
    said = ["prompt 0", answers[0, 0].response.text, "and?", answers[0, 1].response.text, "why?"]
    places = [last.index(part) for part in said]
    assert places == sorted(places)
    assert last.endswith("why?")


def test_a_row_that_is_resumed_gets_what_it_would_have_got(tmp_path: Path) -> None:
    path = gguf_files.tiny_model(tmp_path / "tiny.gguf")
    (row,) = rows_for(path, 1, then=("and?",))
    whole = answers_of(runner_for(path).run([row]))
    rest = Row(number=0, contestant=row.contestant, prompt="and?", turns=(whole[0, 0].turn,))
    assert answers_of(runner_for(path).run([rest]))[0, 0].response.token_ids == whole[0, 1].response.token_ids


def test_a_prompt_that_is_too_long_fails_alone(script: Path) -> None:
    rows = rows_for(script, 3)
    rows.append(Row(number=3, contestant=rows[0].contestant, prompt="word " * 1000))
    events = list(runner_for(script).run(rows))
    (failed,) = [event for event in events if isinstance(event, RowFailed)]
    assert failed.row.number == 3
    assert isinstance(failed.error, PromptRejected)
    assert len(answers_of(events)) == 3


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_rows_of_a_worker_that_was_killed_are_answered_by_the_next(script: Path) -> None:
    runner = runner_for(script)
    expected = {
        key: each.response.text for key, each in answers_of(runner_for(script).run(rows_for(script, 30))).items()
    }
    killed = False
    events: list[RunEvent] = []
    for event in runner.run(rows_for(script, 30)):
        events.append(event)
        if isinstance(event, RowStarted) and not killed:
            killed = True
            assert runner.worker_pid is not None
            os.kill(runner.worker_pid, signal.SIGKILL)
    assert sum(isinstance(event, WorkerRestarted) for event in events) == 1
    assert {key: each.response.text for key, each in answers_of(events).items()} == expected
    assert sum(isinstance(event, RowAnswered) for event in events) == 30


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_a_row_that_kills_two_workers_fails_and_takes_nobody_along(script: Path) -> None:
    runner = runner_for(script)
    events: list[RunEvent] = []
    for event in runner.run(rows_for(script, 12)):
        events.append(event)
        if isinstance(event, RowStarted) and event.row.number == 2:
            assert runner.worker_pid is not None
            os.kill(runner.worker_pid, signal.SIGKILL)
    (failed,) = [event for event in events if isinstance(event, RowFailed)]
    assert failed.row.number == 2
    assert isinstance(failed.error, WorkerDied)
    assert sorted(number for number, _place in answers_of(events)) == [0, 1, *range(3, 12)]


@pytest.mark.skipif(os.name == "nt", reason="no signals")
def test_a_model_that_dies_again_and_again_ends_the_run(script: Path) -> None:
    runner = runner_for(script)
    started = 0

    def kill_whoever_starts() -> None:
        nonlocal started
        for event in runner.run(rows_for(script, 100)):
            if isinstance(event, RowStarted):
                started += 1
                assert runner.worker_pid is not None
                os.kill(runner.worker_pid, signal.SIGKILL)

    with pytest.raises(WorkerDied):
        kill_whoever_starts()
    assert started < 20


def test_a_file_that_is_no_model_is_said_before_any_row(tmp_path: Path) -> None:
    path = tmp_path / "broken.toml"
    path.write_text("answers = 3")
    with pytest.raises(BadModelFile):
        list(runner_for(path).run(rows_for(path, 3)))
    path = tmp_path / "broken.gguf"
    path.write_bytes(b"GGUF but not really")
    with pytest.raises(ModelFailed) as raised:
        list(runner_for(path).run(rows_for(path, 3)))
    assert isinstance(raised.value, LabError)


def test_stopping_ends_the_run_and_its_worker(script: Path) -> None:
    runner = runner_for(script)
    answered = 0
    for event in runner.run(rows_for(script, 1000)):
        if isinstance(event, RowAnswered):
            answered += 1
            runner.stop()
    assert 1 <= answered < 1000
    assert runner.worker_pid is None


def test_pausing_holds_everything_and_loses_nothing(script: Path) -> None:
    runner = runner_for(script)
    runner.pause()
    assert runner.paused
    events = runner.run(rows_for(script, 20))
    # Prompts are read while it rests; then as many have begun as there are rows, and none goes on.
    begun = [next(event for event in events if isinstance(event, RowStarted)).row.number for _ in range(8)]
    assert begun == list(range(8))
    runner.resume()
    assert not runner.paused
    rest = list(events)
    assert len(answers_of(rest)) == 20


def test_text_grows_while_it_is_written(tmp_path: Path) -> None:
    path = tmp_path / "slow.toml"
    path.write_text('answers = ["' + "word " * 60 + '"]\ntokens_per_second = 60\nprompt_tokens_per_second = 100000\n')
    (row,) = [Row(number=0, contestant=contestant(path, max_tokens=60), prompt="go")]
    texts = [event.text for event in runner_for(path).run([row]) if isinstance(event, RowProgress)]
    assert len(texts) >= 2
    assert all(later.startswith(earlier) for earlier, later in pairwise(texts))
