"""The two sides change workers, with real ones: nothing is loaded anew, and what comes counts for the new side."""

from __future__ import annotations

from pathlib import Path

import pytest

from lab.errors import WorkerDied
from lab.generation.protocol import Chunk, Loaded, WorkerLost
from lab.generation.runner import Envelope
from lab.records import FinishReason, Framing, Side, Turn
from tests.process.comparing import Match, contestant

pytestmark = pytest.mark.process
A, B = Side.A, Side.B


def pids(match: Match) -> dict[Side, int | None]:
    return {side: match.runner.worker_pid(side) for side in Side}


def test_after_an_exchange_each_side_answers_with_the_others_process(tiny_base: Path, tiny_chat: Path) -> None:
    base, chat = contestant(tiny_base), contestant(tiny_chat, Framing.CHAT, max_tokens=400)
    with Match() as match:
        match.start({A: base, B: chat})
        match.finish()
        before, said = pids(match), {side: match.collectors[side].text for side in Side}
        match.runner.exchange()
        assert pids(match) == {A: before[B], B: before[A]}
        match.start({A: chat, B: base})
        match.finish()
        assert pids(match) == {A: before[B], B: before[A]}
        assert not any(isinstance(event, Loaded) for _, event in match.seen)
        now = {side: match.collectors[side].response() for side in Side}
    assert now[A] is not None
    assert now[B] is not None
    # The same seed and prompt give the same answer, each from its own model.
    assert {A: now[A].text, B: now[B].text} == {A: said[B], B: said[A]}
    assert now[A].finish_reason is FinishReason.END_OF_ANSWER
    assert now[B].finish_reason is FinishReason.LENGTH_LIMIT
    assert "<|im_start|>assistant" in now[A].rendered_prompt


def test_what_a_worker_remembers_goes_with_it(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        prompt = "the sun and the water " * 20
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)}, prompt)
        match.finish()
        turn = match.collectors[A].turn()
        assert turn is not None
        match.runner.exchange()
        match.start({B: contestant(tiny_base)}, "the leaf", turns=(turn,))
        match.finish()
        response = match.collectors[B].response()
    assert response is not None
    assert response.cached_prompt_tokens > 40


def test_a_model_that_is_still_loading_answers_for_its_new_side(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.runner.preload(A, contestant(tiny_base))
        match.runner.preload(B, contestant(tiny_chat))
        before = pids(match)
        match.runner.exchange()  # not an event of them has been taken yet
        match.start({A: contestant(tiny_chat), B: contestant(tiny_base)})
        match.finish()
        assert pids(match) == {A: before[B], B: before[A]}
        assert {side for side, event in match.seen if isinstance(event, Loaded)} == {A, B}
        assert all(match.collectors[side].response() is not None for side in Side)


def test_a_worker_that_dies_is_lost_on_its_new_side_and_the_other_goes_on(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)})
        match.finish()
        match.runner.exchange()
        match.start({A: contestant(tiny_chat, max_tokens=300), B: contestant(tiny_base, max_tokens=1000)})
        match.until(lambda side, event: side is B and isinstance(event, Chunk))
        worker = match.runner._lanes[B].worker
        assert worker is not None
        worker.kill()
        match.finish()
        assert [side for side, event in match.seen if isinstance(event, WorkerLost)] == [B]
        assert isinstance(match.collectors[B].error, WorkerDied)
        assert match.collectors[A].error is None
        assert match.runner.worker_pid(B) is None


def test_the_side_that_is_left_gets_all_threads_after_an_exchange(tiny_base: Path, tiny_chat: Path) -> None:
    with Match(threads=2) as match:
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)})
        match.finish()
        match.runner.exchange()
        given: list[int] = []
        worker = match.runner._lanes[B].worker
        assert worker is not None
        tell = worker.set_threads
        worker.set_threads = lambda threads: (given.append(threads), tell(threads))[1]  # type: ignore[method-assign]
        match.start({A: contestant(tiny_chat, max_tokens=2), B: contestant(tiny_base, max_tokens=1500)})
        while match.runner._lanes[A].busy:
            match.step()
        threads_of_b = match.runner._lanes[B].threads
        match.runner.stop()
        match.finish()
    assert threads_of_b == 2
    assert given == [2]


def test_what_a_replaced_worker_had_sent_counts_for_nobody(tiny_base: Path, tiny_chat: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base)})
        match.finish()
        late = Envelope(A, match.runner._lanes[A].worker_number, WorkerLost(exit_code=-9, message="late"))
        match.runner.exchange()
        match.runner.unload(B)
        match.start({B: contestant(tiny_chat), A: contestant(tiny_base)})
        assert match.runner.side_of(late) is None
        assert match.runner.handle(late) is None
        match.finish()
        assert all(match.collectors[side].error is None for side in Side)


def test_who_is_being_asked_is_not_exchanged(tiny_base: Path) -> None:
    with Match() as match:
        match.start({A: contestant(tiny_base, max_tokens=500)})
        with pytest.raises(ValueError, match="being answered"):
            match.runner.exchange()
        match.runner.stop()
        match.finish()


def test_exchanging_twice_is_as_if_nothing_had_been(tiny_base: Path, tiny_chat: Path) -> None:
    turn = Turn(prompt="the sun", response="the water")
    with Match() as match:
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)}, turns=(turn,))
        match.finish()
        before, said = pids(match), {side: match.collectors[side].text for side in Side}
        match.runner.exchange()
        match.runner.exchange()
        match.start({A: contestant(tiny_base), B: contestant(tiny_chat)}, turns=(turn,))
        match.finish()
        assert pids(match) == before
        assert {side: match.collectors[side].text for side in Side} == said
