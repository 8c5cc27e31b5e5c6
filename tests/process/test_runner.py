"""The runner with two real workers: together, in turn, one failing, one killed."""

import os
import signal
import time
from pathlib import Path

import psutil
import pytest

from lab.errors import ModelFailed, WorkerDied
from lab.generation.protocol import Chunk, Event, Finished, Loaded, Started
from lab.generation.worker_process import WorkerProcess
from lab.records import FinishReason, Framing, Side, Turn
from tests import gguf_files
from tests.process.comparing import Match, contestant

pytestmark = pytest.mark.process
A, B = Side.A, Side.B


def test_both_sides_answer_one_prompt(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat, Framing.CHAT, max_tokens=400)})
        match.finish()
        a, b = (match.collectors[side].response() for side in Side)
    assert a is not None
    assert b is not None
    assert a.finish_reason is FinishReason.LENGTH_LIMIT
    assert b.finish_reason is FinishReason.END_OF_ANSWER
    assert a.completion_tokens == len(a.token_ids) == 20
    assert "<|im_start|>assistant" in b.rendered_prompt


def test_the_sides_run_at_the_same_time_when_together(tiny_base: Path) -> None:
    with Match() as match:
        match.start({side: contestant(tiny_base, max_tokens=1000) for side in Side})
        started: set[Side] = set()

        def both_started(side: Side, event: Event) -> bool:
            if isinstance(event, Started):
                started.add(side)
            return started == set(Side)

        match.until(both_started)
        assert not any(isinstance(event, Finished) for _, event in match.seen)
        match.runner.stop()
        match.finish()


def test_in_turn_the_second_starts_when_the_first_is_done(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)}, in_turn=True)
        match.finish()
    order = [(side, type(event)) for side, event in match.seen if isinstance(event, Started | Finished)]
    assert order == [(A, Started), (A, Finished), (B, Started), (B, Finished)]


def test_one_at_a_time_the_first_process_is_gone_before_the_second_loads(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)}, in_turn=True, one_loaded_at_a_time=True)
        match.until(lambda side, event: side is B and isinstance(event, Loaded))
        assert match.runner.worker_pid(A) is None
        match.finish()
        assert all(collector.error is None for collector in match.collectors.values())


def test_a_model_stays_loaded_for_the_next_prompt(tiny_base: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base)})
        match.finish()
        pid = match.runner.worker_pid(A)
        match.start({A: contestant(tiny_base)}, "the water")
        match.finish()
        assert match.runner.worker_pid(A) == pid
        assert not any(isinstance(event, Loaded) for _, event in match.seen)


def test_the_next_turn_reads_only_what_is_new(tiny_base: Path) -> None:
    # Random weights write text that splits into other tokens than it was written in; a real model rarely does.
    letter = gguf_files.vocabulary()[0].index("a")
    with Match() as match:
        always_a = contestant(tiny_base, max_tokens=100, logit_bias=((letter, 1000.0),))
        prompt = "the sun and the water " * 20 + "of the leaf"
        match.start({A: always_a}, prompt)
        match.finish()
        first = match.collectors[A].response()
        assert first is not None
        turn = Turn(prompt=prompt, response=first.text)
        match.start({A: contestant(tiny_base)}, "the leaf", turns=(turn,))
        match.finish()
        second = match.collectors[A].response()
    assert second is not None
    assert second.cached_prompt_tokens >= first.prompt_tokens + 99
    assert second.prompt_tokens > second.cached_prompt_tokens


def test_the_same_conversation_gives_the_same_tokens(tiny_base: Path) -> None:
    def talk() -> list[tuple[int, ...]]:
        with Match() as match:
            said: list[tuple[int, ...]] = []
            turns: tuple[Turn, ...] = ()
            for prompt in ("the sun " * 30, "the water " * 30, "the leaf"):
                match.start({A: contestant(tiny_base, max_tokens=60, seed=9)}, prompt, turns=turns)
                match.finish()
                response = match.collectors[A].response()
                assert response is not None
                said.append(response.token_ids)
                turn = match.collectors[A].turn()
                assert turn is not None
                turns += (turn,)
            return said

    assert talk() == talk()


def test_a_killed_side_is_an_error_and_the_other_goes_on_to_its_end(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base, max_tokens=1000), B: contestant(tiny_chat, max_tokens=300)})
        match.until(lambda side, event: side is A and isinstance(event, Chunk))
        pid = match.runner.worker_pid(A)
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        match.finish()
        assert isinstance(match.collectors[A].error, WorkerDied)
        assert match.collectors[A].text
        assert match.collectors[B].error is None
        assert match.collectors[B].response() is not None

        match.start({A: contestant(tiny_base)})  # the next prompt starts a new process by itself
        match.finish()
        assert match.collectors[A].error is None


def test_a_side_that_can_not_load_is_an_error_and_the_other_answers(tiny_base: Path, tmp_path: Path) -> None:
    broken = gguf_files.unknown_architecture(tmp_path / "m.gguf")
    with Match() as match:
        match.start({A: contestant(broken), B: contestant(tiny_base)})
        match.finish()
    assert isinstance(match.collectors[A].error, ModelFailed)
    assert match.collectors[A].response() is None
    assert match.collectors[B].response() is not None


def test_a_side_that_aborts_in_turn_lets_the_other_have_its_turn(tiny_base: Path, tmp_path: Path) -> None:
    deadly = gguf_files.too_many_layers(tmp_path / "m.gguf")
    with Match() as match:
        match.start({A: contestant(deadly), B: contestant(tiny_base)}, in_turn=True)
        match.finish()
    assert isinstance(match.collectors[A].error, WorkerDied)
    assert match.collectors[B].response() is not None


@pytest.mark.parametrize("in_turn", [False, True])
def test_stopping_both_leaves_nobody_busy(tiny_base: Path, tiny_chat: Path, in_turn: bool) -> None:
    with Match() as match:
        match.start(
            {A: contestant(tiny_base, max_tokens=1500), B: contestant(tiny_chat, max_tokens=1500)}, in_turn=in_turn
        )
        match.until(lambda side, event: side is A and isinstance(event, Chunk))
        match.runner.stop()
        match.finish()
        a = match.collectors[A].response()
        assert a is not None
        assert a.finish_reason is FinishReason.CANCELLED
        assert match.collectors[B].done


def test_stopping_one_side_lets_the_other_finish(tiny_base: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base, max_tokens=1500), B: contestant(tiny_base, max_tokens=50)})
        match.until(lambda side, event: side is A and isinstance(event, Chunk))
        match.runner.stop(A)
        match.finish()
        a, b = (match.collectors[side].response() for side in Side)
    assert a is not None
    assert b is not None
    assert a.finish_reason is FinishReason.CANCELLED
    assert b.finish_reason is FinishReason.LENGTH_LIMIT


def test_another_model_on_a_side_gets_another_process(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base)})
        match.finish()
        old = match.runner.worker_pid(A)
        assert old is not None
        match.start({A: contestant(tiny_chat)})
        match.finish()
        assert not psutil.pid_exists(old)
        assert match.collectors[A].error is None


def workers_of(match: Match) -> list[WorkerProcess]:
    return [lane.worker for lane in match.runner._lanes.values() if lane.worker]


def test_quitting_while_both_answer_leaves_no_worker_and_needs_no_force(tiny_base: Path) -> None:
    with Match() as match:
        match.start({side: contestant(tiny_base, max_tokens=1500) for side in Side})
        match.until(lambda *_: all(collector.text for collector in match.collectors.values()))
        assert not any(collector.done for collector in match.collectors.values())
        workers = workers_of(match)
        match.runner.close()
        assert [worker._process.returncode for worker in workers] == [0, 0]
        assert [match.runner.worker_pid(side) for side in Side] == [None, None]


def test_workers_that_do_not_listen_are_ended_together(
    tiny_base: Path, tiny_chat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    grace_s = 2.0  # long enough to tell one wait from two on a machine that is busy
    monkeypatch.setattr("lab.generation.worker_process.GRACE_S", grace_s)
    with Match() as match:
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)})
        match.finish()
        workers = workers_of(match)
        for worker in workers:
            os.kill(worker.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, worker.pid, os.WSTOPPED | os.WNOWAIT)  # the signal takes a moment
        begun = time.monotonic()
        match.runner.close()
        took_s = time.monotonic() - begun
        assert [worker._process.returncode for worker in workers] == [-signal.SIGKILL] * 2
    assert grace_s <= took_s < 2 * grace_s


def test_closing_twice_is_as_good_as_once(tiny_base: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base)})
        match.finish()
        [worker] = workers_of(match)
        worker.close()
        match.runner.close()
        match.runner.close()
        assert not psutil.pid_exists(worker.pid)
